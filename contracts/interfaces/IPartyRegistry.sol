// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PartyId} from "../types/Ids.sol";
import {Pause} from "../types/Pause.sol";
import {Place} from "../types/Place.sol";
import {Standing} from "../types/Standing.sol";

/// @notice Who may act: parties, their wallets, and the orders that restrict them.
interface IPartyRegistry {
    /// @notice Statement of an attester about a party, signed as EIP-712 and submitted by anyone, once.
    /// @param subject Salted hash that names the party; a known subject is renewed, an unknown one becomes a new party
    /// @param wallet Wallet that acts for the party: the first of a new one, one that it has, or a further one with its consent
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

    /// @notice Word for a further wallet of a party, signed as EIP-712. It is used once, because it stands among the statements
    /// about the party and the attestation that uses it is issued no earlier.
    /// @param wallet Wallet that is to act for the party
    /// @param granter Wallet that acts for the party, or a regulator of its place
    /// @param issuedAt Moment of the consent; later than the statement that stands for the party
    /// @param validUntil Moment from which it is no longer used
    struct Consent {
        PartyId party;
        address wallet;
        address granter;
        uint48 issuedAt;
        uint48 validUntil;
    }

    /// @notice Statement of an attester that a party lost a wallet, signed as EIP-712 and submitted by a regulator, once.
    /// @param lost Wallet that acts for the party no more, for good; what is recorded under it stays the party's
    /// @param successor Wallet that acts for the party in its stead
    /// @param issuedAt Moment of the statement; ordered among the attestations of the party
    /// @param evidence Salted hash of the attester's file
    struct Recovery {
        address lost;
        address successor;
        uint48 issuedAt;
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
    event WalletGranted(PartyId indexed party, address indexed wallet, address indexed granter, uint48 issuedAt);
    event WalletRecovered(
        PartyId indexed party,
        address indexed lost,
        address indexed successor,
        address attester,
        address regulator,
        uint48 issuedAt,
        bytes32 evidence
    );
    event WalletUnbound(
        PartyId indexed party,
        address indexed wallet,
        address indexed attester,
        bytes32 evidence,
        uint48 unboundAt
    );
    event PartyRestricted(PartyId indexed party, uint64 indexed orderId, address indexed authority, bytes32 orderHash);
    event RestrictionLifted(PartyId indexed party, uint64 indexed orderId, address indexed authority, bytes32 liftHash);

    event PlacePaused(
        uint16 indexed jurisdiction,
        address indexed authority,
        uint16 operations,
        bytes32 orderHash,
        uint48 pausedAt
    );
    event UnpauseScheduled(
        uint16 indexed jurisdiction,
        address indexed authority,
        uint16 operations,
        bytes32 liftHash,
        uint48 scheduledAt,
        uint48 effectiveAt
    );

    error UnknownParty(PartyId party);
    error UnknownOrder(uint64 orderId);
    error EvidenceMissing();
    error WalletMissing(bytes32 subject);
    error WalletBound(address wallet, PartyId party);
    error WalletDead(address wallet, address successor);
    error WalletUnknown(address wallet);
    error SuccessorMissing(address lost);
    error ConsentMissing(PartyId party, address wallet);
    error ConsentElsewhere(PartyId party, address wallet);
    error ConsentExpired(uint48 validUntil);
    error ConsentStale(PartyId party, uint48 issuedAt);
    error ConsentLate(uint48 issuedAt, uint48 attestedAt);
    error ConsentUnsigned(address granter);
    error NotGranter(PartyId party, address granter);
    error AuthoritiesNotSeparate(address attester, address regulator);
    error ToleranceOutOfRange(uint8 tolerance);
    error AttestationExpired(uint48 validUntil);
    error AttestationEarly(uint48 issuedAt);
    error AttestationStale(PartyId party, uint48 issuedAt);
    error PartyElsewhere(PartyId party, Place place);
    error SubjectCollision(PartyId party, bytes32 subject);
    error PartyAlreadyRevoked(PartyId party);
    error OrderAlreadyLifted(uint64 orderId);
    error NotOrderAuthority(uint64 orderId, address account);
    error OperationsUnknown(uint16 operations);
    error AlreadyPaused(uint16 jurisdiction, uint16 operations);
    error NotPaused(uint16 jurisdiction, uint16 operations);

    /// @notice Records a signed attestation: creates the party with its first wallet, or renews, upgrades or downgrades it
    /// through a wallet that acts for it
    /// @return party Id of the party
    function attest(Attestation calldata attestation, bytes calldata signature) external returns (PartyId party);

