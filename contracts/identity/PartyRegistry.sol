// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {EligibilityLib} from "../libraries/EligibilityLib.sol";
import {PauseLib} from "../libraries/PauseLib.sol";
import {PartyId} from "../types/Ids.sol";
import {Pause} from "../types/Pause.sol";
import {Standing} from "../types/Standing.sol";
import {PartyLib, PartyRecord} from "./PartyLib.sol";
import {WalletLib, WalletRecord} from "./WalletLib.sol";

/// @title PartyRegistry
/// @notice Who may act: parties, the wallets that act for them, the orders that restrict them and the pauses of places. No
/// personal data: a party is the salted hash of a file that its attester keeps.
///
/// LIFE
/// An attestation makes a party with one wallet, or renews it, up or down. It is eligible until `validUntil`, while it
/// is not revoked and no order lives. Revoking ends that at once. Each statement about a party is issued later than the one
/// before it and than a revocation: none counts twice, and a signature kept in a drawer never undoes a downgrade.
///
/// WALLETS
/// Any number of wallets act for a party, a wallet for one party for good. The attester alone names the first. A further one
/// needs the party's own word besides, by a wallet that acts for it; where none can, a regulator's. A lost wallet is dead: a
/// recovery names its successor and nothing binds it again. An unbound wallet rests: it is bound again as a further one, to the
/// same party. Neither acts, holds an office or moves anything; what is recorded under it stays its party's (`partyBehind`).
///
/// ROLES
/// Attesters and regulators are roles of a place (`RolesLib`), asked when the attestation is submitted, not when it was
/// signed. An attester speaks only about parties of its own jurisdiction, and a party never changes jurisdiction. Where both are
/// needed, for a recovery and for the wallet of a party that cannot speak, they are two accounts, and not of one party.
///
/// ORDERS
/// Any number of orders may live on a party; it stays restricted while one does. An order is lifted by the authority
/// that gave it; when that one is regulator no more, by another regulator of the same jurisdiction. Reason and legal basis stay
/// behind the hash, so that the chain tips nobody off.
///
/// PAUSES
/// A regulator pauses operations of its own place at once and ends a pause slowly: the end is ordered, takes effect
/// `unpauseFor` later without a further act, and a new pause takes it back. Any regulator of the place may end what another
/// paused, because the delay lets that one object. A movement obeys the place of the series and those of both parties.
///
/// COST
/// A party is one slot and a wallet one more, so that a transfer rule reads a wallet's profile with two loads. The id is
/// 63 bits of the subject's hash and the slot keeps 88 more, which spares a table of subjects; the order of statements spares
/// one of used numbers.
///
/// ASSUMPTIONS
/// Block time is seconds and no attester signs for the future. Only plain keys attest. An attester is trusted for who a new party
/// is, and for class, tolerance and validity of those of its place; it can silence them. It gives nobody a wallet that acts for a
/// party which exists, reaches no other place, lifts no order and moves nothing.
contract PartyRegistry is IPartyRegistry, EIP712 {
    using PartyLib for PartyRecord;
    using PauseLib for Pause;
    using RolesLib for uint64;
    using WalletLib for WalletRecord;

    bytes32 private constant ATTESTATION_TYPEHASH = keccak256(
        "Attestation(bytes32 subject,address wallet,uint32 place,uint8 class,uint8 tolerance,uint48 issuedAt,uint48 validUntil,bytes32 evidence)"
    );
    bytes32 private constant CONSENT_TYPEHASH = keccak256(
        "Consent(uint64 party,address wallet,address granter,uint48 issuedAt,uint48 validUntil)"
    );
    bytes32 private constant RECOVERY_TYPEHASH = keccak256(
        "Recovery(address lost,address successor,uint48 issuedAt,bytes32 evidence)"
    );
    uint8 private constant HIGHEST_TOLERANCE = 5;

    /* STORAGE */

    address public immutable authority;
    uint32 public immutable unpauseFor;

    uint64 public orderCount;
    mapping(address wallet => WalletRecord record) private _wallets;
    mapping(PartyId party => PartyRecord record) private _parties;
    mapping(uint64 orderId => Order order) private _orders;
    mapping(uint16 jurisdiction => Pause pause) private _pauses;

    constructor(address accessManager, uint32 unpauseDelay) EIP712("Lingnan PartyRegistry", "1") {
        authority = accessManager;
        unpauseFor = unpauseDelay;
    }

    /* ACTIONS */

    /// @inheritdoc IPartyRegistry
    function attest(Attestation calldata attestation, bytes calldata signature) external returns (PartyId party) {
        address attester = _checkStatement(attestation, signature);
        uint256 hash = _hashOf(attestation.subject);
        party = _idOf(hash);
        address wallet = attestation.wallet;
        bool isKnown = _parties[party].attestedAt() != 0;
        bool isFree = _isFree(wallet, party);
        require(!isKnown || !isFree, ConsentMissing(party, wallet));

        if (isFree) _wallets[wallet] = WalletLib.boundTo(party);
        _record(party, uint88(hash >> 64), attestation);
        emit PartyAttested(party, attester, attestation);
    }

    /// @inheritdoc IPartyRegistry
    function bind(
        Attestation calldata attestation,
        bytes calldata signature,
        Consent calldata consent,
        bytes calldata consentSignature
    ) external returns (PartyId party) {
        address attester = _checkStatement(attestation, signature);
        uint256 hash = _hashOf(attestation.subject);
        party = _idOf(hash);
        address wallet = attestation.wallet;
        _checkGranter(party, attester, consent.granter);
        _checkConsent(party, attestation, consent, consentSignature);
        require(_isFree(wallet, party), WalletBound(wallet, party));

        _wallets[wallet] = WalletLib.boundTo(party);
        _record(party, uint88(hash >> 64), attestation);
        emit WalletGranted(party, wallet, consent.granter, consent.issuedAt);
        emit PartyAttested(party, attester, attestation);
    }

    /// @inheritdoc IPartyRegistry
    function revoke(PartyId party, bytes32 evidence) external {
        PartyRecord record = _known(party);
        RolesLib.attester(record.place().jurisdiction()).check(authority, msg.sender);
        require(evidence != 0, EvidenceMissing());
        require(!record.isRevoked(), PartyAlreadyRevoked(party));

        _parties[party] = record.revoked().withMoment(uint48(block.timestamp));
        emit PartyRevoked(party, msg.sender, evidence, uint48(block.timestamp));
    }

    /// @inheritdoc IPartyRegistry
    function recover(Recovery calldata recovery, bytes calldata signature) external returns (PartyId party) {
        address attester = ECDSA.recoverCalldata(recoveryDigestOf(recovery), signature);
        (address lost, address successor) = (recovery.lost, recovery.successor);
        WalletRecord wallet = _wallets[lost];
        party = wallet.partyBehind();
        PartyRecord record = _parties[party];
        _checkAttester(party, lost, attester);
        RolesLib.regulator(record.place().jurisdiction()).check(authority, msg.sender);
        _checkSeparate(attester, msg.sender);
        _checkRecovery(party, recovery, wallet.successorOf());

        if (_isFree(successor, party)) _wallets[successor] = WalletLib.boundTo(party);
        _wallets[lost] = wallet.buried(successor);
        _parties[party] = record.withMoment(recovery.issuedAt);
        emit WalletRecovered(party, lost, successor, attester, msg.sender, recovery.issuedAt, recovery.evidence);
    }

    /// @inheritdoc IPartyRegistry
    function unbind(address wallet, bytes32 evidence) external {
        PartyId party = partyOf(wallet);
        _checkAttester(party, wallet, msg.sender);
        require(evidence != 0, EvidenceMissing());

        _wallets[wallet] = _wallets[wallet].unbound();
        _parties[party] = _parties[party].withMoment(uint48(block.timestamp));
        emit WalletUnbound(party, wallet, msg.sender, evidence, uint48(block.timestamp));
    }

    /// @inheritdoc IPartyRegistry
    function restrict(PartyId party, bytes32 orderHash) external returns (uint64 orderId) {
        PartyRecord record = _known(party);
        uint16 jurisdiction = record.place().jurisdiction();
        RolesLib.regulator(jurisdiction).check(authority, msg.sender);
        require(orderHash != 0, EvidenceMissing());

        orderId = ++orderCount;
        _parties[party] = record.withRestrictions(record.restrictions() + 1);
        _orders[orderId] = Order({party: party, jurisdiction: jurisdiction, lifted: false, authority: msg.sender});
        emit PartyRestricted(party, orderId, msg.sender, orderHash);
    }

    /// @inheritdoc IPartyRegistry
    function lift(uint64 orderId, bytes32 liftHash) external {
        Order storage order = _orders[orderId];
        require(order.authority != address(0), UnknownOrder(orderId));
        _checkLifter(orderId, order);
        require(liftHash != 0, EvidenceMissing());
        require(!order.lifted, OrderAlreadyLifted(orderId));

        PartyRecord record = _parties[order.party];
        order.lifted = true;
        _parties[order.party] = record.withRestrictions(record.restrictions() - 1);
        emit RestrictionLifted(order.party, orderId, msg.sender, liftHash);
    }

    /// @inheritdoc IPartyRegistry
    function pause(uint16 jurisdiction, uint16 operations, bytes32 orderHash) external {
        RolesLib.regulator(jurisdiction).check(authority, msg.sender);
        require(PauseLib.isKnown(operations), OperationsUnknown(operations));
        require(orderHash != 0, EvidenceMissing());
        Pause memory standing = _foldedPause(jurisdiction);
        bool isChange = operations & (~standing.operations | standing.lifting) != 0;
        require(isChange, AlreadyPaused(jurisdiction, operations));

        standing.operations |= operations;
        _schedule(jurisdiction, standing, standing.lifting & ~operations, standing.liftAt);
        emit PlacePaused(jurisdiction, msg.sender, operations, orderHash, uint48(block.timestamp));
    }

    /// @inheritdoc IPartyRegistry
    function unpause(uint16 jurisdiction, uint16 operations, bytes32 liftHash) external returns (uint48 effectiveAt) {
        RolesLib.regulator(jurisdiction).check(authority, msg.sender);
        Pause memory standing = _foldedPause(jurisdiction);
        bool isPaused = operations != 0 && operations & ~standing.operations == 0;
        require(isPaused, NotPaused(jurisdiction, operations));
        require(liftHash != 0, EvidenceMissing());

        uint48 moment = uint48(block.timestamp);
        effectiveAt = moment + unpauseFor;
        _schedule(jurisdiction, standing, standing.lifting | operations, effectiveAt);
        emit UnpauseScheduled(jurisdiction, msg.sender, operations, liftHash, moment, effectiveAt);
    }

    /* VIEWS */

    /// @inheritdoc IPartyRegistry
    function partyBehind(address wallet) external view returns (PartyId) {
        return _wallets[wallet].partyBehind();
    }

    /// @inheritdoc IPartyRegistry
    function successorOf(address wallet) external view returns (address) {
        return _wallets[wallet].successorOf();
    }

    /// @inheritdoc IPartyRegistry
    function isUnbound(address wallet) external view returns (bool) {
        return _wallets[wallet].isUnbound();
    }

    /// @inheritdoc IPartyRegistry
    function profileOf(address wallet) external view returns (PartyId party, Profile memory) {
        party = partyOf(wallet);
        return (party, profile(party));
    }

    /// @inheritdoc IPartyRegistry
    function standingOf(address wallet) external view returns (Standing) {
        return _standingOf(wallet);
    }

    /// @inheritdoc IPartyRegistry
    function standingsBehind(address[] calldata wallets) external view returns (Standing[] memory standings) {
        standings = new Standing[](wallets.length);
        for (uint256 i = 0; i < wallets.length; ++i) standings[i] = _standing(_wallets[wallets[i]].partyBehind());
    }

    /// @inheritdoc IPartyRegistry
    function movementOf(
        address from,
        address to,
        uint16 jurisdiction
    ) external view returns (Standing sender, Standing receiver, uint16 paused) {
        if (from != address(0)) sender = _standingOf(from);
        if (to != address(0)) receiver = _standingOf(to);
        paused = pausesOf(jurisdiction);
        uint16 home = sender.place().jurisdiction();
        if (home != jurisdiction && home != 0) paused |= pausesOf(home);
        home = receiver.place().jurisdiction();
        if (home != jurisdiction && home != 0) paused |= pausesOf(home);
    }

    /// @inheritdoc IPartyRegistry
    function pauseOf(uint16 jurisdiction) external view returns (Pause memory) {
        return _pauses[jurisdiction];
    }

    /// @inheritdoc IPartyRegistry
    function actsFor(PartyId party, address wallet) external view returns (bool) {
        bool isOwn = party != PartyId.wrap(0) && partyOf(wallet) == party;
        return isOwn && !_parties[party].isRevoked();
    }

    /// @inheritdoc IPartyRegistry
    function isEligible(PartyId party) external view returns (bool) {
        return EligibilityLib.isEligible(profile(party), block.timestamp);
    }

    /// @inheritdoc IPartyRegistry
    function attestedAt(PartyId party) external view returns (uint48) {
        return _parties[party].attestedAt();
    }

    /// @inheritdoc IPartyRegistry
    function orderOf(uint64 orderId) external view returns (Order memory) {
        return _orders[orderId];
    }

    /// @inheritdoc IPartyRegistry
    function partyOf(address wallet) public view returns (PartyId) {
        WalletRecord record = _wallets[wallet];
        return record.acts() ? record.partyBehind() : PartyId.wrap(0);
    }

    /// @inheritdoc IPartyRegistry
    function pausesOf(uint16 jurisdiction) public view returns (uint16) {
        return _pauses[jurisdiction].inForce(block.timestamp);
    }

    /// @inheritdoc IPartyRegistry
    function profile(PartyId party) public view returns (Profile memory) {
        PartyRecord record = _parties[party];
        Standing standing = record.standing(party);
        return
            Profile({
                place: standing.place(),
                class: standing.class(),
                tolerance: standing.tolerance(),
                validUntil: standing.validUntil(),
                restrictions: record.restrictions(),
                revoked: standing.isRevoked()
            });
    }

    /// @inheritdoc IPartyRegistry
    function digestOf(Attestation calldata attestation) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(ATTESTATION_TYPEHASH, attestation)));
    }

    /// @inheritdoc IPartyRegistry
    function consentDigestOf(Consent calldata consent) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(CONSENT_TYPEHASH, consent)));
    }

    /// @inheritdoc IPartyRegistry
    function recoveryDigestOf(Recovery calldata recovery) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(RECOVERY_TYPEHASH, recovery)));
    }

    /// @inheritdoc IPartyRegistry
    function partyIdOf(bytes32 subject) public pure returns (PartyId) {
        return _idOf(_hashOf(subject));
    }

    /* INTERNAL */

    function _standingOf(address wallet) private view returns (Standing) {
        WalletRecord record = _wallets[wallet];
        return record.acts() ? _standing(record.partyBehind()) : WalletLib.ACTS_NO_MORE;
    }

    function _standing(PartyId party) private view returns (Standing) {
        return _parties[party].standing(party);
    }

    /// @dev Whether a wallet can begin to act for a party; not if it does already, never if it is another's or dead.
    function _isFree(address wallet, PartyId party) private view returns (bool) {
        WalletRecord record = _wallets[wallet];
        PartyId bound = record.partyBehind();
        if (bound == party && record.acts()) return false;
        require(bound == PartyId.wrap(0) || bound == party, WalletBound(wallet, bound));
        address successor = record.successorOf();
        require(successor == address(0), WalletDead(wallet, successor));
        return true;
    }

    /// @dev The pauses of a place without those that have ended.
    function _foldedPause(uint16 jurisdiction) private view returns (Pause memory standing) {
        standing = _pauses[jurisdiction];
        standing.operations = pausesOf(jurisdiction);
        standing.lifting &= standing.operations;
    }

    /// @dev Keeps what is paused, and which of it ends when; nothing ends if nothing is lifting.
    function _schedule(uint16 jurisdiction, Pause memory standing, uint16 lifting, uint48 liftAt) private {
        _pauses[jurisdiction] = Pause({
            operations: standing.operations,
            lifting: lifting,
            liftAt: lifting == 0 ? 0 : liftAt
        });
    }

    function _record(PartyId party, uint88 fingerprint, Attestation calldata attestation) private {
        PartyRecord standing = _parties[party];
        if (standing.attestedAt() != 0) _checkRenewal(party, standing, attestation, fingerprint);

        PartyRecord record = PartyLib.pack(attestation, fingerprint);
        _parties[party] = record.withRestrictions(standing.restrictions());
    }

    function _known(PartyId party) private view returns (PartyRecord record) {
        record = _parties[party];
        require(record.attestedAt() != 0, UnknownParty(party));
    }

    /// @dev The attester of the party's place; a wallet that acts for nobody has none.
    function _checkAttester(PartyId party, address wallet, address attester) private view {
        require(party != PartyId.wrap(0), WalletUnknown(wallet));
        RolesLib.attester(_parties[party].place().jurisdiction()).check(authority, attester);
    }

    /// @dev A wallet that acts for the party, unless it is revoked; else a regulator of its place.
    function _checkGranter(PartyId party, address attester, address granter) private view {
        PartyRecord record = _known(party);
        if (partyOf(granter) == party && !record.isRevoked()) return;
        bool isRegulator = RolesLib.regulator(record.place().jurisdiction()).holds(authority, granter);
        require(isRegulator, NotGranter(party, granter));
        _checkSeparate(attester, granter);
    }

    function _checkConsent(
        PartyId party,
        Attestation calldata attestation,
        Consent calldata consent,
        bytes calldata signature
    ) private view {
        (address granter, uint48 issuedAt) = (consent.granter, consent.issuedAt);
        bool isMeant = consent.party == party && consent.wallet == attestation.wallet;
        require(isMeant, ConsentElsewhere(consent.party, consent.wallet));
        require(consent.validUntil > block.timestamp, ConsentExpired(consent.validUntil));
        require(issuedAt > _parties[party].attestedAt(), ConsentStale(party, issuedAt));
        require(issuedAt <= attestation.issuedAt, ConsentLate(issuedAt, attestation.issuedAt));
        bool isGiven =
            msg.sender == granter ||
                SignatureChecker.isValidSignatureNowCalldata(granter, consentDigestOf(consent), signature);
        require(isGiven, ConsentUnsigned(granter));
    }

    function _checkSeparate(address attester, address regulator) private view {
        PartyId own = partyOf(attester);
        bool isSeparate = attester != regulator && (own == PartyId.wrap(0) || own != partyOf(regulator));
        require(isSeparate, AuthoritiesNotSeparate(attester, regulator));
    }

    function _checkRecovery(PartyId party, Recovery calldata recovery, address standing) private view {
        (address lost, address successor) = (recovery.lost, recovery.successor);
        require(standing == address(0), WalletDead(lost, standing));
        require(successor != address(0) && successor != lost, SuccessorMissing(lost));
        require(recovery.evidence != 0, EvidenceMissing());
        require(recovery.issuedAt <= block.timestamp, AttestationEarly(recovery.issuedAt));
        require(recovery.issuedAt > _parties[party].attestedAt(), AttestationStale(party, recovery.issuedAt));
    }

    /// @dev Whether an attester of the place states it, in due form; it is the signer.
    function _checkStatement(
        Attestation calldata attestation,
        bytes calldata signature
    ) private view returns (address attester) {
        attester = ECDSA.recoverCalldata(digestOf(attestation), signature);
        RolesLib.attester(attestation.place.jurisdiction()).check(authority, attester);
        require(attestation.wallet != address(0), WalletMissing(attestation.subject));
        require(attestation.evidence != 0, EvidenceMissing());
        require(attestation.tolerance <= HIGHEST_TOLERANCE, ToleranceOutOfRange(attestation.tolerance));
        require(attestation.issuedAt <= block.timestamp, AttestationEarly(attestation.issuedAt));
        require(attestation.validUntil > block.timestamp, AttestationExpired(attestation.validUntil));
    }

    function _checkRenewal(
        PartyId party,
        PartyRecord standing,
        Attestation calldata attestation,
        uint88 fingerprint
    ) private pure {
        require(standing.fingerprint() == fingerprint, SubjectCollision(party, attestation.subject));
        require(
            standing.place().jurisdiction() == attestation.place.jurisdiction(),
            PartyElsewhere(party, attestation.place)
        );
        require(attestation.issuedAt > standing.attestedAt(), AttestationStale(party, attestation.issuedAt));
    }

    function _checkLifter(uint64 orderId, Order storage order) private view {
        uint64 role = RolesLib.regulator(order.jurisdiction);
        role.check(authority, msg.sender);
        bool isAuthority = msg.sender == order.authority;
        require(isAuthority || !role.holds(authority, order.authority), NotOrderAuthority(orderId, msg.sender));
    }

    function _hashOf(bytes32 subject) private pure returns (uint256) {
        return uint256(keccak256(bytes.concat(subject)));
    }

    /// @dev The lowest 64 bits but one; the next 88 are the fingerprint.
    function _idOf(uint256 hash) private pure returns (PartyId) {
        return PartyId.wrap(uint64(hash) >> 1);
    }
}
