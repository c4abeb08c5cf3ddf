// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {PartyRegistry} from "../../../contracts/identity/PartyRegistry.sol";
import {PartyId} from "../../../contracts/types/Ids.sol";
import {HK} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";
import {ContractWallet} from "../reports/ContractWallet.sol";

/// @notice Further wallets of a party: the attester's word and that of the party, or of a regulator.
contract PartyRegistryBindTest is RoomsFixture {
    PartyId private _wong;
    address private _second;

    function setUp() public override {
        super.setUp();
        _wong = parties.partyOf(investorHk);
        _second = _wallet("second wallet of Wong");
    }

    /* THE ATTESTER */

    function test_Bind_RevertWhen_NoAttesterOfThePlaceSigned() public {
        address[2] memory signers = [stranger, attesterMo];
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        bytes memory consented = _signConsent(consent, investorHk);
        for (uint256 i = 0; i < 2; ++i) {
            bytes memory signature = _sign(statement, signers[i]);
            vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.attester(HK), signers[i]));
            parties.bind(statement, signature, consent, consented);
        }
    }

    function test_Bind_RevertWhen_ThePartyIsUnknown() public {
        IPartyRegistry.Attestation memory statement = _attestation("Lau", _second, HONG_KONG);
        PartyId lau = parties.partyIdOf(statement.subject);
        _expect(abi.encodeWithSelector(IPartyRegistry.UnknownParty.selector, lau), statement, investorHk);
    }

    function test_Bind_RevertWhen_ThePartyIsOfAnotherPlace() public {
        IPartyRegistry.Attestation memory statement = _attestation("investor Wong", _second, MACAO);
        _expect(abi.encodeWithSelector(IPartyRegistry.PartyElsewhere.selector, _wong, MACAO), statement, investorHk);
    }

    /* THE WALLET */

    function test_Bind_RevertWhen_TheWalletActsForThePartyAlready() public {
        IPartyRegistry.Attestation memory statement = _statement();
        statement.wallet = investorHk;
        bytes memory reason = abi.encodeWithSelector(IPartyRegistry.WalletBound.selector, investorHk, _wong);
        _expect(reason, statement, investorHk);
    }

    function test_Bind_RevertWhen_TheWalletActsForAnotherParty() public {
        IPartyRegistry.Attestation memory statement = _statement();
        statement.wallet = trustee;
        bytes4 selector = IPartyRegistry.WalletBound.selector;
        _expect(abi.encodeWithSelector(selector, trustee, parties.partyOf(trustee)), statement, investorHk);
    }

    function test_Bind_RevertGiven_TheWalletIsDead() public {
        _recover(IPartyRegistry.Recovery(investorHk, _second, START, "file"));
        vm.warp(START + 10);
        IPartyRegistry.Attestation memory statement = _statement();
        statement.wallet = investorHk;
        bytes memory reason = abi.encodeWithSelector(IPartyRegistry.WalletDead.selector, investorHk, _second);
        _expect(reason, statement, _second);
        _expect(reason, statement, regulatorHk);
    }

    /* THE GRANTER */

    function test_Bind_RevertWhen_TheGranterDoesNotSpeakForTheParty() public {
        address[5] memory others = [stranger, attesterHk, _second, trustee, regulatorMo];
        for (uint256 i = 0; i < 5; ++i) _expectNotGranter(others[i]);
    }

    function test_Bind_RevertGiven_TheGrantersWalletIsDead() public {
        _recover(IPartyRegistry.Recovery(investorHk, _wallet("found wallet of Wong"), START, "file"));
        vm.warp(START + 10);
        _expectNotGranter(investorHk);
    }

    function test_Bind_RevertGiven_TheGrantersWalletIsUnbound() public {
        _unbind(investorHk);
        _expectNotGranter(investorHk);
    }

    function test_Bind_RevertGiven_ThePartyIsRevoked() public {
        vm.prank(attesterHk);
        parties.revoke(_wong, "reason");
        vm.warp(START + 10);
        _expectNotGranter(investorHk);
    }

    function test_Bind_RevertWhen_TheRegulatorLostItsRole() public {
        access.revokeRole(RolesLib.regulator(HK), regulatorHk);
        _expectNotGranter(regulatorHk);
    }

    function test_Bind_RevertWhen_AttesterAndRegulatorAreOneAccount() public {
        access.grantRole(RolesLib.regulator(HK), attesterHk, 0);
        _expectNotSeparate(attesterHk);
    }

    function test_Bind_RevertWhen_AttesterAndRegulatorAreOneParty() public {
        _attest(_attestation("office", attesterHk, HONG_KONG));
        _bind(_attestation("office", regulatorHk, HONG_KONG), attesterHk);
        _expectNotSeparate(regulatorHk);
    }

    /* THE CONSENT */

    function test_Bind_RevertWhen_TheConsentIsForAnotherPartyOrWallet() public {
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        bytes4 selector = IPartyRegistry.ConsentElsewhere.selector;
        PartyId other = parties.partyOf(trustee);
        consent.party = other;
        _expect(abi.encodeWithSelector(selector, other, _second), statement, consent);
        (consent.party, consent.wallet) = (_wong, stranger);
        _expect(abi.encodeWithSelector(selector, _wong, stranger), statement, consent);
    }

    function test_Bind_RevertWhen_TheConsentExpired() public {
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        consent.validUntil = START;
        _expect(abi.encodeWithSelector(IPartyRegistry.ConsentExpired.selector, START), statement, consent);
        consent.validUntil = START + 1;
        _bind(statement, consent, investorHk);
    }

    function test_Bind_RevertWhen_TheConsentIsOlderThanTheStanding() public {
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        consent.issuedAt = parties.attestedAt(_wong);
        bytes4 selector = IPartyRegistry.ConsentStale.selector;
        _expect(abi.encodeWithSelector(selector, _wong, consent.issuedAt), statement, consent);
    }

    function test_Bind_RevertWhen_TheConsentIsLaterThanTheAttestation() public {
        IPartyRegistry.Attestation memory statement = _statement();
        statement.issuedAt += 10;
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        consent.issuedAt += 1;
        bytes4 selector = IPartyRegistry.ConsentLate.selector;
        _expect(abi.encodeWithSelector(selector, consent.issuedAt, statement.issuedAt), statement, consent);
        consent.issuedAt -= 5;
        _bind(statement, consent, investorHk);
    }

    function test_Bind_RevertWhen_AnotherThanTheGranterSigned() public {
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        bytes[4] memory signatures = [
            _signConsent(consent, attesterHk),
            _signConsent(consent, _second),
            bytes(""),
            bytes(hex"010203")
        ];
        bytes memory signature = _sign(statement, attesterHk);
        for (uint256 i = 0; i < 4; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.ConsentUnsigned.selector, investorHk));
            vm.prank(attesterHk);
            parties.bind(statement, signature, consent, signatures[i]);
        }
    }

    /// @dev Every field is signed: what was signed before a change is no consent to what is changed.
    function testFuzz_Bind_RevertWhen_AFieldWasChanged(uint256 field, uint256 change) public {
        IPartyRegistry.Attestation memory statement = _statement();
        statement.issuedAt = START;
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        consent.issuedAt = START - 1 hours;
        bytes memory consented = _signConsent(consent, investorHk);
        field = bound(field, 0, 4);
        change = bound(change, 1, 255);
        if (field == 0) consent.party = PartyId.wrap(PartyId.unwrap(consent.party) ^ uint64(change));
        if (field == 1) consent.wallet = address(uint160(consent.wallet) ^ uint160(change));
        if (field == 2) consent.granter = regulatorHk;
        if (field == 3) consent.issuedAt += uint48(change);
        if (field == 4) consent.validUntil += uint48(change);
        bytes memory signature = _sign(statement, attesterHk);
        vm.expectRevert();
        parties.bind(statement, signature, consent, consented);
    }

    function test_Bind_RevertWhen_ConsentedForAnotherRegistryOrChain() public {
        PartyRegistry other = new PartyRegistry(address(access), UNPAUSE_FOR);
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf[investorHk], other.consentDigestOf(consent));
        bytes memory signature = _sign(statement, attesterHk);
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.ConsentUnsigned.selector, investorHk));
        parties.bind(statement, signature, consent, abi.encodePacked(r, s, v));
        bytes memory elsewhere = _signConsent(consent, investorHk);
        vm.chainId(1);
        signature = _sign(statement, attesterHk);
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.ConsentUnsigned.selector, investorHk));
        parties.bind(statement, signature, consent, elsewhere);
    }

    /// @dev Long before it expires, and for the very wallet that it names.
    function test_Bind_RevertWhen_TheConsentIsUsedTwice() public {
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        _bind(statement, consent, investorHk);
        _unbind(_second);
        statement.issuedAt = START + 10;
        bytes4 selector = IPartyRegistry.ConsentStale.selector;
        _expect(abi.encodeWithSelector(selector, _wong, consent.issuedAt), statement, consent);
    }

    function test_Bind_RevertGiven_AnyStatementCameBetween() public {
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        _attest(_attestation("investor Wong", investorHk, HONG_KONG));
        statement.issuedAt = START;
        bytes4 selector = IPartyRegistry.ConsentStale.selector;
        _expect(abi.encodeWithSelector(selector, _wong, consent.issuedAt), statement, consent);
    }

    /* EFFECTS */

    function test_Bind_LetsAFurtherWalletAct() public {
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        bytes memory signature = _sign(statement, attesterHk);
        bytes memory consented = _signConsent(consent, investorHk);
        vm.expectEmit(address(parties));
        emit IPartyRegistry.WalletGranted(_wong, _second, investorHk, consent.issuedAt);
        vm.expectEmit(address(parties));
        emit IPartyRegistry.PartyAttested(_wong, attesterHk, statement);
        vm.prank(stranger);
        assertTrue(parties.bind(statement, signature, consent, consented) == _wong, "the party");
        assertTrue(parties.partyOf(_second) == _wong, "the further wallet acts");
        assertTrue(parties.partyOf(investorHk) == _wong, "and so does the first");
        assertEq(parties.attestedAt(_wong), statement.issuedAt, "a statement about the party");
    }

    function test_Bind_RenewsTheParty() public {
        IPartyRegistry.Attestation memory statement = _statement();
        (statement.class, statement.tolerance, statement.validUntil) = (2, 3, START + YEAR);
        _bind(statement, investorHk);
        IPartyRegistry.Profile memory profile = parties.profile(_wong);
        assertEq(profile.class, 2, "class");
        assertEq(profile.tolerance, 3, "tolerance");
        assertEq(profile.validUntil, START + YEAR, "validity");
    }

    function test_Bind_TakesTheCallOfTheGranterForItsWord() public {
        IPartyRegistry.Attestation memory statement = _statement();
        bytes memory signature = _sign(statement, attesterHk);
        IPartyRegistry.Consent memory consent = _consent(statement, investorHk);
        vm.prank(investorHk);
        parties.bind(statement, signature, consent, "");
        assertTrue(parties.partyOf(_second) == _wong, "acts");
    }

    function test_Bind_ByAFurtherWalletInItsTurn() public {
        _bind(_statement(), investorHk);
        address third = _wallet("third wallet of Wong");
        _bind(_attestation("investor Wong", third, HONG_KONG), _second);
        assertTrue(parties.partyOf(third) == _wong, "acts");
    }

    function test_Bind_TakesTheWordOfAContractWallet() public {
        ContractWallet vault = new ContractWallet(investorHk);
        _bind(_attestation("investor Wong", address(vault), HONG_KONG), investorHk);
        IPartyRegistry.Attestation memory statement = _statement();
        IPartyRegistry.Consent memory consent = _consent(statement, address(vault));
        bytes memory signature = _sign(statement, attesterHk);
        bytes memory refused = _signConsent(consent, attesterHk);
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.ConsentUnsigned.selector, address(vault)));
        parties.bind(statement, signature, consent, refused);
        parties.bind(statement, signature, consent, _signConsent(consent, investorHk));
        assertTrue(parties.partyOf(_second) == _wong, "acts");
    }

    function test_Bind_GivesAPartyThatCannotSpeakAWalletByARegulatorsWord() public {
        _unbind(investorHk);
        vm.warp(START + 10);
        _bind(_statement(), regulatorHk);
        assertTrue(parties.partyOf(_second) == _wong, "acts");
        assertTrue(parties.partyOf(investorHk) == PartyId.wrap(0), "the other rests");
    }

    function test_Bind_BindsAnUnboundWalletAgain() public {
        _unbind(investorHk);
        vm.warp(START + 10);
        IPartyRegistry.Attestation memory statement = _attestation("investor Wong", investorHk, HONG_KONG);
        bytes memory signature = _sign(statement, attesterHk);
        IPartyRegistry.Consent memory consent = _consent(statement, regulatorHk);
        vm.prank(regulatorHk);
        parties.bind(statement, signature, consent, "");
        assertTrue(parties.partyOf(investorHk) == _wong, "acts again");
        assertFalse(parties.isUnbound(investorHk), "bound");
    }

    function test_Bind_LeavesOrdersStanding() public {
        vm.prank(regulatorHk);
        parties.restrict(_wong, "order");
        _bind(_statement(), investorHk);
        assertTrue(parties.standingOf(_second).isRestricted(), "the further wallet is restricted");
    }

    /* INTERNAL */

    function _statement() private view returns (IPartyRegistry.Attestation memory) {
        return _attestation("investor Wong", _second, HONG_KONG);
    }

    function _unbind(address wallet) private {
        vm.prank(attesterHk);
        parties.unbind(wallet, "reason");
        vm.warp(block.timestamp + 20);
    }

    function _bind(
        IPartyRegistry.Attestation memory statement,
        IPartyRegistry.Consent memory consent,
        address granter
    ) private {
        bytes memory signature = _sign(statement, attesterHk);
        parties.bind(statement, signature, consent, _signConsent(consent, granter));
    }

    function _expect(
        bytes memory reason,
        IPartyRegistry.Attestation memory statement,
        IPartyRegistry.Consent memory consent
    ) private {
        bytes memory signature = _sign(statement, _attesterOf(statement.place));
        bytes memory consented = _signConsent(consent, consent.granter);
        vm.expectRevert(reason);
        parties.bind(statement, signature, consent, consented);
    }

    function _expect(bytes memory reason, IPartyRegistry.Attestation memory statement, address granter) private {
        _expect(reason, statement, _consent(statement, granter));
    }

    function _expectNotGranter(address granter) private {
        bytes memory reason = abi.encodeWithSelector(IPartyRegistry.NotGranter.selector, _wong, granter);
        _expect(reason, _statement(), granter);
    }

    function _expectNotSeparate(address granter) private {
        bytes4 selector = IPartyRegistry.AuthoritiesNotSeparate.selector;
        _expect(abi.encodeWithSelector(selector, attesterHk, granter), _statement(), granter);
    }
}
