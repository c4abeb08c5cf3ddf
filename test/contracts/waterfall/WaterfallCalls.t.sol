// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";
import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {AccountPurpose, Office, PeriodStage} from "../../../contracts/types/Enums.sol";
import {AccountId, DealId, Period} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {DealProgram as P} from "./DealProgram.sol";

/// @dev A final report of 50.00 of income.
abstract contract ShortfallFixture is CashFixture {
    function _shortReport(
        DealId its,
        Period period
    ) internal returns (ICollectionOracle.CollectionReport memory report) {
        report = _bareReport(its, period);
        report.isFinal = true;
        report.performing[1] = 50_000_00;
        return _collect(report, 50_00, 0);
    }
}

/// @notice Calls on the guarantor: a promise is not cash. Behaviour in Waterfall.tree.
///
/// SHORTFALL
/// Income 50.00: interest A is 200.00, so 150.00 of the guarantor's money is needed. The commitment is 2,000.00.
contract WaterfallCallsTest is ShortfallFixture {
    DealId private deal;
    AccountId private guarantee;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
        guarantee = _account(deal, AccountPurpose.Guarantee);
    }

    function test_Call_RevertWhen_NotTheManager() public {
        _reportShortfall(FIRST);
        bytes4 selector = IDealBook.NotOfficeHolder.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, Office.Manager, servicer));
        vm.prank(servicer);
        waterfall.call(deal, FIRST);
    }

    function test_Call_RevertGiven_ReportsAreMissing() public {
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.PeriodIncomplete.selector, deal, FIRST));
        _call(FIRST);
    }

    function test_Call_RevertGiven_ThePeriodIsCalculated() public {
        _reportShortfall(FIRST);
        _calculate(deal, FIRST);
        bytes4 selector = IWaterfall.PeriodUnfit.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, FIRST, PeriodStage.Calculated));
        _call(FIRST);
    }

    function test_Call_RevertGiven_NothingIsShort() public {
        _submit(_report(deal, FIRST));
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.NothingToCall.selector, deal, FIRST));
        _call(FIRST);
    }

    function test_Call_AsksForTheNeed() public {
        _reportShortfall(FIRST);
        assertEq(waterfall.needOf(deal, FIRST)[0], 150_00, "need");
        uint48 deadlineAt = uint48(block.timestamp + CALL_FOR);
        vm.expectEmit(address(waterfall));
        emit IWaterfall.SupportCalled(deal, FIRST, 0, 150_00, 150_00, deadlineAt);
        _call(FIRST);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Called, "stage");
        IWaterfall.Call memory terms = waterfall.callOf(deal, FIRST, 0);
        assertEq(terms.amount, 150_00, "amount");
        assertEq(terms.deadlineAt, deadlineAt, "deadline");
    }

    function test_Calculate_RevertGiven_ACallIsPending() public {
        _reportShortfall(FIRST);
        _call(FIRST);
        _creditTo(guarantee, 149_99);
        uint48 deadlineAt = waterfall.callOf(deal, FIRST, 0).deadlineAt;
        vm.warp(deadlineAt);
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.CallPending.selector, deal, FIRST, 0, deadlineAt));
        waterfall.calculate(deal, FIRST);
    }

    function test_Calculate_AtOnceWhenTheCallIsPaid() public {
        _reportShortfall(FIRST);
        _call(FIRST);
        _creditTo(guarantee, 150_00);
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        _calculate(deal, FIRST);
        assertEq(d.arrivals[2], 150_00, "arrived");
        assertEq(_payee(d, P.TO_INT_A), 200_00, "interest A");
        assertEq(d.cells[P.OWED - 1], 150_00, "owed");
        assertEq(d.cells[P.LEFT - 1], 1_850_00, "left");
        assertEq(d.flags & P.FAILED, 0, "paid");
        assertTrue(d.flows[2] == 150_00, "leaves the guarantee account");
    }

    function test_Calculate_WithWhatCameWhenTheCallIsOverdue() public {
        _reportShortfall(FIRST);
        _call(FIRST);
        _creditTo(guarantee, 70_00);
        vm.warp(waterfall.callOf(deal, FIRST, 0).deadlineAt + 1);
        vm.expectEmit(address(waterfall));
        emit IWaterfall.SupportFailed(deal, FIRST, 0, 150_00, 70_00);
        _calculate(deal, FIRST);
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        assertEq(_payee(d, P.TO_INT_A), 120_00, "interest A");
        assertEq(d.flags & P.FAILED, P.FAILED, "the program knows");
    }

    function test_Calculate_WithNothingWhenNothingCame() public {
        _reportShortfall(FIRST);
        _call(FIRST);
        vm.warp(waterfall.callOf(deal, FIRST, 0).deadlineAt + 1);
        _calculate(deal, FIRST);
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        assertEq(_payee(d, P.TO_INT_A), 50_00, "interest A");
        assertEq(d.cells[P.LEFT - 1], 2_000_00, "a commitment is never cash");
    }

    /// @dev Called money that comes after the first calculation, before approval.
    function test_Calculate_AgainForgetsTheFailure() public {
        _reportShortfall(FIRST);
        _call(FIRST);
        vm.warp(waterfall.callOf(deal, FIRST, 0).deadlineAt + 1);
        _calculate(deal, FIRST);
        _creditTo(guarantee, 150_00);
        _calculate(deal, FIRST);
        assertEq(waterfall.preview(deal, FIRST).flags & P.FAILED, 0, "paid after all");
    }

    function test_Calculate_ReturnsWhatIsNotDrawn() public {
        _reportShortfall(FIRST);
        _creditTo(guarantee, 500_00);
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        _approve(deal, FIRST, _calculate(deal, FIRST));
        assertEq(_payee(d, P.RETURNED), 350_00, "returned");
        _book(d);
        assertEq(ledger.balanceOf(guarantee), 0, "guarantee account");
        assertEq(waterfall.needOf(deal, SECOND)[0], 200_00, "nothing is carried");
    }

    /// @dev A new call of the period stands in for the first, also when a support is no longer needed.
    function test_Call_AgainAfterARestatement() public {
        ICollectionOracle.CollectionReport memory report = _shortReport(deal, FIRST);
        _submit(report);
        _call(FIRST);
        ICollectionOracle.CollectionReport memory restated = _restatementOf(report);
        restated = _collect(restated, 100_00, 0);
        vm.warp(waterfall.callOf(deal, FIRST, 0).deadlineAt + 1);
        _calculate(deal, FIRST);
        _restate(report, restated);
        _call(FIRST);
        assertEq(waterfall.callOf(deal, FIRST, 0).amount, 100_00, "amount");
        assertEq(waterfall.callOf(deal, FIRST, 0).deadlineAt, block.timestamp + CALL_FOR, "deadline");
    }

    /// @dev Else the guarantor would stand as failed for money that nobody needs.
    function test_Call_TakesBackGiven_NothingIsShortAnyMore() public {
        ICollectionOracle.CollectionReport memory report = _shortReport(deal, FIRST);
        _submit(report);
        _call(FIRST);
        vm.warp(waterfall.callOf(deal, FIRST, 0).deadlineAt + 1);
        _calculate(deal, FIRST);
        _restate(report, _collect(_restatementOf(report), INCOME, PRINCIPAL));
        vm.expectEmit(address(waterfall));
        emit IWaterfall.SupportCalled(deal, FIRST, 0, 0, 0, uint48(block.timestamp) + CALL_FOR);
        _call(FIRST);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "nothing to wait for");
        _calculate(deal, FIRST);
        assertEq(waterfall.preview(deal, FIRST).flags & P.FAILED, 0, "nothing failed");
    }

    function test_NeedOf_RevertGiven_ThereIsNoProgram() public {
        DealId draft = _draftDeal();
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.ProgramMissing.selector, draft));
        waterfall.needOf(draft, FIRST);
    }

    function _call(Period period) private {
        vm.prank(manager);
        waterfall.call(deal, period);
    }

    function _reportShortfall(Period period) private {
        _submit(_shortReport(deal, period));
    }

    function _payee(IWaterfall.Distribution memory d, uint256 cell) private pure returns (uint128) {
        return d.payees[cell - P.TO_FEE];
    }
}

