// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IResolutions} from "../../../contracts/interfaces/IResolutions.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {Resolutions} from "../../../contracts/governance/Resolutions.sol";
import {LimitBook} from "../../../contracts/notes/LimitBook.sol";
import {NoteFactory} from "../../../contracts/notes/NoteFactory.sol";
import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {DealId, PartyId, SeriesId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";

/// @notice A paying deal whose notes are held, and the room of resolutions.
///
/// HOLDERS
/// A: registrar 200, Chen 20, originator 50 and manager 30 of A-CN (a mirror); Wong 120 and custodian 80 of A-HK; Silva 60
/// and custodian 40 of A-MO.
/// B: Wong 300. C: Chen 100. Outstanding 60,000.00, 30,000.00 and 10,000.00, so a unit weighs 100.00.
///
/// TERMS
/// Acceleration by the controlling class: quorum half, threshold two thirds (666,666,667 ppb), a week. Default by all. A
/// holder of a tenth may propose. Executed within two weeks. The guarantor is an affiliate.
abstract contract VotingFixture is CashFixture {
    uint32 internal constant WEEK = 7 days;
    uint128 internal constant HALF = 500_000_000;
    bytes32 internal constant DOCUMENT = "invitation";
    bytes32 internal constant NOTHING = keccak256("");

    Resolutions internal resolutions;
    NoteFactory internal factory;

    DealId internal deal;
    SeriesId[] internal series;
    SeriesNote internal noteHk;

    function setUp() public virtual override {
        super.setUp();
        deal = _preparedDeal();
        series = deals.seriesOf(deal);
        _configureVoting(_votingTerms());
        _issueAndActivate();
    }

    function _deployRooms() internal virtual override {
        super._deployRooms();
        LimitBook limits = LimitBook(_deploy("LimitBook", abi.encode(address(access), parties, deals)));
        address note = _deploy("SeriesNote", abi.encode(parties, deals, limits, address(access), true));
        factory = NoteFactory(_deploy("NoteFactory", abi.encode(deals, limits, note)));
        bytes memory below = abi.encode(
            parties,
            deals,
            oracle,
            waterfall,
            waivers,
            succession,
            schedules,
            replacements
        );
        resolutions = Resolutions(_deploy("Resolutions", below));
    }

    function _wireRooms() internal virtual override {
        super._wireRooms();
        _grantRoom(RolesLib.ROOM_NOTES, address(factory));
        _grantRoom(RolesLib.ROOM_RESOLUTIONS, address(resolutions));
    }

    function _votingTerms() internal view virtual returns (IResolutions.VotingTerms memory terms) {
        terms.matters = new IResolutions.MatterTerms[](6);
        IResolutions.MatterTerms memory controlling = IResolutions.MatterTerms(
            IResolutions.VotingClass.Controlling,
            uint32(HALF),
            666_666_667,
            WEEK
        );
        terms.matters[0] = controlling;
        terms.matters[1] = IResolutions.MatterTerms(IResolutions.VotingClass.All, uint32(HALF), uint32(HALF), WEEK);
        terms.matters[2] = controlling;
        terms.matters[3] = controlling;
        terms.matters[4] = controlling;
        terms.matters[5] = controlling;
        terms.proposerPpb = 100_000_000;
        terms.executeFor = 2 * WEEK;
        terms.excluded = new PartyId[](1);
        terms.excluded[0] = parties.partyOf(guarantor);
    }

    function _configureVoting(IResolutions.VotingTerms memory terms) internal virtual {
        vm.prank(manager);
        resolutions.configure(deal, terms);
    }

    function _issueAndActivate() private {
        _standInForRooms();
        _grantRoom(RolesLib.CASH_MOVER, address(this));
        _grantRoom(RolesLib.ROOM_RECORDS, address(this));
        _grantRoom(RolesLib.NOTE_MOVER, address(this));
        vm.prank(manager);
        factory.issue(deal);
        vm.prank(manager);
        deals.offer(deal);
        noteHk = _note(1);
        _mint(0, registrar, 200);
        _mint(0, investorCn, 20);
        _mint(0, originator, 50);
        _mint(0, manager, 30);
        _mint(1, investorHk, 120);
        _mint(1, custodianHk, 80);
        _mint(2, investorMo, 60);
        _mint(2, custodianMo, 40);
        _mint(3, investorHk, 300);
        _mint(4, investorCn, 100);
        for (uint256 i = 0; i < series.length; ++i) _note(i).release();
        deals.activate(deal);
    }

    function _mint(uint256 index, address holder, uint96 units) private {
        ISeriesNote.Issue[] memory issues = new ISeriesNote.Issue[](1);
        issues[0] = ISeriesNote.Issue(holder, units);
        _note(index).mint(issues);
    }

    function _note(uint256 index) internal view returns (SeriesNote) {
        return SeriesNote(factory.noteOf(series[index]));
    }

    function _takeBooks() internal {
        for (uint256 i = 0; i < series.length; ++i) {
            _note(i).closeBook();
            _note(i).takeBook();
            _note(i).openBook();
        }
    }

    /* RESOLUTIONS */

    function _propose(IResolutions.Matter matter, bytes memory payload) internal returns (uint64) {
        vm.prank(trustee);
        return resolutions.propose(deal, matter, keccak256(payload), DOCUMENT);
    }

    /// @dev Books taken, an acceleration proposed.
    function _accelerating() internal returns (uint64) {
        _takeBooks();
        return _propose(IResolutions.Matter.Acceleration, "");
    }

    function _cast(uint64 resolution, uint256 index, address holder, uint96 unitsFor, uint96 unitsAgainst) internal {
        SeriesId voting = series[index];
        vm.prank(holder);
        resolutions.cast(resolution, voting, IResolutions.Vote(holder, unitsFor, unitsAgainst));
    }

    function _listed(uint64 resolution, IResolutions.Vote memory vote) internal {
        IResolutions.Vote[] memory votes = new IResolutions.Vote[](1);
        votes[0] = vote;
        SeriesId voting = series[0];
        vm.prank(registrar);
        resolutions.castListed(resolution, voting, votes);
    }

    function _exclude(uint64 resolution, uint256 index, address holder) internal {
        address[] memory holders = new address[](1);
        holders[0] = holder;
        SeriesId voting = series[index];
        vm.prank(stranger);
        resolutions.exclude(resolution, voting, holders);
    }

    function _conclude(uint64 resolution) internal {
        vm.warp(resolutions.resolutionOf(resolution).endsAt);
        vm.prank(stranger);
        resolutions.conclude(resolution);
    }

    /// @dev Proposed, voted for by 340 of 600 units of A, concluded.
    function _passed(IResolutions.Matter matter, bytes memory payload) internal returns (uint64 resolution) {
        resolution = _propose(matter, payload);
        _cast(resolution, 0, registrar, 200, 0);
        _cast(resolution, 0, investorCn, 20, 0);
        _cast(resolution, 1, investorHk, 120, 0);
        _conclude(resolution);
    }

    function _execute(uint64 resolution, bytes memory payload) internal {
        vm.prank(stranger);
        resolutions.execute(resolution, payload);
    }

    function _assertStage(uint64 resolution, IResolutions.ResolutionStage stage) internal view {
        assertTrue(resolutions.resolutionOf(resolution).stage == stage, "stage");
    }

    function _revert(bytes memory reason) internal {
        vm.expectRevert(reason);
    }
}
