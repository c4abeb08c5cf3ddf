// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {StageLib} from "../../../contracts/libraries/StageLib.sol";
import {DealStage, PeriodStage} from "../../../contracts/types/Enums.sol";

/// @notice The stage tables as bitmaps, for their twin in TypeScript: bit `16 * from + to`.
contract StageHarness {
    using StageLib for DealStage;
    using StageLib for PeriodStage;

    function dealMoves() external pure returns (uint256 moves) {
        uint256 last = uint256(type(DealStage).max);
        for (uint256 from = 0; from <= last; ++from) {
            for (uint256 to = 0; to <= last; ++to) {
                if (DealStage(from).canMove(DealStage(to))) moves |= 1 << (16 * from + to);
            }
        }
    }

    function periodMoves() external pure returns (uint256 moves) {
        uint256 last = uint256(type(PeriodStage).max);
        for (uint256 from = 0; from <= last; ++from) {
            for (uint256 to = 0; to <= last; ++to) {
                if (PeriodStage(from).canMove(PeriodStage(to))) moves |= 1 << (16 * from + to);
            }
        }
    }
}
