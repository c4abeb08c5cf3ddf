// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title PlaceRuleLib
/// @notice A series is held by parties of its own jurisdiction.
library PlaceRuleLib {
    function decide(ISeriesNote.Movement memory movement, Facts memory facts) internal pure returns (uint8) {
        return KindLib.isIn(movement.kind, KindLib.TO_ANOTHER) ? ofReceiver(facts) : RefusalLib.NONE;
    }

    function ofReceiver(Facts memory facts) internal pure returns (uint8) {
        bool isHere = facts.receiver.place.jurisdiction() == facts.terms.place.jurisdiction();
        return isHere ? RefusalLib.NONE : RefusalLib.OTHER_PLACE;
    }
}
