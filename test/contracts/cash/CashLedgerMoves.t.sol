// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {ICashLedger} from "../../../contracts/interfaces/ICashLedger.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {CNY, HKD, MOP} from "../../../contracts/types/Currency.sol";
import {AccountPurpose} from "../../../contracts/types/Enums.sol";
import {AccountId, DealId, EntryId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";

/// @notice Money between accounts: moves, sales of currency, and what rooms do. Behaviour in CashLedger.tree.
contract CashLedgerMovesTest is CashFixture {
    /// @dev 0.915 yuan a Hong Kong dollar.
    uint64 private constant FIXING = 915_000_000;

    DealId private deal;
    AccountId private collection;
    AccountId private plan;
    AccountId private planHkd;
    AccountId private guarantee;
    AccountId private payment;

    function setUp() public override {
        super.setUp();
        deal = _draftDeal();
        _openAccounts(deal);
        collection = _account(deal, AccountPurpose.Collection);
        plan = _plan(deal);
        planHkd = ledger.accountOf(deal, AccountPurpose.Plan, HKD);
        guarantee = _account(deal, AccountPurpose.Guarantee);
        payment = _account(deal, AccountPurpose.Payment);
        _creditTo(collection, 9_00);
        _grantRoom(RolesLib.CASH_MOVER, address(this));
        _grantRoom(RolesLib.ROOM_REPORTS, address(this));
    }

    /* SEND AND CONFIRM */

    function test_Send_RevertWhen_AnotherBankWrites() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotAccountBank.selector, collection, accountBank));
        vm.prank(accountBank);
        ledger.send(collection, plan, 5_00, DAY, "out 1");
    }

    function test_Send_RevertWhen_TheTargetIsUnknown() public {
        AccountId unknown = AccountId.wrap("unknown");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.UnknownAccount.selector, unknown));
        vm.prank(supervisingBank);
        ledger.send(collection, unknown, 5_00, DAY, "out 1");
    }

    function test_Send_RevertWhen_ItGoesNowhere() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.MoveToItself.selector, collection));
        vm.prank(supervisingBank);
        ledger.send(collection, collection, 5_00, DAY, "out 1");
    }

    function test_Send_RevertWhen_TheDealsDiffer() public {
        AccountId other = _open(accountBank, _draftDeal(), AccountPurpose.Plan, CNY, "account 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.DealsDiffer.selector, collection, other));
        vm.prank(supervisingBank);
        ledger.send(collection, other, 5_00, DAY, "out 1");
    }

    function test_Send_RevertWhen_TheCurrenciesDiffer() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.CurrenciesDiffer.selector, collection, planHkd));
        vm.prank(supervisingBank);
        ledger.send(collection, planHkd, 5_00, DAY, "out 1");
    }

    function test_Send_RevertWhen_RoomsDivideTheSource() public {
        _creditTo(plan, 5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.AccountDivided.selector, plan));
        vm.prank(accountBank);
        ledger.send(plan, collection, 5_00, DAY, "out 1");
    }

    function test_Send_RevertWhen_TheTargetHoldsPayments() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.AccountNotCreditable.selector, payment));
        vm.prank(supervisingBank);
        ledger.send(collection, payment, 5_00, DAY, "out 1");
    }

    function test_Send_RevertWhen_CashIsShort() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.CashShort.selector, collection, 9_00, 9_01));
        vm.prank(supervisingBank);
        ledger.send(collection, plan, 9_01, DAY, "out 1");
    }

    function test_Send_DebitsOnly() public {
        EntryId move = _send(5_00);
        assertEq(ledger.balanceOf(collection), 4_00, "source");
        assertEq(ledger.balanceOf(plan), 0, "target");
        assertTrue(ledger.moveOf(move).to == plan && !ledger.moveOf(move).isDone, "on its way");
    }

    function test_Confirm_RevertWhen_TheMoveIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.UnknownMove.selector, EntryId.wrap(1)));
        vm.prank(accountBank);
        ledger.confirm(EntryId.wrap(1), DAY, "in 1");
    }

    function test_Confirm_RevertWhen_TheSendingBankConfirms() public {
        EntryId move = _send(5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotAccountBank.selector, plan, supervisingBank));
        vm.prank(supervisingBank);
        ledger.confirm(move, DAY, "in 1");
    }

    function test_Confirm_RevertWhen_TheMoveIsDone() public {
        EntryId move = _send(5_00);
        vm.startPrank(accountBank);
        ledger.confirm(move, DAY, "in 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.MoveDone.selector, move));
        ledger.confirm(move, DAY, "in 2");
        vm.stopPrank();
    }

    function test_Confirm_RevertWhen_TheMoveIsCancelled() public {
        EntryId move = _send(5_00);
        vm.prank(supervisingBank);
        ledger.reverse(move, DAY, "back 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.MoveDone.selector, move));
        vm.prank(accountBank);
        ledger.confirm(move, DAY, "in 1");
    }

    function test_Confirm_Credits() public {
        EntryId move = _send(5_00);
        vm.prank(accountBank);
        EntryId entry = ledger.confirm(move, DAY, "in 1");
        ICashLedger.Entry memory line = ledger.entryOf(entry);
        assertTrue(line.isCredit && line.counter == move && line.amount == 5_00, "credit");
        assertEq(ledger.balanceOf(plan), 5_00, "target");
    }

    function test_Reverse_CancelsAMoveOnItsWay() public {
        EntryId move = _send(5_00);
        vm.expectEmit(address(ledger));
        emit ICashLedger.MoveCancelled(move, EntryId.wrap(3));
        vm.prank(supervisingBank);
        ledger.reverse(move, DAY, "back 1");
        assertEq(ledger.balanceOf(collection), 9_00, "source");
    }

    function test_Reverse_RevertWhen_TheMoveHasArrived() public {
        EntryId move = _send(5_00);
        vm.prank(accountBank);
        EntryId entry = ledger.confirm(move, DAY, "in 1");
        _expectFixed(supervisingBank, move);
        _expectFixed(accountBank, entry);
    }

    /* SELL */

    function test_Sell_RevertWhen_AnotherBankWrites() public {
        ICashLedger.Sale memory sale = _sale(planHkd, plan);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotAccountBank.selector, planHkd, supervisingBank));
        vm.prank(supervisingBank);
        ledger.sell(sale);
    }

    function test_Sell_RevertWhen_TheTargetIsUnknown() public {
        AccountId unknown = AccountId.wrap("unknown");
        _expectUnsold(_sale(planHkd, unknown), abi.encodeWithSelector(ICashLedger.UnknownAccount.selector, unknown));
    }

    function test_Sell_RevertWhen_TheDealsDiffer() public {
        AccountId other = _open(accountBank, _draftDeal(), AccountPurpose.Plan, CNY, "account 1");
        bytes memory refusal = abi.encodeWithSelector(ICashLedger.DealsDiffer.selector, planHkd, other);
        _expectUnsold(_sale(planHkd, other), refusal);
    }

    function test_Sell_RevertWhen_TheBanksDiffer() public {
        bytes memory refusal = abi.encodeWithSelector(ICashLedger.BanksDiffer.selector, planHkd, collection);
        _expectUnsold(_sale(planHkd, collection), refusal);
    }

    function test_Sell_RevertWhen_TheCurrencyIsTheSame() public {
        AccountId tax = _open(accountBank, deal, AccountPurpose.Tax, HKD, "account 4");
        bytes memory refusal = abi.encodeWithSelector(ICashLedger.CurrenciesSame.selector, planHkd, tax);
        _expectUnsold(_sale(planHkd, tax), refusal);
    }

    function test_Sell_RevertWhen_TheDealsOwnMoneyIsDivided() public {
        bytes memory refusal = abi.encodeWithSelector(ICashLedger.AccountDivided.selector, plan);
        _expectUnsold(_sale(plan, planHkd), refusal);
    }

    function test_Sell_RevertWhen_TheTargetHoldsPayments() public {
        bytes memory refusal = abi.encodeWithSelector(ICashLedger.AccountNotCreditable.selector, payment);
        _expectUnsold(_sale(planHkd, payment), refusal);
    }

    function test_Sell_RevertWhen_NoRateIsGiven() public {
        ICashLedger.Sale memory sale = _sale(planHkd, plan);
        sale.rate = 0;
        _expectUnsold(sale, abi.encodeWithSelector(ICashLedger.FixingMissing.selector));
    }

    function test_Sell_RevertWhen_NoFixingIsNamed() public {
        ICashLedger.Sale memory sale = _sale(planHkd, plan);
        sale.fixingHash = 0;
        _expectUnsold(sale, abi.encodeWithSelector(ICashLedger.FixingMissing.selector));
    }

    function test_Sell_RevertWhen_TheProceedsRoundToNothing() public {
        _creditTo(planHkd, 1);
        ICashLedger.Sale memory sale = _sale(planHkd, plan);
        sale.amount = 1;
        _expectUnsold(sale, abi.encodeWithSelector(ICashLedger.AmountMissing.selector));
    }

    function test_Sell_RevertWhen_TheProceedsAreTooLarge() public {
        _creditTo(planHkd, type(uint128).max);
        ICashLedger.Sale memory sale = _sale(planHkd, plan);
        (sale.amount, sale.rate) = (type(uint128).max, 2e9);
        uint256 proceeds = 2 * uint256(type(uint128).max);
        _expectUnsold(sale, abi.encodeWithSelector(SafeCast.SafeCastOverflowedUintDowncast.selector, 128, proceeds));
    }

    function test_Sell_RevertWhen_BothLegsHaveOneReference() public {
        _creditTo(planHkd, 100_01);
        ICashLedger.Sale memory sale = _sale(planHkd, plan);
        sale.creditReference = sale.debitReference;
        bytes4 selector = ICashLedger.BankReferenceUsed.selector;
        _expectUnsold(sale, abi.encodeWithSelector(selector, _partyOf(accountBank), sale.debitReference));
    }

    /// @dev 100.01 × 0.915 = 91.50915: down to 91.50.
    function test_Sell_RoundsDown() public {
        _creditTo(planHkd, 100_01);
        ICashLedger.Sale memory sale = _sale(planHkd, plan);
        vm.prank(accountBank);
        EntryId entry = ledger.sell(sale);
        assertEq(ledger.balanceOf(planHkd), 0, "sold");
        assertEq(ledger.balanceOf(plan), 91_50, "bought");
        ICashLedger.Entry memory line = ledger.entryOf(entry);
        assertTrue(line.isCredit && EntryId.unwrap(line.counter) == EntryId.unwrap(entry) - 1, "legs");
    }

    function test_Sell_FromAnAccountThatIsNotDivided() public {
        AccountId tax = _open(accountBank, deal, AccountPurpose.Tax, CNY, "account 4");
        _creditTo(tax, 100_01);
        ICashLedger.Sale memory sale = _sale(tax, planHkd);
        vm.prank(accountBank);
        ledger.sell(sale);
        assertEq(ledger.balanceOf(planHkd), 91_50, "bought");
    }

    function test_Reverse_RevertWhen_ItIsALegOfASale() public {
        _creditTo(planHkd, 100_01);
        ICashLedger.Sale memory sale = _sale(planHkd, plan);
        vm.prank(accountBank);
        EntryId entry = ledger.sell(sale);
        _expectFixed(accountBank, entry);
        _expectFixed(accountBank, ledger.entryOf(entry).counter);
    }

    /// @dev What ceil(yuan / fixing) collects, floor gives back, for fixings below one.
    function testFuzz_Sell_CeilingComesBackWhole(uint64 amount, uint64 rate) public {
        uint256 yuan = bound(amount, 1, type(uint48).max);
        uint64 fixing = uint64(bound(rate, 1_000, 1e9));
        uint128 dollars = uint128((yuan * 1e9 + fixing - 1) / fixing);
        _creditTo(planHkd, dollars);
        ICashLedger.Sale memory sale = _sale(planHkd, plan);
        (sale.amount, sale.rate) = (dollars, fixing);
        vm.prank(accountBank);
        ledger.sell(sale);
        assertEq(ledger.balanceOf(plan), yuan, "yuan");
    }

    /* ROOMS */

    function test_Shift_RevertWhen_NotARoom() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, accountBank));
        vm.prank(accountBank);
        ledger.shift(plan, payment, 1_00, "key");
    }

    function test_Shift_RevertWhen_AnAccountIsUnknown() public {
        AccountId unknown = AccountId.wrap("unknown");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.UnknownAccount.selector, unknown));
        ledger.shift(unknown, plan, 1_00, "key");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.UnknownAccount.selector, unknown));
        ledger.shift(plan, unknown, 1_00, "key");
    }

    function test_Shift_RevertWhen_ItGoesNowhere() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.MoveToItself.selector, plan));
        ledger.shift(plan, plan, 1_00, "key");
    }

    function test_Shift_RevertWhen_TheDealsDiffer() public {
        AccountId other = _open(accountBank, _draftDeal(), AccountPurpose.Payment, CNY, "account 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.DealsDiffer.selector, plan, other));
        ledger.shift(plan, other, 1_00, "key");
    }

    function test_Shift_RevertWhen_TheBanksDiffer() public {
        AccountId other = _open(custodianCn, deal, AccountPurpose.Tax, CNY, "account 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.BanksDiffer.selector, plan, other));
        ledger.shift(plan, other, 1_00, "key");
    }

    function test_Shift_RevertWhen_TheBankAccountsDiffer() public {
        AccountId other = _open(accountBank, deal, AccountPurpose.Tax, CNY, "account 9");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.BankAccountsDiffer.selector, plan, other));
        ledger.shift(plan, other, 1_00, "key");
    }

    function test_Shift_RevertWhen_TheCurrenciesDiffer() public {
        AccountId other = _open(accountBank, deal, AccountPurpose.Plan, MOP, "account 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.CurrenciesDiffer.selector, plan, other));
        ledger.shift(plan, other, 1_00, "key");
    }

    function test_Shift_RevertWhen_TheAmountIsZero() public {
        vm.expectRevert(ICashLedger.AmountMissing.selector);
        ledger.shift(plan, payment, 0, "key");
    }

    function test_Shift_RevertWhen_CashIsShort() public {
        _creditTo(plan, 5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.CashShort.selector, plan, 5_00, 5_01));
        ledger.shift(plan, payment, 5_01, "key");
    }

    function test_Shift_MovesWithoutAnEntry() public {
        _creditTo(plan, 5_00);
        uint64 entries = ledger.entryCount();
        vm.expectEmit(address(ledger));
        emit ICashLedger.CashShifted(deal, plan, payment, 3_00, "key");
        ledger.shift(plan, payment, 3_00, "key");
        assertEq(ledger.balanceOf(plan), 2_00, "plan");
        assertEq(ledger.balanceOf(payment), 3_00, "payment");
        assertEq(ledger.entryCount(), entries, "entries");
    }

    /// @dev The bank cannot take back what a room has moved on.
    function test_Reverse_RevertGiven_TheCashWasShifted() public {
        EntryId entry = _creditTo(plan, 5_00);
        ledger.shift(plan, payment, 3_00, "key");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.CashShort.selector, plan, 2_00, 5_00));
        vm.prank(accountBank);
        ledger.reverse(entry, DAY, "back 1");
    }

    function test_Pay_RevertWhen_NotARoom() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, accountBank));
        vm.prank(accountBank);
        ledger.pay(payment, 1_00, DAY, "out 1", accountBank);
    }

    function test_Pay_RevertWhen_AnotherBankPays() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotAccountBank.selector, payment, supervisingBank));
        ledger.pay(payment, 1_00, DAY, "out 1", supervisingBank);
    }

    function test_Pay_RevertWhen_TheAccountDoesNotPay() public {
        _creditTo(plan, 5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.AccountNotPayable.selector, plan));
        ledger.pay(plan, 1_00, DAY, "out 1", accountBank);
    }

    function test_Pay_Debits() public {
        _fillPayment(5_00);
        EntryId entry = ledger.pay(payment, 4_00, DAY, "out 1", accountBank);
        assertEq(ledger.balanceOf(payment), 1_00, "payment");
        assertFalse(ledger.entryOf(entry).isCredit, "side");
        _expectFixed(accountBank, entry);
    }

    function test_TakeBack_RevertWhen_NotARoom() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, accountBank));
        vm.prank(accountBank);
        ledger.takeBack(payment, 1_00, DAY, "in 1", accountBank);
    }

    function test_TakeBack_RevertWhen_AnotherBankWrites() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotAccountBank.selector, payment, supervisingBank));
        ledger.takeBack(payment, 1_00, DAY, "in 1", supervisingBank);
    }

    function test_TakeBack_RevertWhen_TheAccountDoesNotPay() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.AccountNotPayable.selector, plan));
        ledger.takeBack(plan, 1_00, DAY, "in 1", accountBank);
    }

    function test_TakeBack_Credits() public {
        _fillPayment(5_00);
        ledger.pay(payment, 4_00, DAY, "out 1", accountBank);
        EntryId entry = ledger.takeBack(payment, 4_00, DAY, "in 1", accountBank);
        assertEq(ledger.balanceOf(payment), 5_00, "payment");
        assertTrue(ledger.entryOf(entry).isCredit, "side");
    }

    /* RECEIPTS */

    function test_Spend_RevertWhen_NotTheReportsRoom() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, accountBank));
        vm.prank(accountBank);
        ledger.spend(deal, CNY, new EntryId[](0), "report");
    }

    function test_Spend_RevertWhen_TheEntryIsUnknown() public {
        _expectUnspent(EntryId.wrap(99), ICashLedger.UnknownEntry.selector);
    }

    function test_Spend_RevertWhen_TheEntryIsOfAnotherAccount() public {
        EntryId entry = _creditTo(guarantee, 5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotReceipt.selector, entry, plan));
        ledger.spend(deal, CNY, _one(entry), "report");
    }

    /// @dev A reversal is a debit of the plan account.
    function test_Spend_RevertWhen_TheEntryIsADebit() public {
        EntryId entry = _creditTo(plan, 5_00);
        vm.prank(accountBank);
        EntryId reversal = ledger.reverse(entry, DAY, "back 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotReceipt.selector, reversal, plan));
        ledger.spend(deal, CNY, _one(reversal), "report");
    }

    function test_Spend_RevertWhen_TheEntryIsReversed() public {
        EntryId entry = _creditTo(plan, 5_00);
        vm.prank(accountBank);
        ledger.reverse(entry, DAY, "back 1");
        _expectUnspent(entry, ICashLedger.EntryAlreadyReversed.selector);
    }

    function test_Spend_RevertWhen_TheEntryIsUsed() public {
        EntryId entry = _creditTo(plan, 5_00);
        ledger.spend(deal, CNY, _one(entry), "report");
        _expectUnspent(entry, ICashLedger.EntryUsed.selector);
    }

    function test_Spend_SumsAndMarks() public {
        EntryId[] memory entries = new EntryId[](2);
        (entries[0], entries[1]) = (_creditTo(plan, 5_00), _creditTo(plan, 2_00));
        assertEq(ledger.spend(deal, CNY, entries, "report"), 7_00, "sum");
        assertTrue(ledger.entryOf(entries[0]).isSpent && ledger.entryOf(entries[1]).isSpent, "spent");
        assertEq(ledger.balanceOf(plan), 7_00, "the cash stays");
    }

    function test_Reverse_RevertWhen_TheEntryIsUsed() public {
        EntryId entry = _creditTo(plan, 5_00);
        ledger.spend(deal, CNY, _one(entry), "report");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.EntryUsed.selector, entry));
        vm.prank(accountBank);
        ledger.reverse(entry, DAY, "back 1");
    }

    function test_Release_RevertWhen_NotTheReportsRoom() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, accountBank));
        vm.prank(accountBank);
        ledger.release(deal, CNY, new EntryId[](0), "report");
    }

    function test_Release_RevertWhen_TheEntryIsNotUsed() public {
        EntryId entry = _creditTo(plan, 5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.EntryNotUsed.selector, entry));
        ledger.release(deal, CNY, _one(entry), "report");
    }

    function test_Release_RevertWhen_TheEntryIsOfAnotherAccount() public {
        EntryId entry = _creditTo(guarantee, 5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotReceipt.selector, entry, plan));
        ledger.release(deal, CNY, _one(entry), "report");
    }

    function test_Release_FreesTheEntry() public {
        EntryId entry = _creditTo(plan, 5_00);
        ledger.spend(deal, CNY, _one(entry), "report");
        assertEq(ledger.release(deal, CNY, _one(entry), "report"), 5_00, "sum");
        assertFalse(ledger.entryOf(entry).isSpent, "free");
    }

    function _send(uint128 amount) private returns (EntryId) {
        vm.prank(supervisingBank);
        return ledger.send(collection, plan, amount, DAY, "out 1");
    }

    function _sale(AccountId from, AccountId to) private pure returns (ICashLedger.Sale memory) {
        return ICashLedger.Sale(from, to, 100_01, FIXING, "fixing", DAY, "sold 1", "bought 1");
    }

    function _expectUnsold(ICashLedger.Sale memory sale, bytes memory refusal) private {
        vm.expectRevert(refusal);
        vm.prank(accountBank);
        ledger.sell(sale);
    }

    function _expectFixed(address bank, EntryId entry) private {
        bytes32 bankReference = _reference();
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.EntryNotReversible.selector, entry));
        vm.prank(bank);
        ledger.reverse(entry, DAY, bankReference);
    }

    function _expectUnspent(EntryId entry, bytes4 refusal) private {
        vm.expectRevert(abi.encodeWithSelector(refusal, entry));
        ledger.spend(deal, CNY, _one(entry), "report");
    }

    function _fillPayment(uint128 amount) private {
        _creditTo(plan, amount);
        ledger.shift(plan, payment, amount, "key");
    }

    function _one(EntryId entry) private pure returns (EntryId[] memory entries) {
        entries = new EntryId[](1);
        entries[0] = entry;
    }
}
