// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {LiveNotes} from "../notes/LiveNotes.sol";

/// @notice A note against the text of ERC-20: each sentence with MUST or SHOULD is a test.
contract Erc20Conformance is LiveNotes {
    function test_Transfer_MovesReturnsTrueAndFiresTransfer() public {
        vm.expectEmit(address(noteHk));
        emit IERC20.Transfer(investorHk, investorHkTwo, 7);
        vm.prank(investorHk);
        assertTrue(noteHk.transfer(investorHkTwo, 7), "returns true");
        assertEq(noteHk.balanceOf(investorHk), 113, "less");
        assertEq(noteHk.balanceOf(investorHkTwo), 87, "more");
        assertEq(noteHk.totalSupply(), 200, "the supply stays");
    }

    function test_Transfer_OfZeroIsANormalTransfer() public {
        vm.expectEmit(address(noteHk));
        emit IERC20.Transfer(investorHk, investorHkTwo, 0);
        vm.prank(investorHk);
        assertTrue(noteHk.transfer(investorHkTwo, 0), "returns true");
    }

    function test_Transfer_ThrowsWithoutTheBalance() public {
        vm.prank(investorHk);
        (bool done, ) = address(noteHk).call(abi.encodeCall(IERC20.transfer, (investorHkTwo, 121)));
        assertFalse(done, "throws");
    }

    function test_TransferFrom_ThrowsUnlessAuthorized() public {
        vm.prank(investorHkTwo);
        (bool done, ) = address(noteHk).call(abi.encodeCall(IERC20.transferFrom, (investorHk, investorHkTwo, 1)));
        assertFalse(done, "throws");
    }

    function test_TransferFrom_OfZeroFiresTransfer() public {
        vm.expectEmit(address(noteHk));
        emit IERC20.Transfer(investorHk, investorHkTwo, 0);
        vm.prank(investorHkTwo);
        assertTrue(noteHk.transferFrom(investorHk, investorHkTwo, 0), "returns true");
    }

    function testFuzz_Approve_OverwritesAndFiresApproval(uint256 first, uint256 second) public {
        vm.prank(investorHk);
        noteHk.approve(investorHkTwo, first);
        vm.expectEmit(address(noteHk));
        emit IERC20.Approval(investorHk, investorHkTwo, second);
        vm.prank(investorHk);
        assertTrue(noteHk.approve(investorHkTwo, second), "returns true");
        assertEq(noteHk.allowance(investorHk, investorHkTwo), second, "overwrites");
    }

    function testFuzz_TransferFrom_NeverBeyondTheAllowance(uint256 allowed, uint8 units) public {
        vm.prank(investorHk);
        noteHk.approve(investorHkTwo, allowed);
        vm.prank(investorHkTwo);
        (bool done, ) = address(noteHk).call(abi.encodeCall(IERC20.transferFrom, (investorHk, investorHkTwo, units)));
        assertTrue(done == (units <= allowed && units <= 120), "as far as both go");
    }

    function test_Burn_FiresTransferToZero() public {
        vm.expectEmit(address(noteHk));
        emit IERC20.Transfer(investorHk, address(0), 5);
        noteHk.burn(investorHk, 5);
        assertEq(noteHk.totalSupply(), 195, "the supply falls");
    }

    function test_Metadata_IsThere() public view {
        assertEq(noteHk.symbol(), "A-HK", "symbol");
        assertTrue(bytes(noteHk.name()).length != 0, "name");
        assertEq(noteHk.decimals(), 0, "whole units");
    }
}
