// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PoolFacts} from "./PoolFacts.sol";
import {SumsLib} from "./SumsLib.sol";

/// @title TopFiveTestLib
/// @notice The five largest obligors together owe no more than a share of the principal.
library TopFiveTestLib {
    function figure(PoolFacts memory facts) internal pure returns (uint256) {
        uint256[5] memory top = SumsLib.topFive(facts.obligors);
        uint256 sum = 0;
        for (uint256 i = 0; i < top.length; ++i) sum += top[i];
        return SumsLib.share(sum, facts.total);
    }
}
