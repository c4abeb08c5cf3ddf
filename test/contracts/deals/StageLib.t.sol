// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {StageLib} from "../../../contracts/libraries/StageLib.sol";
import {DealStage, PeriodStage} from "../../../contracts/types/Enums.sol";

import {TestBase} from "../Vm.sol";

/// @notice The bitmaps against the plain lists of the specification.
contract StageLibTest is TestBase {
    using StageLib for DealStage;
    using StageLib for PeriodStage;

    struct DealMove {
        DealStage from;
        DealStage to;
    }

    struct PeriodMove {
        PeriodStage from;
        PeriodStage to;
    }

    DealMove[] private _dealMoves;
    PeriodMove[] private _periodMoves;

    function setUp() public {
        _allow(DealStage.None, DealStage.Draft);
        _allow(DealStage.Draft, DealStage.Offering);
        _allow(DealStage.Draft, DealStage.Cancelled);
        _allow(DealStage.Offering, DealStage.Active);
        _allow(DealStage.Offering, DealStage.Cancelled);
        _allow(DealStage.Active, DealStage.Accelerated);
        _allow(DealStage.Active, DealStage.Defaulted);
        _allow(DealStage.Active, DealStage.Liquidation);
        _allow(DealStage.Active, DealStage.Redeemed);
        _allow(DealStage.Accelerated, DealStage.Active);
        _allow(DealStage.Accelerated, DealStage.Defaulted);
        _allow(DealStage.Accelerated, DealStage.Liquidation);
        _allow(DealStage.Accelerated, DealStage.Redeemed);
        _allow(DealStage.Defaulted, DealStage.Liquidation);
        _allow(DealStage.Defaulted, DealStage.Redeemed);
        _allow(DealStage.Liquidation, DealStage.Redeemed);
        _allow(DealStage.Liquidation, DealStage.Closed);
        _allow(DealStage.Redeemed, DealStage.Closed);

        _allow(PeriodStage.None, PeriodStage.Open);
        _allow(PeriodStage.Open, PeriodStage.Reported);
        _allow(PeriodStage.Reported, PeriodStage.Called);
        _allow(PeriodStage.Reported, PeriodStage.Calculated);
        _allow(PeriodStage.Reported, PeriodStage.Disputed);
        _allow(PeriodStage.Called, PeriodStage.Calculated);
        _allow(PeriodStage.Called, PeriodStage.Disputed);
        _allow(PeriodStage.Calculated, PeriodStage.Reported);
        _allow(PeriodStage.Calculated, PeriodStage.Approved);
        _allow(PeriodStage.Calculated, PeriodStage.Disputed);
        _allow(PeriodStage.Approved, PeriodStage.Calculated);
        _allow(PeriodStage.Approved, PeriodStage.Booked);
        _allow(PeriodStage.Approved, PeriodStage.Disputed);
        _allow(PeriodStage.Disputed, PeriodStage.Reported);
        _allow(PeriodStage.Disputed, PeriodStage.Open);
        _allow(PeriodStage.Booked, PeriodStage.Paying);
        _allow(PeriodStage.Paying, PeriodStage.Settled);
    }

    function test_CanMove_EveryPairOfDealStages() public view {
        for (uint8 from = 0; from <= uint8(type(DealStage).max); ++from) {
            for (uint8 to = 0; to <= uint8(type(DealStage).max); ++to) {
                bool listed = _isListed(DealStage(from), DealStage(to));
                assertTrue(DealStage(from).canMove(DealStage(to)) == listed, "the deal table is the list");
            }
        }
    }

    function test_CanMove_EveryPairOfPeriodStages() public view {
        for (uint8 from = 0; from <= uint8(type(PeriodStage).max); ++from) {
            for (uint8 to = 0; to <= uint8(type(PeriodStage).max); ++to) {
                bool listed = _isListed(PeriodStage(from), PeriodStage(to));
                assertTrue(PeriodStage(from).canMove(PeriodStage(to)) == listed, "the period table is the list");
            }
        }
    }

    /// @dev A walk of any choices ends in a final stage or stands on a stage that the list reaches.
    function testFuzz_CanMove_WalksStayOnTheList(uint256 choices) public view {
        DealStage stage = DealStage.None;
        for (uint256 step = 0; step < 32; ++step) {
            DealStage wish = DealStage((choices >> (8 * step)) % (uint256(type(DealStage).max) + 1));
            if (!stage.canMove(wish)) continue;
            assertTrue(_isListed(stage, wish), "every step of a walk is listed");
            assertTrue(stage != DealStage.Closed && stage != DealStage.Cancelled, "final stages stay");
            stage = wish;
        }
    }

    function test_IsIn_LiveStages() public pure {
        assertTrue(DealStage.Active.isIn(StageLib.LIVE), "an active deal pays");
        assertTrue(DealStage.Accelerated.isIn(StageLib.LIVE), "an accelerated deal pays");
        assertTrue(DealStage.Defaulted.isIn(StageLib.LIVE), "a defaulted deal pays");
        assertTrue(DealStage.Liquidation.isIn(StageLib.LIVE), "a deal in liquidation pays");
        assertFalse(DealStage.Offering.isIn(StageLib.LIVE), "an offered deal does not pay");
        assertFalse(DealStage.Redeemed.isIn(StageLib.LIVE), "a redeemed deal does not pay");
    }

    function test_IsIn_PeriodStages() public pure {
        uint256 set = StageLib.bit(PeriodStage.Booked) | StageLib.bit(PeriodStage.Settled);
        assertTrue(PeriodStage.Settled.isIn(set), "a member");
        assertFalse(PeriodStage.Paying.isIn(set), "a stranger");
    }

    function _allow(DealStage from, DealStage to) private {
        _dealMoves.push(DealMove({from: from, to: to}));
    }

    function _allow(PeriodStage from, PeriodStage to) private {
        _periodMoves.push(PeriodMove({from: from, to: to}));
    }

    function _isListed(DealStage from, DealStage to) private view returns (bool) {
        for (uint256 i = 0; i < _dealMoves.length; ++i) {
            if (_dealMoves[i].from == from && _dealMoves[i].to == to) return true;
        }
        return false;
    }

    function _isListed(PeriodStage from, PeriodStage to) private view returns (bool) {
        for (uint256 i = 0; i < _periodMoves.length; ++i) {
            if (_periodMoves[i].from == from && _periodMoves[i].to == to) return true;
        }
        return false;
    }
}
