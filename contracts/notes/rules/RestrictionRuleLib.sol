// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title RestrictionRuleLib
/// @notice A party under an order neither gives nor receives. A recovery stays inside one party and is not stopped.
library RestrictionRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8) {
        bool isStopped = facts.sender.isRestricted() && facts.kind & KindLib.VOLUNTARY != 0;
        if (isStopped) return RefusalLib.SENDER_RESTRICTED;
        bool isBarred = facts.receiver.isRestricted() && facts.kind & KindLib.TO_ANOTHER != 0;
        return isBarred ? RefusalLib.RECEIVER_RESTRICTED : RefusalLib.NONE;
    }
}
