// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";
import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {AccountPurpose, DealEventKind, DealStage, Office, PeriodStage} from "../../../contracts/types/Enums.sol";
import {AccountId, DealId, Period, TrancheId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {DealProgram as P} from "./DealProgram.sol";

/// @notice A period from complete reports to approval. Behaviour in Waterfall.tree.
///
/// FIRST PERIOD
/// Income 1,000.00, principal 5,000.00. Interest A 200.00, B 150.00; reserve 100.00; residual 550.00; A repaid 5,000.00.
contract WaterfallPeriodTest is CashFixture {
    DealId private deal;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
    }

    /* CALCULATE */

    function test_Calculate_RevertGiven_ReportsAreMissing() public {
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.PeriodIncomplete.selector, deal, FIRST));
        waterfall.calculate(deal, FIRST);
    }

    function test_Calculate_RevertGiven_ThePeriodIsDisputed() public {
        _submit(_report(deal, FIRST));
        deals.movePeriod(deal, FIRST, PeriodStage.Disputed);
        _expectPeriodUnfit(PeriodStage.Disputed);
        waterfall.calculate(deal, FIRST);
    }

    function test_Calculate_RevertGiven_ThePeriodIsApproved() public {
        _submit(_report(deal, FIRST));
        _approve(deal, FIRST, _calculate(deal, FIRST));
        _expectPeriodUnfit(PeriodStage.Approved);
        waterfall.calculate(deal, FIRST);
    }

    function test_Calculate_RevertGiven_TheScheduleHasEnded() public {
        for (uint32 i = 1; i <= 4; ++i) _run(deal, Period.wrap(i));
        Period fifth = Period.wrap(5);
        _submit(_report(deal, fifth));
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.ScheduleEnded.selector, deal, fifth));
        waterfall.calculate(deal, fifth);
    }

    /// @dev What cells claim must lie on the account: here a room took it away.
    function test_Calculate_RevertGiven_ThePlanAccountIsShort() public {
        _submit(_report(deal, FIRST));
        AccountId payment = _account(deal, AccountPurpose.Payment);
        ledger.shift(_plan(deal), payment, 1, "loss");
        bytes4 selector = IWaterfall.LedgerShort.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, AccountPurpose.Plan, 5_999_99, 6_000_00));
        waterfall.calculate(deal, FIRST);
    }

    function test_Calculate_RevertGiven_TheReserveIsShort() public {
        _run(deal, FIRST);
        AccountId reserve = _account(deal, AccountPurpose.Reserve);
        ledger.shift(reserve, _account(deal, AccountPurpose.Payment), 1, "loss");
        _submit(_report(deal, SECOND));
        bytes4 selector = IWaterfall.LedgerShort.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, AccountPurpose.Reserve, 99_99, 100_00));
        waterfall.calculate(deal, SECOND);
    }

    function test_Calculate_DividesWhatIsThere() public {
        _submit(_report(deal, FIRST));
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        bytes32 expected = keccak256(abi.encode(d));
        vm.expectEmit(address(waterfall));
        emit IWaterfall.DistributionCalculated(deal, FIRST, expected, d);
        assertEq(_calculate(deal, FIRST), expected, "hash");

        assertEq(waterfall.distributionHashOf(deal, FIRST), expected, "stored");
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Calculated, "stage");
        assertEq(d.programHash, deals.programHashOf(deal), "program");
        assertTrue(d.arrivals[0] == INCOME && d.arrivals[1] == PRINCIPAL && d.arrivals[2] == 0, "arrivals");
        assertEq(_payee(d, P.TO_INT_A), 200_00, "interest A");
        assertEq(_payee(d, P.TO_INT_B), 150_00, "interest B");
        assertEq(_payee(d, P.TO_RESIDUAL), 550_00, "residual");
        assertEq(_payee(d, P.TO_PRI_A), 5_000_00, "principal A");
        assertEq(d.cells[P.RES - 1], 100_00, "reserve");
        assertEq(d.cells[P.BAL_A - 1], 55_000_00, "balance A");
        assertTrue(d.flows[0] == 6_000_00 && d.flows[1] == -100_00 && d.flows[2] == 0, "flows");
        assertTrue(d.flagsBefore == 0 && d.flags == 0, "flags");
    }

    /// @dev The digest in the distribution is of reports, events and the accounts that supports pay into.
    function test_Calculate_RestsOnReportsAndSupports() public {
        _submit(_report(deal, FIRST));
        _creditTo(_account(deal, AccountPurpose.Guarantee), 7_00);
        _creditTo(_account(deal, AccountPurpose.Reserve), 8_00);
        assertEq(waterfall.preview(deal, FIRST).inputsDigest, _inputs(7_00), "inputs");
    }

    function test_Calculate_NothingMovesBeforeApproval() public {
        (uint128[] memory before, ) = waterfall.stateOf(deal);
        _submit(_report(deal, FIRST));
        _calculate(deal, FIRST);
        (uint128[] memory later, ) = waterfall.stateOf(deal);
        assertEq(abi.encode(later), abi.encode(before), "cells");
        assertEq(waterfall.perUnitOf(deal, FIRST, TRANCHE_A).interest, 0, "per unit");
        assertEq(waterfall.perUnitsOf(deal, FIRST)[0].interest, 0, "nor of all");
    }

    function test_Calculate_AgainTakesLateMoney() public {
        _submit(_report(deal, FIRST));
        bytes32 first = _calculate(deal, FIRST);
        _creditTo(_account(deal, AccountPurpose.Guarantee), 1_00);
        bytes32 second = _calculate(deal, FIRST);
        assertTrue(first != second, "hash");
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Calculated, "stage");
    }

    /// @dev Every reported figure reaches its cell.
    function test_Calculate_TellsTheProgramWhatWasReported() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        report.losses = 3_00;
        report.refundDue = 40_00;
        report.feesDue = new uint128[](1);
        report.feesDue[0] = 20_00;
        _submit(report);
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        assertEq(d.cells[P.LOSSES - 1], 3_00, "loss");
        assertEq(_payee(d, P.TO_REFUND), 40_00, "refund");
        assertEq(_payee(d, P.TO_FEE), 20_00, "fee");
        assertEq(_payee(d, P.TO_RESIDUAL), 490_00, "residual");
        assertEq(d.cells[P.CUM_BASE - 1], 6_000_00, "baseline of the schedule");
    }

    /* APPROVE */

    function test_Approve_RevertWhen_NotTheChecker() public {
        _submit(_report(deal, FIRST));
        bytes32 distributionHash = _calculate(deal, FIRST);
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.NotChecker.selector, deal, manager));
        vm.prank(manager);
        waterfall.approve(deal, FIRST, distributionHash);
    }

    function test_Approve_RevertGiven_NothingIsCalculated() public {
        _submit(_report(deal, FIRST));
        _expectPeriodUnfit(PeriodStage.Reported);
        _approve(deal, FIRST, "hash");
    }

    function test_Approve_RevertWhen_AnotherDistributionIsNamed() public {
        _submit(_report(deal, FIRST));
        bytes32 distributionHash = _calculate(deal, FIRST);
        _expectChanged("another", distributionHash);
        _approve(deal, FIRST, "another");
    }

    function test_Approve_RevertGiven_CashHasChanged() public {
        _submit(_report(deal, FIRST));
        bytes32 distributionHash = _calculate(deal, FIRST);
        bytes32 before = _inputs(0);
        _creditTo(_account(deal, AccountPurpose.Guarantee), 1_00);
        _expectChanged(before, _inputs(1_00));
        _approve(deal, FIRST, distributionHash);
    }

    /// @dev Collections of the next period are no reason to calculate again.
    function test_Approve_GivenFurtherCollections() public {
        _submit(_report(deal, FIRST));
        bytes32 distributionHash = _calculate(deal, FIRST);
        _creditTo(_plan(deal), 1_00);
        _approve(deal, FIRST, distributionHash);
    }

    /// @dev A further report moves the period; even moved back by a room, the old distribution cannot be approved.
    function test_Approve_RevertGiven_ReportsHaveChanged() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        _submit(report);
        bytes32 distributionHash = _calculate(deal, FIRST);
        bytes32 before = _inputs(0);
        ICollectionOracle.CollectionReport memory restated = _restatementOf(report);
        restated.statementHash = "statement, corrected";
        _restate(report, restated);
        deals.movePeriod(deal, FIRST, PeriodStage.Calculated);
        _expectChanged(before, _inputs(0));
        _approve(deal, FIRST, distributionHash);
    }

    function test_Approve_RevertGiven_AnEventWasRaised() public {
        _submit(_report(deal, FIRST));
        bytes32 distributionHash = _calculate(deal, FIRST);
        vm.prank(trustee);
        oracle.raise(deal, DealEventKind.Insolvency, "letter");
        _expectPeriodUnfit(PeriodStage.Reported);
        _approve(deal, FIRST, distributionHash);
    }

    function test_Approve_Commits() public {
        _submit(_report(deal, FIRST));
        bytes32 distributionHash = _calculate(deal, FIRST);
        vm.expectEmit(address(waterfall));
        emit IWaterfall.DistributionApproved(deal, FIRST, distributionHash, _partyOf(trustee));
        _approve(deal, FIRST, distributionHash);

        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Approved, "stage");
        assertTrue(deals.stageOf(deal) == DealStage.Active, "deal");
        assertEq(waterfall.outstandingOf(deal, TRANCHE_A), 55_000_00, "outstanding A");
        (uint128[] memory cells, ) = waterfall.stateOf(deal);
        assertEq(cells[P.CUM_COL - 1], 6_000_00, "cells");
        // 600 notes share 200.00 of interest and 5,000.00 of principal
        IWaterfall.PerUnit memory share = waterfall.perUnitOf(deal, FIRST, TRANCHE_A);
        assertEq(share.interest, (uint256(200_00) * 1e18) / 600, "interest a unit");
        assertEq(share.principal, (uint256(5_000_00) * 1e18) / 600, "principal a unit");
        share = waterfall.perUnitOf(deal, FIRST, TRANCHE_C);
        assertEq(share.residual, (uint256(550_00) * 1e18) / 100, "residual a unit");
        IWaterfall.PerUnit[] memory shares = waterfall.perUnitsOf(deal, FIRST);
        assertTrue(shares.length == 3 && shares[2].residual == share.residual, "of all tranches");
        assertEq(shares[0].principal, (uint256(5_000_00) * 1e18) / 600, "in order of rank");
        (uint64 acts, ) = waterfall.trailOf(deal);
        assertEq(acts, 3, "trail");
    }

    function test_Approve_NextPeriodGoesOnFromIt() public {
        _run(deal, FIRST);
        _submit(_report(deal, SECOND));
        IWaterfall.Distribution memory d = waterfall.preview(deal, SECOND);
        // interest on 55,000.00: 183.33; the reserve is full
        assertEq(_payee(d, P.TO_INT_A), 183_33, "interest A");
        assertEq(_payee(d, P.TO_RESIDUAL), 666_67, "residual");
        assertEq(d.cells[P.BAL_A - 1], 50_000_00, "balance A");
    }

    /* WITHDRAW */

    function test_Withdraw_RevertWhen_NotTheChecker() public {
        _submit(_report(deal, FIRST));
        _approve(deal, FIRST, _calculate(deal, FIRST));
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.NotChecker.selector, deal, servicer));
        vm.prank(servicer);
        waterfall.withdraw(deal, FIRST);
    }

    function test_Withdraw_RevertGiven_NothingIsApproved() public {
        _submit(_report(deal, FIRST));
        _calculate(deal, FIRST);
        _expectPeriodUnfit(PeriodStage.Calculated);
        vm.prank(trustee);
        waterfall.withdraw(deal, FIRST);
    }

    function test_Withdraw_RestoresTheStateBefore() public {
        _run(deal, FIRST);
        (uint128[] memory before, ) = waterfall.stateOf(deal);
        _submit(_report(deal, SECOND));
        bytes32 distributionHash = _calculate(deal, SECOND);
        _approve(deal, SECOND, distributionHash);
        vm.expectEmit(address(waterfall));
        emit IWaterfall.ApprovalWithdrawn(deal, SECOND, distributionHash, _partyOf(trustee));
        vm.prank(trustee);
        waterfall.withdraw(deal, SECOND);

        (uint128[] memory later, ) = waterfall.stateOf(deal);
        assertEq(abi.encode(later), abi.encode(before), "cells");
        assertEq(_calculate(deal, SECOND), distributionHash, "the same again");
        _approve(deal, SECOND, distributionHash);
        assertEq(waterfall.outstandingOf(deal, TRANCHE_A), 50_000_00, "approved again");
    }

    /* THE DEAL MOVES */

    function test_Approve_AcceleratesTheDeal() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        report.performing[1] = 29_999_99;
        _submit(report);
        bytes32 distributionHash = _calculate(deal, FIRST);
        vm.expectEmit(address(waterfall));
        emit IWaterfall.FlagsChanged(deal, FIRST, 0, 1 << 14);
        _approve(deal, FIRST, distributionHash);
        assertTrue(deals.stageOf(deal) == DealStage.Accelerated, "deal");
        // no residual, no interest B, no reserve: everything else repays A
        assertEq(waterfall.outstandingOf(deal, TRANCHE_A), 60_000_00 - 5_800_00, "outstanding A");
        (, uint16 flags) = waterfall.stateOf(deal);
        assertEq(flags, 1 << 14, "flags");
    }

    function test_Approve_DoesNotAccelerateTwice() public {
        _accelerate();
        _run(deal, SECOND);
        assertTrue(deals.stageOf(deal) == DealStage.Accelerated, "deal");
    }

    function test_Approve_DeclaresDefault() public {
        _submit(_report(deal, FIRST));
        vm.prank(trustee);
        oracle.raise(deal, DealEventKind.DefaultDeclared, "letter");
        _approve(deal, FIRST, _calculate(deal, FIRST));
        assertTrue(deals.stageOf(deal) == DealStage.Defaulted, "deal");
    }

    function test_Approve_DeclaresDefaultOfAnAcceleratedDeal() public {
        _accelerate();
        _submit(_report(deal, SECOND));
        vm.prank(trustee);
        oracle.raise(deal, DealEventKind.DefaultDeclared, "letter");
        _approve(deal, SECOND, _calculate(deal, SECOND));
        assertTrue(deals.stageOf(deal) == DealStage.Defaulted, "deal");
        IWaterfall.Distribution memory d = waterfall.preview(deal, SECOND);
        _book(d);
        _run(deal, Period.wrap(3));
        assertTrue(deals.stageOf(deal) == DealStage.Defaulted, "once");
    }

    /// @dev The deal is redeemed by the booking: an approval that is taken back has repaid nothing.
    function test_Withdraw_OfTheLastRepaymentLeavesTheDealAlive() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.isFinal = true;
        report.performing[1] = 50_000_00;
        _submit(_collect(report, 1_000_00, 99_999_99));
        _approve(deal, FIRST, _calculate(deal, FIRST));
        assertTrue(deals.stageOf(deal) == DealStage.Active, "one fen is owed");
        _book(waterfall.preview(deal, FIRST));

        report = _bareReport(deal, SECOND);
        report.isFinal = true;
        _submit(_collect(report, 0, 1));
        _approve(deal, SECOND, _calculate(deal, SECOND));
        assertEq(_outstanding(), 0, "repaid");
        assertTrue(waterfall.isRepaid(deal), "and says so");
        vm.prank(trustee);
        waterfall.withdraw(deal, SECOND);
        assertEq(_outstanding(), 1, "owed again");
        assertTrue(deals.stageOf(deal) == DealStage.Active, "alive");
    }

    /// @dev Whatever is collected: what leaves the accounts is what payees get, and holders never share more.
    function testFuzz_Period_ConservesCash(uint40 income, uint40 principal, uint40 support, uint40 performing) public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.isFinal = true;
        report.performing[1] = performing;
        if (uint256(income) + principal != 0) report = _collect(report, income, principal);
        _submit(report);
        if (support != 0) _creditTo(_account(deal, AccountPurpose.Guarantee), support);
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        _approve(deal, FIRST, _calculate(deal, FIRST));

        int256 flows = int256(d.flows[0]) + d.flows[1] + d.flows[2];
        uint256 paid = 0;
        for (uint256 i = 0; i < d.payees.length; ++i) paid += d.payees[i];
        assertEq(flows, int256(paid), "flows");
        uint256 held = uint256(d.cells[0]) + d.cells[1] + d.cells[2] + d.cells[3];
        assertEq(paid + held, uint256(income) + principal + support, "cash");
        uint256 shared = (uint256(waterfall.perUnitOf(deal, FIRST, TRANCHE_A).interest) * 600) / 1e18;
        assertLe(shared, _payee(d, P.TO_INT_A), "share of A");
        _book(d);
        assertEq(ledger.cashOf(deal, AccountPurpose.Payment, deals.currencyOf(deal)), paid, "payment account");
    }

    /// @dev INV-13: guarantor money reaches the fee, interest A and the guarantor, whatever is short, and nothing else gains.
    function testFuzz_Period_GuarantorMoneyStaysWhereItBelongs(uint40 income, uint40 principal, uint40 support) public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.isFinal = true;
        report.performing[1] = 50_000_00;
        report.feesDue = new uint128[](1);
        report.feesDue[0] = 50_00;
        uint128 paid = uint128(bound(income, 1, 1_000_00));
        _submit(_collect(report, paid, principal));
        IWaterfall.Distribution memory without = waterfall.preview(deal, FIRST);
        uint128 given = uint128(bound(support, 1, 5_000_00));
        _creditTo(_account(deal, AccountPurpose.Guarantee), given);
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        uint256 gained = 0;
        for (uint256 i = 0; i < d.payees.length; ++i) {
            uint256 cell = P.TO_FEE + i;
            bool isCovered = cell == P.TO_FEE || cell == P.TO_INT_A || cell == P.RETURNED;
            assertTrue(isCovered || d.payees[i] == without.payees[i], "INV-13: not covered");
            gained += d.payees[i] - without.payees[i];
        }
        assertEq(gained, given, "INV-13: all of it");
        assertEq(d.cells[P.OWED - 1] + d.cells[P.LEFT - 1], COMMITMENT, "the commitment");
    }

    function _accelerate() private {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        report.performing[1] = 1_00;
        _submit(report);
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        _approve(deal, FIRST, _calculate(deal, FIRST));
        _book(d);
    }

    function _outstanding() private view returns (uint256 sum) {
        for (uint8 i = 0; i < 3; ++i) sum += waterfall.outstandingOf(deal, TrancheId.wrap(i));
    }

    function _inputs(uint256 guarantee) private view returns (bytes32) {
        return keccak256(abi.encode(oracle.totalsOf(deal, FIRST).digest, 0, guarantee));
    }

    function _payee(IWaterfall.Distribution memory d, uint256 cell) private pure returns (uint128) {
        return d.payees[cell - P.TO_FEE];
    }

    function _expectPeriodUnfit(PeriodStage stage) private {
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.PeriodUnfit.selector, deal, FIRST, stage));
    }

    function _expectChanged(bytes32 expected, bytes32 actual) private {
        bytes4 selector = IWaterfall.DistributionChanged.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, FIRST, expected, actual));
    }
}

/// @notice A deal whose custodians approve.
contract WaterfallCustodianTest is CashFixture {
    function test_Approve_ByACustodianOfAnyPlace() public {
        DealId deal = _payingDeal();
        assertTrue(deals.checkerOf(deal) == Office.Custodian, "checker");
        _submit(_report(deal, FIRST));
        bytes32 distributionHash = _calculate(deal, FIRST);
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.NotChecker.selector, deal, trustee));
        vm.prank(trustee);
        waterfall.approve(deal, FIRST, distributionHash);
        vm.prank(custodianMo);
        waterfall.approve(deal, FIRST, distributionHash);
    }

    function _dealTerms() internal view override returns (IDealBook.DealTerms memory terms) {
        terms = super._dealTerms();
        terms.checker = Office.Custodian;
    }
}