/// @notice A guarantor committed for 100.00 only.
contract WaterfallSmallCommitmentTest is ShortfallFixture {
    function test_Call_AsksForNoMoreThanTheCommitment() public {
        DealId deal = _payingDeal();
        _submit(_shortReport(deal, FIRST));
        assertEq(waterfall.needOf(deal, FIRST)[0], 150_00, "need");
        vm.prank(manager);
        waterfall.call(deal, FIRST);
        assertEq(waterfall.callOf(deal, FIRST, 0).amount, 100_00, "amount");
    }

    function test_Call_RevertGiven_NothingIsLeftOfTheCommitment() public {
        DealId deal = _payingDeal();
        _submit(_shortReport(deal, FIRST));
        _creditTo(_account(deal, AccountPurpose.Guarantee), 100_00);
        IWaterfall.Distribution memory d = waterfall.preview(deal, FIRST);
        _approve(deal, FIRST, _calculate(deal, FIRST));
        _book(d);
        _submit(_shortReport(deal, SECOND));
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.NothingToCall.selector, deal, SECOND));
        vm.prank(manager);
        waterfall.call(deal, SECOND);
    }

    function _programTerms() internal pure override returns (IWaterfall.ProgramTerms memory terms) {
        terms = super._programTerms();
        terms.opening[P.LEFT - 1] = 100_00;
    }
}
