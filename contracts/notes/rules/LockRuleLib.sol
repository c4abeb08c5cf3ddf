// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title LockRuleLib
/// @notice A tranche kept as retention stays with those who received it at closing.
library LockRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8) {
        if (facts.terms.isTransferable() || facts.kind & KindLib.PASSING_ON == 0) return RefusalLib.NONE;
        return RefusalLib.NOT_TRANSFERABLE;
    }
}
