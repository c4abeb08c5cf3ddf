// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IPoolBook} from "../../../contracts/interfaces/IPoolBook.sol";
import {IPoolTests} from "../../../contracts/interfaces/IPoolTests.sol";

import {DealStage, Office, PeriodStage} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, Period, RightId, SeriesId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Where a deal stands and who moves it. This contract stands in for the rooms above.
contract DealBookStagesTest is RoomsFixture {
    Period private constant FIRST = Period.wrap(1);

    function setUp() public override {
        super.setUp();
        _standInForRooms();
    }

    /* PROGRAM AND NOTES */

    function test_FixProgram_RevertWhen_NotTheWaterfall() public {
        DealId deal = _draftDeal();
        _expectUnauthorized(manager);
        deals.fixProgram(deal, "program");
    }

    function test_FixProgram_RevertGiven_NotADraft() public {
        DealId deal = _offeredDeal();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Offering));
        deals.fixProgram(deal, "program");
    }

    function test_FixProgram_RevertWhen_HashIsZero() public {
        DealId deal = _draftDeal();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.ProgramAbsent.selector, deal));
        deals.fixProgram(deal, 0);
    }

    function test_FixProgram_TheLastOneStands() public {
        DealId deal = _draftDeal();
        deals.fixProgram(deal, "first");
        vm.expectEmit(address(deals));
        emit IDealBook.ProgramFixed(deal, "second");
        deals.fixProgram(deal, "second");
        assertEq(deals.programHashOf(deal), "second", "replaced while a draft");
        assertEq(deals.dealOf(deal).programHash, "second", "also in the view");
    }

    function test_RecordNote_RevertWhen_NotTheFactory() public {
        DealId deal = _draftDeal();
        SeriesId series = deals.seriesOf(deal)[0];
        _expectUnauthorized(manager);
        deals.recordNote(deal, series, address(1));
    }

    function test_RecordNote_RevertGiven_NotADraft() public {
        DealId deal = _offeredDeal();
        SeriesId series = deals.seriesOf(deal)[0];
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Offering));
        deals.recordNote(deal, series, address(1));
    }

    function test_RecordNote_RevertWhen_SeriesOfAnotherDeal() public {
        DealId deal = _draftDeal();
        SeriesId series = deals.seriesOf(_draftDeal())[0];
        vm.expectRevert(abi.encodeWithSelector(IDealBook.UnknownSeries.selector, deal, series));
        deals.recordNote(deal, series, address(1));
    }

    function test_RecordNote_RevertWhen_Twice() public {
        DealId deal = _draftDeal();
        SeriesId series = deals.seriesOf(deal)[0];
        deals.recordNote(deal, series, address(1));
        vm.expectRevert(abi.encodeWithSelector(IDealBook.SeriesIssuedTwice.selector, series));
        deals.recordNote(deal, series, address(2));
    }

    function test_RecordNote_KeepsTheNote() public {
        DealId deal = _draftDeal();
        SeriesId series = deals.seriesOf(deal)[3];
        vm.expectEmit(address(deals));
        emit IDealBook.SeriesIssued(deal, series, TRANCHE_B, address(1));
        deals.recordNote(deal, series, address(1));
        (, , address note) = deals.seriesTermsOf(series);
        assertEq(note, address(1), "kept");
    }

    /* OFFER */

    function test_Offer_RevertWhen_NotTheManager() public {
        DealId deal = _readyDeal();
        _expectNotHolder(deal, Office.Manager, originator);
        deals.offer(deal);
    }

    function test_Offer_RevertWhen_NoProgram() public {
        DealId deal = _pledgedDeal();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.ProgramAbsent.selector, deal));
        _offer(deal);
    }

    /// @dev Without terms of reporting no report is ever complete: the deal could collect and not divide.
    function test_Offer_RevertWhen_NoReporting() public {
        DealId deal = _pledgedDeal();
        deals.fixProgram(deal, "program");
        vm.expectRevert(abi.encodeWithSelector(IDealBook.ReportingAbsent.selector, deal));
        _offer(deal);
    }

    function test_Offer_RevertWhen_NoPoolLimits() public {
        DealId deal = _draftDeal();
        vm.prank(manager);
        deals.file(deal, "csrc.filing", "filing");
        RightId[] memory pool = _registerPool();
        vm.prank(originator);
        deals.pledge(deal, pool);
        _completeDraft(deal);
        vm.expectRevert(abi.encodeWithSelector(IPoolTests.PoolLimitsAbsent.selector, deal));
        _offer(deal);
    }

    function test_Offer_RevertWhen_PoolEmpty() public {
        DealId deal = _draftDeal();
        vm.prank(manager);
        deals.file(deal, "csrc.filing", "filing");
        _completeDraft(deal);
        vm.expectRevert(abi.encodeWithSelector(IPoolBook.PoolEmpty.selector, deal));
        _offer(deal);
    }

    function test_Offer_RevertWhen_ASeriesHasNoNote() public {
        DealId deal = _pledgedDeal();
        deals.fixReporting(deal);
        deals.fixProgram(deal, "program");
        SeriesId[] memory series = deals.seriesOf(deal);
        for (uint256 i = 0; i < 4; ++i) deals.recordNote(deal, series[i], address(1));
        vm.expectRevert(abi.encodeWithSelector(IDealBook.SeriesNotIssued.selector, series[4]));
        _offer(deal);
    }

    /// @dev A filed token needs its filing before any mint.
    function test_Offer_RevertWhen_FilingMissing() public {
        DealId deal = _draftDeal();
        _pledge(deal, _registerPool());
        _completeDraft(deal);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.DocumentMissing.selector, deal, bytes32("csrc.filing")));
        _offer(deal);
    }

    function test_Offer_RevertGiven_Offered() public {
        DealId deal = _offeredDeal();
        _expectIllegal(deal, DealStage.Offering, DealStage.Offering);
        _offer(deal);
    }

    function test_Offer_MovesADraft() public {
        DealId deal = _readyDeal();
        vm.expectEmit(address(deals));
        emit IDealBook.DealMoved(deal, DealStage.Draft, DealStage.Offering, "");
        _offer(deal);
        assertTrue(deals.stageOf(deal) == DealStage.Offering, "offered");
    }

    /* ACTIVATE */

    function test_Activate_RevertWhen_NotTheOffering() public {
        DealId deal = _offeredDeal();
        _expectUnauthorized(manager);
        deals.activate(deal);
    }

    function test_Activate_RevertGiven_Draft() public {
        DealId deal = _readyDeal();
        _expectIllegal(deal, DealStage.Draft, DealStage.Active);
        deals.activate(deal);
    }

    /// @dev Only a waiver leads back to Active, never a second closing.
    function test_Activate_RevertGiven_Accelerated() public {
        DealId deal = _activeDeal();
        deals.accelerate(deal, "trigger");
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Accelerated));
        deals.activate(deal);
    }

    function test_Activate_OpensTheFirstPeriod() public {
        DealId deal = _offeredDeal();
        vm.expectEmit(address(deals));
        emit IDealBook.DealMoved(deal, DealStage.Offering, DealStage.Active, "");
        vm.expectEmit(address(deals));
        emit IDealBook.PeriodMoved(deal, FIRST, PeriodStage.None, PeriodStage.Open);
        deals.activate(deal);
        assertTrue(deals.currentPeriodOf(deal) == FIRST, "period one");
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Open, "is open");
        assertTrue(deals.periodStageOf(deal, Period.wrap(2)) == PeriodStage.None, "the next is not");
    }

    /* CANCEL */

    function test_Cancel_RevertGiven_Draft_WhenNotTheManager() public {
        DealId deal = _draftDeal();
        _expectNotHolder(deal, Office.Manager, originator);
        deals.cancel(deal, "reason");
    }

    /// @dev The room of the offering has no power over a draft.
    function test_Cancel_RevertGiven_Draft_WhenTheOffering() public {
        DealId deal = _draftDeal();
        vm.expectRevert(
            abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, Office.Manager, address(this))
        );
        deals.cancel(deal, "reason");
    }

    /// @dev From the offer on money may be there: only the room that refunds it cancels.
    function test_Cancel_RevertGiven_Offering_WhenTheManager() public {
        DealId deal = _offeredDeal();
        _expectNotHolder(deal, Office.Manager, manager);
        deals.cancel(deal, "reason");
    }

    function test_Cancel_RevertGiven_Active() public {
        DealId deal = _activeDeal();
        _expectIllegal(deal, DealStage.Active, DealStage.Cancelled);
        vm.prank(manager);
        deals.cancel(deal, "reason");
    }

    function test_Cancel_FreesTheRightsOfADraft() public {
        DealId deal = _pledgedDeal();
        vm.expectEmit(address(deals));
        emit IDealBook.DealMoved(deal, DealStage.Draft, DealStage.Cancelled, "reason");
        vm.prank(manager);
        deals.cancel(deal, "reason");
        _assertFree(deal);
    }

    function test_Cancel_FreesTheRightsOfAnOffer() public {
        DealId deal = _offeredDeal();
        deals.cancel(deal, "reason");
        assertTrue(deals.stageOf(deal) == DealStage.Cancelled, "cancelled");
        _assertFree(deal);
        _pledge(_draftDeal(), pools.poolOf(deal));
    }

    /* MOVES BY PERFORMANCE */

    function test_Accelerate_RevertWhen_NotAMover() public {
        DealId deal = _activeDeal();
        _expectUnauthorized(trustee);
        deals.accelerate(deal, "trigger");
    }

    function test_DeclareDefault_RevertWhen_NotAMover() public {
        DealId deal = _activeDeal();
        _expectUnauthorized(trustee);
        deals.declareDefault(deal, "trigger");
    }

    function test_Redeem_RevertWhen_NotAMover() public {
        DealId deal = _activeDeal();
        _expectUnauthorized(trustee);
        deals.redeem(deal);
    }

    function test_Accelerate_RevertGiven_Defaulted() public {
        DealId deal = _activeDeal();
        deals.declareDefault(deal, "trigger");
        _expectIllegal(deal, DealStage.Defaulted, DealStage.Accelerated);
        deals.accelerate(deal, "trigger");
    }

    function test_DeclareDefault_RevertGiven_Offering() public {
        DealId deal = _offeredDeal();
        _expectIllegal(deal, DealStage.Offering, DealStage.Defaulted);
        deals.declareDefault(deal, "trigger");
    }

    function test_Redeem_RevertGiven_Offering() public {
        DealId deal = _offeredDeal();
        _expectIllegal(deal, DealStage.Offering, DealStage.Redeemed);
        deals.redeem(deal);
    }

    function test_Accelerate_ThenDefault() public {
        DealId deal = _activeDeal();
        vm.expectEmit(address(deals));
        emit IDealBook.DealMoved(deal, DealStage.Active, DealStage.Accelerated, "low collections");
        deals.accelerate(deal, "low collections");
        vm.expectEmit(address(deals));
        emit IDealBook.DealMoved(deal, DealStage.Accelerated, DealStage.Defaulted, "unpaid interest");
        deals.declareDefault(deal, "unpaid interest");
        assertTrue(deals.stageOf(deal) == DealStage.Defaulted, "defaulted");
    }

    /* LIQUIDATE, CLOSE */

    function test_Liquidate_RevertWhen_NotTheTrustee() public {
        DealId deal = _activeDeal();
        _expectNotHolder(deal, Office.Trustee, manager);
        deals.liquidate(deal, "reason");
    }

    function test_Liquidate_RevertGiven_Draft() public {
        DealId deal = _draftDeal();
        _expectIllegal(deal, DealStage.Draft, DealStage.Liquidation);
        vm.prank(trustee);
        deals.liquidate(deal, "reason");
    }

    function test_Close_RevertWhen_NotTheManager() public {
        DealId deal = _activeDeal();
        deals.redeem(deal);
        _expectNotHolder(deal, Office.Manager, trustee);
        deals.close(deal);
    }

    /// @dev Notes are outstanding: the manager alone does not end the deal.
    function test_Close_RevertGiven_LiquidationWhen_NotTheTrustee() public {
        DealId deal = _activeDeal();
        vm.prank(trustee);
        deals.liquidate(deal, "order of the court");
        _expectNotHolder(deal, Office.Trustee, manager);
        deals.close(deal);
    }

    function test_Close_RevertGiven_Active() public {
        DealId deal = _activeDeal();
        _expectIllegal(deal, DealStage.Active, DealStage.Closed);
        _close(deal);
    }

    function test_Close_RevertGiven_APeriodIsNotSettled() public {
        DealId deal = _activeDeal();
        _moveTo(deal, FIRST, PeriodStage.Paying);
        deals.redeem(deal);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.PeriodsPending.selector, deal, Period.wrap(2), 0));
        _close(deal);
    }

    function test_Close_RevertGiven_TheLastPeriodIsReported() public {
        DealId deal = _activeDeal();
        deals.movePeriod(deal, FIRST, PeriodStage.Reported);
        deals.redeem(deal);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.PeriodsPending.selector, deal, FIRST, 0));
        _close(deal);
    }

    function test_Close_AfterRedemptionInTheLastPeriod() public {
        DealId deal = _activeDeal();
        _moveTo(deal, FIRST, PeriodStage.Approved);
        deals.redeem(deal);
        _settle(deal, FIRST);
        assertTrue(deals.currentPeriodOf(deal) == FIRST, "no period opens after redemption");
        _close(deal);
        assertTrue(deals.stageOf(deal) == DealStage.Closed, "closed");
        _assertFree(deal);
    }

    function test_Close_FromLiquidationWithAnOpenPeriod() public {
        DealId deal = _activeDeal();
        _moveTo(deal, FIRST, PeriodStage.Settled);
        vm.prank(trustee);
        deals.liquidate(deal, "order of the court");
        vm.expectEmit(address(deals));
        emit IDealBook.DealMoved(deal, DealStage.Liquidation, DealStage.Closed, "");
        vm.prank(trustee);
        deals.close(deal);
        _assertFree(deal);
    }

    /* INTERNAL */

    function _offer(DealId deal) private {
        vm.prank(manager);
        deals.offer(deal);
    }

    function _close(DealId deal) private {
        vm.prank(manager);
        deals.close(deal);
    }

    function _settle(DealId deal, Period period) private {
        deals.movePeriod(deal, period, PeriodStage.Booked);
        deals.movePeriod(deal, period, PeriodStage.Paying);
        deals.movePeriod(deal, period, PeriodStage.Settled);
    }

    function _assertFree(DealId deal) private view {
        RightId[] memory pool = pools.poolOf(deal);
        assertEq(pool.length, 3, "the pool stays on record");
        for (uint256 i = 0; i < pool.length; ++i) {
            assertTrue(rights.rightOf(pool[i]).deal == DealId.wrap(0), "its rights are free");
        }
    }

    function _expectUnauthorized(address account) private {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, account));
        vm.prank(account);
    }

    function _expectNotHolder(DealId deal, Office office, address account) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, office, account));
        vm.prank(account);
    }

    function _expectIllegal(DealId deal, DealStage from, DealStage to) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.IllegalMove.selector, deal, from, to));
    }
}
