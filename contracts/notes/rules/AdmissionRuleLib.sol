// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {CN, HK} from "../../types/Place.sol";
import {Standing} from "../../types/Standing.sol";
import {KindLib} from "./KindLib.sol";
import {LimitFacts, Limits} from "./LimitFacts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title AdmissionRuleLib
/// @notice A series is held by the classes that its terms admit in each place.
library AdmissionRuleLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8) {
        if (facts.kind & KindLib.TO_ANOTHER == 0) return RefusalLib.NONE;
        return ofReceiver(facts.limits, facts.receiver);
    }

    function ofReceiver(Limits memory limits, Standing receiver) internal pure returns (uint8) {
        uint16 home = receiver.place().jurisdiction();
        uint256 admitted =
            home == CN
                ? limits.admittedCn
                : home == HK
                    ? limits.admittedHk
                    : limits.admittedMo;
        return (admitted >> receiver.class()) & 1 == 1 ? RefusalLib.NONE : RefusalLib.CLASS_NOT_ADMITTED;
    }
}
