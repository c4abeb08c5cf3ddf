// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IOffering} from "../../../contracts/interfaces/IOffering.sol";

import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {DealStage, NoteStage, Office} from "../../../contracts/types/Enums.sol";
import {DealId, RightId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice From escrow to the closing or the abortion of an offer, and refunds.
contract OfferingCloseTest is SettlementFixture {
    uint128 private constant ALL = 1000 * FACE;
    /// @dev The second subscription: 120 of A-HK.
    uint64 private constant WONG = 2;

    /* SETTLE */

    function test_Settle_RevertWhen_NotTheAccountBank() public {
        _allotted();
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotAccountBank.selector, deal, manager));
        offering.settle(deal, _id(WONG));
    }

    function test_Settle_RevertGiven_NotOpen() public {
        _offerWithNotes();
        vm.prank(accountBank);
        vm.expectRevert(_stageForbids(IOffering.OfferStage.None));
        offering.settle(deal, _id(WONG));
    }

    function test_Settle_RevertWhen_OfAnotherDeal() public {
        _allotted();
        DealId other = _openOtherOffer();
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IOffering.UnknownSubscription.selector, other, WONG));
        offering.settle(other, _id(WONG));
    }

    function test_Settle_RevertGiven_NothingAllotted() public {
        _openOffer();
        _subscribeAll();
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NothingAllotted.selector, WONG));
        offering.settle(deal, _id(WONG));
    }

    function test_Settle_RevertGiven_Settled() public {
        _allotted();
        _settleAll(6);
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IOffering.SubscriptionDone.selector, WONG));
        offering.settle(deal, _id(WONG));
    }

    function test_Settle_RevertGiven_HolderBecameIneligible() public {
        _allotted();
        _restrict(investorHkTwo, regulatorHk);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_RESTRICTED));
        this.settleAllOutside();
        assertEq(noteHk.totalSupply(), 0, "none of the batch");
    }

    function test_Settle_MintsLockedNotes() public {
        _allotted();
        vm.expectEmit(address(offering));
        emit IOffering.SubscriptionSettled(deal, WONG, 120, 120 * FACE);
        vm.prank(accountBank);
        offering.settle(deal, _id(WONG));
        assertEq(noteHk.balanceOf(investorHk), 120, "in escrow with the holder");
        assertTrue(noteHk.stage() == NoteStage.None, "and locked");
        assertEq(cash.balanceOf(subscriptionAccount), ALL, "the money stays");
        assertEq(offering.offerOf(deal).proceeds, 120 * FACE, "counted");
        assertEq(offering.proceedsOf(deal), 0, "nobody's yet");
    }

    /* CONFIRM */

    function test_Confirm_RevertWhen_NotTheTrustee() public {
        _allotted();
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotTrustee.selector, deal, manager));
        offering.confirm(deal, 0);
    }

    function test_Confirm_RevertGiven_NotOpen() public {
        _closedOffer();
        vm.prank(trustee);
        vm.expectRevert(_stageForbids(IOffering.OfferStage.Closed));
        offering.confirm(deal, ALL);
    }

    function test_Confirm_RevertWhen_ProceedsDiffer() public {
        _allotted();
        _settleAll(6);
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(IOffering.ProceedsDiffer.selector, deal, ALL, ALL - 1));
        offering.confirm(deal, ALL - 1);
    }

    function test_Confirm_Records() public {
        _allotted();
        _settleAll(6);
        vm.expectEmit(address(offering));
        emit IOffering.CloseConfirmed(deal, trustee, ALL);
        vm.prank(trustee);
        offering.confirm(deal, ALL);
        assertEq(offering.offerOf(deal).confirmed, ALL, "confirmed");
    }

    /* CLOSE */

    function test_Close_RevertWhen_NotTheManager() public {
        _readyToClose();
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotManager.selector, deal, trustee));
        offering.close(deal);
    }

    function test_Close_RevertGiven_NotOpen() public {
        _closedOffer();
        vm.prank(manager);
        vm.expectRevert(_stageForbids(IOffering.OfferStage.Closed));
        offering.close(deal);
    }

    function test_Close_RevertGiven_NothingSettled() public {
        _openOffer();
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.ProceedsUnconfirmed.selector, deal, uint128(0), uint128(0)));
        offering.close(deal);
    }

    function test_Close_RevertGiven_MoreThanConfirmed() public {
        _allotted();
        _settleAll(5);
        vm.prank(trustee);
        offering.confirm(deal, 900 * FACE);
        vm.prank(accountBank);
        offering.settle(deal, _id(6));
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.ProceedsUnconfirmed.selector, deal, ALL, 900 * FACE));
        offering.close(deal);
    }

    function test_Close_RevertGiven_AllotmentUnsettled() public {
        _allotted();
        _settleAll(5);
        vm.prank(trustee);
        offering.confirm(deal, 900 * FACE);
        bytes memory unsettled = abi.encodeWithSelector(
            IOffering.AllotmentUnsettled.selector,
            noteC.seriesId(),
            uint96(100),
            uint96(0)
        );
        vm.prank(manager);
        vm.expectRevert(unsettled);
        offering.close(deal);
    }

    function test_Close_RevertGiven_TrancheBelowMinimum() public {
        _openOffer();
        _subscribeAll();
        vm.warp(CUT_OFF);
        _allotAll(4);
        _settleAll(4);
        vm.prank(trustee);
        offering.confirm(deal, 600 * FACE);
        vm.prank(manager);
        vm.expectRevert(
            abi.encodeWithSelector(IOffering.TrancheBelowMinimum.selector, deal, TRANCHE_B, uint96(300), uint256(0))
        );
        offering.close(deal);
    }

    function test_Close_MovesEverythingAtOnce() public {
        _readyToClose();
        vm.expectEmit(address(offering));
        emit IOffering.OfferClosed(deal, ALL);
        vm.prank(manager);
        offering.close(deal);
        assertEq(cash.balanceOf(subscriptionAccount), 0, "money left the subscription account");
        assertEq(cash.balanceOf(paymentAccount), ALL, "for the originator");
        assertEq(offering.proceedsOf(deal), ALL, "its proceeds");
        assertEq(offering.offerOf(deal).owed, 0, "nothing to pay back");
        assertTrue(deals.stageOf(deal) == DealStage.Active, "the deal lives");
        assertTrue(noteCn.stage() == NoteStage.Released && noteC.stage() == NoteStage.Released, "notes are free");
        vm.prank(investorHk);
        noteHk.transfer(investorHkTwo, 1);
    }

    /* ABORT */

    function test_Abort_RevertWhen_NeitherManagerNorTrustee() public {
        _readyToClose();
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotManager.selector, deal, accountBank));
        offering.abort(deal, "reason");
    }

    function test_Abort_RevertGiven_Closed() public {
        _closedOffer();
        vm.prank(trustee);
        vm.expectRevert(
            abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, Office.Manager, address(offering))
        );
        offering.abort(deal, "reason");
    }

    function test_Abort_ReturnsEverything() public {
        _readyToClose();
        vm.expectEmit(address(offering));
        emit IOffering.OfferAborted(deal, "too little demand");
        vm.prank(manager);
        offering.abort(deal, "too little demand");
        assertTrue(deals.stageOf(deal) == DealStage.Cancelled, "cancelled");
        assertTrue(noteHk.stage() == NoteStage.Void && noteC.stage() == NoteStage.Void, "notes are void");
        assertEq(offering.refundableOf(WONG), 120 * FACE, "all of it");
        assertEq(offering.offerOf(deal).owed, ALL, "and of everybody");
    }

    function test_Abort_ByTheTrusteeBeforeTheOfferOpens() public {
        _offerWithNotes();
        vm.prank(trustee);
        offering.abort(deal, "no filing");
        assertTrue(offering.offerOf(deal).stage == IOffering.OfferStage.Aborted, "aborted");
    }

    /* REFUND */

    function test_InstructRefunds_RevertWhen_OfAnotherDeal() public {
        _aborted();
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IOffering.UnknownSubscription.selector, DealId.wrap(9), WONG));
        offering.instructRefunds(DealId.wrap(9), _id(WONG), "file");
    }

    function test_InstructRefunds_RevertWhen_NotThePlacer() public {
        _aborted();
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotPlacer.selector, deal, noteHk.seriesId(), custodianMo));
        vm.prank(custodianMo);
        offering.instructRefunds(deal, _id(WONG), "file");
    }

    function test_InstructRefunds_RevertGiven_NothingToRefund() public {
        _readyToClose();
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NothingToRefund.selector, WONG));
        offering.instructRefunds(deal, _id(WONG), "file");
    }

    function test_InstructRefunds_NamesAmountAndFile() public {
        _aborted();
        vm.expectEmit(address(offering));
        emit IOffering.RefundInstructed(deal, WONG, custodianHk, 120 * FACE, "file");
        _instructRefund(WONG);
    }

    function test_Refund_RevertWhen_NotTheAccountBank() public {
        _aborted();
        _instructRefund(WONG);
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotAccountBank.selector, deal, custodianHk));
        offering.refund(WONG, DAY, "ref");
    }

    function test_Refund_RevertGiven_NotInstructed() public {
        _aborted();
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IOffering.RefundNotInstructed.selector, WONG));
        offering.refund(WONG, DAY, "ref");
    }

    /// @dev In this deal the account bank is custodian of the mainland too: two wallets of it must act.
    function test_Refund_RevertWhen_TheMakerConfirms() public {
        custodianCn = accountBank;
        _readyToClose();
        vm.prank(manager);
        offering.abort(deal, "reason");
        vm.startPrank(accountBank);
        offering.instructRefunds(deal, _id(6), "file");
        vm.expectRevert(abi.encodeWithSelector(IOffering.MakerIsChecker.selector, accountBank));
        offering.refund(6, DAY, "ref");
        vm.stopPrank();
        vm.prank(accountBankTwo);
        offering.refund(6, DAY, "ref");
        assertTrue(offering.subscriptionOf(6).isRefunded, "the second desk may");
    }

    function test_Refund_OfAnAbortedOffer() public {
        _aborted();
        _instructRefund(WONG);
        vm.expectEmit(address(offering));
        emit IOffering.RefundSettled(deal, WONG, 120 * FACE, "ref");
        vm.prank(accountBank);
        offering.refund(WONG, DAY, "ref");
        assertEq(cash.balanceOf(subscriptionAccount), ALL - 120 * FACE, "paid");
        assertEq(noteHk.balanceOf(investorHk), 0, "the void notes are gone");
        assertEq(noteHk.totalSupply(), 80, "and of the supply");
        assertEq(offering.refundableOf(WONG), 0, "once");
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IOffering.RefundNotInstructed.selector, WONG));
        offering.refund(WONG, DAY, "again");
    }

    function test_Refund_OfACancelledSubscription() public {
        _openOffer();
        _subscribeAll();
        vm.prank(custodianHk);
        offering.cancel(WONG);
        _instructRefund(WONG);
        vm.prank(accountBank);
        offering.refund(WONG, DAY, "ref");
        assertEq(offering.offerOf(deal).owed, 880 * FACE, "no longer reserved");
        vm.prank(manager);
        offering.abort(deal, "reason");
        assertEq(offering.refundableOf(WONG), 0, "not a second time");
    }

    /// @dev Wong asks for 20 more of A-HK than there are.
    function test_Refund_OfWhatWasNotAllotted() public {
        _openOffer();
        _subscribeAll();
        _subscribe(custodianHk, noteHk.seriesId(), investorHk, 20);
        vm.warp(CUT_OFF);
        _allotAll(6);
        _settleAll(6);
        vm.prank(trustee);
        offering.confirm(deal, ALL);
        vm.prank(manager);
        offering.close(deal);
        assertEq(offering.refundableOf(WONG), 0, "allotted in full");
        assertEq(offering.refundableOf(7), 20 * FACE, "not allotted");
        _instructRefund(7);
        vm.prank(accountBank);
        offering.refund(7, DAY, "ref");
        assertEq(cash.balanceOf(subscriptionAccount), 0, "all money has gone where it belongs");
        assertEq(noteHk.balanceOf(investorHk), 120, "notes of a closed offer stay");
    }

    function test_ReturnRefund_RevertWhen_NotTheAccountBank() public {
        _refunded();
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotAccountBank.selector, deal, custodianHk));
        offering.returnRefund(WONG, DAY, "back", "AC04");
    }

    function test_ReturnRefund_RevertGiven_NotPaid() public {
        _aborted();
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IOffering.RefundNotPaid.selector, WONG));
        offering.returnRefund(WONG, DAY, "back", "AC04");
    }

    function test_ReturnRefund_IsPayableAgain() public {
        _refunded();
        vm.expectEmit(address(offering));
        emit IOffering.RefundReturned(deal, WONG, 120 * FACE, "back", "AC04");
        vm.prank(accountBank);
        offering.returnRefund(WONG, DAY, "back", "AC04");
        assertEq(cash.balanceOf(subscriptionAccount), ALL, "the money is back");
        assertEq(offering.offerOf(deal).owed, ALL, "and owed");
        _instructRefund(WONG);
        vm.prank(accountBank);
        offering.refund(WONG, DAY, "ref 2");
        assertEq(cash.balanceOf(subscriptionAccount), ALL - 120 * FACE, "paid again");
    }

    function settleAllOutside() external {
        _settleAll(6);
    }

    /// @dev A deal of its own rights.
    function _openOtherOffer() private returns (DealId other) {
        RightId[] memory pool = new RightId[](1);
        pool[0] = _register(_rightTerms("patent of tidal turbines", 9, 100_000_00));
        other = _draftDeal();
        vm.prank(manager);
        deals.file(other, "csrc.filing", "filing");
        _pledge(other, pool);
        deals.fixReporting(other);
        deals.fixProgram(other, "program");
        vm.startPrank(manager);
        factory.issue(other);
        deals.offer(other);
        offering.open(other, CUT_OFF + 1 days);
        vm.stopPrank();
    }

    function _allotted() private {
        _openOffer();
        _subscribeAll();
        vm.warp(CUT_OFF);
        _allotAll(6);
    }

    function _aborted() private {
        _readyToClose();
        vm.prank(manager);
        offering.abort(deal, "reason");
    }

    function _refunded() private {
        _aborted();
        _instructRefund(WONG);
        vm.prank(accountBank);
        offering.refund(WONG, DAY, "ref");
    }

    function _instructRefund(uint64 subscription) private {
        vm.prank(custodianHk);
        offering.instructRefunds(deal, _id(subscription), "file");
    }

    function _id(uint64 subscription) private pure returns (uint64[] memory list) {
        list = new uint64[](1);
        list[0] = subscription;
    }

    function _stageForbids(IOffering.OfferStage stage) private view returns (bytes memory) {
        return abi.encodeWithSelector(IOffering.OfferStageForbids.selector, deal, stage);
    }
}

