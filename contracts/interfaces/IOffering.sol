// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId, PartyId, SeriesId, TrancheId} from "../types/Ids.sol";

/// @notice Sells the notes of a deal: subscriptions against money, allotment, escrow, one close or abort.
interface IOffering {
    /// @dev `None` is not opened; `Closed` and `Aborted` are final.
    enum OfferStage {
        None,
        Open,
        Closed,
        Aborted
    }

    /// @param owed Money in the subscription account that belongs to subscriptions, refunds included
    /// @param proceeds Amount of the settled subscriptions
    /// @param confirmed Proceeds the trustee has confirmed
    struct Offer {
        OfferStage stage;
        uint48 cutOffAt;
        uint128 owed;
        uint128 proceeds;
        uint128 confirmed;
    }

    /// @param placer Party that placed it: custodian, or registrar of a mirror
    /// @param isSettled Whether its allotted notes are in escrow, and with the holder once the offer closes
    /// @param isRefunded Whether the bank has paid back what the notes did not take
    struct Subscription {
        address holder;
        uint96 units;
        SeriesId series;
        uint96 allotted;
        PartyId placer;
        bool isSettled;
        bool isCancelled;
        bool isRefunded;
    }

    /// @param subscription Id of the subscription
    struct Allotment {
        uint64 subscription;
        uint96 units;
    }

    event OfferOpened(DealId indexed deal, uint48 cutOffAt);
    event Subscribed(
        DealId indexed deal,
        uint64 indexed subscription,
        SeriesId indexed series,
        address holder,
        uint96 units,
        PartyId placer
    );
    event SubscriptionCancelled(DealId indexed deal, uint64 indexed subscription);
    event Allotted(DealId indexed deal, uint64 indexed subscription, uint96 units);
    event SubscriptionSettled(DealId indexed deal, uint64 indexed subscription, uint96 units, uint256 amount);
    event CloseConfirmed(DealId indexed deal, address indexed trustee, uint128 proceeds);
    event OfferClosed(DealId indexed deal, uint256 proceeds);
    event OfferAborted(DealId indexed deal, bytes32 reason);
    event RefundInstructed(
        DealId indexed deal,
        uint64 indexed subscription,
        address indexed maker,
        uint128 amount,
        bytes32 contentHash
    );
    event RefundSettled(DealId indexed deal, uint64 indexed subscription, uint128 amount, bytes32 bankReference);
    event RefundReturned(
        DealId indexed deal,
        uint64 indexed subscription,
        uint128 amount,
        bytes32 bankReference,
        bytes32 reason
    );

    error NotManager(DealId deal, address wallet);
    error NotTrustee(DealId deal, address wallet);
    error NotPlacer(DealId deal, SeriesId series, address wallet);
    error NotAccountBank(DealId deal, address wallet);
    error MakerIsChecker(address wallet);
    error OfferStageForbids(DealId deal, OfferStage stage);
    error DealNotOffered(DealId deal);
    error CutOffInPast(uint48 cutOffAt);
    error CutOffPassed(DealId deal, uint48 cutOffAt);
    error CutOffAhead(DealId deal, uint48 cutOffAt);
    error SeriesUnknown(SeriesId series);
    error UnitsMissing();
    error SubscriptionRefused(SeriesId series, address holder, uint8 code);
    error MoneyMissing(DealId deal, uint256 balance, uint256 needed);
    error UnknownSubscription(DealId deal, uint64 subscription);
    error SubscriptionDone(uint64 subscription);
    error AllotmentAboveDemand(uint64 subscription, uint96 demand, uint96 units);
    error SeriesOversold(SeriesId series, uint96 size, uint256 units);
    error NothingAllotted(uint64 subscription);
    error ProceedsUnconfirmed(DealId deal, uint128 proceeds, uint128 confirmed);
    error ProceedsDiffer(DealId deal, uint128 proceeds, uint128 stated);
    error AllotmentUnsettled(SeriesId series, uint96 allotted, uint96 settled);
    error TrancheBelowMinimum(DealId deal, TrancheId tranche, uint96 minimum, uint256 units);
    error NothingToRefund(uint64 subscription);
    error RefundNotInstructed(uint64 subscription);
    error RefundNotPaid(uint64 subscription);

    /// @notice Opens the offer of a deal in stage Offering; the manager
    function open(DealId deal, uint48 cutOffAt) external;

    /// @notice Places a subscription backed by money in the deal's subscription account; the custodian of the series'
    /// jurisdiction, or for a mirror series the registrar
    function subscribe(SeriesId series, address holder, uint96 units) external returns (uint64 subscription);

    /// @notice Withdraws a subscription before the cut-off; who may place it
    function cancel(uint64 subscription) external;

    /// @notice Allots units to subscriptions of a deal by list; the manager, after the cut-off. A later list overrides
    function allot(DealId deal, Allotment[] calldata allotments) external;

    /// @notice Settles allotted subscriptions into escrow: notes are minted locked, money stays; the account bank
    function settle(DealId deal, uint64[] calldata subscriptions) external;

    /// @notice Confirms the proceeds of the settled subscriptions; the trustee
    function confirm(DealId deal, uint128 proceeds) external;

    /// @notice Closes: the proceeds confirmed by the trustee become payable to the originator, notes are released, the
    /// deal is active; the manager
    function close(DealId deal) external;

    /// @notice Aborts: every subscription becomes refundable, notes are void, the deal is cancelled. The manager or the
    /// trustee
    function abort(DealId deal, bytes32 reason) external;

    /// @notice Instructs the account bank to pay back what the notes of subscriptions did not take; who may place them
    function instructRefunds(DealId deal, uint64[] calldata subscriptions, bytes32 contentHash) external;

    /// @notice Confirms that a refund was paid; the account bank, by another wallet than the one that instructed it
    function refund(uint64 subscription, uint32 valueDay, bytes32 bankReference) external;

    /// @notice Records that a refund came back; the account bank. It may be instructed again
    function returnRefund(uint64 subscription, uint32 valueDay, bytes32 bankReference, bytes32 reason) external;

    function offerOf(DealId deal) external view returns (Offer memory);

    function subscriptionOf(uint64 subscription) external view returns (Subscription memory);

    /// @notice Number of subscriptions placed so far; ids run from one
    function subscriptionCount() external view returns (uint64);

    /// @notice Units of a series allotted and settled so far
    function unitsOf(SeriesId series) external view returns (uint96 allotted, uint96 settled);

    /// @notice What is to be paid back for a subscription now, minor units of the deal's currency
    function refundableOf(uint64 subscription) external view returns (uint128);

    /// @notice Proceeds of a closed offer, zero before
    function proceedsOf(DealId deal) external view returns (uint128);

    /// @notice Allotment of a series pro rata to the demand of subscriptions: floor of each share, what is left one unit
    /// each to the largest remainders, a tie to the first listed
    function previewProRata(
        SeriesId series,
        uint64[] calldata subscriptions
    ) external view returns (Allotment[] memory allotments);
}
