// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title RestrictionRuleLib
/// @notice A party under an order neither gives nor receives. A recovery stays inside one party and is not stopped.
library RestrictionRuleLib {
    function decide(ISeriesNote.Movement memory movement, Facts memory facts) internal pure returns (uint8) {
        bool isStopped = facts.sender.restrictions != 0 && KindLib.isIn(movement.kind, KindLib.VOLUNTARY);
        if (isStopped) return RefusalLib.SENDER_RESTRICTED;
        bool isBarred = facts.receiver.restrictions != 0 && KindLib.isIn(movement.kind, KindLib.TO_ANOTHER);
        return isBarred ? RefusalLib.RECEIVER_RESTRICTED : RefusalLib.NONE;
    }
}
