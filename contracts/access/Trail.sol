// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ITrail} from "../interfaces/ITrail.sol";

import {DealId} from "../types/Ids.sol";

/// @title Trail
/// @notice Lets a reader walk a deal back through a room, block by block, from the newest action to the first.
/// Every action that emits an event of a deal calls `_touch` once. Costs about 7,000 gas an action.
abstract contract Trail is ITrail {
    struct Mark {
        uint64 count;
        uint64 lastBlock;
    }

    mapping(DealId deal => Mark mark) private _trail;

    /* VIEWS */

    /// @inheritdoc ITrail
    function trailOf(DealId deal) external view returns (uint64 count, uint64 lastBlock) {
        Mark memory mark = _trail[deal];
        return (mark.count, mark.lastBlock);
    }

    /* INTERNAL */

    function _touch(DealId deal) internal {
        Mark memory mark = _trail[deal];
        _trail[deal] = Mark({count: mark.count + 1, lastBlock: uint64(block.number)});
        emit Touched(deal, mark.count + 1, mark.lastBlock);
    }
}
