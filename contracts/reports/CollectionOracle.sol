// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {ICollectionOracle} from "../interfaces/ICollectionOracle.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {Trail} from "../access/Trail.sol";
import {ReportLib} from "../libraries/ReportLib.sol";
import {StageLib} from "../libraries/StageLib.sol";
import {Currency} from "../types/Currency.sol";
import {DealEventKind, DealStage, Office, PeriodStage, ReportKind} from "../types/Enums.sol";
import {DealId, PartyId, Period} from "../types/Ids.sol";
import {Committee} from "./Committee.sol";
import {ReportingTermsCheck} from "./ReportingTermsCheck.sol";
import {Sums, SumsLib} from "./SumsLib.sol";

// Reports are decoded into memory once: from calldata every reader of a field would carry its own decoder.
// solhint-disable gas-calldata-parameters

/// @title CollectionOracle
/// @notice What a deal collected, as its committee signed it, stream by stream and period by period. It cannot set a rate,
/// a date, a target or a payee, and it never counts a cent that no bank booked.
///
/// LIFE
/// A report is accepted with the next number of its stream, stands through its challenge window, and is superseded by a restatement
/// that names it or rejected after a dispute. Reports of a stream add up; a final report or a NIL closes the stream for the period. Only
/// an unpaid period is restated: from Approved on (Booked on for good) the difference is stated in the next period, as refund
/// due or as further collections. Sums and digest of a period move with every report, so that nothing calculated before
/// can be approved after.
///
/// QUORUM
/// By office, never m of n: servicer and account bank always; the verification agent too when a report closes the stream, claims a
/// refund, or lifts the period's collections above the baseline's band (below it can only be known at the close). The committee is the
/// parties in office now; its digest is in every report, so a change of office voids what the old one signed. One wallet
/// of each party suffices, keys or contracts (ERC-1271), unless the party is revoked. The deal book keeps the three apart.
///
/// CONFLICTS
/// The same digest again is a success that changes nothing. Another digest for the same number, with a quorum, is kept as evidence and
/// opens a dispute of the standing report; from Booked on it is evidence only. A disputed report stands or falls by the trustee, and
/// falls when the trustee is silent too long.
///
/// DUE DATES
/// The terms fix a moment for every stream of every period. A stream that no final report closes by then is overdue as long as
/// its period is open, and anyone may raise that once. The chain's clock alone says so: no office raises it in its place.
///
/// CASH
/// Receipts are unspent credits of the deal's plan account in the deal's currency and are spent by the report. What
/// they carry pays income first, net of deductions, then principal; a net above them is shown and not divided, and they are never
/// above the net: what a bank received beyond it is for the committee to explain first.
///
/// ASSUMPTIONS
/// Servicer, account bank and verification agent do not all collude. Deal book and cash ledger are rooms of this ledger.
contract CollectionOracle is ICollectionOracle, Trail {
    using RolesLib for uint64;
    using ReportLib for CollectionReport;
    using StageLib for DealStage;
    using StageLib for PeriodStage;
    using SumsLib for Sums;

    /// @dev All reports of a period.
    struct Docket {
        Sums sums;
        mapping(uint16 streamId => Stream stream) streams;
        mapping(uint16 streamId => mapping(uint32 seq => Filing filing)) filings;
    }

    /// @dev Name, version, chain and contract: bits 0 to 3 of ERC-5267.
    bytes1 private constant DOMAIN_FIELDS = 0x0f;
    uint256 private constant PARTS_PER_BILLION = 1e9;

    /// @dev Stages in which reports are accepted, and in which a conflict opens a dispute.
    uint256 private constant UNDIVIDED =
        (1 << uint256(PeriodStage.Open)) |
            (1 << uint256(PeriodStage.Reported)) |
            (1 << uint256(PeriodStage.Called)) |
            (1 << uint256(PeriodStage.Calculated)) |
            (1 << uint256(PeriodStage.Disputed));
    uint256 private constant UNPAID = UNDIVIDED | (1 << uint256(PeriodStage.Approved));
    /// @dev Events that move the mode of a deal by somebody's will.
    uint256 private constant DECLARATIONS =
        (1 << uint256(DealEventKind.AccelerationDeclared)) |
            (1 << uint256(DealEventKind.DefaultDeclared)) |
            (1 << uint256(DealEventKind.Waived));

    /* STORAGE */

    IPartyRegistry public immutable parties;
    IDealBook public immutable dealBook;
    ICashLedger public immutable cashLedger;
    Committee private immutable _committee;
    ReportingTermsCheck private immutable _termsCheck;

    mapping(bytes32 digest => bool known) public isConflict;
    mapping(DealId deal => ReportingTerms terms) private _terms;
    mapping(DealId deal => mapping(Period period => Docket docket)) private _dockets;
    mapping(bytes24 report => mapping(PartyId party => bool done)) private _hasDisputed;

    constructor(IPartyRegistry partyRegistry, IDealBook deals, ICashLedger ledger) {
        parties = partyRegistry;
        dealBook = deals;
        cashLedger = ledger;
        _committee = new Committee(partyRegistry, deals);
        _termsCheck = new ReportingTermsCheck();
    }

    /* ACTIONS */

    /// @inheritdoc ICollectionOracle
    function configure(DealId deal, ReportingTerms calldata terms) external {
        _requireOffice(deal, Office.Manager);
        _termsCheck.check(deal, terms);

        _terms[deal] = terms;
        emit ReportingConfigured(deal, configDigestOf(deal), terms);
        _touch(deal);
        dealBook.fixReporting(deal);
    }

    /// @inheritdoc ICollectionOracle
    function submit(
        CollectionReport memory report,
        SignerSignature[] calldata signatures
    ) external returns (bytes32 digest) {
        bool isFirst = report.kind == ReportKind.Initial || report.kind == ReportKind.Nil;
        require(isFirst && report.supersedes == 0, ReportKindUnfit(report.kind));
        digest = digestOf(report);
        (bool isNew, uint8 signers) = _enter(report, digest, signatures);
        if (isNew) _accept(report, digest, signers);
    }

    /// @inheritdoc ICollectionOracle
    function restate(
        CollectionReport memory previous,
        CollectionReport memory report,
        SignerSignature[] calldata signatures
    ) external returns (bytes32 digest) {
        require(report.kind == ReportKind.Restatement, ReportKindUnfit(report.kind));
        digest = digestOf(report);
        (bool isNew, uint8 signers) = _enter(report, digest, signatures);
        if (!isNew) return digest;
        bytes32 replaced = digestOf(previous);
        require(report.supersedes == replaced, SupersedesMismatch(replaced, report.supersedes));
        Filing storage filing = _filing(report.dealId, report.period, report.streamId, previous.seq);
        _remove(filing, previous, replaced, FilingStage.Superseded);
        _accept(report, digest, signers);
    }

    /// @inheritdoc ICollectionOracle
    function dispute(DealId deal, Period period, uint16 streamId, uint32 seq, bytes32 documentHash) external {
        PartyId party = _challenger(deal);
        Filing storage filing = _filing(deal, period, streamId, seq);
        require(filing.stage == FilingStage.Standing, ReportNotStanding(seq));
        uint48 endsAt = filing.acceptedAt + _terms[deal].challengeFor;
        require(block.timestamp < endsAt, WindowOver(endsAt));
        require(_stream(deal, period, streamId).disputedSeq == 0, StreamDisputed(streamId));
        bytes24 report = filing.digestPrefix;
        require(!_hasDisputed[report][party], AlreadyDisputed(party));
        require(documentHash != 0, DocumentMissing());

        _hasDisputed[report][party] = true;
        emit ReportDisputed(deal, period, streamId, seq, party, documentHash);
        _openDispute(deal, period, streamId, seq);
        _touch(deal);
    }

    /// @inheritdoc ICollectionOracle
    function uphold(DealId deal, Period period, uint16 streamId) external {
        _requireOffice(deal, Office.Trustee);
        Stream storage stream = _stream(deal, period, streamId);
        require(stream.disputedSeq != 0, NotDisputed(streamId));
        require(block.timestamp < stream.disputeEndsAt, WindowOver(stream.disputeEndsAt));

        emit ReportUpheld(deal, period, streamId, stream.disputedSeq);
        _closeDispute(deal, period, streamId);
        _touch(deal);
    }

    /// @inheritdoc ICollectionOracle
    function reject(CollectionReport memory report) external {
        (DealId deal, Period period, uint16 streamId) = (report.dealId, report.period, report.streamId);
        Stream storage stream = _stream(deal, period, streamId);
        require(stream.disputedSeq == report.seq, NotDisputed(streamId));
        if (block.timestamp < stream.disputeEndsAt) _requireOffice(deal, Office.Trustee);
        bytes32 digest = digestOf(report);

        _remove(_filing(deal, period, streamId, report.seq), report, digest, FilingStage.Rejected);
        _closeDispute(deal, period, streamId);
        _touch(deal);
    }

    /// @inheritdoc ICollectionOracle
    function raise(DealId deal, DealEventKind kind, bytes32 documentHash) external {
        _checkDeclarer(deal, kind);
        require(kind != DealEventKind.None && documentHash != 0, DocumentMissing());
        _raise(deal, kind, documentHash);
    }

    /// @inheritdoc ICollectionOracle
    function declareMissing(DealId deal, Period period, uint16 streamId) external {
        require(isOverdue(deal, period, streamId), NotOverdue(period, streamId));
        Stream storage stream = _stream(deal, period, streamId);
        require(!stream.isMissed, AlreadyMissed(period, streamId));

        stream.isMissed = true;
        emit ReportMissed(deal, period, streamId);
        _raise(deal, DealEventKind.ReportMissing, keccak256(abi.encode(deal, period, streamId)));
    }

    /* VIEWS */

    /// @inheritdoc ICollectionOracle
    function isComplete(DealId deal, Period period) external view returns (bool) {
        (uint256 finals, uint256 challengeEndsAt) = _sums(deal, period).closing();
        uint8 streams = _terms[deal].streams;
        return streams != 0 && finals == streams && block.timestamp >= challengeEndsAt;
    }

    /// @inheritdoc ICollectionOracle
    function dueAtOf(DealId deal, Period period, uint16 streamId) public view returns (uint64) {
        ReportingTerms storage terms = _terms[deal];
        (uint256 streams, uint256 ordinal) = (terms.streams, Period.unwrap(period));
        if (ordinal == 0 || streamId == 0 || streamId > streams) return 0;
        return _listed(terms.dueAt, (ordinal - 1) * streams + streamId - 1);
    }

    /// @inheritdoc ICollectionOracle
    function isOverdue(DealId deal, Period period, uint16 streamId) public view returns (bool) {
        uint64 dueAt = dueAtOf(deal, period, streamId);
        bool isMissing = dueAt != 0 && block.timestamp > dueAt && !_stream(deal, period, streamId).isFinal;
        bool isOpen = _stageOf(deal, period) != PeriodStage.None && dealBook.stageOf(deal).isIn(StageLib.LIVE);
        return isMissing && isOpen;
    }

    /// @inheritdoc ICollectionOracle
    function totalsOf(DealId deal, Period period) external view returns (Totals memory) {
        ReportingTerms storage terms = _terms[deal];
        return _sums(deal, period).totals(terms.refundCap);
    }

    /// @inheritdoc ICollectionOracle
    function totalsDigestOf(DealId deal, Period period) external view returns (bytes32) {
        return _sums(deal, period).digest;
    }

    /// @inheritdoc ICollectionOracle
    function configDigestOf(DealId deal) public view returns (bytes32) {
        return _committee.digestOf(deal);
    }

    /// @inheritdoc IERC5267
    function eip712Domain()
        external
        view
        returns (bytes1, string memory, string memory, uint256, address, bytes32, uint256[] memory)
    {
        return (DOMAIN_FIELDS, ReportLib.NAME, ReportLib.VERSION, block.chainid, address(this), 0, new uint256[](0));
    }

    /// @inheritdoc ICollectionOracle
    function streamOf(DealId deal, Period period, uint16 streamId) external view returns (Stream memory) {
        return _stream(deal, period, streamId);
    }

    /// @inheritdoc ICollectionOracle
    function filingOf(DealId deal, Period period, uint16 streamId, uint32 seq) external view returns (Filing memory) {
        return _filing(deal, period, streamId, seq);
    }

    /// @inheritdoc ICollectionOracle
    function digestOf(CollectionReport memory report) public view returns (bytes32) {
        return _committee.reportDigestOf(report);
    }

    /* INTERNAL */

    /// @dev Whether the report is to be accepted: it is neither known nor a conflict.
    function _enter(
        CollectionReport memory report,
        bytes32 digest,
        SignerSignature[] calldata signatures
    ) private returns (bool isNew, uint8 signers) {
        Filing storage filing = _filing(report.dealId, report.period, report.streamId, report.seq);
        FilingStage filed = filing.stage;
        bool isFiled = filed != FilingStage.None && filing.digestPrefix == bytes24(digest);
        if (isFiled || isConflict[digest]) return (false, 0);
        signers = _admit(report, digest, signatures);
        if (filed == FilingStage.None) return (true, signers);
        _conflict(report, digest, signers, filed);
    }

    /// @dev Checks everything that a conflicting report has to meet too.
    function _admit(
        CollectionReport memory report,
        bytes32 digest,
        SignerSignature[] calldata signatures
    ) private view returns (uint8 signers) {
        DealId deal = report.dealId;
        bool isStream = report.streamId != 0 && report.streamId <= _terms[deal].streams;
        require(isStream, UnknownStream(report.streamId));
        Currency currency = dealBook.currencyOf(deal);
        require(report.currency == currency, WrongCurrency(currency));
        require(block.timestamp <= report.validUntil, ReportExpired(report.validUntil));
        report.check();
        signers = _committee.signersOf(deal, report.configDigest, digest, signatures);
        uint8 needed = _neededFor(report);
        require(signers & needed == needed, QuorumMissing(needed, signers));
    }

    function _neededFor(CollectionReport memory report) private view returns (uint8) {
        uint8 pair = ReportLib.SERVICER | ReportLib.ACCOUNT_BANK;
        bool isVerified = report.isFinal || report.refundDue != 0 || _isAboveBand(report);
        return isVerified ? pair | ReportLib.VERIFICATION_AGENT : pair;
    }

    function _isAboveBand(CollectionReport memory report) private view returns (bool) {
        ReportingTerms storage terms = _terms[report.dealId];
        uint256 baseline = _listed(terms.baselines, uint256(Period.unwrap(report.period)) - 1);
        uint256 collected = _sums(report.dealId, report.period).collected() + report.income + report.principal;
        return collected * PARTS_PER_BILLION > baseline * (PARTS_PER_BILLION + terms.bandPpb);
    }

    /// @dev Counts in the current period, after its approval in the next one.
    function _raise(DealId deal, DealEventKind kind, bytes32 documentHash) private {
        Period period = dealBook.currentPeriodOf(deal);
        PeriodStage stage = _stageOf(deal, period);
        require(stage != PeriodStage.None, PeriodNotOpen(deal, period, stage));

        if (!stage.isIn(UNDIVIDED)) period = period.next();
        Sums storage sums = _sums(deal, period);
        sums.events |= 1 << uint256(kind);
        sums.digest = keccak256(abi.encode(sums.digest, kind, documentHash));
        emit DealEventRaised(deal, kind, period, documentHash, parties.partyOf(msg.sender));
        _touch(deal);
        if (stage == PeriodStage.Calculated) _move(deal, period, PeriodStage.Reported);
    }

    /// @dev Another digest for a number that is taken: evidence, and a dispute if the report stands in an unpaid period.
    function _conflict(CollectionReport memory report, bytes32 digest, uint8 signers, FilingStage filed) private {
        (DealId deal, Period period, uint16 streamId) = (report.dealId, report.period, report.streamId);
        isConflict[digest] = true;
        emit ReportConflicted(deal, period, streamId, report.seq, digest, signers);
        bool isUnpaid = _stageOf(deal, period).isIn(UNPAID);
        bool isFree = _stream(deal, period, streamId).disputedSeq == 0;
        if (filed == FilingStage.Standing && isUnpaid && isFree) _openDispute(deal, period, streamId, report.seq);
        _touch(deal);
    }

    function _accept(CollectionReport memory report, bytes32 digest, uint8 signers) private {
        (DealId deal, Period period) = (report.dealId, report.period);
        PeriodStage stage = _stageOf(deal, period);
        require(stage.isIn(UNDIVIDED), PeriodNotOpen(deal, period, stage));
        _file(report, digest, signers);
        uint128 received = _spend(report, digest);
        require(received <= report.net, ReceiptsAboveNet(received, report.net));

        _add(report, digest, received);
        emit ReportAccepted(deal, period, report.streamId, digest, signers, received, report);
        _touch(deal);
        bool isMove = stage == PeriodStage.Open || stage == PeriodStage.Calculated;
        if (isMove) _move(deal, period, PeriodStage.Reported);
    }

    function _file(CollectionReport memory report, bytes32 digest, uint8 signers) private {
        (uint16 streamId, uint32 seq) = (report.streamId, report.seq);
        Stream storage stream = _stream(report.dealId, report.period, streamId);
        require(stream.disputedSeq == 0, StreamDisputed(streamId));
        require(seq == stream.lastSeq + 1, SequenceGap(stream.lastSeq + 1, seq));
        bool isMore = report.kind == ReportKind.Restatement && !report.isFinal;
        require(!stream.isFinal || isMore, StreamFinal(streamId));

        stream.lastSeq = seq;
        if (report.isFinal) stream.isFinal = true;
        Filing storage filing = _filing(report.dealId, report.period, streamId, seq);
        filing.digestPrefix = bytes24(digest);
        filing.acceptedAt = uint48(block.timestamp);
        filing.stage = FilingStage.Standing;
        filing.signers = signers;
    }

    function _spend(CollectionReport memory report, bytes32 digest) private returns (uint128) {
        if (report.receipts.length == 0) return 0;
        return cashLedger.spend(report.dealId, report.currency, report.receipts, digest);
    }

    function _release(CollectionReport memory report, bytes32 digest) private returns (uint128) {
        if (report.receipts.length == 0) return 0;
        return cashLedger.release(report.dealId, report.currency, report.receipts, digest);
    }

    function _add(CollectionReport memory report, bytes32 digest, uint128 received) private {
        Sums storage sums = _sums(report.dealId, report.period);
        ReportingTerms storage terms = _terms[report.dealId];
        sums.digest = keccak256(abi.encode(sums.digest, FilingStage.Standing, digest));
        sums.add(report, received, block.timestamp + terms.challengeFor);
        if (report.feesDue.length != 0) sums.checkFees(terms.feeCaps);
    }

    /// @dev Takes a standing report out of the sums and frees its receipts. The digest binds the filing's place.
    function _remove(Filing storage filing, CollectionReport memory report, bytes32 digest, FilingStage stage) private {
        bool stands = filing.stage == FilingStage.Standing && filing.digestPrefix == bytes24(digest);
        require(stands, ReportNotStanding(report.seq));

        filing.stage = stage;
        Sums storage sums = _sums(report.dealId, report.period);
        sums.digest = keccak256(abi.encode(sums.digest, stage, digest));
        sums.remove(report, _release(report, digest));
        if (report.isFinal) _stream(report.dealId, report.period, report.streamId).isFinal = false;
        emit ReportRemoved(report.dealId, report.period, report.streamId, digest, stage);
    }

    function _move(DealId deal, Period period, PeriodStage to) private {
        dealBook.movePeriod(deal, period, to);
    }

    function _openDispute(DealId deal, Period period, uint16 streamId, uint32 seq) private {
        Stream storage stream = _stream(deal, period, streamId);
        stream.disputedSeq = seq;
        stream.disputeEndsAt = uint48(block.timestamp) + _terms[deal].disputeFor;
        _sums(deal, period).openDispute();
        bool isDisputed = _stageOf(deal, period) == PeriodStage.Disputed;
        if (!isDisputed) _move(deal, period, PeriodStage.Disputed);
    }

    function _closeDispute(DealId deal, Period period, uint16 streamId) private {
        Sums storage sums = _sums(deal, period);
        _stream(deal, period, streamId).disputedSeq = 0;
        if (sums.closeDispute() != 0) return;
        PeriodStage stage = sums.standing() == 0 ? PeriodStage.Open : PeriodStage.Reported;
        _move(deal, period, stage);
    }

    function _challenger(DealId deal) private view returns (PartyId) {
        bool isWatch = _holds(deal, Office.VerificationAgent) || _holds(deal, Office.SupervisingBank);
        if (!isWatch) _requireOffice(deal, Office.Trustee);
        return parties.partyOf(msg.sender);
    }

    function _holds(DealId deal, Office office) private view returns (bool) {
        return dealBook.holdsOffice(deal, office, 0, msg.sender);
    }

    /// @dev Trustee and manager raise what the terms do not leave to the holders alone.
    function _checkDeclarer(DealId deal, DealEventKind kind) private view {
        require(kind != DealEventKind.ReportMissing, DueByDate());
        if (_isResolved()) return;
        if (!_holds(deal, Office.Manager)) _requireOffice(deal, Office.Trustee);
        bool isTheirs = _terms[deal].holdersDeclare && (DECLARATIONS >> uint256(kind)) & 1 != 0;
        require(!isTheirs, DeclaredByHolders(deal));
    }

    /// @dev Whether the caller is the room of resolutions.
    function _isResolved() private view returns (bool) {
        return RolesLib.ROOM_RESOLUTIONS.holds(IAccessManaged(address(dealBook)).authority(), msg.sender);
    }

    function _stageOf(DealId deal, Period period) private view returns (PeriodStage) {
        return dealBook.periodStageOf(deal, period);
    }

    function _sums(DealId deal, Period period) private view returns (Sums storage) {
        return _dockets[deal][period].sums;
    }

    function _stream(DealId deal, Period period, uint16 streamId) private view returns (Stream storage) {
        return _dockets[deal][period].streams[streamId];
    }

    function _filing(DealId deal, Period period, uint16 streamId, uint32 seq) private view returns (Filing storage) {
        return _dockets[deal][period].filings[streamId][seq];
    }

    /// @dev Zero beyond the end of a list of the terms.
    function _listed(uint64[] storage list, uint256 index) private view returns (uint64) {
        return index < list.length ? list[index] : 0;
    }

    function _requireOffice(DealId deal, Office office) private view {
        require(_holds(deal, office), IDealBook.NotOfficeHolder(deal, office, msg.sender));
    }
}
