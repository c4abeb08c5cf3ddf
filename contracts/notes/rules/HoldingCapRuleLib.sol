// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {KindLib} from "./KindLib.sol";
import {LimitFacts} from "./LimitFacts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title HoldingCapRuleLib
/// @notice No party holds more than its cap, over all its wallets.
library HoldingCapRuleLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8) {
        uint256 cap = facts.limits.holdingCap;
        if (cap == 0 || facts.kind & KindLib.TO_ANOTHER_FREELY == 0) return RefusalLib.NONE;
        return facts.held + facts.units > cap ? RefusalLib.HOLDING_CAP : RefusalLib.NONE;
    }
}
