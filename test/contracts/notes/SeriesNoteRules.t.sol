// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";

import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {MovementKind} from "../../../contracts/types/Enums.sol";
import {DealId} from "../../../contracts/types/Ids.sol";
import {LiveNotes} from "./LiveNotes.sol";

/// @notice Every rule, and that the first refusal wins.
contract SeriesNoteRulesTest is LiveNotes {
    /* OPERATOR */

    function test_Operator_Restricted() public {
        _approveSpender();
        uint64 order = _restrict(custodianHk, regulatorHk);
        _expectNoSpending(RefusalLib.OPERATOR_RESTRICTED);
        _transfer(investorHk, investorHkTwo, 1);
        vm.prank(regulatorHk);
        parties.lift(order, "lifted");
        vm.prank(custodianHk);
        noteHk.transferFrom(investorHk, investorHkTwo, 1);
        assertEq(noteHk.balanceOf(investorHkTwo), 82, "its own move, and the spender's once the order is lifted");
    }

    function test_Operator_Revoked() public {
        _approveSpender();
        _revoke(custodianHk);
        _expectNoSpending(RefusalLib.OPERATOR_REVOKED);
    }

    function test_Operator_Expired() public {
        address short = _meetAs("agent Yip", HONG_KONG, 0, 1, uint48(block.timestamp) + 1 days);
        vm.prank(investorHk);
        noteHk.approve(short, 5);
        vm.warp(block.timestamp + 1 days - 1);
        vm.prank(short);
        noteHk.transferFrom(investorHk, investorHkTwo, 1);
        vm.warp(block.timestamp + 1);
        ISeriesNote.Movement memory movement = _movement(MovementKind.Secondary, investorHk, investorHkTwo, 1);
        movement.operator = short;
        assertEq(noteHk.decide(movement), RefusalLib.OPERATOR_EXPIRED, "told");
        vm.prank(short);
        vm.expectRevert(_refused(RefusalLib.OPERATOR_EXPIRED));
        noteHk.transferFrom(investorHk, investorHkTwo, 1);
    }

    function test_Operator_WithoutAPartyPasses() public {
        vm.prank(investorHk);
        noteHk.approve(stranger, 5);
        vm.prank(stranger);
        noteHk.transferFrom(investorHk, investorHkTwo, 1);
        _revoke(investorHkTwo);
        vm.prank(stranger);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_REVOKED));
        noteHk.transferFrom(investorHk, investorHkTwo, 1);
    }

    function test_Operator_AHolderIsAskedAsTheSender() public {
        vm.prank(investorHk);
        noteHk.approve(investorHk, 5);
        _restrict(investorHk, regulatorHk);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.SENDER_RESTRICTED));
        noteHk.transferFrom(investorHk, investorHkTwo, 1);
        ISeriesNote.Movement memory movement = _movement(MovementKind.Secondary, investorHk, investorHkTwo, 1);
        movement.operator = investorHk;
        assertEq(noteHk.decide(movement), RefusalLib.SENDER_RESTRICTED, "told");
    }

    function test_Operator_OnlyWhereWalletsAsk() public {
        _restrict(custodianHk, regulatorHk);
        ISeriesNote.Movement memory movement = _movement(MovementKind.Primary, investorHk, investorHkTwo, 1);
        movement.operator = custodianHk;
        assertEq(noteHk.decide(movement), RefusalLib.OPERATOR_RESTRICTED, "a delivery");
        movement.kind = MovementKind.Forced;
        assertEq(noteHk.decide(movement), RefusalLib.NONE, "an order");
    }

    /* STAGE */

    function test_Stage_LockedUntilTheOfferingCloses() public {
        SeriesNote note = _lockedNote(investorHk, 10);
        assertEq(_ask(note, MovementKind.Secondary, investorHk, investorHkTwo), RefusalLib.LOCKED, "told");
        assertEq(_ask(note, MovementKind.Mint, address(0), investorHk), RefusalLib.NONE, "a mint passes");
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.LOCKED));
        note.transfer(investorHkTwo, 1);
    }

    function test_Stage_NoMintOnceReleased() public {
        noteHk.burn(investorHk, 20);
        vm.expectRevert(_refused(RefusalLib.ISSUED));
        noteHk.mint(_issue(investorHk, 20));
    }

    function test_Stage_VoidIsOnlyTakenBack() public {
        SeriesNote note = _lockedNote(investorHk, 10);
        note.annul();
        vm.expectRevert(_refused(RefusalLib.ENDED));
        note.mint(_issue(investorHk, 1));
        assertEq(_ask(note, MovementKind.Forced, investorHk, investorHkTwo), RefusalLib.ENDED, "not even by force");
        note.burn(investorHk, 10);
        assertEq(note.totalSupply(), 0, "taken back");
    }

    function test_Stage_RetiredMovesNoMore() public {
        noteHk.retire();
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.ENDED));
        noteHk.transfer(investorHkTwo, 1);
    }

    /* LEGAL MODE */

    function test_LegalMode_WalletsDoNotMoveAMirror() public {
        vm.prank(investorCn);
        vm.expectRevert(_refused(RefusalLib.MIRROR));
        noteCn.transfer(investorCnTwo, 1);
        assertEq(_ask(noteCn, MovementKind.Primary, investorCn, investorCnTwo), RefusalLib.MIRROR, "nor primary");
        assertFalse(noteCn.canTransfer(investorCn, investorCnTwo, 1), "and says so");
    }

    function test_LegalMode_NoSpenderMovesAMirror() public {
        vm.prank(investorCn);
        noteCn.approve(registrar, 5);
        vm.prank(registrar);
        vm.expectRevert(_refused(RefusalLib.MIRROR));
        noteCn.transferFrom(investorCn, investorCnTwo, 1);
    }

    function test_LegalMode_ImportsAreForMirrors() public view {
        assertEq(_ask(noteHk, MovementKind.Register, investorHk, investorHkTwo), RefusalLib.NOT_MIRROR, "filed token");
    }

    function test_LegalMode_OnlyTheRegistrarImports() public view {
        assertEq(_ask(noteCn, MovementKind.Register, investorCn, investorCnTwo), RefusalLib.NOT_REGISTRAR, "not we");
        ISeriesNote.Movement memory movement = _movement(MovementKind.Register, investorCn, investorCnTwo, 1);
        movement.operator = registrar;
        assertEq(noteCn.decide(movement), RefusalLib.NONE, "the registrar");
    }

    function test_LegalMode_NoMintWithoutTheFiling() public {
        DealId other = _draftDeal();
        vm.prank(manager);
        SeriesNote note = SeriesNote(factory.issue(other)[1]);
        vm.expectRevert(_refused(RefusalLib.NOT_FILED));
        note.mint(_issue(investorHk, 1));
        vm.prank(manager);
        deals.file(other, "csrc.filing", keccak256("filing"));
        note.mint(_issue(investorHk, 1));
        assertEq(note.balanceOf(investorHk), 1, "with the filing it passes");
    }

    /* LOCK */

    function test_Lock_AKeptTrancheStays() public {
        vm.prank(investorCn);
        vm.expectRevert(_refused(RefusalLib.NOT_TRANSFERABLE));
        noteC.transfer(investorCnTwo, 1);
        assertEq(_ask(noteC, MovementKind.Primary, investorCn, investorCnTwo), RefusalLib.NONE, "delivery passes");
        noteC.forcedTransfer(investorCn, investorCnTwo, 1);
        noteC.burn(investorCn, 1);
        assertEq(noteC.balanceOf(investorCn), 98, "by force and by redemption");
    }

    /* BOOK */

    function test_Book_ClosedStopsAllButOrders() public {
        noteHk.closeBook();
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.BOOK_CLOSED));
        noteHk.transfer(investorHkTwo, 1);
        vm.expectRevert(_refused(RefusalLib.BOOK_CLOSED));
        noteHk.burn(investorHk, 1);
        assertEq(_ask(noteHk, MovementKind.Recovery, investorHk, investorHkTwo), RefusalLib.NONE, "a recovery passes");
        noteHk.forcedTransfer(investorHk, investorHkTwo, 1);
        noteHk.openBook();
        _transfer(investorHk, investorHkTwo, 1);
        assertEq(noteHk.balanceOf(investorHkTwo), 82, "one by force, one afterwards");
    }

    /* RESTRICTION */

    function test_Restriction_OfTheSender() public {
        _restrict(investorHk, regulatorHk);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.SENDER_RESTRICTED));
        noteHk.transfer(investorHkTwo, 1);
        assertEq(
            _ask(noteHk, MovementKind.Primary, investorHk, investorHkTwo),
            RefusalLib.SENDER_RESTRICTED,
            "primary"
        );
        noteHk.forcedTransfer(investorHk, investorHkTwo, 1);
        noteHk.burn(investorHk, 1);
        assertEq(noteHk.balanceOf(investorHk), 118, "an order and a redemption take");
    }

    function test_Restriction_OfTheReceiver() public {
        _restrict(investorHkTwo, regulatorHk);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_RESTRICTED));
        noteHk.transfer(investorHkTwo, 1);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_RESTRICTED));
        noteHk.forcedTransfer(investorHk, investorHkTwo, 1);
        assertEq(_ask(noteHk, MovementKind.Recovery, investorHk, investorHkTwo), RefusalLib.NONE, "inside one party");
        SeriesNote locked = _lockedNote(investorHk, 1);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_RESTRICTED));
        locked.mint(_issue(investorHkTwo, 1));
    }

    function test_Restriction_LivesAsLongAsOneOrder() public {
        uint64 first = _restrict(investorHk, regulatorHk);
        uint64 second = _restrict(investorHk, regulatorHk);
        vm.prank(regulatorHk);
        parties.lift(first, "lifted");
        assertFalse(noteHk.canTransfer(investorHk, investorHkTwo, 1), "the second lives");
        vm.prank(regulatorHk);
        parties.lift(second, "lifted");
        assertTrue(noteHk.canTransfer(investorHk, investorHkTwo, 1), "both lifted");
    }

    /* FROZEN */

    function test_Frozen_HoldsWhatIsNotFree() public {
        noteHk.setFrozenTokens(investorHk, 100);
        ISeriesNote.Movement memory movement = _movement(MovementKind.Secondary, investorHk, investorHkTwo, 20);
        assertEq(noteHk.decide(movement), RefusalLib.NONE, "the free ones");
        movement.units = 21;
        assertEq(noteHk.decide(movement), RefusalLib.FROZEN, "one more");
        movement.kind = MovementKind.Forced;
        assertEq(noteHk.decide(movement), RefusalLib.NONE, "by order");
    }

    /* ELIGIBILITY */

    function test_Eligibility_SenderUnknown() public view {
        assertEq(_ask(noteHk, MovementKind.Secondary, stranger, investorHk), RefusalLib.SENDER_UNKNOWN, "stranger");
    }

    function test_Eligibility_SenderRevoked() public {
        _revoke(investorHk);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.SENDER_REVOKED));
        noteHk.transfer(investorHkTwo, 1);
    }

    function test_Eligibility_SenderExpired() public {
        address short = _meetAs("investor Yip", HONG_KONG, 1, 5, uint48(block.timestamp) + 1 days);
        _transfer(investorHk, short, 5);
        vm.warp(block.timestamp + 1 days - 1);
        _transfer(short, investorHk, 1);
        vm.warp(block.timestamp + 1);
        vm.prank(short);
        vm.expectRevert(_refused(RefusalLib.SENDER_EXPIRED));
        noteHk.transfer(investorHk, 1);
    }

    function test_Eligibility_ReceiverUnknown() public {
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_UNKNOWN));
        noteHk.transfer(stranger, 1);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_UNKNOWN));
        noteHk.forcedTransfer(investorHk, stranger, 1);
    }

    function test_Eligibility_ReceiverRevoked() public {
        _revoke(investorHkTwo);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_REVOKED));
        noteHk.transfer(investorHkTwo, 1);
    }

    function test_Eligibility_ReceiverExpired() public {
        address short = _meetAs("investor Yip", HONG_KONG, 1, 5, uint48(block.timestamp) + 1 days);
        vm.warp(block.timestamp + 1 days);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_EXPIRED));
        noteHk.transfer(short, 1);
    }

    function test_Eligibility_ReceiverNoInvestor() public {
        address clerk = _meetAs("clerk Ng", HONG_KONG, 0, 5, uint48(block.timestamp) + YEAR);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_NOT_INVESTOR));
        noteHk.transfer(clerk, 1);
    }

    /* PLACE AND GRADE */

    function test_Place_OfAnotherJurisdiction() public {
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.OTHER_PLACE));
        noteHk.transfer(investorMo, 1);
    }

    function test_Grade_AboveTheTolerance() public {
        address bold = _meetAs("investor Fung", HONG_KONG, 1, 2, uint48(block.timestamp) + YEAR);
        address cautious = _meetAs("investor Ho", HONG_KONG, 1, 1, uint48(block.timestamp) + YEAR);
        _transfer(investorHk, bold, 1);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.GRADE_ABOVE_TOLERANCE));
        noteHk.transfer(cautious, 1);
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.GRADE_ABOVE_TOLERANCE));
        noteB.transfer(bold, 1);
    }

    function test_PlaceAndGrade_LeaveARecoveryAlone() public {
        address cautious = _meetAs("investor Ho", MACAO, 1, 1, uint48(block.timestamp) + YEAR);
        assertEq(_ask(noteHk, MovementKind.Recovery, investorHk, cautious), RefusalLib.NONE, "no new holder");
        assertEq(_ask(noteHk, MovementKind.Forced, investorHk, cautious), RefusalLib.OTHER_PLACE, "a new holder");
    }

    /* ORDER */

    /// @dev Restricted, expired, of another place, below the grade, on a closed book of a locked mirror: one by one removed.
    function test_Order_TheFirstRefusalWins() public {
        address worst = _meetAs("investor Ho", MACAO, 0, 1, uint48(block.timestamp) + 1 days);
        uint64 order = _restrict(worst, regulatorMo);
        noteHk.closeBook();
        assertEq(_ask(noteHk, MovementKind.Secondary, investorHk, worst), RefusalLib.BOOK_CLOSED, "book");
        noteHk.openBook();
        assertEq(_ask(noteHk, MovementKind.Secondary, investorHk, worst), RefusalLib.RECEIVER_RESTRICTED, "order");
        vm.prank(regulatorMo);
        parties.lift(order, "lifted");
        vm.warp(block.timestamp + 1 days);
        noteHk.setFrozenTokens(investorHk, 120);
        assertEq(_ask(noteHk, MovementKind.Secondary, investorHk, worst), RefusalLib.FROZEN, "freeze");
        noteHk.setFrozenTokens(investorHk, 0);
        assertEq(_ask(noteHk, MovementKind.Secondary, investorHk, worst), RefusalLib.RECEIVER_EXPIRED, "expiry");
        worst = _meetAs("investor Ieong", MACAO, 0, 1, uint48(block.timestamp) + 1 days);
        assertEq(_ask(noteHk, MovementKind.Secondary, investorHk, worst), RefusalLib.RECEIVER_NOT_INVESTOR, "class");
        worst = _meetAs("investor Lei", MACAO, 1, 1, uint48(block.timestamp) + 1 days);
        assertEq(_ask(noteHk, MovementKind.Secondary, investorHk, worst), RefusalLib.OTHER_PLACE, "place");
        worst = _meetAs("investor Ma", HONG_KONG, 1, 1, uint48(block.timestamp) + 1 days);
        assertEq(_ask(noteHk, MovementKind.Secondary, investorHk, worst), RefusalLib.GRADE_ABOVE_TOLERANCE, "grade");
    }

    function _approveSpender() private {
        vm.prank(investorHk);
        noteHk.approve(custodianHk, 5);
    }

    /// @dev The custodian has an allowance of Wong.
    function _expectNoSpending(uint8 code) private {
        ISeriesNote.Movement memory movement = _movement(MovementKind.Secondary, investorHk, investorHkTwo, 1);
        movement.operator = custodianHk;
        assertEq(noteHk.decide(movement), code, "told");
        vm.prank(custodianHk);
        vm.expectRevert(_refused(code));
        noteHk.transferFrom(investorHk, investorHkTwo, 1);
    }

    function _ask(SeriesNote note, MovementKind kind, address from, address to) private view returns (uint8) {
        return note.decide(_movement(kind, from, to, 1));
    }

    /// @dev A-HK of another deal whose offering is open.
    function _lockedNote(address holder, uint96 units) private returns (SeriesNote note) {
        DealId other = _draftDeal();
        vm.prank(manager);
        deals.file(other, "csrc.filing", keccak256("filing"));
        vm.prank(manager);
        note = SeriesNote(factory.issue(other)[1]);
        note.mint(_issue(holder, units));
    }
}
