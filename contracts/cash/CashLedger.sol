// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";

import {Trail} from "../access/Trail.sol";
import {CN, HK, MO} from "../types/Place.sol";
import {Currency} from "../types/Currency.sol";
import {AccountPurpose, Office} from "../types/Enums.sol";
import {AccountId, DealId, EntryId, PartyId} from "../types/Ids.sol";

/// @title CashLedger
/// @notice The book of a deal's bank accounts, written by the banks that keep them. It is not money: nobody owns,
/// transfers or redeems a balance.
///
/// ACCOUNTS
/// An account is (bank, hash of the account number, currency, deal, purpose). Purposes of one hash are sub-ledgers of one bank
/// account: rooms shift cash between them, the bank sees nothing. Plan, reserve, guarantee, payment,
/// subscription and restricted are *divided* by rooms: a bank credits them, but no bank debits them on its own. Rooms shift
/// between them, so those in the deal's currency are parts of one bank account at their bank.
///
/// ENTRIES
/// Every entry is one line of a bank statement: an amount, a value day and a bank reference that no second entry of that bank
/// has. Nothing is erased: a correction is an opposite entry that names what it reverses, once, while the credit is unspent
/// and the balance still covers it. A credit is spent when a report rests on it, and freed when that report falls.
///
/// MOVES AND SALES
/// Between accounts money leaves with one bank's word and arrives with the other's; what is on its way is in neither balance.
/// Currencies meet only in a sale inside one bank, at a rate with its fixing, rounded down.
///
/// ROLES
/// The bank of an account is the party in its key; a wallet that acts for it writes, in office or not, so that a bank that
/// leaves the deal can still state and send on what it holds. To open an account it must hold office. Rooms shift, pay and take
/// back (`CASH_MOVER`); the reports room spends and releases.
///
/// INVARIANTS
/// INV-07 and INV-14: of each account, balance = credits − debits + shifts in − shifts out, never below zero; of each bank account
/// (all purposes of one hash) the shifts cancel and the ledger equals the bank's statement. INV-10: no entry pair joins two
/// currencies but a sale.
contract CashLedger is ICashLedger, AccessManaged, Trail {
    using SafeCast for uint256;

    /// @dev slot 0: the hash; slot 1: the rest of the terms; slot 2: the balance.
    struct Book {
        bytes32 accountHash;
        PartyId bank;
        DealId deal;
        Currency currency;
        AccountPurpose purpose;
        uint128 balance;
    }

    uint256 private constant RATE_SCALE = 1e9;
    uint256 private constant DIVIDED =
        (1 << uint256(AccountPurpose.Plan)) |
            (1 << uint256(AccountPurpose.Reserve)) |
            (1 << uint256(AccountPurpose.Guarantee)) |
            (1 << uint256(AccountPurpose.Payment)) |
            (1 << uint256(AccountPurpose.Subscription)) |
            (1 << uint256(AccountPurpose.Restricted));

    uint256 private constant PAYABLE =
        (1 << uint256(AccountPurpose.Payment)) | (1 << uint256(AccountPurpose.Subscription));

    /* STORAGE */

    IPartyRegistry public immutable parties;
    IDealBook public immutable dealBook;

    uint64 public entryCount;
    mapping(AccountId account => Book book) private _books;
    mapping(DealId deal => mapping(AccountPurpose purpose => mapping(Currency currency => AccountId account)))
        private _accounts;
    /// @dev The bank account that rooms divide, of each bank that ever kept one.
    mapping(DealId deal => mapping(PartyId bank => bytes32 accountHash)) private _dividedHashes;
    mapping(EntryId entry => Entry line) private _entries;
    mapping(PartyId bank => mapping(bytes32 bankReference => EntryId entry)) private _references;
    mapping(EntryId debit => Move move) private _moves;

    constructor(address accessManager, IPartyRegistry partyRegistry, IDealBook deals) AccessManaged(accessManager) {
        parties = partyRegistry;
        dealBook = deals;
    }

    /* ACTIONS */

    /// @inheritdoc ICashLedger
    function open(Account calldata terms) external returns (AccountId account) {
        require(parties.actsFor(terms.bank, msg.sender), NotBank(terms.bank, msg.sender));
        _checkTerms(terms);
        require(_holdsOffice(terms), NotBankOfDeal(terms.deal, terms.bank, terms.purpose));
        account = AccountId.wrap(keccak256(abi.encode(terms)));
        Book storage book = _books[account];
        require(book.accountHash == 0, AccountKnown(account));
        _adoptDivided(terms);

        (book.accountHash, book.bank, book.deal) = (terms.accountHash, terms.bank, terms.deal);
        (book.currency, book.purpose) = (terms.currency, terms.purpose);
        AccountId first = _accounts[terms.deal][terms.purpose][terms.currency];
        if (first == AccountId.wrap(0)) _accounts[terms.deal][terms.purpose][terms.currency] = account;
        emit AccountOpened(account, terms.deal, terms);
        _touch(terms.deal);
    }

    /// @inheritdoc ICashLedger
    function credit(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference
    ) external returns (EntryId entry) {
        Book storage book = _written(account, msg.sender);
        require(_isCreditable(book), AccountNotCreditable(account));

        entry = _book(book, _line(account, EntryKind.Bank, true, amount), valueDay, bankReference);
        _touch(book.deal);
    }

    /// @inheritdoc ICashLedger
    function debit(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference
    ) external returns (EntryId entry) {
        Book storage book = _written(account, msg.sender);
        require(!_isDivided(book), AccountDivided(account));

        entry = _book(book, _line(account, EntryKind.Bank, false, amount), valueDay, bankReference);
        _touch(book.deal);
    }

    /// @inheritdoc ICashLedger
    function reverse(EntryId entry, uint32 valueDay, bytes32 bankReference) external returns (EntryId reversal) {
        Entry storage line = _known(entry);
        Book storage book = _written(line.account, msg.sender);
        bool isPending = line.kind == EntryKind.Move && !line.isCredit && !_moves[entry].isDone;
        require(line.kind == EntryKind.Bank || isPending, EntryNotReversible(entry));
        require(!line.isReversed, EntryAlreadyReversed(entry));
        require(!line.isSpent, EntryUsed(entry));

        line.isReversed = true;
        if (isPending) _moves[entry].isDone = true;
        Entry memory opposite = _line(line.account, EntryKind.Reversal, !line.isCredit, line.amount);
        opposite.counter = entry;
        reversal = _book(book, opposite, valueDay, bankReference);
        if (isPending) emit MoveCancelled(entry, reversal);
        _touch(book.deal);
    }

    /// @inheritdoc ICashLedger
    function send(
        AccountId from,
        AccountId to,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference
    ) external returns (EntryId move) {
        Book storage source = _written(from, msg.sender);
        Book storage target = _book(to);
        require(from != to, MoveToItself(from));
        require(source.deal == target.deal, DealsDiffer(from, to));
        require(source.currency == target.currency, CurrenciesDiffer(from, to));
        require(!_isDivided(source), AccountDivided(from));
        require(_isCreditable(target), AccountNotCreditable(to));

        move = _book(source, _line(from, EntryKind.Move, false, amount), valueDay, bankReference);
        _moves[move].to = to;
        emit MoveSent(move, from, to);
        _touch(source.deal);
    }

    /// @inheritdoc ICashLedger
    function confirm(EntryId move, uint32 valueDay, bytes32 bankReference) external returns (EntryId entry) {
        Move storage terms = _moves[move];
        AccountId account = terms.to;
        require(account != AccountId.wrap(0), UnknownMove(move));
        Book storage book = _written(account, msg.sender);
        require(!terms.isDone, MoveDone(move));

        terms.isDone = true;
        Entry memory line = _line(account, EntryKind.Move, true, _entries[move].amount);
        line.counter = move;
        entry = _book(book, line, valueDay, bankReference);
        emit MoveConfirmed(move, entry);
        _touch(book.deal);
    }

    /// @inheritdoc ICashLedger
    function sell(Sale calldata sale) external returns (EntryId creditEntry) {
        Book storage source = _written(sale.from, msg.sender);
        Book storage target = _book(sale.to);
        _checkSale(sale, source, target);

        Entry memory sold = _line(sale.from, EntryKind.Sale, false, sale.amount);
        EntryId debitEntry = _book(source, sold, sale.valueDay, sale.debitReference);
        uint128 proceeds = ((uint256(sale.amount) * sale.rate) / RATE_SCALE).toUint128();
        Entry memory bought = _line(sale.to, EntryKind.Sale, true, proceeds);
        bought.counter = debitEntry;
        creditEntry = _book(target, bought, sale.valueDay, sale.creditReference);
        emit CurrencySold(debitEntry, creditEntry, sale.rate, sale.fixingHash);
        _touch(source.deal);
    }

    /// @inheritdoc ICashLedger
    function shift(AccountId from, AccountId to, uint128 amount, bytes32 key) external restricted {
        Book storage source = _book(from);
        Book storage target = _book(to);
        require(from != to, MoveToItself(from));
        require(source.deal == target.deal, DealsDiffer(from, to));
        require(source.bank == target.bank, BanksDiffer(from, to));
        require(source.accountHash == target.accountHash, BankAccountsDiffer(from, to));
        require(source.currency == target.currency, CurrenciesDiffer(from, to));
        require(amount != 0, AmountMissing());

        _lower(source, from, amount);
        target.balance += amount;
        emit CashShifted(source.deal, from, to, amount, key);
        _touch(source.deal);
    }

    /// @inheritdoc ICashLedger
    function pay(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference,
        address bankWallet
    ) external restricted returns (EntryId entry) {
        Book storage book = _written(account, bankWallet);
        require(_isPayable(book), AccountNotPayable(account));

        entry = _book(book, _line(account, EntryKind.Room, false, amount), valueDay, bankReference);
        _touch(book.deal);
    }

    /// @inheritdoc ICashLedger
    function takeBack(
        AccountId account,
        uint128 amount,
        uint32 valueDay,
        bytes32 bankReference,
        address bankWallet
    ) external restricted returns (EntryId entry) {
        Book storage book = _written(account, bankWallet);
        require(_isPayable(book), AccountNotPayable(account));

        entry = _book(book, _line(account, EntryKind.Room, true, amount), valueDay, bankReference);
        _touch(book.deal);
    }

    /// @inheritdoc ICashLedger
    function spend(
        DealId deal,
        Currency currency,
        EntryId[] calldata entries,
        bytes32 key
    ) external restricted returns (uint128 sum) {
        AccountId account = _accounts[deal][AccountPurpose.Plan][currency];
        for (uint256 i = 0; i < entries.length; ++i) {
            Entry storage line = _receipt(account, entries[i]);
            require(!line.isReversed, EntryAlreadyReversed(entries[i]));
            require(!line.isSpent, EntryUsed(entries[i]));
            line.isSpent = true;
            sum += line.amount;
            emit EntrySpent(entries[i], key);
        }
        _touch(deal);
    }

    /// @inheritdoc ICashLedger
    function release(
        DealId deal,
        Currency currency,
        EntryId[] calldata entries,
        bytes32 key
    ) external restricted returns (uint128 sum) {
        AccountId account = _accounts[deal][AccountPurpose.Plan][currency];
        for (uint256 i = 0; i < entries.length; ++i) {
            Entry storage line = _receipt(account, entries[i]);
            require(line.isSpent, EntryNotUsed(entries[i]));
            line.isSpent = false;
            sum += line.amount;
            emit EntryReleased(entries[i], key);
        }
        _touch(deal);
    }

    /* VIEWS */

    /// @inheritdoc ICashLedger
    function balanceOf(AccountId account) external view returns (uint128) {
        return _books[account].balance;
    }

    /// @inheritdoc ICashLedger
    function accountOf(DealId deal, AccountPurpose purpose, Currency currency) external view returns (AccountId) {
        return _accounts[deal][purpose][currency];
    }

    /// @inheritdoc ICashLedger
    function cashOf(DealId deal, AccountPurpose purpose, Currency currency) external view returns (uint128) {
        return _books[_accounts[deal][purpose][currency]].balance;
    }

    /// @inheritdoc ICashLedger
    function termsOf(AccountId account) external view returns (Account memory) {
        Book storage book = _book(account);
        return
            Account({
                bank: book.bank,
                accountHash: book.accountHash,
                currency: book.currency,
                deal: book.deal,
                purpose: book.purpose
            });
    }

    /// @inheritdoc ICashLedger
    function entryOf(EntryId entry) external view returns (Entry memory) {
        return _known(entry);
    }

    /// @inheritdoc ICashLedger
    function moveOf(EntryId move) external view returns (Move memory) {
        return _moves[move];
    }

    /// @inheritdoc ICashLedger
    function entryByReference(PartyId bank, bytes32 bankReference) external view returns (EntryId) {
        return _references[bank][bankReference];
    }

    /* INTERNAL */

    /// @dev The first account that rooms divide says of which bank account the others are parts.
    function _adoptDivided(Account calldata terms) private {
        (DealId deal, PartyId bank) = (terms.deal, terms.bank);
        bool isHome = _isIn(terms.purpose, DIVIDED) && terms.currency == dealBook.currencyOf(deal);
        if (!isHome) return;
        bytes32 known = _dividedHashes[deal][bank];
        require(known == 0 || known == terms.accountHash, DividedElsewhere(deal, terms.purpose, known));
        if (known == 0) _dividedHashes[deal][bank] = terms.accountHash;
    }

    /// @dev The one door of entries: numbers the line, takes its reference, moves the balance.
    function _book(
        Book storage book,
        Entry memory line,
        uint32 valueDay,
        bytes32 bankReference
    ) private returns (EntryId entry) {
        require(line.amount != 0, AmountMissing());
        require(bankReference != 0, BankReferenceMissing());
        EntryId known = _references[book.bank][bankReference];
        require(known == EntryId.wrap(0), BankReferenceUsed(book.bank, bankReference));

        entry = EntryId.wrap(++entryCount);
        (line.valueDay, line.bankReference) = (valueDay, bankReference);
        _references[book.bank][bankReference] = entry;
        _entries[entry] = line;
        if (line.isCredit) book.balance += line.amount;
        else _lower(book, line.account, line.amount);
        _emitEntry(entry, book.deal, line);
    }

    function _emitEntry(EntryId entry, DealId deal, Entry memory line) private {
        emit EntryBooked(
            entry,
            line.account,
            deal,
            line.kind,
            line.isCredit,
            line.amount,
            line.valueDay,
            line.bankReference,
            line.counter
        );
    }

    function _lower(Book storage book, AccountId account, uint128 amount) private {
        uint128 balance = book.balance;
        require(balance >= amount, CashShort(account, balance, amount));
        book.balance = balance - amount;
    }

    function _written(AccountId account, address wallet) private view returns (Book storage book) {
        book = _book(account);
        require(parties.actsFor(book.bank, wallet), NotAccountBank(account, wallet));
    }

    function _book(AccountId account) private view returns (Book storage book) {
        book = _books[account];
        require(book.accountHash != 0, UnknownAccount(account));
    }

    function _known(EntryId entry) private view returns (Entry storage line) {
        line = _entries[entry];
        require(line.kind != EntryKind.None, UnknownEntry(entry));
    }

    function _receipt(AccountId account, EntryId entry) private view returns (Entry storage line) {
        line = _known(entry);
        require(line.isCredit && line.account == account, NotReceipt(entry, account));
    }

    function _checkSale(Sale calldata sale, Book storage source, Book storage target) private view {
        (AccountId from, AccountId to) = (sale.from, sale.to);
        require(source.deal == target.deal, DealsDiffer(from, to));
        require(source.bank == target.bank, BanksDiffer(from, to));
        require(source.currency != target.currency, CurrenciesSame(from, to));
        bool isHome = _isDivided(source) && source.currency == dealBook.currencyOf(source.deal);
        require(!isHome, AccountDivided(from));
        require(_isCreditable(target), AccountNotCreditable(to));
        require(sale.rate != 0 && sale.fixingHash != 0, FixingMissing());
    }

    /// @dev Custody is an office of each jurisdiction; accounts that rooms divide are at the account bank.
    function _holdsOffice(Account calldata terms) private view returns (bool) {
        (DealId deal, PartyId bank) = (terms.deal, terms.bank);
        if (dealBook.officeOf(deal, Office.AccountBank, 0) == bank) return true;
        if (_isIn(terms.purpose, DIVIDED)) return false;
        return
            dealBook.officeOf(deal, Office.SupervisingBank, 0) == bank ||
            dealBook.officeOf(deal, Office.Custodian, CN) == bank ||
            dealBook.officeOf(deal, Office.Custodian, HK) == bank ||
            dealBook.officeOf(deal, Office.Custodian, MO) == bank;
    }

    function _isDivided(Book storage book) private view returns (bool) {
        return _isIn(book.purpose, DIVIDED);
    }

    function _isPayable(Book storage book) private view returns (bool) {
        return _isIn(book.purpose, PAYABLE);
    }

    /// @dev A payment account holds what was booked and not yet paid: no bank adds to it.
    function _isCreditable(Book storage book) private view returns (bool) {
        return book.purpose != AccountPurpose.Payment;
    }

    function _line(
        AccountId account,
        EntryKind kind,
        bool isCredit,
        uint128 amount
    ) private pure returns (Entry memory line) {
        (line.account, line.kind, line.isCredit, line.amount) = (account, kind, isCredit, amount);
    }

    function _checkTerms(Account calldata terms) private pure {
        bool isTyped = Currency.unwrap(terms.currency) != 0 && terms.purpose != AccountPurpose.None;
        require(terms.accountHash != 0 && isTyped, TermsMissing());
    }

    function _isIn(AccountPurpose purpose, uint256 set) private pure returns (bool) {
        return (set >> uint256(purpose)) & 1 == 1;
    }
}
