// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {PartyRegistry} from "../../../contracts/identity/PartyRegistry.sol";
import {PartyId} from "../../../contracts/types/Ids.sol";
import {HK} from "../../../contracts/types/Place.sol";
import {Standing} from "../../../contracts/types/Standing.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Wallets that are lost or taken from their party.
contract PartyRegistryRecoverTest is RoomsFixture {
    PartyId private _wong;
    PartyId private _silva;
    address private _found;
    address private _third;

    function setUp() public override {
        super.setUp();
        (_wong, _silva) = (parties.partyOf(investorHk), parties.partyOf(investorMo));
        _found = _wallet("found wallet of Wong");
        _third = _wallet("third wallet of Wong");
    }

    /* WHO SIGNS */

    function test_Recover_RevertWhen_SignedByAStranger() public {
        _expectNotAttester(stranger);
    }

    function test_Recover_RevertWhen_SignedByTheAttesterOfAnotherPlace() public {
        _expectNotAttester(attesterMo);
    }

    function test_Recover_RevertWhen_AttesterLostItsRoleAfterSigning() public {
        access.revokeRole(RolesLib.attester(HK), attesterHk);
        _expectNotAttester(attesterHk);
    }

    /// @dev Every field is signed: changing any gives another signer, who is no attester.
    function testFuzz_Recover_RevertWhen_AFieldWasChanged(uint256 field, uint256 change) public {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        bytes memory signature = _signRecovery(recovery, attesterHk);
        field = bound(field, 0, 3);
        change = bound(change, 1, 255);
        if (field == 0) recovery.lost = custodianHk;
        if (field == 1) recovery.successor = address(uint160(recovery.successor) ^ uint160(change));
        if (field == 2) recovery.issuedAt -= uint48(change);
        if (field == 3) recovery.evidence ^= bytes32(change);
        vm.expectRevert();
        vm.prank(regulatorHk);
        parties.recover(recovery, signature);
    }

    /* WHO CONFIRMS */

    function test_Recover_RevertWhen_NoRegulatorOfThePlaceConfirms() public {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        bytes memory signature = _signRecovery(recovery, attesterHk);
        address[5] memory others = [attesterHk, investorHk, _found, regulatorMo, stranger];
        for (uint256 i = 0; i < 5; ++i) {
            vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.regulator(HK), others[i]));
            vm.prank(others[i]);
            parties.recover(recovery, signature);
        }
    }

    function test_Recover_RevertWhen_AttesterAndRegulatorAreOneAccount() public {
        access.grantRole(RolesLib.regulator(HK), attesterHk, 0);
        _expectNotSeparate(attesterHk);
    }

    function test_Recover_RevertWhen_AttesterAndRegulatorAreOneParty() public {
        _attest(_attestation("office", attesterHk, HONG_KONG));
        _bind(_attestation("office", regulatorHk, HONG_KONG), attesterHk);
        _expectNotSeparate(regulatorHk);
    }

    function test_Recover_ByTwoPartiesThatAreAuthorities() public {
        _attest(_attestation("office", attesterHk, HONG_KONG));
        _attest(_attestation("other office", regulatorHk, HONG_KONG));
        _recover(investorHk, _found);
        assertTrue(parties.partyOf(_found) == _wong, "acts");
    }

    function test_Recover_RevertWhen_SignedForAnotherRegistry() public {
        PartyRegistry other = new PartyRegistry(address(access), UNPAUSE_FOR);
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        bytes memory signature = _signRecovery(recovery, attesterHk);
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.WalletUnknown.selector, investorHk));
        other.recover(recovery, signature);
        assertTrue(other.recoveryDigestOf(recovery) != parties.recoveryDigestOf(recovery), "bound to the contract");
    }

    /* STATEMENT */

    function test_Recover_RevertWhen_TheLostWalletActsForNobody() public {
        _expect(abi.encodeWithSelector(IPartyRegistry.WalletUnknown.selector, stranger), _recovery(stranger, _found));
    }

    function test_Recover_RevertGiven_TheWalletIsDead() public {
        _recover(investorHk, _found);
        _expect(
            abi.encodeWithSelector(IPartyRegistry.WalletDead.selector, investorHk, _found),
            _recovery(investorHk, _third)
        );
    }

    function test_Recover_RevertWhen_NoSuccessorIsNamed() public {
        bytes memory reason = abi.encodeWithSelector(IPartyRegistry.SuccessorMissing.selector, investorHk);
        _expect(reason, _recovery(investorHk, address(0)));
        _expect(reason, _recovery(investorHk, investorHk));
    }

    function test_Recover_RevertWhen_SuccessorActsForAnotherParty() public {
        _expect(
            abi.encodeWithSelector(IPartyRegistry.WalletBound.selector, custodianHk, parties.partyOf(custodianHk)),
            _recovery(investorHk, custodianHk)
        );
    }

    function test_Recover_RevertWhen_SuccessorIsDead() public {
        _recover(investorHk, _found);
        _expect(
            abi.encodeWithSelector(IPartyRegistry.WalletDead.selector, investorHk, _found),
            _recovery(_found, investorHk)
        );
    }

    function test_Recover_RevertWhen_EvidenceMissing() public {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        recovery.evidence = 0;
        _expect(abi.encodeWithSelector(IPartyRegistry.EvidenceMissing.selector), recovery);
    }

    function test_Recover_RevertWhen_IssuedInTheFuture() public {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        recovery.issuedAt = START + 1;
        _expect(abi.encodeWithSelector(IPartyRegistry.AttestationEarly.selector, START + 1), recovery);
    }

    function test_Recover_RevertWhen_SubmittedTwice() public {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        _recover(recovery);
        _expect(abi.encodeWithSelector(IPartyRegistry.WalletDead.selector, investorHk, _found), recovery);
    }

    function test_Recover_RevertWhen_OlderThanTheStanding() public {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        recovery.issuedAt = parties.attestedAt(_wong);
        _expect(abi.encodeWithSelector(IPartyRegistry.AttestationStale.selector, _wong, recovery.issuedAt), recovery);
    }

    function test_Recover_RevertGiven_RevokedInTheSameSecond() public {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        recovery.issuedAt = START;
        vm.prank(attesterHk);
        parties.revoke(_wong, "reason");
        _expect(abi.encodeWithSelector(IPartyRegistry.AttestationStale.selector, _wong, START), recovery);
    }

    /* EFFECTS */

    function test_Recover_BuriesTheWalletAndLetsItsSuccessorAct() public {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        vm.expectEmit(address(parties));
        emit IPartyRegistry.WalletRecovered(
            _wong,
            investorHk,
            _found,
            attesterHk,
            regulatorHk,
            recovery.issuedAt,
            recovery.evidence
        );
        assertTrue(_recover(recovery) == _wong, "the party");
        assertTrue(parties.partyOf(_found) == _wong, "the successor acts");
        assertTrue(parties.partyOf(investorHk) == PartyId.wrap(0), "the dead wallet does not");
        assertEq(parties.successorOf(investorHk), _found, "it has a successor");
        assertEq(parties.successorOf(_found), address(0), "who has none");
        assertEq(parties.attestedAt(_wong), recovery.issuedAt, "a statement about the party");
        assertTrue(parties.isEligible(_wong), "the party stands as before");
    }

    function test_Recover_LeavesThePartyBehindTheDeadWallet() public {
        _recover(investorHk, _found);
        assertTrue(parties.partyBehind(investorHk) == _wong, "what is recorded under it stays its party's");
        Standing standing = parties.standingOf(investorHk);
        assertTrue(standing.party() == PartyId.wrap(0) && standing.isRevoked(), "it moves nothing");
        (PartyId party, IPartyRegistry.Profile memory profile) = parties.profileOf(investorHk);
        assertTrue(party == PartyId.wrap(0) && profile.validUntil == 0, "and has no profile");
    }

    function test_Recover_ToAWalletOfTheParty() public {
        _bindThird();
        _recover(investorHk, _third);
        assertTrue(parties.partyOf(_third) == _wong, "acts as before");
        assertEq(parties.successorOf(investorHk), _third, "and succeeds");
    }

    function test_Recover_TheSuccessorInItsTurn() public {
        _recover(investorHk, _found);
        _recover(_found, _third);
        assertTrue(parties.partyOf(_third) == _wong, "the last one acts");
        assertTrue(parties.partyOf(_found) == PartyId.wrap(0), "the second is dead too");
        assertTrue(parties.partyBehind(investorHk) == _wong, "the first still leads to the party");
    }

    function test_Recover_AnUnboundWallet() public {
        _unbind(investorHk);
        vm.warp(START + 10);
        _recover(investorHk, _found);
        assertEq(parties.successorOf(investorHk), _found, "what it holds can follow");
    }

    function test_Recover_LeavesOrdersStanding() public {
        vm.prank(regulatorHk);
        parties.restrict(_wong, "order");
        _recover(investorHk, _found);
        assertTrue(parties.standingOf(_found).isRestricted(), "the successor is restricted");
    }

    function test_Recover_DoesNotReinstate() public {
        vm.prank(attesterHk);
        parties.revoke(_wong, "reason");
        vm.warp(START + 10);
        _recover(investorHk, _found);
        assertFalse(parties.isEligible(_wong), "still revoked");
        assertTrue(parties.standingOf(_found).isRevoked(), "with its new wallet");
    }

    function test_Recover_MakesEarlierAttestationsStale() public {
        IPartyRegistry.Attestation memory kept = _attestation("investor Wong", investorHk, HONG_KONG);
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        recovery.issuedAt = kept.issuedAt;
        _recover(recovery);
        _expectAttest(abi.encodeWithSelector(IPartyRegistry.WalletDead.selector, investorHk, _found), kept);
        kept.wallet = _found;
        _expectAttest(abi.encodeWithSelector(IPartyRegistry.AttestationStale.selector, _wong, kept.issuedAt), kept);
    }

    /* ATTEST */

    function test_Attest_RevertGiven_TheWalletIsDead() public {
        _recover(investorHk, _found);
        _expectAttest(
            abi.encodeWithSelector(IPartyRegistry.WalletDead.selector, investorHk, _found),
            _attestation("investor Wong", investorHk, HONG_KONG)
        );
        _expectAttest(
            abi.encodeWithSelector(IPartyRegistry.WalletBound.selector, investorHk, _wong),
            _attestation("Lau", investorHk, HONG_KONG)
        );
    }

    function test_Attest_RevertGiven_TheWalletIsUnboundFromAnotherParty() public {
        _unbind(investorHk);
        _expectAttest(
            abi.encodeWithSelector(IPartyRegistry.WalletBound.selector, investorHk, _wong),
            _attestation("Lau", investorHk, HONG_KONG)
        );
    }

    function test_Attest_RevertGiven_TheWalletIsUnbound() public {
        _unbind(investorHk);
        vm.warp(START + 10);
        _expectAttest(
            abi.encodeWithSelector(IPartyRegistry.ConsentMissing.selector, _wong, investorHk),
            _attestation("investor Wong", investorHk, HONG_KONG)
        );
    }

    /* UNBIND */

    function test_Unbind_RevertWhen_TheWalletActsForNobody() public {
        _expectUnknown(stranger);
    }

    function test_Unbind_RevertGiven_DeadOrUnbound() public {
        _recover(investorHk, _found);
        _expectUnknown(investorHk);
        _unbind(_found);
        _expectUnknown(_found);
    }

    function test_Unbind_RevertWhen_AttesterOfAnotherPlace() public {
        _expectNotRole(attesterMo);
        parties.unbind(investorHk, "reason");
    }

    function test_Unbind_RevertWhen_AWalletOfTheParty() public {
        _expectNotRole(investorHk);
        parties.unbind(investorHk, "reason");
    }

    function test_Unbind_RevertWhen_EvidenceMissing() public {
        vm.expectRevert(IPartyRegistry.EvidenceMissing.selector);
        vm.prank(attesterHk);
        parties.unbind(investorHk, 0);
    }

    function test_Unbind_EndsWhatTheWalletMayDo() public {
        vm.warp(START + 5);
        vm.expectEmit(address(parties));
        emit IPartyRegistry.WalletUnbound(_wong, investorHk, attesterHk, "reason", START + 5);
        _unbind(investorHk);
        assertTrue(parties.partyOf(investorHk) == PartyId.wrap(0), "acts for nobody");
        assertTrue(parties.standingOf(investorHk).isRevoked(), "moves nothing");
        assertTrue(parties.isUnbound(investorHk), "unbound");
        assertTrue(parties.partyBehind(investorHk) == _wong, "what is recorded under it stays its party's");
        assertEq(parties.attestedAt(_wong), START + 5, "a statement about the party");
        assertTrue(parties.isEligible(_wong), "the party stands as before");
    }

    function test_Unbind_LeavesOtherWallets() public {
        _bindThird();
        _unbind(investorHk);
        assertTrue(parties.partyOf(_third) == _wong, "the other acts on");
    }

    function test_Unbind_MakesEarlierAttestationsStale() public {
        _bindThird();
        IPartyRegistry.Attestation memory kept = _attestation("investor Wong", _third, HONG_KONG);
        _unbind(investorHk);
        _expectAttest(abi.encodeWithSelector(IPartyRegistry.AttestationStale.selector, _wong, kept.issuedAt), kept);
    }

    /* A HOSTILE ATTESTER */

    function test_HostileAttester_DoesNotReachAnotherPlace() public {
        bytes memory reason = abi.encodeWithSelector(
            RolesLib.NotRoleHolder.selector,
            RolesLib.attester(HK),
            attesterMo
        );
        IPartyRegistry.Attestation memory statement = _attestation("investor Wong", investorHk, HONG_KONG);
        bytes memory signature = _sign(statement, attesterMo);
        vm.expectRevert(reason);
        parties.attest(statement, signature);
        _expectNotAttester(attesterMo);
        vm.startPrank(attesterMo);
        vm.expectRevert(reason);
        parties.unbind(investorHk, "reason");
        vm.expectRevert(reason);
        parties.revoke(_wong, "reason");
        vm.stopPrank();
        _expectAttest(
            abi.encodeWithSelector(IPartyRegistry.PartyElsewhere.selector, _wong, MACAO),
            _attestation("investor Wong", investorHk, MACAO)
        );
        _expectAttest(
            abi.encodeWithSelector(IPartyRegistry.ConsentMissing.selector, _wong, _third),
            _attestation("investor Wong", _third, MACAO)
        );
    }

    function test_HostileAttester_TakesNoWalletOfAnother() public {
        bytes memory reason = abi.encodeWithSelector(IPartyRegistry.WalletBound.selector, investorHk, _wong);
        _expectAttest(reason, _attestation("accomplice", investorHk, MACAO));
        IPartyRegistry.Recovery memory recovery = _recovery(investorMo, investorHk);
        bytes memory signature = _signRecovery(recovery, attesterMo);
        vm.expectRevert(reason);
        vm.prank(regulatorMo);
        parties.recover(recovery, signature);
        assertTrue(parties.partyOf(investorHk) == _wong && parties.partyOf(investorMo) == _silva, "all as before");
    }

    function test_HostileAttester_LiftsNoOrder() public {
        vm.prank(regulatorMo);
        uint64 orderId = parties.restrict(_silva, "order");
        _bind(_attestation("investor Silva", _third, MACAO), investorMo);
        _recover(investorMo, _found);
        assertTrue(parties.standingOf(_third).isRestricted(), "a further wallet");
        assertTrue(parties.standingOf(_found).isRestricted(), "a recovered one");
        vm.expectRevert();
        vm.prank(attesterMo);
        parties.lift(orderId, "lifted");
    }

    function test_HostileAttester_DoesNotRaiseTheDead() public {
        _recover(investorHk, _found);
        _expectAttest(
            abi.encodeWithSelector(IPartyRegistry.WalletDead.selector, investorHk, _found),
            _attestation("investor Wong", investorHk, HONG_KONG)
        );
        _expect(
            abi.encodeWithSelector(IPartyRegistry.WalletDead.selector, investorHk, _found),
            _recovery(_found, investorHk)
        );
    }

    /* STANDINGS */

    function test_StandingsBehind_IgnoreWhetherWalletsAct() public {
        _bindThird();
        vm.prank(regulatorHk);
        parties.restrict(_wong, "order");
        _unbind(_third);
        vm.warp(START + 10);
        _recover(investorHk, _found);
        address[] memory wallets = new address[](4);
        (wallets[0], wallets[1], wallets[2], wallets[3]) = (investorHk, _third, _found, stranger);
        Standing[] memory standings = parties.standingsBehind(wallets);
        uint256 living = Standing.unwrap(parties.standingOf(_found));
        for (uint256 i = 0; i < 3; ++i) assertEq(Standing.unwrap(standings[i]), living, "the party's");
        assertTrue(standings[0].isRestricted(), "with its orders");
        assertEq(Standing.unwrap(standings[3]), 0, "nobody is behind a stranger");
    }

    /* INTERNAL */

    function _recovery(address lost, address successor) private view returns (IPartyRegistry.Recovery memory) {
        uint48 standing = parties.attestedAt(parties.partyBehind(lost));
        return IPartyRegistry.Recovery(lost, successor, standing + 1, keccak256("attester's file"));
    }

    function _recover(address lost, address successor) private {
        _recover(_recovery(lost, successor));
    }

    function _unbind(address wallet) private {
        vm.prank(attesterHk);
        parties.unbind(wallet, "reason");
    }

    function _bindThird() private {
        _bind(_attestation("investor Wong", _third, HONG_KONG), investorHk);
    }

    function _expect(bytes memory reason, IPartyRegistry.Recovery memory recovery) private {
        bytes memory signature = _signRecovery(recovery, attesterHk);
        vm.expectRevert(reason);
        vm.prank(regulatorHk);
        parties.recover(recovery, signature);
    }

    function _expectNotSeparate(address regulator) private {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        bytes memory signature = _signRecovery(recovery, attesterHk);
        bytes4 selector = IPartyRegistry.AuthoritiesNotSeparate.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, attesterHk, regulator));
        vm.prank(regulator);
        parties.recover(recovery, signature);
    }

    function _expectAttest(bytes memory reason, IPartyRegistry.Attestation memory statement) private {
        bytes memory signature = _sign(statement, _attesterOf(statement.place));
        vm.expectRevert(reason);
        parties.attest(statement, signature);
    }

    function _expectNotAttester(address signer) private {
        IPartyRegistry.Recovery memory recovery = _recovery(investorHk, _found);
        bytes memory signature = _signRecovery(recovery, signer);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.attester(HK), signer));
        vm.prank(regulatorHk);
        parties.recover(recovery, signature);
    }

    function _expectNotRole(address account) private {
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.attester(HK), account));
        vm.prank(account);
    }

    function _expectUnknown(address wallet) private {
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.WalletUnknown.selector, wallet));
        vm.prank(attesterHk);
        parties.unbind(wallet, "reason");
    }
}
