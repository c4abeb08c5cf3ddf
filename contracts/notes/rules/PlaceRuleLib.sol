// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title PlaceRuleLib
/// @notice A series is held by parties of its own jurisdiction, unless its limits say whom it admits (`AdmissionRuleLib`).
library PlaceRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8) {
        return facts.kind & KindLib.TO_ANOTHER == 0 ? RefusalLib.NONE : ofReceiver(facts);
    }

    function ofReceiver(Facts memory facts) internal pure returns (uint8) {
        if (facts.terms.isLimited()) return RefusalLib.NONE;
        bool isHere = facts.receiver.place().jurisdiction() == facts.terms.place().jurisdiction();
        return isHere ? RefusalLib.NONE : RefusalLib.OTHER_PLACE;
    }
}
