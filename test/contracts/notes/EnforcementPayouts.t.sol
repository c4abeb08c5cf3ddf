// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcement} from "../../../contracts/interfaces/IEnforcement.sol";

import {PauseLib} from "../../../contracts/libraries/PauseLib.sol";
import {SeriesId} from "../../../contracts/types/Ids.sol";
import {HK, MO} from "../../../contracts/types/Place.sol";
import {Standing} from "../../../contracts/types/Standing.sol";
import {OrdersFixture} from "./OrdersFixture.sol";

/// @notice Who may be paid while places pause payouts. What is asked about is a list of wallets, whatever they hold.
contract EnforcementPayoutsTest is OrdersFixture {
    SeriesId private _hk;

    function setUp() public override {
        super.setUp();
        _hk = noteHk.seriesId();
    }

    function test_PayableTo_IsTheStandingsOfWhoIsPaid() public view {
        _checkPayable(investorHk, investorMo);
    }

    function test_PayableTo_RevertGiven_ThePlaceOfTheSeriesPauses() public {
        _pause(HK, regulatorHk, PauseLib.PAYOUT);
        _expectPaused(address(0), HK);
        enforcement.payableTo(_hk, 1, new address[](0));
        _expectPaused(address(0), HK);
        enforcement.payableTo(_hk, 1, _list(investorMo, investorCn));
    }

    function test_PayableTo_RevertGiven_ThePlaceOfAPartyPauses() public {
        _pause(MO, regulatorMo, PauseLib.PAYOUT);
        _expectPaused(investorMo, MO);
        enforcement.payableTo(_hk, 1, _list(investorMo, investorHk));
        _expectPaused(investorMo, MO);
        enforcement.payableTo(_hk, 1, _list(investorHk, investorMo));
        _expectPaused(investorMo, MO);
        enforcement.payableTo(_hk, 1, _list(investorCn, investorMo));
        _checkPayable(investorHk, investorCn);
    }

    function test_PayableTo_GivenAnOrderLivesOnThePartyOfAPausedPlace() public {
        _restrict(investorMo, regulatorMo);
        _pause(MO, regulatorMo, PauseLib.PAYOUT);
        _checkPayable(investorMo, investorHk);
    }

    function test_PayableTo_RevertGiven_TheReceiverOfAnOrderIsOfAPausedPlace() public {
        noteHk.closeBook();
        noteHk.takeBook();
        noteHk.openBook();
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        terms.entitlements = IEnforcement.Entitlements.Follow;
        uint64 order = _propose(terms);
        vm.prank(regulatorHk);
        enforcement.confirm(order, terms);
        Standing[] memory standings = enforcement.payableTo(_hk, 1, _list(investorHk, investorMo));
        assertTrue(standings[0].party() == parties.partyOf(investorHkTwo), "the receiver is paid");
        _pause(HK, regulatorHk, PauseLib.PAYOUT);
        SeriesId mo = noteMo.seriesId();
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.PayoutsPaused.selector, mo, investorHk, HK));
        enforcement.payableTo(mo, 1, _list(investorMo, investorHk));
    }

    function test_PayableTo_AnotherOperationStopsNothing() public {
        _pause(HK, regulatorHk, 1 << 4);
        _checkPayable(investorHk, investorMo);
    }

    function test_PayableTo_AfterThePause() public {
        _pause(HK, regulatorHk, PauseLib.PAYOUT);
        vm.prank(regulatorHk);
        uint48 effectiveAt = parties.unpause(HK, PauseLib.PAYOUT, "lifted");
        vm.warp(effectiveAt - 1);
        _expectPaused(address(0), HK);
        enforcement.payableTo(_hk, 1, _list(investorHk, investorMo));
        vm.warp(effectiveAt);
        _checkPayable(investorHk, investorMo);
    }

    /* INTERNAL */

    function _checkPayable(address first, address second) private view {
        Standing[] memory standings = enforcement.payableTo(_hk, 1, _list(first, second));
        assertTrue(standings[0].party() == parties.partyOf(first), "the first");
        assertTrue(standings[1].party() == parties.partyOf(second), "the second");
    }

    function _pause(uint16 jurisdiction, address regulator, uint16 operations) private {
        vm.prank(regulator);
        parties.pause(jurisdiction, operations, "order");
    }

    function _expectPaused(address holder, uint16 jurisdiction) private {
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.PayoutsPaused.selector, _hk, holder, jurisdiction));
    }

    function _list(address first, address second) private pure returns (address[] memory holders) {
        holders = new address[](2);
        (holders[0], holders[1]) = (first, second);
    }
}
