// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";
import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IResolutions} from "../../../contracts/interfaces/IResolutions.sol";

import {Resolutions} from "../../../contracts/governance/Resolutions.sol";
import {DealStage, Office} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, SeriesId, TrancheId} from "../../../contracts/types/Ids.sol";
import {VotingFixture} from "./VotingFixture.sol";

/// @notice Terms of voting, and how a resolution is put to the holders. Behaviour in ResolutionsPropose.tree.
contract ResolutionsProposeTest is VotingFixture {
    IResolutions.Matter private constant ACCELERATION = IResolutions.Matter.Acceleration;

    /* CONFIGURE */

    function test_Configure_RevertWhen_NotTheManager() public {
        IResolutions.VotingTerms memory terms = _votingTerms();
        vm.prank(trustee);
        _revert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, Office.Manager, trustee));
        resolutions.configure(deal, terms);
    }

    function test_Configure_RevertGiven_NotADraft() public {
        bytes memory reason = abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Active);
        _expectRefused(_votingTerms(), reason);
    }

    function test_Configure_RevertWhen_AMatterIsLeftOut() public {
        deal = _draftDeal();
        IResolutions.VotingTerms memory terms = _votingTerms();
        terms.matters = new IResolutions.MatterTerms[](5);
        _expectRefused(terms, abi.encodeWithSelector(IResolutions.MattersMiscounted.selector, 5));
    }

    function test_Configure_RevertWhen_AMatterIsOutOfRange() public {
        deal = _draftDeal();
        bytes memory reason = abi.encodeWithSelector(IResolutions.MatterTermsOutOfRange.selector, ACCELERATION);
        IResolutions.VotingTerms memory terms = _votingTerms();
        terms.matters[0].quorumPpb = 1e9 + 1;
        _expectRefused(terms, reason);
        terms = _votingTerms();
        terms.matters[0].thresholdPpb = 1e9 + 1;
        _expectRefused(terms, reason);
        terms.matters[0].thresholdPpb = 0;
        _expectRefused(terms, reason);
        terms = _votingTerms();
        terms.matters[0].votingFor = 0;
        _expectRefused(terms, reason);
        terms.matters[0].votingFor = 366 days + 1;
        _expectRefused(terms, reason);
    }

    function test_Configure_RevertWhen_TimeOrShareIsOutOfRange() public {
        deal = _draftDeal();
        IResolutions.VotingTerms memory terms = _votingTerms();
        terms.executeFor = 0;
        _expectRefused(terms, _outOfRange(terms));
        terms.executeFor = 366 days + 1;
        _expectRefused(terms, _outOfRange(terms));
        terms = _votingTerms();
        terms.proposerPpb = 1e9 + 1;
        _expectRefused(terms, _outOfRange(terms));
    }

    function test_Configure_TheLaterTermsStand() public {
        deal = _draftDeal();
        _configureVoting(_votingTerms());
        IResolutions.VotingTerms memory terms = _votingTerms();
        delete terms.matters[1];
        terms.proposerPpb = 0;
        vm.expectEmit(address(resolutions));
        emit IResolutions.VotingConfigured(deal, terms);
        _configureVoting(terms);
        assertEq(abi.encode(resolutions.votingTermsOf(deal)), abi.encode(terms), "the later ones");
        (uint64 acts, ) = resolutions.trailOf(deal);
        assertEq(acts, 2, "trail");
    }

    /* PROPOSE */

    function test_Propose_RevertWhen_NeitherTrusteeNorManager() public {
        _takeBooks();
        vm.prank(servicer);
        _revert(abi.encodeWithSelector(IResolutions.ProposerUnfit.selector, deal, servicer));
        resolutions.propose(deal, ACCELERATION, NOTHING, DOCUMENT);
    }

    function test_Propose_RevertGiven_TheDealIsNotLive() public {
        _takeBooks();
        deals.redeem(deal);
        _expectUnproposed(
            ACCELERATION,
            DOCUMENT,
            abi.encodeWithSelector(IResolutions.DealNotVoting.selector, deal, DealStage.Redeemed)
        );
    }

    function test_Propose_RevertWhen_NoMatterIsNamed() public {
        _takeBooks();
        bytes memory reason = abi.encodeWithSelector(IResolutions.MatterNotResolved.selector, deal, 0);
        _expectUnproposed(IResolutions.Matter.None, DOCUMENT, reason);
    }

    function test_Propose_RevertWhen_NoDocumentIsNamed() public {
        _takeBooks();
        _expectUnproposed(ACCELERATION, 0, abi.encodeWithSelector(IResolutions.ResolutionUndocumented.selector));
    }

    function test_Propose_RevertGiven_NoBookWasTaken() public {
        bytes memory reason = abi.encodeWithSelector(IResolutions.NoRecord.selector, deal, series[0]);
        _expectUnproposed(ACCELERATION, DOCUMENT, reason);
    }

    function test_Propose_FreezesTheRecordOfTheControllingClass() public {
        uint64 resolution = _accelerating();
        IResolutions.Resolution memory own = resolutions.resolutionOf(resolution);
        assertEq(own.base, 60_000_00, "A alone");
        assertEq(own.endsAt, block.timestamp + WEEK, "end");
        assertTrue(own.deal == deal && own.matter == ACCELERATION, "what");
        assertEq(own.payloadHash, NOTHING, "payload");
        assertEq(own.documentHash, DOCUMENT, "document");
        _assertStage(resolution, IResolutions.ResolutionStage.Voting);
        IResolutions.Ballot memory ballot = resolutions.ballotOf(resolution, series[1]);
        assertTrue(ballot.book == 1 && ballot.outstanding == 60_000_00 && ballot.units == 600, "ballot of A-HK");
        assertEq(resolutions.ballotOf(resolution, series[3]).book, 0, "B does not vote");
        assertEq(resolutions.weightOf(resolution, series[1], investorHk), 12_000_00, "Wong");
        assertEq(resolutions.resolutionCount(), 1, "count");
    }

    function test_Propose_AllClassesVoteWhereTheTermsSaySo() public {
        _takeBooks();
        uint64 resolution = _propose(IResolutions.Matter.Default, "");
        assertEq(resolutions.resolutionOf(resolution).base, 100_000_00, "A, B and C");
        assertEq(resolutions.ballotOf(resolution, series[4]).outstanding, 10_000_00, "C votes");
    }

    /// @dev A of 60,000.00 is repaid by an approval, and B stands in for it.
    function test_Propose_WhatIsRepaidHasNoVote() public {
        _takeBooks();
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.isFinal = true;
        report.performing[1] = 50_000_00;
        _submit(_collect(report, INCOME, 60_000_00));
        _approve(deal, FIRST, _calculate(deal, FIRST));
        uint64 resolution = _propose(IResolutions.Matter.Default, "");
        assertEq(resolutions.ballotOf(resolution, series[1]).book, 0, "A does not vote");
        assertEq(resolutions.resolutionOf(resolution).base, 40_000_00, "B and C");
        resolution = _propose(ACCELERATION, "");
        assertEq(resolutions.resolutionOf(resolution).base, 30_000_00, "B alone");
    }

    /* PROPOSE AS HOLDER */

    function test_ProposeAsHolder_RevertWhen_ActingForNobody() public {
        _takeBooks();
        _expectUnproposedBy(
            stranger,
            _only(1),
            abi.encodeWithSelector(IResolutions.NotVoter.selector, stranger, stranger)
        );
    }

    function test_ProposeAsHolder_RevertWhen_Excluded() public {
        _takeBooks();
        PartyId party = parties.partyOf(originator);
        _expectUnproposedBy(originator, _only(1), abi.encodeWithSelector(IResolutions.VoterExcluded.selector, party));
    }

    function test_ProposeAsHolder_RevertWhen_ASeriesIsCountedTwice() public {
        _takeBooks();
        SeriesId[] memory named = new SeriesId[](2);
        (named[0], named[1]) = (series[1], series[1]);
        _expectUnproposedBy(
            investorHk,
            named,
            abi.encodeWithSelector(IResolutions.SeriesOutOfOrder.selector, series[1])
        );
    }

    /// @dev Silva holds exactly a tenth of A, the custodian less; of all classes Silva holds 6,000.00 of 100,000.00.
    function test_ProposeAsHolder_TheShareDecides() public {
        _takeBooks();
        _expectUnproposedBy(
            custodianMo,
            _only(2),
            abi.encodeWithSelector(IResolutions.ProposerUnfit.selector, deal, custodianMo)
        );
        SeriesId[] memory own = _only(2);
        vm.prank(investorMo);
        _revert(abi.encodeWithSelector(IResolutions.ProposerUnfit.selector, deal, investorMo));
        resolutions.proposeAsHolder(deal, IResolutions.Matter.Default, NOTHING, DOCUMENT, own);
        vm.prank(investorMo);
        assertEq(resolutions.proposeAsHolder(deal, ACCELERATION, NOTHING, DOCUMENT, own), 1, "a tenth of A");
    }

    function test_ProposeAsHolder_RevertGiven_ItsLastIsPutToTheVote() public {
        _takeBooks();
        SeriesId[] memory own = _only(2);
        vm.prank(investorMo);
        uint64 first = resolutions.proposeAsHolder(deal, ACCELERATION, NOTHING, DOCUMENT, own);
        PartyId party = parties.partyOf(investorMo);
        assertEq(resolutions.lastProposalOf(deal, party), first, "its last");
        _expectUnproposedBy(investorMo, own, abi.encodeWithSelector(IResolutions.ProposalRuns.selector, party, first));
        _propose(ACCELERATION, "");
        _conclude(first);
        vm.prank(investorMo);
        uint64 next = resolutions.proposeAsHolder(deal, ACCELERATION, NOTHING, DOCUMENT, own);
        assertEq(resolutions.lastProposalOf(deal, party), next, "another");
    }

    /// @dev An office acts for all holders: it puts what is due, side by side.
    function test_Propose_AnOfficePutsSeveralAtOnce() public {
        _takeBooks();
        uint64 first = _propose(ACCELERATION, "");
        uint64 second = _propose(IResolutions.Matter.Default, "");
        _assertStage(first, IResolutions.ResolutionStage.Voting);
        _assertStage(second, IResolutions.ResolutionStage.Voting);
    }

    /* INTERNAL */

    function _only(uint256 index) private view returns (SeriesId[] memory named) {
        named = new SeriesId[](1);
        named[0] = series[index];
    }

    function _outOfRange(IResolutions.VotingTerms memory terms) private pure returns (bytes memory) {
        bytes4 selector = IResolutions.VotingTermsOutOfRange.selector;
        return abi.encodeWithSelector(selector, terms.proposerPpb, terms.executeFor);
    }

    function _expectRefused(IResolutions.VotingTerms memory terms, bytes memory reason) private {
        DealId draft = deal;
        vm.prank(manager);
        _revert(reason);
        resolutions.configure(draft, terms);
    }

    function _expectUnproposed(IResolutions.Matter matter, bytes32 document, bytes memory reason) private {
        vm.prank(trustee);
        _revert(reason);
        resolutions.propose(deal, matter, NOTHING, document);
    }

    function _expectUnproposedBy(address holder, SeriesId[] memory named, bytes memory reason) private {
        vm.prank(holder);
        _revert(reason);
        resolutions.proposeAsHolder(deal, ACCELERATION, NOTHING, DOCUMENT, named);
    }
}

