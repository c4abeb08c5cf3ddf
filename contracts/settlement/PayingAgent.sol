// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IPayingAgent} from "../interfaces/IPayingAgent.sol";
import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {AccountPurpose, Office, PeriodStage} from "../types/Enums.sol";
import {DealId, Period, SeriesId} from "../types/Ids.sol";
import {Standing} from "../types/Standing.sol";
import {PayeeLib} from "./PayeeLib.sol";
import {PayoutBook} from "./PayoutBook.sol";

/// @title PayingAgent
/// @notice Books an approved distribution on the holders of record and follows every payment until the bank has made it.
///
/// LIFE
/// closeBook a series → book (anyone) → openBook; instruct → settle, or reject or return and instruct again. The first
/// instruction moves the period to Paying, the last settlement to Settled. From there on a payment that comes back is payable
/// again and the period stays Settled. Booking the distribution that repays the last note redeems the deal: until then
/// an approval can still be taken back, after it no further period opens.
///
/// ENTITLEMENTS
/// floor(units at the record × amount per unit / 1e18) for each of interest, principal and residual. They follow from the
/// record and the approved distribution alone, whenever they are paid; nothing erases them. What the floors leave stays
/// in the payment account until the treasury sweeps it, and never enters a calculation.
///
/// ONCE
/// Each payout points to the instruction that pays it and is payable only while it points to none or to one that was rejected
/// or came back. So nobody is paid twice for a period, and a payment that came back is paid again.
///
/// MAKER AND CHECKER
/// The custodian of the series' jurisdiction instructs its holders; a mirror's registrar instructs the one payment it
/// receives; the manager instructs other payees. The account bank confirms, always with another wallet
/// than the maker's. Maker and checker are different parties unless the deal gave custodian and account bank to one party; then
/// they are two wallets, that is two people, of it.
///
/// RESTRICTED HOLDERS
/// The payout of a holder under an order moves to the restricted account and counts as settled: nobody waits for it.
/// Once the orders are lifted it moves back and is instructed like any other. A mirror's registrar applies orders itself.
///
/// COST
/// Booking does not depend on the number of holders; an instruction costs one write a holder in the first of four
/// periods, an update in the others; its settlement is one for the whole batch.
contract PayingAgent is PayoutBook {
    /// @dev An instruction to holders while it is made.
    /// @param number Number it will have
    /// @param units Units of each holder at the record
    /// @param standings Standing of each holder
    struct Draft {
        Instruction entry;
        uint64 number;
        IWaterfall.PerUnit perUnit;
        uint96[] units;
        Standing[] standings;
    }

    constructor(
        IPartyRegistry registry,
        IDealBook dealBook,
        ICashLedger cash,
        IWaterfall waterfall
    ) PayoutBook(registry, dealBook, cash, waterfall) {}

    modifier onlyManager(DealId deal) {
        _checkManager(deal);
        _;
    }

    /* ACTIONS */

    /// @inheritdoc IPayingAgent
    function closeBook(SeriesId series, Period period) external {
        Series memory its = _payerOf(series);
        PeriodStage stage = _stageOf(its.deal, period);
        require(stage == PeriodStage.Approved, PeriodNotApproved(its.deal, period, stage));
        _touch(its.deal);
        its.note.closeBook();
    }

    /// @inheritdoc IPayingAgent
    function openBook(SeriesId series, Period period) external {
        Series memory its = _noteOf(series);
        DealId deal = its.deal;
        Period current = _dealBook.currentPeriodOf(deal);
        if (_stageOf(deal, current) == PeriodStage.Approved) {
            require(period == current, PeriodNotApproved(deal, period, _stageOf(deal, period)));
            require(_holds(deal, Office.Trustee, 0), NotTrustee(deal, msg.sender));
            emit BookDeferred(deal, period, series, msg.sender);
        } else {
            _checkPayer(its);
        }
        _touch(deal);
        its.note.openBook();
    }

    /// @inheritdoc IPayingAgent
    function book(IWaterfall.Distribution calldata distribution) external {
        (DealId deal, Period period) = (distribution.deal, distribution.period);
        bytes32 hash = _checkDistribution(distribution);
        (uint256 openPayees, uint128 total) = PayeeLib.open(distribution.payees, _waterfall.directPayeesOf(deal));
        uint16 openSeries = _takeBooks(deal, period);
        _account(deal, AccountPurpose.Restricted);
        _runs[deal][period] = Run({isBooked: true, openSeries: openSeries, openPayees: openPayees});
        openRunsOf[deal] += 1;
        emit BookTakenForPeriod(deal, period, hash, total);
        _touch(deal);
        _collect(deal, distribution.flows, hash);
        if (_waterfall.isRepaid(deal)) _dealBook.redeem(deal);
        _movePeriod(deal, period, PeriodStage.Booked);
        if (openSeries != 0 || openPayees != 0) return;
        _beginPaying(deal, period);
        _finish(deal, period);
    }

    /// @inheritdoc IPayingAgent
    function instruct(
        SeriesId series,
        Period period,
        address[] calldata holders,
        bytes32 contentHash
    ) external returns (uint64 instruction) {
        Series memory its = _payerOf(series);
        DealId deal = its.deal;
        require(_runs[deal][period].isBooked, PeriodNotBooked(deal, period));
        _beginPaying(deal, period);
        Draft memory draft;
        draft.entry = _blank(deal, period, InstructionKind.Holders, contentHash);
        draft.entry.series = series;
        draft.number = instructionCount + 1;
        draft.perUnit = _perUnitOf(its, period);
        require(_sum(draft.perUnit) != 0, NothingDue(series, period));
        if (its.isMirror) {
            require(holders.length == 0, MirrorPaidWhole(series));
            _addWhole(draft);
        } else {
            require(holders.length != 0, HoldersMissing(series));
            draft.units = _unitsOf(its, period, holders);
            draft.standings = _standingsOf(holders);
            _addHolders(draft, holders);
        }
        if (draft.entry.units != 0) instruction = _record(draft.entry);
        _touch(deal);
    }

    /// @inheritdoc IPayingAgent
    function instructPayees(
        IWaterfall.Distribution calldata distribution,
        uint8[] calldata payees,
        bytes32 contentHash
    ) external onlyManager(distribution.deal) returns (uint64 first) {
        (DealId deal, Period period) = (distribution.deal, distribution.period);
        _checkDistribution(distribution);
        require(_runs[deal][period].isBooked, PeriodNotBooked(deal, period));
        first = instructionCount + 1;
        for (uint256 i = 0; i < payees.length; ++i) {
            uint8 payee = payees[i];
            require((_runs[deal][period].openPayees >> payee) & 1 == 1, PayeeNotOpen(deal, period, payee));
            require(_isPayable(_payees[deal][period][payee]), PayeeAlreadyInstructed(deal, period, payee));
            Instruction memory entry = _blank(deal, period, InstructionKind.Payee, contentHash);
            entry.payee = payee;
            entry.amount = distribution.payees[payee];
            _payees[deal][period][payee] = _record(entry);
        }
        _beginPaying(deal, period);
        _touch(deal);
    }

    /// @inheritdoc IPayingAgent
    function settle(uint64 instruction, uint32 valueDay, bytes32 bankReference) external {
        Instruction storage entry = _expect(instruction, InstructionStage.Instructed);
        DealId deal = entry.deal;
        require(entry.maker != msg.sender, MakerIsChecker(msg.sender));
        entry.stage = InstructionStage.Settled;
        emit InstructionSettled(instruction, deal, bankReference);
        _touch(deal);
        uint128 amount = entry.amount;
        if (amount != 0) {
            _cash.pay(_account(deal, AccountPurpose.Payment), amount, valueDay, bankReference, msg.sender);
        }
        if (entry.kind == InstructionKind.Payee) _settlePayee(deal, entry.period, entry.payee);
        else if (entry.units != 0) _settleUnits(deal, entry.series, entry.period, entry.units);
    }

    /// @inheritdoc IPayingAgent
    function reject(uint64 instruction, bytes32 reason) external {
        Instruction storage entry = _expect(instruction, InstructionStage.Instructed);
        entry.stage = InstructionStage.Returned;
        emit InstructionRejected(instruction, entry.deal, reason);
        _touch(entry.deal);
    }

    /// @inheritdoc IPayingAgent
    function returnPayout(
        uint64 instruction,
        address holder,
        uint32 valueDay,
        bytes32 bankReference,
        bytes32 reason
    ) external {
        Instruction storage entry = _expect(instruction, InstructionStage.Settled);
        DealId deal = entry.deal;
        uint128 amount =
            entry.kind == InstructionKind.Holders
                ? _takeBackHolder(entry, instruction, holder)
                : _takeBackWhole(entry, instruction, holder);
        require(amount != 0, NothingToReturn(instruction, holder));
        emit PayoutReturned(instruction, deal, holder, amount, bankReference, reason);
        _touch(deal);
        _cash.takeBack(_account(deal, AccountPurpose.Payment), amount, valueDay, bankReference, msg.sender);
    }

    /// @inheritdoc IPayingAgent
    function releaseWithheld(SeriesId series, Period period, address[] calldata holders) external {
        Series memory its = _payerOf(series);
        uint96[] memory units = _unitsOf(its, period, holders);
        Standing[] memory standings = _standingsOf(holders);
        IWaterfall.PerUnit memory perUnit = _perUnitOf(its, period);
        uint128 sum = 0;
        for (uint256 i = 0; i < holders.length; ++i) {
            address holder = holders[i];
            require(_payouts[series][holder][Period.unwrap(period)] == WITHHELD, NotWithheld(series, period, holder));
            require(!standings[i].isRestricted(), StillRestricted(holder));
            _payouts[series][holder][Period.unwrap(period)] = 0;
            _reopenUnits(its.deal, series, period, units[i]);
            uint128 amount = _sum(_entitlement(units[i], perUnit));
            sum += amount;
            emit PayoutReleased(series, period, holder, amount);
        }
        _touch(its.deal);
        _shift(its.deal, AccountPurpose.Restricted, AccountPurpose.Payment, sum, _keyOf(series, period));
    }

    /* INTERNAL */

    /// @dev Takes the book of every series and counts those that are owed something.
    function _takeBooks(DealId deal, Period period) private returns (uint16 openSeries) {
        SeriesId[] memory series = _dealBook.seriesOf(deal);
        for (uint256 i = 0; i < series.length; ++i) {
            Series memory its = _noteOf(series[i]);
            (uint32 number, uint96 supply) = its.note.takeBook();
            _seriesRuns[series[i]][period] = SeriesRun({book: number, supply: supply, settled: 0});
            IWaterfall.PerUnit memory perUnit = _perUnitOf(its, period);
            if (supply != 0 && _sum(perUnit) != 0) ++openSeries;
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

    function _addWhole(Draft memory draft) private {
        Instruction memory entry = draft.entry;
        uint96 supply = _seriesRuns[entry.series][entry.period].supply;
        require(supply != 0, NothingHeld(entry.series, entry.period, address(0)));
        entry.kind = InstructionKind.Series;
        _claim(entry.series, entry.period, address(0), draft.number);
        _add(draft, address(0), supply);
    }

    function _addHolders(Draft memory draft, address[] calldata holders) private {
        Instruction memory entry = draft.entry;
        for (uint256 i = 0; i < holders.length; ++i) {
            address holder = holders[i];
            require(draft.units[i] != 0, NothingHeld(entry.series, entry.period, holder));
            if (draft.standings[i].isRestricted()) {
                _claim(entry.series, entry.period, holder, WITHHELD);
                _withhold(draft, holder, draft.units[i]);
            } else {
                _claim(entry.series, entry.period, holder, draft.number);
                _add(draft, holder, draft.units[i]);
                entry.holders += 1;
            }
        }
    }

    function _add(Draft memory draft, address holder, uint96 units) private {
        Instruction memory entry = draft.entry;
        IWaterfall.PerUnit memory perUnit = draft.perUnit;
        uint128 interest = _floor(units, perUnit.interest);
        uint128 principal = _floor(units, perUnit.principal);
        uint128 residual = _floor(units, perUnit.residual);
        entry.units += units;
        entry.amount += interest + principal + residual;
        emit PayoutInstructed(draft.number, entry.series, holder, interest, principal, residual);
    }

    function _withhold(Draft memory draft, address holder, uint96 units) private {
        Instruction memory entry = draft.entry;
        uint128 amount = _sum(_entitlement(units, draft.perUnit));
        emit PayoutWithheld(entry.series, entry.period, holder, amount);
        bytes32 key = _keyOf(entry.series, entry.period);
        _shift(entry.deal, AccountPurpose.Payment, AccountPurpose.Restricted, amount, key);
        _settleUnits(entry.deal, entry.series, entry.period, units);
    }

    function _takeBackHolder(
        Instruction storage entry,
        uint64 instruction,
        address holder
    ) private returns (uint128 amount) {
        (SeriesId series, Period period) = (entry.series, entry.period);
        uint64[2 ** 32] storage payouts = _payouts[series][holder];
        require(payouts[Period.unwrap(period)] == instruction, NotInInstruction(instruction, holder));
        payouts[Period.unwrap(period)] = 0;
        Series memory its = _noteOf(series);
        _reopenUnits(entry.deal, series, period, uint96(its.note.unitsAt(holder, _seriesRuns[series][period].book)));
        return _sum(_entitlementOf(series, period, holder));
    }

    function _takeBackWhole(
        Instruction storage entry,
        uint64 instruction,
        address holder
    ) private returns (uint128 amount) {
        require(holder == address(0), NotInInstruction(instruction, holder));
        entry.stage = InstructionStage.Returned;
        if (entry.kind == InstructionKind.Payee) _reopenPayee(entry.deal, entry.period, entry.payee);
        if (entry.kind == InstructionKind.Series) {
            _reopenUnits(entry.deal, entry.series, entry.period, entry.units);
        }
        return entry.amount;
    }

    function _checkDistribution(IWaterfall.Distribution calldata distribution) private view returns (bytes32 hash) {
        hash = keccak256(abi.encode(distribution));
        (DealId deal, Period period) = (distribution.deal, distribution.period);
        bool isKnown = hash == _waterfall.distributionHashOf(deal, period);
        require(isKnown, DistributionUnknown(deal, period, hash));
    }
}
