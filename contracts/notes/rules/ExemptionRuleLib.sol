// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EligibilityLib} from "../../libraries/EligibilityLib.sol";
import {Standing} from "../../types/Standing.sol";
import {KindLib} from "./KindLib.sol";
import {LimitFacts, Limits} from "./LimitFacts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title ExemptionRuleLib
/// @notice A receiver's risk tolerance is at least the grade of the tranche, unless the terms exempt its class.
library ExemptionRuleLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8) {
        if (facts.kind & KindLib.TO_ANOTHER == 0) return RefusalLib.NONE;
        return ofReceiver(facts.limits, facts.receiver);
    }

    function ofReceiver(Limits memory limits, Standing receiver) internal pure returns (uint8) {
        (uint8 tolerance, uint8 class) = (receiver.tolerance(), receiver.class());
        bool bears = EligibilityLib.bears(tolerance, class, limits.grade, limits.exempt);
        return bears ? RefusalLib.NONE : RefusalLib.GRADE_ABOVE_TOLERANCE;
    }
}
