// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PoolFacts} from "./PoolFacts.sol";

/// @title FirewallTestLib
/// @notice What stands on a tranche, itself and all senior to it, is at most what the classes that it permits back: the least cover of
/// a tranche is at least the whole.
library FirewallTestLib {
    function figure(PoolFacts memory facts) internal pure returns (uint256) {
        return facts.cover;
    }
}
