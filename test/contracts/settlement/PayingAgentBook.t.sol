// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {AccountPurpose, DealStage, EntitlementKind, PeriodStage} from "../../../contracts/types/Enums.sol";
import {Period, SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice Record dates, booking and entitlements.
contract PayingAgentBookTest is SettlementFixture {
    function setUp() public override {
        super.setUp();
        _closedOffer();
    }

    /* CLOSE BOOK */

    function test_CloseBook_RevertWhen_NotThePayer() public {
        _approve(_distribution(FIRST));
        _expectNotPayer(noteHk.seriesId(), custodianMo);
        agent.closeBook(SeriesId.wrap(2), FIRST);
        _expectNotPayer(noteCn.seriesId(), custodianCn);
        agent.closeBook(SeriesId.wrap(1), FIRST);
        _expectNotPayer(noteHk.seriesId(), registrar);
        agent.closeBook(SeriesId.wrap(2), FIRST);
    }

    function test_CloseBook_RevertWhen_SeriesUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.SeriesUnknown.selector, SeriesId.wrap(77)));
        agent.closeBook(SeriesId.wrap(77), FIRST);
    }

    function test_CloseBook_RevertGiven_NotApproved() public {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PeriodNotApproved.selector, deal, FIRST, PeriodStage.Open));
        agent.closeBook(SeriesId.wrap(2), FIRST);
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
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.DistributionUnknown.selector, deal, FIRST, hash));
        agent.book(distribution);
    }

    function test_Book_RevertGiven_ABookIsOpen() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBook(registrar, noteCn.seriesId(), FIRST);
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.BookNotClosed.selector, noteHk.seriesId()));
        agent.book(distribution);
    }

    function test_Book_RevertGiven_BookedAlready() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBooks(FIRST);
        agent.book(distribution);
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
        agent.book(distribution);
    }

    function test_Book_MakesHoldingsTheRecordAndMovesTheCash() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBooks(FIRST);
        vm.expectEmit(address(agent));
        emit IPayingAgent.BookTakenForPeriod(deal, FIRST, keccak256(abi.encode(distribution)), 4_206_50);
        vm.prank(stranger);
        agent.book(distribution);
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
        agent.book(distribution);
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
        agent.book(distribution);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Settled, "settled");
        assertEq(agent.openRunsOf(deal), 0, "no run is open");
    }

    function test_Book_RedeemsTheDealGiven_EveryNoteIsRepaid() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        waterfall.repay(deal);
        _closeBooks(FIRST);
        agent.book(distribution);
        assertTrue(deals.stageOf(deal) == DealStage.Redeemed, "redeemed");
        assertTrue(deals.periodStageOf(deal, Period.wrap(2)) == PeriodStage.None, "no further period");
    }

    /* OPEN BOOK */

    function test_OpenBook_RevertGiven_ApprovedWhen_NotTheTrustee() public {
        _approve(_distribution(FIRST));
        _closeBook(custodianHk, noteHk.seriesId(), FIRST);
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NotTrustee.selector, deal, custodianHk));
        agent.openBook(SeriesId.wrap(2), FIRST);
    }

    function test_OpenBook_RevertGiven_ApprovedWhen_AnotherPeriodIsNamed() public {
        _booked(_distribution(FIRST));
        _approve(_distribution(Period.wrap(2)));
        _closeBook(custodianHk, noteHk.seriesId(), Period.wrap(2));
        vm.prank(custodianHk);
        vm.expectRevert(
            abi.encodeWithSelector(IPayingAgent.PeriodNotApproved.selector, deal, FIRST, PeriodStage.Booked)
        );
        agent.openBook(SeriesId.wrap(2), FIRST);
    }

    function test_OpenBook_TheTrusteeDefers() public {
        _approve(_distribution(FIRST));
        _closeBook(custodianHk, noteHk.seriesId(), FIRST);
        vm.expectEmit(address(agent));
        emit IPayingAgent.BookDeferred(deal, FIRST, noteHk.seriesId(), trustee);
        _openBook(trustee, noteHk.seriesId(), FIRST);
        vm.prank(investorHk);
        noteHk.transfer(investorHkTwo, 20);
        _closeBooks(FIRST);
        agent.book(_distribution(FIRST));
        assertEq(_owed(investorHkTwo, EntitlementKind.Interest), 100_00, "the new record date counts");
    }

    function test_OpenBook_RevertGiven_BookedWhen_NotThePayer() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        _approve(distribution);
        _closeBooks(FIRST);
        agent.book(distribution);
        _expectNotPayer(noteHk.seriesId(), trustee);
        agent.openBook(SeriesId.wrap(2), FIRST);
    }

    function test_OpenBook_Opens() public {
        _booked(_distribution(FIRST));
        (uint32 book, bool closed) = noteHk.bookOf();
        assertTrue(book == 1 && !closed, "open again");
    }

    /* ENTITLEMENTS */

    function test_EntitlementOf_RevertGiven_NotBooked() public {
        SeriesId series = noteHk.seriesId();
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PeriodNotBooked.selector, deal, FIRST));
        agent.entitlementOf(series, FIRST, investorHk, EntitlementKind.Interest);
    }

    function test_EntitlementOf_UnitsTimesPerUnit() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        distribution.payees[5] = 7_50;
        distribution.flows[0] += 7_50;
        _booked(distribution);
        assertEq(_owed(investorHk, EntitlementKind.Interest), 120_00, "1.00 a unit");
        assertEq(_owed(investorHk, EntitlementKind.Principal), 600_00, "5.00 a unit");
        assertEq(_owed(investorHk, EntitlementKind.Residual), 0, "not of A");
        assertEq(_owed(investorHk, EntitlementKind.None), 0, "no kind, nothing");
        assertEq(_of(noteB.seriesId(), investorHk, EntitlementKind.Interest), 601_50, "2.005 a unit");
        assertEq(_of(noteC.seriesId(), investorCn, EntitlementKind.Residual), 7_50, "what is left");
        assertEq(_of(noteCn.seriesId(), address(0), EntitlementKind.Principal), 1_500_00, "the mirror as a whole");
        assertEq(_owed(stranger, EntitlementKind.Interest), 0, "no holder");
    }

    function test_EntitlementOf_WhateverHappensAfterwards() public {
        _booked(_distribution(FIRST));
        vm.prank(investorHk);
        noteHk.transfer(investorHkTwo, 120);
        _restrict(investorHk, regulatorHk);
        _revoke(investorHk);
        vm.warp(START + 11 * YEAR);
        assertEq(_owed(investorHk, EntitlementKind.Interest), 120_00, "of the record");
        assertEq(_owed(investorHkTwo, EntitlementKind.Interest), 80_00, "of the record");
    }

    /// @dev INV-15 for any amounts: floors lose less than one minor unit a holder and kind.
    function testFuzz_EntitlementOf_SumsToWhatIsBooked(uint64 interest, uint64 principal, uint8 moved) public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        distribution.payees[2] = interest;
        distribution.payees[3] = principal;
        distribution.payees[4] = 0;
        distribution.flows[0] = int128(uint128(interest) + principal + 5_00);
        uint256 units = uint256(moved) % 121;
        vm.prank(investorHk);
        noteHk.transfer(investorHkTwo, units);
        _approve(distribution);
        waterfall.setPerUnit(deal, FIRST, TRANCHE_A, _perUnit(interest, principal, 0, 600));
        _closeBooks(FIRST);
        agent.book(distribution);
        _checkSum(EntitlementKind.Interest, interest);
        _checkSum(EntitlementKind.Principal, principal);
    }

    function _checkSum(EntitlementKind kind, uint256 booked) private view {
        uint256 sum =
            _owed(investorHk, kind) +
                _owed(investorHkTwo, kind) +
                _of(noteCn.seriesId(), registrar, kind) +
                _of(noteMo.seriesId(), investorMo, kind);
        assertLe(sum, booked, "never more than is booked");
        assertLe(booked - sum, 4, "less than one a holder");
    }

    function _owed(address holder, EntitlementKind kind) private view returns (uint128) {
        return _of(noteHk.seriesId(), holder, kind);
    }

    function _of(SeriesId series, address holder, EntitlementKind kind) private view returns (uint128) {
        return agent.entitlementOf(series, FIRST, holder, kind);
    }

    function _expectNotPayer(SeriesId series, address wallet) private {
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NotPayer.selector, deal, series, wallet));
        vm.prank(wallet);
    }
}

/// @notice A deal whose bank has opened no account for withheld payouts.
contract PayingAgentAccountTest is SettlementFixture {
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
        agent.book(distribution);
    }
}
