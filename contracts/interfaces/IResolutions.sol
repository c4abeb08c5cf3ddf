// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealStage} from "../types/Enums.sol";
import {DealId, PartyId, SeriesId} from "../types/Ids.sol";

/// @notice What holders of a deal's notes resolve, by outstanding principal, and what their resolutions do.
interface IResolutions {
    /// @dev What may be resolved, and what its payload is:
    /// `Acceleration` and `Default` nothing; `Waiver` the hash of the trustee's minutes; `OfficeReplacement` the number of
    /// the succession; `ScheduleAmendment` rows and document of the extension; `Substitution` right that leaves, right
    /// that enters, hash of the agreement.
    enum Matter {
        None,
        Acceleration,
        Default,
        Waiver,
        OfficeReplacement,
        ScheduleAmendment,
        Substitution
    }

    /// @dev `Failed` and `Executed` are final. A passed resolution that nobody executed in time stays `Passed` and does nothing.
    enum ResolutionStage {
        None,
        Voting,
        Passed,
        Failed,
        Executed
    }

    enum VotingClass {
        None,
        Controlling,
        All
    }

    /// @notice How one matter is voted on; all zero if holders do not resolve it.
    /// @param class Series of the most senior tranche that is outstanding, or of every tranche that is
    /// @param quorumPpb Part of the voting weight that must be cast
    /// @param thresholdPpb Part of what is cast that must be in favour
    /// @param votingFor Seconds from proposal to end
    struct MatterTerms {
        VotingClass class;
        uint32 quorumPpb;
        uint32 thresholdPpb;
        uint32 votingFor;
    }

    /// @param matters One entry a matter, in the order of `Matter` without `None`
    /// @param proposerPpb Part of the voting weight whose holder may propose; zero if no holder may
    /// @param executeFor Seconds after the end in which a passed resolution is executed
    /// @param excluded Affiliates of originator and manager; these two are always excluded
    struct VotingTerms {
        MatterTerms[] matters;
        uint32 proposerPpb;
        uint32 executeFor;
        PartyId[] excluded;
    }

    /// @param base Weight of all who may vote
    /// @param cast Weight of the votes given, for and against
    /// @param inFavour Weight of the votes for it
    struct Resolution {
        DealId deal;
        Matter matter;
        ResolutionStage stage;
        uint48 endsAt;
        uint128 base;
        uint128 cast;
        uint128 inFavour;
        bytes32 payloadHash;
        bytes32 documentHash;
    }

    /// @notice What votes of one series weigh in one resolution, as it was when it was proposed; zero if the series does not vote.
    /// @param book Book whose holdings vote
    /// @param outstanding Outstanding principal of the tranche, minor units
    /// @param units Units of the tranche
    struct Ballot {
        uint32 book;
        uint128 outstanding;
        uint96 units;
    }

    /// @notice Votes of one holder.
    /// @param holder Wallet that held the units at the record
    struct Vote {
        address holder;
        uint96 unitsFor;
        uint96 unitsAgainst;
    }

    event VotingConfigured(DealId indexed deal, VotingTerms terms);
    /// @param proposer Party that proposed
    /// @param series Series that vote, with their `ballots`
    event ResolutionProposed(
        DealId indexed deal,
        uint64 indexed resolution,
        PartyId indexed proposer,
        Resolution terms,
        SeriesId[] series,
        Ballot[] ballots
    );
    /// @param party Party behind the holder
    event VoteCast(
        uint64 indexed resolution,
        SeriesId indexed series,
        PartyId indexed party,
        Vote vote,
        uint128 weightFor,
        uint128 weightAgainst
    );
    event HolderExcluded(
        uint64 indexed resolution,
        SeriesId indexed series,
        PartyId indexed party,
        address holder,
        uint128 weight
    );
    event ResolutionConcluded(DealId indexed deal, uint64 indexed resolution, ResolutionStage stage);
    event ResolutionExecuted(DealId indexed deal, uint64 indexed resolution, bytes payload);

