// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {NoteStage} from "../../types/Enums.sol";
import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title StageRuleLib
/// @notice Notes are minted while they are locked, move while the deal lives, and are only taken back afterwards.
library StageRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8) {
        if (facts.stage == NoteStage.Released) {
            return facts.kind == KindLib.MINT ? RefusalLib.ISSUED : RefusalLib.NONE;
        }
        if (facts.kind == KindLib.REDEEM) return RefusalLib.NONE;
        if (facts.stage != NoteStage.None) return RefusalLib.ENDED;
        return facts.kind == KindLib.MINT ? RefusalLib.NONE : RefusalLib.LOCKED;
    }
}
