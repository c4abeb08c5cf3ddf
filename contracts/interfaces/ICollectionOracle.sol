// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Currency} from "../types/Currency.sol";
import {DealEventKind, ReportKind} from "../types/Enums.sol";
import {DealId, EntryId, PartyId, Period} from "../types/Ids.sol";

/// @notice Signed statements of what a deal collected, by stream and period.
interface ICollectionOracle {
    /// @notice Amounts in minor units of the deal's currency; EIP-712 type `CollectionReport`.
    /// @param income Licence fees, rents, interest collected
    /// @param principal Principal collected, recoveries included
    /// @param deductions Amounts withheld before the bank credit; net = income + principal − deductions
    /// @param receipts Credits of the deal's plan account that carry the net
    /// @param withServicer Amount collected but still with the servicer
    /// @param performing Performing balance by maturity class, indexed by `Maturity`
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

    /// @notice Sum of the standing reports of a period over all streams; what the waterfall divides.
    /// @param digest Hash over the standing reports' digests and the period's deal events, in stream order
    /// @param income Payable income: never more than the receipts carry
    /// @param principal Payable principal
    /// @param fees Newly due fees by ordinal
    /// @param events Bitmap of `DealEventKind` standing for the deal in this period (bit = enum value)
    struct Totals {
        bytes32 digest;
        uint128 income;
        uint128 principal;
        uint128[4] performing;
        uint128 defaulted;
        uint128 losses;
        uint128 refundDue;
        uint128[] fees;
        uint256 events;
        uint128 incomeCollected;
        uint128 principalCollected;
    }

    event CommitteeFormed(DealId indexed deal, uint32 indexed epoch, bytes32 configDigest);
    event ReportAccepted(
        DealId indexed deal,
        Period indexed period,
        uint16 indexed streamId,
        bytes32 digest,
        uint256 signerBitmap,
        uint128 payable_,
        CollectionReport report
    );
    event ReportConflicted(DealId indexed deal, Period indexed period, uint16 indexed streamId, bytes32 digest);
    event DealEventRaised(
        DealId indexed deal,
        DealEventKind indexed kind,
        Period period,
        bytes32 documentHash,
        PartyId party
    );

    /// @notice Streams and bounds of a deal; the manager, while it is a draft
    /// @param streams Number of streams, numbered from 1
    /// @param bandPpb Deviation from the baseline (parts per billion) outside which the verification agent must sign
    /// @param refundCap Most refund newly due a period, minor units
    /// @param feeCaps Most newly due a period for each fee ordinal
    function configure(
        DealId deal,
        uint16 streams,
        uint64 bandPpb,
        uint128 refundCap,
        uint128[] calldata feeCaps
    ) external;

    /// @notice Submits a report with its signatures, sorted by signer address; anyone may carry it.
    /// The same digest again does nothing and succeeds
    function submit(CollectionReport calldata report, bytes[] calldata signatures) external returns (bytes32 digest);

    /// @notice Raises a fact about the deal; trustee or manager
    function raise(DealId deal, DealEventKind kind, bytes32 documentHash) external;

    /// @notice Whether every stream of the period has a standing final report or NIL
    function isComplete(DealId deal, Period period) external view returns (bool);

    /// @notice Sum of the standing reports; reverts while the period is incomplete
    function totalsOf(DealId deal, Period period) external view returns (Totals memory);

    /// @notice Digest of the committee in force: chain, contract, deal, epoch, signing parties by office
    function configDigestOf(DealId deal) external view returns (bytes32);

    function digestOf(CollectionReport calldata report) external view returns (bytes32);
}
