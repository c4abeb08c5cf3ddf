// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EligibilityLib} from "../../libraries/EligibilityLib.sol";
import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title GradeRuleLib
/// @notice A receiver's risk tolerance is at least the grade of the tranche; of a limited series `ExemptionRuleLib` asks.
library GradeRuleLib {
    /// @dev No class is exempt: exemptions are limits of a series.
    uint256 private constant EXEMPT_CLASSES = 0;

    function decide(Facts memory facts) internal pure returns (uint8) {
        return facts.kind & KindLib.TO_ANOTHER == 0 ? RefusalLib.NONE : ofReceiver(facts);
    }

    function ofReceiver(Facts memory facts) internal pure returns (uint8) {
        if (facts.terms.isLimited()) return RefusalLib.NONE;
        (uint8 tolerance, uint8 class) = (facts.receiver.tolerance(), facts.receiver.class());
        bool bears = EligibilityLib.bears(tolerance, class, facts.terms.grade(), EXEMPT_CLASSES);
        return bears ? RefusalLib.NONE : RefusalLib.GRADE_ABOVE_TOLERANCE;
    }
}
