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
import {ILimitBook} from "../interfaces/ILimitBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";

import {LegalMode, MovementKind, Office} from "../types/Enums.sol";
import {DealId} from "../types/Ids.sol";
import {Holding, HoldingLib, Position} from "./HoldingLib.sol";
import {LedgerWord} from "./LedgerLib.sol";
import {NameLib} from "./NameLib.sol";
import {NoteHead, TermsLib} from "./TermsLib.sol";
import {Facts} from "./rules/Facts.sol";
import {KindLib} from "./rules/KindLib.sol";
import {OperatorRuleLib} from "./rules/OperatorRuleLib.sol";
import {RefusalLib} from "./rules/RefusalLib.sol";
import {RuleListLib} from "./rules/RuleListLib.sol";

/// @title NoteToken
/// @notice The token of a note: what holders see of it, and the one door through which units move.
///
/// ACTS
/// An act reads once what all its movements rest on (`_begin`), moves units any number of times (`_update`) and writes the
/// supply and the trail once (`_end`).
abstract contract NoteToken is ISeriesNote {
    using HoldingLib for Holding;
    using HoldingLib for Position;
    using SafeCast for uint256;

    /// @dev An act while it moves units: what it rests on is read once, however many movements it has.
    /// @param facts What the rules know; each movement fills in its own part
    /// @param issued Units added to the supply, and units taken from it
    struct Act {
        LedgerWord ledger;
        Facts facts;
        uint96 issued;
        uint96 redeemed;
    }

    /// @dev Kind of the document without which a filed token is not minted.
    bytes32 private constant FILING = "csrc.filing";

    IPartyRegistry internal immutable _registry;
    IDealBook internal immutable _dealBook;
    ILimitBook private immutable _limitBook;
    address internal immutable _authority;
    bool public immutable sandboxed;

    /* STORAGE */

    LedgerWord internal _ledger;
    mapping(address holder => Holding holding) internal _holdings;
    mapping(address holder => mapping(address spender => uint256 units)) private _allowances;
    /// @dev Units outstanding, kept like a holding so that supply has a record at every book.
    Holding internal _supply;

    constructor(IPartyRegistry registry, IDealBook dealBook, ILimitBook limitBook, address authority, bool isSandbox) {
        _registry = registry;
        _dealBook = dealBook;
        _limitBook = limitBook;
        _authority = authority;
        sandboxed = isSandbox;
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
        if (msg.sender != from) {
            uint8 code = _decideOperator(msg.sender);
            require(code == RefusalLib.NONE, TransferRefused(code));
        }
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
        facts.terms = _head();
        facts.receiver = _registry.standingOf(holder);
        facts.moment = block.timestamp;
        if (RuleListLib.ofReceiver(facts) != RefusalLib.NONE) return false;
        return !facts.terms.isLimited() || _limitBook.admits(address(this), facts.receiver) == RefusalLib.NONE;
    }

    /// @inheritdoc IERC7943Fungible
    function canTransfer(address from, address to, uint256 units) external view returns (bool) {
        if (from == address(0) || to == address(0)) return false;
        Act memory act = _begin(MovementKind.Secondary, from);
        return _preview(act, _holdings[from].position, from, to, units) == RefusalLib.NONE;
    }

    /// @inheritdoc IERC7943Fungible
    function getFrozenTokens(address holder) external view returns (uint256) {
        return _holdings[holder].position.frozen;
    }

    /// @inheritdoc ISeriesNote
    function decide(Movement calldata movement) external view returns (uint8 code) {
        Act memory act = _begin(movement.kind, movement.operator);
        bool isForAnother = act.facts.kind & KindLib.BY_WALLETS != 0 && movement.operator != movement.from;
        if (isForAnother && (code = _decideOperator(movement.operator)) != RefusalLib.NONE) return code;
        Position memory source = _holdings[movement.from].position;
        return _preview(act, source, movement.from, movement.to, movement.units);
    }

    /* INTERNAL */

    function _transfer(address from, address to, uint256 units) private {
        Act memory act = _begin(MovementKind.Secondary, msg.sender);
        _pass(act, from, to, units);
        _end(act);
    }

    /// @dev From holder to holder.
    function _pass(Act memory act, address from, address to, uint256 units) internal {
        require(from != address(0), ERC20InvalidSender(from));
        require(to != address(0), ERC20InvalidReceiver(to));
        _update(act, from, to, units);
    }

    /// @dev The one door of units. Address zero stands for the supply not issued.
    function _update(Act memory act, address from, address to, uint256 amount) internal {
        Position memory source = _holdings[from].position;
        _check(from, amount, source, _decide(act, source, from, to, amount));
        uint96 units = amount.toUint96();
        if (act.facts.terms.isLimited()) _record(act.facts, from, units);
        if (from == address(0)) {
            act.issued += units;
        } else {
            _unfreeze(from, source, units);
            _holdings[from].write(source, source.units - units, act.ledger.book());
        }
        if (to == address(0)) {
            act.redeemed += units;
        } else {
            Position memory target = _holdings[to].position;
            _holdings[to].write(target, target.units + units, act.ledger.book());
        }
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
        emit Approval(holder, msg.sender, allowed - units);
    }

    /// @dev Writes what an act changed beside holdings.
    function _end(Act memory act) internal {
        if (act.issued != act.redeemed) {
            Position memory supply = _supply.position;
            _supply.write(supply, supply.units + act.issued - act.redeemed, act.ledger.book());
        }
        _touch(act.facts.terms.deal(), act.ledger);
    }

    /// @dev What all movements of an act rest on.
    function _begin(MovementKind kind, address operator) internal view returns (Act memory act) {
        act.ledger = _ledger;
        Facts memory facts = act.facts;
        facts.terms = _head();
        facts.kind = KindLib.bit(kind);
        facts.stage = act.ledger.stage();
        facts.isClosed = act.ledger.isClosed();
        facts.ledger = act.ledger;
        facts.moment = block.timestamp;
        DealId deal = facts.terms.deal();
        if (kind == MovementKind.Register) facts.isRegistrar = _isRegistrar(deal, operator);
        bool needsFiling = kind == MovementKind.Mint && facts.terms.mode() == LegalMode.FiledToken;
        if (needsFiling) facts.isFiled = _dealBook.documentOf(deal, FILING) != 0;
    }

    /// @dev The first rule; only who moves the units of another pays for it.
    function _decideOperator(address operator) private view returns (uint8) {
        return OperatorRuleLib.decide(_registry.standingOf(operator), block.timestamp);
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
        uint16 jurisdiction = facts.terms.place().jurisdiction();
        (facts.sender, facts.receiver, facts.paused) = _registry.movementOf(from, to, jurisdiction);
        return RuleListLib.decide(facts);
    }

    /// @dev The same with the limits, which the movement itself asks when it is recorded. A question never reverts: more
    /// units than there can be are asked about as the most that can be.
    function _preview(
        Act memory act,
        Position memory source,
        address from,
        address to,
        uint256 units
    ) private view returns (uint8 code) {
        code = _decide(act, source, from, to, units);
        if (code != RefusalLib.NONE || !act.facts.terms.isLimited()) return code;
        uint96 counted = units > type(uint96).max ? type(uint96).max : uint96(units);
        return _limitBook.decide(address(this), _limited(act.facts, from, counted));
    }

    /// @dev Limits come after the balance, so that they count only what is there.
    function _record(Facts memory facts, address from, uint96 units) private {
        uint8 code = _limitBook.record(_limited(facts, from, units));
        require(code == RefusalLib.NONE, TransferRefused(code));
    }

    function _limited(Facts memory facts, address from, uint96 units) private pure returns (ILimitBook.Limited memory) {
        return ILimitBook.Limited(facts.kind, from, facts.sender, facts.receiver, units);
    }

    /// @dev Writes the ledger's slot, whatever of it changed.
    function _touch(DealId deal, LedgerWord ledger) internal {
        uint64 previousBlock = ledger.lastBlock();
        if (previousBlock == block.number) {
            _ledger = ledger;
            return;
        }
        LedgerWord touched = ledger.touched(uint64(block.number));
        _ledger = touched;
        emit Touched(deal, touched.actions(), previousBlock);
    }

    function _isRegistrar(DealId deal, address wallet) internal view returns (bool) {
        return _dealBook.holdsOffice(deal, Office.Registrar, 0, wallet);
    }

    function _head() internal view returns (NoteHead) {
        return TermsLib.headOf(Clones.fetchCloneArgs(address(this)));
    }

    function _terms() internal view returns (Terms memory) {
        return TermsLib.unpack(Clones.fetchCloneArgs(address(this)));
    }
}
