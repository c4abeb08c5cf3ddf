// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";

import {StageLib} from "../../../contracts/libraries/StageLib.sol";
import {DealStage, PeriodStage} from "../../../contracts/types/Enums.sol";
import {DealId, Period} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Where the periods of a deal stand. This contract stands in for the rooms above.
contract DealBookPeriodsTest is RoomsFixture {
    using StageLib for PeriodStage;

    Period private constant FIRST = Period.wrap(1);
    Period private constant SECOND = Period.wrap(2);

    function setUp() public override {
        super.setUp();
        _standInForRooms();
    }

    function test_MovePeriod_RevertWhen_NotAMover() public {
        DealId deal = _activeDeal();
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, servicer));
        vm.prank(servicer);
        deals.movePeriod(deal, FIRST, PeriodStage.Reported);
    }

    function test_MovePeriod_RevertGiven_DealIsOffered() public {
        DealId deal = _offeredDeal();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Offering));
        deals.movePeriod(deal, FIRST, PeriodStage.Open);
    }

    function test_MovePeriod_RevertGiven_DealIsClosed() public {
        DealId deal = _activeDeal();
        deals.redeem(deal);
        vm.prank(manager);
        deals.close(deal);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Closed));
        deals.movePeriod(deal, FIRST, PeriodStage.Reported);
    }

    /// @dev Nobody opens a period: closing opens the first, booking the next.
    function test_MovePeriod_RevertWhen_PeriodIsNotOpened() public {
        DealId deal = _activeDeal();
        _expectIllegal(deal, SECOND, PeriodStage.None, PeriodStage.Open);
        deals.movePeriod(deal, SECOND, PeriodStage.Open);
    }

    function test_MovePeriod_RevertWhen_PeriodIsZero() public {
        DealId deal = _activeDeal();
        _expectIllegal(deal, Period.wrap(0), PeriodStage.None, PeriodStage.Open);
        deals.movePeriod(deal, Period.wrap(0), PeriodStage.Open);
    }

    function test_MovePeriod_RevertWhen_MoveIsNotInTheTable() public {
        DealId deal = _activeDeal();
        _expectIllegal(deal, FIRST, PeriodStage.Open, PeriodStage.Approved);
        deals.movePeriod(deal, FIRST, PeriodStage.Approved);
    }

    /// @dev From Booked on a conflict is a correction of the next period.
    function test_MovePeriod_RevertGiven_Booked_WhenDisputed() public {
        DealId deal = _activeDeal();
        _moveTo(deal, FIRST, PeriodStage.Booked);
        _expectIllegal(deal, FIRST, PeriodStage.Booked, PeriodStage.Disputed);
        deals.movePeriod(deal, FIRST, PeriodStage.Disputed);
    }

    function test_MovePeriod_BookedOpensTheNext() public {
        DealId deal = _activeDeal();
        _moveTo(deal, FIRST, PeriodStage.Approved);
        vm.expectEmit(address(deals));
        emit IDealBook.PeriodMoved(deal, FIRST, PeriodStage.Approved, PeriodStage.Booked);
        vm.expectEmit(address(deals));
        emit IDealBook.PeriodMoved(deal, SECOND, PeriodStage.None, PeriodStage.Open);
        deals.movePeriod(deal, FIRST, PeriodStage.Booked);
        assertTrue(deals.currentPeriodOf(deal) == SECOND, "the second is current");
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Booked, "the first is booked");
        assertTrue(deals.periodStageOf(deal, SECOND) == PeriodStage.Open, "the second is open");
    }

    /// @dev Payment of one period and reporting of the next overlap.
    function test_MovePeriod_PeriodsOverlap() public {
        DealId deal = _activeDeal();
        _moveTo(deal, FIRST, PeriodStage.Booked);
        deals.movePeriod(deal, SECOND, PeriodStage.Reported);
        deals.movePeriod(deal, FIRST, PeriodStage.Paying);
        deals.movePeriod(deal, SECOND, PeriodStage.Calculated);
        deals.movePeriod(deal, FIRST, PeriodStage.Settled);
        assertTrue(deals.periodStageOf(deal, SECOND) == PeriodStage.Calculated, "the second goes its way");
        assertEq(deals.dealOf(deal).settledPeriods, 1, "the first is settled");
    }

    function test_MovePeriod_DisputeLeadsBack() public {
        DealId deal = _activeDeal();
        _moveTo(deal, FIRST, PeriodStage.Reported);
        deals.movePeriod(deal, FIRST, PeriodStage.Disputed);
        deals.movePeriod(deal, FIRST, PeriodStage.Open);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Open, "rejected: open again");
        assertTrue(deals.currentPeriodOf(deal) == FIRST, "still the first");
    }

    /// @dev Whatever rooms ask for, in a hundred wishes: the table holds, one period is unbooked, the count is true.
    function testFuzz_MovePeriod_StaysOnTheTable(uint256 seed) public {
        DealId deal = _activeDeal();
        for (uint256 step = 0; step < 100; ++step) {
            uint256 luck = uint256(keccak256(abi.encode(seed, step)));
            uint32 last = Period.unwrap(deals.currentPeriodOf(deal));
            Period period = Period.wrap(uint32(bound(luck >> 8, last == 1 ? 1 : last - 1, last)));
            PeriodStage wish = PeriodStage(luck % 10);
            PeriodStage from = deals.periodStageOf(deal, period);
            (bool isMoved, ) = address(deals).call(abi.encodeCall(IDealBook.movePeriod, (deal, period, wish)));
            assertTrue(isMoved == from.canMove(wish), "moves exactly along the table");
            bool opens = isMoved && wish == PeriodStage.Booked;
            assertEq(Period.unwrap(deals.currentPeriodOf(deal)), opens ? last + 1 : last, "booking opens one");
        }
        _assertCount(deal);
    }

    /* INTERNAL */

    function _assertCount(DealId deal) private view {
        uint32 last = Period.unwrap(deals.currentPeriodOf(deal));
        uint256 settled = 0;
        for (uint32 i = 1; i <= last; ++i) {
            if (deals.periodStageOf(deal, Period.wrap(i)) == PeriodStage.Settled) settled += 1;
        }
        assertEq(deals.dealOf(deal).settledPeriods, settled, "the count of settled periods");
    }

    function _expectIllegal(DealId deal, Period period, PeriodStage from, PeriodStage to) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.IllegalPeriodMove.selector, deal, period, from, to));
    }
}
