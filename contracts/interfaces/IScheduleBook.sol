// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealStage} from "../types/Enums.sol";
import {DealId} from "../types/Ids.sol";

/// @notice Appends rows to the schedule of a deal that lives longer than it was planned for.
interface IScheduleBook {
    /// @param proposalHash keccak256 of the abi-encoded hash of the schedule in force, rows and document hash
    /// @param scheduleHash keccak256 of the abi-encoded words of the schedule in force
    /// @param documentHash Document that explains the rows; of a deal file with further dates, its hash
    event ExtensionProposed(
        DealId indexed deal,
        bytes32 indexed proposalHash,
        bytes32 scheduleHash,
        uint256[] rows,
        bytes32 documentHash
    );
    /// @param previous Clone with the rows so far; `previousHash` is the keccak256 of their abi-encoded words
    /// @param schedule Clone with the rows so far and the new ones after them; `scheduleHash` likewise
    event ScheduleExtended(
        DealId indexed deal,
        address indexed previous,
        address indexed schedule,
        bytes32 previousHash,
        bytes32 scheduleHash,
        bytes32 documentHash
    );

    error DealNotLive(DealId deal, DealStage stage);
    error RowsUneven(uint256 words, uint256 wordsPerPeriod);
    error ExtensionUnexplained(DealId deal);
    error ExtensionChanged(DealId deal, bytes32 proposed, bytes32 given);

    /// @notice Proposes rows for the periods after the last one of the schedule; the manager of a live deal. A later proposal
    /// stands in for the earlier
    /// @param rows Whole rows in the form of `IWaterfall.ProgramTerms.schedule`
    function propose(
        DealId deal,
        uint256[] calldata rows,
        bytes32 documentHash
    ) external returns (bytes32 proposalHash);

    /// @notice Appends exactly the rows proposed, while the schedule is the one they were proposed for; the trustee, or a
    /// resolution of the holders
    /// @return schedule Clone with all rows
    function confirm(DealId deal, uint256[] calldata rows, bytes32 documentHash) external returns (address schedule);

    /// @notice Hash of the extension that waits for the trustee, zero if none
    function proposalOf(DealId deal) external view returns (bytes32);
}
