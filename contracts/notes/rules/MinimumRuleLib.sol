// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {KindLib} from "./KindLib.sol";
import {LimitFacts} from "./LimitFacts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title MinimumRuleLib
/// @notice Who holds units holds at least the minimum; who gives keeps that much or nothing.
library MinimumRuleLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8) {
        uint256 minimum = facts.limits.minimum;
        if (minimum == 0 || facts.units == 0 || facts.kind & KindLib.TO_ANOTHER_FREELY == 0) return RefusalLib.NONE;
        if (facts.held + facts.units < minimum) return RefusalLib.BELOW_MINIMUM;
        bool keepsTooLittle = facts.given > facts.units && facts.given - facts.units < minimum;
        return keepsTooLittle ? RefusalLib.BELOW_MINIMUM : RefusalLib.NONE;
    }
}
