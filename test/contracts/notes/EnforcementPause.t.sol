// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcement} from "../../../contracts/interfaces/IEnforcement.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {MovementKind, PauseScope} from "../../../contracts/types/Enums.sol";
import {DealId, SeriesId} from "../../../contracts/types/Ids.sol";
import {CN, HK, MO} from "../../../contracts/types/Place.sol";
import {OrdersFixture} from "./OrdersFixture.sol";

/// @notice Pauses of series and deals: instant, slow to end, each authority for itself.
contract EnforcementPauseTest is OrdersFixture {
    SeriesId private constant WHOLE = SeriesId.wrap(0);
    SeriesId private _hk;

    function setUp() public override {
        super.setUp();
        _hk = noteHk.seriesId();
    }

    /* PAUSE */

    function test_Pause_RevertWhen_NoAuthorityOfIt() public {
        _expectNoPauser(_hk, 0, manager);
        _expectNoPauser(_hk, 0, regulatorHk);
        _expectNoPauser(_hk, HK, trustee);
        _expectNoPauser(_hk, HK, regulatorCn);
        _expectNoPauser(_hk, CN, regulatorCn);
        _expectNoPauser(WHOLE, MO, regulatorHk);
        _expectNoPauser(WHOLE, 840, regulatorHk);
    }

    function test_Pause_RevertWhen_ItHasNoBasis() public {
        vm.prank(trustee);
        vm.expectRevert(IEnforcement.BasisMissing.selector);
        enforcement.pause(deal, _hk, 0, 0);
    }

    function test_Pause_RevertGiven_TheSeriesIsOfAnotherDeal() public {
        DealId other = _draftDeal();
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.SeriesElsewhere.selector, _hk, other));
        enforcement.pause(other, _hk, 0, BASIS);
    }

    function test_Pause_RevertGiven_TheSeriesHasNoNoteYet() public {
        DealId draft = _draftDeal();
        SeriesId series = deals.seriesOf(draft)[0];
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.SeriesElsewhere.selector, series, draft));
        enforcement.pause(draft, series, 0, BASIS);
    }

    function test_Pause_RevertGiven_TheSameAuthorityPausedIt() public {
        _pause(trustee, _hk, 0);
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.PausedAlready.selector, deal, _hk, 0));
        enforcement.pause(deal, _hk, 0, BASIS);
    }

    function test_Pause_StopsTheSeriesAtOnce() public {
        vm.expectEmit(address(enforcement));
        emit IEnforcement.Paused(deal, _hk, HK, regulatorHk, BASIS);
        vm.expectEmit(address(noteHk));
        emit ISeriesNote.NotePaused(_hk, PauseScope.Series);
        _pause(regulatorHk, _hk, HK);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.SERIES_PAUSED));
        noteHk.transfer(investorHkTwo, 1);
        assertFalse(noteHk.canTransfer(investorHk, investorHkTwo, 1), "told");
        assertTrue(noteB.canTransfer(investorHk, investorHkTwo, 1), "another series moves");
        assertTrue(noteHk.isPaused(PauseScope.Series) && !noteHk.isPaused(PauseScope.Deal), "the scope");
    }

    function test_Pause_OfADealStopsEverySeriesOfIt() public {
        _pause(regulatorMo, WHOLE, MO);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.DEAL_PAUSED));
        noteHk.transfer(investorHkTwo, 1);
        assertTrue(noteCn.isPaused(PauseScope.Deal) && noteC.isPaused(PauseScope.Deal), "all of them");
        assertEq(
            noteCn.decide(_movement(MovementKind.Register, registrar, investorCn, 1)),
            RefusalLib.DEAL_PAUSED,
            "imports too"
        );
    }

    function test_Pause_LeavesOrdersAndRedemptions() public {
        _pause(trustee, _hk, 0);
        _order(_forced(investorHk, investorHkTwo, 10));
        noteHk.burn(investorHk, 10);
        assertEq(noteHk.balanceOf(investorHk), 100, "both done");
    }

    function test_Pause_TakesAScheduledEndBack() public {
        _pause(trustee, _hk, 0);
        uint48 resumesAt = _unpause(trustee, _hk, 0);
        _pause(trustee, _hk, 0);
        vm.warp(resumesAt);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.NotPausedBy.selector, deal, _hk, 0));
        enforcement.resume(deal, _hk, 0);
        assertEq(enforcement.holdsOf(deal, _hk), 1, "held once");
    }

    /* UNPAUSE */

    function test_Unpause_RevertWhen_NotItsAuthority() public {
        _pause(trustee, _hk, 0);
        vm.prank(regulatorHk);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.NotPauser.selector, deal, _hk, 0, regulatorHk));
        enforcement.unpause(deal, _hk, 0, BASIS);
    }

    function test_Unpause_RevertGiven_ItPausedNothing() public {
        _pause(trustee, _hk, 0);
        vm.prank(regulatorHk);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.NotPausedBy.selector, deal, _hk, HK));
        enforcement.unpause(deal, _hk, HK, BASIS);
    }

    function test_Unpause_RevertWhen_ItHasNoBasis() public {
        _pause(trustee, _hk, 0);
        vm.prank(trustee);
        vm.expectRevert(IEnforcement.BasisMissing.selector);
        enforcement.unpause(deal, _hk, 0, 0);
    }

    /* RESUME */

    function test_Resume_RevertGiven_NoEndIsScheduled() public {
        _pause(trustee, _hk, 0);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.NotPausedBy.selector, deal, _hk, 0));
        enforcement.resume(deal, _hk, 0);
    }

    function test_Resume_RevertWhen_Early() public {
        _pause(trustee, _hk, 0);
        uint48 resumesAt = _unpause(trustee, _hk, 0);
        assertEq(resumesAt, START + UNPAUSE_FOR, "slow");
        vm.warp(resumesAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.ResumesLater.selector, deal, _hk, 0, resumesAt));
        enforcement.resume(deal, _hk, 0);
    }

    function test_Resume_ByAnyoneOnceItIsTime() public {
        _pause(trustee, _hk, 0);
        vm.warp(_unpause(trustee, _hk, 0));
        vm.expectEmit(address(enforcement));
        emit IEnforcement.Resumed(deal, _hk, 0);
        vm.expectEmit(address(noteHk));
        emit ISeriesNote.NoteResumed(_hk, PauseScope.Series);
        vm.prank(stranger);
        enforcement.resume(deal, _hk, 0);
        _transfer(investorHk, investorHkTwo, 1);
    }

    function test_Resume_WaitsForEveryAuthority() public {
        _pause(trustee, _hk, 0);
        _pause(regulatorHk, _hk, HK);
        _pause(trustee, WHOLE, 0);
        assertEq(enforcement.holdsOf(deal, _hk), 2, "two");
        vm.warp(_unpause(trustee, _hk, 0));
        enforcement.resume(deal, _hk, 0);
        assertTrue(noteHk.isPaused(PauseScope.Series), "the regulator still holds it");
        vm.warp(_unpause(regulatorHk, _hk, HK));
        enforcement.resume(deal, _hk, HK);
        assertFalse(noteHk.isPaused(PauseScope.Series), "nobody holds the series");
        assertFalse(noteHk.canTransfer(investorHk, investorHkTwo, 1), "the deal is still paused");
        vm.warp(_unpause(trustee, WHOLE, 0));
        enforcement.resume(deal, WHOLE, 0);
        assertTrue(noteHk.canTransfer(investorHk, investorHkTwo, 1), "all moves again");
        assertFalse(enforcement.holdOf(deal, WHOLE, 0).stands, "no hold");
    }

    /* NOTE */

    function test_NotePause_RevertWhen_AnotherCalls() public {
        bytes memory reason = abi.encodeWithSelector(
            RolesLib.NotRoleHolder.selector,
            RolesLib.ROOM_ENFORCEMENT,
            stranger
        );
        vm.prank(stranger);
        vm.expectRevert(reason);
        noteHk.pause(PauseScope.Series);
        vm.prank(stranger);
        vm.expectRevert(reason);
        noteHk.resume(PauseScope.Series);
    }

    function test_NotePause_KeepsTheRestOfTheLedger() public {
        _takeBook();
        noteHk.closeBook();
        noteHk.pause(PauseScope.Deal);
        noteHk.pause(PauseScope.Series);
        noteHk.resume(PauseScope.Deal);
        (uint32 book, bool isClosed) = noteHk.bookOf();
        assertTrue(book == 1 && isClosed, "book");
        assertTrue(noteHk.isPaused(PauseScope.Series) && !noteHk.isPaused(PauseScope.Deal), "pauses");
    }

    /* INTERNAL */

    function _pause(address authority, SeriesId series, uint16 jurisdiction) private {
        vm.prank(authority);
        enforcement.pause(deal, series, jurisdiction, BASIS);
    }

    function _unpause(address authority, SeriesId series, uint16 jurisdiction) private returns (uint48) {
        vm.prank(authority);
        return enforcement.unpause(deal, series, jurisdiction, BASIS);
    }

    function _expectNoPauser(SeriesId series, uint16 jurisdiction, address wallet) private {
        vm.prank(wallet);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.NotPauser.selector, deal, series, jurisdiction, wallet));
        enforcement.pause(deal, series, jurisdiction, BASIS);
    }
}