    error MattersMiscounted(uint256 count);
    error MatterTermsOutOfRange(Matter matter);
    error VotingTermsOutOfRange(uint32 proposerPpb, uint32 executeFor);
    error DealNotVoting(DealId deal, DealStage stage);
    error MatterNotResolved(DealId deal, Matter matter);
    error ResolutionUndocumented();
    error NoRecord(DealId deal, SeriesId series);
    error NothingOutstanding(DealId deal);
    error ProposerUnfit(DealId deal, address wallet);
    error ProposalRuns(PartyId party, uint64 resolution);
    error SeriesOutOfOrder(SeriesId series);
    error ResolutionStageForbids(uint64 resolution, ResolutionStage stage);
    error VotingOver(uint64 resolution, uint48 endsAt);
    error VotingRuns(uint64 resolution, uint48 endsAt);
    error SeriesDoesNotVote(uint64 resolution, SeriesId series);
    error NotVoter(address holder, address wallet);
    error NotMirrorRegistrar(SeriesId series, address wallet);
    error VoterExcluded(PartyId party);
    error VoterNotExcluded(PartyId party);
    error VotedAlready(uint64 resolution, SeriesId series, address holder);
    error VotesExceedUnits(uint256 units, uint256 held);
    error VoteEmpty(address holder);
    error ExecutionOver(uint64 resolution, uint48 endedAt);
    error PayloadDiffers(bytes32 payloadHash, bytes32 given);
    error ProposalElsewhere(uint64 proposal, DealId deal);

    /// @notice States how holders of a draft deal vote; the manager. May be stated again
    function configure(DealId deal, VotingTerms calldata terms) external;

    /// @notice Proposes a resolution; the trustee or the manager
    /// @param payloadHash keccak256 of what `execute` is to be given
    /// @param documentHash Salted hash of the invitation
    function propose(
        DealId deal,
        Matter matter,
        bytes32 payloadHash,
        bytes32 documentHash
    ) external returns (uint64 resolution);

    /// @notice The same by a holder of enough weight at the record, while nothing that its party proposed in the deal is put to the vote
    /// @param series Series in which the calling wallet held, in rising order
    function proposeAsHolder(
        DealId deal,
        Matter matter,
        bytes32 payloadHash,
        bytes32 documentHash,
        SeriesId[] calldata series
    ) external returns (uint64 resolution);

    /// @notice Votes once for one holder and series; any wallet of the party behind the holder. Units left out are not cast
    function cast(uint64 resolution, SeriesId series, Vote calldata vote) external;

    /// @notice Votes of holders of a mirror, as its registrar collected them; the registrar, all or none
    function castListed(uint64 resolution, SeriesId series, Vote[] calldata votes) external;

    /// @notice Takes the weight of excluded parties' wallets out of the voting weight; anyone, until it is concluded
    function exclude(uint64 resolution, SeriesId series, address[] calldata holders) external;

    /// @notice Counts after the end; anyone
    function conclude(uint64 resolution) external;

    /// @notice Does once what was resolved; anyone, in time
    function execute(uint64 resolution, bytes calldata payload) external;

    function votingTermsOf(DealId deal) external view returns (VotingTerms memory);

    /// @notice Number of resolutions so far; ids run from one
    function resolutionCount() external view returns (uint64);

    /// @notice Resolution that a party proposed last in a deal, zero if none
    function lastProposalOf(DealId deal, PartyId party) external view returns (uint64);

    function resolutionOf(uint64 resolution) external view returns (Resolution memory);

    function ballotOf(uint64 resolution, SeriesId series) external view returns (Ballot memory);

    /// @notice Whether a holder of a series has voted, or was excluded
    function isCounted(uint64 resolution, SeriesId series, address holder) external view returns (bool);

    /// @notice Whether a party has no vote in a deal: originator, manager, and the affiliates in the terms
    function isExcluded(DealId deal, PartyId party) external view returns (bool);

    /// @notice Weight of a holder's units at the record, minor units of outstanding principal, rounded down
    function weightOf(uint64 resolution, SeriesId series, address holder) external view returns (uint128);
}
