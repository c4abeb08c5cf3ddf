// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IResolutions} from "../../../contracts/interfaces/IResolutions.sol";
import {IWaivers} from "../../../contracts/interfaces/IWaivers.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {DealEventKind, DealStage, Office} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, RightId} from "../../../contracts/types/Ids.sol";
import {DealProgram as P} from "../waterfall/DealProgram.sol";
import {VotingFixture} from "./VotingFixture.sol";

/// @notice What a passed resolution does. Behaviour in ResolutionsExecute.tree.
contract ResolutionsExecuteTest is VotingFixture {
    function setUp() public override {
        super.setUp();
        _takeBooks();
    }

    function test_Execute_RevertGiven_NotPassed() public {
        uint64 resolution = _propose(IResolutions.Matter.Acceleration, "");
        _expectStage(resolution, IResolutions.ResolutionStage.Voting);
        _conclude(resolution);
        _expectStage(resolution, IResolutions.ResolutionStage.Failed);
    }

    function test_Execute_RevertGiven_ExecutedAlready() public {
        uint64 resolution = _passed(IResolutions.Matter.Acceleration, "");
        _execute(resolution, "");
        _expectStage(resolution, IResolutions.ResolutionStage.Executed);
    }

    function test_Execute_RevertWhen_ThePayloadDiffers() public {
        uint64 resolution = _passed(IResolutions.Matter.Waiver, abi.encode("minutes"));
        bytes memory other = abi.encode("other minutes");
        bytes32 stated = keccak256(abi.encode("minutes"));
        _revert(abi.encodeWithSelector(IResolutions.PayloadDiffers.selector, stated, keccak256(other)));
        _execute(resolution, other);
    }

    function test_Execute_InTheLastSecondAndNotAfter() public {
        uint64 resolution = _passed(IResolutions.Matter.Acceleration, "");
        uint48 endedAt = resolutions.resolutionOf(resolution).endsAt + 2 * WEEK;
        vm.warp(endedAt);
        _revert(abi.encodeWithSelector(IResolutions.ExecutionOver.selector, resolution, endedAt));
        _execute(resolution, "");
        vm.warp(endedAt - 1);
        _execute(resolution, "");
        _assertStage(resolution, IResolutions.ResolutionStage.Executed);
    }

    function test_Execute_AccelerationMovesTheDealWithTheNextApproval() public {
        uint64 resolution = _passed(IResolutions.Matter.Acceleration, "");
        vm.expectEmit(address(resolutions));
        emit IResolutions.ResolutionExecuted(deal, resolution, "");
        _execute(resolution, "");
        assertTrue(deals.stageOf(deal) == DealStage.Active, "not yet");
        _run(deal, FIRST);
        assertTrue(deals.stageOf(deal) == DealStage.Accelerated, "with the approval");
    }

    function test_Execute_DefaultMovesTheDealWithTheNextApproval() public {
        uint64 resolution = _propose(IResolutions.Matter.Default, "");
        _cast(resolution, 3, investorHk, 300, 0);
        _cast(resolution, 0, registrar, 200, 0);
        _conclude(resolution);
        _execute(resolution, "");
        _run(deal, FIRST);
        assertTrue(deals.stageOf(deal) == DealStage.Defaulted, "with the approval");
    }

    function test_Execute_AWaiverTakesTheManagersPartAndNotTheTrustees() public {
        deals.accelerate(deal, "trigger");
        uint64 resolution = _passed(IResolutions.Matter.Waiver, abi.encode(bytes32("minutes")));
        _revert(abi.encodeWithSelector(IWaivers.WaiverAbsent.selector, deal));
        _execute(resolution, abi.encode(bytes32("minutes")));
        vm.prank(trustee);
        waivers.propose(deal, "minutes");
        _execute(resolution, abi.encode(bytes32("minutes")));
        assertTrue(deals.stageOf(deal) == DealStage.Active, "active again");
    }

    /// @dev Before acceleration there is no stage to give back: the event alone stops a cure from running out.
    function test_Execute_AWaiverBeforeAccelerationIsTheEvent() public {
        uint64 resolution = _passed(IResolutions.Matter.Waiver, abi.encode(bytes32("minutes")));
        _execute(resolution, abi.encode(bytes32("minutes")));
        assertEq(oracle.totalsOf(deal, FIRST).events, 1 << uint256(DealEventKind.Waived), "waived");
        assertTrue(deals.stageOf(deal) == DealStage.Active, "as before");
    }

    function test_Execute_ASubstitutionIsPermittedAndTheOfficesAgree() public {
        RightId magnets = _register(_rightTerms("patent of magnets", 4, 1_00));
        RightId leaving = pools.poolOf(deal)[0];
        bytes memory payload = abi.encode(leaving, magnets, bytes32("agreement"));
        uint64 resolution = _passed(IResolutions.Matter.Substitution, payload);
        _execute(resolution, payload);
        assertTrue(pools.poolOf(deal)[0] == leaving, "not yet");
        vm.prank(originator);
        replacements.propose(deal, leaving, magnets, "agreement");
        vm.prank(trustee);
        replacements.agree(deal, "agreement");
        assertTrue(pools.poolOf(deal)[0] == magnets, "worse, as resolved");
    }

    function test_Execute_AnOfficePassesWithoutTheRegulator() public {
        address successor = _meet("servicer Zhuhai", GUANGZHOU);
        uint64 proposal = _succeed(deal, successor);
        uint64 resolution = _passed(IResolutions.Matter.OfficeReplacement, abi.encode(proposal));
        _execute(resolution, abi.encode(proposal));
        PartyId party = parties.partyOf(successor);
        assertTrue(deals.officeOf(deal, Office.Servicer, 0) == party, "in office");
    }

    function test_Execute_RevertWhen_TheSuccessionIsOfAnotherDeal() public {
        DealId other = _draftDeal();
        uint64 proposal = _succeed(other, _meet("servicer Zhuhai", GUANGZHOU));
        uint64 resolution = _passed(IResolutions.Matter.OfficeReplacement, abi.encode(proposal));
        _revert(abi.encodeWithSelector(IResolutions.ProposalElsewhere.selector, proposal, other));
        _execute(resolution, abi.encode(proposal));
    }

    function test_Execute_AScheduleIsExtendedWithoutTheTrustee() public {
        vm.prank(manager);
        schedules.propose(deal, P.schedule(1), "rows");
        bytes memory payload = abi.encode(P.schedule(1), bytes32("rows"));
        uint64 resolution = _passed(IResolutions.Matter.ScheduleAmendment, payload);
        _execute(resolution, payload);
        (, uint256[] memory words) = waterfall.programOf(deal);
        assertEq(abi.encode(words), abi.encode(P.schedule(5)), "four rows and one");
    }

    /// @dev The doors below know the room by its role, which nothing but the wiring gives.
    function test_Execute_RevertGiven_TheRoomHasNoRole() public {
        uint64 resolution = _passed(IResolutions.Matter.Acceleration, "");
        access.revokeRole(RolesLib.ROOM_RESOLUTIONS, address(resolutions));
        bytes4 selector = IDealBook.NotOfficeHolder.selector;
        _revert(abi.encodeWithSelector(selector, deal, Office.Trustee, address(resolutions)));
        _execute(resolution, "");
    }

    /* INTERNAL */

    /// @dev A succession of the servicer, accepted.
    function _succeed(DealId passing, address successor) private returns (uint64 proposal) {
        PartyId party = parties.partyOf(successor);
        vm.prank(trustee);
        proposal = succession.propose(passing, Office.Servicer, 0, party, "document");
        vm.prank(successor);
        succession.accept(proposal);
    }

    function _expectStage(uint64 resolution, IResolutions.ResolutionStage stage) private {
        _revert(abi.encodeWithSelector(IResolutions.ResolutionStageForbids.selector, resolution, stage));
        _execute(resolution, "");
    }
}
