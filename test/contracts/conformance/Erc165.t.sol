// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LiveNotes} from "../notes/LiveNotes.sol";

/// @notice Notes and rights against the text of ERC-165: the ids are those that the standards state, not those of our code.
contract Erc165Conformance is LiveNotes {
    function test_SupportsInterface_OfANote() public view {
        bytes4[4] memory ids = [bytes4(0x01ffc9a7), bytes4(0x36372b07), bytes4(0xa219a025), bytes4(0x3edbb4c4)];
        for (uint256 i = 0; i < ids.length; ++i)
            assertTrue(noteHk.supportsInterface(ids[i]), "165, 20, its metadata, 7943");
    }

    function test_SupportsInterface_OfARight() public view {
        bytes4[3] memory ids = [bytes4(0x01ffc9a7), bytes4(0x80ac58cd), bytes4(0x5b5e139f)];
        for (uint256 i = 0; i < ids.length; ++i) assertTrue(rights.supportsInterface(ids[i]), "165, 721, its metadata");
    }

    function test_SupportsInterface_NeverForTheReservedId() public view {
        assertFalse(noteHk.supportsInterface(0xffffffff), "note");
        assertFalse(rights.supportsInterface(0xffffffff), "right");
    }

    function test_SupportsInterface_WithinThirtyThousandGas() public view {
        uint256 before = gasleft();
        noteHk.supportsInterface(0x3edbb4c4);
        assertLe(before - gasleft(), 30_000, "note");
        before = gasleft();
        rights.supportsInterface(0x80ac58cd);
        assertLe(before - gasleft(), 30_000, "right");
    }
}
