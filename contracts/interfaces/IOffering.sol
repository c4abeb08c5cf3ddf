// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId, PartyId, SeriesId} from "../types/Ids.sol";

/// @notice Sells the notes of a deal: subscriptions against money, allotment, escrow, one close or abort.
interface IOffering {
    struct Subscription {
        SeriesId series;
        address holder;
        uint96 units;
        uint96 allotted;
        bool settled;
        bool cancelled;
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
        SeriesId series,
        address holder,
        uint96 units,
        PartyId custodian
    );
    event SubscriptionCancelled(DealId indexed deal, uint64 indexed subscription);
    event Allotted(DealId indexed deal, uint64 indexed subscription, uint96 units);
    event SubscriptionSettled(DealId indexed deal, uint64 indexed subscription, uint96 units, uint256 amount);
    event OfferClosed(DealId indexed deal, uint256 proceeds);
    event OfferAborted(DealId indexed deal, bytes32 reason);

    /// @notice Opens the offer of a deal in stage Offering; the manager
    function open(DealId deal, uint48 cutOffAt) external;

    /// @notice Places a subscription backed by money in the deal's subscription account; the custodian of the series'
    /// jurisdiction, or for a mirror series the registrar
    function subscribe(SeriesId series, address holder, uint96 units) external returns (uint64 subscription);

    function cancel(uint64 subscription) external;

    /// @notice Allots units to subscriptions of a deal by list; the manager, after the cut-off
    function allot(DealId deal, Allotment[] calldata allotments) external;

    /// @notice Settles allotted subscriptions into escrow: notes are minted locked, money stays; the account bank
    function settle(DealId deal, uint64[] calldata subscriptions) external;

    /// @notice Closes: proceeds become payable to the originator, notes are released, the deal is active. The manager,
    /// confirmed before by the trustee
    function close(DealId deal) external;

    /// @notice Aborts: every subscription becomes refundable, the deal is cancelled. The manager or the trustee
    function abort(DealId deal, bytes32 reason) external;

    function subscriptionOf(uint64 subscription) external view returns (Subscription memory);
}
