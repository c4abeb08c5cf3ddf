// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IOffering} from "../interfaces/IOffering.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";

import {Trail} from "../access/Trail.sol";
import {AccountPurpose, DealStage, LegalMode, MovementKind, Office} from "../types/Enums.sol";
import {AccountId, DealId, SeriesId, TrancheId} from "../types/Ids.sol";
import {AllotmentLib} from "./AllotmentLib.sol";

/// @title Offering
/// @notice Sells the notes of a deal against money that has arrived in its subscription account: all of it or none.
///
/// LIFE
/// open → subscribe, cancel → (cut-off) → allot → settle in batches → confirm → close; or abort at any moment before.
/// Then refunds.
///
/// MONEY
/// Money arrives first. The amounts of all subscriptions that are neither used up nor paid back never exceed the balance of
/// the subscription account: a subscription without money is refused, and a cancelled one keeps its money reserved until the
/// bank has paid it back. Settling moves no money: notes are minted locked, money stays. One `close` moves the proceeds to the
/// payment account and unlocks every note; its cost does not depend on the number of holders.
///
/// SIZE
/// A deal closes when every allotted unit is settled and every tranche has reached its stated minimum. Units that are not
/// issued are never issued; what the program pays on them stays in the payment account like rounding dust.
///
/// ROLES
/// Manager: open, allot, close. Custodian of the series' jurisdiction, for a mirror the registrar: subscribe, cancel,
/// instruct refunds. Account bank: settle, confirm refunds, with another wallet than the one that instructed. Trustee:
/// confirm the proceeds. Manager or trustee: abort.
///
/// ASSUMPTIONS
/// Block time serves only the cut-off.
contract Offering is IOffering, Trail {
    using SafeCast for uint256;

    /// @dev One slot.
    struct SeriesUnits {
        uint96 allotted;
        uint96 settled;
    }

    bytes32 private constant PROCEEDS = "proceeds";

    IPartyRegistry private immutable _registry;
    IDealBook private immutable _dealBook;
    ICashLedger private immutable _cash;

    /* STORAGE */

    uint64 public subscriptionCount;
    mapping(DealId deal => Offer offer) private _offers;
    mapping(SeriesId series => SeriesUnits units) private _units;
    mapping(uint64 subscription => Subscription entry) private _subscriptions;
    mapping(uint64 subscription => address maker) private _refundMakers;

    constructor(IPartyRegistry registry, IDealBook dealBook, ICashLedger cash) {
        _registry = registry;
        _dealBook = dealBook;
        _cash = cash;
    }

    modifier onlyManager(DealId deal) {
        require(_dealBook.holdsOffice(deal, Office.Manager, 0, msg.sender), NotManager(deal, msg.sender));
        _;
    }

    modifier onlyAccountBank(DealId deal) {
        require(_dealBook.holdsOffice(deal, Office.AccountBank, 0, msg.sender), NotAccountBank(deal, msg.sender));
        _;
    }

    modifier onlyOpen(DealId deal) {
        require(_offers[deal].stage == OfferStage.Open, OfferStageForbids(deal, _offers[deal].stage));
        _;
    }

    /* ACTIONS */

    /// @inheritdoc IOffering
    function open(DealId deal, uint48 cutOffAt) external onlyManager(deal) {
        Offer storage offer = _offers[deal];
        require(_dealBook.stageOf(deal) == DealStage.Offering, DealNotOffered(deal));
        require(offer.stage == OfferStage.None, OfferStageForbids(deal, offer.stage));
        require(cutOffAt > block.timestamp, CutOffInPast(cutOffAt));
        offer.stage = OfferStage.Open;
        offer.cutOffAt = cutOffAt;
        emit OfferOpened(deal, cutOffAt);
        _touch(deal);
    }

    /// @inheritdoc IOffering
    function subscribe(SeriesId series, address holder, uint96 units) external returns (uint64 subscription) {
        (ISeriesNote note, ISeriesNote.Terms memory terms) = _noteOf(series);
        _checkPlacer(terms, msg.sender);
        _checkBeforeCutOff(terms.deal);
        require(units != 0, UnitsMissing());
        uint8 code = _refusalOf(note, holder, units);
        require(code == 0, SubscriptionRefused(series, holder, code));
        _reserve(terms.deal, _amountOf(terms, units));
        subscription = ++subscriptionCount;
        Subscription storage entry = _subscriptions[subscription];
        entry.holder = holder;
        entry.units = units;
        entry.series = series;
        entry.placer = _registry.partyOf(msg.sender);
        emit Subscribed(terms.deal, subscription, series, holder, units, entry.placer);
        _touch(terms.deal);
    }

    /// @inheritdoc IOffering
    function cancel(uint64 subscription) external {
        Subscription storage entry = _subscriptions[subscription];
        (, ISeriesNote.Terms memory terms) = _noteOf(entry.series);
        _checkPlacer(terms, msg.sender);
        _checkBeforeCutOff(terms.deal);
        require(!entry.isCancelled, SubscriptionDone(subscription));
        entry.isCancelled = true;
        emit SubscriptionCancelled(terms.deal, subscription);
        _touch(terms.deal);
    }

    /// @inheritdoc IOffering
    function allot(DealId deal, Allotment[] calldata allotments) external onlyManager(deal) onlyOpen(deal) {
        uint48 cutOffAt = _offers[deal].cutOffAt;
        require(block.timestamp >= cutOffAt, CutOffAhead(deal, cutOffAt));
        for (uint256 i = 0; i < allotments.length; ++i) _allot(deal, allotments[i]);
        _touch(deal);
    }

    /// @inheritdoc IOffering
    function settle(DealId deal, uint64[] calldata subscriptions) external onlyAccountBank(deal) onlyOpen(deal) {
        uint256 total = 0;
        for (uint256 first = 0; first < subscriptions.length;) {
            uint256 end = _runEnd(subscriptions, first);
            total += _settle(deal, subscriptions[first:end]);
            first = end;
        }
        _offers[deal].proceeds += total.toUint128();
        _touch(deal);
    }

    /// @inheritdoc IOffering
    function confirm(DealId deal, uint128 proceeds) external onlyOpen(deal) {
        require(_dealBook.holdsOffice(deal, Office.Trustee, 0, msg.sender), NotTrustee(deal, msg.sender));
        require(proceeds == _offers[deal].proceeds, ProceedsDiffer(deal, _offers[deal].proceeds, proceeds));
        _offers[deal].confirmed = proceeds;
        emit CloseConfirmed(deal, msg.sender, proceeds);
        _touch(deal);
    }

    /// @inheritdoc IOffering
    function close(DealId deal) external onlyManager(deal) onlyOpen(deal) {
        Offer storage offer = _offers[deal];
        uint128 proceeds = offer.proceeds;
        require(proceeds != 0 && proceeds == offer.confirmed, ProceedsUnconfirmed(deal, proceeds, offer.confirmed));
        SeriesId[] memory series = _dealBook.seriesOf(deal);
        _checkComplete(deal, series);
        offer.stage = OfferStage.Closed;
        offer.owed -= proceeds;
        emit OfferClosed(deal, proceeds);
        _touch(deal);
        _cash.shift(
            _account(deal, AccountPurpose.Subscription),
            _account(deal, AccountPurpose.Payment),
            proceeds,
            PROCEEDS
        );
        _dealBook.activate(deal);
        for (uint256 i = 0; i < series.length; ++i) _note(series[i]).release();
    }

    /// @inheritdoc IOffering
    function abort(DealId deal, bytes32 reason) external {
        bool isManager = _dealBook.holdsOffice(deal, Office.Manager, 0, msg.sender);
        bool isTrustee = _dealBook.holdsOffice(deal, Office.Trustee, 0, msg.sender);
        require(isManager || isTrustee, NotManager(deal, msg.sender));
        _offers[deal].stage = OfferStage.Aborted;
        emit OfferAborted(deal, reason);
        _touch(deal);
        _dealBook.cancel(deal, reason);
        SeriesId[] memory series = _dealBook.seriesOf(deal);
        for (uint256 i = 0; i < series.length; ++i) _note(series[i]).annul();
    }

    /// @inheritdoc IOffering
    function instructRefunds(DealId deal, uint64[] calldata subscriptions, bytes32 contentHash) external {
        for (uint256 i = 0; i < subscriptions.length; ++i) {
            uint64 subscription = subscriptions[i];
            (, ISeriesNote.Terms memory terms) = _noteOf(_subscriptions[subscription].series);
            require(terms.deal == deal, UnknownSubscription(deal, subscription));
            _checkPlacer(terms, msg.sender);
            uint128 amount = _refundable(_subscriptions[subscription], terms);
            require(amount != 0, NothingToRefund(subscription));
            _refundMakers[subscription] = msg.sender;
            emit RefundInstructed(deal, subscription, msg.sender, amount, contentHash);
        }
        _touch(deal);
    }

    /// @inheritdoc IOffering
    function refund(uint64 subscription, uint32 valueDay, bytes32 bankReference) external {
        Subscription storage entry = _subscriptions[subscription];
        (ISeriesNote note, ISeriesNote.Terms memory terms) = _noteOf(entry.series);
        _checkRefunder(terms.deal, subscription);
        uint128 amount = _refundable(entry, terms);
        bool isVoid = entry.isSettled && _offers[terms.deal].stage == OfferStage.Aborted;
        entry.isRefunded = true;
        delete _refundMakers[subscription];
        _offers[terms.deal].owed -= amount;
        emit RefundSettled(terms.deal, subscription, amount, bankReference);
        _touch(terms.deal);
        _cash.pay(_account(terms.deal, AccountPurpose.Subscription), amount, valueDay, bankReference, msg.sender);
        if (!isVoid) return;
        entry.isSettled = false;
        note.burn(entry.holder, entry.allotted);
    }

    /// @inheritdoc IOffering
    function returnRefund(uint64 subscription, uint32 valueDay, bytes32 bankReference, bytes32 reason) external {
        Subscription storage entry = _subscriptions[subscription];
        (, ISeriesNote.Terms memory terms) = _noteOf(entry.series);
        require(
            _dealBook.holdsOffice(terms.deal, Office.AccountBank, 0, msg.sender),
            NotAccountBank(terms.deal, msg.sender)
        );
        require(entry.isRefunded, RefundNotPaid(subscription));
        entry.isRefunded = false;
        uint128 amount = _refundable(entry, terms);
        _offers[terms.deal].owed += amount;
        emit RefundReturned(terms.deal, subscription, amount, bankReference, reason);
        _touch(terms.deal);
        _cash.takeBack(_account(terms.deal, AccountPurpose.Subscription), amount, valueDay, bankReference, msg.sender);
    }

    /* VIEWS */

    /// @inheritdoc IOffering
    function offerOf(DealId deal) external view returns (Offer memory) {
        return _offers[deal];
    }

    /// @inheritdoc IOffering
    function subscriptionOf(uint64 subscription) external view returns (Subscription memory) {
        return _subscriptions[subscription];
    }

    /// @inheritdoc IOffering
    function unitsOf(SeriesId series) external view returns (uint96 allotted, uint96 settled) {
        return (_units[series].allotted, _units[series].settled);
    }

    /// @inheritdoc IOffering
    function refundableOf(uint64 subscription) external view returns (uint128) {
        (, ISeriesNote.Terms memory terms) = _noteOf(_subscriptions[subscription].series);
        return _refundable(_subscriptions[subscription], terms);
    }

    /// @inheritdoc IOffering
    function proceedsOf(DealId deal) external view returns (uint128) {
        return _offers[deal].stage == OfferStage.Closed ? _offers[deal].proceeds : 0;
    }

    /// @inheritdoc IOffering
    function previewProRata(
        SeriesId series,
        uint64[] calldata subscriptions
    ) external view returns (Allotment[] memory allotments) {
        (, ISeriesNote.Terms memory terms) = _noteOf(series);
        uint96[] memory units = new uint96[](subscriptions.length);
        for (uint256 i = 0; i < units.length; ++i) {
            Subscription storage entry = _subscriptions[subscriptions[i]];
            require(entry.series == series, UnknownSubscription(terms.deal, subscriptions[i]));
            units[i] = entry.isCancelled ? 0 : entry.units;
        }
        units = AllotmentLib.proRata(units, terms.units);
        allotments = new Allotment[](units.length);
        for (uint256 i = 0; i < units.length; ++i) allotments[i] = Allotment(subscriptions[i], units[i]);
    }

    /* INTERNAL */

    /// @dev Money for it has arrived and belongs to nobody else.
    function _reserve(DealId deal, uint128 amount) private {
        uint128 owed = _offers[deal].owed + amount;
        uint256 balance = _cash.cashOf(deal, AccountPurpose.Subscription, _dealBook.currencyOf(deal));
        require(owed <= balance, MoneyMissing(deal, balance, owed));
        _offers[deal].owed = owed;
    }

    function _allot(DealId deal, Allotment calldata allotment) private {
        Subscription storage entry = _subscriptions[allotment.subscription];
        (DealId home, IDealBook.SeriesTerms memory terms, ) = _dealBook.seriesTermsOf(entry.series);
        require(home == deal, UnknownSubscription(deal, allotment.subscription));
        require(!entry.isCancelled && !entry.isSettled, SubscriptionDone(allotment.subscription));
        require(
            allotment.units <= entry.units,
            AllotmentAboveDemand(allotment.subscription, entry.units, allotment.units)
        );
        SeriesUnits storage sold = _units[entry.series];
        uint96 allotted = sold.allotted - entry.allotted + allotment.units;
        require(allotted <= terms.units, SeriesOversold(entry.series, terms.units, allotted));
        sold.allotted = allotted;
        entry.allotted = allotment.units;
        emit Allotted(deal, allotment.subscription, allotment.units);
    }

    /// @dev Settles subscriptions of one series: one mint for all of them.
    function _settle(DealId deal, uint64[] calldata subscriptions) private returns (uint256 amount) {
        (ISeriesNote note, ISeriesNote.Terms memory terms) = _noteOf(_subscriptions[subscriptions[0]].series);
        require(terms.deal == deal, UnknownSubscription(deal, subscriptions[0]));
        ISeriesNote.Issue[] memory issues = new ISeriesNote.Issue[](subscriptions.length);
        uint256 sum = 0;
        for (uint256 i = 0; i < subscriptions.length; ++i) {
            issues[i] = _issue(deal, subscriptions[i], terms.face);
            sum += issues[i].units;
        }
        _units[terms.series].settled += sum.toUint96();
        note.mint(issues);
        return sum * terms.face;
    }

    function _issue(DealId deal, uint64 subscription, uint128 face) private returns (ISeriesNote.Issue memory) {
        Subscription storage entry = _subscriptions[subscription];
        uint96 units = entry.allotted;
        require(units != 0, NothingAllotted(subscription));
        require(!entry.isSettled, SubscriptionDone(subscription));
        entry.isSettled = true;
        emit SubscriptionSettled(deal, subscription, units, uint256(units) * face);
        return ISeriesNote.Issue({holder: entry.holder, units: units});
    }

    /// @dev Where the run of subscriptions of one series that begins at `first` ends.
    function _runEnd(uint64[] calldata subscriptions, uint256 first) private view returns (uint256 end) {
        SeriesId series = _subscriptions[subscriptions[first]].series;
        end = first + 1;
        while (end < subscriptions.length && _subscriptions[subscriptions[end]].series == series) ++end;
    }

    function _checkComplete(DealId deal, SeriesId[] memory series) private view {
        uint256[] memory issued = new uint256[](_dealBook.trancheCountOf(deal));
        for (uint256 i = 0; i < series.length; ++i) {
            SeriesUnits memory sold = _units[series[i]];
            require(sold.allotted == sold.settled, AllotmentUnsettled(series[i], sold.allotted, sold.settled));
            (, IDealBook.SeriesTerms memory terms, ) = _dealBook.seriesTermsOf(series[i]);
            issued[TrancheId.unwrap(terms.tranche)] += sold.settled;
        }
        for (uint8 i = 0; i < issued.length; ++i) {
            TrancheId tranche = TrancheId.wrap(i);
            uint96 minimum = _dealBook.trancheOf(deal, tranche).minimumUnits;
            require(issued[i] >= minimum, TrancheBelowMinimum(deal, tranche, minimum, issued[i]));
        }
    }

    function _checkPlacer(ISeriesNote.Terms memory terms, address wallet) private view {
        bool isMirror = terms.mode == LegalMode.RegisterMirror;
        bool mayPlace =
            isMirror
                ? _dealBook.holdsOffice(terms.deal, Office.Registrar, 0, wallet)
                : _dealBook.holdsOffice(terms.deal, Office.Custodian, terms.place.jurisdiction(), wallet);
        require(mayPlace, NotPlacer(terms.deal, terms.series, wallet));
    }

    function _checkBeforeCutOff(DealId deal) private view onlyOpen(deal) {
        uint48 cutOffAt = _offers[deal].cutOffAt;
        require(block.timestamp < cutOffAt, CutOffPassed(deal, cutOffAt));
    }

    function _checkRefunder(DealId deal, uint64 subscription) private view onlyAccountBank(deal) {
        address maker = _refundMakers[subscription];
        require(maker != address(0), RefundNotInstructed(subscription));
        require(maker != msg.sender, MakerIsChecker(msg.sender));
    }

    /// @dev What the notes of an entry did not take, as far as the offer's stage lets it go.
    function _refundable(Subscription storage entry, ISeriesNote.Terms memory terms) private view returns (uint128) {
        OfferStage stage = _offers[terms.deal].stage;
        bool isFree = entry.isCancelled || stage == OfferStage.Closed || stage == OfferStage.Aborted;
        if (!isFree || entry.isRefunded) return 0;
        bool isTaken = stage == OfferStage.Closed && entry.isSettled;
        return _amountOf(terms, isTaken ? entry.units - entry.allotted : entry.units);
    }

    function _refusalOf(ISeriesNote note, address holder, uint96 units) private view returns (uint8) {
        return note.decide(ISeriesNote.Movement(MovementKind.Mint, address(this), address(0), holder, units));
    }

    function _amountOf(ISeriesNote.Terms memory terms, uint96 units) private pure returns (uint128) {
        return (uint256(units) * terms.face).toUint128();
    }

    function _account(DealId deal, AccountPurpose purpose) private view returns (AccountId) {
        return _cash.accountOf(deal, purpose, _dealBook.currencyOf(deal));
    }

    function _note(SeriesId series) private view returns (ISeriesNote note) {
        (, , address account) = _dealBook.seriesTermsOf(series);
        require(account != address(0), SeriesUnknown(series));
        return ISeriesNote(account);
    }

    function _noteOf(SeriesId series) private view returns (ISeriesNote note, ISeriesNote.Terms memory terms) {
        note = _note(series);
        return (note, note.terms());
    }
}