/// @notice A deal whose terms leave acceleration to its offices.
contract ResolutionsMatterTest is VotingFixture {
    function test_Propose_RevertGiven_TheTermsLeaveTheMatterOut() public {
        _takeBooks();
        vm.prank(trustee);
        _revert(
            abi.encodeWithSelector(IResolutions.MatterNotResolved.selector, deal, IResolutions.Matter.Acceleration)
        );
        resolutions.propose(deal, IResolutions.Matter.Acceleration, NOTHING, DOCUMENT);
    }

    function _votingTerms() internal view override returns (IResolutions.VotingTerms memory terms) {
        terms = super._votingTerms();
        delete terms.matters[0];
    }
}

/// @notice A deal whose notes are repaid, though it has not ended.
contract ResolutionsRepaidTest is VotingFixture {
    function test_Propose_RevertGiven_NothingIsOutstanding() public {
        _takeBooks();
        vm.prank(trustee);
        _revert(abi.encodeWithSelector(IResolutions.NothingOutstanding.selector, deal));
        resolutions.propose(deal, IResolutions.Matter.Acceleration, NOTHING, DOCUMENT);
    }

    function _deployRooms() internal override {
        super._deployRooms();
        address repaid = address(new RepaidWaterfall());
        bytes memory below = abi.encode(parties, deals, oracle, repaid, waivers, succession, schedules, replacements);
        resolutions = Resolutions(_deploy("Resolutions", below));
    }
}

