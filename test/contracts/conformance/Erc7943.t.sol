// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IERC7943Fungible} from "../../../contracts/interfaces/IERC7943.sol";

import {LiveNotes} from "../notes/LiveNotes.sol";

/// @notice A note against the text of ERC-7943 for fungible tokens.
contract Erc7943Conformance is LiveNotes {
    function testFuzz_Views_NeverRevert(address from, address to, uint256 units) public view {
        noteHk.canSend(from);
        noteHk.canReceive(to);
        noteHk.canTransfer(from, to, units);
        noteHk.getFrozenTokens(from);
    }

    function test_CanTransfer_AsksBothSidesAndTheFrozenUnits() public {
        assertTrue(noteHk.canTransfer(investorHk, investorHkTwo, 100), "allowed");
        assertFalse(noteHk.canTransfer(investorHk, stranger, 1), "nobody knows the receiver");
        assertFalse(noteHk.canTransfer(stranger, investorHk, 1), "nobody knows the sender");
        noteHk.setFrozenTokens(investorHk, 50);
        assertFalse(noteHk.canTransfer(investorHk, investorHkTwo, 71), "frozen");
        assertTrue(noteHk.canTransfer(investorHk, investorHkTwo, 70), "free");
    }

    function test_Transfer_RevertsWhereCanTransferSaysNo() public {
        vm.prank(investorHk);
        (bool done, ) = address(noteHk).call(abi.encodeCall(IERC20.transfer, (stranger, 1)));
        assertFalse(done, "not to who may not receive");
    }

    function test_SetFrozenTokens_OverwritesMayExceedAndFiresFrozen() public {
        noteHk.setFrozenTokens(investorHk, 50);
        vm.expectEmit(address(noteHk));
        emit IERC7943Fungible.Frozen(investorHk, 500);
        assertTrue(noteHk.setFrozenTokens(investorHk, 500), "returns true");
        assertEq(noteHk.getFrozenTokens(investorHk), 500, "overwrites, above the balance");
    }

    function test_SetFrozenTokens_IsRestricted() public {
        vm.prank(stranger);
        (bool done, ) = address(noteHk).call(abi.encodeCall(noteHk.setFrozenTokens, (investorHk, 1)));
        assertFalse(done, "not by anybody");
    }

    function test_ForcedTransfer_MovesPastFreezeAndRefusalsOfTheSender() public {
        noteHk.setFrozenTokens(investorHk, 120);
        _restrict(investorHk, regulatorHk);
        vm.expectEmit(address(noteHk));
        emit IERC7943Fungible.Frozen(investorHk, 100);
        vm.expectEmit(address(noteHk));
        emit IERC20.Transfer(investorHk, investorHkTwo, 20);
        vm.expectEmit(address(noteHk));
        emit IERC7943Fungible.ForcedTransfer(investorHk, investorHkTwo, 20);
        assertTrue(noteHk.forcedTransfer(investorHk, investorHkTwo, 20), "returns true");
        assertEq(noteHk.balanceOf(investorHk), 100, "less");
        assertEq(noteHk.getFrozenTokens(investorHk), 100, "unfrozen first");
    }

    function test_ForcedTransfer_RevertsWhereTheReceiverMayNotReceive() public {
        (bool done, ) = address(noteHk).call(abi.encodeCall(noteHk.forcedTransfer, (investorHk, stranger, 1)));
        assertFalse(done, "canReceive holds for orders too");
    }

    function test_ForcedTransfer_IsRestricted() public {
        vm.prank(investorHkTwo);
        (bool done, ) = address(noteHk).call(abi.encodeCall(noteHk.forcedTransfer, (investorHk, investorHkTwo, 1)));
        assertFalse(done, "not by anybody");
    }

    function test_Transfer_OfFrozenUnitsRevertsWithTheErrorOfTheStandard() public {
        noteHk.setFrozenTokens(investorHk, 50);
        vm.prank(investorHk);
        vm.expectRevert(
            abi.encodeWithSelector(IERC7943Fungible.ERC7943InsufficientUnfrozenBalance.selector, investorHk, 71, 70)
        );
        noteHk.transfer(investorHkTwo, 71);
    }
}
