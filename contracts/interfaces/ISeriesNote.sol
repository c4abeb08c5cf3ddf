// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {MovementKind} from "../types/Enums.sol";
import {DealId, SeriesId, TrancheId} from "../types/Ids.sol";

/// @notice The note of one series: a permissioned ERC-20 in whole units, moved through one door.
interface ISeriesNote is IERC20 {
    /// @notice A movement the rules decide on.
    /// @param operator Who asks; for a mirror only its registrar
    struct Movement {
        MovementKind kind;
        address operator;
        address from;
        address to;
        uint256 units;
    }

    event BookClosed(SeriesId indexed series, uint32 indexed book, address by);
    event BookTaken(SeriesId indexed series, uint32 indexed book);
    event BookOpened(SeriesId indexed series, uint32 indexed book);
    event UnitsFrozen(address indexed holder, uint256 units);

    error TransferRefused(uint8 code);

    /// @notice Issues units to holders during the offering; only the offering room
    function mint(address holder, uint256 units) external;

    /// @notice Takes units back when an offering aborts or the series is wound up; only settlement rooms
    function burn(address holder, uint256 units) external;

    /// @notice Replays the registrar's register in a mirror: moves units between holders; only the registrar of the deal
    function register(address from, address to, uint256 units, bytes32 fileHash) external;

    /// @notice Closes the book at the record date; only the paying agent room
    function closeBook() external;

    /// @notice Makes the holdings of the closed book the record of the next distribution; only the paying agent room
    /// @return book Number of the book taken, 1-based
    function takeBook() external returns (uint32 book);

    /// @notice Opens the book again; only the paying agent room
    function openBook() external;

    function dealId() external view returns (DealId);

    function trancheId() external view returns (TrancheId);

    function seriesId() external view returns (SeriesId);

    /// @notice Number of books taken so far, and whether the book is closed now
    function bookOf() external view returns (uint32 book, bool closed);

    /// @notice Units a holder had when a book was taken
    function unitsAt(address holder, uint32 book) external view returns (uint256);

    /// @notice Units outstanding when a book was taken
    function supplyAt(uint32 book) external view returns (uint256);

    /// @notice Code of the first rule that refuses the movement, 0 if none does
    function decide(Movement calldata movement) external view returns (uint8 code);

    /// @notice Whether `transfer` of the caller would succeed, with balance and allowance
    function canTransfer(address from, address to, uint256 units) external view returns (bool);
}
