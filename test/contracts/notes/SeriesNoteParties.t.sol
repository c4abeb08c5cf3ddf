// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";

import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {MovementKind} from "../../../contracts/types/Enums.sol";
import {DealId} from "../../../contracts/types/Ids.sol";
import {CN, HK} from "../../../contracts/types/Place.sol";
import {LiveNotes} from "./LiveNotes.sol";

/// @notice What a note makes of pauses, lost wallets, orders, and of an attestation that expires within a batch.
contract SeriesNotePartiesTest is LiveNotes {
    address private _found;

    function setUp() public override {
        super.setUp();
        _found = _wallet("found wallet of Wong");
    }

    /* PAUSES */

    function test_Pause_RefusesBeforeAnyOtherRule() public {
        _pause(HK, regulatorHk, MovementKind.Secondary);
        _expectRefusal(investorHk, investorHkTwo, RefusalLib.PAUSED);
        assertFalse(noteHk.canTransfer(investorHk, investorHkTwo, 1), "and says so");
        assertEq(_ask(noteHk, MovementKind.Secondary, stranger, stranger), RefusalLib.PAUSED, "even for strangers");
        assertTrue(noteHk.canSend(investorHk) && noteHk.canReceive(investorHkTwo), "the parties stand as before");
    }

    function test_Pause_OfAnotherPlaceDoesNotReach() public {
        _pause(CN, regulatorCn, MovementKind.Secondary);
        _transfer(investorHk, investorHkTwo, 1);
        assertEq(noteHk.balanceOf(investorHkTwo), 81, "moved");
    }

    function testFuzz_Pause_StopsExactlyItsKinds(uint8 kinds) public {
        uint16 operations = uint16(kinds) & 0xFE;
        if (operations == 0) return;
        vm.prank(regulatorHk);
        parties.pause(HK, operations, "order");
        for (uint8 kind = 1; kind <= uint8(type(MovementKind).max); ++kind) {
            bool isPaused = (operations >> kind) & 1 == 1;
            uint8 code = _ask(noteHk, MovementKind(kind), investorHk, investorHkTwo);
            assertTrue((code == RefusalLib.PAUSED) == isPaused, "by its own bit");
        }
    }

    function test_Pause_EndsByItself() public {
        _pause(HK, regulatorHk, MovementKind.Secondary);
        vm.prank(regulatorHk);
        parties.unpause(HK, _bit(MovementKind.Secondary), "lifted");
        vm.warp(START + UNPAUSE_FOR - 1);
        _expectRefusal(investorHk, investorHkTwo, RefusalLib.PAUSED);
        vm.warp(START + UNPAUSE_FOR);
        _transfer(investorHk, investorHkTwo, 1);
    }

    function test_Pause_OfRedemptions() public {
        _pause(HK, regulatorHk, MovementKind.Redeem);
        vm.expectRevert(_refused(RefusalLib.PAUSED));
        noteHk.burn(investorHk, 1);
    }

    function test_Pause_OfImportsFailsThemWhole() public {
        ISeriesNote.RegisterLine[] memory lines = _lines(investorCn, investorCnTwo);
        uint64 number = _propose(lines);
        _pause(CN, regulatorCn, MovementKind.Register);
        vm.prank(custodianCn);
        vm.expectRevert(_refused(RefusalLib.PAUSED));
        noteCn.register(number, lines, "file");
    }

    /* WALLETS */

    function test_LostWallet_MovesNothing() public {
        _lose();
        _expectRefusal(investorHk, investorHkTwo, RefusalLib.SENDER_UNKNOWN);
        assertFalse(noteHk.canSend(investorHk), "and says so");
    }

    function test_LostWallet_ReceivesNothing() public {
        _lose();
        _expectRefusal(investorHkTwo, investorHk, RefusalLib.RECEIVER_UNKNOWN);
        assertFalse(noteHk.canReceive(investorHk), "and says so");
        assertTrue(noteHk.canReceive(_found), "its successor does");
    }

    function test_LostWallet_ApprovalsAreVoid() public {
        vm.prank(investorHk);
        noteHk.approve(investorHkTwo, 50);
        _lose();
        vm.prank(investorHkTwo);
        vm.expectRevert(_refused(RefusalLib.SENDER_UNKNOWN));
        noteHk.transferFrom(investorHk, investorHkTwo, 1);
    }

    function test_LostWallet_AnOrderMovesItsUnitsToTheSuccessor() public {
        _lose();
        noteHk.closeBook();
        assertEq(_ask(noteHk, MovementKind.Recovery, investorHk, _found), RefusalLib.NONE, "a recovery passes");
        noteHk.forcedTransfer(investorHk, _found, 120);
        assertEq(noteHk.balanceOf(_found), 120, "all units");
        assertEq(noteHk.balanceOf(investorHk), 0, "nothing is left behind");
    }

    function test_LostOrUnboundSpender_UsesNoAllowance() public {
        vm.startPrank(investorHkTwo);
        noteHk.approve(investorHk, 50);
        noteHk.approve(_found, 50);
        vm.stopPrank();
        _lose();
        _expectSpenderRefused(investorHk);
        vm.warp(START + 10);
        vm.prank(attesterHk);
        parties.unbind(_found, "reason");
        _expectSpenderRefused(_found);
    }

    function test_UnboundWallet_MovesNothing() public {
        vm.prank(attesterHk);
        parties.unbind(investorHk, "reason");
        _expectRefusal(investorHk, investorHkTwo, RefusalLib.SENDER_UNKNOWN);
        _expectRefusal(investorHkTwo, investorHk, RefusalLib.RECEIVER_UNKNOWN);
    }

    /* ORDERS */

    function test_TwoOrders_RestrictUntilBothAreLifted() public {
        (uint64 first, uint64 second) = (_restrict(investorHk, regulatorHk), _restrict(investorHk, regulatorHk));
        _expectRefusal(investorHk, investorHkTwo, RefusalLib.SENDER_RESTRICTED);
        _lift(second);
        _expectRefusal(investorHk, investorHkTwo, RefusalLib.SENDER_RESTRICTED);
        _lift(first);
        _transfer(investorHk, investorHkTwo, 1);
    }

    /* BATCHES */

    function test_Mint_FailsWholeGivenOneHasExpired() public {
        DealId other = _draftDeal();
        vm.prank(manager);
        SeriesNote note = SeriesNote(factory.issue(other)[1]);
        vm.prank(manager);
        deals.file(other, "csrc.filing", keccak256("filing"));
        address soon = _meetAs("investor Ho", HONG_KONG, 1, 5, START + 1 days);
        ISeriesNote.Issue[] memory issues = new ISeriesNote.Issue[](3);
        issues[0] = ISeriesNote.Issue(investorHk, 10);
        issues[1] = ISeriesNote.Issue(soon, 10);
        issues[2] = ISeriesNote.Issue(investorHkTwo, 10);
        vm.warp(START + 1 days);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_EXPIRED));
        note.mint(issues);
        assertEq(note.totalSupply(), 0, "nobody received");
        vm.warp(START + 1 days - 1);
        note.mint(issues);
        assertEq(note.totalSupply(), 30, "a second before all did");
    }

    function test_Register_FailsWholeGivenOneHasExpired() public {
        address soon = _meetAs("investor Ho", SHENZHEN, 1, 5, START + 1 days);
        ISeriesNote.RegisterLine[] memory lines = new ISeriesNote.RegisterLine[](3);
        lines[0] = ISeriesNote.RegisterLine(investorCn, investorCnTwo, 5);
        lines[1] = ISeriesNote.RegisterLine(investorCn, soon, 5);
        lines[2] = ISeriesNote.RegisterLine(registrar, investorCnTwo, 5);
        uint64 number = _propose(lines);
        vm.warp(START + 1 days);
        vm.prank(custodianCn);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_EXPIRED));
        noteCn.register(number, lines, "file");
        assertEq(noteCn.balanceOf(investorCnTwo), 0, "no line was applied");
    }

    /* INTERNAL */

    function _ask(SeriesNote note, MovementKind kind, address from, address to) private view returns (uint8) {
        return note.decide(_movement(kind, from, to, 1));
    }

    function _expectRefusal(address from, address to, uint8 code) private {
        ISeriesNote.Movement memory movement = _movement(MovementKind.Secondary, from, to, 1);
        movement.operator = from;
        assertEq(noteHk.decide(movement), code, "told");
        vm.prank(from);
        vm.expectRevert(_refused(code));
        noteHk.transfer(to, 1);
    }

    function _expectSpenderRefused(address spender) private {
        ISeriesNote.Movement memory movement = _movement(MovementKind.Secondary, investorHkTwo, investorHkTwo, 1);
        movement.operator = spender;
        assertEq(noteHk.decide(movement), RefusalLib.OPERATOR_REVOKED, "told");
        vm.prank(spender);
        vm.expectRevert(_refused(RefusalLib.OPERATOR_REVOKED));
        noteHk.transferFrom(investorHkTwo, investorHkTwo, 1);
    }

    function _pause(uint16 jurisdiction, address regulator, MovementKind kind) private {
        vm.prank(regulator);
        parties.pause(jurisdiction, _bit(kind), "order");
    }

    function _bit(MovementKind kind) private pure returns (uint16) {
        return uint16(1) << uint8(kind);
    }

    function _lift(uint64 order) private {
        vm.prank(regulatorHk);
        parties.lift(order, "lifted");
    }

    /// @dev Wong loses the wallet that holds; another acts for it from now on.
    function _lose() private {
        IPartyRegistry.Recovery memory recovery = IPartyRegistry.Recovery({
            lost: investorHk,
            successor: _found,
            issuedAt: START,
            evidence: "file"
        });
        _recover(recovery);
    }

    function _lines(address from, address to) private pure returns (ISeriesNote.RegisterLine[] memory lines) {
        lines = new ISeriesNote.RegisterLine[](1);
        lines[0] = ISeriesNote.RegisterLine(from, to, 5);
    }

    function _propose(ISeriesNote.RegisterLine[] memory lines) private returns (uint64) {
        vm.prank(registrar);
        return noteCn.proposeRegister(lines, "file");
    }
}
