// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {StepLib} from "../../../contracts/libraries/StepLib.sol";
import {WaterfallLib} from "../../../contracts/libraries/WaterfallLib.sol";

import {TestBase} from "../Vm.sol";
import {ProgramBuilder as P} from "./ProgramBuilder.sol";
import {WaterfallHarness} from "./WaterfallHarness.sol";

contract WaterfallLibTest is TestBase {
    WaterfallHarness private _machine;
    // Values by cell of the layout of ProgramBuilder; those of arrivals arrive, all others stand when the period opens.
    uint256[15] private _given;
    uint16 private _flags;

    uint256 private constant MOST = type(uint128).max;

    function setUp() public {
        _machine = new WaterfallHarness();
    }

    /* OPEN */

    function test_Open_PlacesAndAdds() public {
        _given[P.INCOME] = 5;
        _given[P.ACCOUNT] = 6;
        _given[P.BALANCE] = 7;
        WaterfallHarness.Opening memory opening = _opening();
        opening.cells[0] = 10;
        WaterfallHarness.Outcome memory outcome = _machine.run(_idle(), opening, _period());
        assertEq(outcome.cells[P.INCOME - 1], 15, "carried forward and arrived");
        assertEq(outcome.cells[P.ACCOUNT - 1], 6, "account");
        assertEq(outcome.cells[P.BALANCE - 1], 7, "balance");
        _given[P.FIGURE] = 8;
        _given[P.DAYS] = 2;
        _expectCell(P.step(P.SET, P.FIGURE, 0, 0, P.ONE), P.ONE, 8);
        _expectCell(P.step(P.SET, P.DAYS, 0, 0, P.ONE), P.ONE, 2);
    }

    function test_Open_RevertWhen_CountsDiffer() public {
        (WaterfallHarness.Opening memory opening, WaterfallHarness.Period memory period) = (_opening(), _period());
        opening.cells = new uint256[](7);
        vm.expectRevert(abi.encodeWithSelector(WaterfallLib.WrongCellCount.selector, 8, 7));
        _machine.run(_idle(), opening, period);
        opening = _opening();
        period.arrivals = new uint256[](3);
        vm.expectRevert(abi.encodeWithSelector(WaterfallLib.WrongCellCount.selector, 2, 3));
        _machine.run(_idle(), opening, period);
        period = _period();
        period.inputs = new uint256[](1);
        vm.expectRevert(abi.encodeWithSelector(WaterfallLib.WrongCellCount.selector, 2, 1));
        _machine.run(_idle(), opening, period);
    }

    function test_Open_RevertWhen_ACellWouldOpenOutOfBounds() public {
        uint256[4] memory cells = [P.INCOME, P.ACCOUNT, P.ONE, P.FIGURE];
        for (uint256 i = 0; i < cells.length; ++i) {
            _given[cells[i]] = MOST;
            _machine.run(_idle(), _opening(), _period());
            _given[cells[i]] = MOST + 1;
            _refuse(_idle(), abi.encodeWithSelector(WaterfallLib.OpeningOutOfBounds.selector, cells[i]));
            _given[cells[i]] = 0;
        }
        _given[P.INCOME] = MOST;
        WaterfallHarness.Opening memory opening = _opening();
        opening.cells[0] = 1;
        vm.expectRevert(abi.encodeWithSelector(WaterfallLib.OpeningOutOfBounds.selector, P.INCOME));
        _machine.run(_idle(), opening, _period());
        // The largest word too: the cell refuses it before a sum could overflow.
        _given[P.INCOME] = type(uint256).max;
        vm.expectRevert(abi.encodeWithSelector(WaterfallLib.OpeningOutOfBounds.selector, P.INCOME));
        _machine.run(_idle(), opening, _period());
    }

    /* PAY */

    function test_Pay_PaysWhatIsDueOrThere() public {
        _given[P.INCOME] = 100;
        _given[P.ONE] = 30;
        uint256 payment = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.LINE;
        _expectLine(payment, 30, 30);
        _expectCell(payment, P.INCOME, 70);
        _expectCell(payment, P.ONE, 0);
        _expectPayee(payment, 0, 30);
        _given[P.INCOME] = 20;
        _expectLine(payment, 30, 20);
        _expectCell(payment, P.ONE, 10);
        _expectLine(P.step(P.PAY, P.INCOME, 0, P.PAYEE, 0) | P.LINE, 20, 20);
    }

    function test_Pay_PaysAPartRounded() public {
        _given[P.INCOME] = 7;
        uint256 half = P.step(P.PAY, P.INCOME, 0, P.PAYEE, 0) | P.scale(1, 2);
        _expectPayee(half, 0, 3);
        _expectPayee(half | P.rounding(1), 0, 4);
        _expectPayee(half | P.rounding(2), 0, 4);
        _expectPayee(P.step(P.PAY, P.INCOME, 0, P.PAYEE, 0) | P.scale(1, 3) | P.rounding(1), 0, 2);
        _expectPayee(P.step(P.PAY, P.INCOME, 0, P.PAYEE, 0) | P.scale(5, 2), 0, 7);
    }

    function test_Pay_LowersAlsoAndSoft() public {
        _given[P.INCOME] = 50;
        _given[P.ONE] = 40;
        _given[P.BALANCE] = 60;
        _given[P.TWO] = 15;
        uint256 payment = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, P.TWO) | P.also(0x060d0000);
        uint256[] memory words = P.pair(P.step(P.SET, P.ONE, 0, 0, P.TEMP), payment);
        WaterfallHarness.Outcome memory outcome = _run(words);
        assertEq(outcome.cells[P.BALANCE - 1], 20, "balance");
        assertEq(outcome.cells[P.TWO - 1], 0, "soft to zero");
        _given[P.TWO] = 45;
        assertEq(_run(words).cells[P.TWO - 1], 5, "soft by the payment");
    }

    function test_Pay_RevertWhen_AlsoIsTooSmall() public {
        _given[P.INCOME] = 50;
        _given[P.ONE] = 40;
        _given[P.BALANCE] = 39;
        uint256 payment = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.also(0x06000000);
        bytes memory failure = abi.encodeWithSelector(WaterfallLib.Underflow.selector, 1, P.BALANCE);
        _refuse(P.pair(P.step(P.SET, 0, 0, 0, P.TEMP), payment), failure);
    }

    function test_Pay_DrawsSupportsInTurn() public {
        _given[P.INCOME] = 10;
        _given[P.ONE] = 100;
        _given[P.ACCOUNT] = 20;
        _given[P.SUPPORT] = 90;
        _given[P.LEFT] = 60;
        uint256 payment = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(0x03020000) | P.LINE;
        _expectLine(payment, 100, 90);
        _expectCell(payment, P.ACCOUNT, 0);
        _expectCell(payment, P.SUPPORT, 30);
        _expectCell(payment, P.OWED, 60);
        _expectCell(payment, P.LEFT, 0);
        _expectCell(payment, P.ONE, 10);
        _expectPayee(payment, 0, 90);
        _given[P.ACCOUNT] = 95;
        _expectCell(payment, P.ACCOUNT, 5);
        _expectCell(payment, P.OWED, 0);
    }

    function test_Pay_SupportPaysItsPayeeAlone() public {
        _given[P.ONE] = 5;
        _given[P.TWO] = 5;
        _given[P.SUPPORT] = 50;
        _given[P.LEFT] = 50;
        uint256 supported = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(0x02000000);
        WaterfallHarness.Outcome memory outcome = _run(P.pair(supported, P.step(P.PAY, P.INCOME, P.TWO, P.OTHER, 0)));
        assertEq(outcome.payees[0], 5, "the covered payee");
        assertEq(outcome.payees[1], 0, "nobody else");
        assertEq(outcome.cells[P.SUPPORT - 1], 45, "the rest stays with the support");
    }

    /* SPLIT */

    function test_Split_SharesInProportion() public {
        _given[P.INCOME] = 60;
        (_given[P.ONE], _given[P.TWO]) = (100, 200);
        uint256 sharing = P.step(P.SPLIT, P.INCOME, 0, 0, 0) | P.also(0x07080000) | P.list(0x090a0000);
        _expectPayee(sharing, 0, 20);
        _expectPayee(sharing, 1, 40);
        _expectCell(sharing, P.INCOME, 0);
        (_given[P.ONE], _given[P.TWO]) = (10, 20);
        _expectPayee(sharing, 1, 20);
        _expectCell(sharing, P.INCOME, 30);
    }

    function test_Split_PlacesTheRemainder() public {
        uint256 sharing = P.step(P.SPLIT, P.INCOME, 0, 0, 0) | P.also(0x07080000) | P.list(0x090a0000);
        (_given[P.INCOME], _given[P.ONE], _given[P.TWO]) = (3, 2, 4);
        _expectPayee(sharing, 0, 1);
        _expectPayee(sharing, 1, 2);
        (_given[P.INCOME], _given[P.ONE], _given[P.TWO]) = (5, 1, 8);
        _expectPayee(sharing, 0, 1);
        _expectPayee(sharing | P.rounding(1), 0, 1);
        (_given[P.INCOME], _given[P.ONE], _given[P.TWO]) = (4, 1, 8);
        _expectPayee(sharing, 0, 1);
        _expectPayee(sharing | P.rounding(1), 0, 0);
        _expectPayee(sharing | P.rounding(1), 1, 4);
        (_given[P.INCOME], _given[P.ONE], _given[P.TWO]) = (1, 1, 1);
        _expectPayee(sharing | P.rounding(1), 0, 1);
    }

    function test_Split_FillsWeightsFromTheFirst() public {
        (_given[P.INCOME], _given[P.ONE], _given[P.TWO]) = (5, 2, 2);
        uint256 three = P.step(P.SPLIT, P.INCOME, 0, 0, 0) | P.also(0x07080700) | P.list(0x090a0300);
        _expectPayee(three, 0, 2);
        _expectPayee(three, 1, 2);
        _expectCell(three, P.ACCOUNT, 1);
    }

    function test_Split_EightMembers() public {
        (_given[P.INCOME], _given[P.ONE], _given[P.TWO]) = (12, 1, 2);
        uint256 eight =
            P.step(P.SPLIT, P.INCOME, 0, 0, 0) |
                P.also(0x07080708) |
                P.list(0x090a0303) |
                P.scale(0x070807080a090a09, 0);
        _expectPayee(eight, 0, 1 + 2 + 2);
        _expectPayee(eight, 1, 2 + 1 + 1);
        _expectCell(eight, P.ACCOUNT, 3);
    }

    /* ACCRUE */

    function test_Accrue_AddsInterest() public {
        (_given[P.BALANCE], _given[P.DAYS], _given[P.ONE]) = (1_000_000, 91, 5);
        _expectCell(P.step(P.ACCRUE, P.BALANCE, 0, P.DAYS, P.ONE) | P.scale(40_000_000, 365), P.ONE, 5 + 9972);
        (_given[P.BALANCE], _given[P.FIGURE], _given[P.DAYS], _given[P.TWO]) = (100, 50_000_000, 180, 360);
        (_given[P.ONE]) = 0;
        uint256 fromCells = P.step(P.ACCRUE, P.BALANCE, P.FIGURE, P.DAYS, P.ONE) | P.also(0x08000000);
        _expectCell(fromCells, P.ONE, 2);
        _expectCell(fromCells | P.rounding(1), P.ONE, 3);
        _expectCell(fromCells | P.rounding(2), P.ONE, 3);
    }

    function test_Accrue_RevertWhen_OutOfBounds() public {
        uint256[] memory words = P.pair(
            P.step(P.SET, 0, 0, 0, P.TEMP),
            P.step(P.ACCRUE, P.BALANCE, P.FIGURE, P.DAYS, P.ONE) | P.also(0x08000000)
        );
        _refuse(words, abi.encodeWithSelector(WaterfallLib.ZeroDenominator.selector, 1));
        _given[P.TWO] = 1;
        (_given[P.FIGURE], _given[P.DAYS]) = (type(uint64).max, type(uint32).max);
        _run(words);
        _given[P.FIGURE] = 1 << 64;
        _refuse(words, abi.encodeWithSelector(WaterfallLib.RateOutOfBounds.selector, 1, 1 << 64));
        (_given[P.FIGURE], _given[P.DAYS]) = (1, 1 << 32);
        _refuse(words, abi.encodeWithSelector(WaterfallLib.DaysOutOfBounds.selector, 1, 1 << 32));
    }

    /* GAP, ADD, SET, TEST */

    function test_Figures_AreScaledAndRounded() public {
        (_given[P.ONE], _given[P.TWO], _given[P.FIGURE]) = (10, 3, 4);
        _expectCell(P.step(P.GAP, P.ONE, P.FIGURE, 0, P.TWO), P.TWO, 6);
        _expectCell(P.step(P.GAP, P.FIGURE, P.ONE, 0, P.TWO), P.TWO, 0);
        _expectCell(P.step(P.ADD, P.ONE, 0, 0, P.TWO) | P.scale(2, 3), P.TWO, 9);
        _expectCell(P.step(P.ADD, P.ONE, 0, 0, P.TWO) | P.scale(2, 3) | P.rounding(1), P.TWO, 10);
        _expectCell(P.step(P.SET, P.FIGURE, 0, 0, P.TWO) | P.scale(1, 3) | P.rounding(1), P.TWO, 1);
        _expectCell(P.step(P.SET, P.FIGURE, 0, 0, P.TWO) | P.scale(1, 3) | P.rounding(2), P.TWO, 2);
        _expectCell(P.step(P.SET, 0, 0, 0, P.TWO) | P.scale(9, 0), P.TWO, 9);
        _expectCell(P.step(P.SET, 0, 0, 0, P.TWO) | P.scale(9, 2), P.TWO, 4);
        _expectCell(P.step(P.SET, P.ONE, 0, 0, P.TWO) | P.scale(9, 0), P.TWO, 10);
    }

    function test_Figures_RevertWhen_ACellWouldOverflow() public {
        (_given[P.ONE], _given[P.TWO]) = (MOST, 1);
        uint256[] memory words = P.pair(P.step(P.SET, 0, 0, 0, P.TEMP), P.step(P.ADD, P.ONE, 0, 0, P.TWO));
        _refuse(words, abi.encodeWithSelector(WaterfallLib.Overflow.selector, 1, P.TWO));
        words[3] = P.step(P.SET, P.ONE, 0, 0, P.TWO) | P.scale(2, 1);
        _refuse(words, abi.encodeWithSelector(WaterfallLib.Overflow.selector, 1, P.TWO));
    }

    function test_Test_SetsClearsAndKeepsTheFlag() public {
        (_given[P.ONE], _given[P.TWO]) = (109, 100);
        uint256 cover = P.step(P.TEST, P.ONE, P.TWO, 2, 0) | P.scale(100, 110);
        assertEq(_run(P.single(cover)).flags, 4, "109 % fails 110 %");
        _given[P.ONE] = 110;
        _flags = 5;
        assertEq(_run(P.single(cover)).flags, 1, "a pass clears");
        assertEq(_run(P.single(cover | P.LATCH)).flags, 5, "a latched flag stays");
        assertEq(_run(P.single(P.step(P.TEST, 0, 0, 15, 0) | P.scale(0, 1))).flags, 5 + (1 << 15), "0 >= 1 fails");
    }

    /* RUN */

    function test_Run_SkipsMaskedSteps() public {
        _given[P.INCOME] = 8;
        uint256 masked = P.step(P.PAY, P.INCOME, 0, P.PAYEE, 0) | P.mask(3, 4) | P.LINE;
        uint256[] memory words = P.pair(masked, P.step(P.PAY, P.INCOME, 0, P.OTHER, 0) | P.LINE);
        uint16[3] memory flags = [uint16(1), 7, 3];
        for (uint256 i = 0; i < flags.length; ++i) {
            _flags = flags[i];
            WaterfallHarness.Outcome memory outcome = _run(words);
            bool ran = flags[i] == 3;
            assertEq(outcome.lines.ran, ran ? 3 : 2, "which lines ran");
            assertEq(outcome.lines.due[0], ran ? 8 : 0, "due of the masked line");
            assertEq(outcome.lines.paid[1], ran ? 0 : 8, "paid on the other line");
        }
    }

    function test_Run_RevertWhen_OperationIsUnknown() public {
        uint256[] memory words = P.pair(P.step(P.SET, 0, 0, 0, P.TEMP), P.step(9, 0, 0, 0, 0));
        _refuse(words, abi.encodeWithSelector(StepLib.UnknownOperation.selector, 1, 9));
    }

    function test_Run_RevertWhen_CashIsNotConserved() public {
        _given[P.INCOME] = 2;
        bytes memory made = abi.encodeWithSelector(WaterfallLib.NotConserved.selector, 2, 7);
        _refuse(P.single(P.step(P.ADD, 0, 0, 0, P.ACCOUNT) | P.scale(5, 0)), made);
        bytes memory lost = abi.encodeWithSelector(WaterfallLib.NotConserved.selector, 2, 0);
        _refuse(P.single(P.step(P.PAY, P.INCOME, 0, P.ONE, 0)), lost);
    }

    function testFuzz_Run_ConservesCash(
        uint128 income,
        uint128 due,
        uint128 support,
        uint128 left,
        uint16 flags
    ) public {
        (_given[P.INCOME], _given[P.ONE], _given[P.SUPPORT], _given[P.LEFT]) = (income, due, support, left);
        _flags = flags;
        uint256 payment = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(0x02000000) | P.mask(1, 2) | P.LINE;
        WaterfallHarness.Outcome memory outcome = _run(P.single(payment));
        uint256 held = outcome.cells[P.INCOME - 1] + outcome.cells[P.SUPPORT - 1];
        assertEq(held + outcome.payees[0], uint256(income) + support, "cash in = cash out + cash held");
        assertEq(outcome.payees[0] + outcome.cells[P.ONE - 1], due, "paid + still due = due");
        assertEq(outcome.cells[P.OWED - 1] + outcome.cells[P.LEFT - 1], left, "owed + left = commitment");
    }

    function testFuzz_Split_NeverPaysAboveAWeight(uint128 cash, uint128 one, uint128 two, bool largest) public {
        (_given[P.INCOME], _given[P.ONE], _given[P.TWO]) = (cash, one, two);
        uint256 sharing = P.step(P.SPLIT, P.INCOME, 0, 0, 0) | P.also(0x07080000) | P.list(0x090a0000);
        uint256[] memory payees = _run(P.single(sharing | P.rounding(largest ? 1 : 0))).payees;
        assertLe(payees[0], one, "first share");
        assertLe(payees[1], two, "second share");
        uint256 total = uint256(one) + two;
        assertEq(payees[0] + payees[1], cash < total ? cash : total, "all that can be shared");
    }

    /* DRY RUN */

    function test_DryRun_NeedsWhatSupportsWouldPay() public {
        (_given[P.INCOME], _given[P.ONE], _given[P.ACCOUNT]) = (10, 100, 20);
        uint256 supported = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(0x03020000);
        uint256 returned = P.step(P.PAY, P.SUPPORT, 0, P.OTHER, 0);
        uint256[] memory needs = _machine.dryRun(P.pair(supported, returned), _opening(), _period());
        assertEq(needs.length, 1, "one support");
        assertEq(needs[0], 70, "need beyond cash and account, without a commitment");
    }

    function test_DryRun_RepaymentDoesNotLowerTheNeed() public {
        (_given[P.ONE], _given[P.TWO]) = (15, 40);
        uint256 restored = P.step(P.ADD, P.TWO, 0, 0, P.LEFT);
        uint256 supported = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(0x02000000);
        assertEq(_machine.dryRun(P.pair(restored, supported), _opening(), _period())[0], 15, "gross need");
    }

    function test_DryRun_AsksTheNextSupportForWhatTheFirstCannotPay() public view {
        uint256[] memory words = new uint256[](3);
        // Version 1, arrivals 3, supports 2, cash 3, state 5, payees 1: 2-3 supports, 6-7 left, 8 due, 9 payee.
        words[0] = uint256(0x0103020300050100000000) << 168;
        words[2] = P.step(P.PAY, P.INCOME, 8, 9, 0) | P.list(0x02030000);
        WaterfallHarness.Opening memory opening;
        opening.cells = new uint256[](8);
        (opening.cells[5], opening.cells[6], opening.cells[7]) = (30, 500, 100);
        WaterfallHarness.Period memory period;
        (period.arrivals, period.inputs) = (new uint256[](3), new uint256[](0));
        uint256[] memory needs = _machine.dryRun(words, opening, period);
        assertEq(needs[0], 100, "all that is short, of which 30 are left to pay");
        assertEq(needs[1], 70, "the rest");
        (opening.cells[5], opening.cells[6]) = (100, 0);
        assertEq(_machine.dryRun(words, opening, period)[1], 0, "nothing while the first can pay");
    }

    /* INTERNAL */

    function _idle() private pure returns (uint256[] memory) {
        return P.single(P.step(P.SET, 0, 0, 0, P.TEMP));
    }

    function _run(uint256[] memory words) private view returns (WaterfallHarness.Outcome memory) {
        return _machine.run(words, _opening(), _period());
    }

    function _refuse(uint256[] memory words, bytes memory failure) private {
        (WaterfallHarness.Opening memory opening, WaterfallHarness.Period memory period) = (_opening(), _period());
        vm.expectRevert(failure);
        _machine.run(words, opening, period);
    }

    function _expectCell(uint256 step, uint256 cell, uint256 value) private view {
        assertEq(_run(P.single(step)).cells[cell - 1], value, "cell");
    }

    function _expectPayee(uint256 step, uint256 payee, uint256 value) private view {
        assertEq(_run(P.single(step)).payees[payee], value, "payee");
    }

    function _expectLine(uint256 step, uint256 due, uint256 paid) private view {
        WaterfallHarness.Outcome memory outcome = _run(P.single(step));
        assertEq(outcome.lines.ran, 1, "the line ran");
        assertEq(outcome.lines.due[0], due, "due");
        assertEq(outcome.lines.paid[0], paid, "paid");
    }

    function _opening() private view returns (WaterfallHarness.Opening memory opening) {
        opening.cells = new uint256[](8);
        for (uint256 i = P.ACCOUNT; i <= P.TWO; ++i) {
            opening.cells[i - 1] = _given[i];
        }
        opening.flags = _flags;
    }

    function _period() private view returns (WaterfallHarness.Period memory period) {
        (period.arrivals, period.inputs) = (new uint256[](2), new uint256[](2));
        (period.arrivals[0], period.arrivals[1]) = (_given[P.INCOME], _given[P.SUPPORT]);
        (period.inputs[0], period.inputs[1]) = (_given[P.DAYS], _given[P.FIGURE]);
    }
}
