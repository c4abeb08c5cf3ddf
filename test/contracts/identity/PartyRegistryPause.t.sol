// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {PauseLib} from "../../../contracts/libraries/PauseLib.sol";
import {Pause} from "../../../contracts/types/Pause.sol";
import {CN, HK, MO} from "../../../contracts/types/Place.sol";
import {Standing} from "../../../contracts/types/Standing.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice What regulators pause in their places.
contract PartyRegistryPauseTest is RoomsFixture {
    uint16 private constant MINT = 1 << 1;
    uint16 private constant SECONDARY = 1 << 4;
    uint16 private constant REDEEM = 1 << 2;
    uint48 private constant DUE = START + UNPAUSE_FOR;

    /* PAUSE */

    function test_Pause_RevertWhen_NoRegulatorOfThePlace() public {
        _expectNotRole(regulatorCn);
        parties.pause(HK, SECONDARY, "order");
    }

    function test_Pause_RevertWhen_AttesterOfThePlace() public {
        _expectNotRole(attesterHk);
        parties.pause(HK, SECONDARY, "order");
    }

    function test_Pause_RevertWhen_OperationsUnknown() public {
        uint16[4] memory unknown = [uint16(0), 1, 1 << 8, 1 << 14];
        for (uint256 i = 0; i < unknown.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.OperationsUnknown.selector, unknown[i]));
            vm.prank(regulatorHk);
            parties.pause(HK, unknown[i], "order");
        }
    }

    function test_Pause_RevertWhen_HashMissing() public {
        vm.expectRevert(IPartyRegistry.EvidenceMissing.selector);
        vm.prank(regulatorHk);
        parties.pause(HK, SECONDARY, 0);
    }

    function test_Pause_RevertGiven_AllIsPaused() public {
        _pause(SECONDARY | MINT);
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.AlreadyPaused.selector, HK, SECONDARY));
        vm.prank(regulatorHk);
        parties.pause(HK, SECONDARY, "order");
    }

    function test_Pause_AtOnceInItsOwnPlace() public {
        vm.expectEmit(address(parties));
        emit IPartyRegistry.PlacePaused(HK, regulatorHk, SECONDARY, "order", START);
        _pause(SECONDARY);
        assertEq(parties.pausesOf(HK), SECONDARY, "paused");
        assertEq(parties.pausesOf(CN), 0, "not in the mainland");
        assertEq(parties.pausesOf(MO), 0, "nor in Macao");
    }

    function test_Pause_Payouts() public {
        _pause(PauseLib.PAYOUT | MINT);
        assertEq(parties.pausesOf(HK), PauseLib.PAYOUT | MINT, "what is no movement beside what is one");
    }

    function test_Pause_AddsToWhatIsPaused() public {
        _pause(SECONDARY);
        _pause(SECONDARY | REDEEM);
        assertEq(parties.pausesOf(HK), SECONDARY | REDEEM, "both");
    }

    function test_Pause_TakesBackAScheduledEnd() public {
        _pause(SECONDARY | MINT);
        _unpause(SECONDARY | MINT);
        _pause(SECONDARY);
        vm.warp(DUE);
        assertEq(parties.pausesOf(HK), SECONDARY, "stays; the other ends as it was scheduled");
        vm.warp(DUE + 365 days);
        assertEq(parties.pausesOf(HK), SECONDARY, "for good");
    }

    function test_Pause_TakesBackTheOnlyScheduledEnd() public {
        _pause(SECONDARY);
        _unpause(SECONDARY);
        _pause(SECONDARY);
        Pause memory kept = parties.pauseOf(HK);
        assertTrue(kept.operations == SECONDARY && kept.lifting == 0 && kept.liftAt == 0, "nothing is scheduled");
    }

    function test_Pause_AgainAfterItsEnd() public {
        _pause(SECONDARY);
        _unpause(SECONDARY);
        vm.warp(DUE);
        _pause(SECONDARY);
        assertEq(parties.pausesOf(HK), SECONDARY, "paused again");
    }

    /* UNPAUSE */

    function test_Unpause_RevertWhen_NoRegulatorOfThePlace() public {
        _pause(SECONDARY);
        _expectNotRole(regulatorMo);
        parties.unpause(HK, SECONDARY, "lifted");
    }

    function test_Unpause_RevertWhen_NotPaused() public {
        _pause(SECONDARY);
        _expectNotPaused(MINT);
        _expectNotPaused(SECONDARY | MINT);
        _expectNotPaused(0);
    }

    function test_Unpause_RevertGiven_ThePauseHasEnded() public {
        _pause(SECONDARY);
        _unpause(SECONDARY);
        vm.warp(DUE);
        _expectNotPaused(SECONDARY);
    }

    function test_Unpause_RevertWhen_HashMissing() public {
        _pause(SECONDARY);
        vm.expectRevert(IPartyRegistry.EvidenceMissing.selector);
        vm.prank(regulatorHk);
        parties.unpause(HK, SECONDARY, 0);
    }

    function test_Unpause_AfterTheDelay() public {
        _pause(SECONDARY);
        vm.expectEmit(address(parties));
        emit IPartyRegistry.UnpauseScheduled(HK, regulatorHk, SECONDARY, "lifted", START, DUE);
        assertEq(_unpause(SECONDARY), DUE, "told when");
        assertEq(parties.pausesOf(HK), SECONDARY, "still paused");
        vm.warp(DUE - 1);
        assertEq(parties.pausesOf(HK), SECONDARY, "the last second");
        vm.warp(DUE);
        assertEq(parties.pausesOf(HK), 0, "ended");
    }

    function test_Unpause_WhatIsNamedOnly() public {
        _pause(SECONDARY | MINT);
        _unpause(MINT);
        vm.warp(DUE);
        assertEq(parties.pausesOf(HK), SECONDARY, "the other stays");
    }

    function test_Unpause_TwoEndsTogether() public {
        _pause(SECONDARY | MINT);
        _unpause(MINT);
        vm.warp(START + 1 days);
        _unpause(SECONDARY);
        vm.warp(DUE);
        assertEq(parties.pausesOf(HK), SECONDARY | MINT, "the first waits for the second");
        vm.warp(DUE + 1 days);
        assertEq(parties.pausesOf(HK), 0, "both ended");
    }

    function test_Unpause_AfterAnEndThatIsPast() public {
        _pause(SECONDARY | MINT);
        _unpause(MINT);
        vm.warp(DUE);
        _unpause(SECONDARY);
        assertEq(parties.pausesOf(HK), SECONDARY, "what had ended stays so");
        assertEq(parties.pauseOf(HK).operations, SECONDARY, "and is forgotten");
    }

    function test_Unpause_ByAnotherRegulatorOfThePlace() public {
        _pause(SECONDARY);
        address second = _appoint("second regulator of Hong Kong", RolesLib.regulator(HK));
        vm.prank(second);
        parties.unpause(HK, SECONDARY, "lifted");
        vm.warp(START + 1);
        _pause(SECONDARY);
        vm.warp(DUE);
        assertEq(parties.pausesOf(HK), SECONDARY, "the first had time to object");
    }

    /* MOVEMENT */

    function test_MovementOf_NobodyForAddressZero() public view {
        (Standing sender, Standing receiver, uint16 paused) = parties.movementOf(address(0), address(0), HK);
        assertTrue(Standing.unwrap(sender) == 0 && Standing.unwrap(receiver) == 0 && paused == 0, "nothing");
    }

    function test_MovementOf_PlacesOfBothParties() public {
        _pause(SECONDARY);
        vm.prank(regulatorMo);
        parties.pause(MO, MINT, "order");
        vm.prank(regulatorCn);
        parties.pause(CN, REDEEM, "order");
        assertEq(_pausedFor(custodianHk, investorHk, HK), SECONDARY, "one place");
        assertEq(_pausedFor(investorMo, investorHk, HK), SECONDARY | MINT, "the sender's too");
        assertEq(_pausedFor(investorHk, investorMo, HK), SECONDARY | MINT, "the receiver's too");
        assertEq(_pausedFor(investorHk, investorMo, CN), SECONDARY | MINT | REDEEM, "all three");
        assertEq(_pausedFor(stranger, stranger, CN), REDEEM, "the series' alone");
    }

    function testFuzz_MovementOf_AgreesWithTheSingleViews(uint256 luck) public view {
        address[6] memory wallets = [investorCn, investorHk, investorMo, stranger, custodianHk, registrar];
        (address from, address to) = (wallets[luck % 6], wallets[(luck >> 8) % 6]);
        (Standing sender, Standing receiver, ) = parties.movementOf(from, to, CN);
        assertEq(Standing.unwrap(sender), Standing.unwrap(parties.standingOf(from)), "sender");
        assertEq(Standing.unwrap(receiver), Standing.unwrap(parties.standingOf(to)), "receiver");
    }

    /* INTERNAL */

    function _pause(uint16 operations) private {
        vm.prank(regulatorHk);
        parties.pause(HK, operations, "order");
    }

    function _unpause(uint16 operations) private returns (uint48) {
        vm.prank(regulatorHk);
        return parties.unpause(HK, operations, "lifted");
    }

    function _pausedFor(address from, address to, uint16 jurisdiction) private view returns (uint16 paused) {
        (, , paused) = parties.movementOf(from, to, jurisdiction);
    }

    function _expectNotPaused(uint16 operations) private {
        vm.expectRevert(abi.encodeWithSelector(IPartyRegistry.NotPaused.selector, HK, operations));
        vm.prank(regulatorHk);
        parties.unpause(HK, operations, "lifted");
    }

    function _expectNotRole(address account) private {
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.regulator(HK), account));
        vm.prank(account);
    }
}
