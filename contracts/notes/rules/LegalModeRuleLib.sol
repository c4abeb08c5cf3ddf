// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {LegalMode, MovementKind} from "../../types/Enums.sol";
import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title LegalModeRuleLib
/// @notice A mirror follows its legal register: wallets do not move it, only the registrar does. A filed token needs its
/// filing before any mint.
library LegalModeRuleLib {
    function decide(ISeriesNote.Movement memory movement, Facts memory facts) internal pure returns (uint8) {
        bool isMirror = facts.terms.mode == LegalMode.RegisterMirror;
        if (isMirror && KindLib.isIn(movement.kind, KindLib.BY_WALLETS)) return RefusalLib.MIRROR;
        if (movement.kind == MovementKind.Register) {
            if (!isMirror) return RefusalLib.NOT_MIRROR;
            return facts.isRegistrar ? RefusalLib.NONE : RefusalLib.NOT_REGISTRAR;
        }
        bool needsFiling = facts.terms.mode == LegalMode.FiledToken && movement.kind == MovementKind.Mint;
        return needsFiling && !facts.isFiled ? RefusalLib.NOT_FILED : RefusalLib.NONE;
    }
}
