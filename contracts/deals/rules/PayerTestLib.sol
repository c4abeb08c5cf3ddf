// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PoolFacts} from "./PoolFacts.sol";

/// @title PayerTestLib
/// @notice A right of early readiness has a contractual payer: at most so many lack one, usually none.
library PayerTestLib {
    function figure(PoolFacts memory facts) internal pure returns (uint256) {
        return facts.payersMissing;
    }
}
