// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IERC7943Fungible} from "../interfaces/IERC7943.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";
import {ITrail} from "../interfaces/ITrail.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {LegalMode, MovementKind, NoteStage, Office} from "../types/Enums.sol";
import {DealId, PartyId, SeriesId, TrancheId} from "../types/Ids.sol";
import {Holding, HoldingLib, Position} from "./HoldingLib.sol";
import {NameLib} from "./NameLib.sol";
import {Facts} from "./rules/Facts.sol";
import {RefusalLib} from "./rules/RefusalLib.sol";
import {RuleListLib} from "./rules/RuleListLib.sol";

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
/// Offering room: mint, release, annul, burn. Paying room: books. Treasury: retire. Enforcement room: forced transfer and
/// freeze; nobody holds that role until that room stands. Registrar and custodian or trustee: imports.
///
/// TRAIL
/// The first action in a block touches the trail, later ones of the same block are found in that block.
///
/// ASSUMPTIONS
/// Block time is in seconds and serves only the validity of attestations.
contract SeriesNote is ISeriesNote {
    using HoldingLib for Holding;
    using SafeCast for uint256;

    /// @dev One slot.
    /// @param book Number of books taken
    /// @param actions Blocks in which the note acted, and the last of them: the trail
    /// @param proposals Number of imports proposed
    struct Ledger {
        uint32 book;
        bool isClosed;
        NoteStage stage;
        uint64 actions;
        uint64 lastBlock;
        uint64 proposals;
    }

    /// @dev Kind of the document without which a filed token is not minted.
    bytes32 private constant FILING = "csrc.filing";

    IPartyRegistry private immutable _registry;
    IDealBook private immutable _dealBook;
    address private immutable _authority;
    bool public immutable sandboxed;

    /* STORAGE */

    Ledger private _ledger;
    mapping(address holder => Holding holding) private _holdings;
    mapping(address holder => mapping(address spender => uint256 units)) private _allowances;
    /// @dev Units outstanding, kept like a holding so that supply has a record at every book.
    Holding private _supply;
    /// @dev The import that waits for its checker.
    bytes32 private _proposalDigest;
    address private _proposer;

    constructor(IPartyRegistry registry, IDealBook dealBook, address authority, bool isSandbox) {
        _registry = registry;
        _dealBook = dealBook;
        _authority = authority;
        sandboxed = isSandbox;
    }

    modifier only(uint64 role) {
        RolesLib.check(role, _authority, msg.sender);
        _;
    }

    /* ACTIONS */

    /// @inheritdoc IERC20
    function transfer(address to, uint256 units) external returns (bool) {
        _transfer(msg.sender, to, units);
        return true;
    }

    /// @inheritdoc IERC20
    function transferFrom(address from, address to, uint256 units) external returns (bool) {
        _spendAllowance(from, units);
        _transfer(from, to, units);
        return true;
    }

    /// @inheritdoc IERC20
    function approve(address spender, uint256 units) external returns (bool) {
        require(spender != address(0), ERC20InvalidSpender(spender));
        _allowances[msg.sender][spender] = units;
        emit Approval(msg.sender, spender, units);
        return true;
    }

    /// @inheritdoc ISeriesNote
    function mint(address holder, uint256 units) external only(RolesLib.ROOM_OFFERING) {
        require(holder != address(0), ERC20InvalidReceiver(holder));
        Terms memory own = _terms();
        uint256 supply = _supply.position.units + units;
        require(supply <= own.units, SupplyExceeded(own.series, supply, own.units));
        _update(own, Movement(MovementKind.Mint, msg.sender, address(0), holder, units));
    }

    /// @inheritdoc ISeriesNote
    function burn(address holder, uint256 units) external only(RolesLib.NOTE_MOVER) {
        require(holder != address(0), ERC20InvalidSender(holder));
        _update(_terms(), Movement(MovementKind.Redeem, msg.sender, holder, address(0), units));
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
        Ledger memory ledger = _ledger;
        number = ++ledger.proposals;
        _proposalDigest = _digestOf(number, lines, fileHash);
        _proposer = msg.sender;
        emit RegisterProposed(own.series, number, fileHash, msg.sender, lines);
        _touch(own.deal, ledger);
    }

    /// @inheritdoc ISeriesNote
    function register(uint64 number, RegisterLine[] calldata lines, bytes32 fileHash) external {
        Terms memory own = _terms();
        require(_isRegisterChecker(own, msg.sender), NotRegisterChecker(own.deal, msg.sender));
        address registrar = _proposer;
        PartyId checker = _registry.partyOf(msg.sender);
        require(checker != _registry.partyOf(registrar), CheckerNotSeparate(checker));
        bytes32 digest = _digestOf(number, lines, fileHash);
        require(digest == _proposalDigest, ImportUnknown(own.series, number, digest));
        delete _proposalDigest;
        emit RegisterImported(own.series, number, fileHash, msg.sender);
        for (uint256 i = 0; i < lines.length; ++i) {
            RegisterLine calldata line = lines[i];
            _pass(own, Movement(MovementKind.Register, registrar, line.from, line.to, line.units));
        }
    }

    /// @inheritdoc ISeriesNote
    function closeBook() external only(RolesLib.ROOM_PAYING) {
        Terms memory own = _terms();
        Ledger memory ledger = _ledger;
        require(ledger.stage == NoteStage.Released, NoteStageForbids(own.series, ledger.stage));
        require(!ledger.isClosed, BookAlreadyClosed(own.series));
        ledger.isClosed = true;
        emit BookClosed(own.series, ledger.book + 1);
        _touch(own.deal, ledger);
    }

    /// @inheritdoc ISeriesNote
    function takeBook() external only(RolesLib.ROOM_PAYING) returns (uint32 book, uint96 supply) {
        Terms memory own = _terms();
        Ledger memory ledger = _ledger;
        require(ledger.isClosed, BookNotClosed(own.series));
        book = ++ledger.book;
        supply = _supply.position.units;
        emit BookTaken(own.series, book, supply);
        _touch(own.deal, ledger);
    }

    /// @inheritdoc ISeriesNote
    function openBook() external only(RolesLib.ROOM_PAYING) {
        Terms memory own = _terms();
        Ledger memory ledger = _ledger;
        require(ledger.isClosed, BookNotClosed(own.series));
        ledger.isClosed = false;
        emit BookOpened(own.series, ledger.book);
        _touch(own.deal, ledger);
    }

    /// @inheritdoc IERC7943Fungible
    function forcedTransfer(
        address from,
        address to,
        uint256 units
    ) external only(RolesLib.ROOM_ENFORCEMENT) returns (bool) {
        _pass(_terms(), Movement(MovementKind.Forced, msg.sender, from, to, units));
        emit ForcedTransfer(from, to, units);
        return true;
    }

    /// @inheritdoc IERC7943Fungible
    function setFrozenTokens(address holder, uint256 units) external only(RolesLib.ROOM_ENFORCEMENT) returns (bool) {
        require(holder != address(0), ERC20InvalidSender(holder));
        _holdings[holder].position.frozen = units.toUint96();
        emit Frozen(holder, units);
        _touch(_terms().deal, _ledger);
        return true;
    }

    /* VIEWS */

    /// @inheritdoc IERC20
    function totalSupply() external view returns (uint256) {
        return _supply.position.units;
    }

    /// @inheritdoc IERC20
    function balanceOf(address holder) external view returns (uint256) {
        return _holdings[holder].position.units;
    }

    /// @inheritdoc IERC20
    function allowance(address holder, address spender) external view returns (uint256) {
        return _allowances[holder][spender];
    }

    /// @inheritdoc IERC20Metadata
    function name() external view returns (string memory) {
        Terms memory own = _terms();
        string memory deal = Strings.toString(DealId.unwrap(own.deal));
        return string.concat("Lingnan deal ", deal, " series ", NameLib.toText(own.name));
    }

    /// @inheritdoc IERC20Metadata
    function symbol() external view returns (string memory) {
        return NameLib.toText(_terms().name);
    }

    /// @inheritdoc IERC20Metadata
    function decimals() external pure returns (uint8) {
        return 0;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(IERC7943Fungible).interfaceId ||
            interfaceId == type(IERC20).interfaceId ||
            interfaceId == type(IERC20Metadata).interfaceId ||
            interfaceId == type(IERC165).interfaceId;
    }

    /// @inheritdoc IERC7943Fungible
    function canSend(address holder) external view returns (bool) {
        Facts memory facts;
        (facts.senderParty, facts.sender) = _registry.profileOf(holder);
        facts.moment = block.timestamp;
        return RuleListLib.ofSender(facts) == RefusalLib.NONE;
    }

    /// @inheritdoc IERC7943Fungible
    function canReceive(address holder) external view returns (bool) {
        Facts memory facts;
        facts.terms = _terms();
        (facts.receiverParty, facts.receiver) = _registry.profileOf(holder);
        facts.moment = block.timestamp;
        return RuleListLib.ofReceiver(facts) == RefusalLib.NONE;
    }

    /// @inheritdoc IERC7943Fungible
    function canTransfer(address from, address to, uint256 units) external view returns (bool) {
        if (from == address(0) || to == address(0)) return false;
        return _decide(Movement(MovementKind.Secondary, from, from, to, units)) == RefusalLib.NONE;
    }

    /// @inheritdoc IERC7943Fungible
    function getFrozenTokens(address holder) external view returns (uint256) {
        return _holdings[holder].position.frozen;
    }

    /// @inheritdoc ISeriesNote
    function decide(Movement calldata movement) external view returns (uint8) {
        return _decide(movement);
    }

    /// @inheritdoc ISeriesNote
    function dealId() external view returns (DealId) {
        return _terms().deal;
    }

    /// @inheritdoc ISeriesNote
    function trancheId() external view returns (TrancheId) {
        return _terms().tranche;
    }

    /// @inheritdoc ISeriesNote
    function seriesId() external view returns (SeriesId) {
        return _terms().series;
    }

    /// @inheritdoc ISeriesNote
    function terms() external view returns (Terms memory) {
        return _terms();
    }

    /// @inheritdoc ISeriesNote
    function stage() external view returns (NoteStage) {
        return _ledger.stage;
    }

    /// @inheritdoc ISeriesNote
    function bookOf() external view returns (uint32 book, bool closed) {
        return (_ledger.book, _ledger.isClosed);
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
        return (_ledger.proposals, _proposalDigest, _proposer);
    }

    /// @inheritdoc ITrail
    function trailOf(DealId deal) external view returns (uint64 count, uint64 lastBlock) {
        if (deal != _terms().deal) return (0, 0);
        return (_ledger.actions, _ledger.lastBlock);
    }

    /* INTERNAL */

    function _transfer(address from, address to, uint256 units) private {
        _pass(_terms(), Movement(MovementKind.Secondary, msg.sender, from, to, units));
    }

    /// @dev From holder to holder.
    function _pass(Terms memory own, Movement memory movement) private {
        require(movement.from != address(0), ERC20InvalidSender(movement.from));
        require(movement.to != address(0), ERC20InvalidReceiver(movement.to));
        _update(own, movement);
    }

    /// @dev The one door of units. Address zero stands for the supply not issued.
    function _update(Terms memory own, Movement memory movement) private {
        Ledger memory ledger = _ledger;
        Position memory source = _holdings[movement.from].position;
        _check(movement, source, RuleListLib.decide(movement, _factsOf(own, ledger, movement, source)));
        uint96 units = movement.units.toUint96();
        if (movement.from == address(0)) {
            Position memory issued = _supply.position;
            _supply.write(issued, issued.units + units, ledger.book);
        } else {
            _unfreeze(movement.from, source, units);
            _holdings[movement.from].write(source, source.units - units, ledger.book);
        }
        Holding storage target = movement.to == address(0) ? _supply : _holdings[movement.to];
        Position memory before = target.position;
        uint96 afterwards = movement.to == address(0) ? before.units - units : before.units + units;
        target.write(before, afterwards, ledger.book);
        emit Transfer(movement.from, movement.to, units);
        _touch(own.deal, ledger);
    }

    /// @dev Refusals first, then the balance; a frozen balance has an error of its own in ERC-7943.
    function _check(Movement memory movement, Position memory source, uint8 code) private pure {
        require(code == RefusalLib.NONE || code == RefusalLib.FROZEN, TransferRefused(code));
        if (movement.from == address(0)) return;
        (address from, uint256 units) = (movement.from, movement.units);
        require(units <= source.units, ERC20InsufficientBalance(from, source.units, units));
        require(code != RefusalLib.FROZEN, ERC7943InsufficientUnfrozenBalance(from, units, _free(source)));
    }

    /// @dev Lowers the freeze by the frozen units that an order or a redemption takes; the rules let nobody else take them.
    function _unfreeze(address holder, Position memory source, uint96 units) private {
        uint256 free = _free(source);
        if (units <= free) return;
        source.frozen -= uint96(units - free);
        emit Frozen(holder, source.frozen);
    }

    function _free(Position memory position) private pure returns (uint256) {
        return position.units > position.frozen ? position.units - position.frozen : 0;
    }

    function _spendAllowance(address holder, uint256 units) private {
        uint256 allowed = _allowances[holder][msg.sender];
        if (allowed == type(uint256).max) return;
        require(allowed >= units, ERC20InsufficientAllowance(msg.sender, allowed, units));
        _allowances[holder][msg.sender] = allowed - units;
    }

    function _decide(Movement memory movement) private view returns (uint8) {
        return RuleListLib.decide(movement, _factsOf(_terms(), _ledger, movement, _holdings[movement.from].position));
    }

    function _factsOf(
        Terms memory own,
        Ledger memory ledger,
        Movement memory movement,
        Position memory source
    ) private view returns (Facts memory facts) {
        facts.terms = own;
        facts.stage = ledger.stage;
        facts.isClosed = ledger.isClosed;
        facts.balance = source.units;
        facts.frozen = source.frozen;
        facts.moment = block.timestamp;
        if (movement.from != address(0)) (facts.senderParty, facts.sender) = _registry.profileOf(movement.from);
        if (movement.to != address(0)) (facts.receiverParty, facts.receiver) = _registry.profileOf(movement.to);
        if (movement.kind == MovementKind.Register) facts.isRegistrar = _isRegistrar(own.deal, movement.operator);
        if (movement.kind == MovementKind.Mint && own.mode == LegalMode.FiledToken)
            facts.isFiled = _dealBook.documentOf(own.deal, FILING) != 0;
    }

    function _move(NoteStage from, NoteStage to) private {
        Terms memory own = _terms();
        Ledger memory ledger = _ledger;
        require(ledger.stage == from, NoteStageForbids(own.series, ledger.stage));
        ledger.stage = to;
        emit NoteMoved(own.series, from, to);
        _touch(own.deal, ledger);
    }

    /// @dev Writes the ledger's slot, whatever of it changed.
    function _touch(DealId deal, Ledger memory ledger) private {
        uint64 previousBlock = ledger.lastBlock;
        if (previousBlock == block.number) {
            _ledger = ledger;
            return;
        }
        ledger.actions += 1;
        ledger.lastBlock = uint64(block.number);
        _ledger = ledger;
        emit Touched(deal, ledger.actions, previousBlock);
    }

    function _checkBook(uint32 book) private view {
        require(book != 0 && book <= _ledger.book, BookUnknown(_terms().series, book));
    }

    function _isRegistrar(DealId deal, address wallet) private view returns (bool) {
        return _dealBook.holdsOffice(deal, Office.Registrar, 0, wallet);
    }

    function _isRegisterChecker(Terms memory own, address wallet) private view returns (bool) {
        return
            _dealBook.holdsOffice(own.deal, Office.Custodian, own.place.jurisdiction(), wallet) ||
            _dealBook.holdsOffice(own.deal, Office.Trustee, 0, wallet);
    }

    function _digestOf(uint64 number, RegisterLine[] calldata lines, bytes32 fileHash) private pure returns (bytes32) {
        return keccak256(abi.encode(number, lines, fileHash));
    }

    function _terms() private view returns (Terms memory) {
        return abi.decode(Clones.fetchCloneArgs(address(this)), (Terms));
    }
}
