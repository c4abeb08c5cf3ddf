// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";
import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";

import {Office, PeriodStage, ReportKind} from "../../../contracts/types/Enums.sol";
import {DealId, EntryId} from "../../../contracts/types/Ids.sol";
import {TwoStreamFixture} from "./TwoStreamFixture.sol";

/// @notice What becomes of reports: sequence, conflict, restatement, dispute. Two streams, a challenge window of a day, two
/// days to resolve a dispute. Behaviour in CollectionOracle.tree.
contract CollectionOracleLifeTest is TwoStreamFixture {
    /* SEQUENCE */

    function test_Submit_RevertWhen_TheSequenceHasAGap() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.seq = 2;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.SequenceGap.selector, 1, 2));
        report.seq = 0;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.SequenceGap.selector, 1, 0));
    }

    function test_Submit_RevertGiven_TheStreamIsClosed() public {
        _submit(_report(deal, FIRST));
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.seq = 2;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.StreamFinal.selector, STREAM));
    }

    function test_Submit_SameDigestAgainChangesNothing() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        bytes32 digest = _submit(report);
        bytes32 before = oracle.totalsOf(deal, FIRST).digest;
        (uint64 acts, ) = oracle.trailOf(deal);
        vm.warp(report.validUntil + 1);
        assertEq(oracle.submit(report, new ICollectionOracle.SignerSignature[](0)), digest, "digest");
        assertEq(oracle.totalsOf(deal, FIRST).digest, before, "sums");
        (uint64 after_, ) = oracle.trailOf(deal);
        assertEq(after_, acts, "trail");
    }

    function test_Submit_RevertWhen_TooManyReportsStand() public {
        bytes32 dockets = keccak256(abi.encode(deal, uint256(3)));
        bytes32 credit = bytes32(uint256(keccak256(abi.encode(FIRST, dockets))) + 3);
        vm.store(address(oracle), credit, bytes32(uint256(type(uint16).max) << 192));
        bytes4 selector = ICollectionOracle.TooManyReports.selector;
        _expectRefusal(_bareReport(deal, FIRST), abi.encodeWithSelector(selector, type(uint16).max));
    }

    /* CONFLICT */

    function test_Submit_ConflictOpensADispute() public {
        _submit(_report(deal, FIRST));
        ICollectionOracle.CollectionReport memory other = _otherVersion();
        bytes32 digest = oracle.digestOf(other);
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.ReportConflicted(deal, FIRST, STREAM, 1, digest, 7);
        assertEq(_submit(other), digest, "returns");

        assertTrue(oracle.isConflict(digest), "kept");
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Disputed, "stage");
        ICollectionOracle.Stream memory stream = oracle.streamOf(deal, FIRST, STREAM);
        assertEq(stream.disputedSeq, 1, "disputed");
        assertEq(stream.disputeEndsAt, block.timestamp + 2 days, "end");
        assertEq(oracle.totalsOf(deal, FIRST).income, INCOME, "sums stay");
    }

    function test_Submit_RevertWhen_AConflictHasNoQuorum() public {
        _submit(_report(deal, FIRST));
        ICollectionOracle.CollectionReport memory other = _otherVersion();
        ICollectionOracle.SignerSignature[] memory signatures = _signPair(other);
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.QuorumMissing.selector, 7, 3));
        oracle.submit(other, signatures);
    }

    /// @dev Else whoever kept a conflicting report could dispute the standing one for ever.
    function test_Submit_TheSameConflictAgainChangesNothing() public {
        _submit(_report(deal, FIRST));
        ICollectionOracle.CollectionReport memory other = _otherVersion();
        _submit(other);
        vm.prank(trustee);
        oracle.uphold(deal, FIRST, STREAM);
        _submit(other);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "stage");
    }

    function test_Submit_ConflictUnderDisputeIsEvidenceOnly() public {
        _submit(_report(deal, FIRST));
        _dispute(trustee, 1);
        vm.warp(block.timestamp + 1 hours);
        ICollectionOracle.CollectionReport memory other = _otherVersion();
        bytes32 digest = oracle.digestOf(other);
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.ReportConflicted(deal, FIRST, STREAM, 1, digest, 7);
        _submit(other);
        assertTrue(oracle.isConflict(digest), "kept");
        uint48 endsAt = oracle.streamOf(deal, FIRST, STREAM).disputeEndsAt;
        assertEq(endsAt, block.timestamp - 1 hours + 2 days, "first dispute goes on");
    }

    function test_Submit_ConflictWithASupersededReportIsEvidenceOnly() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        _restate(first, _restatementOf(first));
        _submit(_otherVersion());
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "stage");
    }

    function test_Submit_ConflictInAnApprovedPeriodStopsIt() public {
        _approvePeriod();
        _submit(_otherVersion());
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Disputed, "stage");
    }

    function test_Submit_ConflictInABookedPeriodIsEvidenceOnly() public {
        _approvePeriod();
        deals.movePeriod(deal, FIRST, PeriodStage.Booked);
        _submit(_otherVersion());
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Booked, "stage");
    }

    /* RESTATE */

    function test_Restate_RevertWhen_ItIsNoRestatement() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        report.kind = ReportKind.Initial;
        bytes4 selector = ICollectionOracle.ReportKindUnfit.selector;
        _expectRefusal(first, report, abi.encodeWithSelector(selector, ReportKind.Initial));
    }

    function test_Restate_RevertWhen_ItNamesAnotherReport() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        bytes32 digest = _submit(first);
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        report.supersedes = "another";
        bytes4 selector = ICollectionOracle.SupersedesMismatch.selector;
        _expectRefusal(first, report, abi.encodeWithSelector(selector, digest, bytes32("another")));
    }

    function test_Restate_RevertWhen_TheReportOfAnotherStreamIsNamed() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        ICollectionOracle.CollectionReport memory other = _bareReport(deal, FIRST);
        other.streamId = OTHER;
        _submit(other);
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        report.streamId = OTHER;
        bytes4 selector = ICollectionOracle.ReportNotStanding.selector;
        _expectRefusal(first, report, abi.encodeWithSelector(selector, 1));
    }

    function test_Restate_RevertWhen_TheReportIsSuperseded() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        _restate(first, _restatementOf(first));
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        report.seq = 3;
        bytes4 selector = ICollectionOracle.ReportNotStanding.selector;
        _expectRefusal(first, report, abi.encodeWithSelector(selector, 1));
    }

    function test_Restate_RevertWhen_TheReportWasNeverAccepted() public {
        _submit(_report(deal, FIRST));
        ICollectionOracle.CollectionReport memory other = _otherVersion();
        ICollectionOracle.CollectionReport memory report = _restatementOf(other);
        bytes4 selector = ICollectionOracle.ReportNotStanding.selector;
        _expectRefusal(other, report, abi.encodeWithSelector(selector, 1));
    }

    function test_Restate_RevertGiven_TheStreamIsDisputed() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        _dispute(trustee, 1);
        bytes4 selector = ICollectionOracle.StreamDisputed.selector;
        _expectRefusal(first, _restatementOf(first), abi.encodeWithSelector(selector, STREAM));
    }

    function test_Restate_RevertGiven_ThePeriodIsApproved() public {
        ICollectionOracle.CollectionReport memory first = _approvePeriod();
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        report.validUntil += 30 days;
        bytes4 selector = ICollectionOracle.PeriodNotOpen.selector;
        _expectRefusal(first, report, abi.encodeWithSelector(selector, deal, FIRST, PeriodStage.Approved));
    }

    /// @dev A restatement that closes the stream cannot replace an interim report beside the final one.
    function test_Restate_RevertWhen_TheStreamWouldCloseTwice() public {
        ICollectionOracle.CollectionReport memory interim = _collect(_bareReport(deal, FIRST), 10_00, 0);
        _submit(interim);
        ICollectionOracle.CollectionReport memory last = _report(deal, FIRST);
        last.seq = 2;
        _submit(last);
        ICollectionOracle.CollectionReport memory report = _restatementOf(interim);
        (report.seq, report.isFinal) = (3, true);
        bytes4 selector = ICollectionOracle.StreamFinal.selector;
        _expectRefusal(interim, report, abi.encodeWithSelector(selector, STREAM));

        report.isFinal = false;
        report.receipts = new EntryId[](0);
        _restate(interim, report);
        assertEq(oracle.totalsOf(deal, FIRST).income, INCOME, "without the interim receipt");
    }

    function test_Restate_ReplacesFiguresAndReceipts() public {
        ICollectionOracle.CollectionReport memory first = _fullReport();
        _submit(first);
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        report = _collect(report, 400_00, 100_00);
        report.performing[1] = 1_00;
        (report.defaulted, report.losses, report.refundDue, report.feesDue[0]) = (2_00, 3_00, 4_00, 5_00);
        bytes32 replaced = report.supersedes;
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.ReportRemoved(deal, FIRST, STREAM, replaced, ICollectionOracle.FilingStage.Superseded);
        _restate(first, report);

        ICollectionOracle.Totals memory totals = oracle.totalsOf(deal, FIRST);
        assertTrue(totals.income == 400_00 && totals.principal == 100_00, "received");
        assertTrue(totals.incomeCollected == 400_00 && totals.principalCollected == 100_00, "collected");
        assertTrue(totals.performing[1] == 1_00 && totals.performing[2] == 7_00, "performing");
        assertTrue(totals.defaulted == 2_00 && totals.losses == 3_00, "credit");
        assertTrue(totals.refundDue == 4_00 && totals.fees[0] == 5_00 && totals.fees[7] == 0, "dues");
        assertFalse(ledger.entryOf(first.receipts[0]).isSpent, "receipt freed");
        assertTrue(ledger.entryOf(report.receipts[0]).isSpent, "receipt spent");
        assertTrue(oracle.filingOf(deal, FIRST, STREAM, 1).stage == ICollectionOracle.FilingStage.Superseded, "filing");
        assertTrue(oracle.streamOf(deal, FIRST, STREAM).isFinal, "closed");
    }

    function test_Restate_MayKeepTheReceipts() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        report.losses = 1_00;
        _restate(first, report);
        assertTrue(ledger.entryOf(first.receipts[0]).isSpent, "receipt");
        assertEq(oracle.totalsOf(deal, FIRST).losses, 1_00, "losses");
    }

    function test_Restate_MayOpenTheStreamAgain() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        _submit(_otherStream());
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        report.isFinal = false;
        report.performing[1] = 0;
        _restate(first, report);
        vm.warp(block.timestamp + 1 days);
        assertFalse(oracle.isComplete(deal, FIRST), "open again");
    }

    function test_Restate_SameDigestAgainChangesNothing() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        bytes32 digest = _restate(first, report);
        bytes32 before = oracle.totalsOf(deal, FIRST).digest;
        assertEq(oracle.restate(first, report, new ICollectionOracle.SignerSignature[](0)), digest, "digest");
        assertEq(oracle.totalsOf(deal, FIRST).digest, before, "sums");
    }

    function test_Restate_ConflictOpensADispute() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        ICollectionOracle.CollectionReport memory report = _restatementOf(first);
        _restate(first, report);
        report.losses = 1_00;
        _restate(first, report);
        assertEq(oracle.streamOf(deal, FIRST, STREAM).disputedSeq, 2, "disputed");
    }

    /// @dev What was calculated before can no longer be approved.
    function test_Restate_ReopensACalculatedPeriod() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        _submit(first);
        _submit(_otherStream());
        vm.warp(block.timestamp + 1 days);
        _calculate(deal, FIRST);
        _restate(first, _restatementOf(first));
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "stage");
    }

    /* DISPUTE */

    function test_Dispute_RevertWhen_TheOfficeMayNot() public {
        _submit(_report(deal, FIRST));
        bytes4 selector = IDealBook.NotOfficeHolder.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, Office.Trustee, servicer));
        _dispute(servicer, 1);
    }

    function test_Dispute_RevertWhen_NoReportStands() public {
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.ReportNotStanding.selector, 1));
        _dispute(trustee, 1);
    }

    function test_Dispute_RevertWhen_TheWindowIsOver() public {
        _submit(_report(deal, FIRST));
        uint48 endsAt = uint48(block.timestamp + 1 days);
        vm.warp(endsAt);
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.WindowOver.selector, endsAt));
        _dispute(trustee, 1);
        vm.warp(endsAt - 1);
        _dispute(trustee, 1);
    }

    function test_Dispute_RevertGiven_TheStreamIsDisputed() public {
        _submit(_report(deal, FIRST));
        _dispute(trustee, 1);
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.StreamDisputed.selector, STREAM));
        _dispute(supervisingBank, 1);
    }

    function test_Dispute_RevertWhen_ThePartyHasDisputedIt() public {
        _submit(_report(deal, FIRST));
        _dispute(supervisingBank, 1);
        vm.prank(trustee);
        oracle.uphold(deal, FIRST, STREAM);
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.AlreadyDisputed.selector, _partyOf(supervisingBank)));
        _dispute(supervisingBank, 1);
        _dispute(verificationAgent, 1);
    }

    function test_Dispute_RevertWhen_NoDocumentIsNamed() public {
        _submit(_report(deal, FIRST));
        vm.expectRevert(ICollectionOracle.DocumentMissing.selector);
        vm.prank(trustee);
        oracle.dispute(deal, FIRST, STREAM, 1, "");
    }

    function test_Dispute_StopsThePeriod() public {
        _submit(_report(deal, FIRST));
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.ReportDisputed(deal, FIRST, STREAM, 1, _partyOf(verificationAgent), "letter");
        _dispute(verificationAgent, 1);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Disputed, "stage");
    }

    /// @dev A stream in dispute does not stop the others from reporting.
    function test_Dispute_LetsOtherStreamsReport() public {
        _submit(_report(deal, FIRST));
        _dispute(trustee, 1);
        _submit(_otherStream());
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Disputed, "stage");
        assertTrue(oracle.streamOf(deal, FIRST, OTHER).isFinal, "other stream");
    }

    /* UPHOLD */

    function test_Uphold_RevertWhen_NotTheTrustee() public {
        _submit(_report(deal, FIRST));
        _dispute(supervisingBank, 1);
        bytes4 selector = IDealBook.NotOfficeHolder.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, Office.Trustee, supervisingBank));
        vm.prank(supervisingBank);
        oracle.uphold(deal, FIRST, STREAM);
    }

    function test_Uphold_RevertWhen_NothingIsDisputed() public {
        _submit(_report(deal, FIRST));
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.NotDisputed.selector, STREAM));
        vm.prank(trustee);
        oracle.uphold(deal, FIRST, STREAM);
    }

    function test_Uphold_RevertWhen_TheTimeIsOver() public {
        _submit(_report(deal, FIRST));
        _dispute(supervisingBank, 1);
        uint48 endsAt = uint48(block.timestamp + 2 days);
        vm.warp(endsAt);
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.WindowOver.selector, endsAt));
        vm.prank(trustee);
        oracle.uphold(deal, FIRST, STREAM);
    }

    function test_Uphold_LetsTheReportStand() public {
        _submit(_report(deal, FIRST));
        bytes32 before = oracle.totalsOf(deal, FIRST).digest;
        _dispute(supervisingBank, 1);
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.ReportUpheld(deal, FIRST, STREAM, 1);
        vm.prank(trustee);
        oracle.uphold(deal, FIRST, STREAM);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "stage");
        assertEq(oracle.totalsOf(deal, FIRST).digest, before, "sums");
        assertEq(oracle.streamOf(deal, FIRST, STREAM).disputedSeq, 0, "closed");
    }

    function test_Uphold_WaitsForTheOtherDispute() public {
        _submit(_report(deal, FIRST));
        _submit(_otherStream());
        _dispute(trustee, 1);
        vm.startPrank(trustee);
        oracle.dispute(deal, FIRST, OTHER, 1, "letter");
        oracle.uphold(deal, FIRST, STREAM);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Disputed, "still disputed");
        oracle.uphold(deal, FIRST, OTHER);
        vm.stopPrank();
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "reported");
    }

    /* REJECT */

    function test_Reject_RevertWhen_NothingIsDisputed() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        _submit(report);
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.NotDisputed.selector, STREAM));
        vm.prank(trustee);
        oracle.reject(report);
    }

    function test_Reject_RevertWhen_NotTheTrusteeInTime() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        _submit(report);
        _dispute(supervisingBank, 1);
        vm.warp(block.timestamp + 2 days - 1);
        bytes4 selector = IDealBook.NotOfficeHolder.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, Office.Trustee, stranger));
        vm.prank(stranger);
        oracle.reject(report);
    }

    function test_Reject_RevertWhen_ItIsNotTheReportInDispute() public {
        _submit(_report(deal, FIRST));
        _dispute(supervisingBank, 1);
        ICollectionOracle.CollectionReport memory other = _otherVersion();
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.ReportNotStanding.selector, 1));
        vm.prank(trustee);
        oracle.reject(other);
    }

    function test_Reject_RemovesTheReport() public {
        ICollectionOracle.CollectionReport memory report = _fullReport();
        bytes32 digest = _submit(report);
        _dispute(supervisingBank, 1);
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.ReportRemoved(deal, FIRST, STREAM, digest, ICollectionOracle.FilingStage.Rejected);
        vm.prank(trustee);
        oracle.reject(report);

        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Open, "stage");
        assertEq(oracle.totalsOf(deal, FIRST).incomeCollected, 0, "sums");
        assertEq(oracle.totalsOf(deal, FIRST).fees[0], 0, "fees");
        assertFalse(ledger.entryOf(report.receipts[0]).isSpent, "receipt freed");
        assertFalse(oracle.streamOf(deal, FIRST, STREAM).isFinal, "stream open");
        report.seq = 2;
        _submit(report);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "reported anew");
    }

    function test_Reject_ByAnyoneWhenTheTimeIsOver() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        _submit(report);
        _dispute(supervisingBank, 1);
        vm.warp(block.timestamp + 2 days);
        vm.prank(stranger);
        oracle.reject(report);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Open, "stage");
    }

    function test_Reject_LeavesThePeriodReportedGivenOtherReports() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        _submit(report);
        _submit(_otherStream());
        _dispute(supervisingBank, 1);
        vm.prank(trustee);
        oracle.reject(report);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "stage");
        vm.warp(block.timestamp + 1 days);
        assertFalse(oracle.isComplete(deal, FIRST), "a stream is missing");
    }

    function _dispute(address wallet, uint32 seq) private {
        vm.prank(wallet);
        oracle.dispute(deal, FIRST, STREAM, seq, "letter");
    }

    /// @dev Report 1 of the stream as somebody else would have it.
    function _otherVersion() private view returns (ICollectionOracle.CollectionReport memory report) {
        report = _bareReport(deal, FIRST);
        (report.isFinal, report.losses) = (true, 1);
    }

    function _otherStream() private view returns (ICollectionOracle.CollectionReport memory report) {
        report = _bareReport(deal, FIRST);
        (report.streamId, report.kind, report.isFinal) = (OTHER, ReportKind.Nil, true);
    }

    function _fullReport() private returns (ICollectionOracle.CollectionReport memory report) {
        report = _report(deal, FIRST);
        report.performing[2] = 7_00;
        (report.defaulted, report.losses, report.refundDue) = (11_00, 12_00, 13_00);
        report.feesDue = new uint128[](8);
        report.feesDue[0] = 14_00;
    }

    /// @return report The standing report of the first stream
    function _approvePeriod() private returns (ICollectionOracle.CollectionReport memory report) {
        report = _report(deal, FIRST);
        _submit(report);
        _submit(_otherStream());
        vm.warp(block.timestamp + 1 days);
        _approve(deal, FIRST, _calculate(deal, FIRST));
    }

    function _expectRefusal(ICollectionOracle.CollectionReport memory report, bytes memory refusal) private {
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        vm.expectRevert(refusal);
        oracle.submit(report, signatures);
    }

    function _expectRefusal(
        ICollectionOracle.CollectionReport memory previous,
        ICollectionOracle.CollectionReport memory report,
        bytes memory refusal
    ) private {
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        vm.expectRevert(refusal);
        oracle.restate(previous, report, signatures);
    }
}
