// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {KindLib} from "./KindLib.sol";
import {LimitFacts} from "./LimitFacts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title QuotaRuleLib
/// @notice What crosses a border fits what is left of the quota of its channel, direction and window.
library QuotaRuleLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8) {
        if (facts.kind & KindLib.TO_ANOTHER_FREELY == 0) return RefusalLib.NONE;
        return facts.crossing > facts.quotaLeft ? RefusalLib.QUOTA_USED : RefusalLib.NONE;
    }
}
