// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";
import {IEvidenceLens} from "../../../contracts/interfaces/IEvidenceLens.sol";

import {DealId} from "../../../contracts/types/Ids.sol";
import {EvidenceLens} from "../../../contracts/views/EvidenceLens.sol";
import {CashFixture} from "../CashFixture.sol";

/// @notice Lines of statements behind accepted reports: three lines, the third beside the node of the first two. Behaviour in
/// EvidenceLens.tree; trees of other sizes are compared with those of the signers in TypeScript.
contract EvidenceLensTest is CashFixture {
    bytes32 private constant SALT = keccak256("salt");

    EvidenceLens private lens;
    DealId private deal;
    bytes32[3] private lines;
    bytes32 private node;
    bytes32 private root;

    function setUp() public override {
        super.setUp();
        lens = new EvidenceLens(oracle);
        deal = _payingDeal();
        lines = [lens.lineOf(SALT, "line 1"), lens.lineOf(SALT, "line 2"), lens.lineOf(SALT, "line 3")];
        node = _pair(_leaf(lines[0]), _leaf(lines[1]));
        root = _pair(node, _leaf(lines[2]));
    }

    function _reportingTerms() internal pure override returns (ICollectionOracle.ReportingTerms memory terms) {
        terms = super._reportingTerms();
        terms.challengeFor = 1 days;
        terms.disputeFor = 2 days;
    }

    /* LINE */

    function test_LineOf_IsTheHashOfSaltAndWords() public view {
        assertEq(lens.lineOf(SALT, "line 1"), keccak256(abi.encodePacked(SALT, "line 1")), "hash");
        assertTrue(lens.lineOf(SALT, "line 1") != lens.lineOf("other salt", "line 1"), "salted");
    }

    /* INCLUSION */

    function test_InclusionOf_RevertGiven_NothingWasFiled() public {
        _expectNotFiled(_evident());
    }

    function test_InclusionOf_RevertWhen_AnotherReportHasTheNumber() public {
        ICollectionOracle.CollectionReport memory report = _filed();
        report.evidenceRoot = _leaf(lines[0]);
        _expectNotFiled(report);
    }

    /// @dev A report that was carried here with a quorum and never stood.
    function test_InclusionOf_RevertWhen_TheReportIsAConflict() public {
        ICollectionOracle.CollectionReport memory report = _filed();
        report.statementHash = "another statement";
        bytes32 digest = _submit(report);
        vm.expectRevert(abi.encodeWithSelector(IEvidenceLens.ReportConflicting.selector, digest));
        lens.inclusionOf(report, lines[2], _proofOf(node));
    }

    function test_InclusionOf_RevertWhen_TheProofLeadsElsewhere() public {
        ICollectionOracle.CollectionReport memory report = _filed();
        _expectNotProven(report, lines[0], _proofOf(node));
        _expectNotProven(report, lens.lineOf(SALT, "line 4"), _proofOf(node));
        _expectNotProven(report, lines[2], new bytes32[](0));
    }

    /// @dev Neither the root nor a node, nor a leaf given as a line, nor what a node is made of.
    function test_InclusionOf_RevertWhen_ANodePassesForALine() public {
        ICollectionOracle.CollectionReport memory report = _filed();
        _expectNotProven(report, root, new bytes32[](0));
        _expectNotProven(report, node, _proofOf(_leaf(lines[2])));
        _expectNotProven(report, _leaf(lines[2]), _proofOf(node));
        bytes32 inside = keccak256(abi.encodePacked(node, _leaf(lines[2])));
        _expectNotProven(report, inside, new bytes32[](0));
    }

    /// @dev A NIL has no lines and the root zero.
    function test_InclusionOf_RevertGiven_NoEvidence() public {
        ICollectionOracle.CollectionReport memory report = _evident();
        report.evidenceRoot = 0;
        _submit(report);
        _expectNotProven(report, lines[0], new bytes32[](0));
        _expectNotProven(report, 0, new bytes32[](0));
    }

    function testFuzz_InclusionOf_RevertWhen_AnythingElseIsGiven(bytes32 line, bytes32[] calldata proof) public {
        vm.assume(line != lines[0] && line != lines[1] && line != lines[2]);
        _expectNotProven(_filed(), line, proof);
    }

    function test_InclusionOf_AStandingReport() public {
        ICollectionOracle.CollectionReport memory report = _filed();
        IEvidenceLens.Inclusion memory inclusion = lens.inclusionOf(report, lines[2], _proofOf(node));
        assertEq(inclusion.digest, oracle.digestOf(report), "digest");
        assertEq(inclusion.root, root, "root");
        assertTrue(inclusion.stage == ICollectionOracle.FilingStage.Standing, "stage");
        assertTrue(inclusion.isCurrent && !inclusion.isDisputed, "current");
        assertEq(inclusion.acceptedAt, block.timestamp, "accepted at");
        assertEq(inclusion.signers, 7, "signers");
        assertEq(inclusion.lastSeq, 1, "newest");

        bytes32[] memory proof = new bytes32[](2);
        (proof[0], proof[1]) = (_leaf(lines[1]), _leaf(lines[2]));
        assertEq(lens.inclusionOf(report, lines[0], proof).root, root, "another line");
    }

    function test_InclusionOf_ADisputedReport() public {
        ICollectionOracle.CollectionReport memory report = _filed();
        vm.prank(trustee);
        oracle.dispute(deal, FIRST, STREAM, 1, "letter");
        IEvidenceLens.Inclusion memory inclusion = lens.inclusionOf(report, lines[2], _proofOf(node));
        assertTrue(inclusion.isCurrent && inclusion.isDisputed, "disputed");
    }

    /// @dev The line stays proven behind the report that it was behind, and that report counts no more.
    function test_InclusionOf_ASupersededReport() public {
        ICollectionOracle.CollectionReport memory report = _filed();
        ICollectionOracle.CollectionReport memory restated = _restatementOf(report);
        restated.evidenceRoot = _leaf(lines[0]);
        _restate(report, restated);

        IEvidenceLens.Inclusion memory inclusion = lens.inclusionOf(report, lines[2], _proofOf(node));
        assertTrue(inclusion.stage == ICollectionOracle.FilingStage.Superseded, "stage");
        assertFalse(inclusion.isCurrent, "not current");
        assertEq(inclusion.root, root, "its own root");
        assertEq(inclusion.lastSeq, 2, "there is a newer one");
        _expectNotProven(restated, lines[2], _proofOf(node));
        assertTrue(lens.inclusionOf(restated, lines[0], new bytes32[](0)).isCurrent, "the newer one");
    }

    function test_InclusionOf_ARejectedReport() public {
        ICollectionOracle.CollectionReport memory report = _filed();
        vm.startPrank(trustee);
        oracle.dispute(deal, FIRST, STREAM, 1, "letter");
        oracle.reject(report);
        vm.stopPrank();
        IEvidenceLens.Inclusion memory inclusion = lens.inclusionOf(report, lines[2], _proofOf(node));
        assertTrue(inclusion.stage == ICollectionOracle.FilingStage.Rejected, "stage");
        assertFalse(inclusion.isCurrent || inclusion.isDisputed, "not current");
    }

    /* INTERNAL */

    function _evident() private returns (ICollectionOracle.CollectionReport memory report) {
        report = _report(deal, FIRST);
        report.evidenceRoot = root;
    }

    function _filed() private returns (ICollectionOracle.CollectionReport memory report) {
        report = _evident();
        _submit(report);
    }

    function _proofOf(bytes32 beside) private pure returns (bytes32[] memory proof) {
        proof = new bytes32[](1);
        proof[0] = beside;
    }

    function _leaf(bytes32 line) private pure returns (bytes32) {
        return keccak256(abi.encodePacked(keccak256(abi.encodePacked(line))));
    }

    function _pair(bytes32 one, bytes32 other) private pure returns (bytes32) {
        return one < other ? keccak256(abi.encodePacked(one, other)) : keccak256(abi.encodePacked(other, one));
    }

    function _expectNotFiled(ICollectionOracle.CollectionReport memory report) private {
        bytes32 digest = oracle.digestOf(report);
        vm.expectRevert(abi.encodeWithSelector(IEvidenceLens.ReportNotFiled.selector, digest));
        lens.inclusionOf(report, lines[2], _proofOf(node));
    }

    function _expectNotProven(
        ICollectionOracle.CollectionReport memory report,
        bytes32 line,
        bytes32[] memory proof
    ) private {
        vm.expectRevert(abi.encodeWithSelector(IEvidenceLens.LineNotProven.selector, line, report.evidenceRoot));
        lens.inclusionOf(report, line, proof);
    }
}
