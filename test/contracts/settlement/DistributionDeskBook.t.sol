// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IDistributionDesk} from "../../../contracts/interfaces/IDistributionDesk.sol";
import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {AccountPurpose, DealStage, EntitlementKind, PeriodStage} from "../../../contracts/types/Enums.sol";
import {Period, SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice Record dates, booking and instructions to payees.
contract DistributionDeskBookTest is SettlementFixture {
    function setUp() public override {
        super.setUp();
        _closedOffer();
    }

    /* CLOSE BOOK */

    function test_CloseBook_RevertWhen_NotThePayer() public {
        _approve(_distribution(FIRST));
        _expectNotPayer(noteHk.seriesId(), custodianMo);
        desk.closeBook(SeriesId.wrap(2), FIRST);
        _expectNotPayer(noteCn.seriesId(), custodianCn);
        desk.closeBook(SeriesId.wrap(1), FIRST);
        _expectNotPayer(noteHk.seriesId(), registrar);
        desk.closeBook(SeriesId.wrap(2), FIRST);
    }

    function test_CloseBook_RevertWhen_SeriesUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.SeriesUnknown.selector, SeriesId.wrap(77)));
        desk.closeBook(SeriesId.wrap(77), FIRST);
    }

    function test_CloseBook_RevertGiven_NotApproved() public {
        vm.prank(custodianHk);
        vm.expectRevert(
            abi.encodeWithSelector(IDistributionDesk.PeriodNotApproved.selector, deal, FIRST, PeriodStage.Open)
        );
        desk.closeBook(SeriesId.wrap(2), FIRST);
    }

    function test_CloseBook_Closes() public {
        _approve(_distribution(FIRST));
        _closeBook(custodianHk, noteHk.seriesId(), FIRST);
        (, bool closed) = noteHk.bookOf();
        assertTrue(closed, "closed");
    }

    /* BOOK */

    function test_Book_RevertWhen_NotTheApprovedOne() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBooks(FIRST);
        distribution.payees[0] += 1;
        bytes32 hash = keccak256(abi.encode(distribution));
        vm.expectRevert(abi.encodeWithSelector(IDistributionDesk.DistributionUnknown.selector, deal, FIRST, hash));
        desk.book(distribution);
    }

    function test_Book_RevertGiven_ABookIsOpen() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBook(registrar, noteCn.seriesId(), FIRST);
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.BookNotClosed.selector, noteHk.seriesId()));
        desk.book(distribution);
    }

    function test_Book_RevertGiven_BookedAlready() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBooks(FIRST);
        desk.book(distribution);
        _credit(planAccount, 4_206_50);
        vm.expectRevert(
            abi.encodeWithSelector(
                IDealBook.IllegalPeriodMove.selector,
                deal,
                FIRST,
                PeriodStage.Booked,
                PeriodStage.Booked
            )
        );
        desk.book(distribution);
    }

    function test_Book_MakesHoldingsTheRecordAndMovesTheCash() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBooks(FIRST);
        vm.expectEmit(address(desk));
        emit IDistributionDesk.BookTakenForPeriod(deal, FIRST, keccak256(abi.encode(distribution)), 4_206_50);
        vm.prank(stranger);
        desk.book(distribution);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Booked, "booked");
        assertEq(cash.balanceOf(planAccount), 0, "out of the plan");
        assertEq(cash.balanceOf(paymentAccount), 1000 * FACE + 4_206_50, "beside the proceeds");
        IPayingAgent.Run memory run = agent.runOf(deal, FIRST);
        assertTrue(run.isBooked && run.openSeries == 4 && run.openPayees == 3, "A three times, B; tax and fee");
        IPayingAgent.SeriesRun memory hk = agent.seriesRunOf(noteHk.seriesId(), FIRST);
        assertTrue(hk.book == 1 && hk.supply == 200 && hk.settled == 0, "the record of A-HK");
        assertEq(agent.openRunsOf(deal), 1, "one run");
    }

    /// @dev 100.00 from the reserve and 50.00 from the guarantor join the plan's, of which 30.00 refill the reserve.
    function test_Book_MovesEachFlow() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        distribution.flows = [int128(4_186_50), -30_00, 50_00];
        _credit(guaranteeAccount, 50_00);
        _approve(distribution);
        _closeBooks(FIRST);
        desk.book(distribution);
        assertEq(cash.balanceOf(reserveAccount), 30_00, "refilled");
        assertEq(cash.balanceOf(guaranteeAccount), 0, "drawn");
        assertEq(cash.balanceOf(paymentAccount), 1000 * FACE + 4_206_50, "the sum of the payees");
    }

    function test_Book_SettlesAtOnceGiven_NobodyIsOwedAnything() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        distribution.payees = new uint128[](7);
        distribution.flows[0] = 0;
        _approve(distribution);
        _closeBooks(FIRST);
        desk.book(distribution);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Settled, "settled");
        assertEq(agent.openRunsOf(deal), 0, "no run is open");
    }

    function test_Book_RedeemsTheDealGiven_EveryNoteIsRepaid() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        waterfall.repay(deal);
        _closeBooks(FIRST);
        desk.book(distribution);
        assertTrue(deals.stageOf(deal) == DealStage.Redeemed, "redeemed");
        assertTrue(deals.periodStageOf(deal, Period.wrap(2)) == PeriodStage.None, "no further period");
    }

    /* OPEN BOOK */

    function test_OpenBook_RevertGiven_ApprovedWhen_NotTheTrustee() public {
        _approve(_distribution(FIRST));
        _closeBook(custodianHk, noteHk.seriesId(), FIRST);
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IDistributionDesk.NotTrustee.selector, deal, custodianHk));
        desk.openBook(SeriesId.wrap(2), FIRST);
    }

    function test_OpenBook_RevertGiven_ApprovedWhen_AnotherPeriodIsNamed() public {
        _booked(_distribution(FIRST));
        _approve(_distribution(Period.wrap(2)));
        _closeBook(custodianHk, noteHk.seriesId(), Period.wrap(2));
        vm.prank(custodianHk);
        vm.expectRevert(
            abi.encodeWithSelector(IDistributionDesk.PeriodNotApproved.selector, deal, FIRST, PeriodStage.Booked)
        );
        desk.openBook(SeriesId.wrap(2), FIRST);
    }

    function test_OpenBook_TheTrusteeDefers() public {
        _approve(_distribution(FIRST));
        _closeBook(custodianHk, noteHk.seriesId(), FIRST);
        vm.expectEmit(address(desk));
        emit IDistributionDesk.BookDeferred(deal, FIRST, noteHk.seriesId(), trustee);
        _openBook(trustee, noteHk.seriesId(), FIRST);
        vm.prank(investorHk);
        noteHk.transfer(investorHkTwo, 20);
        _closeBooks(FIRST);
        desk.book(_distribution(FIRST));
        uint128 owed = agent.entitlementOf(noteHk.seriesId(), FIRST, investorHkTwo, EntitlementKind.Interest);
        assertEq(owed, 100_00, "the new record date counts");
    }

    function test_OpenBook_RevertGiven_BookedWhen_NotThePayer() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBooks(FIRST);
        desk.book(distribution);
        _expectNotPayer(noteHk.seriesId(), trustee);
        desk.openBook(SeriesId.wrap(2), FIRST);
    }

    function test_OpenBook_Opens() public {
        _booked(_distribution(FIRST));
        (uint32 book, bool closed) = noteHk.bookOf();
        assertTrue(book == 1 && !closed, "open again");
    }

    /* INSTRUCT PAYEES */

    function test_InstructPayees_RevertWhen_NotTheManager() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _booked(distribution);
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IDistributionDesk.NotManager.selector, deal, custodianHk));
        desk.instructPayees(distribution, _taxAndFee(), "file");
    }

    function test_InstructPayees_RevertWhen_NotTheBookedOne() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _booked(distribution);
        distribution.payees[0] = 4_000_00;
        bytes32 hash = keccak256(abi.encode(distribution));
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IDistributionDesk.DistributionUnknown.selector, deal, FIRST, hash));
        desk.instructPayees(distribution, _taxAndFee(), "file");
    }

    function _expectNotPayer(SeriesId series, address wallet) private {
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NotPayer.selector, deal, series, wallet));
        vm.prank(wallet);
    }
}

/// @notice A deal whose bank has opened no account for withheld payouts.
contract DistributionDeskAccountTest is SettlementFixture {
    function test_Book_RevertGiven_NoRestrictedAccount() public {
        _offerWithNotes();
        planAccount = _openAccount(AccountPurpose.Plan);
        paymentAccount = _openAccount(AccountPurpose.Payment);
        subscriptionAccount = _openAccount(AccountPurpose.Subscription);
        vm.prank(manager);
        offering.open(deal, CUT_OFF);
        _subscribeAll();
        vm.warp(CUT_OFF);
        _allotAll(6);
        _settleAll(6);
        vm.prank(trustee);
        offering.confirm(deal, 1000 * FACE);
        vm.prank(manager);
        offering.close(deal);
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBooks(FIRST);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.AccountMissing.selector, deal, AccountPurpose.Restricted));
        desk.book(distribution);
    }
}
