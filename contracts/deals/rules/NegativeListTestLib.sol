// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PoolFacts} from "./PoolFacts.sol";

/// @title NegativeListTestLib
/// @notice All questions of the negative list are answered no; one that is not answered counts as answered yes.
library NegativeListTestLib {
    /// @param questions Number of questions that the deal asks, at most 256
    function figure(PoolFacts memory facts, uint256 questions) internal pure returns (uint256 count) {
        for (uint256 i = 0; i < questions; ++i) count += (facts.denied >> i) & 1;
    }
}
