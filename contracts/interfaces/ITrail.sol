// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId} from "../types/Ids.sol";

/// @notice A thread through every block in which a room acted on a deal, so that nobody scans a chain for its events.
interface ITrail {
    /// @notice The last event of every action on a deal
    /// @param count Number of actions of this room on the deal, this one included
    /// @param previousBlock Block of the action before this one, zero for the first
    event Touched(DealId indexed deal, uint64 count, uint64 previousBlock);

    /// @notice Number of actions of this room on the deal, and the block of the last one
    function trailOf(DealId deal) external view returns (uint64 count, uint64 lastBlock);
}
