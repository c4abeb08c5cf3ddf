// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "./ICollectionOracle.sol";

/// @notice Whether a line of a statement is among those behind a report that the ledger accepted. For calls.
interface IEvidenceLens {
    /// @notice Where the report stands behind which a line was proven.
    /// @param root Evidence root of this report, not of one that replaced it
    /// @param isCurrent Whether the report still stands; a superseded or rejected one counts no more, whatever it rests on
    /// @param isDisputed Whether the report is in dispute now
    /// @param signers Who signed: bit 0 servicer, bit 1 account bank, bit 2 verification agent
    /// @param lastSeq Number of the newest report of the stream and period
    struct Inclusion {
        bytes32 digest;
        bytes32 root;
        ICollectionOracle.FilingStage stage;
        bool isCurrent;
        bool isDisputed;
        uint48 acceptedAt;
        uint8 signers;
        uint32 lastSeq;
    }

    error ReportNotFiled(bytes32 digest);
    error ReportConflicting(bytes32 digest);
    error LineNotProven(bytes32 line, bytes32 root);

    /// @notice Reverts unless the ledger accepted the report and the proof leads from the line to its evidence root
    /// @param report The report, as it was accepted
    /// @param line Salted hash of the line, as `lineOf` gives it
    /// @param proof Hashes beside the way from the line to the root
    function inclusionOf(
        ICollectionOracle.CollectionReport calldata report,
        bytes32 line,
        bytes32[] calldata proof
    ) external view returns (Inclusion memory);

    /// @notice Salted hash of a line: of the salt, then of its words in UTF-8
    function lineOf(bytes32 salt, string calldata content) external pure returns (bytes32);
}
