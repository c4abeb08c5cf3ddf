// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {DealId, RightId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Rights whose owner lost its wallet before they were pledged.
contract PoolBookWalletsTest is RoomsFixture {
    address private _found;

    function test_Pledge_RightsUnderALostWallet() public {
        RightId[] memory claims = _registerPool();
        DealId deal = _draftDeal();
        _found = _wallet("found wallet of the originator");
        _lose();
        vm.prank(_found);
        deals.pledge(deal, claims);
        assertTrue(rights.rightOf(claims[0]).deal == deal, "pledged");
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
