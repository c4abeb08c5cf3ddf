// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {KindLib} from "./KindLib.sol";
import {LimitFacts} from "./LimitFacts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title HolderCapRuleLib
/// @notice A deal has at most so many holders in a place, and at most so many parties ever received its notes there.
library HolderCapRuleLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8) {
        if (facts.kind & KindLib.TO_ANOTHER_FREELY == 0) return RefusalLib.NONE;
        if (facts.holderCap != 0 && facts.holders > facts.holderCap) return RefusalLib.HOLDER_CAP;
        bool isExceeded = facts.offereeCap != 0 && facts.offerees > facts.offereeCap;
        return isExceeded ? RefusalLib.OFFEREE_CAP : RefusalLib.NONE;
    }
}
