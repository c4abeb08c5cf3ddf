// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {PartyId} from "../../../contracts/types/Ids.sol";
import {Standing} from "../../../contracts/types/Standing.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice The word that transfer rules read says what the profile says; who acts for whom.
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

    function test_ActsFor_EachWalletOfTheParty() public {
        address second = _wallet("second");
        PartyId party = _bind(_attestation("investor Wong", second, HONG_KONG), investorHk);
        assertTrue(parties.actsFor(party, investorHk) && parties.actsFor(party, second), "both act");
    }

    function test_ActsFor_NotForAnotherParty() public view {
        assertFalse(parties.actsFor(parties.partyOf(trustee), investorHk), "another's");
        assertFalse(parties.actsFor(parties.partyOf(trustee), stranger), "a stranger");
    }

    function test_ActsFor_NobodyForPartyZero() public view {
        assertFalse(parties.actsFor(PartyId.wrap(0), stranger), "zero");
    }

    function test_ActsFor_ARevokedPartyActsNoMore() public {
        PartyId party = parties.partyOf(investorHk);
        vm.prank(attesterHk);
        parties.revoke(party, "file");
        assertFalse(parties.actsFor(party, investorHk), "revoked");
    }

    function test_ActsFor_AnExpiredOrRestrictedPartyActs() public {
        PartyId party = parties.partyOf(investorHk);
        vm.prank(regulatorHk);
        parties.restrict(party, "order");
        vm.warp(parties.profile(party).validUntil + 1);
        assertFalse(parties.isEligible(party), "not eligible");
        assertTrue(parties.actsFor(party, investorHk), "acts");
    }

    function test_ActsFor_AnUnboundWalletActsNoMore() public {
        PartyId party = parties.partyOf(investorHk);
        vm.prank(attesterHk);
        parties.unbind(investorHk, "reason");
        assertFalse(parties.actsFor(party, investorHk), "unbound");
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
