// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {IERC7943Fungible} from "../../../contracts/interfaces/IERC7943.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";
import {ITrail} from "../../../contracts/interfaces/ITrail.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {MovementKind, NoteStage} from "../../../contracts/types/Enums.sol";
import {DealId, SeriesId} from "../../../contracts/types/Ids.sol";
import {LiveNotes} from "./LiveNotes.sol";

/// @notice ERC-20, ERC-165 and ERC-7943 of a note, and the life of a note.
contract SeriesNoteTokenTest is LiveNotes {
    /* TRANSFER */

    function test_Transfer_RevertGiven_FewerUnits() public {
        vm.prank(investorHk);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                investorHk,
                uint256(120),
                uint256(121)
            )
        );
        noteHk.transfer(investorHkTwo, 121);
    }

    function test_Transfer_RevertWhen_ReceiverIsZero() public {
        vm.prank(investorHk);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        noteHk.transfer(address(0), 1);
    }

    function test_Transfer_RevertGiven_FrozenUnits() public {
        noteHk.setFrozenTokens(investorHk, 100);
        vm.prank(investorHk);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC7943Fungible.ERC7943InsufficientUnfrozenBalance.selector,
                investorHk,
                uint256(21),
                uint256(20)
            )
        );
        noteHk.transfer(investorHkTwo, 21);
    }

    function test_Transfer_RevertGiven_FrozenUnitsAndFewerUnits() public {
        noteHk.setFrozenTokens(investorHk, 100);
        vm.prank(investorHk);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                investorHk,
                uint256(120),
                uint256(121)
            )
        );
        noteHk.transfer(investorHkTwo, 121);
    }

    function test_Transfer_FreeUnitsMoveBesideFrozenOnes() public {
        noteHk.setFrozenTokens(investorHk, 100);
        _transfer(investorHk, investorHkTwo, 20);
        assertEq(noteHk.balanceOf(investorHk), 100, "the frozen stay");
    }

    function test_Transfer_MovesUnits() public {
        vm.expectEmit(address(noteHk));
        emit IERC20.Transfer(investorHk, investorHkTwo, 50);
        vm.prank(investorHk);
        assertTrue(noteHk.transfer(investorHkTwo, 50), "true on success");
        assertEq(noteHk.balanceOf(investorHk), 70, "sender");
        assertEq(noteHk.balanceOf(investorHkTwo), 130, "receiver");
        assertEq(noteHk.totalSupply(), 200, "supply");
    }

    function test_Transfer_TouchesTheTrailOnceABlock() public {
        (uint64 count, uint64 lastBlock) = noteHk.trailOf(deal);
        vm.roll(block.number + 1);
        vm.expectEmit(address(noteHk));
        emit ITrail.Touched(deal, count + 1, lastBlock);
        _transfer(investorHk, investorHkTwo, 1);
        vm.recordLogs();
        _transfer(investorHk, investorHkTwo, 1);
        assertEq(vm.getRecordedLogs().length, 1, "only the transfer: its block is known");
        (uint64 after_, ) = noteHk.trailOf(deal);
        assertEq(after_, count + 1, "one action a block");
        (uint64 none, ) = noteHk.trailOf(DealId.wrap(9));
        assertEq(none, 0, "another deal has no trail here");
    }

    function test_Transfer_ToItself() public {
        _transfer(investorHk, investorHk, 120);
        assertEq(noteHk.balanceOf(investorHk), 120, "unchanged");
    }

    function test_Transfer_NoUnits() public {
        _transfer(investorHk, investorHkTwo, 0);
        assertEq(noteHk.balanceOf(investorHkTwo), 80, "unchanged");
    }

    /* ALLOWANCE */

    function test_TransferFrom_RevertGiven_AllowanceTooSmall() public {
        vm.prank(investorHk);
        noteHk.approve(custodianHk, 9);
        vm.prank(custodianHk);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                custodianHk,
                uint256(9),
                uint256(10)
            )
        );
        noteHk.transferFrom(investorHk, investorHkTwo, 10);
    }

    function test_TransferFrom_LowersTheAllowance() public {
        vm.prank(investorHk);
        noteHk.approve(custodianHk, 10);
        vm.expectEmit(address(noteHk));
        emit IERC20.Approval(investorHk, custodianHk, 6);
        vm.prank(custodianHk);
        assertTrue(noteHk.transferFrom(investorHk, investorHkTwo, 4), "true on success");
        assertEq(noteHk.allowance(investorHk, custodianHk), 6, "what is left");
        assertEq(noteHk.balanceOf(investorHkTwo), 84, "moved");
    }

    function test_TransferFrom_AllowanceWithoutEnd() public {
        vm.prank(investorHk);
        noteHk.approve(custodianHk, type(uint256).max);
        vm.prank(custodianHk);
        noteHk.transferFrom(investorHk, investorHkTwo, 4);
        assertEq(noteHk.allowance(investorHk, custodianHk), type(uint256).max, "stays");
    }

    function test_TransferFrom_RevertWhen_SenderIsZero() public {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSender.selector, address(0)));
        noteHk.transferFrom(address(0), investorHkTwo, 0);
    }

    function test_Approve_RevertWhen_SpenderIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSpender.selector, address(0)));
        noteHk.approve(address(0), 1);
    }

    function test_Approve_SetsTheAllowance() public {
        vm.expectEmit(address(noteHk));
        emit IERC20.Approval(investorHk, custodianHk, 7);
        vm.prank(investorHk);
        assertTrue(noteHk.approve(custodianHk, 7), "true on success");
        assertEq(noteHk.allowance(investorHk, custodianHk), 7, "set");
    }

    /* ROOMS */

    function test_Mint_RevertWhen_NotTheOfferingRoom() public {
        _expectNot(RolesLib.ROOM_OFFERING, manager);
        noteHk.mint(_issue(investorHk, 1));
    }

    function test_Mint_RevertWhen_HolderIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        noteHk.mint(_issue(address(0), 1));
    }

    function test_Mint_RevertWhen_AboveTheSizeOfTheSeries() public {
        DealId other = _draftDeal();
        vm.prank(manager);
        SeriesNote note = SeriesNote(factory.issue(other)[4]);
        note.mint(_issue(investorCn, 60));
        vm.expectRevert(
            abi.encodeWithSelector(ISeriesNote.SupplyExceeded.selector, note.seriesId(), uint256(101), uint96(100))
        );
        note.mint(_issue(investorCn, 41));
    }

    function test_Mint_ManyAtOnce() public {
        DealId other = _draftDeal();
        vm.prank(manager);
        SeriesNote note = SeriesNote(factory.issue(other)[4]);
        ISeriesNote.Issue[] memory issues = new ISeriesNote.Issue[](2);
        issues[0] = ISeriesNote.Issue(investorCn, 60);
        issues[1] = ISeriesNote.Issue(investorCnTwo, 40);
        note.mint(issues);
        assertTrue(note.balanceOf(investorCn) == 60 && note.balanceOf(investorCnTwo) == 40, "each");
        assertEq(note.totalSupply(), 100, "all");
    }

    function test_Burn_RevertWhen_NotAMoverOfNotes() public {
        _expectNot(RolesLib.NOTE_MOVER, manager);
        noteHk.burn(investorHk, 1);
    }

    function test_Burn_RevertWhen_HolderIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSender.selector, address(0)));
        noteHk.burn(address(0), 1);
    }

    function test_Burn_RevertGiven_FewerUnits() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                investorHk,
                uint256(120),
                uint256(121)
            )
        );
        noteHk.burn(investorHk, 121);
    }

    function test_Burn_TakesUnitsAndSupply() public {
        noteHk.burn(investorHk, 20);
        assertEq(noteHk.balanceOf(investorHk), 100, "units");
        assertEq(noteHk.totalSupply(), 180, "supply");
        assertEq(noteHk.balanceOf(address(0)), 0, "nobody holds what is not issued");
    }

    /// @dev 120 units with 110 frozen: ten are free, so taking 30 takes 20 of the frozen.
    function test_Burn_TakesFrozenUnitsLast() public {
        noteHk.setFrozenTokens(investorHk, 110);
        vm.expectEmit(address(noteHk));
        emit IERC7943Fungible.Frozen(investorHk, 90);
        noteHk.burn(investorHk, 30);
        assertEq(noteHk.getFrozenTokens(investorHk), 90, "twenty fewer");
    }

    function test_Release_RevertWhen_NotTheOfferingRoom() public {
        _expectNot(RolesLib.ROOM_OFFERING, manager);
        noteHk.release();
    }

    function test_Release_RevertGiven_Released() public {
        _expectStage(NoteStage.Released);
        noteHk.release();
    }

    function test_Annul_RevertWhen_NotTheOfferingRoom() public {
        _expectNot(RolesLib.ROOM_OFFERING, manager);
        noteHk.annul();
    }

    function test_Annul_RevertGiven_Released() public {
        _expectStage(NoteStage.Released);
        noteHk.annul();
    }

    function test_Retire_RevertWhen_NotTheTreasury() public {
        _expectNot(RolesLib.ROOM_TREASURY, manager);
        noteHk.retire();
    }

    function test_Retire_OnceAndForAll() public {
        vm.expectEmit(address(noteHk));
        emit ISeriesNote.NoteMoved(noteHk.seriesId(), NoteStage.Released, NoteStage.Retired);
        noteHk.retire();
        _expectStage(NoteStage.Retired);
        noteHk.retire();
    }

    /* STANDARDS */

    function test_SupportsInterface() public view {
        assertTrue(noteHk.supportsInterface(0x3edbb4c4), "ERC-7943");
        assertTrue(type(IERC7943Fungible).interfaceId == bytes4(0x3edbb4c4), "as the standard says");
        assertTrue(noteHk.supportsInterface(type(IERC20).interfaceId), "ERC-20");
        assertTrue(noteHk.supportsInterface(type(IERC20Metadata).interfaceId), "its metadata");
        assertTrue(noteHk.supportsInterface(type(IERC165).interfaceId), "ERC-165");
        assertFalse(noteHk.supportsInterface(0xffffffff), "never this one");
    }

    function test_CanSendAndReceive_OfAccounts() public {
        assertTrue(noteHk.canSend(investorHk) && noteHk.canReceive(investorHk), "an investor of the place");
        assertFalse(noteHk.canSend(stranger) || noteHk.canReceive(stranger), "nobody knows the wallet");
        assertFalse(noteHk.canSend(address(0)) || noteHk.canReceive(address(0)), "nor this one");
        assertTrue(noteHk.canSend(investorMo), "any attested party may send");
        assertFalse(noteHk.canReceive(investorMo), "the series is for Hong Kong");
        address cautious = _meetAs("investor Ho", HONG_KONG, 1, 1, uint48(block.timestamp) + YEAR);
        assertFalse(noteHk.canReceive(cautious), "the grade is above the tolerance");
        assertTrue(noteHk.canSend(cautious), "what was bought may be sold");
        address clerk = _meetAs("clerk Ng", HONG_KONG, 0, 5, uint48(block.timestamp) + YEAR);
        assertFalse(noteHk.canReceive(clerk), "an office is no investor");
        _restrict(investorHk, regulatorHk);
        assertFalse(noteHk.canSend(investorHk) || noteHk.canReceive(investorHk), "restricted");
    }

    function test_CanTransfer_CountsNoBalance() public {
        assertTrue(noteHk.canTransfer(investorHk, investorHkTwo, 121), "a balance is no rule");
        assertFalse(noteHk.canTransfer(address(0), investorHkTwo, 1), "no mint");
        assertFalse(noteHk.canTransfer(investorHk, address(0), 1), "no burn");
        noteHk.setFrozenTokens(investorHk, 500);
        assertFalse(noteHk.canTransfer(investorHk, investorHkTwo, 1), "a freeze above the balance holds all");
    }

    /// @dev Whatever the parties, the amount and the state of the note: the answer is the deed.
    function testFuzz_CanTransfer_AgreesWithTheTransfer(uint256 choices, uint8 frozen, uint8 units) public {
        address[5] memory people = [investorHk, investorHkTwo, investorMo, stranger, custodianHk];
        address from = people[choices % 5];
        address to = people[(choices >> 8) % 5];
        uint256 moved = uint256(units) % (noteHk.balanceOf(from) + 1);
        if ((choices >> 16) % 4 == 0) noteHk.setFrozenTokens(from, frozen);
        if ((choices >> 24) % 8 == 0 && from != stranger)
            _restrict(from, from == investorMo ? regulatorMo : regulatorHk);
        if ((choices >> 32) % 8 == 0 && to == investorHkTwo) _revoke(to);
        if ((choices >> 40) % 8 == 0) noteHk.closeBook();
        if ((choices >> 48) % 16 == 0) vm.warp(START + 11 * YEAR);
        bool allowed = noteHk.canTransfer(from, to, moved);
        uint8 code = noteHk.decide(_movement(MovementKind.Secondary, from, to, moved));
        assertTrue(allowed == (code == 0), "the code agrees");
        vm.prank(from);
        (bool done, ) = address(noteHk).call(abi.encodeCall(noteHk.transfer, (to, moved)));
        assertTrue(done == allowed, "the deed agrees");
        bool mayTake = noteHk.canSend(from) && noteHk.canReceive(to);
        assertTrue(mayTake || !done, "no transfer against canSend or canReceive");
    }

    function _expectNot(uint64 role, address caller) private {
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, role, caller));
        vm.prank(caller);
    }

    function _expectStage(NoteStage stage) private {
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.NoteStageForbids.selector, noteHk.seriesId(), stage));
    }
}