    /// @notice Records a signed attestation that binds a further wallet to a known party, or one that was unbound. Besides the
    /// attester it takes the word of a wallet that acts for the party or, where none can, of a regulator of its place
    /// @param consentSignature Of the granter, key or contract (ERC-1271); nothing if the granter calls
    function bind(
        Attestation calldata attestation,
        bytes calldata signature,
        Consent calldata consent,
        bytes calldata consentSignature
    ) external returns (PartyId party);

    /// @notice Ends a party's eligibility and its offices at once; an attester of the party's jurisdiction. A later
    /// attestation reinstates it
    function revoke(PartyId party, bytes32 evidence) external;

    /// @notice Puts another wallet in the place of a lost one, by a statement of the attester; a regulator of the party's place
    /// that is another than the attester. The lost wallet is dead: it acts for nobody and is never bound again. What is recorded
    /// under it (holdings, entitlements, votes) stays the party's; units move by an order of recovery
    /// @return party Party whose wallet it is
    function recover(Recovery calldata recovery, bytes calldata signature) external returns (PartyId party);

    /// @notice Takes a wallet from its party; an attester of the party's jurisdiction. What is recorded under it stays the
    /// party's, and only `bind` for the same party binds it again
    function unbind(address wallet, bytes32 evidence) external;

    /// @notice Restricts a party by an order of a regulator of its jurisdiction
    /// @param orderHash Salted hash of the order; reason and legal basis stay behind it
    function restrict(PartyId party, bytes32 orderHash) external returns (uint64 orderId);

    /// @notice Lifts an order; the authority that gave it or, when that one is regulator no more, another regulator of
    /// the same jurisdiction
    function lift(uint64 orderId, bytes32 liftHash) external;

    /// @notice Pauses operations of a place at once; a regulator of it. Takes back an end that was scheduled for them
    /// @param operations Bitmap: the bit of each `MovementKind`
    function pause(uint16 jurisdiction, uint16 operations, bytes32 orderHash) external;

    /// @notice Schedules the end of pauses; a regulator of the place. It takes effect `unpauseFor` seconds later, and so does
    /// what was scheduled before and has not ended yet
    function unpause(uint16 jurisdiction, uint16 operations, bytes32 liftHash) external returns (uint48 effectiveAt);

    /// @notice Party a wallet acts for, zero if none
    function partyOf(address wallet) external view returns (PartyId);

    /// @notice Party to which belongs what is recorded under a wallet, whether it still acts or not; zero if none
    function partyBehind(address wallet) external view returns (PartyId);

    /// @notice Wallet that a recovery put in the place of a lost one, zero if the wallet was not lost
    function successorOf(address wallet) external view returns (address);

    /// @notice Whether a wallet was taken from its party
    function isUnbound(address wallet) external view returns (bool);

    /// @notice Party a wallet acts for and its profile, in one call, for transfer rules
    function profileOf(address wallet) external view returns (PartyId party, Profile memory profile);

    /// @notice The same in one word, for transfer rules. A wallet that acts for its party no more is revoked and of no party
    function standingOf(address wallet) external view returns (Standing);

    /// @notice Standings of the parties behind wallets, in their order: for what is recorded under a wallet, dead or not
    function standingsBehind(address[] calldata wallets) external view returns (Standing[] memory standings);

    /// @notice What a transfer rule asks of this room, in one call: both standings, and the operations that the place of the
    /// series or those of the two parties have paused. Address zero has no standing
    function movementOf(
        address from,
        address to,
        uint16 jurisdiction
    ) external view returns (Standing sender, Standing receiver, uint16 paused);

    /// @notice Operations of a place that are paused now
    function pausesOf(uint16 jurisdiction) external view returns (uint16 operations);

    /// @notice Pauses of a place as they are kept, with the end that is scheduled for some
    function pauseOf(uint16 jurisdiction) external view returns (Pause memory);

    /// @notice Seconds between the order that ends a pause and its end
    function unpauseFor() external view returns (uint32);

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

    /// @notice What the granter signs
    function consentDigestOf(Consent calldata consent) external view returns (bytes32);

    /// @notice What the attester signs of a recovery
    function recoveryDigestOf(Recovery calldata recovery) external view returns (bytes32);

    /// @notice Whether a wallet acts for a party. A party that is revoked acts no more; nobody acts for party zero.
    function actsFor(PartyId party, address wallet) external view returns (bool);

    /// @notice Whether the party is attested, unexpired, not revoked and not restricted now
    function isEligible(PartyId party) external view returns (bool);
}
