// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title CellsLib
/// @notice Packs cells below 2^128, two a word: even positions in the low half of storage slots.
library CellsLib {
    uint256 private constant HALF = 128;

    function write(uint256[128] storage slots, uint128[] memory cells) internal {
        for (uint256 i = 0; i < cells.length; i += 2) {
            uint256 high = i + 1 < cells.length ? cells[i + 1] : 0;
            slots[i / 2] = cells[i] | (high << HALF);
        }
    }

    function read(uint256[128] storage slots, uint256 count) internal view returns (uint256[] memory cells) {
        cells = new uint256[](count);
        for (uint256 i = 0; i < count; i += 2) {
            uint256 word = slots[i / 2];
            cells[i] = uint128(word);
            if (i + 1 < count) cells[i + 1] = word >> HALF;
        }
    }

    function readOne(uint256[128] storage slots, uint256 position) internal view returns (uint128) {
        return uint128(slots[position / 2] >> (HALF * (position % 2)));
    }

    /// @dev Every cell is below 2^128: the machine sees to it.
    function slice(uint256[] memory cells, uint256 first, uint256 count) internal pure returns (uint128[] memory part) {
        part = new uint128[](count);
        for (uint256 i = 0; i < count; ++i) {
            part[i] = uint128(cells[first + i]);
        }
    }
}
