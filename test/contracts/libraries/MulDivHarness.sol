// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice Opens the quotient of the mathematics library that our contracts use.
contract MulDivHarness {
    function mulDivDown(uint256 a, uint256 b, uint256 denominator) external pure returns (uint256) {
        return Math.mulDiv(a, b, denominator, Math.Rounding.Floor);
    }

    function mulDivUp(uint256 a, uint256 b, uint256 denominator) external pure returns (uint256) {
        return Math.mulDiv(a, b, denominator, Math.Rounding.Ceil);
    }
}
