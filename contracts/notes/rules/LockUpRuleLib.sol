// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {KindLib} from "./KindLib.sol";
import {LimitFacts} from "./LimitFacts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title LockUpRuleLib
/// @notice Nobody passes units on to another party before the lock-up ends.
library LockUpRuleLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8) {
        if (facts.kind & KindLib.PASSING_ON == 0 || facts.from == facts.to) return RefusalLib.NONE;
        return facts.day < facts.limits.lockedUntilDay ? RefusalLib.LOCKED_UP : RefusalLib.NONE;
    }
}
