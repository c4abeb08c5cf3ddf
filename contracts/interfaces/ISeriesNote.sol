// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

import {IERC7943Fungible} from "./IERC7943.sol";
import {ITrail} from "./ITrail.sol";

import {Currency} from "../types/Currency.sol";
import {LegalMode, MovementKind, NoteStage, PauseScope} from "../types/Enums.sol";
import {DealId, PartyId, SeriesId, TrancheId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @notice The note of one series: a permissioned ERC-20 in whole units, moved through one door.
interface ISeriesNote is IERC20Metadata, IERC20Errors, IERC7943Fungible, ITrail {
    /// @notice What a note is; fixed in its code when it is issued.
    /// @param grade Risk grade R1 to R5 as 1 to 5; a holder's tolerance is at least the grade
    /// @param isTransferable Whether holders may pass it on; a retained junior may not be
    /// @param isLimited Whether its movements ask the limit book
    /// @param face Face of one unit, minor units of the deal's currency
    /// @param units Most units there can ever be
    struct Terms {
        DealId deal;
        SeriesId series;
        TrancheId tranche;
        Place place;
        LegalMode mode;
        Currency currency;
        uint8 grade;
        bool isTransferable;
        bool isLimited;
        uint128 face;
        uint96 units;
        bytes32 name;
    }

    /// @notice A movement the rules decide on.
    /// @param operator Who asks; for `Register` the registrar that proposed the import
    struct Movement {
        MovementKind kind;
        address operator;
        address from;
        address to;
        uint256 units;
    }

    /// @notice Units issued to one holder.
    struct Issue {
        address holder;
        uint96 units;
    }

    /// @notice One movement of a registrar's import.
    struct RegisterLine {
        address from;
        address to;
        uint96 units;
    }

    event BookClosed(SeriesId indexed series, uint32 indexed book);
    event BookTaken(SeriesId indexed series, uint32 indexed book, uint256 supply);
    event BookOpened(SeriesId indexed series, uint32 indexed book);
    event NoteMoved(SeriesId indexed series, NoteStage from, NoteStage to);
    event NotePaused(SeriesId indexed series, PauseScope indexed scope);
    event NoteResumed(SeriesId indexed series, PauseScope indexed scope);
    event RegisterProposed(
        SeriesId indexed series,
        uint64 indexed number,
        bytes32 indexed fileHash,
        address registrar,
        RegisterLine[] lines
    );
    event RegisterImported(SeriesId indexed series, uint64 indexed number, bytes32 indexed fileHash, address checker);

    /// @param code Code of the rule that refused; the note factory's `sentenceOf` explains it
    error TransferRefused(uint8 code);
    error SupplyExceeded(SeriesId series, uint256 supply, uint96 units);
    error NoteStageForbids(SeriesId series, NoteStage stage);
    error BookAlreadyClosed(SeriesId series);
    error BookNotClosed(SeriesId series);
    error BookUnknown(SeriesId series, uint32 book);
    error ImportEmpty();
    error ImportUnknown(SeriesId series, uint64 number, bytes32 digest);
    error NotRegistrar(DealId deal, address wallet);
    error NotRegisterChecker(DealId deal, address wallet);
    error CheckerNotSeparate(PartyId party);

    /// @notice Issues units to holders while the note is locked; only the offering room
    function mint(Issue[] calldata issues) external;

    /// @notice Takes units back when an offering was aborted or the note is redeemed; only rooms that move notes
    function burn(address holder, uint256 units) external;

    /// @notice Ends the lock when the offering closes; only the offering room
    function release() external;

    /// @notice Makes the note void when the offering is aborted; only the offering room
    function annul() external;

    /// @notice Ends the life of a note when all is paid; only the treasury room
    function retire() external;

    /// @notice Proposes an import of the registrar's register into a mirror; the registrar of the deal. A new proposal
    /// replaces the one before
    /// @param lines The difference between the register and this note, as movements in order
    /// @param fileHash Hash of the registrar's holder list
    /// @return number Number of the proposal
    function proposeRegister(RegisterLine[] calldata lines, bytes32 fileHash) external returns (uint64 number);

    /// @notice Applies the proposed import, all of it or nothing; the custodian of the note's jurisdiction or the
    /// trustee, of another party than the registrar that proposed it
    function register(uint64 number, RegisterLine[] calldata lines, bytes32 fileHash) external;

    /// @notice Closes the book at the record date; only the distribution desk
    function closeBook() external;

    /// @notice Makes the holdings of the closed book the record of the next distribution; only the distribution desk
    /// @return book Number of the book taken, 1-based
    /// @return supply Units outstanding
    function takeBook() external returns (uint32 book, uint96 supply);

    /// @notice Opens the book again; only the distribution desk
    function openBook() external;

    /// @notice Gives the units of a lost wallet to its successor, whatever restricts their party; only the enforcement room
    function recover(address lost, address successor, uint256 units) external;

    /// @notice Stops every movement but orders and redemptions; only the enforcement room
    function pause(PauseScope scope) external;

    /// @notice Ends a pause; only the enforcement room. The other scope stays as it is
    function resume(PauseScope scope) external;

    function seriesId() external view returns (SeriesId);

    function terms() external view returns (Terms memory);

    function stage() external view returns (NoteStage);

    /// @notice Whether this deployment is a sandbox, whatever the legal mode of the series
    function sandboxed() external view returns (bool);

    /// @notice Whether the series, or its deal as a whole, is paused
    function isPaused(PauseScope scope) external view returns (bool);

    /// @notice Number of books taken so far, and whether the book is closed now
    function bookOf() external view returns (uint32 book, bool closed);

    /// @notice Units a holder had when a book was taken
    function unitsAt(address holder, uint32 book) external view returns (uint256);

    /// @notice Units of many holders when a book was taken, in their order
    function holdingsAt(address[] calldata holders, uint32 book) external view returns (uint96[] memory units);

    /// @notice Units outstanding when a book was taken
    function supplyAt(uint32 book) external view returns (uint256);

    /// @notice Proposal of an import that waits for its checker: number, digest of its lines and file, who proposed it
    function proposalOf() external view returns (uint64 number, bytes32 digest, address registrar);

    /// @notice Code of the first rule that refuses the movement, 0 if none does
    function decide(Movement calldata movement) external view returns (uint8 code);
}
