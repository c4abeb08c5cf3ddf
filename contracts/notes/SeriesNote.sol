// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IERC7943Fungible} from "../interfaces/IERC7943.sol";
import {ILimitBook} from "../interfaces/ILimitBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";
import {ITrail} from "../interfaces/ITrail.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {MovementKind, NoteStage, Office, PauseScope} from "../types/Enums.sol";
import {DealId, PartyId, SeriesId} from "../types/Ids.sol";
import {Holding, HoldingLib} from "./HoldingLib.sol";
import {Ledger, LedgerLib, LedgerWord} from "./LedgerLib.sol";
import {NoteToken} from "./NoteToken.sol";
import {NoteHead} from "./TermsLib.sol";

/// @title SeriesNote
/// @notice The note of one series: an ERC-20 in whole units whose every movement is decided by an ordered list of rules.
///
/// FORM
/// Each series is a clone; its terms are immutable arguments in the clone's code. The rooms it asks are immutables of this
/// implementation, which holds no units itself.
///
/// MOVEMENTS
/// There is one door, `_update`. Rules are asked first, the first refusal wins; then the balance counts. Minted units are
/// locked until the offering closes. A mirror moves only by its registrar's import, which a checker of another party applies.
///
/// BOOKS
/// A record date closes the book; taking it raises the book number. Positions keep what they were by `HoldingLib`: no act
/// of this contract grows with the number of holders. A forced transfer or a recovery may still move units of a
/// closed book before it is taken; after that the record stands.
///
/// FREEZES
/// A freeze holds units, never their entitlements. It may exceed the balance. An order or a redemption that takes frozen
/// units lowers the freeze by what it took, before the units move.
///
/// ROLES
/// Offering room: mint, release, annul, burn. Distribution desk: books. Treasury: retire. Enforcement room: forced transfer,
/// recovery, freeze and pause. Registrar and custodian or trustee: imports.
///
/// TRAIL
/// The first action in a block touches the trail, later ones of the same block are found in that block.
///
/// ASSUMPTIONS
/// Block time is in seconds and serves only the validity of attestations.
contract SeriesNote is NoteToken {
    using HoldingLib for Holding;
    using LedgerLib for Ledger;
    using LedgerLib for LedgerWord;
    using SafeCast for uint256;

    /* STORAGE */

    /// @dev The import that waits for its checker.
    bytes32 private _proposalDigest;
    address private _proposer;

    constructor(
        IPartyRegistry registry,
        IDealBook dealBook,
        ILimitBook limitBook,
        address authority,
        bool isSandbox
    ) NoteToken(registry, dealBook, limitBook, authority, isSandbox) {}

    modifier only(uint64 role) {
        RolesLib.check(role, _authority, msg.sender);
        _;
    }

    /* ACTIONS */

    /// @inheritdoc ISeriesNote
    function mint(Issue[] calldata issues) external only(RolesLib.ROOM_OFFERING) {
        Act memory act = _begin(MovementKind.Mint, msg.sender);
        for (uint256 i = 0; i < issues.length; ++i) {
            require(issues[i].holder != address(0), ERC20InvalidReceiver(issues[i].holder));
            _update(act, address(0), issues[i].holder, issues[i].units);
        }
        Terms memory own = _terms();
        uint96 supply = _supply.position.units + act.issued;
        require(supply <= own.units, SupplyExceeded(own.series, supply, own.units));
        _end(act);
    }

    /// @inheritdoc ISeriesNote
    function burn(address holder, uint256 units) external only(RolesLib.NOTE_MOVER) {
        require(holder != address(0), ERC20InvalidSender(holder));
        Act memory act = _begin(MovementKind.Redeem, msg.sender);
        _update(act, holder, address(0), units);
        _end(act);
    }

    /// @inheritdoc ISeriesNote
    function release() external only(RolesLib.ROOM_OFFERING) {
        _move(NoteStage.None, NoteStage.Released);
    }

    /// @inheritdoc ISeriesNote
    function annul() external only(RolesLib.ROOM_OFFERING) {
        _move(NoteStage.None, NoteStage.Void);
    }

    /// @inheritdoc ISeriesNote
    function retire() external only(RolesLib.ROOM_TREASURY) {
        _move(NoteStage.Released, NoteStage.Retired);
    }

    /// @inheritdoc ISeriesNote
    function proposeRegister(RegisterLine[] calldata lines, bytes32 fileHash) external returns (uint64 number) {
        Terms memory own = _terms();
        require(_isRegistrar(own.deal, msg.sender), NotRegistrar(own.deal, msg.sender));
        require(lines.length != 0 && fileHash != 0, ImportEmpty());
        Ledger memory ledger = _ledger.unpack();
        number = ++ledger.proposals;
        _proposalDigest = keccak256(abi.encode(number, lines, fileHash));
        _proposer = msg.sender;
        emit RegisterProposed(own.series, number, fileHash, msg.sender, lines);
        _touch(own.deal, ledger.pack());
    }

    /// @inheritdoc ISeriesNote
    function register(uint64 number, RegisterLine[] calldata lines, bytes32 fileHash) external {
        Terms memory own = _terms();
        require(_isRegisterChecker(own, msg.sender), NotRegisterChecker(own.deal, msg.sender));
        address registrar = _proposer;
        PartyId checker = _registry.partyOf(msg.sender);
        require(checker != _registry.partyOf(registrar), CheckerNotSeparate(checker));
        bytes32 digest = keccak256(abi.encode(number, lines, fileHash));
        require(digest == _proposalDigest, ImportUnknown(own.series, number, digest));
        delete _proposalDigest;
        emit RegisterImported(own.series, number, fileHash, msg.sender);
        Act memory act = _begin(MovementKind.Register, registrar);
        for (uint256 i = 0; i < lines.length; ++i) _pass(act, lines[i].from, lines[i].to, lines[i].units);
        _end(act);
    }

    /// @inheritdoc ISeriesNote
    function closeBook() external only(RolesLib.ROOM_RECORDS) {
        NoteHead own = _head();
        Ledger memory ledger = _ledger.unpack();
        require(ledger.stage == NoteStage.Released, NoteStageForbids(own.series(), ledger.stage));
        require(!ledger.isClosed, BookAlreadyClosed(own.series()));
        ledger.isClosed = true;
        emit BookClosed(own.series(), ledger.book + 1);
        _touch(own.deal(), ledger.pack());
    }

    /// @inheritdoc ISeriesNote
    function takeBook() external only(RolesLib.ROOM_RECORDS) returns (uint32 book, uint96 supply) {
        NoteHead own = _head();
        Ledger memory ledger = _ledger.unpack();
        require(ledger.isClosed, BookNotClosed(own.series()));
        book = ++ledger.book;
        supply = _supply.position.units;
        emit BookTaken(own.series(), book, supply);
        _touch(own.deal(), ledger.pack());
    }

    /// @inheritdoc ISeriesNote
    function openBook() external only(RolesLib.ROOM_RECORDS) {
        NoteHead own = _head();
        Ledger memory ledger = _ledger.unpack();
        require(ledger.isClosed, BookNotClosed(own.series()));
        ledger.isClosed = false;
        emit BookOpened(own.series(), ledger.book);
        _touch(own.deal(), ledger.pack());
    }

    /// @inheritdoc IERC7943Fungible
    function forcedTransfer(
        address from,
        address to,
        uint256 units
    ) external only(RolesLib.ROOM_ENFORCEMENT) returns (bool) {
        Act memory act = _begin(MovementKind.Forced, msg.sender);
        _pass(act, from, to, units);
        emit ForcedTransfer(from, to, units);
        _end(act);
        return true;
    }

    /// @inheritdoc IERC7943Fungible
    function setFrozenTokens(address holder, uint256 units) external only(RolesLib.ROOM_ENFORCEMENT) returns (bool) {
        require(holder != address(0), ERC20InvalidSender(holder));
        _holdings[holder].position.frozen = units.toUint96();
        emit Frozen(holder, units);
        _touch(_head().deal(), _ledger);
        return true;
    }

    /// @inheritdoc ISeriesNote
    function recover(address lost, address successor, uint256 units) external only(RolesLib.ROOM_ENFORCEMENT) {
        Act memory act = _begin(MovementKind.Recovery, msg.sender);
        _pass(act, lost, successor, units);
        emit ForcedTransfer(lost, successor, units);
        _end(act);
    }

    /// @inheritdoc ISeriesNote
    function pause(PauseScope scope) external only(RolesLib.ROOM_ENFORCEMENT) {
        NoteHead own = _head();
        Ledger memory ledger = _ledger.unpack();
        ledger.pauses |= uint16(1 << uint256(scope));
        emit NotePaused(own.series(), scope);
        _touch(own.deal(), ledger.pack());
    }

    /// @inheritdoc ISeriesNote
    function resume(PauseScope scope) external only(RolesLib.ROOM_ENFORCEMENT) {
        NoteHead own = _head();
        Ledger memory ledger = _ledger.unpack();
        ledger.pauses &= ~uint16(1 << uint256(scope));
        emit NoteResumed(own.series(), scope);
        _touch(own.deal(), ledger.pack());
    }

    /* VIEWS */

    /// @inheritdoc ISeriesNote
    function seriesId() external view returns (SeriesId) {
        return _head().series();
    }

    /// @inheritdoc ISeriesNote
    function terms() external view returns (Terms memory) {
        return _terms();
    }

    /// @inheritdoc ISeriesNote
    function stage() external view returns (NoteStage) {
        return _ledger.stage();
    }

    /// @inheritdoc ISeriesNote
    function isPaused(PauseScope scope) external view returns (bool) {
        return _ledger.isPaused(scope);
    }

    /// @inheritdoc ISeriesNote
    function bookOf() external view returns (uint32 book, bool closed) {
        return (_ledger.book(), _ledger.isClosed());
    }

    /// @inheritdoc ISeriesNote
    function unitsAt(address holder, uint32 book) external view returns (uint256) {
        _checkBook(book);
        return _holdings[holder].unitsAt(book);
    }

    /// @inheritdoc ISeriesNote
    function holdingsAt(address[] calldata holders, uint32 book) external view returns (uint96[] memory units) {
        _checkBook(book);
        units = new uint96[](holders.length);
        for (uint256 i = 0; i < holders.length; ++i) units[i] = _holdings[holders[i]].unitsAt(book);
    }

    /// @inheritdoc ISeriesNote
    function supplyAt(uint32 book) external view returns (uint256) {
        _checkBook(book);
        return _supply.unitsAt(book);
    }

    /// @inheritdoc ISeriesNote
    function proposalOf() external view returns (uint64 number, bytes32 digest, address registrar) {
        return (_ledger.unpack().proposals, _proposalDigest, _proposer);
    }

    /// @inheritdoc ITrail
    function trailOf(DealId deal) external view returns (uint64 count, uint64 lastBlock) {
        if (deal != _head().deal()) return (0, 0);
        return (_ledger.actions(), _ledger.lastBlock());
    }

    /* INTERNAL */

    function _move(NoteStage from, NoteStage to) private {
        NoteHead own = _head();
        Ledger memory ledger = _ledger.unpack();
        require(ledger.stage == from, NoteStageForbids(own.series(), ledger.stage));
        ledger.stage = to;
        emit NoteMoved(own.series(), from, to);
        _touch(own.deal(), ledger.pack());
    }

    function _checkBook(uint32 book) private view {
        require(book != 0 && book <= _ledger.book(), BookUnknown(_terms().series, book));
    }

    function _isRegisterChecker(Terms memory own, address wallet) private view returns (bool) {
        return
            _dealBook.holdsOffice(own.deal, Office.Custodian, own.place.jurisdiction(), wallet) ||
            _dealBook.holdsOffice(own.deal, Office.Trustee, 0, wallet);
    }
}
