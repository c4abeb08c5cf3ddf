// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {NotesFixture} from "../NotesFixture.sol";

/// @notice Notes in the hands of holders. This contract stands in for every room that moves notes.
/// Wong 120 and Lau 80 of A-HK, the registrar 200 and Chen 100 of A-CN, Silva 100 of A-MO, Wong 300 of B-HK, Chen 100 of C-CN.
abstract contract LiveNotes is NotesFixture {
    function setUp() public virtual override {
        super.setUp();
        _standInForRooms();
        _grantRoom(RolesLib.ROOM_RECORDS, address(this));
        _grantRoom(RolesLib.ROOM_TREASURY, address(this));
        _grantRoom(RolesLib.ROOM_ENFORCEMENT, address(this));
        _grantRoom(RolesLib.NOTE_MOVER, address(this));
        _offerWithNotes();
        noteHk.mint(_issue(investorHk, 120));
        noteHk.mint(_issue(investorHkTwo, 80));
        noteCn.mint(_issue(registrar, 200));
        noteCn.mint(_issue(investorCn, 100));
        noteMo.mint(_issue(investorMo, 100));
        noteB.mint(_issue(investorHk, 300));
        noteC.mint(_issue(investorCn, 100));
        noteHk.release();
        noteCn.release();
        noteMo.release();
        noteB.release();
        noteC.release();
    }

    function _transfer(address from, address to, uint256 units) internal {
        vm.prank(from);
        noteHk.transfer(to, units);
    }

    function _takeBook() internal returns (uint32 book) {
        noteHk.closeBook();
        (book, ) = noteHk.takeBook();
        noteHk.openBook();
    }
}
