// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IEnforcement} from "../interfaces/IEnforcement.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {Trail} from "../access/Trail.sol";
import {PauseLib} from "../libraries/PauseLib.sol";
import {Office, PauseScope} from "../types/Enums.sol";
import {DealId, PartyId, SeriesId} from "../types/Ids.sol";
import {Standing} from "../types/Standing.sol";

/// @title Enforcement
/// @notice Moves, recovers and freezes units by orders of two authorities, and pauses series and deals.
///
/// ORDERS
/// The trustee or the manager proposes, a regulator of the holder's place confirms, as another party; the second executes. A
/// proposal is a hash: nobody learns of it before it is done. It lapses when its proposer has left the office.
///
/// TRANSFERS
/// The receiver passes the rules of the note like any other. A recovery gives all units of a dead wallet to its
/// successor (`PartyRegistry.recover`), and the freeze with them.
///
/// ENTITLEMENTS
/// An order that gives units to another party says where the amounts go that were booked under the holder and are not yet
/// paid: they stay, or all of them follow to the receiver. What is paid stays paid. The record is never changed; the paying
/// agent asks here whose it is.
///
/// FREEZES
/// Freezes add up; each is released by an order of its own. An order may take frozen units: the freezes that live hold what is
/// left. A freeze may exceed what the holder has.
///
/// PAUSES
/// The trustee or a regulator pauses at once, each for itself, and ends it slowly: scheduled, resumed by anyone
/// `unpauseFor` later. A note moves again when nobody holds it or its deal. Orders and redemptions are not paused.
///
/// PAYOUTS
/// A regulator pauses them for its place in the party registry. They wait, and are payable after the pause; those of other
/// places go on. What is owed never changes.
contract Enforcement is IEnforcement, Trail {
    using RolesLib for uint64;

    /// @dev What was recorded under a holder up to a book, and not after the entry before, is another's.
    struct Followed {
        address payee;
        uint32 book;
    }

    SeriesId private constant WHOLE_DEAL = SeriesId.wrap(0);

    /* STORAGE */

    IPartyRegistry private immutable _registry;
    IDealBook private immutable _dealBook;
    address private immutable _authority;
    uint32 public immutable unpauseFor;

    uint64 public orderCount;
    mapping(uint64 order => Order entry) private _orders;
    mapping(uint64 order => FreezeView entry) private _freezes;
    mapping(SeriesId series => mapping(address holder => uint256 units)) public frozenOf;
    mapping(SeriesId series => mapping(address lost => address successor)) private _heirs;
    mapping(SeriesId series => mapping(address holder => Followed[] entries)) private _followed;
    mapping(DealId deal => mapping(SeriesId series => mapping(uint16 jurisdiction => Hold hold))) private _holds;
    mapping(DealId deal => mapping(SeriesId series => uint8 authorities)) public holdsOf;

    constructor(address authority, IPartyRegistry registry, IDealBook dealBook, uint32 unpauseDelay) {
        _authority = authority;
        _registry = registry;
        _dealBook = dealBook;
        unpauseFor = unpauseDelay;
    }

    /* ACTIONS */

    /// @inheritdoc IEnforcement
    function propose(DealId deal, bytes32 termsHash) external returns (uint64 order) {
        Office office = _dealBook.holdsOffice(deal, Office.Trustee, 0, msg.sender) ? Office.Trustee : Office.Manager;
        require(_dealBook.holdsOffice(deal, office, 0, msg.sender), NotProposer(deal, msg.sender));
        require(termsHash != 0, OrderUnnamed());
        PartyId proposer = _registry.partyOf(msg.sender);

        order = ++orderCount;
        _orders[order] = Order(deal, proposer, office, OrderStage.Proposed, termsHash);
        emit OrderProposed(order, deal, proposer, office, termsHash);
        _touch(deal);
    }

    /// @inheritdoc IEnforcement
    function withdraw(uint64 order) external {
        Order storage entry = _proposed(order);
        DealId deal = entry.deal;
        require(_dealBook.holdsOffice(deal, entry.office, 0, msg.sender), NotProposer(deal, msg.sender));

        entry.stage = OrderStage.Withdrawn;
        emit OrderWithdrawn(order, deal);
        _touch(deal);
    }

    /// @inheritdoc IEnforcement
    function confirm(uint64 order, OrderTerms calldata terms) external {
        Order storage entry = _proposed(order);
        DealId deal = entry.deal;
        _checkProposal(order, entry, terms);
        _checkAuthority(entry.proposer, terms.from);
        require(_isStated(terms), OrderMisstated(order, terms.kind));
        ISeriesNote note = _noteOf(deal, terms.series);

        entry.stage = OrderStage.Executed;
        emit OrderExecuted(order, deal, msg.sender, terms);
        _touch(deal);
        if (terms.kind == OrderKind.Transfer) _take(note, terms);
        else if (terms.kind == OrderKind.Recovery) _recover(note, terms);
        else if (terms.kind == OrderKind.Freeze) _freeze(note, order, terms);
        else _release(note, terms);
    }

    /// @inheritdoc IEnforcement
    function pause(DealId deal, SeriesId series, uint16 jurisdiction, bytes32 basisHash) external {
        _checkPauser(deal, series, jurisdiction);
        require(basisHash != 0, BasisMissing());
        Hold memory hold = _holds[deal][series][jurisdiction];
        bool isChange = !hold.stands || hold.resumesAt != 0;
        require(isChange, PausedAlready(deal, series, jurisdiction));

        _holds[deal][series][jurisdiction] = Hold({stands: true, resumesAt: 0});
        if (!hold.stands) holdsOf[deal][series] += 1;
        emit Paused(deal, series, jurisdiction, msg.sender, basisHash);
        _touch(deal);
        if (hold.stands || holdsOf[deal][series] != 1) return;
        ISeriesNote[] memory notes = _notesOf(deal, series);
        for (uint256 i = 0; i < notes.length; ++i) notes[i].pause(_scopeOf(series));
    }

    /// @inheritdoc IEnforcement
    function unpause(
        DealId deal,
        SeriesId series,
        uint16 jurisdiction,
        bytes32 basisHash
    ) external returns (uint48 resumesAt) {
        _checkPauser(deal, series, jurisdiction);
        require(basisHash != 0, BasisMissing());
        require(_holds[deal][series][jurisdiction].stands, NotPausedBy(deal, series, jurisdiction));

        resumesAt = uint48(block.timestamp) + unpauseFor;
        _holds[deal][series][jurisdiction].resumesAt = resumesAt;
        emit ResumptionScheduled(deal, series, jurisdiction, msg.sender, basisHash, resumesAt);
        _touch(deal);
    }

    /// @inheritdoc IEnforcement
    function resume(DealId deal, SeriesId series, uint16 jurisdiction) external {
        Hold memory hold = _holds[deal][series][jurisdiction];
        require(hold.resumesAt != 0, NotPausedBy(deal, series, jurisdiction));
        bool isOver = block.timestamp >= hold.resumesAt;
        require(isOver, ResumesLater(deal, series, jurisdiction, hold.resumesAt));

        delete _holds[deal][series][jurisdiction];
        holdsOf[deal][series] -= 1;
        emit Resumed(deal, series, jurisdiction);
        _touch(deal);
        if (holdsOf[deal][series] != 0) return;
        ISeriesNote[] memory notes = _notesOf(deal, series);
        for (uint256 i = 0; i < notes.length; ++i) notes[i].resume(_scopeOf(series));
    }

    /* VIEWS */

    /// @inheritdoc IEnforcement
    function orderOf(uint64 order) external view returns (Order memory) {
        return _orders[order];
    }

    /// @inheritdoc IEnforcement
    function freezeOf(uint64 order) external view returns (FreezeView memory) {
        return _freezes[order];
    }

    /// @inheritdoc IEnforcement
    function holdOf(DealId deal, SeriesId series, uint16 jurisdiction) external view returns (Hold memory) {
        return _holds[deal][series][jurisdiction];
    }

    /// @inheritdoc IEnforcement
    function payeesOf(
        SeriesId series,
        uint32 book,
        address[] calldata holders
    ) public view returns (Standing[] memory) {
        address[] memory payees = new address[](holders.length);
        for (uint256 i = 0; i < holders.length; ++i) payees[i] = payeeOf(series, book, holders[i]);
        return _registry.standingsBehind(payees);
    }

    /// @inheritdoc IEnforcement
    function payableTo(
        SeriesId series,
        uint32 book,
        address[] calldata holders
    ) external view returns (Standing[] memory standings) {
        uint16 asked = _jurisdictionOf(series);
        _checkPayouts(series, address(0), asked);
        standings = payeesOf(series, book, holders);
        for (uint256 i = 0; i < holders.length; ++i) {
            uint16 home = standings[i].place().jurisdiction();
            if (home == asked || standings[i].isRestricted()) continue;
            _checkPayouts(series, holders[i], home);
            asked = home;
        }
    }

    /// @inheritdoc IEnforcement
    function payeeOf(SeriesId series, uint32 book, address holder) public view returns (address) {
        Followed[] storage entries = _followed[series][holder];
        uint256 count = entries.length;
        for (uint256 i = 0; i < count; ++i) {
            if (book <= entries[i].book) return entries[i].payee;
        }
        return holder;
    }

    /// @inheritdoc IEnforcement
    function digestOf(OrderTerms calldata terms) public pure returns (bytes32) {
        return keccak256(abi.encode(terms));
    }

    /* INTERNAL */

    function _take(ISeriesNote note, OrderTerms calldata terms) private {
        if (terms.entitlements == Entitlements.Follow) _follow(note, terms);
        note.forcedTransfer(terms.from, terms.to, terms.units);
    }

    /// @dev The freeze goes with the units.
    function _recover(ISeriesNote note, OrderTerms calldata terms) private {
        (address lost, address successor) = (terms.from, terms.to);
        require(_registry.successorOf(lost) == successor, NotSuccessor(lost, successor));
        uint256 held = note.balanceOf(lost);
        require(held == terms.units, RecoveryPartial(lost, held, terms.units));
        SeriesId series = terms.series;
        uint256 frozen = note.getFrozenTokens(lost);

        _heirs[series][lost] = successor;
        frozenOf[series][successor] += frozenOf[series][lost];
        delete frozenOf[series][lost];
        note.recover(lost, successor, held);
        if (frozen == 0) return;
        note.setFrozenTokens(lost, 0);
        note.setFrozenTokens(successor, note.getFrozenTokens(successor) + frozen);
    }

    function _freeze(ISeriesNote note, uint64 order, OrderTerms calldata terms) private {
        _freezes[order] = FreezeView({series: terms.series, holder: terms.from, units: terms.units});
        address holder = _heirOf(terms.series, terms.from);
        frozenOf[terms.series][holder] += terms.units;
        note.setFrozenTokens(holder, note.getFrozenTokens(holder) + terms.units);
    }

    /// @dev What other freezes hold stays frozen, as far as no order has taken it.
    function _release(ISeriesNote note, OrderTerms calldata terms) private {
        FreezeView memory freeze = _freezes[terms.freeze];
        bool isSame = freeze.series == terms.series && freeze.holder == terms.from && freeze.units == terms.units;
        require(isSame, FreezeUnknown(terms.freeze));
        address holder = _heirOf(terms.series, freeze.holder);

        _freezes[terms.freeze].units = 0;
        uint256 left = frozenOf[terms.series][holder] - freeze.units;
        frozenOf[terms.series][holder] = left;
        if (note.getFrozenTokens(holder) > left) note.setFrozenTokens(holder, left);
    }

    /// @dev From the first book that no earlier order gave away up to the last one taken.
    function _follow(ISeriesNote note, OrderTerms calldata terms) private {
        Followed[] storage entries = _followed[terms.series][terms.from];
        (uint32 book, ) = note.bookOf();
        uint32 given = entries.length == 0 ? 0 : entries[entries.length - 1].book;
        require(book > given, NothingFollows(terms.series, terms.from));
        entries.push(Followed({payee: terms.to, book: book}));
        emit EntitlementsFollowed(terms.series, terms.from, terms.to, book);
    }

    /// @dev The note of a series, or all notes of a deal; a deal has few series.
    function _notesOf(DealId deal, SeriesId series) private view returns (ISeriesNote[] memory notes) {
        if (series != WHOLE_DEAL) {
            notes = new ISeriesNote[](1);
            notes[0] = _noteOf(deal, series);
            return notes;
        }
        SeriesId[] memory all = _dealBook.seriesOf(deal);
        notes = new ISeriesNote[](all.length);
        for (uint256 i = 0; i < all.length; ++i) notes[i] = _noteOf(deal, all[i]);
    }

    function _scopeOf(SeriesId series) private pure returns (PauseScope) {
        return series == WHOLE_DEAL ? PauseScope.Deal : PauseScope.Series;
    }

    /// @dev Who holds the units now that a holder had.
    function _heirOf(SeriesId series, address holder) private view returns (address heir) {
        heir = holder;
        while (_heirs[series][heir] != address(0)) heir = _heirs[series][heir];
    }

    function _proposed(uint64 order) private view returns (Order storage entry) {
        entry = _orders[order];
        require(entry.stage == OrderStage.Proposed, OrderStageForbids(order, entry.stage));
    }

    function _checkProposal(uint64 order, Order storage entry, OrderTerms calldata terms) private view {
        bytes32 stated = digestOf(terms);
        require(stated == entry.termsHash, TermsDiffer(order, entry.termsHash, stated));
        PartyId proposer = entry.proposer;
        bool isInOffice = _dealBook.officeOf(entry.deal, entry.office, 0) == proposer;
        require(isInOffice && !_registry.profile(proposer).revoked, OrderLapsed(order, proposer));
    }

    function _checkAuthority(PartyId proposer, address holder) private view {
        PartyId owner = _registry.partyBehind(holder);
        require(PartyId.unwrap(owner) != 0, HolderUnknown(holder));
        RolesLib.regulator(_registry.profile(owner).place.jurisdiction()).check(_authority, msg.sender);
        require(_registry.partyOf(msg.sender) != proposer, AuthorityNotSeparate(proposer));
    }

    /// @dev An order says all that its kind needs and nothing else.
    function _isStated(OrderTerms calldata terms) private pure returns (bool) {
        if (terms.kind == OrderKind.None || terms.basisHash == 0 || terms.units == 0) return false;
        bool gives = terms.kind == OrderKind.Transfer || terms.kind == OrderKind.Recovery;
        if (gives != (terms.to != address(0)) || terms.from == terms.to) return false;
        if ((terms.kind == OrderKind.Transfer) != (terms.entitlements != Entitlements.None)) return false;
        return (terms.kind == OrderKind.Release) == (terms.freeze != 0);
    }

    function _noteOf(DealId deal, SeriesId series) private view returns (ISeriesNote) {
        (DealId home, , address note) = _dealBook.seriesTermsOf(series);
        require(home == deal && note != address(0), SeriesElsewhere(series, deal));
        return ISeriesNote(note);
    }

    function _checkPauser(DealId deal, SeriesId series, uint16 jurisdiction) private view {
        bool mayPause =
            jurisdiction == 0
                ? _dealBook.holdsOffice(deal, Office.Trustee, 0, msg.sender)
                : _isTouched(deal, series, jurisdiction) &&
                    RolesLib.regulator(jurisdiction).holds(_authority, msg.sender);
        require(mayPause, NotPauser(deal, series, jurisdiction, msg.sender));
    }

    /// @dev Whether the series, or one of the deal's series, is of the place.
    function _isTouched(DealId deal, SeriesId series, uint16 jurisdiction) private view returns (bool) {
        if (series != WHOLE_DEAL) return _jurisdictionOf(series) == jurisdiction;
        SeriesId[] memory all = _dealBook.seriesOf(deal);
        for (uint256 i = 0; i < all.length; ++i) {
            if (_jurisdictionOf(all[i]) == jurisdiction) return true;
        }
        return false;
    }

    function _checkPayouts(SeriesId series, address holder, uint16 jurisdiction) private view {
        bool isPaused = _registry.pausesOf(jurisdiction) & PauseLib.PAYOUT != 0;
        require(!isPaused, PayoutsPaused(series, holder, jurisdiction));
    }

    function _jurisdictionOf(SeriesId series) private view returns (uint16) {
        (, IDealBook.SeriesTerms memory terms, ) = _dealBook.seriesTermsOf(series);
        return terms.place.jurisdiction();
    }
}
