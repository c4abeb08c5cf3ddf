// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {PartyId} from "../../../contracts/types/Ids.sol";
import {Standing} from "../../../contracts/types/Standing.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice The word that transfer rules read says what the profile says.
contract PartyRegistryStandingTest is RoomsFixture {
    function test_StandingOf_NobodyKnows() public view {
        assertEq(Standing.unwrap(parties.standingOf(stranger)), 0, "zero");
    }

    function testFuzz_StandingOf_SaysWhatTheProfileSays(
        uint8 class,
        uint8 tolerance,
        uint32 validFor,
        uint8 orders,
        bool isRevoked
    ) public {
        address wallet = _wallet("investor Kuan");
        IPartyRegistry.Attestation memory attestation = _attestation("investor Kuan", wallet, MACAO);
        attestation.class = class;
        attestation.tolerance = tolerance % 6;
        attestation.validUntil = uint48(block.timestamp) + 1 + validFor;
        PartyId party = _attest(attestation);
        vm.startPrank(regulatorMo);
        for (uint256 i = 0; i < orders % 3; ++i) parties.restrict(party, "order");
        vm.stopPrank();
        vm.prank(attesterMo);
        if (isRevoked) parties.revoke(party, "file");
        address[] memory wallets = new address[](2);
        (wallets[0], wallets[1]) = (investorHk, wallet);
        Standing[] memory standings = parties.standingsBehind(wallets);
        _compare(investorHk, standings[0]);
        _compare(wallet, standings[1]);
        _compare(wallet, parties.standingOf(wallet));
    }

    function _compare(address wallet, Standing standing) private view {
        (PartyId party, IPartyRegistry.Profile memory profile) = parties.profileOf(wallet);
        assertTrue(standing.party() == party && standing.place() == profile.place, "party and place");
        assertTrue(standing.class() == profile.class && standing.tolerance() == profile.tolerance, "suitability");
        assertTrue(standing.validUntil() == profile.validUntil, "validity");
        assertTrue(standing.isRestricted() == (profile.restrictions != 0), "orders");
        assertTrue(standing.isRevoked() == profile.revoked, "revocation");
    }
}
