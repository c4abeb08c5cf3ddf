// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICollectionOracle} from "../interfaces/ICollectionOracle.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IReplacements} from "../interfaces/IReplacements.sol";
import {IResolutions} from "../interfaces/IResolutions.sol";
import {IScheduleBook} from "../interfaces/IScheduleBook.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";
import {ISuccession} from "../interfaces/ISuccession.sol";
import {IWaivers} from "../interfaces/IWaivers.sol";
import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {Trail} from "../access/Trail.sol";
import {StageLib} from "../libraries/StageLib.sol";
import {DealEventKind, DealStage, LegalMode, Office} from "../types/Enums.sol";
import {DealId, PartyId, RightId, SeriesId, TrancheId} from "../types/Ids.sol";

/// @title Resolutions
/// @notice Noteholders resolve by outstanding principal, and what they resolved is done once, by anyone, exactly as it was put to them.
///
/// LIFE
/// Voting → Passed | Failed when somebody concludes after the end; Passed → Executed within the time of the terms. A party that proposes
/// as a holder has one resolution put to the vote at a time.
///
/// RECORD
/// Holdings of the last book taken of each series, outstanding principal as last approved; both stand when it is proposed. What is
/// transferred later changes no vote. Before the first book nothing can be resolved.
///
/// VOTERS
/// The party behind the wallet that held, by any wallet that acts for it now: a recovered wallet's successor votes.
/// A revoked party does not vote; a restricted or expired one does. Originator, manager and the affiliates named in the terms
/// never vote; as nobody knows all wallets, anyone takes their weight out of the quorum by naming them. A holder for others
/// splits its units. Holders behind a mirror are counted on the registrar's word.
///
/// ROUNDING
/// A weight is units × outstanding / units of the tranche, down. Quorum and threshold are met when they are reached.
///
/// ROLES
/// What is executed goes through doors of lower rooms that take this room's word (`ROOM_RESOLUTIONS`) for one party's:
/// the manager's for a waiver, the regulator's for a succession, the trustee's for rows of a schedule, and permits a substitution
/// that leaves the pool worse. The other consents stay. A waiver before acceleration is the event alone.
contract Resolutions is IResolutions, Trail {
    using SafeCast for uint256;
    using StageLib for DealStage;

    /// @dev The rooms it reads and acts through.
    struct RoomsBelow {
        IPartyRegistry parties;
        IDealBook dealBook;
        ICollectionOracle oracle;
        IWaterfall waterfall;
        IWaivers waivers;
        ISuccession succession;
        IScheduleBook schedules;
        IReplacements replacements;
    }

    uint32 private constant PARTS_PER_BILLION = 1e9;
    uint32 private constant MOST_TIME = 366 days;

    /* STORAGE */

    IPartyRegistry private immutable _parties;
    IDealBook private immutable _dealBook;
    ICollectionOracle private immutable _oracle;
    IWaterfall private immutable _waterfall;
    IWaivers private immutable _waivers;
    ISuccession private immutable _succession;
    IScheduleBook private immutable _schedules;
    IReplacements private immutable _replacements;

    uint64 public resolutionCount;
    mapping(DealId deal => mapping(PartyId party => uint64 resolution)) public lastProposalOf;
    mapping(DealId deal => VotingTerms terms) private _terms;
    mapping(uint64 resolution => Resolution terms) private _resolutions;
    mapping(uint64 resolution => mapping(SeriesId series => Ballot ballot)) private _ballots;
    mapping(uint64 resolution => mapping(SeriesId series => mapping(address holder => bool counted))) public isCounted;

    constructor(RoomsBelow memory rooms) {
        _parties = rooms.parties;
        _dealBook = rooms.dealBook;
        _oracle = rooms.oracle;
        _waterfall = rooms.waterfall;
        _waivers = rooms.waivers;
        _succession = rooms.succession;
        _schedules = rooms.schedules;
        _replacements = rooms.replacements;
    }

    /* ACTIONS */

    /// @inheritdoc IResolutions
    function configure(DealId deal, VotingTerms calldata terms) external {
        bool isManager = _holds(deal, Office.Manager);
        require(isManager, IDealBook.NotOfficeHolder(deal, Office.Manager, msg.sender));
        DealStage stage = _dealBook.stageOf(deal);
        require(stage == DealStage.Draft, IDealBook.StageForbids(deal, stage));
        require(terms.matters.length == uint256(type(Matter).max), MattersMiscounted(terms.matters.length));
        for (uint256 i = 0; i < terms.matters.length; ++i) {
            require(_isSound(terms.matters[i]), MatterTermsOutOfRange(Matter(i + 1)));
        }
        bool isTimely = terms.executeFor != 0 && terms.executeFor <= MOST_TIME;
        bool isSound = isTimely && terms.proposerPpb <= PARTS_PER_BILLION;
        require(isSound, VotingTermsOutOfRange(terms.proposerPpb, terms.executeFor));

        delete _terms[deal];
        VotingTerms storage own = _terms[deal];
        for (uint256 i = 0; i < terms.matters.length; ++i) own.matters.push(terms.matters[i]);
        (own.proposerPpb, own.executeFor, own.excluded) = (terms.proposerPpb, terms.executeFor, terms.excluded);
        emit VotingConfigured(deal, terms);
        _touch(deal);
    }

    /// @inheritdoc IResolutions
    function propose(
        DealId deal,
        Matter matter,
        bytes32 payloadHash,
        bytes32 documentHash
    ) external returns (uint64 resolution) {
        bool mayPropose = _holds(deal, Office.Trustee) || _holds(deal, Office.Manager);
        require(mayPropose, ProposerUnfit(deal, msg.sender));
        return _open(deal, matter, payloadHash, documentHash);
    }

    /// @inheritdoc IResolutions
    function proposeAsHolder(
        DealId deal,
        Matter matter,
        bytes32 payloadHash,
        bytes32 documentHash,
        SeriesId[] calldata series
    ) external returns (uint64 resolution) {
        PartyId party = _voterBehind(msg.sender);
        require(!isExcluded(deal, party), VoterExcluded(party));
        uint64 last = lastProposalOf[deal][party];
        require(_resolutions[last].stage != ResolutionStage.Voting, ProposalRuns(party, last));
        resolution = _open(deal, matter, payloadHash, documentHash);
        uint256 weight;
        for (uint256 i = 0; i < series.length; ++i) {
            bool isRising = i == 0 || SeriesId.unwrap(series[i - 1]) < SeriesId.unwrap(series[i]);
            require(isRising, SeriesOutOfOrder(series[i]));
            weight += weightOf(resolution, series[i], msg.sender);
        }
        uint256 share = _terms[deal].proposerPpb;
        bool isEnough = weight * PARTS_PER_BILLION >= share * _resolutions[resolution].base;
        require(share != 0 && isEnough, ProposerUnfit(deal, msg.sender));
    }

    /// @inheritdoc IResolutions
    function cast(uint64 resolution, SeriesId series, Vote calldata vote) external {
        PartyId party = _voterBehind(vote.holder);
        _cast(resolution, series, party, vote);
        _touch(_resolutions[resolution].deal);
    }

    /// @inheritdoc IResolutions
    function castListed(uint64 resolution, SeriesId series, Vote[] calldata votes) external {
        (DealId deal, IDealBook.SeriesTerms memory terms, ) = _dealBook.seriesTermsOf(series);
        bool isRegistrar = terms.mode == LegalMode.RegisterMirror && _holds(deal, Office.Registrar);
        require(isRegistrar, NotMirrorRegistrar(series, msg.sender));
        for (uint256 i = 0; i < votes.length; ++i) {
            _cast(resolution, series, _parties.partyBehind(votes[i].holder), votes[i]);
        }
        _touch(deal);
    }

    /// @inheritdoc IResolutions
    function exclude(uint64 resolution, SeriesId series, address[] calldata holders) external {
        Resolution storage own = _resolutions[resolution];
        require(own.stage == ResolutionStage.Voting, ResolutionStageForbids(resolution, own.stage));
        for (uint256 i = 0; i < holders.length; ++i) {
            PartyId party = _parties.partyBehind(holders[i]);
            require(isExcluded(own.deal, party), VoterNotExcluded(party));
            uint128 weight = weightOf(resolution, series, holders[i]);
            _count(resolution, series, holders[i]);

            own.base -= weight;
            emit HolderExcluded(resolution, series, party, holders[i], weight);
        }
        _touch(own.deal);
    }

    /// @inheritdoc IResolutions
    function conclude(uint64 resolution) external {
        Resolution storage own = _resolutions[resolution];
        require(own.stage == ResolutionStage.Voting, ResolutionStageForbids(resolution, own.stage));
        require(block.timestamp >= own.endsAt, VotingRuns(resolution, own.endsAt));
        MatterTerms storage terms = _matterTerms(own.deal, own.matter);
        bool isQuorate = own.cast != 0 && _reaches(own.cast, terms.quorumPpb, own.base);
        bool isPassed = isQuorate && _reaches(own.inFavour, terms.thresholdPpb, own.cast);

        own.stage = isPassed ? ResolutionStage.Passed : ResolutionStage.Failed;
        emit ResolutionConcluded(own.deal, resolution, own.stage);
        _touch(own.deal);
    }

    /// @inheritdoc IResolutions
    function execute(uint64 resolution, bytes calldata payload) external {
        Resolution storage own = _resolutions[resolution];
        require(own.stage == ResolutionStage.Passed, ResolutionStageForbids(resolution, own.stage));
        uint48 endedAt = own.endsAt + _terms[own.deal].executeFor;
        require(block.timestamp < endedAt, ExecutionOver(resolution, endedAt));
        bytes32 given = keccak256(payload);
        require(given == own.payloadHash, PayloadDiffers(own.payloadHash, given));

        own.stage = ResolutionStage.Executed;
        emit ResolutionExecuted(own.deal, resolution, payload);
        _touch(own.deal);
        _do(own.deal, own.matter, own.documentHash, payload);
    }

    /* VIEWS */

    /// @inheritdoc IResolutions
    function votingTermsOf(DealId deal) external view returns (VotingTerms memory) {
        return _terms[deal];
    }

    /// @inheritdoc IResolutions
    function resolutionOf(uint64 resolution) external view returns (Resolution memory) {
        return _resolutions[resolution];
    }

    /// @inheritdoc IResolutions
    function ballotOf(uint64 resolution, SeriesId series) external view returns (Ballot memory) {
        return _ballots[resolution][series];
    }

    /// @inheritdoc IResolutions
    function isExcluded(DealId deal, PartyId party) public view returns (bool) {
        if (party == _dealBook.officeOf(deal, Office.Originator, 0)) return true;
        if (party == _dealBook.officeOf(deal, Office.Manager, 0)) return true;
        PartyId[] storage excluded = _terms[deal].excluded;
        for (uint256 i = 0; i < excluded.length; ++i) if (party == excluded[i]) return true;
        return false;
    }

    /// @inheritdoc IResolutions
    function weightOf(uint64 resolution, SeriesId series, address holder) public view returns (uint128) {
        Ballot memory ballot = _ballots[resolution][series];
        require(ballot.book != 0, SeriesDoesNotVote(resolution, series));
        return _weigh(ballot, _noteOf(series).unitsAt(holder, ballot.book));
    }

    /* INTERNAL */

    function _open(DealId deal, Matter matter, bytes32 payloadHash, bytes32 documentHash) private returns (uint64 id) {
        DealStage stage = _dealBook.stageOf(deal);
        require(stage.isIn(StageLib.LIVE), DealNotVoting(deal, stage));
        bool isResolved = matter != Matter.None && _terms[deal].matters.length != 0;
        isResolved = isResolved && _matterTerms(deal, matter).class != VotingClass.None;
        require(isResolved, MatterNotResolved(deal, matter));
        require(documentHash != 0, ResolutionUndocumented());

        id = ++resolutionCount;
        Resolution storage own = _resolutions[id];
        (own.deal, own.matter, own.stage) = (deal, matter, ResolutionStage.Voting);
        own.endsAt = uint48(block.timestamp) + _matterTerms(deal, matter).votingFor;
        (own.payloadHash, own.documentHash) = (payloadHash, documentHash);
        _print(id, own);
        _touch(deal);
    }

    /// @dev Ballots of all series whose tranche is of the voting class, and the voting weight.
    function _print(uint64 resolution, Resolution storage own) private {
        SeriesId[] memory series = _dealBook.seriesOf(own.deal);
        Ballot[] memory ballots = new Ballot[](series.length);
        (uint256 last, uint256 base) = (_lastVoting(own.deal, _matterTerms(own.deal, own.matter).class), 0);
        for (uint256 i = 0; i < series.length; ++i) {
            uint256 weight;
            (ballots[i], weight) = _ballotAt(own.deal, series[i], last);
            _ballots[resolution][series[i]] = ballots[i];
            base += weight;
        }
        own.base = base.toUint128();
        PartyId proposer = _parties.partyOf(msg.sender);
        lastProposalOf[own.deal][proposer] = resolution;
        emit ResolutionProposed(own.deal, resolution, proposer, own, series, ballots);
    }

    /// @dev Rank of the last tranche that votes: the first outstanding one, or the lowest.
    function _lastVoting(DealId deal, VotingClass class) private view returns (uint256) {
        uint256 count = _dealBook.trancheCountOf(deal);
        for (uint8 rank = 0; rank < count; ++rank) {
            bool isFirst = _waterfall.outstandingOf(deal, TrancheId.wrap(rank)) != 0;
            if (isFirst) return class == VotingClass.Controlling ? rank : count - 1;
        }
        revert NothingOutstanding(deal);
    }

    function _ballotAt(
        DealId deal,
        SeriesId series,
        uint256 last
    ) private view returns (Ballot memory ballot, uint256 weight) {
        (, IDealBook.SeriesTerms memory terms, address note) = _dealBook.seriesTermsOf(series);
        if (TrancheId.unwrap(terms.tranche) > last) return (ballot, 0);
        uint128 outstanding = _waterfall.outstandingOf(deal, terms.tranche);
        if (outstanding == 0) return (ballot, 0);
        (uint32 book, ) = ISeriesNote(note).bookOf();
        require(book != 0, NoRecord(deal, series));
        ballot = Ballot(book, outstanding, _dealBook.trancheOf(deal, terms.tranche).units);
        weight = _weigh(ballot, ISeriesNote(note).supplyAt(book));
    }

    function _cast(uint64 resolution, SeriesId series, PartyId party, Vote calldata vote) private {
        Resolution storage own = _resolutions[resolution];
        require(own.stage == ResolutionStage.Voting, ResolutionStageForbids(resolution, own.stage));
        require(block.timestamp < own.endsAt, VotingOver(resolution, own.endsAt));
        Ballot memory ballot = _ballots[resolution][series];
        require(ballot.book != 0, SeriesDoesNotVote(resolution, series));
        require(!isExcluded(own.deal, party), VoterExcluded(party));
        uint256 units = uint256(vote.unitsFor) + vote.unitsAgainst;
        require(units != 0, VoteEmpty(vote.holder));
        uint256 held = _noteOf(series).unitsAt(vote.holder, ballot.book);
        require(units <= held, VotesExceedUnits(units, held));
        (uint128 inFavour, uint128 against) = (_weigh(ballot, vote.unitsFor), _weigh(ballot, vote.unitsAgainst));
        _count(resolution, series, vote.holder);

        own.cast += inFavour + against;
        own.inFavour += inFavour;
        emit VoteCast(resolution, series, party, vote, inFavour, against);
    }

    /// @dev The one door to a holder's mark.
    function _count(uint64 resolution, SeriesId series, address holder) private {
        require(!isCounted[resolution][series][holder], VotedAlready(resolution, series, holder));
        isCounted[resolution][series][holder] = true;
    }

    function _do(DealId deal, Matter matter, bytes32 documentHash, bytes calldata payload) private {
        if (matter == Matter.Acceleration) {
            _oracle.raise(deal, DealEventKind.AccelerationDeclared, documentHash);
        } else if (matter == Matter.Default) {
            _oracle.raise(deal, DealEventKind.DefaultDeclared, documentHash);
        } else if (matter == Matter.Waiver) {
            _oracle.raise(deal, DealEventKind.Waived, documentHash);
            bool isAccelerated = _dealBook.stageOf(deal) == DealStage.Accelerated;
            if (isAccelerated) _waivers.agree(deal, abi.decode(payload, (bytes32)));
        } else if (matter == Matter.OfficeReplacement) {
            _clear(deal, abi.decode(payload, (uint64)));
        } else if (matter == Matter.ScheduleAmendment) {
            (uint256[] memory rows, bytes32 document) = abi.decode(payload, (uint256[], bytes32));
            _schedules.confirm(deal, rows, document);
        } else {
            (RightId leaving, RightId entering, bytes32 agreement) = abi.decode(payload, (RightId, RightId, bytes32));
            _replacements.permit(deal, leaving, entering, agreement);
        }
    }

    function _clear(DealId deal, uint64 proposal) private {
        DealId other = _succession.proposalOf(proposal).deal;
        require(other == deal, ProposalElsewhere(proposal, other));
        _succession.clear(proposal);
    }

    /// @dev The party behind a holder, for which the caller must act.
    function _voterBehind(address holder) private view returns (PartyId party) {
        party = _parties.partyBehind(holder);
        require(_parties.actsFor(party, msg.sender), NotVoter(holder, msg.sender));
    }

    function _holds(DealId deal, Office office) private view returns (bool) {
        return _dealBook.holdsOffice(deal, office, 0, msg.sender);
    }

    function _noteOf(SeriesId series) private view returns (ISeriesNote) {
        (, , address note) = _dealBook.seriesTermsOf(series);
        return ISeriesNote(note);
    }

    function _matterTerms(DealId deal, Matter matter) private view returns (MatterTerms storage) {
        return _terms[deal].matters[uint256(matter) - 1];
    }

    function _isSound(MatterTerms calldata terms) private pure returns (bool) {
        if (terms.class == VotingClass.None) return true;
        bool isPart = terms.quorumPpb <= PARTS_PER_BILLION && terms.thresholdPpb <= PARTS_PER_BILLION;
        return isPart && terms.thresholdPpb != 0 && terms.votingFor != 0 && terms.votingFor <= MOST_TIME;
    }

    function _weigh(Ballot memory ballot, uint256 units) private pure returns (uint128) {
        return Math.mulDiv(units, ballot.outstanding, ballot.units).toUint128();
    }

    function _reaches(uint256 part, uint256 ppb, uint256 whole) private pure returns (bool) {
        return part * PARTS_PER_BILLION >= ppb * whole;
    }
}