/// @notice A waterfall on which nothing is outstanding.
contract RepaidWaterfall {
    function outstandingOf(DealId, TrancheId) external pure returns (uint128) {
        return 0;
    }
}

/// @notice A deal without terms of voting.
contract ResolutionsTermsTest is VotingFixture {
    function test_Propose_RevertGiven_ThereAreNoTerms() public {
        _takeBooks();
        vm.prank(trustee);
        _revert(abi.encodeWithSelector(IResolutions.MatterNotResolved.selector, deal, IResolutions.Matter.Default));
        resolutions.propose(deal, IResolutions.Matter.Default, NOTHING, DOCUMENT);
    }

    function _configureVoting(IResolutions.VotingTerms memory) internal override {}
}

/// @notice A deal whose holders propose nothing, and whose acceleration asks for no quorum.
contract ResolutionsShareTest is VotingFixture {
    function test_ProposeAsHolder_RevertGiven_TheTermsLetNoHolderPropose() public {
        _takeBooks();
        SeriesId[] memory own = new SeriesId[](1);
        own[0] = series[2];
        vm.prank(investorMo);
        _revert(abi.encodeWithSelector(IResolutions.ProposerUnfit.selector, deal, investorMo));
        resolutions.proposeAsHolder(deal, IResolutions.Matter.Acceleration, NOTHING, DOCUMENT, own);
    }

    function test_Conclude_WithoutAVoteNothingPassesWhereNoQuorumIsAsked() public {
        uint64 resolution = _accelerating();
        _conclude(resolution);
        _assertStage(resolution, IResolutions.ResolutionStage.Failed);
    }

    function test_Conclude_OneUnitPassesWhereNoQuorumIsAsked() public {
        uint64 resolution = _accelerating();
        _cast(resolution, 1, investorHk, 1, 0);
        _conclude(resolution);
        _assertStage(resolution, IResolutions.ResolutionStage.Passed);
    }

    function _votingTerms() internal view override returns (IResolutions.VotingTerms memory terms) {
        terms = super._votingTerms();
        terms.proposerPpb = 0;
        terms.matters[0].quorumPpb = 0;
    }
}
