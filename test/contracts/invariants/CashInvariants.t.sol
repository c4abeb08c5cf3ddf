// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../../../contracts/interfaces/ICashLedger.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {HKD} from "../../../contracts/types/Currency.sol";
import {AccountPurpose} from "../../../contracts/types/Enums.sol";
import {AccountId, DealId, EntryId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {History, Tally} from "./Tally.sol";

/// @notice Three deals, two banks, twenty-four accounts in two currencies, and rooms (this contract); now and then another
/// than the account's bank asks. Every act that the ledger refuses is a refusal like in life.
contract CashHandler is CashFixture, Tally {
    uint256 private constant DEALS = 3;

    AccountId[] private _accounts;
    EntryId[] private _moves;

    /// @dev Of each account: credits less debits of the entries so far, and shifts in less shifts out.
    mapping(AccountId account => int256 net) public ghostBooked;
    mapping(AccountId account => int256 net) public ghostShifted;
    /// @dev Entries read so far, and legs of which the currencies are not those of their kind.
    uint64 public entriesRead;
    uint256 public ghostMixed;

    function setUp() public override {
        super.setUp();
        _grantRoom(RolesLib.CASH_MOVER, address(this));
        _grantRoom(RolesLib.ROOM_REPORTS, address(this));
        for (uint256 i = 0; i < DEALS; ++i) {
            DealId deal = _draftDeal();
            _openAccounts(deal);
            for (uint8 j = uint8(AccountPurpose.Plan); j <= uint8(AccountPurpose.Subscription); ++j) {
                _accounts.push(_account(deal, AccountPurpose(j)));
            }
            _accounts.push(ledger.accountOf(deal, AccountPurpose.Plan, HKD));
            _accounts.push(_account(deal, AccountPurpose.Collection));
            _accounts.push(_open(supervisingBank, deal, AccountPurpose.Suspense, HKD, "account 3"));
        }
    }

    /* BANKS */

    function credit(uint256 account, uint256 amount, uint256 who) external {
        AccountId its = _any(account);
        _ask(_bankOf(its, who), abi.encodeCall(ledger.credit, (its, uint64(amount), DAY, _reference())));
    }

    function debit(uint256 account, uint256 amount, uint256 who) external {
        AccountId its = _any(account);
        _ask(_bankOf(its, who), abi.encodeCall(ledger.debit, (its, _part(its, amount), DAY, _reference())));
    }

    function reverse(uint256 entry, uint256 who) external {
        EntryId its = _anyEntry(entry);
        _ask(_bankOf(_accountOf(its), who), abi.encodeCall(ledger.reverse, (its, DAY, _reference())));
    }

    function send(uint256 from, uint256 to, uint256 amount, uint256 who) external {
        (AccountId source, AccountId target) = (_any(from), _any(to));
        bytes memory data = abi.encodeCall(ledger.send, (source, target, _part(source, amount), DAY, _reference()));
        if (_ask(_bankOf(source, who), data)) _moves.push(EntryId.wrap(ledger.entryCount()));
    }

    function confirm(uint256 move, uint256 who) external {
        EntryId its = _moves.length == 0 ? EntryId.wrap(0) : _moves[move % _moves.length];
        AccountId to = _moves.length == 0 ? _accounts[0] : ledger.moveOf(its).to;
        _ask(_bankOf(to, who), abi.encodeCall(ledger.confirm, (its, DAY, _reference())));
    }

    function sell(uint256 from, uint256 to, uint256 amount, uint256 rate) external {
        (AccountId source, AccountId target) = (_any(from), _any(to));
        ICashLedger.Sale memory sale = ICashLedger.Sale(
            source,
            target,
            _part(source, amount),
            uint64(rate % 2e9),
            "fixing",
            DAY,
            _reference(),
            _reference()
        );
        _ask(_bankOf(source, rate), abi.encodeCall(ledger.sell, (sale)));
    }

    /* ROOMS */

    function shift(uint256 from, uint256 to, uint256 amount) external {
        (AccountId source, AccountId target) = (_any(from), _any(to));
        uint128 part = _part(source, amount);
        if (!_ask(address(this), abi.encodeCall(ledger.shift, (source, target, part, "key")))) return;
        ghostShifted[source] -= int256(uint256(part));
        ghostShifted[target] += int256(uint256(part));
    }

    function pay(uint256 account, uint256 amount, uint256 isBack) external {
        AccountId its = _any(account);
        uint128 part = _part(its, amount);
        bytes32 bankReference = _reference();
        bytes memory data =
            isBack % 2 == 0
                ? abi.encodeCall(ledger.takeBack, (its, part, DAY, bankReference, accountBank))
                : abi.encodeCall(ledger.pay, (its, part, DAY, bankReference, accountBank));
        _ask(address(this), data);
    }

    function spend(uint256 entry, uint256 isBack) external {
        EntryId its = _anyEntry(entry);
        ICashLedger.Account memory terms = ledger.termsOf(_accountOf(its));
        EntryId[] memory entries = new EntryId[](1);
        entries[0] = its;
        bytes memory data =
            isBack % 3 == 0
                ? abi.encodeCall(ledger.release, (terms.deal, terms.currency, entries, "key"))
                : abi.encodeCall(ledger.spend, (terms.deal, terms.currency, entries, "key"));
        _ask(address(this), data);
    }

    /* VIEWS */

    function accountCount() external view returns (uint256) {
        return _accounts.length;
    }

    function accountAt(uint256 index) external view returns (AccountId) {
        return _accounts[index];
    }

    function book() external view returns (ICashLedger) {
        return ledger;
    }

    /* INTERNAL */

    function _ask(address caller, bytes memory data) private returns (bool isDone) {
        vm.prank(caller);
        (isDone, ) = address(ledger).call(data);
        _tally(isDone);
        for (; entriesRead < ledger.entryCount(); ++entriesRead) _read(ledger.entryOf(EntryId.wrap(entriesRead + 1)));
    }

    /// @dev The two legs of a move are of one currency, those of a sale of two. A leg whose other comes later is read with it.
    function _read(ICashLedger.Entry memory line) private {
        int256 amount = int256(uint256(line.amount));
        ghostBooked[line.account] += line.isCredit ? amount : -amount;
        if (EntryId.unwrap(line.counter) == 0) return;
        ICashLedger.Entry memory other = ledger.entryOf(line.counter);
        bool isSame = ledger.termsOf(line.account).currency == ledger.termsOf(other.account).currency;
        if (isSame != (line.kind != ICashLedger.EntryKind.Sale)) ++ghostMixed;
    }

    function _any(uint256 account) private view returns (AccountId) {
        return _accounts[account % _accounts.length];
    }

    function _anyEntry(uint256 entry) private view returns (EntryId) {
        return EntryId.wrap(uint64(1 + (entry % (ledger.entryCount() + 1))));
    }

    /// @dev Some account for an entry that is not there.
    function _accountOf(EntryId entry) private view returns (AccountId) {
        return EntryId.unwrap(entry) > ledger.entryCount() ? _accounts[0] : ledger.entryOf(entry).account;
    }

    /// @dev Mostly no more than is there.
    function _part(AccountId account, uint256 amount) private view returns (uint128) {
        uint256 balance = ledger.balanceOf(account);
        return uint128(amount % 8 == 0 ? uint64(amount) : amount % (balance + 2));
    }

    /// @dev The bank of an account, or now and then somebody else.
    function _bankOf(AccountId account, uint256 choice) private view returns (address) {
        bool isFirst = ledger.termsOf(account).bank == parties.partyOf(accountBank);
        if (choice % 16 == 1) return isFirst ? supervisingBank : accountBank;
        if (choice % 16 == 2) return stranger;
        return isFirst ? accountBank : supervisingBank;
    }
}

/// @notice What holds of the book of bank accounts after any history. One campaign asks every sentence.
contract CashInvariants is History {
    CashHandler private _handler;
    ICashLedger private _ledger;
    bytes4[] private _acts;

    function setUp() public {
        _handler = new CashHandler();
        _handler.setUp();
        _ledger = _handler.book();
        _acts = [
            CashHandler.credit.selector,
            CashHandler.debit.selector,
            CashHandler.reverse.selector,
            CashHandler.send.selector,
            CashHandler.confirm.selector,
            CashHandler.sell.selector,
            CashHandler.shift.selector,
            CashHandler.pay.selector,
            CashHandler.spend.selector
        ];
        _target(address(_handler), _acts);
    }

    /// @dev Money of two currencies and two banks takes every road once.
    function test_History_BooksEveryKind() public {
        _handler.credit(6, 100_01, 0); // collection
        _handler.send(6, 0, 60_01, 0); // to the plan account
        _handler.confirm(0, 0);
        _handler.shift(0, 3, 50_01); // to the payment account
        _handler.pay(3, 20_01, 1);
        _handler.pay(3, 5_01, 2);
        _handler.credit(5, 10_01, 0); // dollars
        _handler.sell(5, 0, 10_01, 915_000_000);
        _handler.debit(6, 10_01, 0);
        _handler.spend(1, 1);
        _handler.spend(1, 3);
        _handler.reverse(7, 0);
        _handler.credit(7, 10_01, 0); // dollars of the supervising bank
        _handler.send(7, 6, 1_01, 0); // to an account in yuan
        assertEq(_handler.acts(), 14, "every act");
        assertEq(_handler.refused(CashHandler.send.selector), 1, "no move from dollars to yuan");
        invariant_INV07_INV10_INV14_MoneyIsEntriesAndShifts();
    }

    function test_History_DoesEveryAct() public {
        for (uint256 seed = 1; seed <= 2; ++seed) _play(_handler, _acts, seed, 300);
        _assertHappened(_acts, 0);
        invariant_INV07_INV10_INV14_MoneyIsEntriesAndShifts();
    }

    /// @notice Of each account, balance = credits − debits + shifts in − shifts out; shifts cancel within a bank account;
    /// currencies meet in sales alone.
    function invariant_INV07_INV10_INV14_MoneyIsEntriesAndShifts() public view {
        int256 shifted = 0;
        uint256 count = _handler.accountCount();
        for (uint256 i = 0; i < count; ++i) {
            AccountId account = _handler.accountAt(i);
            int256 shifts = _handler.ghostShifted(account);
            int256 net = _handler.ghostBooked(account) + shifts;
            assertEq(int256(uint256(_ledger.balanceOf(account))), net, "INV-14");
            shifted += shifts;
        }
        assertEq(shifted, 0, "INV-07: shifts make no money");
        assertEq(_handler.ghostMixed(), 0, "INV-10");
        assertEq(_handler.entriesRead(), _ledger.entryCount(), "every entry was read");
    }
}
