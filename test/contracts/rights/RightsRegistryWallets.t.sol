// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";
import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";

import {RightId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Rights whose owner lost its wallet.
contract RightsRegistryWalletsTest is RoomsFixture {
    RightId private _right;
    address private _found;

    function setUp() public override {
        super.setUp();
        _right = _register(_rightTerms("patent of battery cells", 9, 50_000_00));
        _found = _wallet("found wallet of the originator");
    }

    function test_Transfer_RevertGiven_TheOwnersWalletWasLost() public {
        _lose();
        _expectNotGiven();
    }

    function test_Transfer_RevertGiven_TheOwnersWalletWasUnbound() public {
        vm.prank(attesterCn);
        parties.unbind(originator, "reason");
        _expectNotGiven();
    }

    function test_Retire_BySuccessorOfTheOwnersWallet() public {
        _lose();
        bytes32[] memory titles = _rightTerms("patent of battery cells", 9, 50_000_00).titles;
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.NotRightHolder.selector, _right, originator));
        vm.prank(originator);
        rights.retire(_right, titles, "ended");
        vm.prank(_found);
        rights.retire(_right, titles, "ended");
        assertTrue(rights.claimOn(titles[0]) == RightId.wrap(0), "retired");
    }

    function _expectNotGiven() private {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.NotEligible.selector, originator));
        vm.prank(originator);
        rights.transferFrom(originator, investorCn, RightId.unwrap(_right));
    }

    /// @dev Another wallet acts for the originator from now on.
    function _lose() private {
        IPartyRegistry.Recovery memory recovery = IPartyRegistry.Recovery({
            lost: originator,
            successor: _found,
            issuedAt: START,
            evidence: "file"
        });
        _recover(recovery);
    }
}
