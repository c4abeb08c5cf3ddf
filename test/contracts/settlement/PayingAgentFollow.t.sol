// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcement} from "../../../contracts/interfaces/IEnforcement.sol";
import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice Whose the entitlements are that were booked before an order took the units.
contract PayingAgentFollowTest is SettlementFixture {
    /// @dev Of the first distribution: Wong 120 × 6.00.
    uint128 private constant WONG = 720_00;

    SeriesId private _hk;

    function setUp() public override {
        super.setUp();
        _closedOffer();
        _hk = noteHk.seriesId();
        _booked(_distribution(FIRST));
    }

    function test_Instruct_PaysTheReceiverWhereTheOrderSaysSo() public {
        IEnforcement.OrderTerms memory terms = _terms(investorHk, investorHkTwo, 20, IEnforcement.Entitlements.Follow);
        uint64 order = _propose(terms);
        vm.expectEmit(address(enforcement));
        emit IEnforcement.EntitlementsFollowed(_hk, investorHk, investorHkTwo, 1);
        vm.prank(regulatorHk);
        enforcement.confirm(order, terms);
        assertEq(enforcement.payeeOf(_hk, 1, investorHk), investorHkTwo, "what is booked follows");
        assertEq(enforcement.payeeOf(_hk, 2, investorHk), investorHk, "what comes later is its own");
        _restrict(investorHk, regulatorHk);
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        assertEq(agent.instructionOf(instruction).amount, WONG, "an order on the old holder does not hold it");
    }

    function test_Instruct_WithholdsFromAReceiverUnderAnOrder() public {
        _order(investorHk, investorHkTwo, 20, IEnforcement.Entitlements.Follow);
        uint64 order = _restrict(investorHkTwo, regulatorHk);
        vm.expectEmit(address(agent));
        emit IPayingAgent.PayoutWithheld(_hk, FIRST, investorHk, WONG);
        _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.StillRestricted.selector, investorHk));
        agent.releaseWithheld(_hk, FIRST, _one(investorHk));
        vm.prank(regulatorHk);
        parties.lift(order, "lifted");
        vm.prank(custodianHk);
        agent.releaseWithheld(_hk, FIRST, _one(investorHk));
    }

    function test_Instruct_PaysTheHolderWhereTheOrderSaysThatItStays() public {
        _order(investorHk, investorHkTwo, 20, IEnforcement.Entitlements.Stay);
        assertEq(enforcement.payeeOf(_hk, 1, investorHk), investorHk, "its own");
        _restrict(investorHk, regulatorHk);
        vm.expectEmit(address(agent));
        emit IPayingAgent.PayoutWithheld(_hk, FIRST, investorHk, WONG);
        _instruct(custodianHk, _hk, FIRST, _one(investorHk));
    }

    function test_Confirm_RevertGiven_NothingIsLeftToFollow() public {
        _order(investorHk, investorHkTwo, 20, IEnforcement.Entitlements.Follow);
        IEnforcement.OrderTerms memory terms = _terms(investorHk, investorHkTwo, 10, IEnforcement.Entitlements.Follow);
        uint64 order = _propose(terms);
        vm.prank(regulatorHk);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.NothingFollows.selector, _hk, investorHk));
        enforcement.confirm(order, terms);
    }

    function test_Confirm_LaterBooksFollowALaterOrder() public {
        address third = _meet("investor Tse", HONG_KONG);
        _order(investorHk, investorHkTwo, 20, IEnforcement.Entitlements.Follow);
        _grantRecords();
        noteHk.closeBook();
        noteHk.takeBook();
        noteHk.openBook();
        _order(investorHk, third, 20, IEnforcement.Entitlements.Follow);
        assertEq(enforcement.payeeOf(_hk, 1, investorHk), investorHkTwo, "the first book");
        assertEq(enforcement.payeeOf(_hk, 2, investorHk), third, "the second");
        assertEq(enforcement.payeeOf(_hk, 3, investorHk), investorHk, "none yet");
    }

    /* INTERNAL */

    function _terms(
        address from,
        address to,
        uint96 units,
        IEnforcement.Entitlements entitlements
    ) private view returns (IEnforcement.OrderTerms memory terms) {
        terms.series = _hk;
        terms.kind = IEnforcement.OrderKind.Transfer;
        terms.entitlements = entitlements;
        terms.from = from;
        terms.to = to;
        terms.units = units;
        terms.basisHash = "judgment";
        terms.salt = "salt";
    }

    function _propose(IEnforcement.OrderTerms memory terms) private returns (uint64) {
        bytes32 digest = enforcement.digestOf(terms);
        vm.prank(trustee);
        return enforcement.propose(deal, digest);
    }

    function _order(address from, address to, uint96 units, IEnforcement.Entitlements entitlements) private {
        IEnforcement.OrderTerms memory terms = _terms(from, to, units, entitlements);
        uint64 order = _propose(terms);
        vm.prank(regulatorHk);
        enforcement.confirm(order, terms);
    }

    function _grantRecords() private {
        _grantRoom(RolesLib.ROOM_RECORDS, address(this));
    }
}
