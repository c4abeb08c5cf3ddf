// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title FrozenRuleLib
/// @notice Frozen units stay. Without a freeze a missing balance is no matter of rules.
library FrozenRuleLib {
    function decide(ISeriesNote.Movement memory movement, Facts memory facts) internal pure returns (uint8) {
        if (facts.frozen == 0 || !KindLib.isIn(movement.kind, KindLib.VOLUNTARY)) return RefusalLib.NONE;
        uint256 free = facts.balance > facts.frozen ? facts.balance - facts.frozen : 0;
        return movement.units > free ? RefusalLib.FROZEN : RefusalLib.NONE;
    }
}