/// @notice A deal whose senior tranche may close at 500 of its 600 notes.
contract OfferingMinimumTest is SettlementFixture {
    function _trancheTerms() internal pure override returns (IDealBook.TrancheTerms[] memory tranches) {
        tranches = super._trancheTerms();
        tranches[0].minimumUnits = 500;
    }

    function test_Close_AtTheStatedMinimum() public {
        _openOffer();
        _subscribeAll();
        vm.warp(CUT_OFF);
        IOffering.Allotment[] memory list = new IOffering.Allotment[](5);
        uint64[] memory subscriptions = new uint64[](5);
        uint64[5] memory chosen = [uint64(1), 2, 3, 5, 6];
        for (uint256 i = 0; i < 5; ++i) {
            list[i] = IOffering.Allotment(chosen[i], offering.subscriptionOf(chosen[i]).units);
            subscriptions[i] = chosen[i];
        }
        vm.prank(manager);
        offering.allot(deal, list);
        vm.prank(accountBank);
        offering.settle(deal, subscriptions);
        vm.prank(trustee);
        offering.confirm(deal, 900 * FACE);
        vm.prank(manager);
        offering.close(deal);
        assertEq(offering.proceedsOf(deal), 900 * FACE, "500 of A, 300 of B, 100 of C");
        assertEq(offering.refundableOf(4), 100 * FACE, "Silva gets the money back");
    }
}
