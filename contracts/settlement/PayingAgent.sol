// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IEnforcement} from "../interfaces/IEnforcement.sol";
import {IPayingAgent} from "../interfaces/IPayingAgent.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";
import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {AccountPurpose, PeriodStage} from "../types/Enums.sol";
import {DealId, Period, SeriesId} from "../types/Ids.sol";
import {Standing} from "../types/Standing.sol";
import {DeskLib} from "./DeskLib.sol";
import {PayoutBook} from "./PayoutBook.sol";

/// @title PayingAgent
/// @notice Pays the holders of record and the other payees of a booked distribution, and follows every payment until the bank
/// has made it.
///
/// LIFE
/// open (by the distribution desk, when it books) → instruct → settle, or reject or return and instruct again. The first
/// instruction moves the period to Paying, the last settlement to Settled. From there on a payment that comes back is payable
/// again and the period stays Settled.
///
/// A MIRROR AHEAD OF THE RECORD
/// An approval fixes the amounts per unit and nothing changes the units of a released series, so a mirror's registrar may
/// be instructed as soon as the distribution is approved. The money is there only once it is booked: until then the bank
/// cannot confirm. The instruction rests on that distribution. If another is approved instead, or another supply was taken, it
/// is void: it is never settled, and the registrar instructs again.
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
/// OTHERS THAN THE HOLDER OF RECORD
/// A payout is named by its holder of record. It is paid to the party behind that wallet, or to the one to which an order gave
/// it (`Enforcement.payeeOf`), and withheld while an order lives on that party.
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
/// PAUSED PLACES
/// A place that pauses payouts stops instructions to its series and to its parties, no others and no entitlement
/// (`Enforcement.payableTo`). What was instructed before is the bank's to confirm or reject.
///
/// COST
/// An instruction costs one write a holder in the first of four
/// periods, an update in the others; its settlement is one for the whole batch.
contract PayingAgent is PayoutBook {
    using DeskLib for IDealBook;

    address private immutable _authority;

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
        address authority,
        IEnforcement enforcement,
        IDealBook dealBook,
        ICashLedger cash,
        IWaterfall waterfall
    ) PayoutBook(enforcement, dealBook, cash, waterfall) {
        _authority = authority;
    }

    modifier onlyDesk() {
        RolesLib.check(RolesLib.ROOM_RECORDS, _authority, msg.sender);
        _;
    }

    /* ACTIONS */

    /// @inheritdoc IPayingAgent
    function open(DealId deal, Period period, Record[] calldata records, uint256 openPayees) external onlyDesk {
        uint16 openSeries = 0;
        for (uint256 i = 0; i < records.length; ++i) {
            Record calldata taken = records[i];
            _seriesRuns[taken.series][period] = SeriesRun({book: taken.book, supply: taken.supply, settled: 0});
            if (taken.isOwed) ++openSeries;
        }
        // the waterfall stores no program with more payees
        _runs[deal][period] = Run({isBooked: true, openSeries: openSeries, openPayees: uint232(openPayees)});
        openRunsOf[deal] += 1;
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
        DeskLib.Series memory its = _payerOf(series);
        DealId deal = its.deal;
        if (its.isMirror) _checkCommitted(deal, period);
        else require(_runs[deal][period].isBooked, PeriodNotBooked(deal, period));
        _beginPaying(deal, period);
        Draft memory draft;
        draft.entry = _blank(deal, period, InstructionKind.Holders, contentHash);
        draft.entry.series = series;
        draft.number = instructionCount + 1;
        draft.perUnit = _perUnitOf(its, period);
        require(_sum(draft.perUnit) != 0, NothingDue(series, period));
        draft.standings = _enforcement.payableTo(series, _seriesRuns[series][period].book, holders);
        if (its.isMirror) {
            require(holders.length == 0, MirrorPaidWhole(series));
            _addWhole(draft, its.note);
        } else {
            require(holders.length != 0, HoldersMissing(series));
            draft.units = _unitsOf(its, period, holders);
            _addHolders(draft, holders);
        }
        if (draft.entry.units != 0) instruction = _record(draft.entry);
        _touch(deal);
    }

    /// @inheritdoc IPayingAgent
    function instructPayees(
        DealId deal,
        Period period,
        Due[] calldata dues,
        address maker,
        bytes32 contentHash
    ) external onlyDesk returns (uint64 first) {
        require(_runs[deal][period].isBooked, PeriodNotBooked(deal, period));
        first = instructionCount + 1;
        for (uint256 i = 0; i < dues.length; ++i) {
            uint8 payee = dues[i].payee;
            require((_runs[deal][period].openPayees >> payee) & 1 == 1, PayeeNotOpen(deal, period, payee));
            require(_isPayable(_payees[deal][period][payee]), PayeeAlreadyInstructed(deal, period, payee));
            Instruction memory entry = _blank(deal, period, InstructionKind.Payee, contentHash);
            entry.maker = maker;
            entry.payee = payee;
            entry.amount = dues[i].amount;
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
        if (entry.kind == InstructionKind.Series) _checkBasis(instruction, deal, entry.period);
        entry.stage = InstructionStage.Settled;
        emit InstructionSettled(instruction, deal, bankReference);
        _touch(deal);
        uint128 amount = entry.amount;
        if (amount != 0) {
            _cash.pay(_account(deal, AccountPurpose.Payment), amount, valueDay, bankReference, msg.sender);
        }
        if (entry.kind == InstructionKind.Series) _beginPaying(deal, entry.period);
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
        DeskLib.Series memory its = _payerOf(series);
        uint96[] memory units = _unitsOf(its, period, holders);
        Standing[] memory standings = _standingsOf(its, period, holders);
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

    /// @dev The units at the record, or while the book is not taken those that are out.
    function _addWhole(Draft memory draft, ISeriesNote note) private {
        Instruction memory entry = draft.entry;
        SeriesRun memory run = _seriesRuns[entry.series][entry.period];
        uint96 supply = run.book == 0 ? uint96(note.totalSupply()) : run.supply;
        require(supply != 0, NothingHeld(entry.series, entry.period, address(0)));
        entry.kind = InstructionKind.Series;
        bytes32 basis = _waterfall.distributionHashOf(entry.deal, entry.period);
        basisOf[draft.number] = basis;
        emit InstructionBased(draft.number, entry.deal, basis);
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
        DeskLib.Series memory its = _dealBook.seriesOf(series);
        uint256 units = its.note.unitsAt(holder, _seriesRuns[series][period].book);
        _reopenUnits(entry.deal, series, period, uint96(units));
        return _sum(_entitlement(units, _perUnitOf(its, period)));
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

    /// @dev From here on amounts per unit stand, unless the approval is taken back.
    function _checkCommitted(DealId deal, Period period) private view {
        if (_runs[deal][period].isBooked) return;
        PeriodStage stage = _stageOf(deal, period);
        require(stage == PeriodStage.Approved, PeriodNotApproved(deal, period, stage));
    }

    /// @dev What was instructed ahead of the record is paid only if it is what was booked.
    function _checkBasis(uint64 instruction, DealId deal, Period period) private view {
        require(_runs[deal][period].isBooked, PeriodNotBooked(deal, period));
        require(!_isVoid(instruction), InstructionVoid(instruction));
    }
}
