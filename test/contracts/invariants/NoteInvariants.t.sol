// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {EntitlementKind, PeriodStage} from "../../../contracts/types/Enums.sol";
import {Period, SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";
import {InvariantBase} from "../Vm.sol";

/// @notice Holders, orders, record dates and payments of one live deal in any order. Every act that its room refuses is a
/// refusal like in life; what must never happen is counted in the ghosts.
contract NoteHandler is SettlementFixture {
    address[] public holders;
    Period public period = FIRST;

    /// @dev Receivers that were not eligible when they received.
    uint256 public ghostIneligible;
    /// @dev Money that left for holders of A-HK, less what came back.
    mapping(Period period => mapping(address holder => uint256 amount)) public ghostPaid;
    mapping(Period period => mapping(address holder => uint256 amount)) public ghostOwed;
    uint256 public ghostBooked;
    uint256 public ghostReceived;
    uint256 public ghostSpent;
    uint256 public acts;

    uint64[] private _orders;
    IWaterfall.Distribution private _current;

    function setUp() public override {
        super.setUp();
        _grantRoom(RolesLib.ROOM_ENFORCEMENT, address(this));
        _closedOffer();
        ghostReceived = 1000 * FACE;
        holders = [investorHk, investorHkTwo, _meet("investor Tse", HONG_KONG), _meet("investor Kwok", HONG_KONG)];
    }

    /* HOLDERS */

    function transfer(uint256 from, uint256 to, uint256 units) external {
        (address sender, address receiver) = (_holder(from), _holder(to));
        uint256 moved = units % (noteHk.balanceOf(sender) + 2);
        bool mayReceive = noteHk.canReceive(receiver);
        vm.prank(sender);
        (bool done, ) = address(noteHk).call(abi.encodeCall(IERC20.transfer, (receiver, moved)));
        _count(done && !mayReceive);
    }

    function force(uint256 from, uint256 to, uint256 units) external {
        (address sender, address receiver) = (_holder(from), _holder(to));
        uint256 moved = units % (noteHk.balanceOf(sender) + 1);
        bool mayReceive = noteHk.canReceive(receiver);
        (bool done, ) = address(noteHk).call(abi.encodeCall(noteHk.forcedTransfer, (sender, receiver, moved)));
        _count(done && !mayReceive);
    }

    function freeze(uint256 of_, uint96 units) external {
        noteHk.setFrozenTokens(_holder(of_), units % 300);
        ++acts;
    }

    function restrict(uint256 of_) external {
        _orders.push(_restrict(_holder(of_), regulatorHk));
        ++acts;
    }

    function lift() external {
        if (_orders.length == 0) return;
        uint64 order = _orders[_orders.length - 1];
        _orders.pop();
        vm.prank(regulatorHk);
        parties.lift(order, "lifted");
        ++acts;
    }

    /* PERIODS */

    function approve(uint64 interest, uint64 principal) external {
        if (deals.periodStageOf(deal, period) != PeriodStage.Open) return;
        _current = _distribution(period);
        _current.payees[2] = interest;
        _current.payees[3] = principal;
        _current.payees[4] = 0;
        _current.flows[0] = int128(uint128(interest) + principal + 5_00);
        _approve(_current);
        waterfall.setPerUnit(deal, period, TRANCHE_A, _perUnit(interest, principal, 0, 600));
        ghostReceived += uint128(_current.flows[0]);
        ++acts;
    }

    function takeBook() external {
        if (deals.periodStageOf(deal, period) != PeriodStage.Approved) return;
        _closeBooks(period);
        desk.book(_current);
        _openBooks(period);
        ghostBooked += uint128(_current.flows[0]);
        for (uint256 i = 0; i < holders.length; ++i) ghostOwed[period][holders[i]] = owed(period, holders[i]);
        ++acts;
    }

    function pay(uint256 of_, bool isRejected) external {
        address holder = _holder(of_);
        uint64 instruction = _tryInstruct(_one(holder));
        if (instruction == 0) return;
        uint128 amount = agent.instructionOf(instruction).amount;
        bytes32 bankReference = _reference();
        vm.startPrank(accountBank);
        if (isRejected) agent.reject(instruction, "AM04");
        else agent.settle(instruction, DAY, bankReference);
        vm.stopPrank();
        if (isRejected) return;
        ghostPaid[period][holder] += amount;
        ghostSpent += amount;
        ++acts;
    }

    function comeBack(uint256 of_) external {
        address holder = _holder(of_);
        (uint64 instruction, ) = agent.payoutOf(noteHk.seriesId(), period, holder);
        uint128 before = cash.balanceOf(paymentAccount);
        bytes32 bankReference = _reference();
        vm.prank(accountBank);
        (bool done, ) = address(agent).call(
            abi.encodeCall(agent.returnPayout, (instruction, holder, DAY, bankReference, bytes32("AC04")))
        );
        if (!done) return;
        uint256 amount = cash.balanceOf(paymentAccount) - before;
        ghostPaid[period][holder] -= amount;
        ghostSpent -= amount;
        ++acts;
    }

    function freeWithheld(uint256 of_) external {
        SeriesId series = noteHk.seriesId();
        vm.prank(custodianHk);
        (bool done, ) = address(agent).call(
            abi.encodeCall(agent.releaseWithheld, (series, period, _one(_holder(of_))))
        );
        if (done) ++acts;
    }

    function payTheRest() external {
        if (!agent.runOf(deal, period).isBooked) return;
        _payWhole(registrar, noteCn.seriesId(), _nobody());
        _payWhole(custodianMo, noteMo.seriesId(), _one(investorMo));
        vm.prank(manager);
        try desk.instructPayees(_current, _taxAndFee(), "file") returns (uint64 first) {
            _settleAndCount(first);
            _settleAndCount(first + 1);
        } catch {
            return;
        }
        ++acts;
    }

    function nextPeriod() external {
        if (deals.periodStageOf(deal, period) != PeriodStage.Settled) return;
        period = period.next();
        ++acts;
    }

    /* VIEWS */

    function count() external view returns (uint256) {
        return holders.length;
    }

    function owed(Period of_, address holder) public view returns (uint256) {
        SeriesId series = noteHk.seriesId();
        return
            uint256(agent.entitlementOf(series, of_, holder, EntitlementKind.Interest)) +
            agent.entitlementOf(series, of_, holder, EntitlementKind.Principal);
    }

    function balances() external view returns (uint256 sum, uint256 supply, uint256 size) {
        for (uint256 i = 0; i < holders.length; ++i) sum += noteHk.balanceOf(holders[i]);
        return (sum, noteHk.totalSupply(), noteHk.terms().units);
    }

    /// @dev Of A over all its series: sum of entitlements, what is booked for it, holders and kinds.
    function entitlements() external view returns (uint256 sum, uint256 booked, uint256 holdersAndKinds) {
        if (!agent.runOf(deal, period).isBooked) return (0, 0, 0);
        for (uint256 i = 0; i < holders.length; ++i) sum += owed(period, holders[i]);
        sum += _whole(noteCn.seriesId()) + _whole(noteMo.seriesId());
        booked = uint256(_current.payees[2]) + _current.payees[3];
        return (sum, booked, 2 * (holders.length + 2));
    }

    function cashHeld() external view returns (uint256) {
        return
            uint256(cash.balanceOf(planAccount)) + cash.balanceOf(paymentAccount) + cash.balanceOf(restrictedAccount);
    }

    function _whole(SeriesId series) private view returns (uint256) {
        return
            uint256(agent.entitlementOf(series, period, address(0), EntitlementKind.Interest)) +
            agent.entitlementOf(series, period, address(0), EntitlementKind.Principal);
    }

    function _payWhole(address payer, SeriesId series, address[] memory to) private {
        vm.prank(payer);
        try agent.instruct(series, period, to, "file") returns (uint64 instruction) {
            _settleAndCount(instruction);
        } catch {
            return;
        }
    }

    function _settleAndCount(uint64 instruction) private {
        ghostSpent += agent.instructionOf(instruction).amount;
        _settle(instruction);
    }

    function _tryInstruct(address[] memory to) private returns (uint64) {
        SeriesId series = noteHk.seriesId();
        vm.prank(custodianHk);
        try agent.instruct(series, period, to, "file") returns (uint64 instruction) {
            return instruction;
        } catch {
            return 0;
        }
    }

    function _count(bool isWrong) private {
        if (isWrong) ++ghostIneligible;
        ++acts;
    }

    function _holder(uint256 choice) private view returns (address) {
        return holders[choice % holders.length];
    }
}

/// @notice What holds of a live deal's notes, records and payouts after any history.
contract NoteInvariants is InvariantBase {
    NoteHandler private _handler;

    function setUp() public {
        _handler = new NoteHandler();
        _handler.setUp();
        bytes4[] memory selectors = new bytes4[](12);
        selectors[0] = NoteHandler.transfer.selector;
        selectors[1] = NoteHandler.force.selector;
        selectors[2] = NoteHandler.freeze.selector;
        selectors[3] = NoteHandler.restrict.selector;
        selectors[4] = NoteHandler.lift.selector;
        selectors[5] = NoteHandler.approve.selector;
        selectors[6] = NoteHandler.takeBook.selector;
        selectors[7] = NoteHandler.pay.selector;
        selectors[8] = NoteHandler.comeBack.selector;
        selectors[9] = NoteHandler.freeWithheld.selector;
        selectors[10] = NoteHandler.payTheRest.selector;
        selectors[11] = NoteHandler.nextPeriod.selector;
        _target(address(_handler), selectors);
    }

    /// @dev The acts of the handler lead through a whole period, so that the sentences below are about something.
    function test_History_LeadsThroughAPeriod() public {
        _handler.approve(600_07, 3_000_01);
        _handler.restrict(0);
        _handler.takeBook();
        _handler.pay(0, false);
        _handler.pay(1, true);
        _handler.pay(1, false);
        _handler.comeBack(1);
        _handler.lift();
        _handler.freeWithheld(0);
        _handler.pay(0, false);
        _handler.pay(1, false);
        _handler.payTheRest();
        assertTrue(_handler.ghostPaid(Period.wrap(1), _handler.holders(0)) != 0, "paid after all");
        _handler.nextPeriod();
        assertEq(Period.unwrap(_handler.period()), 2, "the next period");
        invariant_INV12_NothingErasesAnEntitlement();
        invariant_INV07_CashInIsCashOutAndCashHeld();
    }

    function invariant_INV01_BalancesSumToSupply() public view {
        (uint256 sum, uint256 supply, ) = _handler.balances();
        assertEq(sum, supply, "INV-01");
    }

    function invariant_INV02_SupplyWithinSize() public view {
        (, uint256 supply, uint256 size) = _handler.balances();
        assertLe(supply, size, "INV-02");
    }

    function invariant_INV03_NobodyReceivesIneligible() public view {
        assertEq(_handler.ghostIneligible(), 0, "INV-03");
    }

    /// @dev Whatever was frozen, restricted, moved or paid since the record date.
    function invariant_INV12_NothingErasesAnEntitlement() public view {
        for (uint32 period = 1; period <= Period.unwrap(_handler.period()); ++period) {
            for (uint256 i = 0; i < _handler.count(); ++i) _checkEntitlement(Period.wrap(period), _handler.holders(i));
        }
    }

    function invariant_INV15_EntitlementsSumToWhatIsBooked() public view {
        (uint256 sum, uint256 booked, uint256 holdersAndKinds) = _handler.entitlements();
        assertLe(sum, booked, "INV-15: never more");
        assertLe(booked - sum, holdersAndKinds, "INV-15: less than one each");
    }

    function invariant_INV07_CashInIsCashOutAndCashHeld() public view {
        assertEq(_handler.cashHeld() + _handler.ghostSpent(), _handler.ghostReceived(), "INV-07");
    }

    function _checkEntitlement(Period period, address holder) private view {
        uint256 owed = _handler.ghostOwed(period, holder);
        uint256 paid = _handler.ghostPaid(period, holder);
        assertTrue(paid == 0 || paid == owed, "paid whole and once, or not at all");
        if (owed != 0) assertEq(_handler.owed(period, holder), owed, "INV-12");
    }
}
