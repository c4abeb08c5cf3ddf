// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {RightId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Rights against the text of ERC-721: each sentence with MUST or "throws" is a test.
contract Erc721Conformance is RoomsFixture {
    uint256 private _right;

    function setUp() public override {
        super.setUp();
        _right = RightId.unwrap(_register(_rightTerms("patent of battery cells", 9, 50_000_00)));
    }

    function test_BalanceOf_CountsAndThrowsForZero() public {
        assertEq(rights.balanceOf(originator), 1, "one");
        assertEq(rights.balanceOf(stranger), 0, "none");
        _throws(stranger, abi.encodeCall(IERC721.balanceOf, (address(0))), "zero address");
    }

    function test_OwnerOf_ThrowsForWhatIsNot() public {
        assertEq(rights.ownerOf(_right), originator, "owner");
        _throws(stranger, abi.encodeCall(IERC721.ownerOf, (_right + 1)), "no such right");
    }

    function test_TransferFrom_ChangesOwnershipClearsApprovalAndFires() public {
        vm.prank(originator);
        rights.approve(manager, _right);
        vm.expectEmit(address(rights));
        emit IERC721.Transfer(originator, investorCn, _right);
        vm.prank(manager);
        rights.transferFrom(originator, investorCn, _right);
        assertEq(rights.ownerOf(_right), investorCn, "changed");
        assertEq(rights.getApproved(_right), address(0), "cleared");
    }

    function test_TransferFrom_Throws() public {
        _throws(stranger, abi.encodeCall(IERC721.transferFrom, (originator, investorCn, _right)), "not authorized");
        _throws(originator, abi.encodeCall(IERC721.transferFrom, (investorCn, manager, _right)), "not the owner");
        _throws(originator, abi.encodeCall(IERC721.transferFrom, (originator, address(0), _right)), "zero address");
        _throws(originator, abi.encodeCall(IERC721.transferFrom, (originator, manager, _right + 1)), "no such right");
    }

    function test_SafeTransferFrom_ThrowsForAContractThatTakesNone() public {
        bytes memory call = abi.encodeWithSignature(
            "safeTransferFrom(address,address,uint256)",
            originator,
            address(this),
            _right
        );
        _throws(originator, call, "no receiver");
        vm.prank(originator);
        rights.safeTransferFrom(originator, investorCn, _right);
        assertEq(rights.ownerOf(_right), investorCn, "a wallet takes it");
    }

    function test_Approve_FiresAndOnlyByOwnerOrOperator() public {
        _throws(stranger, abi.encodeCall(IERC721.approve, (stranger, _right)), "not the owner");
        vm.expectEmit(address(rights));
        emit IERC721.Approval(originator, manager, _right);
        vm.prank(originator);
        rights.approve(manager, _right);
        assertEq(rights.getApproved(_right), manager, "approved");
        _throws(stranger, abi.encodeCall(IERC721.getApproved, (_right + 1)), "no such right");
    }

    function test_SetApprovalForAll_SetsEndsAndFires() public {
        vm.expectEmit(address(rights));
        emit IERC721.ApprovalForAll(originator, manager, true);
        vm.prank(originator);
        rights.setApprovalForAll(manager, true);
        assertTrue(rights.isApprovedForAll(originator, manager), "operator");
        vm.prank(originator);
        rights.setApprovalForAll(manager, false);
        assertFalse(rights.isApprovedForAll(originator, manager), "no more");
    }

    function _throws(address caller, bytes memory call, string memory fact) private {
        vm.prank(caller);
        (bool done, ) = address(rights).call(call);
        assertFalse(done, fact);
    }
}
