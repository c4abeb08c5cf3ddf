// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IScheduleBook} from "../interfaces/IScheduleBook.sol";
import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {Trail} from "../access/Trail.sol";
import {Header, ProgramLib} from "../libraries/ProgramLib.sol";
import {StageLib} from "../libraries/StageLib.sol";
import {DealStage, Office} from "../types/Enums.sol";
import {DealId} from "../types/Ids.sol";
import {ArgsLib} from "./ArgsLib.sol";
import {Inert} from "./Inert.sol";

/// @title ScheduleBook
/// @notice Lets a deal be calculated beyond the last row of its schedule, when recoveries come later than was planned.
///
/// EXTENSION
/// The manager proposes rows with the hash of the document that explains them; the trustee, whom the deal book keeps apart,
/// gives the same rows and hash again and thereby confirms exactly these, for exactly the schedule they were proposed for. Rows
/// are appended: those that stand are copied, so no period that has a row is ever calculated by another.
///
/// HASHES
/// The program hash of the deal stays. It commits to program, opening and the first rows; every extension says from which
/// schedule to which it leads, so that whoever follows the events from the program stored can recompute every period.
///
/// ROLES
/// Manager proposes, trustee confirms, or the holders by a resolution (`ROOM_RESOLUTIONS`). The waterfall takes a schedule from this contract alone (`ROOM_SCHEDULES`).
contract ScheduleBook is IScheduleBook, Trail {
    using ProgramLib for Header;
    using ProgramLib for uint256[];
    using RolesLib for uint64;
    using StageLib for DealStage;

    /* STORAGE */

    IDealBook private immutable _dealBook;
    IWaterfall private immutable _waterfall;
    address private immutable _inert;

    mapping(DealId deal => bytes32 proposalHash) public proposalOf;

    constructor(IDealBook dealBook, IWaterfall waterfall) {
        _dealBook = dealBook;
        _waterfall = waterfall;
        _inert = address(new Inert());
    }

    /* ACTIONS */

    /// @inheritdoc IScheduleBook
    function propose(
        DealId deal,
        uint256[] calldata rows,
        bytes32 documentHash
    ) external returns (bytes32 proposalHash) {
        _requireOffice(deal, Office.Manager);
        (uint256[] memory program, uint256[] memory schedule) = _waterfall.programOf(deal);
        uint256 length = program.header().rowLength();
        bool isWhole = length != 0 && rows.length != 0 && rows.length % length == 0;
        require(isWhole, RowsUneven(rows.length, length));
        require(documentHash != 0, ExtensionUnexplained(deal));
        _checkLive(deal);

        bytes32 scheduleHash = _hashOf(schedule);
        proposalHash = keccak256(abi.encode(scheduleHash, rows, documentHash));
        proposalOf[deal] = proposalHash;
        emit ExtensionProposed(deal, proposalHash, scheduleHash, rows, documentHash);
        _touch(deal);
    }

    /// @inheritdoc IScheduleBook
    function confirm(DealId deal, uint256[] calldata rows, bytes32 documentHash) external returns (address schedule) {
        if (!_isResolved()) _requireOffice(deal, Office.Trustee);
        (, uint256[] memory words) = _waterfall.programOf(deal);
        bytes32 previousHash = _hashOf(words);
        bytes32 given = keccak256(abi.encode(previousHash, rows, documentHash));
        bytes32 proposed = proposalOf[deal];
        require(given == proposed, ExtensionChanged(deal, proposed, given));
        _checkLive(deal);

        delete proposalOf[deal];
        uint256[] memory longer = _append(words, rows);
        schedule = ArgsLib.store(_inert, longer);
        _replace(deal, schedule, [previousHash, _hashOf(longer), documentHash]);
        _touch(deal);
    }

    /* INTERNAL */

    function _requireOffice(DealId deal, Office office) private view {
        bool holds = _dealBook.holdsOffice(deal, office, 0, msg.sender);
        require(holds, IDealBook.NotOfficeHolder(deal, office, msg.sender));
    }

    /// @dev Whether the caller is the room of resolutions.
    function _isResolved() private view returns (bool) {
        return RolesLib.ROOM_RESOLUTIONS.holds(IAccessManaged(address(_dealBook)).authority(), msg.sender);
    }

    /// @param hashes Of the rows so far, of all rows, of the document
    function _replace(DealId deal, address schedule, bytes32[3] memory hashes) private {
        address previous = _waterfall.extend(deal, schedule);
        emit ScheduleExtended(deal, previous, schedule, hashes[0], hashes[1], hashes[2]);
    }

    /// @dev Only a deal that still opens periods needs rows.
    function _checkLive(DealId deal) private view {
        DealStage stage = _dealBook.stageOf(deal);
        require(stage.isIn(StageLib.LIVE), DealNotLive(deal, stage));
    }

    function _append(uint256[] memory words, uint256[] calldata rows) private pure returns (uint256[] memory longer) {
        longer = new uint256[](words.length + rows.length);
        for (uint256 i = 0; i < words.length; ++i) longer[i] = words[i];
        for (uint256 i = 0; i < rows.length; ++i) longer[words.length + i] = rows[i];
    }

    function _hashOf(uint256[] memory words) private pure returns (bytes32) {
        return keccak256(abi.encode(words));
    }
}
