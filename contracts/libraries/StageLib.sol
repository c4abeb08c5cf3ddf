// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealStage, PeriodStage} from "../types/Enums.sol";

/// @title StageLib
/// @notice The two stage machines as tables: sixteen bits a stage, bit n set = may move to stage n.
///
/// DEAL
/// Draft → Offering | Cancelled; Offering → Active | Cancelled; Active → Accelerated | Defaulted | Liquidation | Redeemed;
/// Accelerated → Active (waiver) | Defaulted | Liquidation | Redeemed; Defaulted → Liquidation | Redeemed;
/// Liquidation → Redeemed | Closed; Redeemed → Closed. Closed and Cancelled are final. `None` becomes a draft.
///
/// PERIOD
/// Open → Reported; Reported → Called | Calculated | Disputed; Called → Calculated | Disputed;
/// Calculated → Reported | Approved | Disputed; Approved → Calculated | Booked | Disputed; Disputed → Reported | Open;
/// Booked → Paying → Settled. Settled is final. `None` becomes open.
library StageLib {
    uint256 private constant DRAFT = 1 << uint256(DealStage.Draft);
    uint256 private constant OFFERING = 1 << uint256(DealStage.Offering);
    uint256 private constant ACTIVE = 1 << uint256(DealStage.Active);
    uint256 private constant ACCELERATED = 1 << uint256(DealStage.Accelerated);
    uint256 private constant DEFAULTED = 1 << uint256(DealStage.Defaulted);
    uint256 private constant LIQUIDATION = 1 << uint256(DealStage.Liquidation);
    uint256 private constant REDEEMED = 1 << uint256(DealStage.Redeemed);
    uint256 private constant CLOSED = 1 << uint256(DealStage.Closed);
    uint256 private constant CANCELLED = 1 << uint256(DealStage.Cancelled);

    uint256 private constant OPEN = 1 << uint256(PeriodStage.Open);
    uint256 private constant REPORTED = 1 << uint256(PeriodStage.Reported);
    uint256 private constant CALLED = 1 << uint256(PeriodStage.Called);
    uint256 private constant CALCULATED = 1 << uint256(PeriodStage.Calculated);
    uint256 private constant APPROVED = 1 << uint256(PeriodStage.Approved);
    uint256 private constant BOOKED = 1 << uint256(PeriodStage.Booked);
    uint256 private constant PAYING = 1 << uint256(PeriodStage.Paying);
    uint256 private constant SETTLED = 1 << uint256(PeriodStage.Settled);
    uint256 private constant DISPUTED = 1 << uint256(PeriodStage.Disputed);

    uint256 private constant DEAL_MOVES =
        DRAFT |
            ((OFFERING | CANCELLED) << (16 * uint256(DealStage.Draft))) |
            ((ACTIVE | CANCELLED) << (16 * uint256(DealStage.Offering))) |
            ((ACCELERATED | DEFAULTED | LIQUIDATION | REDEEMED) << (16 * uint256(DealStage.Active))) |
            ((ACTIVE | DEFAULTED | LIQUIDATION | REDEEMED) << (16 * uint256(DealStage.Accelerated))) |
            ((LIQUIDATION | REDEEMED) << (16 * uint256(DealStage.Defaulted))) |
            ((REDEEMED | CLOSED) << (16 * uint256(DealStage.Liquidation))) |
            (CLOSED << (16 * uint256(DealStage.Redeemed)));

    uint256 private constant PERIOD_MOVES =
        OPEN |
            (REPORTED << (16 * uint256(PeriodStage.Open))) |
            ((CALLED | CALCULATED | DISPUTED) << (16 * uint256(PeriodStage.Reported))) |
            ((CALCULATED | DISPUTED) << (16 * uint256(PeriodStage.Called))) |
            ((REPORTED | APPROVED | DISPUTED) << (16 * uint256(PeriodStage.Calculated))) |
            ((CALCULATED | BOOKED | DISPUTED) << (16 * uint256(PeriodStage.Approved))) |
            ((REPORTED | OPEN) << (16 * uint256(PeriodStage.Disputed))) |
            (PAYING << (16 * uint256(PeriodStage.Booked))) |
            (SETTLED << (16 * uint256(PeriodStage.Paying)));

    /// @dev Stages in which a deal pays: from closing to redemption.
    uint256 internal constant LIVE = ACTIVE | ACCELERATED | DEFAULTED | LIQUIDATION;

    /// @dev Stages of a deal that has not ended.
    uint256 internal constant UNFINISHED = DRAFT | OFFERING | LIVE | REDEEMED;

    function canMove(DealStage from, DealStage to) internal pure returns (bool) {
        return (DEAL_MOVES >> (16 * uint256(from) + uint256(to))) & 1 == 1;
    }

    function canMove(PeriodStage from, PeriodStage to) internal pure returns (bool) {
        return (PERIOD_MOVES >> (16 * uint256(from) + uint256(to))) & 1 == 1;
    }

    /// @dev Set with one deal stage; sets are joined with `|`.
    function bit(DealStage stage) internal pure returns (uint256) {
        return 1 << uint256(stage);
    }

    /// @dev Set with one period stage.
    function bit(PeriodStage stage) internal pure returns (uint256) {
        return 1 << uint256(stage);
    }

    function isIn(DealStage stage, uint256 set) internal pure returns (bool) {
        return bit(stage) & set != 0;
    }

    function isIn(PeriodStage stage, uint256 set) internal pure returns (bool) {
        return bit(stage) & set != 0;
    }
}
