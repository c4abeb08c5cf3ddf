// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {KindLib} from "./KindLib.sol";
import {LimitFacts} from "./LimitFacts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title StepRuleLib
/// @notice Units move in whole steps.
library StepRuleLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8) {
        uint256 step = facts.limits.step;
        if (step == 0 || facts.kind & KindLib.TO_ANOTHER_FREELY == 0) return RefusalLib.NONE;
        return facts.units % step == 0 ? RefusalLib.NONE : RefusalLib.NO_WHOLE_STEP;
    }
}
