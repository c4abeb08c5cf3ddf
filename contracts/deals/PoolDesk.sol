// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPoolBook} from "../interfaces/IPoolBook.sol";
import {IPoolDesk} from "../interfaces/IPoolDesk.sol";
import {IPoolTests} from "../interfaces/IPoolTests.sol";

import {StageLib} from "../libraries/StageLib.sol";
import {DealStage, Office} from "../types/Enums.sol";
import {DealId} from "../types/Ids.sol";

/// @title PoolDesk
/// @notice Where the manager of a deal says what its pool must satisfy: the rooms below know no offices, this desk does. It keeps
/// nothing.
///
/// TERMS
/// Limits are set in the draft and stand from the offer on. Groups may grow afterwards, because a substitute brings its obligor:
/// whoever is in a group stays there. Answers follow the facts until the deal ends; whatever they are, the next asking counts them.
///
/// ASKING
/// Closing and every replacement ask by themselves. In between anyone may: what a re-evaluation, a fact or an answer changed then
/// stands on the ledger. Asking refuses nothing.
contract PoolDesk is IPoolDesk {
    using StageLib for DealStage;

    /* STORAGE */

    IPoolBook private immutable _pools;
    IPoolTests private immutable _tests;
    IDealBook private immutable _dealBook;

    constructor(IPoolBook poolBook, IPoolTests poolTests, IDealBook dealBook) {
        _pools = poolBook;
        _tests = poolTests;
        _dealBook = dealBook;
    }

    modifier onlyManager(DealId deal) {
        _checkManager(deal);
        _;
    }

    modifier onlyUnfinished(DealId deal) {
        _checkUnfinished(deal);
        _;
    }

    /* ACTIONS */

    /// @inheritdoc IPoolDesk
    function limit(DealId deal, IPoolTests.Limit[] calldata limits) external onlyManager(deal) {
        DealStage stage = _dealBook.stageOf(deal);
        require(stage == DealStage.Draft, IDealBook.StageForbids(deal, stage));
        (, uint32 legalFinalDay) = _dealBook.datesOf(deal);

        _tests.limit(deal, legalFinalDay, limits);
    }

    /// @inheritdoc IPoolDesk
    function group(
        DealId deal,
        IPoolTests.Affiliation[] calldata affiliations
    ) external onlyManager(deal) onlyUnfinished(deal) {
        if (_dealBook.stageOf(deal) != DealStage.Draft) _checkAlone(deal, affiliations);

        _tests.group(deal, affiliations);
    }

    /// @inheritdoc IPoolDesk
    function answer(DealId deal, uint256 denied, bytes32 evidence) external onlyManager(deal) onlyUnfinished(deal) {
        _tests.answer(deal, denied, evidence);
    }

    /// @inheritdoc IPoolDesk
    function ask(DealId deal) external onlyUnfinished(deal) {
        _pools.ask(deal, _dealBook.claimsOf(deal));
    }

    /* VIEWS */

    /// @inheritdoc IPoolDesk
    function preview(DealId deal) external view returns (IPoolTests.Result[12] memory) {
        return _tests.preview(deal, _pools.poolOf(deal), _dealBook.claimsOf(deal));
    }

    /* INTERNAL */

    function _checkManager(DealId deal) private view {
        bool holds = _dealBook.holdsOffice(deal, Office.Manager, 0, msg.sender);
        require(holds, IDealBook.NotOfficeHolder(deal, Office.Manager, msg.sender));
    }

    function _checkUnfinished(DealId deal) private view {
        DealStage stage = _dealBook.stageOf(deal);
        require(stage.isIn(StageLib.UNFINISHED), IDealBook.StageForbids(deal, stage));
    }

    function _checkAlone(DealId deal, IPoolTests.Affiliation[] calldata affiliations) private view {
        for (uint256 i = 0; i < affiliations.length; ++i) {
            bytes32 obligorHash = affiliations[i].obligorHash;
            bool isAlone = _tests.groupOf(deal, obligorHash) == obligorHash;
            require(isAlone, GroupFixed(deal, obligorHash));
        }
    }
}
