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
import {DealId, PartyId, SeriesId} from "../types/Ids.sol";
import {Holding, HoldingLib, Position} from "./HoldingLib.sol";
import {Ledger, LedgerLib, LedgerWord} from "./LedgerLib.sol";
import {NameLib} from "./NameLib.sol";
import {TermsLib} from "./TermsLib.sol";
import {Facts} from "./rules/Facts.sol";
import {KindLib} from "./rules/KindLib.sol";
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
    using HoldingLib for Position;
    using LedgerLib for Ledger;
    using LedgerLib for LedgerWord;
    using SafeCast for uint256;

    /// @dev An act while it moves units: what it rests on is read once, however many movements it has.
    /// @param facts What the rules know; each movement fills in its own part
    struct Act {
        Ledger ledger;
        Facts facts;
    }

    /// @dev Kind of the document without which a filed token is not minted.
    bytes32 private constant FILING = "csrc.filing";

    IPartyRegistry private immutable _registry;
    IDealBook private immutable _dealBook;
    address private immutable _authority;
    bool public immutable sandboxed;

    /* STORAGE */

    LedgerWord private _ledger;
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
    function mint(Issue[] calldata issues) external only(RolesLib.ROOM_OFFERING) {
        Act memory act = _begin(MovementKind.Mint, msg.sender);
        Terms memory own = act.facts.terms;
        for (uint256 i = 0; i < issues.length; ++i) {
            require(issues[i].holder != address(0), ERC20InvalidReceiver(issues[i].holder));
            _update(act, address(0), issues[i].holder, issues[i].units);
        }
        uint96 supply = _supply.position.units;
        require(supply <= own.units, SupplyExceeded(own.series, supply, own.units));
        _touch(own.deal, act.ledger);
    }

    /// @inheritdoc ISeriesNote
    function burn(address holder, uint256 units) external only(RolesLib.NOTE_MOVER) {
        require(holder != address(0), ERC20InvalidSender(holder));
        Act memory act = _begin(MovementKind.Redeem, msg.sender);
        _update(act, holder, address(0), units);
        _touch(act.facts.terms.deal, act.ledger);
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
        _touch(own.deal, ledger);
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
        _touch(own.deal, act.ledger);
    }

    /// @inheritdoc ISeriesNote
    function closeBook() external only(RolesLib.ROOM_PAYING) {
        Terms memory own = _terms();
        Ledger memory ledger = _ledger.unpack();
        require(ledger.stage == NoteStage.Released, NoteStageForbids(own.series, ledger.stage));
        require(!ledger.isClosed, BookAlreadyClosed(own.series));
        ledger.isClosed = true;
        emit BookClosed(own.series, ledger.book + 1);
        _touch(own.deal, ledger);
    }

    /// @inheritdoc ISeriesNote
    function takeBook() external only(RolesLib.ROOM_PAYING) returns (uint32 book, uint96 supply) {
        Terms memory own = _terms();
        Ledger memory ledger = _ledger.unpack();
        require(ledger.isClosed, BookNotClosed(own.series));
        book = ++ledger.book;
        supply = _supply.position.units;
        emit BookTaken(own.series, book, supply);
        _touch(own.deal, ledger);
    }

    /// @inheritdoc ISeriesNote
    function openBook() external only(RolesLib.ROOM_PAYING) {
        Terms memory own = _terms();
        Ledger memory ledger = _ledger.unpack();
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
        Act memory act = _begin(MovementKind.Forced, msg.sender);
        _pass(act, from, to, units);
        emit ForcedTransfer(from, to, units);
        _touch(act.facts.terms.deal, act.ledger);
        return true;
    }

    /// @inheritdoc IERC7943Fungible
    function setFrozenTokens(address holder, uint256 units) external only(RolesLib.ROOM_ENFORCEMENT) returns (bool) {
        require(holder != address(0), ERC20InvalidSender(holder));
        _holdings[holder].position.frozen = units.toUint96();
        emit Frozen(holder, units);
        _touch(_terms().deal, _ledger.unpack());
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
        facts.sender = _registry.standingOf(holder);
        facts.moment = block.timestamp;
        return RuleListLib.ofSender(facts) == RefusalLib.NONE;
    }

    /// @inheritdoc IERC7943Fungible
    function canReceive(address holder) external view returns (bool) {
        Facts memory facts;
        facts.terms = _terms();
        facts.receiver = _registry.standingOf(holder);
        facts.moment = block.timestamp;
        return RuleListLib.ofReceiver(facts) == RefusalLib.NONE;
    }

    /// @inheritdoc IERC7943Fungible
    function canTransfer(address from, address to, uint256 units) external view returns (bool) {
        if (from == address(0) || to == address(0)) return false;
        Act memory act = _begin(MovementKind.Secondary, from);
        return _decide(act, _holdings[from].position, from, to, units) == RefusalLib.NONE;
    }

    /// @inheritdoc IERC7943Fungible
    function getFrozenTokens(address holder) external view returns (uint256) {
        return _holdings[holder].position.frozen;
    }

    /// @inheritdoc ISeriesNote
    function decide(Movement calldata movement) external view returns (uint8) {
        Act memory act = _begin(movement.kind, movement.operator);
        Position memory source = _holdings[movement.from].position;
        return _decide(act, source, movement.from, movement.to, movement.units);
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
        return _ledger.unpack().stage;
    }

    /// @inheritdoc ISeriesNote
    function bookOf() external view returns (uint32 book, bool closed) {
        Ledger memory ledger = _ledger.unpack();
        return (ledger.book, ledger.isClosed);
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
        if (deal != _terms().deal) return (0, 0);
        Ledger memory ledger = _ledger.unpack();
        return (ledger.actions, ledger.lastBlock);
    }

    /* INTERNAL */

    function _transfer(address from, address to, uint256 units) private {
        Act memory act = _begin(MovementKind.Secondary, msg.sender);
        _pass(act, from, to, units);
        _touch(act.facts.terms.deal, act.ledger);
    }

    /// @dev From holder to holder.
    function _pass(Act memory act, address from, address to, uint256 units) private {
        require(from != address(0), ERC20InvalidSender(from));
        require(to != address(0), ERC20InvalidReceiver(to));
        _update(act, from, to, units);
    }

    /// @dev The one door of units. Address zero stands for the supply not issued.
    function _update(Act memory act, address from, address to, uint256 amount) private {
        Position memory source = _holdings[from].position;
        _check(from, amount, source, _decide(act, source, from, to, amount));
        uint96 units = amount.toUint96();
        if (from == address(0)) {
            Position memory issued = _supply.position;
            _supply.write(issued, issued.units + units, act.ledger.book);
        } else {
            _unfreeze(from, source, units);
            _holdings[from].write(source, source.units - units, act.ledger.book);
        }
        Holding storage target = to == address(0) ? _supply : _holdings[to];
        Position memory before = target.position;
        uint96 afterwards = to == address(0) ? before.units - units : before.units + units;
        target.write(before, afterwards, act.ledger.book);
        emit Transfer(from, to, units);
    }

    /// @dev Refusals first, then the balance; a frozen balance has an error of its own in ERC-7943.
    function _check(address from, uint256 units, Position memory source, uint8 code) private pure {
        require(code == RefusalLib.NONE || code == RefusalLib.FROZEN, TransferRefused(code));
        if (from == address(0)) return;
        require(units <= source.units, ERC20InsufficientBalance(from, source.units, units));
        require(code != RefusalLib.FROZEN, ERC7943InsufficientUnfrozenBalance(from, units, source.free()));
    }

    /// @dev Lowers the freeze by the frozen units that an order or a redemption takes; the rules let nobody else take them.
    function _unfreeze(address holder, Position memory source, uint96 units) private {
        uint256 free = source.free();
        if (units <= free) return;
        source.frozen -= uint96(units - free);
        emit Frozen(holder, source.frozen);
    }

    function _spendAllowance(address holder, uint256 units) private {
        uint256 allowed = _allowances[holder][msg.sender];
        if (allowed == type(uint256).max) return;
        require(allowed >= units, ERC20InsufficientAllowance(msg.sender, allowed, units));
        _allowances[holder][msg.sender] = allowed - units;
    }

    /// @dev What all movements of an act rest on.
    function _begin(MovementKind kind, address operator) private view returns (Act memory act) {
        act.ledger = _ledger.unpack();
        Facts memory facts = act.facts;
        facts.terms = _terms();
        facts.kind = KindLib.bit(kind);
        facts.stage = act.ledger.stage;
        facts.isClosed = act.ledger.isClosed;
        facts.moment = block.timestamp;
        DealId deal = facts.terms.deal;
        if (kind == MovementKind.Register) facts.isRegistrar = _isRegistrar(deal, operator);
        bool needsFiling = kind == MovementKind.Mint && facts.terms.mode == LegalMode.FiledToken;
        if (needsFiling) facts.isFiled = _dealBook.documentOf(deal, FILING) != 0;
    }

    function _decide(
        Act memory act,
        Position memory source,
        address from,
        address to,
        uint256 units
    ) private view returns (uint8) {
        Facts memory facts = act.facts;
        facts.units = units;
        facts.balance = source.units;
        facts.frozen = source.frozen;
        if (from != address(0)) facts.sender = _registry.standingOf(from);
        if (to != address(0)) facts.receiver = _registry.standingOf(to);
        return RuleListLib.decide(facts);
    }

    function _move(NoteStage from, NoteStage to) private {
        Terms memory own = _terms();
        Ledger memory ledger = _ledger.unpack();
        require(ledger.stage == from, NoteStageForbids(own.series, ledger.stage));
        ledger.stage = to;
        emit NoteMoved(own.series, from, to);
        _touch(own.deal, ledger);
    }

    /// @dev Writes the ledger's slot, whatever of it changed.
    function _touch(DealId deal, Ledger memory ledger) private {
        uint64 previousBlock = ledger.lastBlock;
        bool isNews = previousBlock != block.number;
        if (isNews) ledger.actions += 1;
        ledger.lastBlock = uint64(block.number);
        _ledger = ledger.pack();
        if (isNews) emit Touched(deal, ledger.actions, previousBlock);
    }

    function _checkBook(uint32 book) private view {
        require(book != 0 && book <= _ledger.unpack().book, BookUnknown(_terms().series, book));
    }

    function _isRegistrar(DealId deal, address wallet) private view returns (bool) {
        return _dealBook.holdsOffice(deal, Office.Registrar, 0, wallet);
    }

    function _isRegisterChecker(Terms memory own, address wallet) private view returns (bool) {
        return
            _dealBook.holdsOffice(own.deal, Office.Custodian, own.place.jurisdiction(), wallet) ||
            _dealBook.holdsOffice(own.deal, Office.Trustee, 0, wallet);
    }

    function _terms() private view returns (Terms memory) {
        return TermsLib.unpack(Clones.fetchCloneArgs(address(this)));
    }
}
