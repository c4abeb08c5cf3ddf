// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IWaterfallLens} from "../../../contracts/interfaces/IWaterfallLens.sol";

import {ProgramCheckLib} from "../../../contracts/libraries/ProgramCheckLib.sol";
import {WaterfallLens} from "../../../contracts/views/WaterfallLens.sol";
import {TestBase} from "../Vm.sol";
import {ProgramBuilder as P} from "../libraries/ProgramBuilder.sol";

contract WaterfallLensTest is TestBase {
    WaterfallLens private lens;

    function setUp() public {
        lens = new WaterfallLens();
    }

    function test_Run_GivesCellsPayeesAndLines() public view {
        IWaterfallLens.Outcome memory outcome = lens.run(_paying(), _state(30), _inputs(100));
        assertEq(outcome.cells[P.INCOME - 1], 70, "income left");
        assertEq(outcome.cells[P.ONE - 1], 0, "nothing due any more");
        assertEq(outcome.payees[0], 30, "payee");
        assertEq(outcome.ran, 1, "the line ran");
        assertEq(outcome.due[0], 30, "due");
        assertEq(outcome.paid[0], 30, "paid");
    }

    function test_NeedOf_IsWhatASupportWouldPay() public view {
        uint256 payment = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(P.SUPPORT << 24);
        uint256[] memory need = lens.needOf(P.single(payment), _state(30), _inputs(10));
        assertEq(need.length, 1, "supports");
        assertEq(need[0], 20, "need");
    }

    function test_Run_RevertWhen_ProgramIsMalformed() public {
        uint256[] memory words = _paying();
        words[0] += 1 << 248;
        bytes memory fault = abi.encodeWithSelector(ProgramCheckLib.UnknownVersion.selector, words[0] >> 248);
        vm.expectRevert(fault);
        lens.run(words, _state(30), _inputs(100));
        vm.expectRevert(fault);
        lens.needOf(words, _state(30), _inputs(100));
    }

    function _paying() private pure returns (uint256[] memory) {
        return P.single(P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.LINE);
    }

    function _state(uint256 due) private pure returns (IWaterfallLens.State memory state) {
        state.cells = new uint256[](8);
        state.cells[P.ONE - 1] = due;
    }

    function _inputs(uint256 income) private pure returns (IWaterfallLens.Inputs memory inputs) {
        inputs.arrivals = new uint256[](2);
        inputs.arrivals[0] = income;
        inputs.inputs = new uint256[](2);
    }
}
