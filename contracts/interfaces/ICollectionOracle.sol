// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";

import {Currency} from "../types/Currency.sol";
import {DealEventKind, PeriodStage, ReportKind} from "../types/Enums.sol";
import {DealId, EntryId, PartyId, Period} from "../types/Ids.sol";

/// @notice Signed statements of what a deal collected, by stream and period. The EIP-712 domain is told by ERC-5267.
interface ICollectionOracle is IERC5267 {
    /// @notice Where a report stands. A conflicting report never stands; it is known by its digest.
    enum FilingStage {
        None,
        Standing,
        Superseded,
        Rejected
    }

    /// @notice Amounts in minor units of the deal's currency, each below 2^48; EIP-712 type `CollectionReport`.
    /// @param seq Number of the report within its stream and period, from 1 without a gap
    /// @param supersedes Digest of the standing report that a restatement replaces, else zero
    /// @param income Licence fees, rents, interest collected
    /// @param principal Principal collected, recoveries included
    /// @param deductions Amounts withheld before the bank credit; net = income + principal − deductions
    /// @param receipts Credits of the deal's plan account that carry the net
    /// @param withServicer Amount collected but still with the servicer
    /// @param performing Performing balance by maturity class, indexed by `Maturity`; final reports only
    /// @param feesDue Fees newly due, by ordinal, at most eight
    /// @param configDigest Digest of the committee in force
    struct CollectionReport {
        DealId dealId;
        uint16 streamId;
        Period period;
        uint32 seq;
        ReportKind kind;
        bool isFinal;
        bytes32 supersedes;
        Currency currency;
        uint128 income;
        uint128 principal;
        uint128 deductions;
        uint128 net;
        EntryId[] receipts;
        uint128 withServicer;
        uint128[4] performing;
        uint128 defaulted;
        uint128 losses;
        uint128 refundDue;
        uint128[] feesDue;
        bytes32 statementHash;
        bytes32 evidenceRoot;
        uint48 observedAt;
        uint48 validUntil;
        bytes32 configDigest;
    }

    /// @param signature ECDSA signature, or what the signer's contract accepts by ERC-1271
    struct SignerSignature {
        address signer;
        bytes signature;
    }

    /// @notice What a deal's reports must keep to; frozen when the deal is offered. Amounts in minor units.
    /// @param streams Number of streams, numbered from 1
    /// @param challengeFor Seconds in which a report may be disputed before it can be divided; 0 = none; 366 days at most
    /// @param disputeFor Seconds in which the trustee may resolve a dispute before the report falls; 366 days at most
    /// @param bandPpb Excess of collections over the baseline (parts per billion) above which the verification agent signs
    /// @param holdersDeclare Whether acceleration, default and waiver are raised by resolutions of the holders alone
    /// @param refundCap Most refund newly due a period that ranks as refund
    /// @param feeCaps Most newly due a period for each fee ordinal; zero means that none may fall due
    /// @param baselines Collections expected by period, all streams together; a period without one expects nothing
    /// @param dueAt Moments after which the final report of a stream is missing, for each period those of all its streams:
    /// that of stream s in period p stands at (p − 1) × streams + s − 1. A period beyond the list has none
    struct ReportingTerms {
        uint8 streams;
        uint32 challengeFor;
        uint32 disputeFor;
        uint64 bandPpb;
        bool holdersDeclare;
        uint64 refundCap;
        uint64[8] feeCaps;
        uint64[] baselines;
        uint64[] dueAt;
    }

    /// @notice An accepted report, kept in one slot.
    /// @param digestPrefix First 192 bits of the report's digest
    /// @param signers Who signed: bit 0 servicer, bit 1 account bank, bit 2 verification agent
    struct Filing {
        bytes24 digestPrefix;
        uint48 acceptedAt;
        FilingStage stage;
        uint8 signers;
    }

