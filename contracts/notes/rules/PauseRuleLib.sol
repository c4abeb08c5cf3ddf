// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Facts} from "./Facts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title PauseRuleLib
/// @notice What a regulator has paused in its place stops, whatever its kind.
library PauseRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8) {
        return facts.kind & facts.paused == 0 ? RefusalLib.NONE : RefusalLib.PAUSED;
    }
}
