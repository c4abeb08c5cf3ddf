// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @dev What the regulators of a jurisdiction have paused, in one slot. Sets of operations are bitmaps of `PauseLib`.
/// @param operations What was paused and not yet lifted
/// @param lifting Which of them end at `liftAt`
struct Pause {
    uint16 operations;
    uint16 lifting;
    uint48 liftAt;
}
