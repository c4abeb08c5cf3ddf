// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {PartyId} from "../../../contracts/types/Ids.sol";
import {CN, HK} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

contract PartyRegistryOrdersTest is RoomsFixture {
    PartyId private constant NOBODY = PartyId.wrap(12345);
    PartyId private _wong;
    address private _secondRegulator;

    function setUp() public override {
        super.setUp();
        _wong = parties.partyOf(investorHk);
        _secondRegulator = _appoint("second regulator of Hong Kong", RolesLib.regulator(HK));
    }

    /* REVOKE */

    function test_Revoke_RevertWhen_UnknownParty() public {
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.UnknownParty.selector, NOBODY));
        vm.prank(attesterHk);
        parties.revoke(NOBODY, "reason");
    }

    function test_Revoke_RevertWhen_AttesterOfAnotherPlace() public {
        _expectNotRole(RolesLib.attester(HK), attesterCn);
        parties.revoke(_wong, "reason");
    }

    function test_Revoke_RevertWhen_EvidenceMissing() public {
        vm.expectRevert(IPartyRegistry.EvidenceMissing.selector);
        vm.prank(attesterHk);
        parties.revoke(_wong, 0);
    }

    function test_Revoke_RevertGiven_Revoked() public {
        _revoke();
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.PartyAlreadyRevoked.selector, _wong));
        vm.prank(attesterHk);
        parties.revoke(_wong, "reason");
    }

    function test_Revoke_EndsEligibilityAtOnce() public {
        vm.warp(START + 5);
        vm.expectEmit(address(parties));
        emit IPartyRegistry.PartyRevoked(_wong, attesterHk, "reason", START + 5);
        _revoke();
        assertFalse(parties.isEligible(_wong), "not eligible");
        assertTrue(parties.profile(_wong).revoked, "revoked");
        assertEq(parties.attestedAt(_wong), START + 5, "at this moment");
        assertTrue(parties.partyOf(investorHk) == _wong, "the wallet stays bound");
    }

    /* RESTRICT */

    function test_Restrict_RevertWhen_UnknownParty() public {
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.UnknownParty.selector, NOBODY));
        vm.prank(regulatorHk);
        parties.restrict(NOBODY, "order");
    }

    function test_Restrict_RevertWhen_RegulatorOfAnotherPlace() public {
        _expectNotRole(RolesLib.regulator(HK), regulatorCn);
        parties.restrict(_wong, "order");
    }

    function test_Restrict_RevertWhen_AttesterOfThePlace() public {
        _expectNotRole(RolesLib.regulator(HK), attesterHk);
        parties.restrict(_wong, "order");
    }

    function test_Restrict_RevertWhen_HashMissing() public {
        vm.expectRevert(IPartyRegistry.EvidenceMissing.selector);
        vm.prank(regulatorHk);
        parties.restrict(_wong, 0);
    }

    function test_Restrict_RecordsTheOrder() public {
        vm.expectEmit(address(parties));
        emit IPartyRegistry.PartyRestricted(_wong, 1, regulatorHk, "order");
        uint64 orderId = _restrict(regulatorHk);
        IPartyRegistry.Order memory order = parties.orderOf(orderId);
        assertTrue(order.party == _wong, "of the party");
        assertEq(order.jurisdiction, HK, "of the place");
        assertEq(order.authority, regulatorHk, "by its authority");
        assertFalse(order.lifted, "alive");
        assertEq(parties.orderCount(), 1, "one order");
        assertFalse(parties.isEligible(_wong), "restricted");
    }

    /* LIFT */

    function test_Lift_RevertWhen_UnknownOrder() public {
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.UnknownOrder.selector, 7));
        vm.prank(regulatorHk);
        parties.lift(7, "lifted");
    }

    function test_Lift_RevertWhen_RegulatorOfAnotherPlace() public {
        uint64 orderId = _restrict(regulatorHk);
        _expectNotRole(RolesLib.regulator(HK), regulatorCn);
        parties.lift(orderId, "lifted");
    }

    function test_Lift_RevertWhen_AnotherAuthorityOfThePlace() public {
        uint64 orderId = _restrict(regulatorHk);
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.NotOrderAuthority.selector, orderId, _secondRegulator));
        vm.prank(_secondRegulator);
        parties.lift(orderId, "lifted");
    }

    function test_Lift_RevertWhen_AuthorityIsRegulatorNoMore() public {
        uint64 orderId = _restrict(regulatorHk);
        access.revokeRole(RolesLib.regulator(HK), regulatorHk);
        _expectNotRole(RolesLib.regulator(HK), regulatorHk);
        parties.lift(orderId, "lifted");
    }

    function test_Lift_RevertWhen_HashMissing() public {
        uint64 orderId = _restrict(regulatorHk);
        vm.expectRevert(IPartyRegistry.EvidenceMissing.selector);
        vm.prank(regulatorHk);
        parties.lift(orderId, 0);
    }

    function test_Lift_RevertGiven_Lifted() public {
        uint64 orderId = _restrict(regulatorHk);
        _restrict(regulatorHk);
        _lift(regulatorHk, orderId);
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.OrderAlreadyLifted.selector, orderId));
        vm.prank(regulatorHk);
        parties.lift(orderId, "lifted");
    }

    function test_Lift_EndsTheOrder() public {
        uint64 orderId = _restrict(regulatorHk);
        vm.expectEmit(address(parties));
        emit IPartyRegistry.RestrictionLifted(_wong, orderId, regulatorHk, "lifted");
        _lift(regulatorHk, orderId);
        assertTrue(parties.orderOf(orderId).lifted, "lifted");
        assertTrue(parties.isEligible(_wong), "eligible again");
    }

    function test_Lift_SuccessorOfTheAuthority() public {
        uint64 orderId = _restrict(regulatorHk);
        access.revokeRole(RolesLib.regulator(HK), regulatorHk);
        _lift(_secondRegulator, orderId);
        assertTrue(parties.isEligible(_wong), "the successor lifts");
    }

    /// @dev Two orders of two authorities on one party: it stays restricted until both are gone.
    function test_Lift_OrdersStack() public {
        uint64 first = _restrict(regulatorHk);
        uint64 second = _restrict(_secondRegulator);
        _lift(regulatorHk, first);
        assertFalse(parties.isEligible(_wong), "one order lives");
        _lift(_secondRegulator, second);
        assertTrue(parties.isEligible(_wong), "none lives");
    }

    /// @dev Restrictions are the living orders, whatever the order of acts.
    function testFuzz_Restrict_CountsLivingOrders(uint256 acts) public {
        uint256 living = 0;
        for (uint256 step = 0; step < 24; ++step) {
            uint64 orderId = uint64((acts >> (8 * step)) & 0x0f);
            bool isAlive = parties.orderOf(orderId).authority != address(0) && !parties.orderOf(orderId).lifted;
            if (isAlive) _lift(regulatorHk, orderId);
            else _restrict(regulatorHk);
            living = isAlive ? living - 1 : living + 1;
            assertEq(parties.profile(_wong).restrictions, living, "as many as live");
            assertTrue(parties.isEligible(_wong) == (living == 0), "eligible when none lives");
        }
    }

    /* INTERNAL */

    function _revoke() private {
        vm.prank(attesterHk);
        parties.revoke(_wong, "reason");
    }

    function _restrict(address regulator) private returns (uint64) {
        vm.prank(regulator);
        return parties.restrict(_wong, "order");
    }

    function _lift(address regulator, uint64 orderId) private {
        vm.prank(regulator);
        parties.lift(orderId, "lifted");
    }

    function _expectNotRole(uint64 role, address account) private {
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, role, account));
        vm.prank(account);
    }
}
