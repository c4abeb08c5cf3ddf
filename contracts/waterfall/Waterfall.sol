// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {ICollectionOracle} from "../interfaces/ICollectionOracle.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {Trail} from "../access/Trail.sol";
import {StageLib} from "../libraries/StageLib.sol";
import {DealStage, Office, PeriodStage} from "../types/Enums.sol";
import {DealId, Period, TrancheId} from "../types/Ids.sol";
import {ArgsLib} from "./ArgsLib.sol";
import {Calculator, Setting} from "./Calculator.sol";
import {CellsLib} from "./CellsLib.sol";
import {Inert} from "./Inert.sol";
import {Frame, ProgramFit} from "./ProgramFit.sol";

/// @title Waterfall
/// @notice Divides the cash that is there by the deal's program, one distribution a period, and commits it when the checker
/// approves exactly that distribution.
///
/// LIFE
/// The manager stores program, schedule and opening cells while the deal is a draft. When every stream stands: the manager may call
/// the supports for what a dry run would draw; anyone calculates; the checker approves. A calculation is kept beside the state before it
/// and becomes the state with the stage Approved, so nothing moves before approval, and an approval that is withdrawn, or falls with a
/// disputed report, leaves the state as it was. From Booked on it stands for good.
///
/// CASH
/// Income and principal are what receipts carry. A support's cash is what lies on its account and in no cell: a commitment is never
/// cash. The ledger must hold, account by account, what cells and arrivals claim; so a reserve that the program opens with
/// must lie on its account before the first calculation. The machine asserts that no run makes or loses cash;
/// `flows` tells the paying room what leaves each account.
///
/// SCHEDULE
/// The rows that are stored stand for good. The schedule book appends further ones when manager and trustee agree; nothing else
/// of what was stored ever changes.
///
/// CALLS
/// A called support has `callFor` seconds. Until it has paid or is overdue nothing is calculated; then the program runs with what
/// came and learns of the failure by its input. A call made again after the reports changed stands in for the first, and takes
/// it back when nothing is needed any more. Money that came early or beyond the draw is the program's to return.
///
/// APPROVAL
/// The same inputs give the same distribution, so approval compares them instead of running again: the reports' digest, which moves
/// with every report, removal and event, and the accounts that supports pay into.
///
/// ROLES
/// Manager stores and calls; anyone calculates; the checker, which the deal book keeps apart from manager and servicer, approves and
/// withdraws.
///
/// ROUNDING
/// The program's own; amounts per unit are scaled 1e18 and rounded down, so that holders never share more than the tranche got.
contract Waterfall is IWaterfall, Trail {
    using CellsLib for uint256[];
    using CellsLib for uint256[128];
    using RolesLib for uint64;
    using SafeCast for uint256;
    using StageLib for PeriodStage;

    /// @dev Cells after even and odd periods lie apart; before the first period stand the opening cells, as period zero.
    struct Mandate {
        address program; // slot 0
        Frame frame;
        uint16[2] flags;
        address schedule; // slot 1
        uint32 callFor;
        uint64 reserve;
        bytes32 programHash;
        uint256 directPayees;
        bytes32[2] inputs;
        uint96[] units; // by tranche
        uint256[128][2] cells;
    }

    uint16 private constant DEFAULT = 1 << 15;
    uint16 private constant ACCELERATION = 1 << 14;

    uint256 private constant DIVISIBLE =
        (1 << uint256(PeriodStage.Reported)) |
            (1 << uint256(PeriodStage.Called)) |
            (1 << uint256(PeriodStage.Calculated));
    uint256 private constant COMMITTED =
        (1 << uint256(PeriodStage.Approved)) |
            (1 << uint256(PeriodStage.Booked)) |
            (1 << uint256(PeriodStage.Paying)) |
            (1 << uint256(PeriodStage.Settled));

    /* STORAGE */

    IPartyRegistry public immutable parties;
    IDealBook public immutable dealBook;
    ICashLedger public immutable cashLedger;
    ICollectionOracle public immutable oracle;
    address public immutable inert;
    ProgramFit private immutable _fit;
    Calculator private immutable _calculator;

    mapping(DealId deal => Mandate mandate) private _mandates;
    mapping(DealId deal => mapping(Period period => bytes32 distributionHash)) public distributionHashOf;
    mapping(DealId deal => mapping(Period period => mapping(uint8 support => Call terms))) private _calls;
    mapping(DealId deal => mapping(Period period => mapping(TrancheId tranche => PerUnit amounts))) private _perUnit;

    constructor(IPartyRegistry partyRegistry, IDealBook deals, ICashLedger ledger, ICollectionOracle reports) {
        parties = partyRegistry;
        dealBook = deals;
        cashLedger = ledger;
        oracle = reports;
        inert = address(new Inert());
        _fit = new ProgramFit();
        _calculator = new Calculator(deals, ledger, reports);
    }

    /* ACTIONS */

    /// @inheritdoc IWaterfall
    function store(DealId deal, ProgramTerms calldata terms) external returns (bytes32 programHash) {
        _requireManager(deal);
        require(dealBook.stageOf(deal) == DealStage.Draft, NotDraft(deal));
        Mandate storage mandate = _mandates[deal];
        uint256 reserve;
        (mandate.frame, reserve, mandate.directPayees) = _fit.check(terms, _adoptTranches(deal, mandate));

        programHash = keccak256(abi.encode(terms));
        mandate.program = ArgsLib.store(inert, terms.program);
        mandate.schedule = ArgsLib.store(inert, terms.schedule);
        mandate.flags[0] = terms.flags;
        mandate.callFor = terms.callFor;
        mandate.reserve = reserve.toUint64();
        mandate.programHash = programHash;
        mandate.cells[0].write(terms.opening);
        _emitStored(deal, mandate, programHash, terms);
        _touch(deal);
        dealBook.fixProgram(deal, programHash);
    }

    /// @inheritdoc IWaterfall
    function call(DealId deal, Period period) external {
        _requireManager(deal);
        _requireComplete(deal, period);
        PeriodStage stage = dealBook.periodStageOf(deal, period);
        require(stage == PeriodStage.Reported, PeriodUnfit(deal, period, stage));
        Setting memory setting = _settingOf(deal, period);
        uint256[] memory needs = _calculator.needsOf(setting);

        uint256 sum = 0;
        uint256 standing = 0;
        for (uint256 i = 0; i < needs.length; ++i) {
            standing += setting.called[i];
            sum += _callOne(setting, uint8(i), needs[i]);
        }
        require(sum + standing != 0, NothingToCall(deal, period));
        _touch(deal);
        if (sum != 0) dealBook.movePeriod(deal, period, PeriodStage.Called);
    }

    /// @inheritdoc IWaterfall
    function calculate(DealId deal, Period period) external returns (bytes32 distributionHash) {
        _requireComplete(deal, period);
        PeriodStage stage = dealBook.periodStageOf(deal, period);
        require(stage.isIn(DIVISIBLE), PeriodUnfit(deal, period, stage));
        Setting memory setting = _settingOf(deal, period);
        (Distribution memory distribution, PerUnit[] memory shares) = _calculator.distributionOf(setting);
        _settleCalls(setting, distribution.arrivals);

        distributionHash = keccak256(abi.encode(distribution));
        _keep(distribution, shares, distributionHash);
        emit DistributionCalculated(deal, period, distributionHash, distribution);
        _touch(deal);
        if (stage != PeriodStage.Calculated) dealBook.movePeriod(deal, period, PeriodStage.Calculated);
    }

    /// @inheritdoc IWaterfall
    function approve(DealId deal, Period period, bytes32 distributionHash) external {
        _requireChecker(deal);
        PeriodStage stage = dealBook.periodStageOf(deal, period);
        require(stage == PeriodStage.Calculated, PeriodUnfit(deal, period, stage));
        _requireSame(deal, period, distributionHash, distributionHashOf[deal][period]);
        Mandate storage mandate = _mandates[deal];
        bytes32 inputs = _calculator.inputsDigestOf(deal, period, mandate.frame.supportAccounts);
        _requireSame(deal, period, mandate.inputs[_sideOf(period)], inputs);

        emit DistributionApproved(deal, period, distributionHash, parties.partyOf(msg.sender));
        _emitFlags(deal, period);
        _touch(deal);
        dealBook.movePeriod(deal, period, PeriodStage.Approved);
        _moveDeal(deal, _sideOf(period), distributionHash);
    }

    /// @inheritdoc IWaterfall
    function withdraw(DealId deal, Period period) external {
        _requireChecker(deal);
        PeriodStage stage = dealBook.periodStageOf(deal, period);
        require(stage == PeriodStage.Approved, PeriodUnfit(deal, period, stage));

        emit ApprovalWithdrawn(deal, period, distributionHashOf[deal][period], parties.partyOf(msg.sender));
        _touch(deal);
        dealBook.movePeriod(deal, period, PeriodStage.Calculated);
    }

    /// @inheritdoc IWaterfall
    function extend(DealId deal, address schedule) external returns (address previous) {
        RolesLib.ROOM_SCHEDULES.check(IAccessManaged(address(dealBook)).authority(), msg.sender);
        Mandate storage mandate = _known(deal);
        previous = mandate.schedule;
        mandate.schedule = schedule;
    }

    /* VIEWS */

    /// @inheritdoc IWaterfall
    function needOf(DealId deal, Period period) external view returns (uint128[] memory) {
        uint256[] memory needs = _calculator.needsOf(_settingOf(deal, period));
        return needs.slice(0, needs.length);
    }

    /// @inheritdoc IWaterfall
    function preview(DealId deal, Period period) external view returns (Distribution memory distribution) {
        (distribution, ) = _calculator.distributionOf(_settingOf(deal, period));
    }

    /// @inheritdoc IWaterfall
    function perUnitOf(DealId deal, Period period, TrancheId tranche) external view returns (PerUnit memory) {
        bool isCommitted = dealBook.periodStageOf(deal, period).isIn(COMMITTED);
        return isCommitted ? _perUnit[deal][period][tranche] : PerUnit(0, 0, 0);
    }

    /// @inheritdoc IWaterfall
    function perUnitsOf(DealId deal, Period period) external view returns (PerUnit[] memory amounts) {
        amounts = new PerUnit[](_mandates[deal].units.length);
        if (!dealBook.periodStageOf(deal, period).isIn(COMMITTED)) return amounts;
        for (uint256 i = 0; i < amounts.length; ++i) amounts[i] = _perUnit[deal][period][TrancheId.wrap(uint8(i))];
    }

    /// @inheritdoc IWaterfall
    function callOf(DealId deal, Period period, uint8 support) external view returns (Call memory) {
        return _calls[deal][period][support];
    }

    /// @inheritdoc IWaterfall
    function stateOf(DealId deal) external view returns (uint128[] memory cells, uint16 flags) {
        Mandate storage mandate = _mandates[deal];
        uint256 side = _approvedSide(deal);
        uint256 count = mandate.frame.cells;
        return (mandate.cells[side].read(count).slice(0, count), mandate.flags[side]);
    }

    /// @inheritdoc IWaterfall
    function programOf(DealId deal) external view returns (uint256[] memory program, uint256[] memory schedule) {
        Mandate storage mandate = _known(deal);
        return (ArgsLib.wordsOf(mandate.program), ArgsLib.wordsOf(mandate.schedule));
    }

    /// @inheritdoc IWaterfall
    function openingReserveOf(DealId deal) external view returns (uint128) {
        return _mandates[deal].reserve;
    }

    /// @inheritdoc IWaterfall
    function outstandingOf(DealId deal, TrancheId tranche) external view returns (uint128) {
        Mandate storage mandate = _mandates[deal];
        uint256 ordinal = TrancheId.unwrap(tranche);
        if (ordinal >= mandate.units.length) return 0;
        return mandate.cells[_approvedSide(deal)].readOne(mandate.frame.firstBalance + ordinal);
    }

    /// @inheritdoc IWaterfall
    function isRepaid(DealId deal) external view returns (bool) {
        Mandate storage mandate = _known(deal);
        uint256[128] storage cells = mandate.cells[_approvedSide(deal)];
        for (uint256 i = 0; i < mandate.units.length; ++i) {
            if (cells.readOne(mandate.frame.firstBalance + i) != 0) return false;
        }
        return true;
    }

    /// @inheritdoc IWaterfall
    function directPayeesOf(DealId deal) external view returns (uint256) {
        return _known(deal).directPayees;
    }

    /* INTERNAL */

    /// @dev Keeps the units of each tranche and answers with its opening balance.
    function _adoptTranches(DealId deal, Mandate storage mandate) private returns (uint128[] memory balances) {
        uint256 count = dealBook.trancheCountOf(deal);
        balances = new uint128[](count);
        delete mandate.units;
        for (uint256 i = 0; i < count; ++i) {
            IDealBook.TrancheTerms memory tranche = dealBook.trancheOf(deal, TrancheId.wrap(uint8(i)));
            mandate.units.push(tranche.units);
            balances[i] = (uint256(tranche.units) * tranche.face).toUint128();
        }
    }

    function _emitStored(
        DealId deal,
        Mandate storage mandate,
        bytes32 programHash,
        ProgramTerms calldata terms
    ) private {
        emit ProgramStored(
            deal,
            mandate.program,
            mandate.schedule,
            programHash,
            terms.opening,
            terms.flags,
            terms.callFor
        );
    }

    function _callOne(Setting memory setting, uint8 support, uint256 need) private returns (uint256 amount) {
        (DealId deal, Period period) = (setting.deal, setting.period);
        Mandate storage mandate = _mandates[deal];
        uint256 left = setting.cells[mandate.frame.firstLeft + support];
        amount = need < left ? need : left;
        if (amount == 0 && setting.called[support] == 0) return 0;
        uint48 deadlineAt = uint48(block.timestamp) + mandate.callFor;
        _calls[deal][period][support] = Call({amount: uint128(amount), deadlineAt: deadlineAt});
        emit SupportCalled(deal, period, support, uint128(need), uint128(amount), deadlineAt);
    }

    /// @dev Every called support has paid, or has failed to.
    function _settleCalls(Setting memory setting, uint128[] memory arrivals) private {
        (DealId deal, Period period) = (setting.deal, setting.period);
        uint256 first = _mandates[deal].frame.firstSupport;
        for (uint8 i = 0; i < setting.called.length; ++i) {
            uint128 called = setting.called[i];
            uint256 received = setting.cells[first + i] + arrivals[first + i];
            if (received >= called) continue;
            uint48 deadlineAt = _calls[deal][period][i].deadlineAt;
            require(block.timestamp > deadlineAt, CallPending(deal, period, i, deadlineAt));
            emit SupportFailed(deal, period, i, called, uint128(received));
        }
    }

    /// @dev Kept beside the state before it; it is the state once the period is approved.
    function _keep(Distribution memory distribution, PerUnit[] memory shares, bytes32 distributionHash) private {
        (DealId deal, Period period) = (distribution.deal, distribution.period);
        Mandate storage mandate = _mandates[deal];
        uint256 side = _sideOf(period);
        distributionHashOf[deal][period] = distributionHash;
        mandate.inputs[side] = distribution.inputsDigest;
        mandate.flags[side] = distribution.flags;
        mandate.cells[side].write(distribution.cells);
        for (uint256 i = 0; i < shares.length; ++i) {
            _perUnit[deal][period][TrancheId.wrap(uint8(i))] = shares[i];
        }
    }

    function _emitFlags(DealId deal, Period period) private {
        uint16[2] memory flags = _mandates[deal].flags;
        uint256 side = _sideOf(period);
        (uint16 before, uint16 later) = (flags[1 - side], flags[side]);
        if (before != later) emit FlagsChanged(deal, period, before, later);
    }

    function _moveDeal(DealId deal, uint256 side, bytes32 reason) private {
        DealStage stage = dealBook.stageOf(deal);
        uint16 flags = _mandates[deal].flags[side];
        bool isActive = stage == DealStage.Active;
        bool isPerforming = isActive || stage == DealStage.Accelerated;
        if (flags & DEFAULT != 0 && isPerforming) dealBook.declareDefault(deal, reason);
        else if (flags & ACCELERATION != 0 && isActive) dealBook.accelerate(deal, reason);
    }

    function _settingOf(DealId deal, Period period) private view returns (Setting memory setting) {
        Mandate storage mandate = _known(deal);
        uint256 side = 1 - _sideOf(period);
        setting.deal = deal;
        setting.period = period;
        setting.programHash = mandate.programHash;
        setting.program = mandate.program;
        setting.schedule = mandate.schedule;
        setting.cells = mandate.cells[side].read(mandate.frame.cells);
        setting.flags = mandate.flags[side];
        setting.supportAccounts = mandate.frame.supportAccounts;
        setting.units = mandate.units;
        setting.called = new uint128[](mandate.frame.supportCount);
        for (uint8 i = 0; i < setting.called.length; ++i) setting.called[i] = _calls[deal][period][i].amount;
    }

    /// @dev Before the first period the opening cells stand, as those of period zero.
    function _approvedSide(DealId deal) private view returns (uint256) {
        Period period = dealBook.currentPeriodOf(deal);
        uint256 number = Period.unwrap(period);
        bool isCommitted = number == 0 || dealBook.periodStageOf(deal, period).isIn(COMMITTED);
        return isCommitted ? number % 2 : (number + 1) % 2;
    }

    function _known(DealId deal) private view returns (Mandate storage mandate) {
        mandate = _mandates[deal];
        require(mandate.program != address(0), ProgramMissing(deal));
    }

    function _requireManager(DealId deal) private view {
        bool holds = dealBook.holdsOffice(deal, Office.Manager, 0, msg.sender);
        require(holds, IDealBook.NotOfficeHolder(deal, Office.Manager, msg.sender));
    }

    function _requireChecker(DealId deal) private view {
        require(dealBook.isChecker(deal, msg.sender), NotChecker(deal, msg.sender));
    }

    function _requireComplete(DealId deal, Period period) private view {
        require(oracle.isComplete(deal, period), PeriodIncomplete(deal, period));
    }

    function _sideOf(Period period) private pure returns (uint256) {
        return Period.unwrap(period) % 2;
    }

    function _requireSame(DealId deal, Period period, bytes32 expected, bytes32 actual) private pure {
        require(expected == actual, DistributionChanged(deal, period, expected, actual));
    }
}
