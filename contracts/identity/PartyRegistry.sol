// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {EligibilityLib} from "../libraries/EligibilityLib.sol";
import {PartyId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";
import {Standing} from "../types/Standing.sol";

/// @title PartyRegistry
/// @notice Who may act: parties, the wallets that act for them, and the orders that restrict them. No personal data:
/// a party is the salted hash of a file that its attester keeps.
///
/// LIFE
/// An attestation makes a party or renews it, up or down, and binds one wallet. It is eligible until `validUntil`, while it
/// is not revoked and no order lives. Revoking ends that at once. Each statement about a party is issued later than the one
/// before it and than a revocation: none counts twice, and a signature kept in a drawer never undoes a downgrade.
///
/// ROLES
/// Attesters and regulators are roles of a place (`RolesLib`), asked when the attestation is submitted, not when it was
/// signed. An attester speaks only about parties of its own jurisdiction, and a party never changes jurisdiction.
///
/// ORDERS
/// Any number of orders may live on a party; it stays restricted while one does. An order is lifted by the authority
/// that gave it; when that one is regulator no more, by another regulator of the same jurisdiction. Reason and legal basis stay
/// behind the hash, so that the chain tips nobody off.
///
/// COST
/// A party is one slot and a wallet one more, so that a transfer rule reads a wallet's profile with two loads. The id is
/// 63 bits of the subject's hash and the slot keeps 88 more, which spares a table of subjects; the order of statements spares
/// one of used numbers.
///
/// ASSUMPTIONS
/// Block time is seconds and no attester signs for the future. Only plain keys attest.
contract PartyRegistry is IPartyRegistry, EIP712 {
    using RolesLib for uint64;

    /// @param fingerprint 88 more bits of the subject's hash
    struct Party {
        Place place; // slot 0
        uint8 class;
        uint8 tolerance;
        uint48 validUntil;
        uint48 attestedAt;
        uint16 restrictions;
        bool revoked;
        uint88 fingerprint;
    }

    bytes32 private constant ATTESTATION_TYPEHASH = keccak256(
        "Attestation(bytes32 subject,address wallet,uint32 place,uint8 class,uint8 tolerance,uint48 issuedAt,uint48 validUntil,bytes32 evidence)"
    );
    uint8 private constant HIGHEST_TOLERANCE = 5;

    /* STORAGE */

    address public immutable authority;

    uint64 public orderCount;
    mapping(address wallet => PartyId party) public partyOf;
    mapping(PartyId party => Party record) private _parties;
    mapping(uint64 orderId => Order order) private _orders;

    constructor(address accessManager) EIP712("Lingnan PartyRegistry", "1") {
        authority = accessManager;
    }

    /* ACTIONS */

    /// @inheritdoc IPartyRegistry
    function attest(Attestation calldata attestation, bytes calldata signature) external returns (PartyId party) {
        address attester = ECDSA.recoverCalldata(digestOf(attestation), signature);
        RolesLib.attester(attestation.place.jurisdiction()).check(authority, attester);
        _checkStatement(attestation);
        uint256 hash = _hashOf(attestation.subject);
        party = _idOf(hash);

        _bind(attestation.wallet, party);
        _record(party, uint88(hash >> 64), attestation);
        emit PartyAttested(party, attester, attestation);
    }

    /// @inheritdoc IPartyRegistry
    function revoke(PartyId party, bytes32 evidence) external {
        Party storage record = _known(party);
        RolesLib.attester(record.place.jurisdiction()).check(authority, msg.sender);
        require(evidence != 0, EvidenceMissing());
        require(!record.revoked, PartyAlreadyRevoked(party));

        record.revoked = true;
        record.attestedAt = uint48(block.timestamp);
        emit PartyRevoked(party, msg.sender, evidence, uint48(block.timestamp));
    }

    /// @inheritdoc IPartyRegistry
    function restrict(PartyId party, bytes32 orderHash) external returns (uint64 orderId) {
        Party storage record = _known(party);
        uint16 jurisdiction = record.place.jurisdiction();
        RolesLib.regulator(jurisdiction).check(authority, msg.sender);
        require(orderHash != 0, EvidenceMissing());

        orderId = ++orderCount;
        record.restrictions += 1;
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

        order.lifted = true;
        _parties[order.party].restrictions -= 1;
        emit RestrictionLifted(order.party, orderId, msg.sender, liftHash);
    }

    /* VIEWS */

    /// @inheritdoc IPartyRegistry
    function profileOf(address wallet) external view returns (PartyId party, Profile memory) {
        party = partyOf[wallet];
        return (party, profile(party));
    }

    /// @inheritdoc IPartyRegistry
    function standingOf(address wallet) external view returns (Standing) {
        return _standingOf(wallet);
    }

    /// @inheritdoc IPartyRegistry
    function standingsOf(address[] calldata wallets) external view returns (Standing[] memory standings) {
        standings = new Standing[](wallets.length);
        for (uint256 i = 0; i < wallets.length; ++i) standings[i] = _standingOf(wallets[i]);
    }

    /// @inheritdoc IPartyRegistry
    function isEligible(PartyId party) external view returns (bool) {
        return EligibilityLib.isEligible(profile(party), block.timestamp);
    }

    /// @inheritdoc IPartyRegistry
    function attestedAt(PartyId party) external view returns (uint48) {
        return _parties[party].attestedAt;
    }

    /// @inheritdoc IPartyRegistry
    function orderOf(uint64 orderId) external view returns (Order memory) {
        return _orders[orderId];
    }

    /// @inheritdoc IPartyRegistry
    function profile(PartyId party) public view returns (Profile memory) {
        Party memory record = _parties[party];
        return
            Profile({
                place: record.place,
                class: record.class,
                tolerance: record.tolerance,
                validUntil: record.validUntil,
                restrictions: record.restrictions,
                revoked: record.revoked
            });
    }

    /// @inheritdoc IPartyRegistry
    function digestOf(Attestation calldata attestation) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(ATTESTATION_TYPEHASH, attestation)));
    }

    /// @inheritdoc IPartyRegistry
    function partyIdOf(bytes32 subject) public pure returns (PartyId) {
        return _idOf(_hashOf(subject));
    }

    /* INTERNAL */

    function _standingOf(address wallet) private view returns (Standing) {
        PartyId party = partyOf[wallet];
        Party memory record = _parties[party];
        uint256 word = uint256(PartyId.unwrap(party)) | (uint256(Place.unwrap(record.place)) << 64);
        word |= (uint256(record.class) << 96) | (uint256(record.tolerance) << 104);
        word |= (uint256(record.validUntil) << 112) | (uint256(record.restrictions) << 160);
        return Standing.wrap(record.revoked ? word | (1 << 176) : word);
    }

    function _bind(address wallet, PartyId party) private {
        PartyId bound = partyOf[wallet];
        if (bound == party) return;
        require(bound == PartyId.wrap(0), WalletBound(wallet, bound));
        partyOf[wallet] = party;
    }

    function _record(PartyId party, uint88 fingerprint, Attestation calldata attestation) private {
        Party storage standing = _parties[party];
        if (standing.attestedAt != 0) _checkRenewal(party, standing, attestation, fingerprint);

        _parties[party] = Party({
            place: attestation.place,
            class: attestation.class,
            tolerance: attestation.tolerance,
            validUntil: attestation.validUntil,
            attestedAt: attestation.issuedAt,
            restrictions: standing.restrictions,
            revoked: false,
            fingerprint: fingerprint
        });
    }

    function _known(PartyId party) private view returns (Party storage record) {
        record = _parties[party];
        require(record.attestedAt != 0, UnknownParty(party));
    }

    function _checkStatement(Attestation calldata attestation) private view {
        require(attestation.wallet != address(0), WalletMissing(attestation.subject));
        require(attestation.evidence != 0, EvidenceMissing());
        require(attestation.tolerance <= HIGHEST_TOLERANCE, ToleranceOutOfRange(attestation.tolerance));
        require(attestation.issuedAt <= block.timestamp, AttestationEarly(attestation.issuedAt));
        require(attestation.validUntil > block.timestamp, AttestationExpired(attestation.validUntil));
    }

    function _checkRenewal(
        PartyId party,
        Party memory standing,
        Attestation calldata attestation,
        uint88 fingerprint
    ) private pure {
        require(standing.fingerprint == fingerprint, SubjectCollision(party, attestation.subject));
        require(
            standing.place.jurisdiction() == attestation.place.jurisdiction(),
            PartyElsewhere(party, attestation.place)
        );
        require(attestation.issuedAt > standing.attestedAt, AttestationStale(party, attestation.issuedAt));
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
