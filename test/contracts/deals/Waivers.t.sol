// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IWaivers} from "../../../contracts/interfaces/IWaivers.sol";

import {DealStage, Office} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice An acceleration is waived by trustee and manager together, on the same minutes.
contract WaiversTest is RoomsFixture {
    DealId private deal;

    function setUp() public override {
        super.setUp();
        _standInForRooms();
        deal = _activeDeal();
        deals.accelerate(deal, "trigger");
    }

    function test_Propose_RevertWhen_NotTheTrustee() public {
        _expectNotHolder(Office.Trustee, manager);
        waivers.propose(deal, "minutes");
    }

    function test_Propose_RevertGiven_NotAccelerated() public {
        deals.declareDefault(deal, "trigger");
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Defaulted));
        _propose("minutes");
    }

    function test_Propose_RevertWhen_NoDocument() public {
        vm.expectRevert(IWaivers.WaiverUndocumented.selector);
        _propose(0);
    }

    function test_Propose_TheLaterOneStands() public {
        _propose("minutes");
        vm.expectEmit(address(waivers));
        emit IWaivers.WaiverProposed(deal, parties.partyOf(trustee), "minutes, corrected");
        _propose("minutes, corrected");
        (PartyId proposer, bytes32 documentHash) = waivers.proposalOf(deal);
        assertTrue(proposer == parties.partyOf(trustee), "by the trustee");
        assertEq(documentHash, "minutes, corrected", "the later one");
        assertTrue(deals.stageOf(deal) == DealStage.Accelerated, "one party waives nothing");
    }

    function test_Withdraw_RevertWhen_NotTheTrustee() public {
        _propose("minutes");
        _expectNotHolder(Office.Trustee, manager);
        waivers.withdraw(deal);
    }

    function test_Withdraw_RevertGiven_NoneIsProposed() public {
        vm.expectRevert(abi.encodeWithSelector(IWaivers.WaiverAbsent.selector, deal));
        vm.prank(trustee);
        waivers.withdraw(deal);
    }

    function test_Withdraw_EndsIt() public {
        _propose("minutes");
        vm.expectEmit(address(waivers));
        emit IWaivers.WaiverWithdrawn(deal, "minutes");
        vm.prank(trustee);
        waivers.withdraw(deal);
        vm.expectRevert(abi.encodeWithSelector(IWaivers.WaiverAbsent.selector, deal));
        _agree("minutes");
    }

    function test_Agree_RevertWhen_NotTheManager() public {
        _propose("minutes");
        _expectNotHolder(Office.Manager, trustee);
        waivers.agree(deal, "minutes");
    }

    function test_Agree_RevertGiven_NoneIsProposed() public {
        vm.expectRevert(abi.encodeWithSelector(IWaivers.WaiverAbsent.selector, deal));
        _agree(0);
    }

    function test_Agree_RevertWhen_OtherMinutes() public {
        _propose("minutes");
        bytes32 other = "other minutes";
        vm.expectRevert(abi.encodeWithSelector(IWaivers.WaiverDiffers.selector, deal, bytes32("minutes"), other));
        _agree(other);
    }

    function test_Agree_RevertGiven_TheTrusteeIsRevoked() public {
        _propose("minutes");
        PartyId party = parties.partyOf(trustee);
        vm.prank(attesterHk);
        parties.revoke(party, "reason");
        vm.expectRevert(abi.encodeWithSelector(IWaivers.WaiverLapsed.selector, deal, party));
        _agree("minutes");
    }

    function test_Agree_RevertGiven_TheTrusteeLeft() public {
        _propose("minutes");
        PartyId party = parties.partyOf(trustee);
        PartyId successor = parties.partyOf(investorHk);
        vm.prank(manager);
        uint64 proposal = succession.propose(deal, Office.Trustee, 0, successor, "document");
        vm.prank(investorHk);
        succession.accept(proposal);
        vm.prank(regulatorHk);
        succession.clear(proposal);
        vm.expectRevert(abi.encodeWithSelector(IWaivers.WaiverLapsed.selector, deal, party));
        _agree("minutes");
    }

    function test_Agree_RevertGiven_TheDealDefaultedMeanwhile() public {
        _propose("minutes");
        deals.declareDefault(deal, "trigger");
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Defaulted));
        _agree("minutes");
    }

    function test_Agree_MakesTheDealActive() public {
        _propose("minutes");
        vm.expectEmit(address(waivers));
        emit IWaivers.WaiverAgreed(deal, parties.partyOf(manager), "minutes");
        vm.expectEmit(address(deals));
        emit IDealBook.DealMoved(deal, DealStage.Accelerated, DealStage.Active, "minutes");
        _agree("minutes");
        assertTrue(deals.stageOf(deal) == DealStage.Active, "active");
        (uint64 count, ) = waivers.trailOf(deal);
        assertEq(count, 2, "two acts in the trail");
    }

    /// @dev A waiver is good for one acceleration.
    function test_Agree_IsUsedUp() public {
        _propose("minutes");
        _agree("minutes");
        deals.accelerate(deal, "again");
        vm.expectRevert(abi.encodeWithSelector(IWaivers.WaiverAbsent.selector, deal));
        _agree("minutes");
    }

    function _propose(bytes32 documentHash) private {
        vm.prank(trustee);
        waivers.propose(deal, documentHash);
    }

    function _agree(bytes32 documentHash) private {
        vm.prank(manager);
        waivers.agree(deal, documentHash);
    }

    function _expectNotHolder(Office office, address account) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, office, account));
        vm.prank(account);
    }
}
