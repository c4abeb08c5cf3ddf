// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PoolFacts} from "./PoolFacts.sol";
import {SumsLib} from "./SumsLib.sol";

/// @title LargestObligorTestLib
/// @notice No obligor owes more than a share of the principal.
library LargestObligorTestLib {
    function figure(PoolFacts memory facts) internal pure returns (uint256) {
        return SumsLib.share(SumsLib.topFive(facts.obligors)[0], facts.total);
    }
}
