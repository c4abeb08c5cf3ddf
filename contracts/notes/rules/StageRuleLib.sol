// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {MovementKind, NoteStage} from "../../types/Enums.sol";
import {Facts} from "./Facts.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title StageRuleLib
/// @notice Notes are minted while they are locked, move while the deal lives, and are only taken back afterwards.
library StageRuleLib {
    function decide(ISeriesNote.Movement memory movement, Facts memory facts) internal pure returns (uint8) {
        if (movement.kind == MovementKind.Redeem) return RefusalLib.NONE;
        if (facts.stage == NoteStage.Void || facts.stage == NoteStage.Retired) return RefusalLib.ENDED;
        bool isLocked = facts.stage == NoteStage.None;
        if (movement.kind == MovementKind.Mint) return isLocked ? RefusalLib.NONE : RefusalLib.ISSUED;
        return isLocked ? RefusalLib.LOCKED : RefusalLib.NONE;
    }
}
