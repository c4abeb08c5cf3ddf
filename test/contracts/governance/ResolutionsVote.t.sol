// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";
import {IResolutions} from "../../../contracts/interfaces/IResolutions.sol";

import {PartyId, SeriesId} from "../../../contracts/types/Ids.sol";
import {VotingFixture} from "./VotingFixture.sol";

/// @notice Who votes with what weight, and what counts as a majority. Behaviour in ResolutionsVote.tree.
contract ResolutionsVoteTest is VotingFixture {
    uint64 private resolution;

    function setUp() public override {
        super.setUp();
        resolution = _accelerating();
    }

    /* CAST */

    function test_Cast_RevertWhen_ActingForAnotherThanTheHolder() public {
        SeriesId voting = series[1];
        vm.prank(investorMo);
        _revert(abi.encodeWithSelector(IResolutions.NotVoter.selector, investorHk, investorMo));
        resolutions.cast(resolution, voting, IResolutions.Vote(investorHk, 120, 0));
        vm.prank(stranger);
        _revert(abi.encodeWithSelector(IResolutions.NotVoter.selector, stranger, stranger));
        resolutions.cast(resolution, voting, IResolutions.Vote(stranger, 1, 0));
    }

    function test_Cast_RevertGiven_ThePartyIsRevoked() public {
        PartyId party = parties.partyOf(investorHk);
        vm.prank(attesterHk);
        parties.revoke(party, "file");
        _expectUncast(
            1,
            investorHk,
            120,
            abi.encodeWithSelector(IResolutions.NotVoter.selector, investorHk, investorHk)
        );
    }

    function test_Cast_RevertWhen_OriginatorOrManagerVotes() public {
        PartyId party = parties.partyOf(originator);
        _expectUncast(0, originator, 50, abi.encodeWithSelector(IResolutions.VoterExcluded.selector, party));
        party = parties.partyOf(manager);
        _expectUncast(0, manager, 30, abi.encodeWithSelector(IResolutions.VoterExcluded.selector, party));
    }

    function test_Cast_RevertWhen_AnAffiliateVotes() public {
        PartyId party = parties.partyOf(guarantor);
        assertTrue(resolutions.isExcluded(deal, party), "named in the terms");
        _expectUncast(1, guarantor, 1, abi.encodeWithSelector(IResolutions.VoterExcluded.selector, party));
    }

    function test_Cast_RevertGiven_TheSeriesDoesNotVote() public {
        bytes memory reason = abi.encodeWithSelector(IResolutions.SeriesDoesNotVote.selector, resolution, series[3]);
        _expectUncast(3, investorHk, 300, reason);
    }

    function test_Cast_RevertWhen_MoreThanHeld() public {
        _expectUncast(1, investorHk, 121, abi.encodeWithSelector(IResolutions.VotesExceedUnits.selector, 121, 120));
    }

    function test_Cast_RevertWhen_NoUnitVotes() public {
        _expectUncast(1, investorHk, 0, abi.encodeWithSelector(IResolutions.VoteEmpty.selector, investorHk));
    }

    function test_Cast_RevertGiven_VotedAlready() public {
        _cast(resolution, 1, investorHk, 60, 0);
        _expectUncast(
            1,
            investorHk,
            60,
            abi.encodeWithSelector(IResolutions.VotedAlready.selector, resolution, series[1], investorHk)
        );
    }

    function test_Cast_RevertGiven_TheEndHasCome() public {
        uint48 endsAt = resolutions.resolutionOf(resolution).endsAt;
        vm.warp(endsAt);
        _expectUncast(1, investorHk, 120, abi.encodeWithSelector(IResolutions.VotingOver.selector, resolution, endsAt));
    }

    function test_Cast_RevertGiven_Concluded() public {
        _conclude(resolution);
        bytes4 selector = IResolutions.ResolutionStageForbids.selector;
        bytes memory reason = abi.encodeWithSelector(selector, resolution, IResolutions.ResolutionStage.Failed);
        _expectUncast(1, investorHk, 120, reason);
    }

    function test_Cast_CountsUntilTheLastSecond() public {
        vm.warp(resolutions.resolutionOf(resolution).endsAt - 1);
        vm.expectEmit(address(resolutions));
        emit IResolutions.VoteCast(
            resolution,
            series[1],
            parties.partyOf(investorHk),
            IResolutions.Vote(investorHk, 100, 20),
            10_000_00,
            2_000_00
        );
        _cast(resolution, 1, investorHk, 100, 20);
        IResolutions.Resolution memory own = resolutions.resolutionOf(resolution);
        assertTrue(own.cast == 12_000_00 && own.inFavour == 10_000_00, "weights");
        assertTrue(resolutions.isCounted(resolution, series[1], investorHk), "counted");
    }

    function test_Cast_AHolderForOthersSplitsItsUnits() public {
        _cast(resolution, 0, registrar, 150, 30);
        IResolutions.Resolution memory own = resolutions.resolutionOf(resolution);
        assertTrue(own.cast == 18_000_00 && own.inFavour == 15_000_00, "20 are not cast");
    }

    function test_Cast_ATransferAfterTheRecordChangesNothing() public {
        vm.prank(investorHk);
        noteHk.transfer(custodianHk, 120);
        _expectUncast(1, custodianHk, 200, abi.encodeWithSelector(IResolutions.VotesExceedUnits.selector, 200, 80));
        _cast(resolution, 1, investorHk, 120, 0);
        assertEq(resolutions.resolutionOf(resolution).inFavour, 12_000_00, "as at the record");
    }

    function test_Cast_TheSuccessorOfALostWalletVotesForIt() public {
        address found = _wallet("investor Wong, new key");
        _recover(investorHk, found);
        _expectUncast(
            1,
            investorHk,
            120,
            abi.encodeWithSelector(IResolutions.NotVoter.selector, investorHk, investorHk)
        );
        SeriesId voting = series[1];
        vm.prank(found);
        resolutions.cast(resolution, voting, IResolutions.Vote(investorHk, 120, 0));
        assertEq(resolutions.resolutionOf(resolution).inFavour, 12_000_00, "votes follow the party");
    }

    /* CAST LISTED */

    function test_CastListed_RevertWhen_NotTheRegistrarOfAMirror() public {
        IResolutions.Vote[] memory votes = new IResolutions.Vote[](1);
        votes[0] = IResolutions.Vote(investorHk, 120, 0);
        SeriesId filed = series[1];
        vm.prank(registrar);
        _revert(abi.encodeWithSelector(IResolutions.NotMirrorRegistrar.selector, filed, registrar));
        resolutions.castListed(resolution, filed, votes);
        SeriesId mirror = series[0];
        vm.prank(trustee);
        _revert(abi.encodeWithSelector(IResolutions.NotMirrorRegistrar.selector, mirror, trustee));
        resolutions.castListed(resolution, mirror, votes);
    }

    function test_CastListed_CountsHoldersOfTheMirrorOnce() public {
        _listed(resolution, IResolutions.Vote(investorCn, 15, 5));
        IResolutions.Resolution memory own = resolutions.resolutionOf(resolution);
        assertTrue(own.cast == 2_000_00 && own.inFavour == 1_500_00, "Chen");
        _expectUncast(
            0,
            investorCn,
            1,
            abi.encodeWithSelector(IResolutions.VotedAlready.selector, resolution, series[0], investorCn)
        );
    }

    /* EXCLUDE */

    function test_Exclude_RevertWhen_ThePartyMayVote() public {
        PartyId party = parties.partyOf(investorHk);
        _revert(abi.encodeWithSelector(IResolutions.VoterNotExcluded.selector, party));
        _exclude(resolution, 1, investorHk);
    }

    function test_Exclude_RevertGiven_ExcludedAlready() public {
        _exclude(resolution, 0, originator);
        _revert(abi.encodeWithSelector(IResolutions.VotedAlready.selector, resolution, series[0], originator));
        _exclude(resolution, 0, originator);
    }

    function test_Exclude_RevertGiven_Concluded() public {
        _conclude(resolution);
        bytes4 selector = IResolutions.ResolutionStageForbids.selector;
        _revert(abi.encodeWithSelector(selector, resolution, IResolutions.ResolutionStage.Failed));
        _exclude(resolution, 0, originator);
    }

    function test_Exclude_RevertGiven_TheSeriesDoesNotVote() public {
        _revert(abi.encodeWithSelector(IResolutions.SeriesDoesNotVote.selector, resolution, series[3]));
        _exclude(resolution, 3, originator);
    }

    function test_Exclude_TakesTheWeightOutOfTheQuorum() public {
        vm.expectEmit(address(resolutions));
        PartyId party = parties.partyOf(originator);
        emit IResolutions.HolderExcluded(resolution, series[0], party, originator, 5_000_00);
        _exclude(resolution, 0, originator);
        _exclude(resolution, 0, manager);
        assertEq(resolutions.resolutionOf(resolution).base, 52_000_00, "520 of 600 units");
    }

    /* CONCLUDE */

    function test_Conclude_RevertGiven_VotingRuns() public {
        uint48 endsAt = resolutions.resolutionOf(resolution).endsAt;
        vm.warp(endsAt - 1);
        _revert(abi.encodeWithSelector(IResolutions.VotingRuns.selector, resolution, endsAt));
        resolutions.conclude(resolution);
    }

    function test_Conclude_RevertGiven_Concluded() public {
        _conclude(resolution);
        bytes4 selector = IResolutions.ResolutionStageForbids.selector;
        _revert(abi.encodeWithSelector(selector, resolution, IResolutions.ResolutionStage.Failed));
        resolutions.conclude(resolution);
    }

    function test_Conclude_PassesAtTheQuorum() public {
        _cast(resolution, 0, registrar, 200, 0);
        _cast(resolution, 1, investorHk, 100, 0);
        vm.warp(resolutions.resolutionOf(resolution).endsAt);
        vm.expectEmit(address(resolutions));
        emit IResolutions.ResolutionConcluded(deal, resolution, IResolutions.ResolutionStage.Passed);
        resolutions.conclude(resolution);
        _assertStage(resolution, IResolutions.ResolutionStage.Passed);
    }

    function test_Conclude_FailsAUnitBelowTheQuorum() public {
        _cast(resolution, 0, registrar, 200, 0);
        _cast(resolution, 1, investorHk, 99, 0);
        _conclude(resolution);
        _assertStage(resolution, IResolutions.ResolutionStage.Failed);
    }

    function test_Conclude_ExcludedWeightIsNotOfTheQuorum() public {
        _exclude(resolution, 0, originator);
        _exclude(resolution, 0, manager);
        _cast(resolution, 0, registrar, 200, 0);
        _cast(resolution, 1, investorHk, 60, 0);
        _conclude(resolution);
        _assertStage(resolution, IResolutions.ResolutionStage.Passed);
    }

    /// @dev 200 of 300 are 0.666666666 of what is cast, 201 are above 0.666666667.
    function test_Conclude_PassesAtTheThresholdAndFailsAUnitBelow() public {
        uint64 second = _propose(IResolutions.Matter.Acceleration, "");
        _cast(resolution, 0, registrar, 200, 0);
        _cast(resolution, 1, investorHk, 0, 100);
        _cast(second, 0, registrar, 200, 0);
        _cast(second, 1, investorHk, 1, 99);
        _conclude(resolution);
        resolutions.conclude(second);
        _assertStage(resolution, IResolutions.ResolutionStage.Failed);
        _assertStage(second, IResolutions.ResolutionStage.Passed);
    }

    function test_Conclude_WithoutAVoteNothingPasses() public {
        _conclude(resolution);
        _assertStage(resolution, IResolutions.ResolutionStage.Failed);
    }

    /// @dev Votes of any split never weigh more than the holder.
    function testFuzz_Cast_NeverWeighsMoreThanTheHolder(uint96 unitsFor, uint96 unitsAgainst) public {
        unitsFor %= 121;
        unitsAgainst %= 121 - unitsFor;
        if (unitsFor + unitsAgainst == 0) unitsFor = 1;
        _cast(resolution, 1, investorHk, unitsFor, unitsAgainst);
        IResolutions.Resolution memory own = resolutions.resolutionOf(resolution);
        assertLe(own.cast, resolutions.weightOf(resolution, series[1], investorHk), "weight");
        assertEq(own.inFavour, uint256(unitsFor) * 100_00, "in favour");
    }

    /* INTERNAL */

    function _recover(address lost, address successor) private {
        uint48 issuedAt = parties.attestedAt(parties.partyOf(lost)) + 1;
        IPartyRegistry.Recovery memory recovery = IPartyRegistry.Recovery(lost, successor, issuedAt, "file");
        _recover(recovery);
    }

    function _expectUncast(uint256 index, address holder, uint96 units, bytes memory reason) private {
        SeriesId voting = series[index];
        vm.prank(holder);
        _revert(reason);
        resolutions.cast(resolution, voting, IResolutions.Vote(holder, units, 0));
    }
}
