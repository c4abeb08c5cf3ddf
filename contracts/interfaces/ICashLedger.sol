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

    /// @notice Whose word an entry is: one of the bank's own, the reversal of one, a leg of a move or of a sale, or a debit
    /// or credit that a room cleared.
    enum EntryKind {
        None,
        Bank,
        Reversal,
        Move,
        Sale,
        Room
    }

    /// @param counter Entry this one answers: the reversed entry, the debit of a move or of a sale
    /// @param isSpent Whether a report rests on this credit
    struct Entry {
        AccountId account;
        uint128 amount;
        uint32 valueDay;
        EntryId counter;
        EntryKind kind;
        bool isCredit;
        bool isSpent;
        bool isReversed;
        bytes32 bankReference;
    }

    /// @notice Money on its way between two accounts; named by the entry of its debit.
    /// @param isDone Whether it arrived, or came back by a reversal of the debit
    struct Move {
        AccountId to;
        bool isDone;
    }

    /// @notice One sale of currency inside one bank.
    /// @param rate Units of the target currency for one unit sold, scaled 1e9
    /// @param fixingHash Salted hash of the fixing the rate rests on
    struct Sale {
        AccountId from;
        AccountId to;
        uint128 amount;
        uint64 rate;
        bytes32 fixingHash;
        uint32 valueDay;
        bytes32 debitReference;
        bytes32 creditReference;
    }

    event AccountOpened(AccountId indexed account, DealId indexed deal, Account terms);
    event EntryBooked(
        EntryId indexed entry,
        AccountId indexed account,
        DealId indexed deal,
        EntryKind kind,
        bool isCredit,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference,
        EntryId counter
    );
    event MoveSent(EntryId indexed move, AccountId indexed from, AccountId indexed to);
    event MoveConfirmed(EntryId indexed move, EntryId indexed credit);
    event MoveCancelled(EntryId indexed move, EntryId indexed reversal);
    event CurrencySold(EntryId indexed debit, EntryId indexed credit, uint64 rate, bytes32 fixingHash);
    event CashShifted(DealId indexed deal, AccountId indexed from, AccountId indexed to, uint128 amount, bytes32 key);
    event EntrySpent(EntryId indexed entry, bytes32 indexed key);
    event EntryReleased(EntryId indexed entry, bytes32 indexed key);

    error UnknownAccount(AccountId account);
    error UnknownEntry(EntryId entry);
    error UnknownMove(EntryId move);
    error AccountKnown(AccountId account);
    error TermsMissing();
    error NotBankOfDeal(DealId deal, PartyId bank, AccountPurpose purpose);
    /// @param accountHash The bank account of which the deal's divided accounts at that bank are parts
    error DividedElsewhere(DealId deal, AccountPurpose purpose, bytes32 accountHash);
    error NotBank(PartyId bank, address wallet);
    error NotAccountBank(AccountId account, address wallet);
    error BankReferenceMissing();
    error BankReferenceUsed(PartyId bank, bytes32 bankReference);
    error AmountMissing();
    error CashShort(AccountId account, uint128 balance, uint128 amount);
    error AccountDivided(AccountId account);
    error AccountNotPayable(AccountId account);
    error AccountNotCreditable(AccountId account);
    error EntryNotReversible(EntryId entry);
    error EntryAlreadyReversed(EntryId entry);
    error EntryUsed(EntryId entry);
    error EntryNotUsed(EntryId entry);
    error NotReceipt(EntryId entry, AccountId account);
    error DealsDiffer(AccountId from, AccountId to);
    error CurrenciesDiffer(AccountId from, AccountId to);
    error CurrenciesSame(AccountId from, AccountId to);
    error BanksDiffer(AccountId from, AccountId to);
    error BankAccountsDiffer(AccountId from, AccountId to);
    error MoveToItself(AccountId account);
    error MoveDone(EntryId move);
    error FixingMissing();

    /// @notice Opens an account; the bank, which must be account bank, supervising bank or a custodian of the deal.
    /// Accounts that rooms divide (plan, reserve, guarantee, payment, subscription, restricted) are at the account bank only,
    /// and in the deal's currency all under one account hash.
    /// The first account of a (deal, purpose, currency) becomes the one rooms use
    function open(Account calldata terms) external returns (AccountId account);

    /// @notice Books a credit confirmed by the bank; not to a payment account, which only rooms fill
    function credit(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference
    ) external returns (EntryId entry);

    /// @notice Books a debit confirmed by the bank; not from accounts that rooms divide
    function debit(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference
    ) external returns (EntryId entry);

    /// @notice Reverses an entry of the bank's own account by an opposite entry: a credit that is not spent, a debit,
    /// or the debit of a move that has not arrived, which cancels the move. Not a reversal, a sale, a room's entry
    /// or a move that arrived: what went through two accounts comes back by a new move or sale
    function reverse(EntryId entry, uint32 valueDay, bytes32 bankReference) external returns (EntryId reversal);

    /// @notice Sends money towards an account of the same deal and currency: debits now, the receiving bank confirms
    function send(
        AccountId from,
        AccountId to,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference
    ) external returns (EntryId move);

    /// @notice Confirms the arrival of a move; the receiving bank
    function confirm(EntryId move, uint32 valueDay, bytes32 bankReference) external returns (EntryId entry);

    /// @notice Sells currency inside one bank: debit, credit and fixing in one act; credit = floor(amount × rate / 1e9).
    /// Money collected in another currency leaves a plan account only this way; the deal's own currency is not sold
    /// from an account that rooms divide
    function sell(Sale calldata sale) external returns (EntryId creditEntry);

    /// @notice Moves cash between sub-ledgers of one bank account; only rooms
    /// @param key What the room moves it for, in its events
    function shift(AccountId from, AccountId to, uint128 amount, bytes32 key) external;

    /// @notice Books a debit on a payment or subscription account that a room has cleared; only rooms,
    /// on behalf of `bankWallet`, which must act for the account's bank
    function pay(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference,
        address bankWallet
    ) external returns (EntryId entry);

    /// @notice Books a returned payment; only rooms, on behalf of the account's bank
    function takeBack(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference,
        address bankWallet
    ) external returns (EntryId entry);

    /// @notice Marks credits of the deal's plan account in a currency as used by `key`, all or none; only the reports room
    /// @return sum Amount of all entries
    function spend(
        DealId deal,
        Currency currency,
        EntryId[] calldata entries,
        bytes32 key
    ) external returns (uint128 sum);

    /// @notice Frees credits that a report rested on which no longer stands; only the reports room
    /// @return sum Amount of all entries
    function release(
        DealId deal,
        Currency currency,
        EntryId[] calldata entries,
        bytes32 key
    ) external returns (uint128 sum);

    function balanceOf(AccountId account) external view returns (uint128);

    /// @notice Account rooms use for a purpose, zero if none was opened
    function accountOf(DealId deal, AccountPurpose purpose, Currency currency) external view returns (AccountId);

    /// @notice Balance of the account rooms use for a purpose, zero if none was opened
    function cashOf(DealId deal, AccountPurpose purpose, Currency currency) external view returns (uint128);

    function termsOf(AccountId account) external view returns (Account memory);

    function entryOf(EntryId entry) external view returns (Entry memory);

    function moveOf(EntryId move) external view returns (Move memory);

    /// @notice Entry a bank booked under a reference, zero if none
    function entryByReference(PartyId bank, bytes32 bankReference) external view returns (EntryId);

    /// @notice Number of entries booked; their ids run from one
    function entryCount() external view returns (uint64);
}
