// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {MovementKind} from "../types/Enums.sol";
import {Pause} from "../types/Pause.sol";

/// @title PauseLib
/// @notice What a place can pause, and what of it is paused at a moment.
///
/// OPERATIONS
/// A movement of notes has the bit of its `MovementKind`. Who pauses mints also pauses subscriptions, which ask for a mint.
/// What is no movement has a bit from the top.
library PauseLib {
    /// @dev Payment of holders for a period.
    uint16 internal constant PAYOUT = 1 << 15;

    /// @dev Every kind but `None`, and what is no movement.
    uint256 private constant ALL = ((2 << uint256(type(MovementKind).max)) - 2) | PAYOUT;

    /// @dev What is paused at a moment: a scheduled end needs no act to take effect.
    function inForce(Pause storage pause, uint256 moment) internal view returns (uint16 operations) {
        operations = pause.operations;
        if (operations == 0) return 0;
        uint48 liftAt = pause.liftAt;
        return liftAt != 0 && moment >= liftAt ? operations & ~pause.lifting : operations;
    }

    /// @dev Whether a set names operations, and only such as exist.
    function isKnown(uint16 operations) internal pure returns (bool) {
        return operations != 0 && uint256(operations) & ~ALL == 0;
    }
}
