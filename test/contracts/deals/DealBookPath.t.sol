// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealStage, PeriodStage} from "../../../contracts/types/Enums.sol";
import {DealId, Period} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice The whole way of a deal, from draft to closed.
contract DealBookPathTest is RoomsFixture {
    function test_Path_DraftToClosed() public {
        _standInForRooms();
        DealId deal = _activeDeal();
        assertTrue(deals.stageOf(deal) == DealStage.Active, "active");
        PeriodStage[6] memory way = [
            PeriodStage.Reported,
            PeriodStage.Calculated,
            PeriodStage.Approved,
            PeriodStage.Booked,
            PeriodStage.Paying,
            PeriodStage.Settled
        ];
        for (uint256 i = 0; i < way.length; ++i) deals.movePeriod(deal, Period.wrap(1), way[i]);
        deals.redeem(deal);
        vm.prank(manager);
        deals.close(deal);
        assertTrue(deals.stageOf(deal) == DealStage.Closed, "closed");
        (uint64 count, ) = deals.trailOf(deal);
        assertEq(
            count,
            19,
            "one mark an action: draft, file, reporting, program, 5 notes, offer, activate, 6 moves, redeem, close"
        );
    }
}
