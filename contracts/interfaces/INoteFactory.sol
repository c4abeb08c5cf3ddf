// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId, SeriesId} from "../types/Ids.sol";

/// @notice Issues one note clone per series of a deal.
interface INoteFactory {
    event NoteIssued(DealId indexed deal, SeriesId indexed series, address indexed note);

    error NotManager(DealId deal, address wallet);
    error DealNotDraft(DealId deal);

    /// @notice Creates the notes of all series of a draft deal; the manager, once
    function issue(DealId deal) external returns (address[] memory notes);

    /// @notice Note of a series, zero until it is issued
    function noteOf(SeriesId series) external view returns (address);

    /// @notice Address a series' note has or will have; the deal must exist
    function previewNote(SeriesId series) external view returns (address);

    /// @notice The contract every note is a clone of
    function implementation() external view returns (address);

    /// @notice What a refusal code of the notes says; one that comes from an order says only "restricted"
    function sentenceOf(uint8 code) external pure returns (string memory);

    /// @notice Whether this deployment is a sandbox
    function sandboxed() external view returns (bool);
}
