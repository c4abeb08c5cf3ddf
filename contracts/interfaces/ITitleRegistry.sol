// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IpEventKind, IpKind, RegistrationKind} from "../types/Enums.sol";
import {PartyId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @notice Titles of intellectual property, apart from the claims that rest on them. A title is named by a salted hash.
interface ITitleRegistry {
    /// @notice What a title is. Days count from 1970-01-01 in UTC+8, zero where there is none.
    /// @param title Salted hash of what identifies the title; its id here
    /// @param place Place whose office granted it and whose evaluators speak about it
    /// @param field Field of technology or trade as short text, such as an IPC class
    /// @param publicNumber Canonical number as short text where it is public, else zero
    /// @param expiryDay End of the legal life
    /// @param economicEndDay End of the economic life as its owner estimates it
    /// @param feeDueDay Day by which the next annual fee is due
    /// @param evidence Salted hash of the certificate
    struct TitleTerms {
        bytes32 title;
        IpKind kind;
        Place place;
        bytes32 field;
        bytes32 publicNumber;
        uint32 filedDay;
        uint32 grantedDay;
        uint32 expiryDay;
        uint32 economicEndDay;
        uint32 feeDueDay;
        bytes32 evidence;
    }

    /// @notice What is known of a title.
    /// @param kind None while a claim rests on the title and nobody described it
    /// @param faults Bitmap of `FaultLib`: what is wrong with it now
    /// @param claims Live claims that rest on it
    /// @param listed Whether its owner opened it to managers
    struct TitleView {
        PartyId owner;
        IpKind kind;
        Place place;
        uint32 filedDay;
        uint32 grantedDay;
        uint32 expiryDay;
        uint32 economicEndDay;
        uint8 faults;
        uint8 claims;
        uint32 feeDueDay;
        bool listed;
        bytes32 field;
        bytes32 publicNumber;
    }

    /// @notice What the office of a title recorded: number as short text, and day.
    struct Registration {
        bytes32 number;
        uint32 day;
    }

    event TitleOpened(bytes32 indexed title, PartyId indexed owner, Place place);
    event TitleRegistered(bytes32 indexed title, PartyId indexed owner, TitleTerms terms);
    event ClaimPermitted(bytes32 indexed title, PartyId indexed claimant, bytes32 consent);
    event ClaimForbidden(bytes32 indexed title, PartyId indexed claimant);
    event TitleAssigned(bytes32 indexed title, PartyId indexed from, PartyId indexed to, bytes32 evidence);
    event TitleListed(bytes32 indexed title, PartyId indexed owner, bytes32 consent);
    event TitleDelisted(bytes32 indexed title);
    event FeePaid(bytes32 indexed title, uint32 paidDay, uint32 nextDueDay, bytes32 evidence);
    event RegistrationRecorded(
        bytes32 indexed title,
        RegistrationKind indexed kind,
        bytes32 number,
        uint32 day,
        bytes32 evidence
    );
    event InterestExpressed(bytes32 indexed title, PartyId indexed party, bytes32 documentHash);
    event TitleFactRecorded(
        bytes32 indexed title,
        IpEventKind indexed kind,
        uint32 day,
        bytes32 documentHash,
        uint8 faults
    );
    event ClaimAdded(bytes32 indexed title, uint8 claims);
    event ClaimEnded(bytes32 indexed title, uint8 claims);

    error UnknownTitle(bytes32 title);
    error TitleKnown(bytes32 title);
    error TitleUnnamed();
    error NumberTaken(bytes32 publicNumber, bytes32 title);
    error DaysDisordered(uint32 filedDay, uint32 grantedDay, uint32 expiryDay);
    error NotTitleOwner(bytes32 title, address wallet);
    error NotTitleSpeaker(bytes32 title, address wallet);
    error ClaimNotPermitted(bytes32 title, PartyId claimant);
    error ConsentAbsent(bytes32 title, PartyId claimant);
    error AssigneeUnfit(bytes32 title, PartyId assignee);
    error TitleFaulty(bytes32 title, uint8 faults);
    error TitleInClaim(bytes32 title);
    error TitleUnlisted(bytes32 title);
    error TitleListedAlready(bytes32 title);
    error OwnInterest(bytes32 title);
    error PartyIneligible(address wallet);
    error DocumentAbsent();
    error DayAbsent();
    error NumberAbsent();
    error FactOfClaim(IpEventKind kind);
    error FactKnown(bytes32 title, IpEventKind kind);

    /// @notice Describes a title; the caller's eligible party becomes its owner. A title that a claim of that party opened
    /// is described once
    function register(TitleTerms calldata terms) external;

    /// @notice Lets another party rest a claim on a title; its owner, who keeps the consent behind the hash
    function permit(bytes32 title, PartyId claimant, bytes32 consent) external;

    /// @notice Withdraws the consent to further claims of a party; its owner. Claims that rest on the title already stay
    function forbid(bytes32 title, PartyId claimant) external;

    /// @notice Records that a title passed to another eligible party; its owner, with the hash of the office's record. Claims,
    /// consents and faults stay with the title, its place in the catalogue does not
    function assign(bytes32 title, PartyId assignee, bytes32 evidence) external;

    /// @notice Opens a title to managers; its owner, with the hash of the signed consent
    function list(bytes32 title, bytes32 consent) external;

    /// @notice Takes a title back from the catalogue; its owner
    function delist(bytes32 title) external;

    /// @notice Records an annual fee and the day of the next one; the owner or an evaluator of its place. A fee that was missed is
    /// answered by a fact first
    function payFee(bytes32 title, uint32 paidDay, uint32 nextDueDay, bytes32 evidence) external;

    /// @notice Records what the office registered; the owner or an evaluator of its place. The newest of a kind stands
    function recordRegistration(
        bytes32 title,
        RegistrationKind kind,
        Registration calldata registration,
        bytes32 evidence
    ) external;

    /// @notice Tells the owner of a listed title that the caller's eligible party would structure it
    function expressInterest(bytes32 title, bytes32 documentHash) external;

    /// @notice Records a fact about a title on which no claim rests; an evaluator of its place
    function recordFact(bytes32 title, IpEventKind kind, uint32 day, bytes32 documentHash) external;

    /// @notice Rests a claim of a party on a title; opens an unknown one. Refused without the owner's consent and for a title with a
    /// fault. Only the registry of rights
    function addClaim(bytes32 title, PartyId claimant, Place place) external;

    /// @notice Ends a claim on a title; only the registry of rights
    function endClaim(bytes32 title) external;

    /// @notice Records a fact about a title on which claims rest, and gives its faults before and after; only the registry of
    /// rights
    function mark(
        bytes32 title,
        IpEventKind kind,
        uint32 day,
        bytes32 documentHash
    ) external returns (uint8 before, uint8 faults);

    /// @notice What is known of a title; reverts if nothing is
    function titleOf(bytes32 title) external view returns (TitleView memory);

    /// @notice The title that was described with a public number, zero if none
    function titleByNumber(uint16 jurisdiction, IpKind kind, bytes32 publicNumber) external view returns (bytes32);

    /// @notice Consent under which a party may rest a claim on a title, zero if none
    function consentOf(bytes32 title, PartyId claimant) external view returns (bytes32);

    function registrationOf(bytes32 title, RegistrationKind kind) external view returns (Registration memory);

    /// @notice First day on which one of the titles ends, legally or economically; zero while one of them is not described
    function lifeEndOf(bytes32[] calldata titles) external view returns (uint32 day);
}