    /// @notice Where a stream stands in a period.
    /// @param isFinal Whether a standing report closes the stream for the period
    /// @param disputedSeq Report under dispute, 0 if none
    /// @param disputeEndsAt Moment after which an unresolved dispute rejects the report
    /// @param isMissed Whether its final report was declared missing
    struct Stream {
        uint32 lastSeq;
        bool isFinal;
        uint32 disputedSeq;
        uint48 disputeEndsAt;
        bool isMissed;
    }

    /// @notice Sum of the standing reports of a period over all streams; what the waterfall divides.
    /// @param digest Chain over every report accepted, superseded or rejected and every deal event of the period, in order
    /// @param income Income that receipts carry: what is received pays income first, net of deductions, then principal
    /// @param principal Principal that receipts carry
    /// @param refundDue Refund newly due up to the cap; `refundExcess` is the rest
    /// @param fees Newly due fees by ordinal
    /// @param events Bitmap of `DealEventKind` raised for the period (bit = enum value)
    /// @param incomeCollected Income as reported, received or not
    struct Totals {
        bytes32 digest;
        uint128 income;
        uint128 principal;
        uint128[4] performing;
        uint128 defaulted;
        uint128 losses;
        uint128 refundDue;
        uint128 refundExcess;
        uint128[8] fees;
        uint256 events;
        uint128 incomeCollected;
        uint128 principalCollected;
    }

    /// @param configDigest Digest of the committee in office at that time
    event ReportingConfigured(DealId indexed deal, bytes32 indexed configDigest, ReportingTerms terms);
    /// @param received Sum of the report's receipts; the net above it is unreconciled
    event ReportAccepted(
        DealId indexed deal,
        Period indexed period,
        uint16 indexed streamId,
        bytes32 digest,
        uint8 signers,
        uint128 received,
        CollectionReport report
    );
    /// @param stage Superseded by a restatement, or rejected after a dispute
    event ReportRemoved(
        DealId indexed deal,
        Period indexed period,
        uint16 indexed streamId,
        bytes32 digest,
        FilingStage stage
    );
    event ReportConflicted(
        DealId indexed deal,
        Period indexed period,
        uint16 indexed streamId,
        uint32 seq,
        bytes32 digest,
        uint8 signers
    );
    event ReportDisputed(
        DealId indexed deal,
        Period indexed period,
        uint16 indexed streamId,
        uint32 seq,
        PartyId party,
        bytes32 documentHash
    );
    event ReportUpheld(DealId indexed deal, Period indexed period, uint16 indexed streamId, uint32 seq);
    event ReportMissed(DealId indexed deal, Period indexed period, uint16 indexed streamId);
    /// @param party Party that raised it, zero if the holders resolved it or nobody's wallet declared a report missing
    event DealEventRaised(
        DealId indexed deal,
        DealEventKind indexed kind,
        Period indexed period,
        bytes32 documentHash,
        PartyId party
    );

    error StreamsMissing(DealId deal);
    error WindowTooLong(uint32 length, uint32 most);
    error TooManyFees(uint256 fees);
    error TooManyReports(uint256 most);
    error ReportKindUnfit(ReportKind kind);
    error UnknownStream(uint16 streamId);
    error WrongCommittee(bytes32 expected);
    error WrongCurrency(Currency expected);
    error ReportExpired(uint48 validUntil);
    error SignersNotSorted(address signer);
    error NotOnCommittee(address signer);
    error SignatureRefused(address signer);
    error QuorumMissing(uint8 needed, uint8 signed);
    error PeriodNotOpen(DealId deal, Period period, PeriodStage stage);
    error SequenceGap(uint32 expected, uint32 actual);
    error StreamFinal(uint16 streamId);
    error StreamDisputed(uint16 streamId);
    error NetMismatch(uint256 expected, uint128 net);
    error FigureTooLarge(uint256 figure);
    error NilNotEmpty();
    error PerformingNotFinal();
    error SupersedesMismatch(bytes32 expected, bytes32 actual);
    error ReportNotStanding(uint32 seq);
    error ReceiptsAboveNet(uint128 received, uint128 net);
    error FeeAboveCap(uint256 ordinal, uint256 due, uint256 cap);
    error WindowOver(uint48 endedAt);
    error AlreadyDisputed(PartyId party);
    error NotDisputed(uint16 streamId);
    error DocumentMissing();
    error DeclaredByHolders(DealId deal);
    error DueByDate();
    error DueDatesUneven(uint256 count, uint256 streams);
    error DueDateNotLater(uint256 index, uint64 dueAt);
    error NotOverdue(Period period, uint16 streamId);
    error AlreadyMissed(Period period, uint16 streamId);

