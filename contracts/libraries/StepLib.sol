// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice Takes a step word apart. From the most significant bit:
/// op 4 | rounding 2 | line 1 | latch 1 | a 8 | b 8 | c 8 | d 8 | also 4 × 8 | list 4 × 8 | set 16 | clear 16 | k1 64 | k2 56
library StepLib {
    uint256 internal constant PAY = 1;
    uint256 internal constant SPLIT = 2;
    uint256 internal constant ACCRUE = 3;
    uint256 internal constant GAP = 4;
    uint256 internal constant ADD = 5;
    uint256 internal constant SET = 6;
    uint256 internal constant TEST = 7;

    error UnknownOperation(uint256 step, uint256 op);

    function opOf(uint256 word) internal pure returns (uint256) {
        return word >> 252;
    }

    function roundingOf(uint256 word) internal pure returns (uint256) {
        return (word >> 250) & 3;
    }

    function isLine(uint256 word) internal pure returns (bool) {
        return word & (1 << 249) != 0;
    }

    function isLatch(uint256 word) internal pure returns (bool) {
        return word & (1 << 248) != 0;
    }

    function aOf(uint256 word) internal pure returns (uint256) {
        return (word >> 240) & 0xff;
    }

    function bOf(uint256 word) internal pure returns (uint256) {
        return (word >> 232) & 0xff;
    }

    function cOf(uint256 word) internal pure returns (uint256) {
        return (word >> 224) & 0xff;
    }

    function dOf(uint256 word) internal pure returns (uint256) {
        return (word >> 216) & 0xff;
    }

    /// @dev Four cells, the first in the most significant byte; a zero byte ends the list. So also `listOf`.
    function alsoOf(uint256 word) internal pure returns (uint256) {
        return (word >> 184) & 0xffffffff;
    }

    function listOf(uint256 word) internal pure returns (uint256) {
        return (word >> 152) & 0xffffffff;
    }

    /// @dev Eight cells of a SPLIT, the last four from the upper half of k1.
    function weightsOf(uint256 word) internal pure returns (uint256) {
        return (alsoOf(word) << 32) | ((word >> 88) & 0xffffffff);
    }

    /// @dev Eight cells of a SPLIT, the last four from the lower half of k1.
    function sharesOf(uint256 word) internal pure returns (uint256) {
        return (listOf(word) << 32) | ((word >> 56) & 0xffffffff);
    }

    /// @dev A step runs only while every flag of `set` is on and every flag of `clear` is off.
    function isMasked(uint256 word, uint256 flags) internal pure returns (bool) {
        uint256 set = (word >> 136) & 0xffff;
        return flags & set != set || flags & (word >> 120) & 0xffff != 0;
    }

    function k1Of(uint256 word) internal pure returns (uint256) {
        return (word >> 56) & 0xffffffffffffffff;
    }

    function k2Of(uint256 word) internal pure returns (uint256) {
        return word & 0xffffffffffffff;
    }
}
