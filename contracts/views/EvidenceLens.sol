// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

import {ICollectionOracle} from "../interfaces/ICollectionOracle.sol";
import {IEvidenceLens} from "../interfaces/IEvidenceLens.sol";

/// @title EvidenceLens
/// @notice Proves a line of a statement against the evidence root of an accepted report. The ledger keeps of a report only the
/// beginning of its digest, which covers the root: so the report is given as call data and recognised by its digest. Keeps nothing.
///
/// TREE
/// OpenZeppelin's standard tree: a leaf is the hash of the hash of a line, a node that of its two children, the lower one
/// first. A leaf is made of 32 bytes and a node of 64, so that no node, nor the root itself, passes for a line.
///
/// ASSUMPTIONS
/// A proof says that the committee's evidence holds the line. It does not say that the report still counts: that is
/// `stage`, and a reader who needs standing figures asks for `isCurrent`.
contract EvidenceLens is IEvidenceLens {
    ICollectionOracle private immutable _oracle;

    constructor(ICollectionOracle oracle) {
        _oracle = oracle;
    }

    /* VIEWS */

    /// @inheritdoc IEvidenceLens
    function inclusionOf(
        ICollectionOracle.CollectionReport calldata report,
        bytes32 line,
        bytes32[] calldata proof
    ) external view returns (Inclusion memory inclusion) {
        bytes32 digest = _oracle.digestOf(report);
        require(!_oracle.isConflict(digest), ReportConflicting(digest));
        inclusion = _standing(report, digest);
        bool isProven = MerkleProof.verifyCalldata(proof, inclusion.root, _leafOf(line));
        require(isProven, LineNotProven(line, inclusion.root));
    }

    /// @inheritdoc IEvidenceLens
    function lineOf(bytes32 salt, string calldata content) external pure returns (bytes32) {
        return keccak256(bytes.concat(salt, bytes(content)));
    }

    /* INTERNAL */

    function _standing(
        ICollectionOracle.CollectionReport calldata report,
        bytes32 digest
    ) private view returns (Inclusion memory) {
        ICollectionOracle.Filing memory filing = _oracle.filingOf(
            report.dealId,
            report.period,
            report.streamId,
            report.seq
        );
        require(filing.digestPrefix == bytes24(digest), ReportNotFiled(digest));
        ICollectionOracle.Stream memory stream = _oracle.streamOf(report.dealId, report.period, report.streamId);
        return
            Inclusion({
                digest: digest,
                root: report.evidenceRoot,
                stage: filing.stage,
                isCurrent: filing.stage == ICollectionOracle.FilingStage.Standing,
                isDisputed: stream.disputedSeq == report.seq,
                acceptedAt: filing.acceptedAt,
                signers: filing.signers,
                lastSeq: stream.lastSeq
            });
    }

    function _leafOf(bytes32 line) private pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(bytes.concat(line))));
    }
}
