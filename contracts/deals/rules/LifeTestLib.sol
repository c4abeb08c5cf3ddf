// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PoolFacts} from "./PoolFacts.sol";

/// @title LifeTestLib
/// @notice Every right lives until legal final, and the days beyond it that the deal states. A life that nobody described is no life.
library LifeTestLib {
    function figure(PoolFacts memory facts) internal pure returns (uint256) {
        return facts.lifeEndDay;
    }
}
