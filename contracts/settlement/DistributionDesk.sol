// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPayingAgent} from "../interfaces/IPayingAgent.sol";
import {IDistributionDesk} from "../interfaces/IDistributionDesk.sol";
import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {Trail} from "../access/Trail.sol";
import {AccountPurpose, Office, PeriodStage} from "../types/Enums.sol";
import {DealId, Period, SeriesId, TrancheId} from "../types/Ids.sol";
import {DeskLib} from "./DeskLib.sol";
import {PayeeLib} from "./PayeeLib.sol";

/// @title DistributionDesk
/// @notice Books an approved distribution on the holders of record, and instructs those of its payees that are no tranche.
/// It stands beside the paying agent because it reads whole distributions, which the chain knows by their hash alone.
///
/// LIFE
/// closeBook a series → book (anyone) → openBook. Booking moves the cash into the payment account and hands the period to
/// the paying agent. Booking the distribution that repays the last note redeems the deal: until then an approval can still be
/// taken back, after it no further period opens.
///
/// ROLES
/// The custodian of a series' jurisdiction closes and opens its book, a mirror's registrar its own. Anyone books. The trustee
/// defers a record date. The manager instructs payees; the account bank confirms with the paying agent.
///
/// COST
/// Booking does not depend on the number of holders.
contract DistributionDesk is IDistributionDesk, Trail {
    using DeskLib for IDealBook;

    IDealBook private immutable _dealBook;
    ICashLedger private immutable _cash;
    IWaterfall private immutable _waterfall;
    IPayingAgent private immutable _payingAgent;

    constructor(IDealBook dealBook, ICashLedger cash, IWaterfall waterfall, IPayingAgent payingAgent) {
        _dealBook = dealBook;
        _cash = cash;
        _waterfall = waterfall;
        _payingAgent = payingAgent;
    }

    /* ACTIONS */

    /// @inheritdoc IDistributionDesk
    function closeBook(SeriesId series, Period period) external {
        DeskLib.Series memory its = _dealBook.seriesOf(series);
        _dealBook.checkPayer(its, msg.sender);
        PeriodStage stage = _stageOf(its.deal, period);
        require(stage == PeriodStage.Approved, PeriodNotApproved(its.deal, period, stage));
        _touch(its.deal);
        its.note.closeBook();
    }

    /// @inheritdoc IDistributionDesk
    function openBook(SeriesId series, Period period) external {
        DeskLib.Series memory its = _dealBook.seriesOf(series);
        DealId deal = its.deal;
        Period current = _dealBook.currentPeriodOf(deal);
        if (_stageOf(deal, current) == PeriodStage.Approved) {
            require(period == current, PeriodNotApproved(deal, period, _stageOf(deal, period)));
            require(_dealBook.holdsOffice(deal, Office.Trustee, 0, msg.sender), NotTrustee(deal, msg.sender));
            emit BookDeferred(deal, period, series, msg.sender);
        } else {
            _dealBook.checkPayer(its, msg.sender);
        }
        _touch(deal);
        its.note.openBook();
    }

    /// @inheritdoc IDistributionDesk
    function book(IWaterfall.Distribution calldata distribution) external {
        (DealId deal, Period period) = (distribution.deal, distribution.period);
        bytes32 hash = _checkDistribution(distribution);
        (uint256 openPayees, uint128 total) = PayeeLib.open(distribution.payees, _waterfall.directPayeesOf(deal));
        IPayingAgent.Record[] memory records = _takeBooks(deal, period);
        DeskLib.accountOf(_cash, _dealBook, deal, AccountPurpose.Restricted);
        emit BookTakenForPeriod(deal, period, hash, total);
        _touch(deal);
        _collect(deal, distribution.flows, hash);
        if (_waterfall.isRepaid(deal)) _dealBook.redeem(deal);
        _dealBook.movePeriod(deal, period, PeriodStage.Booked);
        _payingAgent.open(deal, period, records, openPayees);
    }

    /// @inheritdoc IDistributionDesk
    function instructPayees(
        IWaterfall.Distribution calldata distribution,
        uint8[] calldata payees,
        bytes32 contentHash
    ) external returns (uint64 first) {
        (DealId deal, Period period) = (distribution.deal, distribution.period);
        require(_dealBook.holdsOffice(deal, Office.Manager, 0, msg.sender), NotManager(deal, msg.sender));
        _checkDistribution(distribution);
        IPayingAgent.Due[] memory dues = new IPayingAgent.Due[](payees.length);
        for (uint256 i = 0; i < payees.length; ++i) {
            dues[i] = IPayingAgent.Due({payee: payees[i], amount: distribution.payees[payees[i]]});
        }
        return _payingAgent.instructPayees(deal, period, dues, msg.sender, contentHash);
    }

    /* INTERNAL */

    /// @dev Takes the book of every series and tells which of them are owed something.
    function _takeBooks(DealId deal, Period period) private returns (IPayingAgent.Record[] memory records) {
        SeriesId[] memory series = _dealBook.seriesOf(deal);
        IWaterfall.PerUnit[] memory amounts = _waterfall.perUnitsOf(deal, period);
        records = new IPayingAgent.Record[](series.length);
        for (uint256 i = 0; i < series.length; ++i) {
            DeskLib.Series memory its = DeskLib.seriesOf(_dealBook, series[i]);
            (uint32 number, uint96 supply) = its.note.takeBook();
            IWaterfall.PerUnit memory perUnit = amounts[TrancheId.unwrap(its.tranche)];
            bool isOwed = supply != 0 && perUnit.interest + perUnit.principal + perUnit.residual != 0;
            records[i] = IPayingAgent.Record({series: series[i], book: number, supply: supply, isOwed: isOwed});
        }
    }

    /// @dev Moves what the distribution takes from each account to the payment account, then what it gives back.
    function _collect(DealId deal, int128[3] calldata flows, bytes32 key) private {
        AccountPurpose[3] memory purposes = [AccountPurpose.Plan, AccountPurpose.Reserve, AccountPurpose.Guarantee];
        for (uint256 i = 0; i < purposes.length; ++i) {
            if (flows[i] > 0) _shift(deal, purposes[i], AccountPurpose.Payment, uint128(flows[i]), key);
        }
        for (uint256 i = 0; i < purposes.length; ++i) {
            if (flows[i] < 0) _shift(deal, AccountPurpose.Payment, purposes[i], uint128(-flows[i]), key);
        }
    }

    function _shift(DealId deal, AccountPurpose from, AccountPurpose to, uint128 amount, bytes32 key) private {
        _cash.shift(
            DeskLib.accountOf(_cash, _dealBook, deal, from),
            DeskLib.accountOf(_cash, _dealBook, deal, to),
            amount,
            key
        );
    }

    function _checkDistribution(IWaterfall.Distribution calldata distribution) private view returns (bytes32 hash) {
        hash = keccak256(abi.encode(distribution));
        (DealId deal, Period period) = (distribution.deal, distribution.period);
        bool isKnown = hash == _waterfall.distributionHashOf(deal, period);
        require(isKnown, DistributionUnknown(deal, period, hash));
    }

    function _stageOf(DealId deal, Period period) private view returns (PeriodStage) {
        return _dealBook.periodStageOf(deal, period);
    }
}
