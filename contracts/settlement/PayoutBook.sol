// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IEnforcement} from "../interfaces/IEnforcement.sol";
import {IPayingAgent} from "../interfaces/IPayingAgent.sol";
import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {Trail} from "../access/Trail.sol";
import {AccountPurpose, EntitlementKind, Office, PeriodStage} from "../types/Enums.sol";
import {AccountId, DealId, Period, SeriesId} from "../types/Ids.sol";
import {Standing} from "../types/Standing.sol";
import {DeskLib} from "./DeskLib.sol";

/// @title PayoutBook
/// @notice What the paying agent remembers: which instruction pays what, and what of a period is still open.
///
/// RUNS
/// A period is booked as a run. It is open while a series or a payee of it is owed something: a series by the units whose
/// payout is neither settled nor withheld, payees by a bitmap. The last settlement closes the run and settles the
/// period; a payment that comes back opens the run again, never the period.
abstract contract PayoutBook is IPayingAgent, Trail {
    using DeskLib for IDealBook;

    /// @dev What stands in place of an instruction while a payout is withheld.
    uint64 internal constant WITHHELD = type(uint64).max;
    uint256 internal constant PER_UNIT_SCALE = 1e18;

    IEnforcement internal immutable _enforcement;
    IDealBook internal immutable _dealBook;
    ICashLedger internal immutable _cash;
    IWaterfall internal immutable _waterfall;

    /* STORAGE */

    uint64 public instructionCount;
    mapping(DealId deal => uint32 runs) public openRunsOf;
    mapping(uint64 instruction => bytes32 distributionHash) public basisOf;
    mapping(uint64 instruction => Instruction entry) internal _instructions;
    mapping(DealId deal => mapping(Period period => Run run)) internal _runs;
    mapping(DealId deal => mapping(Period period => uint64[256] instructions)) internal _payees;
    mapping(SeriesId series => mapping(Period period => SeriesRun run)) internal _seriesRuns;
    /// @dev Indexed by period: four periods share a slot.
    mapping(SeriesId series => mapping(address holder => uint64[2 ** 32] instructions)) internal _payouts;

    constructor(IEnforcement enforcement, IDealBook dealBook, ICashLedger cash, IWaterfall waterfall) {
        _enforcement = enforcement;
        _dealBook = dealBook;
        _cash = cash;
        _waterfall = waterfall;
    }

    /* VIEWS */

    /// @inheritdoc IPayingAgent
    function entitlementOf(
        SeriesId series,
        Period period,
        address holder,
        EntitlementKind kind
    ) external view returns (uint128) {
        IWaterfall.PerUnit memory amounts = _entitlementOf(series, period, holder);
        if (kind == EntitlementKind.Interest) return amounts.interest;
        if (kind == EntitlementKind.Principal) return amounts.principal;
        return kind == EntitlementKind.Residual ? amounts.residual : 0;
    }

    /// @inheritdoc IPayingAgent
    function instructionOf(uint64 instruction) external view returns (Instruction memory) {
        return _instructions[instruction];
    }

    /// @inheritdoc IPayingAgent
    function payoutOf(
        SeriesId series,
        Period period,
        address holder
    ) external view returns (uint64 instruction, bool isWithheld) {
        instruction = _payouts[series][holder][Period.unwrap(period)];
        return instruction == WITHHELD ? (0, true) : (instruction, false);
    }

    /// @inheritdoc IPayingAgent
    function payeeInstructionOf(DealId deal, Period period, uint8 payee) external view returns (uint64) {
        return _payees[deal][period][payee];
    }

    /// @inheritdoc IPayingAgent
    function runOf(DealId deal, Period period) external view returns (Run memory) {
        return _runs[deal][period];
    }

    /// @inheritdoc IPayingAgent
    function seriesRunOf(SeriesId series, Period period) external view returns (SeriesRun memory) {
        return _seriesRuns[series][period];
    }

    /* INTERNAL */

    /// @dev Points a payout to what pays it, which nothing else may.
    function _claim(SeriesId series, Period period, address holder, uint64 instruction) internal {
        uint64[2 ** 32] storage payouts = _payouts[series][holder];
        require(_isPayable(payouts[Period.unwrap(period)]), AlreadyInstructed(series, period, holder));
        payouts[Period.unwrap(period)] = instruction;
    }

    function _record(Instruction memory entry) internal returns (uint64 instruction) {
        instruction = ++instructionCount;
        _instructions[instruction] = entry;
        emit Instructed(
            instruction,
            entry.deal,
            entry.period,
            entry.series,
            entry.kind,
            entry.payee,
            entry.holders,
            entry.units,
            entry.amount,
            entry.maker,
            entry.contentHash
        );
    }

    function _settlePayee(DealId deal, Period period, uint8 payee) internal {
        _runs[deal][period].openPayees &= ~(uint232(1) << payee);
        _finish(deal, period);
    }

    function _settleUnits(DealId deal, SeriesId series, Period period, uint96 units) internal {
        SeriesRun storage run = _seriesRuns[series][period];
        run.settled += units;
        if (run.settled != run.supply) return;
        _runs[deal][period].openSeries -= 1;
        _finish(deal, period);
    }

    function _reopenPayee(DealId deal, Period period, uint8 payee) internal {
        _reopen(deal, period);
        _runs[deal][period].openPayees |= uint232(1) << payee;
    }

    function _reopenUnits(DealId deal, SeriesId series, Period period, uint96 units) internal {
        SeriesRun storage run = _seriesRuns[series][period];
        if (run.settled == run.supply) {
            _reopen(deal, period);
            _runs[deal][period].openSeries += 1;
        }
        run.settled -= units;
    }

    /// @dev A run that was complete is open again.
    function _reopen(DealId deal, Period period) internal {
        Run memory run = _runs[deal][period];
        if (run.openSeries == 0 && run.openPayees == 0) openRunsOf[deal] += 1;
    }

    /// @dev Once nobody of the run is owed anything, the run is closed, and the period with it if it is not yet.
    function _finish(DealId deal, Period period) internal {
        Run memory run = _runs[deal][period];
        if (run.openSeries != 0 || run.openPayees != 0) return;
        openRunsOf[deal] -= 1;
        if (_stageOf(deal, period) == PeriodStage.Paying) {
            _movePeriod(deal, period, PeriodStage.Settled);
        }
    }

    function _beginPaying(DealId deal, Period period) internal {
        if (_stageOf(deal, period) == PeriodStage.Booked) {
            _movePeriod(deal, period, PeriodStage.Paying);
        }
    }

    function _shift(DealId deal, AccountPurpose from, AccountPurpose to, uint128 amount, bytes32 key) internal {
        if (amount != 0) _cash.shift(_account(deal, from), _account(deal, to), amount, key);
    }

    function _checkBank(DealId deal) internal view {
        require(_holds(deal, Office.AccountBank, 0), NotAccountBank(deal, msg.sender));
    }

    /// @dev An instruction on which the account bank reports.
    function _expect(uint64 instruction, InstructionStage stage) internal view returns (Instruction storage entry) {
        entry = _instructions[instruction];
        _checkBank(entry.deal);
        require(entry.stage == stage, InstructionStageForbids(instruction, entry.stage));
    }

    function _isPayable(uint64 instruction) internal view returns (bool) {
        if (instruction == 0) return true;
        return _instructions[instruction].stage == InstructionStage.Returned || _isVoid(instruction);
    }

    /// @dev Whether what a mirror's instruction rests on has changed.
    function _isVoid(uint64 instruction) internal view returns (bool) {
        bytes32 basis = basisOf[instruction];
        if (basis == 0) return false;
        Instruction storage entry = _instructions[instruction];
        (DealId deal, Period period) = (entry.deal, entry.period);
        SeriesRun memory run = _seriesRuns[entry.series][period];
        bool isOtherSupply = run.book != 0 && run.supply != entry.units;
        return isOtherSupply || basis != _waterfall.distributionHashOf(deal, period);
    }

    function _entitlementOf(
        SeriesId series,
        Period period,
        address holder
    ) internal view returns (IWaterfall.PerUnit memory) {
        DeskLib.Series memory its = _dealBook.seriesOf(series);
        SeriesRun memory run = _seriesRuns[series][period];
        require(run.book != 0, PeriodNotBooked(its.deal, period));
        uint256 units = holder == address(0) ? run.supply : its.note.unitsAt(holder, run.book);
        return _entitlement(units, _perUnitOf(its, period));
    }

    function _entitlement(
        uint256 units,
        IWaterfall.PerUnit memory perUnit
    ) internal pure returns (IWaterfall.PerUnit memory) {
        return
            IWaterfall.PerUnit({
                interest: _floor(units, perUnit.interest),
                principal: _floor(units, perUnit.principal),
                residual: _floor(units, perUnit.residual)
            });
    }

    /// @dev Fits: units are below 2^96, and the amount of all units of a tranche is below 2^128.
    function _floor(uint256 units, uint256 perUnit) internal pure returns (uint128) {
        return uint128((units * perUnit) / PER_UNIT_SCALE);
    }

    function _sum(IWaterfall.PerUnit memory amounts) internal pure returns (uint128) {
        return amounts.interest + amounts.principal + amounts.residual;
    }

    function _blank(
        DealId deal,
        Period period,
        InstructionKind kind,
        bytes32 contentHash
    ) internal view returns (Instruction memory entry) {
        entry.deal = deal;
        entry.period = period;
        entry.kind = kind;
        entry.stage = InstructionStage.Instructed;
        entry.maker = msg.sender;
        entry.contentHash = contentHash;
    }

    function _keyOf(SeriesId series, Period period) internal pure returns (bytes32) {
        return keccak256(abi.encode(series, period));
    }

    function _account(DealId deal, AccountPurpose purpose) internal view returns (AccountId) {
        return DeskLib.accountOf(_cash, _dealBook, deal, purpose);
    }

    function _payerOf(SeriesId series) internal view returns (DeskLib.Series memory its) {
        its = _dealBook.seriesOf(series);
        _dealBook.checkPayer(its, msg.sender);
    }

    function _holds(DealId deal, Office office, uint16 jurisdiction) internal view returns (bool) {
        return _dealBook.holdsOffice(deal, office, jurisdiction, msg.sender);
    }

    function _stageOf(DealId deal, Period period) internal view returns (PeriodStage) {
        return _dealBook.periodStageOf(deal, period);
    }

    function _movePeriod(DealId deal, Period period, PeriodStage to) internal {
        _dealBook.movePeriod(deal, period, to);
    }

    function _perUnitOf(DeskLib.Series memory its, Period period) internal view returns (IWaterfall.PerUnit memory) {
        return _waterfall.perUnitOf(its.deal, period, its.tranche);
    }

    /// @dev Units of holders at the record of a period.
    function _unitsOf(
        DeskLib.Series memory its,
        Period period,
        address[] memory holders
    ) internal view returns (uint96[] memory) {
        return its.note.holdingsAt(holders, _seriesRuns[its.id][period].book);
    }

    /// @dev Of the parties that are paid what is recorded under holders: a wallet may have been lost since, and an order may
    /// have given it to another.
    function _standingsOf(
        DeskLib.Series memory its,
        Period period,
        address[] memory holders
    ) internal view returns (Standing[] memory) {
        return _enforcement.payeesOf(its.id, _seriesRuns[its.id][period].book, holders);
    }
}
