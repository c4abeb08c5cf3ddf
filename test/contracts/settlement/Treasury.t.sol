// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ITreasury} from "../../../contracts/interfaces/ITreasury.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {AccountPurpose, DealStage, NoteStage, PeriodStage} from "../../../contracts/types/Enums.sol";

import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice The first and the last payment of a deal.
contract TreasuryTest is SettlementFixture {
    bytes32 private constant FILE = keccak256("payment file");
    uint128 private constant PROCEEDS = 1000 * FACE;
    uint128 private constant RESERVE = 1_000_00;
    /// @dev 601.50 for the 300 notes of B, of which the floor pays 601.50; the test adds 1.23 that nobody is owed.
    uint128 private constant LEFT = 1_23;

    /* PROCEEDS */

    function test_InstructProceeds_RevertWhen_NotTheManager() public {
        _closedOffer();
        _expectNotManager();
        treasury.instructProceeds(deal, FILE);
    }

    function test_InstructProceeds_RevertGiven_NotClosed() public {
        _readyToClose();
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ProceedsMissing.selector, deal));
        treasury.instructProceeds(deal, FILE);
    }

    function test_InstructProceeds_RevertGiven_InstructedOrPaid() public {
        _closedOffer();
        _instructProceeds();
        _expectStage(manager, ITreasury.PaymentStage.Instructed);
        treasury.instructProceeds(deal, FILE);
        _settleProceeds();
        _expectStage(manager, ITreasury.PaymentStage.Settled);
        treasury.instructProceeds(deal, FILE);
    }

    function test_InstructProceeds_WhatTheOfferGave() public {
        _closedOffer();
        vm.expectEmit(address(treasury));
        emit ITreasury.PaymentInstructed(deal, ITreasury.PaymentKind.Proceeds, manager, PROCEEDS, FILE);
        _instructProceeds();
        ITreasury.Payment memory payment = treasury.paymentOf(deal, ITreasury.PaymentKind.Proceeds);
        assertTrue(payment.amount == PROCEEDS && payment.maker == manager, "amount and maker");
        assertEq(payment.contentHash, FILE, "file");
    }

    function test_InstructProceeds_RevertWhen_TheReserveTakesThemAll() public {
        _closedOffer();
        waterfall.openReserve(deal, PROCEEDS);
        vm.prank(manager);
        bytes4 selector = ITreasury.ProceedsBelowReserve.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, PROCEEDS, PROCEEDS));
        treasury.instructProceeds(deal, FILE);
    }

    function test_InstructProceeds_FundsTheReserveFirst() public {
        _closedOffer();
        waterfall.openReserve(deal, RESERVE);
        vm.expectEmit(address(treasury));
        emit ITreasury.ReserveFunded(deal, RESERVE);
        _instructProceeds();
        assertEq(treasury.paymentOf(deal, ITreasury.PaymentKind.Proceeds).amount, PROCEEDS - RESERVE, "the rest");
        assertEq(cash.balanceOf(reserveAccount), RESERVE, "set aside");
        _settleProceeds();
        assertEq(cash.balanceOf(paymentAccount), 0, "with the originator");
    }

    function test_InstructProceeds_FundsTheReserveOnce() public {
        _closedOffer();
        waterfall.openReserve(deal, RESERVE);
        _instructProceeds();
        vm.prank(accountBank);
        treasury.reject(deal, ITreasury.PaymentKind.Proceeds, "AM04");
        _instructProceeds();
        assertEq(cash.balanceOf(reserveAccount), RESERVE, "set aside once");
        _settleProceeds();
        vm.prank(accountBank);
        treasury.returnPayment(deal, ITreasury.PaymentKind.Proceeds, DAY, "back", "AC04");
        _instructProceeds();
        assertEq(cash.balanceOf(reserveAccount), RESERVE, "also after a return");
    }

    /* BANK */

    function test_Settle_RevertWhen_NotTheAccountBank() public {
        _closedOffer();
        _instructProceeds();
        _expectNotBank();
        treasury.settle(deal, ITreasury.PaymentKind.Proceeds, DAY, "ref");
        _expectNotBank();
        treasury.reject(deal, ITreasury.PaymentKind.Proceeds, "AM04");
        _expectNotBank();
        treasury.returnPayment(deal, ITreasury.PaymentKind.Proceeds, DAY, "back", "AC04");
    }

    function test_Settle_RevertGiven_AnotherStage() public {
        _closedOffer();
        _expectStage(accountBank, ITreasury.PaymentStage.None);
        treasury.settle(deal, ITreasury.PaymentKind.Proceeds, DAY, "ref");
        _expectStage(accountBank, ITreasury.PaymentStage.None);
        treasury.reject(deal, ITreasury.PaymentKind.Proceeds, "AM04");
        _instructProceeds();
        _expectStage(accountBank, ITreasury.PaymentStage.Instructed);
        treasury.returnPayment(deal, ITreasury.PaymentKind.Proceeds, DAY, "back", "AC04");
        _settleProceeds();
        _expectStage(accountBank, ITreasury.PaymentStage.Settled);
        treasury.settle(deal, ITreasury.PaymentKind.Proceeds, DAY, "ref 2");
    }

    function test_Settle_PaysOnce() public {
        _closedOffer();
        _instructProceeds();
        vm.expectEmit(address(treasury));
        emit ITreasury.PaymentSettled(deal, ITreasury.PaymentKind.Proceeds, PROCEEDS, "ref");
        vm.prank(accountBank);
        treasury.settle(deal, ITreasury.PaymentKind.Proceeds, DAY, "ref");
        assertEq(cash.balanceOf(paymentAccount), 0, "with the originator");
    }

    function test_Reject_IsPayableAgain() public {
        _closedOffer();
        _instructProceeds();
        vm.expectEmit(address(treasury));
        emit ITreasury.PaymentRejected(deal, ITreasury.PaymentKind.Proceeds, "AM04");
        vm.prank(accountBank);
        treasury.reject(deal, ITreasury.PaymentKind.Proceeds, "AM04");
        _instructProceeds();
        _settleProceeds();
        assertEq(cash.balanceOf(paymentAccount), 0, "paid");
    }

    function test_ReturnPayment_IsPayableAgain() public {
        _closedOffer();
        _instructProceeds();
        _settleProceeds();
        vm.expectEmit(address(treasury));
        emit ITreasury.PaymentReturned(deal, ITreasury.PaymentKind.Proceeds, PROCEEDS, "back", "AC04");
        vm.prank(accountBank);
        treasury.returnPayment(deal, ITreasury.PaymentKind.Proceeds, DAY, "back", "AC04");
        assertEq(cash.balanceOf(paymentAccount), PROCEEDS, "back");
        _instructProceeds();
        _settleProceeds();
        assertEq(cash.balanceOf(paymentAccount), 0, "paid again");
    }

    /* END */

    function test_Retire_RevertWhen_NotTheManager() public {
        _over();
        _expectNotManager();
        treasury.retire(deal);
    }

    function test_Retire_RevertGiven_TheDealLives() public {
        _closedOffer();
        _expectNotOver(DealStage.Active);
        treasury.retire(deal);
    }

    function test_Retire_RevertGiven_TheLastPeriodIsNotSettled() public {
        _closedOffer();
        _instructProceeds();
        _settleProceeds();
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        deals.redeem(deal);
        _expectNotOver(DealStage.Redeemed);
        treasury.retire(deal);
        _closeBooks(FIRST);
        desk.book(distribution);
        _expectNotOver(DealStage.Redeemed);
        treasury.sweep(deal, FILE);
    }

    function test_Retire_RevertGiven_APayoutCameBack() public {
        _over();
        (uint64 instruction, ) = agent.payoutOf(noteHk.seriesId(), FIRST, investorHk);
        vm.prank(accountBank);
        agent.returnPayout(instruction, investorHk, DAY, "back", "AC04");
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.RunsOpen.selector, deal, uint32(1)));
        treasury.retire(deal);
    }

    function test_Retire_RevertGiven_ProceedsUnpaid() public {
        _over();
        vm.prank(accountBank);
        treasury.returnPayment(deal, ITreasury.PaymentKind.Proceeds, DAY, "back", "AC04");
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ProceedsUnpaid.selector, deal));
        treasury.sweep(deal, FILE);
    }

    function test_Retire_OnceForEveryNote() public {
        _over();
        vm.expectEmit(address(treasury));
        emit ITreasury.NotesRetired(deal);
        vm.prank(manager);
        treasury.retire(deal);
        assertTrue(noteCn.stage() == NoteStage.Retired && noteC.stage() == NoteStage.Retired, "every note");
        assertTrue(treasury.isRetired(deal), "remembered");
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.NotesAlreadyRetired.selector, deal));
        treasury.retire(deal);
    }

    function test_Sweep_RevertWhen_NotTheManager() public {
        _over();
        _expectNotManager();
        treasury.sweep(deal, FILE);
    }

    function test_Sweep_AllThatIsLeft() public {
        _over();
        vm.prank(manager);
        treasury.sweep(deal, FILE);
        assertEq(treasury.paymentOf(deal, ITreasury.PaymentKind.Dust).amount, LEFT, "the dust");
        vm.prank(accountBank);
        treasury.settle(deal, ITreasury.PaymentKind.Dust, DAY, "dust");
        assertEq(cash.balanceOf(paymentAccount), 0, "nothing is left");
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.NothingLeft.selector, deal));
        treasury.sweep(deal, FILE);
    }

    function test_Sweep_OfAClosedDeal() public {
        _over();
        vm.startPrank(manager);
        deals.close(deal);
        treasury.retire(deal);
        treasury.sweep(deal, FILE);
        vm.stopPrank();
        assertEq(treasury.paymentOf(deal, ITreasury.PaymentKind.Dust).amount, LEFT, "also then");
    }

    /// @dev Redeemed by its first distribution, everybody paid; LEFT is what floors left.
    function _over() private {
        _closedOffer();
        _instructProceeds();
        _settleProceeds();
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        distribution.payees[6] = 0;
        distribution.flows[0] += int128(LEFT);
        _approve(distribution);
        deals.redeem(deal);
        _closeBooks(FIRST);
        desk.book(distribution);
        _openBooks(FIRST);
        _payAll(distribution);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Settled, "settled");
    }

    function _instructProceeds() private {
        vm.prank(manager);
        treasury.instructProceeds(deal, FILE);
    }

    function _settleProceeds() private {
        bytes32 bankReference = _reference();
        vm.prank(accountBank);
        treasury.settle(deal, ITreasury.PaymentKind.Proceeds, DAY, bankReference);
    }

    function _expectNotManager() private {
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.NotManager.selector, deal, trustee));
    }

    function _expectNotBank() private {
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.NotAccountBank.selector, deal, manager));
    }

    function _expectStage(address caller, ITreasury.PaymentStage stage) private {
        vm.prank(caller);
        vm.expectRevert(
            abi.encodeWithSelector(ITreasury.PaymentStageForbids.selector, deal, ITreasury.PaymentKind.Proceeds, stage)
        );
    }

    function _expectNotOver(DealStage stage) private {
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.DealNotOver.selector, deal, stage));
    }
}

/// @notice A deal whose bank opened no reserve account.
contract TreasuryWithoutReserveTest is SettlementFixture {
    function _openAccounts() internal override {
        paymentAccount = _openAccount(AccountPurpose.Payment);
        subscriptionAccount = _openAccount(AccountPurpose.Subscription);
    }

    function test_InstructProceeds_RevertGiven_ThereIsNoReserveAccount() public {
        _closedOffer();
        waterfall.openReserve(deal, 1_00);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(ITreasury.ReserveAccountMissing.selector, deal));
        treasury.instructProceeds(deal, "payment file");
    }
}
