// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice Writes programs for tests, bit by bit after the format and without the libraries under test.
///
/// CELLS of its layout: 1 income, 2 support, 3 account, 4 owed, 5 left, 6 balance, 7–8 free, 9–10 payees,
/// 11 scheduled input, 12 reported input, 13–14 temps.
library ProgramBuilder {
    uint256 internal constant INCOME = 1;
    uint256 internal constant SUPPORT = 2;
    uint256 internal constant ACCOUNT = 3;
    uint256 internal constant OWED = 4;
    uint256 internal constant LEFT = 5;
    uint256 internal constant BALANCE = 6;
    uint256 internal constant ONE = 7;
    uint256 internal constant TWO = 8;
    uint256 internal constant PAYEE = 9;
    uint256 internal constant OTHER = 10;
    uint256 internal constant DAYS = 11;
    uint256 internal constant FIGURE = 12;
    uint256 internal constant TEMP = 13;
    uint256 internal constant BEYOND = 15;

    uint256 internal constant PAY = 1;
    uint256 internal constant SPLIT = 2;
    uint256 internal constant ACCRUE = 3;
    uint256 internal constant GAP = 4;
    uint256 internal constant ADD = 5;
    uint256 internal constant SET = 6;
    uint256 internal constant TEST = 7;

    uint256 internal constant LINE = 1 << 249;
    uint256 internal constant LATCH = 1 << 248;

    /// @dev Header and descriptors, then the steps.
    function program(uint256[] memory steps, uint256 lines) internal pure returns (uint256[] memory words) {
        words = new uint256[](2 + steps.length);
        words[0] = header(lines);
        words[1] = DESCRIPTORS;
        for (uint256 i = 0; i < steps.length; ++i) {
            words[2 + i] = steps[i];
        }
    }

    function single(uint256 word) internal pure returns (uint256[] memory) {
        uint256[] memory steps = new uint256[](1);
        steps[0] = word;
        return program(steps, word & LINE == 0 ? 0 : 1);
    }

    function pair(uint256 first, uint256 second) internal pure returns (uint256[] memory) {
        uint256[] memory steps = new uint256[](2);
        (steps[0], steps[1]) = (first, second);
        return program(steps, (first & LINE == 0 ? 0 : 1) + (second & LINE == 0 ? 0 : 1));
    }

    /// @dev Version 1, arrivals 2, supports 1, cash 3, notes 1, state 5, payees 2, inputs 2, scheduled 1, temps 2.
    function header(uint256 lines) internal pure returns (uint256) {
        return (0x01020103010502020102 << 176) | (lines << 168);
    }

    /// @dev Income and support of the plan account, an account, two fees, a loss.
    uint256 internal constant DESCRIPTORS = 0x010303050003020002000100 << 160;

    function step(uint256 op, uint256 a, uint256 b, uint256 c, uint256 d) internal pure returns (uint256) {
        return (op << 252) | (a << 240) | (b << 232) | (c << 224) | (d << 216);
    }

    function rounding(uint256 mode) internal pure returns (uint256) {
        return mode << 250;
    }

    /// @dev Four cells, the first in the most significant byte.
    function also(uint256 cells) internal pure returns (uint256) {
        return cells << 184;
    }

    function list(uint256 cells) internal pure returns (uint256) {
        return cells << 152;
    }

    function mask(uint256 set, uint256 clear) internal pure returns (uint256) {
        return (set << 136) | (clear << 120);
    }

    function scale(uint256 k1, uint256 k2) internal pure returns (uint256) {
        return (k1 << 56) | k2;
    }
}