    /// @notice States streams, due dates and bounds of a deal; the manager, while it is a draft. May be stated again
    function configure(DealId deal, ReportingTerms calldata terms) external;

    /// @notice Submits an initial report or a NIL with its signatures, sorted by signer address; anyone may carry it.
    /// The same digest again does nothing and succeeds; another digest for the same sequence is stored as a conflict
    function submit(
        CollectionReport calldata report,
        SignerSignature[] calldata signatures
    ) external returns (bytes32 digest);

    /// @notice Replaces a standing report of an unpaid period by a restatement that names it; anyone may carry it
    /// @param previous The report that is replaced, as it was accepted
    function restate(
        CollectionReport calldata previous,
        CollectionReport calldata report,
        SignerSignature[] calldata signatures
    ) external returns (bytes32 digest);

    /// @notice Disputes a standing report inside its challenge window, once per party and report; the trustee, the
    /// verification agent or the supervising bank. The period becomes Disputed
    function dispute(DealId deal, Period period, uint16 streamId, uint32 seq, bytes32 documentHash) external;

    /// @notice Lets the disputed report of a stream stand; the trustee. Without another dispute the period is Reported again
    function uphold(DealId deal, Period period, uint16 streamId) external;

    /// @notice Removes the disputed report and frees its receipts: the trustee, or anyone once the time to resolve is over.
    /// A final report opens its stream again. Without another dispute the period is Reported, or Open if no report is left
    function reject(CollectionReport calldata report) external;

    /// @notice Raises a fact about the deal; trustee, manager, or a resolution of the holders, which alone declares where the
    /// terms say so. It counts in the current period, after its approval in the next one
    function raise(DealId deal, DealEventKind kind, bytes32 documentHash) external;

    /// @notice Raises that the final report of a stream is overdue, as the event `ReportMissing`, once a stream and period;
    /// anyone. Nobody raises this event otherwise
    function declareMissing(DealId deal, Period period, uint16 streamId) external;

    /// @notice Moment after which the final report of a stream is missing, by the terms; zero if there is none
    function dueAtOf(DealId deal, Period period, uint16 streamId) external view returns (uint64);

    /// @notice Whether the stream is not closed after its moment, in a period that is open in a deal that still reports
    function isOverdue(DealId deal, Period period, uint16 streamId) external view returns (bool);

    /// @notice Whether every stream of the period has a standing final report or NIL and no challenge window is open
    function isComplete(DealId deal, Period period) external view returns (bool);

    /// @notice Sum of the standing reports so far
    function totalsOf(DealId deal, Period period) external view returns (Totals memory);

    /// @notice The digest of those totals alone
    function totalsDigestOf(DealId deal, Period period) external view returns (bytes32);

    /// @notice Digest of the committee in force: chain, contract, deal, parties by office. A change of office changes it
    function configDigestOf(DealId deal) external view returns (bytes32);

    function digestOf(CollectionReport calldata report) external view returns (bytes32);

    function streamOf(DealId deal, Period period, uint16 streamId) external view returns (Stream memory);

    function filingOf(DealId deal, Period period, uint16 streamId, uint32 seq) external view returns (Filing memory);

    /// @notice Whether a conflicting report with this digest was carried here with a valid quorum
    function isConflict(bytes32 digest) external view returns (bool);
}
