// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {NoteStage} from "../../../contracts/types/Enums.sol";
import {DealId} from "../../../contracts/types/Ids.sol";
import {LiveNotes} from "./LiveNotes.sol";

/// @notice Record dates and what holders had at them.
contract SeriesNoteBookTest is LiveNotes {
    function test_CloseBook_RevertWhen_NotThePayingRoom() public {
        _expectNotPaying();
        noteHk.closeBook();
    }

    function test_TakeBook_RevertWhen_NotThePayingRoom() public {
        _expectNotPaying();
        noteHk.takeBook();
    }

    function test_OpenBook_RevertWhen_NotThePayingRoom() public {
        _expectNotPaying();
        noteHk.openBook();
    }

    function test_CloseBook_RevertGiven_NotReleased() public {
        DealId other = _draftDeal();
        vm.prank(manager);
        SeriesNote note = SeriesNote(factory.issue(other)[1]);
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.NoteStageForbids.selector, note.seriesId(), NoteStage.None));
        note.closeBook();
    }

    function test_CloseBook_RevertGiven_Closed() public {
        noteHk.closeBook();
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.BookAlreadyClosed.selector, noteHk.seriesId()));
        noteHk.closeBook();
    }

    function test_TakeBook_RevertGiven_Open() public {
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.BookNotClosed.selector, noteHk.seriesId()));
        noteHk.takeBook();
    }

    function test_OpenBook_RevertGiven_Open() public {
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.BookNotClosed.selector, noteHk.seriesId()));
        noteHk.openBook();
    }

    function test_Book_NumbersFromOne() public {
        vm.expectEmit(address(noteHk));
        emit ISeriesNote.BookClosed(noteHk.seriesId(), 1);
        noteHk.closeBook();
        vm.expectEmit(address(noteHk));
        emit ISeriesNote.BookTaken(noteHk.seriesId(), 1, 200);
        (uint32 book, uint96 supply) = noteHk.takeBook();
        assertTrue(book == 1 && supply == 200, "the first, over all units");
        (uint32 taken, bool closed) = noteHk.bookOf();
        assertTrue(taken == 1 && closed, "taken and still closed");
        vm.expectEmit(address(noteHk));
        emit ISeriesNote.BookOpened(noteHk.seriesId(), 1);
        noteHk.openBook();
        assertEq(_takeBook(), 2, "the second");
    }

    function test_UnitsAt_RevertWhen_NotTaken() public {
        _takeBook();
        _expectUnknown(0);
        noteHk.unitsAt(investorHk, 0);
        _expectUnknown(2);
        noteHk.unitsAt(investorHk, 2);
        _expectUnknown(2);
        noteHk.holdingsAt(new address[](1), 2);
        _expectUnknown(2);
        noteHk.supplyAt(2);
    }

    function test_UnitsAt_WhateverMovedSince() public {
        _takeBook();
        _transfer(investorHk, investorHkTwo, 20);
        _transfer(investorHk, investorHkTwo, 30);
        _takeBook();
        _takeBook();
        _transfer(investorHkTwo, investorHk, 5);
        assertEq(noteHk.unitsAt(investorHk, 1), 120, "first book");
        assertEq(noteHk.unitsAt(investorHk, 2), 70, "second");
        assertEq(noteHk.unitsAt(investorHk, 3), 70, "third");
        assertEq(noteHk.unitsAt(investorHkTwo, 1), 80, "first of the other");
        assertEq(noteHk.unitsAt(investorHkTwo, 3), 130, "third of the other");
        assertEq(noteHk.balanceOf(investorHk), 75, "now");
    }

    function test_UnitsAt_NothingForWhoCameLater() public {
        address late = _meet("investor Tse", HONG_KONG);
        _takeBook();
        _transfer(investorHk, late, 20);
        _takeBook();
        _transfer(investorHk, late, 1);
        assertEq(noteHk.unitsAt(late, 1), 0, "not yet a holder");
        assertEq(noteHk.unitsAt(late, 2), 20, "a holder");
    }

    function test_UnitsAt_WhoLeftAndCameBack() public {
        _takeBook();
        _transfer(investorHkTwo, investorHk, 80);
        _takeBook();
        _takeBook();
        _transfer(investorHk, investorHkTwo, 7);
        _takeBook();
        assertEq(noteHk.unitsAt(investorHkTwo, 1), 80, "held");
        assertEq(noteHk.unitsAt(investorHkTwo, 2), 0, "left");
        assertEq(noteHk.unitsAt(investorHkTwo, 3), 0, "still away");
        assertEq(noteHk.unitsAt(investorHkTwo, 4), 7, "back");
    }

    function test_UnitsAt_OrdersAfterTheBookLeaveTheRecord() public {
        noteHk.closeBook();
        noteHk.takeBook();
        noteHk.forcedTransfer(investorHk, investorHkTwo, 120);
        assertEq(noteHk.unitsAt(investorHk, 1), 120, "the record stands");
    }

    function test_SupplyAt_WhateverWasRedeemedSince() public {
        _takeBook();
        noteHk.burn(investorHk, 20);
        _takeBook();
        noteHk.burn(investorHk, 1);
        assertEq(noteHk.supplyAt(1), 200, "first");
        assertEq(noteHk.supplyAt(2), 180, "second");
    }

    /// @dev Each byte of a seed is an act: take a book, or move units between three holders or out of the supply.
    function testFuzz_UnitsAt_AgreesWithAPlainCopy(uint256 seed, uint8 acts) public {
        address[3] memory holders = [investorHk, investorHkTwo, _meet("investor Tse", HONG_KONG)];
        uint256[4][] memory copies = new uint256[4][](64);
        uint32 books = 0;
        for (uint256 i = 0; i < uint256(acts) % 48; ++i) {
            uint256 act = uint256(keccak256(abi.encode(seed, i)));
            if (act % 4 == 0) copies[books++] = _copy(holders, _takeBook());
            else if (act % 16 == 1) noteHk.burn(holders[0], (act >> 16) % (noteHk.balanceOf(holders[0]) + 1));
            else _moveSome(holders[(act >> 8) % 3], holders[(act >> 16) % 3], act >> 24);
        }
        address[] memory all = new address[](3);
        (all[0], all[1], all[2]) = (holders[0], holders[1], holders[2]);
        for (uint32 book = 1; book <= books; ++book) {
            uint96[] memory units = noteHk.holdingsAt(all, book);
            for (uint256 k = 0; k < 3; ++k) {
                assertEq(noteHk.unitsAt(holders[k], book), copies[book - 1][k], "as copied");
                assertEq(units[k], copies[book - 1][k], "in the batch as alone");
            }
            assertEq(noteHk.supplyAt(book), copies[book - 1][3], "supply as copied");
            assertEq(uint256(units[0]) + units[1] + units[2], copies[book - 1][3], "all of it");
        }
    }

    function _copy(address[3] memory holders, uint32) private view returns (uint256[4] memory copy) {
        for (uint256 k = 0; k < 3; ++k) copy[k] = noteHk.balanceOf(holders[k]);
        copy[3] = noteHk.totalSupply();
    }

    function _moveSome(address from, address to, uint256 choice) private {
        _transfer(from, to, choice % 3 == 0 ? noteHk.balanceOf(from) : choice % (noteHk.balanceOf(from) + 1));
    }

    function _expectNotPaying() private {
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.ROOM_RECORDS, custodianHk));
        vm.prank(custodianHk);
    }

    function _expectUnknown(uint32 book) private {
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.BookUnknown.selector, noteHk.seriesId(), book));
    }
}
