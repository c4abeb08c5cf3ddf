// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title FrozenRuleLib
/// @notice Frozen units stay. Without a freeze a missing balance is no matter of rules.
library FrozenRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8) {
        if (facts.frozen == 0 || facts.kind & KindLib.VOLUNTARY == 0) return RefusalLib.NONE;
        uint256 free = facts.balance > facts.frozen ? facts.balance - facts.frozen : 0;
        return facts.units > free ? RefusalLib.FROZEN : RefusalLib.NONE;
    }
}
