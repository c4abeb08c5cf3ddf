// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";
import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";

import {DealEventKind, Office, PeriodStage, ReportKind} from "../../../contracts/types/Enums.sol";
import {DealId, EntryId, Period} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";

/// @notice What the waterfall takes from reports: sums, deal events, completeness. Behaviour in CollectionOracle.tree.
contract CollectionOracleTotalsTest is CashFixture {
    DealId private deal;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
    }

    function _reportingTerms() internal pure override returns (ICollectionOracle.ReportingTerms memory terms) {
        terms = super._reportingTerms();
        terms.streams = 2;
        terms.challengeFor = 1 days;
        for (uint64 i = 0; i < 8; ++i) terms.feeCaps[i] = (i + 1) * 10_00;
    }

    /* RAISE */

    function test_Raise_RevertWhen_TheOfficeMayNot() public {
        bytes4 selector = IDealBook.NotOfficeHolder.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, Office.Trustee, servicer));
        vm.prank(servicer);
        oracle.raise(deal, DealEventKind.Insolvency, "letter");
    }

    function test_Raise_RevertWhen_NoKindIsNamed() public {
        vm.expectRevert(ICollectionOracle.DocumentMissing.selector);
        vm.prank(trustee);
        oracle.raise(deal, DealEventKind.None, "letter");
    }

    function test_Raise_RevertWhen_NoDocumentIsNamed() public {
        vm.expectRevert(ICollectionOracle.DocumentMissing.selector);
        vm.prank(trustee);
        oracle.raise(deal, DealEventKind.Insolvency, "");
    }

    function test_Raise_RevertGiven_NoPeriodIsOpen() public {
        DealId draft = _draftDeal();
        bytes4 selector = ICollectionOracle.PeriodNotOpen.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, draft, 0, PeriodStage.None));
        vm.prank(trustee);
        oracle.raise(draft, DealEventKind.Insolvency, "letter");
    }

    function test_Raise_CountsInTheCurrentPeriod() public {
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.DealEventRaised(deal, DealEventKind.Insolvency, FIRST, "letter", _partyOf(trustee));
        _raise(trustee, DealEventKind.Insolvency);
        bytes32 digest = oracle.totalsOf(deal, FIRST).digest;
        _raise(manager, DealEventKind.TitleLost);
        uint256 events = (1 << uint256(DealEventKind.Insolvency)) | (1 << uint256(DealEventKind.TitleLost));
        assertEq(oracle.totalsOf(deal, FIRST).events, events, "events");
        assertTrue(oracle.totalsOf(deal, FIRST).digest != digest, "digest");
    }

    function test_Raise_ReopensACalculatedPeriod() public {
        _completePeriod();
        _calculate(deal, FIRST);
        _raise(trustee, DealEventKind.Insolvency);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "stage");
    }

    function test_Raise_AfterApprovalCountsInTheNextPeriod() public {
        _completePeriod();
        _approve(deal, FIRST, _calculate(deal, FIRST));
        _raise(trustee, DealEventKind.Insolvency);
        assertEq(oracle.totalsOf(deal, FIRST).events, 0, "approved period");
        assertEq(oracle.totalsOf(deal, SECOND).events, 1 << uint256(DealEventKind.Insolvency), "next period");
    }

    /* COMPLETE */

    function test_IsComplete_WhenEveryStreamStandsUnchallenged() public {
        _submit(_report(deal, FIRST));
        vm.warp(block.timestamp + 1 days);
        assertFalse(oracle.isComplete(deal, FIRST), "a stream is missing");
        _submit(_nil(2));
        assertFalse(oracle.isComplete(deal, FIRST), "its window is open");
        vm.warp(block.timestamp + 1 days - 1);
        assertFalse(oracle.isComplete(deal, FIRST), "to the last second");
        vm.warp(block.timestamp + 1);
        assertTrue(oracle.isComplete(deal, FIRST), "complete");
    }

    function test_IsComplete_NotOfADealWithoutStreams() public {
        assertFalse(oracle.isComplete(_draftDeal(), FIRST), "unconfigured");
    }

    /* TOTALS */

    function test_TotalsOf_SumsStreamsAndReports() public {
        ICollectionOracle.CollectionReport memory interim = _collect(_bareReport(deal, FIRST), 100_00, 200_00);
        interim.losses = 1_00;
        _submit(interim);
        ICollectionOracle.CollectionReport memory last = _collect(_bareReport(deal, FIRST), 10_00, 20_00);
        (last.seq, last.isFinal, last.losses, last.defaulted) = (2, true, 2_00, 3_00);
        last.performing = [uint128(1), 2, 3, 4];
        _submit(last);
        ICollectionOracle.CollectionReport memory other = _collect(_bareReport(deal, FIRST), 1_00, 2_00);
        (other.streamId, other.isFinal, other.refundDue) = (2, true, 5_00);
        other.performing = [uint128(10), 20, 30, 40];
        _submit(other);

        ICollectionOracle.Totals memory totals = oracle.totalsOf(deal, FIRST);
        assertTrue(totals.income == 111_00 && totals.principal == 222_00, "received");
        assertTrue(totals.incomeCollected == 111_00 && totals.principalCollected == 222_00, "collected");
        assertTrue(totals.losses == 3_00 && totals.defaulted == 3_00, "credit");
        for (uint256 i = 0; i < 4; ++i) assertEq(totals.performing[i], (i + 1) * 11, "performing");
        assertTrue(totals.refundDue == 5_00 && totals.refundExcess == 0, "refund");
    }

    /// @dev Income 100.00, principal 50.00, deductions 20.00: net 80.00 of income and 50.00 of principal.
    function test_TotalsOf_ReceiptsPayNetIncomeFirst() public {
        _expectSplit(0, 0, 0);
        _expectSplit(79_99, 79_99, 0);
        _expectSplit(80_00, 80_00, 0);
        _expectSplit(100_00, 80_00, 20_00);
        _expectSplit(130_00, 80_00, 50_00);
    }

    /// @dev Income 10.00, principal 50.00, deductions 20.00: all income and 10.00 of principal were deducted.
    function test_TotalsOf_DeductionsBeyondIncomeFallOnPrincipal() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        (report.income, report.principal, report.deductions, report.net) = (10_00, 50_00, 20_00, 40_00);
        report.receipts = new EntryId[](1);
        report.receipts[0] = _creditTo(_plan(deal), 40_00);
        _submit(report);
        ICollectionOracle.Totals memory totals = oracle.totalsOf(deal, FIRST);
        assertTrue(totals.income == 0 && totals.principal == 40_00, "received");
        assertTrue(totals.incomeCollected == 10_00 && totals.principalCollected == 50_00, "collected");
    }

    function test_TotalsOf_CapsTheRefundOfThePeriod() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.refundDue = 60_00;
        _submit(report);
        report.seq = 2;
        _submit(report);
        ICollectionOracle.Totals memory totals = oracle.totalsOf(deal, FIRST);
        assertEq(totals.refundDue, 100_00, "up to the cap");
        assertEq(totals.refundExcess, 20_00, "the rest");
    }

    function test_TotalsOf_KeepsEachFee() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.feesDue = new uint128[](8);
        for (uint128 i = 0; i < 8; ++i) report.feesDue[i] = (i + 1) * 10_00;
        _submit(report);
        ICollectionOracle.Totals memory totals = oracle.totalsOf(deal, FIRST);
        for (uint256 i = 0; i < 8; ++i) assertEq(totals.fees[i], (i + 1) * 10_00, "fee");
    }

    /// @dev Never more than the receipts carry, and income before principal.
    function testFuzz_TotalsOf_NeverExceedReceipts(uint48 income, uint48 principal, uint48 cut, uint48 paid) public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        (report.income, report.principal) = (income, principal);
        report.deductions = uint128(bound(cut, 0, uint256(income) + principal));
        vm.assume(report.deductions <= type(uint48).max);
        report.net = report.income + report.principal - report.deductions;
        uint128 received = uint128(bound(paid, 0, report.net));
        if (received != 0) (report.receipts = new EntryId[](1))[0] = _creditTo(_plan(deal), received);
        _submit(report);
        ICollectionOracle.Totals memory totals = oracle.totalsOf(deal, FIRST);
        assertEq(totals.income + totals.principal, received, "all received is divided");
        assertLe(totals.income, income, "income");
        assertLe(totals.principal, principal, "principal");
    }

    /// @dev Four figures share a word: the largest stay in their lanes when added and taken out.
    function testFuzz_TotalsOf_LanesStayApart(uint48[7] memory figures, uint8 count) public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        (report.defaulted, report.losses) = (figures[0], figures[1]);
        (report.income, report.principal) = (figures[2], figures[3]);
        report.net = report.income + report.principal;
        uint256 reports = bound(count, 1, 4);
        for (uint32 i = 1; i <= reports; ++i) {
            report.seq = i;
            _submit(report);
        }
        ICollectionOracle.CollectionReport memory restated = _restatementOf(report);
        (restated.defaulted, restated.losses, restated.income, restated.principal, restated.net) = (0, 0, 0, 0, 0);
        _restate(report, restated);
        ICollectionOracle.Totals memory totals = oracle.totalsOf(deal, FIRST);
        assertEq(totals.defaulted, (reports - 1) * figures[0], "defaulted");
        assertEq(totals.losses, (reports - 1) * figures[1], "losses");
        assertEq(totals.incomeCollected, (reports - 1) * figures[2], "income");
        assertEq(totals.principalCollected, (reports - 1) * figures[3], "principal");
    }

    function _expectSplit(uint128 received, uint128 income, uint128 principal) private {
        ICollectionOracle.Totals memory before = oracle.totalsOf(deal, FIRST);
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.seq = oracle.streamOf(deal, FIRST, STREAM).lastSeq + 1;
        (report.income, report.principal, report.deductions) = (100_00, 50_00, 20_00);
        report.net = 130_00;
        if (received != 0) (report.receipts = new EntryId[](1))[0] = _creditTo(_plan(deal), received);
        _submit(report);
        ICollectionOracle.Totals memory totals = oracle.totalsOf(deal, FIRST);
        assertEq(totals.income - before.income, income, "income");
        assertEq(totals.principal - before.principal, principal, "principal");
    }

    function _nil(uint16 streamId) private view returns (ICollectionOracle.CollectionReport memory report) {
        report = _bareReport(deal, FIRST);
        (report.streamId, report.kind, report.isFinal) = (streamId, ReportKind.Nil, true);
    }

    function _completePeriod() private {
        _submit(_report(deal, FIRST));
        _submit(_nil(2));
        vm.warp(block.timestamp + 1 days);
    }

    function _raise(address wallet, DealEventKind kind) private {
        vm.prank(wallet);
        oracle.raise(deal, kind, "letter");
    }
}
