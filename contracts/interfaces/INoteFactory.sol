// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId, SeriesId} from "../types/Ids.sol";

/// @notice Issues one note clone per series of a deal.
interface INoteFactory {
    event NoteIssued(DealId indexed deal, SeriesId indexed series, address note);

    /// @notice Creates the notes of all series of a draft deal; the manager
    function issue(DealId deal) external returns (address[] memory notes);

    function noteOf(SeriesId series) external view returns (address);
}
