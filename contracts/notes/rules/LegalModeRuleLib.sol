// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {LegalMode} from "../../types/Enums.sol";
import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title LegalModeRuleLib
/// @notice A mirror follows its legal register: wallets do not move it, only the registrar does. A filed token needs its
/// filing before any mint.
library LegalModeRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8) {
        bool isMirror = facts.terms.mode() == LegalMode.RegisterMirror;
        if (facts.kind & KindLib.BY_WALLETS != 0) return isMirror ? RefusalLib.MIRROR : RefusalLib.NONE;
        if (facts.kind == KindLib.REGISTER) {
            if (!isMirror) return RefusalLib.NOT_MIRROR;
            return facts.isRegistrar ? RefusalLib.NONE : RefusalLib.NOT_REGISTRAR;
        }
        bool needsFiling = facts.terms.mode() == LegalMode.FiledToken && facts.kind == KindLib.MINT;
        return needsFiling && !facts.isFiled ? RefusalLib.NOT_FILED : RefusalLib.NONE;
    }
}
