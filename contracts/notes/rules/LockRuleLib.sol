// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {MovementKind} from "../../types/Enums.sol";
import {Facts} from "./Facts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title LockRuleLib
/// @notice A tranche kept as retention stays with those who received it at closing.
library LockRuleLib {
    function decide(ISeriesNote.Movement memory movement, Facts memory facts) internal pure returns (uint8) {
        if (facts.terms.isTransferable) return RefusalLib.NONE;
        bool passesOn = movement.kind == MovementKind.Secondary || movement.kind == MovementKind.Register;
        return passesOn ? RefusalLib.NOT_TRANSFERABLE : RefusalLib.NONE;
    }
}
