// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PartyId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @notice Who may act: parties, their wallets, and the orders that restrict them.
interface IPartyRegistry {
    /// @notice Statement of an attester about a party, signed as EIP-712 and submitted by anyone, once.
    /// @param subject Salted hash that names the party; a known subject is renewed, an unknown one becomes a new party
    /// @param wallet Wallet that acts for the party from now on
    /// @param place Place of the party; the attester must hold its jurisdiction's role
    /// @param class Investor class code of the parameter file, 0 for a party that holds an office only
    /// @param tolerance Risk tolerance C1 to C5 as 1 to 5, 0 = none
    /// @param validUntil Moment from which the party is no longer eligible
    /// @param evidence Salted hash of the attester's file
    /// @param nonce Number unique to the attester
    struct Attestation {
        bytes32 subject;
        address wallet;
        Place place;
        uint8 class;
        uint8 tolerance;
        uint48 validUntil;
        bytes32 evidence;
        uint64 nonce;
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

    event PartyAttested(
        PartyId indexed party,
        bytes32 indexed subject,
        address indexed wallet,
        Place place,
        uint8 class,
        uint8 tolerance,
        uint48 validUntil,
        bytes32 evidence,
        address attester
    );
    event PartyRevoked(PartyId indexed party, bytes32 evidence, address attester);
    event PartyRestricted(PartyId indexed party, uint64 indexed orderId, address authority, bytes32 orderHash);
    event RestrictionLifted(PartyId indexed party, uint64 indexed orderId, address authority, bytes32 liftHash);

    error UnknownParty(PartyId party);
    error UnknownWallet(address wallet);

    /// @notice Records a signed attestation: creates the party, or renews, upgrades or downgrades it
    /// @return party Id of the party
    function attest(Attestation calldata attestation, bytes calldata signature) external returns (PartyId party);

    /// @notice Ends a party's eligibility at once; an attester of the party's jurisdiction
    function revoke(PartyId party, bytes32 evidence) external;

    /// @notice Restricts a party by an order of a regulator of its jurisdiction
    /// @param orderHash Salted hash of the order; reason and legal basis stay behind it
    function restrict(PartyId party, bytes32 orderHash) external returns (uint64 orderId);

    /// @notice Lifts an order; only the authority (role and jurisdiction) that gave it
    function lift(uint64 orderId, bytes32 liftHash) external;

    /// @notice Party a wallet acts for, zero if none
    function partyOf(address wallet) external view returns (PartyId);

    /// @notice Party a wallet acts for and its profile, in one call, for transfer rules
    function profileOf(address wallet) external view returns (PartyId party, Profile memory profile);

    function profile(PartyId party) external view returns (Profile memory);

    /// @notice Whether the party is attested, unexpired, not revoked and not restricted now
    function isEligible(PartyId party) external view returns (bool);
}
