// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PoolFacts} from "./PoolFacts.sol";

/// @title ObligorsTestLib
/// @notice At least so many obligors owe what backs the deal.
library ObligorsTestLib {
    function figure(PoolFacts memory facts) internal pure returns (uint256) {
        return facts.obligors.count;
    }
}
