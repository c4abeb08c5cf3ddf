// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {PartyRegistry} from "../../../contracts/identity/PartyRegistry.sol";
import {PartyId} from "../../../contracts/types/Ids.sol";
import {CN, HK, MO, Place} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

contract PartyRegistryAttestTest is RoomsFixture {
    address private _wallet1;
    address private _wallet2;
    PartyId private _lau;

    function setUp() public override {
        super.setUp();
        _wallet1 = _wallet("first wallet of Lau");
        _wallet2 = _wallet("second wallet of Lau");
        _lau = parties.partyIdOf(keccak256("Lau"));
    }

    /* ATTESTER */

    function test_Attest_RevertWhen_SignedByAStranger() public {
        _expectNotAttester(_lauStatement(), HK, stranger);
    }

    function test_Attest_RevertWhen_SignedByTheAttesterOfAnotherPlace() public {
        _expectNotAttester(_lauStatement(), HK, attesterMo);
    }

    function test_Attest_RevertWhen_PlaceIsUnknown() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        statement.place = Place.wrap(0);
        _expectNotAttester(statement, 0, attesterHk);
    }

    function test_Attest_RevertWhen_AttesterLostItsRoleAfterSigning() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        bytes memory signature = _sign(statement, attesterHk);
        access.revokeRole(RolesLib.attester(HK), attesterHk);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.attester(HK), attesterHk));
        parties.attest(statement, signature);
    }

    function test_Attest_RevertWhen_SignatureIsCut() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        vm.expectRevert(abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureLength.selector, 3));
        parties.attest(statement, hex"010203");
    }

    /// @dev Every field is signed: changing any gives another signer, who is no attester.
    function testFuzz_Attest_RevertWhen_AFieldWasChanged(uint256 field, uint256 change) public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        bytes memory signature = _sign(statement, attesterHk);
        field = bound(field, 0, 7);
        change = bound(change, 1, 255);
        if (field == 0) statement.subject ^= bytes32(change);
        if (field == 1) statement.wallet = address(uint160(statement.wallet) ^ uint160(change));
        if (field == 2) statement.place = Place.wrap(Place.unwrap(statement.place) ^ uint32(change));
        if (field == 3) statement.class ^= uint8(change);
        if (field == 4) statement.tolerance ^= uint8(change);
        if (field == 5) statement.issuedAt ^= uint48(change);
        if (field == 6) statement.validUntil ^= uint48(change);
        if (field == 7) statement.evidence ^= bytes32(change);
        vm.expectRevert();
        parties.attest(statement, signature);
    }

    /// @dev A statement is bound to this contract and this chain.
    function test_Attest_RevertWhen_SignedForAnotherRegistry() public {
        PartyRegistry other = new PartyRegistry(address(access), UNPAUSE_FOR);
        IPartyRegistry.Attestation memory statement = _lauStatement();
        bytes memory signature = _sign(statement, attesterHk);
        vm.expectRevert();
        other.attest(statement, signature);
    }

    function test_Attest_RevertWhen_SignedForAnotherChain() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        bytes memory signature = _sign(statement, attesterHk);
        vm.chainId(1);
        vm.expectRevert();
        parties.attest(statement, signature);
    }

    /* STATEMENT */

    function test_Attest_RevertWhen_WalletMissing() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        statement.wallet = address(0);
        _expect(abi.encodeWithSelector(IPartyRegistry.WalletMissing.selector, statement.subject), statement);
    }

    function test_Attest_RevertWhen_EvidenceMissing() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        statement.evidence = 0;
        _expect(abi.encodeWithSelector(IPartyRegistry.EvidenceMissing.selector), statement);
    }

    function test_Attest_RevertWhen_ToleranceAboveFive() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        statement.tolerance = 6;
        _expect(abi.encodeWithSelector(IPartyRegistry.ToleranceOutOfRange.selector, 6), statement);
    }

    function test_Attest_RevertWhen_IssuedInTheFuture() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        statement.issuedAt = START + 1;
        _expect(abi.encodeWithSelector(IPartyRegistry.AttestationEarly.selector, START + 1), statement);
    }

    function test_Attest_RevertWhen_Expired() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        statement.validUntil = START;
        _expect(abi.encodeWithSelector(IPartyRegistry.AttestationExpired.selector, START), statement);
    }

    function test_Attest_RevertWhen_SubmittedTwice() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        _attest(statement);
        _expect(abi.encodeWithSelector(IPartyRegistry.AttestationStale.selector, _lau, statement.issuedAt), statement);
    }

    function test_Attest_RevertWhen_WalletActsForAnotherParty() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        statement.wallet = investorHk;
        _expect(
            abi.encodeWithSelector(IPartyRegistry.WalletBound.selector, investorHk, parties.partyOf(investorHk)),
            statement
        );
    }

    /* RENEWAL */

    function test_Attest_RevertWhen_OlderThanTheStanding() public {
        _attest(_lauStatement());
        IPartyRegistry.Attestation memory older = _lauStatement();
        older.issuedAt -= 2;
        _expect(abi.encodeWithSelector(IPartyRegistry.AttestationStale.selector, _lau, older.issuedAt), older);
    }

    function test_Attest_RevertGiven_RevokedInTheSameSecond() public {
        _attest(_lauStatement());
        IPartyRegistry.Attestation memory kept = _lauStatement();
        kept.issuedAt = START;
        vm.prank(attesterHk);
        parties.revoke(_lau, "reason");
        _expect(abi.encodeWithSelector(IPartyRegistry.AttestationStale.selector, _lau, START), kept);
    }

    function test_Attest_RevertWhen_PartyChangesJurisdiction() public {
        _attest(_lauStatement());
        IPartyRegistry.Attestation memory moved = _attestation("Lau", _wallet1, MACAO);
        _expect(abi.encodeWithSelector(IPartyRegistry.PartyElsewhere.selector, _lau, MACAO), moved);
    }

    /// @dev Whatever became of the party and of the wallets that it has.
    function test_Attest_RevertWhen_TheWalletIsAFurtherOne() public {
        _attest(_lauStatement());
        _expectConsentMissing();
        vm.prank(attesterHk);
        parties.revoke(_lau, "reason");
        vm.warp(START + 1);
        _expectConsentMissing();
        vm.prank(attesterHk);
        parties.unbind(_wallet1, "reason");
        vm.warp(START + 2);
        _expectConsentMissing();
        assertTrue(parties.partyBehind(_wallet2) == PartyId.wrap(0), "of nobody");
    }

    /// @dev Another subject with the same 63 bits cannot be found; the party's other 88 bits are changed instead.
    function test_Attest_RevertWhen_SubjectsCollide() public {
        _attest(_lauStatement());
        bytes32 slot = keccak256(abi.encode(_lau, uint256(4)));
        bytes32 record = vm.load(address(parties), slot);
        assertTrue(record != 0, "the party's slot");
        uint8[4] memory bits = [0, 63, 232, 255];
        for (uint256 i = 0; i < bits.length; ++i) {
            vm.store(address(parties), slot, record ^ bytes32(uint256(1) << bits[i]));
            _expect(
                abi.encodeWithSelector(IPartyRegistry.SubjectCollision.selector, _lau, keccak256("Lau")),
                _lauStatement()
            );
        }
    }

    /* EFFECTS */

    function test_Attest_MakesAParty() public {
        IPartyRegistry.Attestation memory statement = _lauStatement();
        vm.expectEmit(address(parties));
        emit IPartyRegistry.PartyAttested(_lau, attesterHk, statement);
        vm.prank(stranger);
        PartyId party = parties.attest(statement, _sign(statement, attesterHk));
        assertTrue(party == _lau, "the id follows from the subject");
        assertTrue(parties.partyOf(_wallet1) == party, "the wallet acts for it");
        assertEq(parties.attestedAt(party), START - 1 days, "attested when the statement was issued");
        _assertLau(1, 5, START + 10 * YEAR, true);
    }

    function test_Attest_RenewsAndDowngrades() public {
        _attest(_lauStatement());
        vm.warp(START + 30 days);
        IPartyRegistry.Attestation memory weaker = _lauStatement();
        weaker.class = 0;
        weaker.tolerance = 2;
        weaker.validUntil = START + YEAR;
        _attest(weaker);
        _assertLau(0, 2, START + YEAR, true);
    }

    function test_Attest_MovesWithinAJurisdiction() public {
        IPartyRegistry.Attestation memory statement = _attestation("Zhou", _wallet1, GUANGZHOU);
        _attest(statement);
        PartyId zhou = _attest(_attestation("Zhou", _wallet1, SHENZHEN));
        assertTrue(parties.profile(zhou).place == SHENZHEN, "a move within the mainland");
    }

    function test_Attest_ReinstatesARevokedParty() public {
        _attest(_lauStatement());
        vm.prank(attesterHk);
        parties.revoke(_lau, "reason");
        assertFalse(parties.isEligible(_lau), "revoked");
        vm.warp(START + 1);
        _attest(_lauStatement());
        assertTrue(parties.isEligible(_lau), "reinstated by a later statement");
    }

    function test_Attest_LeavesOrdersStanding() public {
        _attest(_lauStatement());
        vm.prank(regulatorHk);
        parties.restrict(_lau, "order");
        _attest(_lauStatement());
        assertEq(parties.profile(_lau).restrictions, 1, "the order lives");
        assertFalse(parties.isEligible(_lau), "still restricted");
    }

    function test_IsEligible_EndsWithValidity() public {
        _attest(_lauStatement());
        vm.warp(START + 10 * YEAR - 1);
        assertTrue(parties.isEligible(_lau), "the last second");
        vm.warp(START + 10 * YEAR);
        assertFalse(parties.isEligible(_lau), "expired");
    }

    function test_IsEligible_UnknownPartyIsNot() public view {
        assertFalse(parties.isEligible(_lau), "nobody vouched");
        assertTrue(parties.partyOf(stranger) == PartyId.wrap(0), "a stranger acts for nobody");
    }

    function test_ProfileOf_IsPartyAndProfileOfAWallet() public {
        _attest(_lauStatement());
        (PartyId party, IPartyRegistry.Profile memory profile) = parties.profileOf(_wallet1);
        assertTrue(party == _lau, "the party");
        assertEq(abi.encode(profile), abi.encode(parties.profile(_lau)), "and its profile");
        (party, profile) = parties.profileOf(stranger);
        assertTrue(party == PartyId.wrap(0) && profile.validUntil == 0, "nothing for a stranger");
    }

    function testFuzz_PartyIdOf_FitsASignedColumn(bytes32 subject) public view {
        uint64 id = PartyId.unwrap(parties.partyIdOf(subject));
        assertLe(id, uint64(type(int64).max), "63 bits");
    }

    /* INTERNAL */

    function _lauStatement() private view returns (IPartyRegistry.Attestation memory) {
        return _attestation("Lau", _wallet1, HONG_KONG);
    }

    function _expect(bytes memory reason, IPartyRegistry.Attestation memory statement) private {
        bytes memory signature = _sign(statement, _attesterOf(statement.place));
        vm.expectRevert(reason);
        parties.attest(statement, signature);
    }

    function _expectConsentMissing() private {
        IPartyRegistry.Attestation memory further = _lauStatement();
        further.wallet = _wallet2;
        _expect(abi.encodeWithSelector(IPartyRegistry.ConsentMissing.selector, _lau, _wallet2), further);
    }

    function _expectNotAttester(
        IPartyRegistry.Attestation memory statement,
        uint16 jurisdiction,
        address signer
    ) private {
        bytes memory signature = _sign(statement, signer);
        vm.expectRevert(
            abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.attester(jurisdiction), signer)
        );
        parties.attest(statement, signature);
    }

    function _assertLau(uint8 class, uint8 tolerance, uint48 validUntil, bool eligible) private view {
        IPartyRegistry.Profile memory profile = parties.profile(_lau);
        assertTrue(profile.place == HONG_KONG, "place");
        assertEq(profile.class, class, "class");
        assertEq(profile.tolerance, tolerance, "tolerance");
        assertEq(profile.validUntil, validUntil, "validity");
        assertTrue(parties.isEligible(_lau) == eligible, "eligibility");
    }
}
