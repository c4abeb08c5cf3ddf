// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {KindLib} from "./KindLib.sol";
import {LimitFacts} from "./LimitFacts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title RetentionRuleLib
/// @notice Who keeps a share of the risk passes none of it on.
library RetentionRuleLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8) {
        if (!facts.isRetainer || facts.kind & KindLib.PASSING_ON == 0) return RefusalLib.NONE;
        return facts.given < facts.limits.retained + facts.units ? RefusalLib.RETAINED : RefusalLib.NONE;
    }
}
