// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PauseScope} from "../../types/Enums.sol";
import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title ScopeRuleLib
/// @notice A paused series stands still, and so does every series of a paused deal, but for orders and redemptions.
library ScopeRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8) {
        if (facts.kind & KindLib.PAUSABLE == 0) return RefusalLib.NONE;
        if (facts.ledger.isPaused(PauseScope.Series)) return RefusalLib.SERIES_PAUSED;
        return facts.ledger.isPaused(PauseScope.Deal) ? RefusalLib.DEAL_PAUSED : RefusalLib.NONE;
    }
}
