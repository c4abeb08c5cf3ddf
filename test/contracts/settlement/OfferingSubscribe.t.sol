// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IOffering} from "../../../contracts/interfaces/IOffering.sol";

import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {AllotmentLib} from "../../../contracts/settlement/AllotmentLib.sol";
import {DealId, SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice From opening an offer to its allotment.
contract OfferingSubscribeTest is SettlementFixture {
    function setUp() public override {
        super.setUp();
        _offerWithNotes();
        _openAccounts();
    }

    /* OPEN */

    function test_Open_RevertWhen_NotTheManager() public {
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotManager.selector, deal, trustee));
        offering.open(deal, CUT_OFF);
    }

    function test_Open_RevertGiven_NotOffered() public {
        DealId other = _draftDeal();
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.DealNotOffered.selector, other));
        offering.open(other, CUT_OFF);
    }

    function test_Open_RevertGiven_Open() public {
        _open();
        vm.prank(manager);
        vm.expectRevert(_stageForbids(IOffering.OfferStage.Open));
        offering.open(deal, CUT_OFF);
    }

    function test_Open_RevertWhen_CutOffNotAhead() public {
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.CutOffInPast.selector, START));
        offering.open(deal, START);
    }

    function test_Open_Opens() public {
        vm.expectEmit(address(offering));
        emit IOffering.OfferOpened(deal, CUT_OFF);
        _open();
        IOffering.Offer memory offer = offering.offerOf(deal);
        assertTrue(offer.stage == IOffering.OfferStage.Open && offer.cutOffAt == CUT_OFF, "open until then");
    }

    /* SUBSCRIBE */

    function test_Subscribe_RevertWhen_NotThePlacer() public {
        _open();
        (SeriesId filed, SeriesId mirror) = (noteHk.seriesId(), noteCn.seriesId());
        _expectNotPlacer(filed, custodianCn);
        offering.subscribe(filed, investorHk, 1);
        _expectNotPlacer(mirror, custodianCn);
        offering.subscribe(mirror, investorCn, 1);
        _expectNotPlacer(filed, registrar);
        offering.subscribe(filed, investorHk, 1);
    }

    function test_Subscribe_RevertGiven_NotOpen() public {
        SeriesId series = noteHk.seriesId();
        vm.prank(custodianHk);
        vm.expectRevert(_stageForbids(IOffering.OfferStage.None));
        offering.subscribe(series, investorHk, 1);
    }

    function test_Subscribe_RevertGiven_CutOffPassed() public {
        _open();
        SeriesId series = noteHk.seriesId();
        vm.warp(CUT_OFF);
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IOffering.CutOffPassed.selector, deal, CUT_OFF));
        offering.subscribe(series, investorHk, 1);
    }

    function test_Subscribe_RevertWhen_SeriesUnknown() public {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IOffering.SeriesUnknown.selector, SeriesId.wrap(77)));
        offering.subscribe(SeriesId.wrap(77), investorHk, 1);
    }

    function test_Subscribe_RevertWhen_NoUnits() public {
        _open();
        SeriesId series = noteHk.seriesId();
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IOffering.UnitsMissing.selector));
        offering.subscribe(series, investorHk, 0);
    }

    function test_Subscribe_RevertGiven_HolderRefused() public {
        _open();
        _credit(subscriptionAccount, FACE);
        SeriesId series = noteHk.seriesId();
        vm.prank(custodianHk);
        vm.expectRevert(
            abi.encodeWithSelector(IOffering.SubscriptionRefused.selector, series, investorMo, RefusalLib.OTHER_PLACE)
        );
        offering.subscribe(series, investorMo, 1);
    }

    function test_Subscribe_RevertGiven_MoneyMissing() public {
        _open();
        _credit(subscriptionAccount, 10 * FACE - 1);
        SeriesId series = noteHk.seriesId();
        _expectMoneyMissing(10 * FACE - 1, 10 * FACE);
        offering.subscribe(series, investorHk, 10);
        vm.prank(custodianHk);
        offering.subscribe(series, investorHk, 9);
        _expectMoneyMissing(10 * FACE - 1, 10 * FACE);
        offering.subscribe(series, investorHkTwo, 1);
    }

    function test_Subscribe_ReservesTheMoney() public {
        _open();
        _credit(subscriptionAccount, 12 * FACE);
        vm.expectEmit(address(offering));
        emit IOffering.Subscribed(deal, 1, noteHk.seriesId(), investorHk, 12, parties.partyOf(custodianHk));
        SeriesId series = noteHk.seriesId();
        vm.prank(custodianHk);
        assertEq(offering.subscribe(series, investorHk, 12), 1, "ids run from one");
        IOffering.Subscription memory entry = offering.subscriptionOf(1);
        assertEq(entry.holder, investorHk, "holder");
        assertTrue(entry.units == 12 && entry.series == series, "units and series");
        assertEq(offering.offerOf(deal).owed, 12 * FACE, "reserved");
    }

    /* CANCEL */

    function test_Cancel_RevertWhen_NotThePlacer() public {
        uint64 subscription = _openWithOne();
        _expectNotPlacer(noteHk.seriesId(), custodianMo);
        offering.cancel(subscription);
    }

    function test_Cancel_RevertGiven_CutOffPassed() public {
        uint64 subscription = _openWithOne();
        vm.warp(CUT_OFF);
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IOffering.CutOffPassed.selector, deal, CUT_OFF));
        offering.cancel(subscription);
    }

    function test_Cancel_RevertGiven_Cancelled() public {
        uint64 subscription = _openWithOne();
        vm.startPrank(custodianHk);
        offering.cancel(subscription);
        vm.expectRevert(abi.encodeWithSelector(IOffering.SubscriptionDone.selector, subscription));
        offering.cancel(subscription);
        vm.stopPrank();
    }

    /// @dev Else another subscription could rest on money that is on its way back.
    function test_Cancel_KeepsTheMoneyReserved() public {
        uint64 subscription = _openWithOne();
        vm.expectEmit(address(offering));
        emit IOffering.SubscriptionCancelled(deal, subscription);
        vm.prank(custodianHk);
        offering.cancel(subscription);
        SeriesId series = noteHk.seriesId();
        _expectMoneyMissing(10 * FACE, 11 * FACE);
        offering.subscribe(series, investorHkTwo, 1);
        assertEq(offering.refundableOf(subscription), 10 * FACE, "to be paid back");
    }

    /* ALLOT */

    function test_Allot_RevertWhen_NotTheManager() public {
        uint64 subscription = _openWithOne();
        vm.warp(CUT_OFF);
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotManager.selector, deal, trustee));
        offering.allot(deal, _list(subscription, 10));
    }

    function test_Allot_RevertGiven_NotOpen() public {
        vm.prank(manager);
        vm.expectRevert(_stageForbids(IOffering.OfferStage.None));
        offering.allot(deal, _list(1, 10));
    }

    function test_Allot_RevertGiven_CutOffAhead() public {
        uint64 subscription = _openWithOne();
        vm.warp(CUT_OFF - 1);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.CutOffAhead.selector, deal, CUT_OFF));
        offering.allot(deal, _list(subscription, 10));
    }

    function test_Allot_RevertWhen_OfAnotherDeal() public {
        _openWithOne();
        vm.warp(CUT_OFF);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.UnknownSubscription.selector, deal, uint64(2)));
        offering.allot(deal, _list(2, 10));
    }

    function test_Allot_RevertGiven_Cancelled() public {
        uint64 subscription = _openWithOne();
        vm.prank(custodianHk);
        offering.cancel(subscription);
        vm.warp(CUT_OFF);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.SubscriptionDone.selector, subscription));
        offering.allot(deal, _list(subscription, 10));
    }

    function test_Allot_RevertGiven_Settled() public {
        uint64 subscription = _openWithOne();
        vm.warp(CUT_OFF);
        _allotAll(1);
        _settleAll(1);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IOffering.SubscriptionDone.selector, subscription));
        offering.allot(deal, _list(subscription, 9));
    }

    function test_Allot_RevertWhen_AboveTheDemand() public {
        uint64 subscription = _openWithOne();
        vm.warp(CUT_OFF);
        vm.prank(manager);
        vm.expectRevert(
            abi.encodeWithSelector(IOffering.AllotmentAboveDemand.selector, subscription, uint96(10), uint96(11))
        );
        offering.allot(deal, _list(subscription, 11));
    }

    function test_Allot_RevertWhen_Oversold() public {
        _open();
        uint64 first = _subscribe(custodianHk, noteHk.seriesId(), investorHk, 150);
        uint64 second = _subscribe(custodianHk, noteHk.seriesId(), investorHkTwo, 150);
        vm.warp(CUT_OFF);
        IOffering.Allotment[] memory list = new IOffering.Allotment[](2);
        list[0] = IOffering.Allotment(first, 150);
        list[1] = IOffering.Allotment(second, 51);
        vm.expectRevert(
            abi.encodeWithSelector(IOffering.SeriesOversold.selector, noteHk.seriesId(), uint96(200), uint256(201))
        );
        vm.prank(manager);
        offering.allot(deal, list);
    }

    function test_Allot_ALaterListOverrides() public {
        uint64 subscription = _openWithOne();
        vm.warp(CUT_OFF);
        vm.startPrank(manager);
        offering.allot(deal, _list(subscription, 10));
        vm.expectEmit(address(offering));
        emit IOffering.Allotted(deal, subscription, 4);
        offering.allot(deal, _list(subscription, 4));
        vm.stopPrank();
        (uint96 allotted, uint96 settled) = offering.unitsOf(noteHk.seriesId());
        assertTrue(allotted == 4 && settled == 0, "four of the series");
    }

    /* PRO RATA */

    function test_PreviewProRata_RevertWhen_OfAnotherSeries() public {
        uint64 subscription = _openWithOne();
        uint64[] memory list = new uint64[](1);
        list[0] = subscription;
        SeriesId series = noteB.seriesId();
        vm.expectRevert(abi.encodeWithSelector(IOffering.UnknownSubscription.selector, deal, subscription));
        offering.previewProRata(series, list);
    }

    /// @dev Demands of 100, 150 and 50 for 200 units: 66.67, 100, 33.33.
    function test_PreviewProRata_LargestRemainder() public {
        _open();
        uint64[] memory list = new uint64[](4);
        list[0] = _subscribe(custodianHk, noteHk.seriesId(), investorHk, 100);
        list[1] = _subscribe(custodianHk, noteHk.seriesId(), investorHkTwo, 150);
        list[2] = _subscribe(custodianHk, noteHk.seriesId(), investorHk, 50);
        list[3] = _subscribe(custodianHk, noteHk.seriesId(), investorHk, 60);
        vm.prank(custodianHk);
        offering.cancel(list[3]);
        IOffering.Allotment[] memory shares = offering.previewProRata(noteHk.seriesId(), list);
        assertTrue(shares[0].subscription == list[0] && shares[0].units == 67, "66.67 takes the unit left");
        assertEq(shares[1].units, 100, "half of all");
        assertEq(shares[2].units, 33, "33.33");
        assertEq(shares[3].units, 0, "cancelled");
    }

    function test_PreviewProRata_DemandFallsShort() public {
        uint64[] memory list = new uint64[](1);
        list[0] = _openWithOne();
        assertEq(offering.previewProRata(noteHk.seriesId(), list)[0].units, 10, "all they ask");
    }

    function testFuzz_ProRata_GivesAll(uint32[6] memory asked, uint32 supply) public pure {
        uint96[] memory demands = new uint96[](6);
        uint256 demand = 0;
        for (uint256 i = 0; i < 6; ++i) {
            demands[i] = asked[i];
            demand += asked[i];
        }
        uint96[] memory units = AllotmentLib.proRata(demands, supply);
        uint256 given = 0;
        for (uint256 i = 0; i < 6; ++i) {
            given += units[i];
            assertLe(units[i], asked[i], "not above the demand");
            if (demand > supply) assertGe(units[i] + 1, (uint256(asked[i]) * supply) / demand, "at least the floor");
        }
        assertEq(given, demand < supply ? demand : supply, "all that is there, or all that is asked");
    }

    function _open() private {
        vm.prank(manager);
        offering.open(deal, CUT_OFF);
    }

    function _openWithOne() private returns (uint64) {
        _open();
        return _subscribe(custodianHk, noteHk.seriesId(), investorHk, 10);
    }

    function _list(uint64 subscription, uint96 units) private pure returns (IOffering.Allotment[] memory list) {
        list = new IOffering.Allotment[](1);
        list[0] = IOffering.Allotment(subscription, units);
    }

    function _stageForbids(IOffering.OfferStage stage) private view returns (bytes memory) {
        return abi.encodeWithSelector(IOffering.OfferStageForbids.selector, deal, stage);
    }

    function _expectNotPlacer(SeriesId series, address wallet) private {
        vm.expectRevert(abi.encodeWithSelector(IOffering.NotPlacer.selector, deal, series, wallet));
        vm.prank(wallet);
    }

    function _expectMoneyMissing(uint256 balance, uint256 needed) private {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IOffering.MoneyMissing.selector, deal, balance, needed));
    }
}
