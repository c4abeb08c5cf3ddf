// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Currency} from "../types/Currency.sol";
import {AccountPurpose} from "../types/Enums.sol";
import {AccountId, DealId, EntryId, PartyId} from "../types/Ids.sol";

/// @notice A book of bank accounts. A bank writes only its own accounts; nobody owns or transfers a balance.
interface ICashLedger {
    /// @param accountHash Salted hash of the account number; purposes of one hash are sub-ledgers of one bank account
    struct Account {
        PartyId bank;
        bytes32 accountHash;
        Currency currency;
        DealId deal;
        AccountPurpose purpose;
    }

    /// @param counter Entry or move this one answers: the reversed entry, the other leg
    /// @param spent Whether a report or a room has used this credit as its receipt
    struct Entry {
        AccountId account;
        uint128 amount;
        bool isCredit;
        bool spent;
        bool reversed;
        uint32 valueDay;
        bytes32 bankReference;
        EntryId counter;
    }

    event AccountOpened(AccountId indexed account, DealId indexed deal, Account terms);
    event EntryBooked(
        EntryId indexed entry,
        AccountId indexed account,
        DealId indexed deal,
        bool isCredit,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference,
        EntryId counter
    );
    event MoveSent(
        uint64 indexed move,
        AccountId indexed from,
        AccountId indexed to,
        uint128 amount,
        bytes32 bankReference
    );
    event MoveConfirmed(uint64 indexed move, EntryId entry, bytes32 bankReference);
    event CurrencySold(EntryId indexed debit, EntryId indexed credit, uint64 rate, bytes32 fixingHash);
    event CashShifted(DealId indexed deal, AccountId indexed from, AccountId indexed to, uint128 amount, bytes32 key);
    event EntrySpent(EntryId indexed entry, bytes32 key);

    error UnknownAccount(AccountId account);
    error NotAccountBank(AccountId account, address wallet);
    error BankReferenceUsed(PartyId bank, bytes32 bankReference);
    error CashShort(AccountId account, uint128 balance, uint128 amount);

    /// @notice Opens an account; the bank, which must be account bank, supervising bank or a custodian of the deal.
    /// The first account of a (deal, purpose, currency) becomes the one rooms use
    function open(Account calldata account) external returns (AccountId);

    /// @notice Books a credit confirmed by the bank
    function credit(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference
    ) external returns (EntryId);

    /// @notice Books a debit confirmed by the bank; not from accounts that rooms divide (plan, reserve, guarantee, payment, subscription)
    function debit(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference
    ) external returns (EntryId);

    /// @notice Reverses an entry of the bank's own account that is not spent, by an opposite entry
    function reverse(EntryId entry, uint32 valueDay, bytes32 bankReference) external returns (EntryId);

    /// @notice Sends money towards an account at another bank: debits now, the other bank confirms the credit
    function send(
        AccountId from,
        AccountId to,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference
    ) external returns (uint64 move);

    /// @notice Confirms the arrival of a move; the receiving bank
    function confirm(uint64 move, uint32 valueDay, bytes32 bankReference) external returns (EntryId);

    /// @notice Sells currency inside one bank: debit, credit and fixing in one act; credit = floor(amount × rate / 1e9)
    /// @param rate Units of the target currency for one unit sold, scaled 1e9
    function sell(
        AccountId from,
        AccountId to,
        uint128 amount,
        uint64 rate,
        bytes32 fixingHash,
        uint32 valueDay,
        bytes32 debitReference,
        bytes32 creditReference
    ) external returns (EntryId creditEntry);

    /// @notice Moves cash between sub-ledgers of one bank account; only rooms
    function shift(AccountId from, AccountId to, uint128 amount, bytes32 key) external;

    /// @notice Books a debit on a divided account that a room has cleared (payment, refund, proceeds); only rooms,
    /// on behalf of `bankWallet`, which must act for the account's bank
    function pay(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference,
        address bankWallet
    ) external returns (EntryId);

    /// @notice Books a returned payment; only rooms, on behalf of the account's bank
    function takeBack(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference,
        address bankWallet
    ) external returns (EntryId);

    /// @notice Marks a credit as used by `key`; only rooms
    function spend(EntryId entry, bytes32 key) external;

    function balanceOf(AccountId account) external view returns (uint128);

    function accountOf(DealId deal, AccountPurpose purpose, Currency currency) external view returns (AccountId);

    function termsOf(AccountId account) external view returns (Account memory);

    function entryOf(EntryId entry) external view returns (Entry memory);
}
