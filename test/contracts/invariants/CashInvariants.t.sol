// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../../../contracts/interfaces/ICashLedger.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {CNY, Currency, HKD} from "../../../contracts/types/Currency.sol";
import {AccountPurpose} from "../../../contracts/types/Enums.sol";
import {AccountId, DealId, EntryId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {InvariantBase} from "../Vm.sol";

/// @notice Two deals, two banks, sixteen accounts in two currencies, and rooms (this contract); every act that the ledger
/// refuses is a refusal like in life.
contract CashHandler is CashFixture {
    AccountId[] private _accounts;
    EntryId[] private _moves;

    /// @dev Shifts into an account less those out of it.
    mapping(AccountId account => int256 net) public ghostShifted;
    uint256 public acts;
    uint256 public done;

    function setUp() public override {
        super.setUp();
        _grantRoom(RolesLib.CASH_MOVER, address(this));
        _grantRoom(RolesLib.ROOM_REPORTS, address(this));
        for (uint256 i = 0; i < 2; ++i) {
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

    function credit(uint8 account, uint64 amount) external {
        AccountId its = _any(account);
        _ask(_bankOf(its), abi.encodeCall(ledger.credit, (its, amount, DAY, _reference())));
    }

    function debit(uint8 account, uint64 amount) external {
        AccountId its = _any(account);
        _ask(_bankOf(its), abi.encodeCall(ledger.debit, (its, amount, DAY, _reference())));
    }

    function reverse(uint64 entry) external {
        EntryId its = _anyEntry(entry);
        if (EntryId.unwrap(its) == 0) return;
        _ask(_bankOf(ledger.entryOf(its).account), abi.encodeCall(ledger.reverse, (its, DAY, _reference())));
    }

    function send(uint8 from, uint8 to, uint64 amount) external {
        (AccountId source, AccountId target) = (_any(from), _any(to));
        bytes memory data = abi.encodeCall(ledger.send, (source, target, amount, DAY, _reference()));
        if (_ask(_bankOf(source), data)) _moves.push(EntryId.wrap(ledger.entryCount()));
    }

    function confirm(uint8 move) external {
        if (_moves.length == 0) return;
        EntryId its = _moves[move % _moves.length];
        _ask(_bankOf(ledger.moveOf(its).to), abi.encodeCall(ledger.confirm, (its, DAY, _reference())));
    }

    function sell(uint8 from, uint8 to, uint64 amount, uint64 rate) external {
        (AccountId source, AccountId target) = (_any(from), _any(to));
        ICashLedger.Sale memory sale = ICashLedger.Sale(
            source,
            target,
            amount,
            rate,
            "fixing",
            DAY,
            _reference(),
            _reference()
        );
        _ask(_bankOf(source), abi.encodeCall(ledger.sell, (sale)));
    }

    /* ROOMS */

    function shift(uint8 from, uint8 to, uint64 amount) external {
        (AccountId source, AccountId target) = (_any(from), _any(to));
        if (!_ask(address(this), abi.encodeCall(ledger.shift, (source, target, amount, "key")))) return;
        ghostShifted[source] -= int256(uint256(amount));
        ghostShifted[target] += int256(uint256(amount));
    }

    function pay(uint8 account, uint64 amount, bool isBack) external {
        AccountId its = _any(account);
        bytes32 bankReference = _reference();
        bytes memory data =
            isBack
                ? abi.encodeCall(ledger.takeBack, (its, amount, DAY, bankReference, accountBank))
                : abi.encodeCall(ledger.pay, (its, amount, DAY, bankReference, accountBank));
        _ask(address(this), data);
    }

    function spend(uint64 entry, bool isBack) external {
        EntryId its = _anyEntry(entry);
        if (EntryId.unwrap(its) == 0) return;
        ICashLedger.Account memory terms = ledger.termsOf(ledger.entryOf(its).account);
        EntryId[] memory entries = new EntryId[](1);
        entries[0] = its;
        bytes memory data =
            isBack
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

    function _any(uint8 account) private view returns (AccountId) {
        return _accounts[account % _accounts.length];
    }

    function _anyEntry(uint64 entry) private view returns (EntryId) {
        uint64 count = ledger.entryCount();
        return EntryId.wrap(count == 0 ? 0 : 1 + (entry % count));
    }

    function _bankOf(AccountId account) private view returns (address) {
        return ledger.termsOf(account).bank == parties.partyOf(accountBank) ? accountBank : supervisingBank;
    }

    function _ask(address caller, bytes memory data) private returns (bool isDone) {
        ++acts;
        vm.prank(caller);
        (isDone, ) = address(ledger).call(data);
        if (isDone) ++done;
    }
}

/// @notice What holds of the book of bank accounts after any history.
contract CashInvariants is InvariantBase {
    CashHandler private _handler;
    ICashLedger private _ledger;

    function setUp() public {
        _handler = new CashHandler();
        _handler.setUp();
        _ledger = _handler.book();
        bytes4[] memory selectors = new bytes4[](9);
        selectors[0] = CashHandler.credit.selector;
        selectors[1] = CashHandler.debit.selector;
        selectors[2] = CashHandler.reverse.selector;
        selectors[3] = CashHandler.send.selector;
        selectors[4] = CashHandler.confirm.selector;
        selectors[5] = CashHandler.sell.selector;
        selectors[6] = CashHandler.shift.selector;
        selectors[7] = CashHandler.pay.selector;
        selectors[8] = CashHandler.spend.selector;
        _target(address(_handler), selectors);
    }

    /// @dev Every kind of act succeeds once, so that the sentences below are about something.
    function test_History_BooksEveryKind() public {
        _handler.credit(6, 100_00); // collection
        _handler.send(6, 0, 60_00); // to the plan account
        _handler.confirm(0);
        _handler.shift(0, 3, 50_00); // to the payment account
        _handler.pay(3, 20_00, false);
        _handler.pay(3, 5_00, true);
        _handler.credit(5, 10_00); // dollars
        _handler.sell(5, 0, 10_00, 915_000_000);
        _handler.debit(6, 10_00);
        _handler.spend(2, false);
        _handler.spend(2, true);
        _handler.reverse(8);
        assertEq(_handler.done(), 12, "every act");
        _handler.credit(7, 10_00); // dollars of the supervising bank
        _handler.send(7, 6, 1_00); // to an account in yuan
        _handler.confirm(1);
        assertEq(_handler.done(), 13, "no move from dollars to yuan");
        invariant_INV07_INV14_BalanceIsEntriesAndShifts();
        invariant_INV10_CurrenciesMeetOnlyInSales();
    }

    /// @notice Of each account, balance = credits − debits + shifts in − shifts out; shifts cancel within a bank account.
    function invariant_INV07_INV14_BalanceIsEntriesAndShifts() public view {
        int256 shifted = 0;
        uint256 count = _handler.accountCount();
        AccountId[] memory accounts = new AccountId[](count);
        for (uint256 i = 0; i < count; ++i) accounts[i] = _handler.accountAt(i);
        int256[] memory entries = _entriesOf(accounts);
        for (uint256 i = 0; i < count; ++i) {
            int256 shifts = _handler.ghostShifted(accounts[i]);
            assertEq(int256(uint256(_ledger.balanceOf(accounts[i]))), entries[i] + shifts, "INV-14");
            shifted += shifts;
        }
        assertEq(shifted, 0, "INV-07: shifts make no money");
    }

    /// @notice The two legs of a move are of one currency, those of a sale of two; a leg answers exactly one other.
    function invariant_INV10_CurrenciesMeetOnlyInSales() public view {
        for (uint64 i = 1; i <= _ledger.entryCount(); ++i) {
            ICashLedger.Entry memory line = _ledger.entryOf(EntryId.wrap(i));
            if (EntryId.unwrap(line.counter) == 0) continue;
            ICashLedger.Entry memory other = _ledger.entryOf(line.counter);
            bool isSame = _currencyOf(line) == _currencyOf(other);
            assertTrue(isSame == (line.kind != ICashLedger.EntryKind.Sale), "INV-10");
        }
    }

    /// @dev Credits less debits of each account.
    function _entriesOf(AccountId[] memory accounts) private view returns (int256[] memory sums) {
        sums = new int256[](accounts.length);
        for (uint64 i = 1; i <= _ledger.entryCount(); ++i) {
            ICashLedger.Entry memory line = _ledger.entryOf(EntryId.wrap(i));
            uint256 index = 0;
            while (accounts[index] != line.account) ++index;
            int256 amount = int256(uint256(line.amount));
            sums[index] += line.isCredit ? amount : -amount;
        }
    }

    function _currencyOf(ICashLedger.Entry memory line) private view returns (Currency) {
        return _ledger.termsOf(line.account).currency;
    }
}
