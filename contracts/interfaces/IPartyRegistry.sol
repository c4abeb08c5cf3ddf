// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PartyId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";
import {Standing} from "../types/Standing.sol";

/// @notice Who may act: parties, their wallets, and the orders that restrict them.
interface IPartyRegistry {
    /// @notice Statement of an attester about a party, signed as EIP-712 and submitted by anyone, once.
    /// @param subject Salted hash that names the party; a known subject is renewed, an unknown one becomes a new party
    /// @param wallet Wallet that acts for the party from now on, beside those it has
    /// @param place Place of the party; the attester must hold its jurisdiction's role
    /// @param class Investor class code of the parameter file, 0 for a party that holds an office only
    /// @param tolerance Risk tolerance C1 to C5 as 1 to 5, 0 = none
    /// @param issuedAt Moment of the statement; later than the one that stands for the party, or its revocation, so that
    /// it counts once
    /// @param validUntil Moment from which the party is no longer eligible
    /// @param evidence Salted hash of the attester's file
    struct Attestation {
        bytes32 subject;
        address wallet;
        Place place;
        uint8 class;
        uint8 tolerance;
        uint48 issuedAt;
        uint48 validUntil;
        bytes32 evidence;
    }

    /// @notice A party in one storage slot.
    /// @param restrictions Number of living orders; the party is restricted while it is not zero
    struct Profile {
        Place place;
        uint8 class;
        uint8 tolerance;
        uint48 validUntil;
        uint16 restrictions;
        bool revoked;
    }

    /// @notice An order that restricts a party.
    /// @param jurisdiction Place whose regulator gave it
    /// @param authority Regulator that gave it
    struct Order {
        PartyId party;
        uint16 jurisdiction;
        bool lifted;
        address authority;
    }

    event PartyAttested(PartyId indexed party, address indexed attester, Attestation attestation);
    event PartyRevoked(PartyId indexed party, address indexed attester, bytes32 evidence, uint48 revokedAt);
    event PartyRestricted(PartyId indexed party, uint64 indexed orderId, address indexed authority, bytes32 orderHash);
    event RestrictionLifted(PartyId indexed party, uint64 indexed orderId, address indexed authority, bytes32 liftHash);

    error UnknownParty(PartyId party);
    error UnknownOrder(uint64 orderId);
    error EvidenceMissing();
    error WalletMissing(bytes32 subject);
    error WalletBound(address wallet, PartyId party);
    error ToleranceOutOfRange(uint8 tolerance);
    error AttestationExpired(uint48 validUntil);
    error AttestationEarly(uint48 issuedAt);
    error AttestationStale(PartyId party, uint48 issuedAt);
    error PartyElsewhere(PartyId party, Place place);
    error SubjectCollision(PartyId party, bytes32 subject);
    error PartyAlreadyRevoked(PartyId party);
    error OrderAlreadyLifted(uint64 orderId);
    error NotOrderAuthority(uint64 orderId, address account);

    /// @notice Records a signed attestation: creates the party, or renews, upgrades or downgrades it
    /// @return party Id of the party
    function attest(Attestation calldata attestation, bytes calldata signature) external returns (PartyId party);

    /// @notice Ends a party's eligibility and its offices at once; an attester of the party's jurisdiction. A later
    /// attestation reinstates it
    function revoke(PartyId party, bytes32 evidence) external;

    /// @notice Restricts a party by an order of a regulator of its jurisdiction
    /// @param orderHash Salted hash of the order; reason and legal basis stay behind it
    function restrict(PartyId party, bytes32 orderHash) external returns (uint64 orderId);

    /// @notice Lifts an order; the authority that gave it or, when that one is regulator no more, another regulator of
    /// the same jurisdiction
    function lift(uint64 orderId, bytes32 liftHash) external;

    /// @notice Party a wallet acts for, zero if none
    function partyOf(address wallet) external view returns (PartyId);

    /// @notice Party a wallet acts for and its profile, in one call, for transfer rules
    function profileOf(address wallet) external view returns (PartyId party, Profile memory profile);

    /// @notice The same in one word, for transfer rules
    function standingOf(address wallet) external view returns (Standing);

    /// @notice Standings of many wallets, in their order
    function standingsOf(address[] calldata wallets) external view returns (Standing[] memory standings);

    /// @notice Profile of a party; all zero if it is unknown
    function profile(PartyId party) external view returns (Profile memory);

    /// @notice Id that a subject has or would get: 63 bits of its hash
    function partyIdOf(bytes32 subject) external pure returns (PartyId);

    /// @notice Moment of the attestation that stands for a party, or of its revocation
    function attestedAt(PartyId party) external view returns (uint48);

    function orderOf(uint64 orderId) external view returns (Order memory);

    /// @notice Number of orders given so far; ids run from one
    function orderCount() external view returns (uint64);

    /// @notice What the attester signs: EIP-712 digest of an attestation
    function digestOf(Attestation calldata attestation) external view returns (bytes32);

    /// @notice Whether the party is attested, unexpired, not revoked and not restricted now
    function isEligible(PartyId party) external view returns (bool);
}
