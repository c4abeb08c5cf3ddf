// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Currency} from "../types/Currency.sol";
import {IpEventKind, Maturity} from "../types/Enums.sol";
import {DealId, PartyId, RightId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @notice Revenue rights over intellectual property: one ERC-721 token a right, its id the token's.
interface IRightsRegistry {
    /// @notice What a right is when it is registered.
    /// @param titles Salted hashes of the IP titles the claim rests on, each in one live claim only
    /// @param claimHash Salted hash of the contract that gives the claim
    /// @param obligorHash Salted hash that names the obligor
    /// @param payerHash Salted hash of the contractual payer, zero if none (an early right needs one)
    /// @param place Place whose evaluators speak about the right
    /// @param principal Claim in minor units of `currency`
    /// @param appraisedValue Value of the titles, minor units of `currency`
    /// @param trl Technology readiness 3 to 9; fixes the maturity class
    /// @param evidence Salted hash of the evaluation dossier and the appraisal
    struct RightTerms {
        bytes32[] titles;
        bytes32 claimHash;
        bytes32 obligorHash;
        bytes32 payerHash;
        Place place;
        Currency currency;
        uint128 principal;
        uint128 appraisedValue;
        uint48 appraisalValidUntil;
        uint8 trl;
        bytes32 evidence;
    }

    /// @notice What other rooms need of a right.
    /// @param owner Wallet that owns the token
    /// @param maturity None when the right backs nothing: readiness below 3, or early without a payer
    /// @param deal Deal that the right backs, zero if none
    struct RightView {
        address owner;
        PartyId originator;
        Maturity maturity;
        uint8 trl;
        Place place;
        Currency currency;
        uint128 principal;
        uint128 appraisedValue;
        uint48 appraisalValidUntil;
        DealId deal;
        bytes32 obligorHash;
        bytes32 payerHash;
    }

    /// @notice A fact about one of the titles of a right or, without a title, about the claim itself.
    /// @param day When it happened, days since 1970-01-01 in UTC+8
    struct Fact {
        bytes32 title;
        IpEventKind kind;
        uint32 day;
        bytes32 documentHash;
    }

    /// @notice What time and facts left of a right.
    /// @param lost Titles that were invalidated or lapsed
    /// @param watched Titles with a missed fee, in litigation or substituted
    /// @param lifeEndDay First day on which a title ends; zero while one is not described
    /// @param boundTo The one deal that it may back while it shares a title, zero if any
    struct Soundness {
        bool licenceEnded;
        uint8 lost;
        uint8 watched;
        uint32 lifeEndDay;
        DealId boundTo;
    }

    event RightRegistered(RightId indexed right, PartyId indexed originator, RightTerms terms);
    event RightEvaluated(
        RightId indexed right,
        address indexed evaluator,
        uint8 trl,
        Maturity maturity,
        bytes32 evidence
    );
    event RightAppraised(
        RightId indexed right,
        address indexed evaluator,
        uint128 value,
        uint48 validUntil,
        bytes32 evidence
    );
    event RightEncumbered(RightId indexed right, DealId indexed deal);
    event RightReleased(RightId indexed right, DealId indexed deal);
    event RightRetired(RightId indexed right, bytes32[] titles, bytes32 evidence);
    event RightFactRecorded(RightId indexed right, IpEventKind indexed kind, Fact fact, Maturity maturity);
    event SharedTitleAccepted(bytes32 indexed title, DealId indexed deal, DealId indexed other);

    error UnknownRight(RightId right);
    error RightAlreadyEncumbered(RightId right, DealId deal);
    error RightNotEncumbered(RightId right, DealId deal);
    error NotEligible(address wallet);
    error NotRightHolder(RightId right, address wallet);
    error TitleMissing();
    error TooManyTitles(uint256 count);
    error TitleClaimed(bytes32 title, RightId right);
    error TitlesIncomplete(RightId right, uint256 given, uint256 held);
    error NotTitleOf(RightId right, bytes32 title);
    error RightUnnamed();
    error ClaimEmpty();
    error EvidenceAbsent();
    error ReadinessOutOfRange(uint8 trl);
    error PayerMissing(uint8 trl);
    error AppraisalEmpty();
    error AppraisalExpired(uint48 validUntil);
    error FactUnnamed();
    error LicenceAlreadyEnded(RightId right);
    error RightBound(RightId right, DealId deal);
    error SharedWithItself(bytes32 title, DealId deal);

    /// @notice Registers a right; the caller's party, which must be eligible, becomes its originator and owner
    function register(RightTerms calldata terms) external returns (RightId right);

    /// @notice Records a re-evaluation of technology readiness; an evaluator of the right's jurisdiction, or the evaluation book
    /// with its statement. The maturity class follows
    function evaluate(RightId right, uint8 trl, bytes32 evidence) external;

    /// @notice Records a new appraisal; an evaluator of the right's jurisdiction, or the evaluation book with its statement
    function appraise(RightId right, uint128 value, uint48 validUntil, bytes32 evidence) external;

    /// @notice Ends a claim that backs no deal, frees its titles and burns the token; its holder
    /// @param titles All titles of the right
    function retire(RightId right, bytes32[] calldata titles, bytes32 evidence) external;

    /// @notice Records a fact about a right or one of its titles; every claim on the title follows. An evaluator of the right's
    /// jurisdiction while it backs no deal, then the desk of the deal's officers
    function recordFact(RightId right, Fact calldata fact) external;

    /// @notice The trustee of `deal` accepts that a title also backs `other`; only the desk of the deal's officers
    function acceptShared(bytes32 title, DealId deal, DealId other) external;

    /// @notice Binds a right to a deal; only the pool book
    function encumber(RightId right, DealId deal) external;

    /// @notice Frees a right from its deal; only the pool book
    function release(RightId right, DealId deal) external;

    /// @notice What is known of a right; reverts if there is none or it is retired
    function rightOf(RightId right) external view returns (RightView memory);

    /// @notice Number of rights registered so far; ids run from one
    function rightCount() external view returns (uint64);

    /// @notice Principal of rights by maturity class, indexed by `Maturity`; index zero is what backs nothing
    function principalByMaturity(RightId[] calldata rights) external view returns (uint128[4] memory);

    /// @notice Live right that rests on a title, zero if none
    function claimOn(bytes32 title) external view returns (RightId);

    /// @notice Second live right on a title that two trustees share, zero if none
    function secondClaimOn(bytes32 title) external view returns (RightId);

    /// @notice Deal with which the trustee of a deal shares a title, zero if none
    function acceptedFor(bytes32 title, DealId deal) external view returns (DealId);

    /// @notice Titles on which a right rests
    function titlesOf(RightId right) external view returns (bytes32[] memory);

    /// @notice What time and facts left of a right
    function soundnessOf(RightId right) external view returns (Soundness memory);
}
