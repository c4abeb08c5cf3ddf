// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealStage} from "../types/Enums.sol";
import {DealId} from "../types/Ids.sol";

/// @notice Pays what a deal pays outside its periods: the proceeds to the originator, and at the end what rounding left.
interface ITreasury {
    enum PaymentKind {
        None,
        Proceeds,
        Dust
    }

    /// @dev `Returned` was rejected by the bank, or paid and came back: it may be instructed again.
    enum PaymentStage {
        None,
        Instructed,
        Settled,
        Returned
    }

    /// @param amount Minor units of the deal's currency
    /// @param maker Wallet that instructed
    /// @param contentHash Hash of the payment file
    struct Payment {
        uint128 amount;
        PaymentStage stage;
        address maker;
        bytes32 contentHash;
    }

    event PaymentInstructed(
        DealId indexed deal,
        PaymentKind indexed kind,
        address indexed maker,
        uint128 amount,
        bytes32 contentHash
    );
    event PaymentSettled(DealId indexed deal, PaymentKind indexed kind, uint128 amount, bytes32 bankReference);
    event PaymentRejected(DealId indexed deal, PaymentKind indexed kind, bytes32 reason);
    event PaymentReturned(
        DealId indexed deal,
        PaymentKind indexed kind,
        uint128 amount,
        bytes32 bankReference,
        bytes32 reason
    );
    /// @param amount What the program opens its reserve with
    event ReserveFunded(DealId indexed deal, uint128 amount);
    event NotesRetired(DealId indexed deal);

    error NotManager(DealId deal, address wallet);
    error NotAccountBank(DealId deal, address wallet);
    error PaymentStageForbids(DealId deal, PaymentKind kind, PaymentStage stage);
    error ProceedsMissing(DealId deal);
    error ReserveAccountMissing(DealId deal);
    error ProceedsBelowReserve(DealId deal, uint128 proceeds, uint128 reserve);
    error ProceedsUnpaid(DealId deal);
    error DealNotOver(DealId deal, DealStage stage);
    error RunsOpen(DealId deal, uint32 runs);
    error NothingLeft(DealId deal);
    error NotesAlreadyRetired(DealId deal);

    /// @notice Instructs payment of the proceeds of a closed offer to the originator, less the opening reserve, which the first
    /// instruction moves to the reserve account; the manager
    function instructProceeds(DealId deal, bytes32 contentHash) external;

    /// @notice Ends the life of the notes when the deal is over and all is settled; the manager
    function retire(DealId deal) external;

    /// @notice Instructs payment of what rounding left in the payment account to the residual holder, when the deal is
    /// over and all is settled; the manager
    function sweep(DealId deal, bytes32 contentHash) external;

    /// @notice Confirms that the bank paid; the account bank, which is another party than the manager that instructed
    function settle(DealId deal, PaymentKind kind, uint32 valueDay, bytes32 bankReference) external;

    /// @notice Records that the bank did not execute the payment; the account bank
    function reject(DealId deal, PaymentKind kind, bytes32 reason) external;

    /// @notice Records that the payment came back; the account bank
    function returnPayment(
        DealId deal,
        PaymentKind kind,
        uint32 valueDay,
        bytes32 bankReference,
        bytes32 reason
    ) external;

    function paymentOf(DealId deal, PaymentKind kind) external view returns (Payment memory);

    function isRetired(DealId deal) external view returns (bool);
}
