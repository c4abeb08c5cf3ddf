// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {TestBase} from "../Vm.sol";
import {ProgramBuilder as P} from "./ProgramBuilder.sol";
import {WaterfallHarness} from "./WaterfallHarness.sol";

/// @notice A small deal that lives through periods drawn at random: interest and principal supported by a guarantor,
/// an account filled from the rest.
contract SmallDeal {
    WaterfallHarness private immutable _machine;
    uint256[] private _words;
    uint256[] private _cells;
    uint16 private _flags;

    uint256 public totalIn;
    uint256 public totalOut;
    uint256 public guarantorIn;
    uint256 public drawn;

    uint256 public constant COMMITMENT = 1e12;

    constructor(WaterfallHarness machine) {
        _machine = machine;
        uint256[] memory steps = new uint256[](6);
        steps[0] = P.step(P.ACCRUE, P.BALANCE, 0, P.DAYS, P.ONE) | P.scale(50_000_000, 365);
        steps[1] = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(0x03020000) | P.LINE;
        steps[2] = P.step(P.TEST, P.INCOME, P.FIGURE, 0, 0) | P.scale(1, 1);
        steps[3] = P.step(P.PAY, P.INCOME, P.BALANCE, P.PAYEE, 0) | P.list(0x02000000) | P.mask(1, 0) | P.LINE;
        steps[4] = P.step(P.PAY, P.INCOME, 0, P.ACCOUNT, 0) | P.scale(1, 3) | P.LINE;
        steps[5] = P.step(P.PAY, P.INCOME, P.OWED, P.OTHER, 0) | P.LINE;
        _words = P.program(steps, 4);
        _cells = new uint256[](8);
        (_cells[P.LEFT - 1], _cells[P.BALANCE - 1]) = (COMMITMENT, 1e15);
    }

    function live(uint96 income, uint96 support, uint16 count, uint96 threshold) external {
        WaterfallHarness.Period memory period;
        (period.arrivals, period.inputs) = (new uint256[](2), new uint256[](2));
        (period.arrivals[0], period.arrivals[1]) = (income, support);
        (period.inputs[0], period.inputs[1]) = (count, threshold);
        uint256 before = _cells[P.LEFT - 1];
        WaterfallHarness.Outcome memory outcome = _machine.run(
            _words,
            WaterfallHarness.Opening(_cells, _flags),
            period
        );
        (_cells, _flags) = (outcome.cells, outcome.flags);
        totalIn += uint256(income) + support;
        guarantorIn += support;
        totalOut += outcome.payees[0] + outcome.payees[1];
        drawn += before - outcome.cells[P.LEFT - 1];
    }

    function cellOf(uint256 cell) external view returns (uint256) {
        return _cells[cell - 1];
    }
}

contract WaterfallLibInvariants is TestBase {
    SmallDeal private _deal;

    function setUp() public {
        _deal = new SmallDeal(new WaterfallHarness());
    }

    function invariant_INV07_CashInIsCashOutPlusCashHeld() public view {
        uint256 held = _deal.cellOf(P.INCOME) + _deal.cellOf(P.SUPPORT) + _deal.cellOf(P.ACCOUNT);
        assertEq(_deal.totalIn(), _deal.totalOut() + held, "cash");
    }

    function invariant_INV13_GuarantorPaysWithinItsWord() public view {
        assertEq(_deal.drawn() + _deal.cellOf(P.LEFT), _deal.COMMITMENT(), "commitment");
        assertEq(_deal.guarantorIn() - _deal.cellOf(P.SUPPORT), _deal.drawn(), "what it gave is what was drawn");
        assertLe(_deal.cellOf(P.OWED), _deal.drawn(), "owed at most what was drawn");
    }
}
