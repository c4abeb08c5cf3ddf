// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../../../contracts/interfaces/ICashLedger.sol";

import {CNY, Currency, HKD} from "../../../contracts/types/Currency.sol";
import {AccountPurpose} from "../../../contracts/types/Enums.sol";
import {AccountId, DealId, EntryId, PartyId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";

/// @notice Accounts and the entries a bank books on its own. Behaviour in CashLedger.tree.
contract CashLedgerEntriesTest is CashFixture {
    EntryId private constant NO_ENTRY = EntryId.wrap(0);

    DealId private deal;
    AccountId private collection;
    AccountId private plan;

    function setUp() public override {
        super.setUp();
        deal = _draftDeal();
        _openAccounts(deal);
        collection = _account(deal, AccountPurpose.Collection);
        plan = _plan(deal);
    }

    /* OPEN */

    function test_Open_RevertWhen_CallerDoesNotActForTheBank() public {
        ICashLedger.Account memory terms = _terms(accountBank, deal, AccountPurpose.Tax, CNY, "account 4");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotBank.selector, terms.bank, stranger));
        vm.prank(stranger);
        ledger.open(terms);
    }

    function test_Open_RevertWhen_TheBankIsRevoked() public {
        ICashLedger.Account memory terms = _terms(accountBank, deal, AccountPurpose.Tax, CNY, "account 4");
        vm.prank(attesterCn);
        parties.revoke(terms.bank, "fraud");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotBank.selector, terms.bank, accountBank));
        vm.prank(accountBank);
        ledger.open(terms);
    }

    function test_Open_RevertWhen_NoBankIsNamed() public {
        ICashLedger.Account memory terms = _terms(stranger, deal, AccountPurpose.Tax, CNY, "account 4");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotBank.selector, PartyId.wrap(0), stranger));
        vm.prank(stranger);
        ledger.open(terms);
    }

    function test_Open_RevertWhen_NoAccountIsNamed() public {
        _expectUnnamed(accountBank, _terms(accountBank, deal, AccountPurpose.Tax, CNY, ""));
    }

    function test_Open_RevertWhen_NoCurrencyIsNamed() public {
        Currency none = Currency.wrap(0);
        _expectUnnamed(accountBank, _terms(accountBank, deal, AccountPurpose.Tax, none, "account 4"));
    }

    function test_Open_RevertWhen_NoPurposeIsNamed() public {
        _expectUnnamed(accountBank, _terms(accountBank, deal, AccountPurpose.None, CNY, "account 4"));
    }

    function test_Open_RevertWhen_TheBankHoldsNoOffice() public {
        _expectOutside(guarantor, AccountPurpose.Tax);
    }

    function test_Open_RevertWhen_ADividedAccountIsElsewhere() public {
        _expectOutside(supervisingBank, AccountPurpose.Plan);
        _expectOutside(custodianHk, AccountPurpose.Guarantee);
        _expectOutside(custodianHk, AccountPurpose.Restricted);
    }

    function test_Open_RevertWhen_TheAccountIsKnown() public {
        ICashLedger.Account memory terms = _terms(accountBank, deal, AccountPurpose.Plan, CNY, "account 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.AccountKnown.selector, plan));
        vm.prank(accountBank);
        ledger.open(terms);
    }

    function test_Open_AtBanksOfTheDeal() public {
        address[5] memory banks = [accountBank, supervisingBank, custodianCn, custodianHk, custodianMo];
        for (uint256 i = 0; i < banks.length; ++i) {
            AccountId account = _open(banks[i], deal, AccountPurpose.Unclaimed, CNY, "account 5");
            ICashLedger.Account memory terms = ledger.termsOf(account);
            assertTrue(terms.bank == _partyOf(banks[i]) && terms.deal == deal, "bank and deal");
            assertEq(terms.accountHash, "account 5", "account");
            assertTrue(terms.currency == CNY && terms.purpose == AccountPurpose.Unclaimed, "currency and purpose");
        }
    }

    function test_Open_RevertWhen_ADividedAccountIsUnderAnotherHash() public {
        AccountPurpose[2] memory purposes = [AccountPurpose.Restricted, AccountPurpose.Plan];
        for (uint256 i = 0; i < purposes.length; ++i) {
            ICashLedger.Account memory terms = _terms(accountBank, deal, purposes[i], CNY, "account 6");
            bytes4 refusal = ICashLedger.DividedElsewhere.selector;
            vm.expectRevert(abi.encodeWithSelector(refusal, deal, purposes[i], bytes32("account 1")));
            vm.prank(accountBank);
            ledger.open(terms);
        }
    }

    function test_Open_OneHashByDealForDividedAccountsOfItsCurrency() public {
        _open(accountBank, deal, AccountPurpose.Restricted, CNY, "account 1");
        _open(accountBank, deal, AccountPurpose.Reserve, HKD, "account 6");
        _open(accountBank, _draftDeal(), AccountPurpose.Plan, CNY, "account 7");
    }

    function test_Open_TheFirstIsTheOneRoomsUse() public {
        AccountId first = _open(accountBank, deal, AccountPurpose.Tax, CNY, "account 5");
        _open(accountBank, deal, AccountPurpose.Tax, CNY, "account 6");
        assertTrue(ledger.accountOf(deal, AccountPurpose.Tax, CNY) == first, "first tax account");
    }

    function test_TermsOf_RevertWhen_TheAccountIsUnknown() public {
        AccountId unknown = AccountId.wrap("unknown");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.UnknownAccount.selector, unknown));
        ledger.termsOf(unknown);
    }

    /* CREDIT */

    function test_Credit_RevertWhen_TheAccountIsUnknown() public {
        AccountId unknown = AccountId.wrap("unknown");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.UnknownAccount.selector, unknown));
        vm.prank(accountBank);
        ledger.credit(unknown, 1_00, DAY, "line 1");
    }

    function test_Credit_RevertWhen_AnotherBankWrites() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotAccountBank.selector, plan, supervisingBank));
        vm.prank(supervisingBank);
        ledger.credit(plan, 1_00, DAY, "line 1");
    }

    function test_Credit_RevertWhen_TheAccountHoldsPayments() public {
        AccountId payment = _account(deal, AccountPurpose.Payment);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.AccountNotCreditable.selector, payment));
        vm.prank(accountBank);
        ledger.credit(payment, 1_00, DAY, "line 1");
    }

    function test_Credit_RevertWhen_TheAmountIsZero() public {
        vm.expectRevert(ICashLedger.AmountMissing.selector);
        vm.prank(accountBank);
        ledger.credit(plan, 0, DAY, "line 1");
    }

    function test_Credit_RevertWhen_NoReferenceIsGiven() public {
        vm.expectRevert(ICashLedger.BankReferenceMissing.selector);
        vm.prank(accountBank);
        ledger.credit(plan, 1_00, DAY, "");
    }

    /// @dev The same line of a statement is booked once, on whatever account of the bank.
    function test_Credit_RevertWhen_TheReferenceIsUsed() public {
        vm.startPrank(accountBank);
        ledger.credit(plan, 1_00, DAY, "line 1");
        AccountId guarantee = _account(deal, AccountPurpose.Guarantee);
        bytes memory used = abi.encodeWithSelector(
            ICashLedger.BankReferenceUsed.selector,
            _partyOf(accountBank),
            bytes32("line 1")
        );
        vm.expectRevert(used);
        ledger.credit(guarantee, 1_00, DAY, "line 1");
        vm.stopPrank();
    }

    function test_Credit_Books() public {
        vm.expectEmit(address(ledger));
        emit ICashLedger.EntryBooked(
            EntryId.wrap(1),
            plan,
            deal,
            ICashLedger.EntryKind.Bank,
            true,
            7_00,
            DAY,
            "line 1",
            NO_ENTRY
        );
        vm.prank(accountBank);
        EntryId entry = ledger.credit(plan, 7_00, DAY, "line 1");

        ICashLedger.Entry memory line = ledger.entryOf(entry);
        assertTrue(line.account == plan && line.isCredit && !line.isSpent && !line.isReversed, "entry");
        assertEq(line.amount, 7_00, "amount");
        assertEq(line.valueDay, DAY, "value day");
        assertEq(line.bankReference, "line 1", "reference");
        assertEq(ledger.balanceOf(plan), 7_00, "balance");
        assertEq(ledger.cashOf(deal, AccountPurpose.Plan, CNY), 7_00, "cash of the purpose");
        assertTrue(ledger.entryByReference(_partyOf(accountBank), "line 1") == entry, "entry by reference");
        assertEq(ledger.entryCount(), 1, "entries");
    }

    /// @dev Two banks number their statements alike.
    function test_Credit_ReferencesAreTheBanksOwn() public {
        vm.prank(accountBank);
        ledger.credit(plan, 1_00, DAY, "line 1");
        vm.prank(supervisingBank);
        ledger.credit(collection, 1_00, DAY, "line 1");
        assertEq(ledger.entryCount(), 2, "entries");
    }

    function test_EntryOf_RevertWhen_TheEntryIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.UnknownEntry.selector, EntryId.wrap(1)));
        ledger.entryOf(EntryId.wrap(1));
    }

    /* DEBIT */

    function test_Debit_RevertWhen_AnotherBankWrites() public {
        _creditTo(collection, 5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotAccountBank.selector, collection, accountBank));
        vm.prank(accountBank);
        ledger.debit(collection, 5_00, DAY, "line 1");
    }

    function test_Debit_RevertWhen_RoomsDivideTheAccount() public {
        for (uint8 i = uint8(AccountPurpose.Plan); i <= uint8(AccountPurpose.Subscription); ++i) {
            AccountId divided = _account(deal, AccountPurpose(i));
            vm.expectRevert(abi.encodeWithSelector(ICashLedger.AccountDivided.selector, divided));
            vm.prank(accountBank);
            ledger.debit(divided, 1_00, DAY, "line 1");
        }
    }

    /// @dev What is withheld from a holder waits for the paying room, not for the bank.
    function test_Debit_RevertWhen_TheAccountKeepsWithheldPayouts() public {
        AccountId withheld = _open(accountBank, deal, AccountPurpose.Restricted, CNY, "account 1");
        _creditTo(withheld, 1_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.AccountDivided.selector, withheld));
        vm.prank(accountBank);
        ledger.debit(withheld, 1_00, DAY, "line 1");
    }

    function test_Debit_RevertWhen_CashIsShort() public {
        _creditTo(collection, 5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.CashShort.selector, collection, 5_00, 5_01));
        vm.prank(supervisingBank);
        ledger.debit(collection, 5_01, DAY, "line 1");
    }

    function test_Debit_Books() public {
        _creditTo(collection, 5_00);
        vm.prank(supervisingBank);
        EntryId entry = ledger.debit(collection, 2_00, DAY, "line 2");
        assertFalse(ledger.entryOf(entry).isCredit, "side");
        assertEq(ledger.balanceOf(collection), 3_00, "balance");
    }

    /* REVERSE */

    function test_Reverse_RevertWhen_TheEntryIsUnknown() public {
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.UnknownEntry.selector, EntryId.wrap(9)));
        vm.prank(accountBank);
        ledger.reverse(EntryId.wrap(9), DAY, "line 1");
    }

    function test_Reverse_RevertWhen_AnotherBankWrites() public {
        EntryId entry = _creditTo(plan, 5_00);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotAccountBank.selector, plan, supervisingBank));
        vm.prank(supervisingBank);
        ledger.reverse(entry, DAY, "line 1");
    }

    function test_Reverse_RevertWhen_ItIsAReversal() public {
        EntryId entry = _creditTo(plan, 5_00);
        vm.startPrank(accountBank);
        EntryId reversal = ledger.reverse(entry, DAY, "line 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.EntryNotReversible.selector, reversal));
        ledger.reverse(reversal, DAY, "line 2");
        vm.stopPrank();
    }

    function test_Reverse_RevertWhen_ItIsReversed() public {
        EntryId entry = _creditTo(plan, 5_00);
        _creditTo(plan, 5_00);
        vm.startPrank(accountBank);
        ledger.reverse(entry, DAY, "line 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.EntryAlreadyReversed.selector, entry));
        ledger.reverse(entry, DAY, "line 2");
        vm.stopPrank();
    }

    function test_Reverse_RevertWhen_CashIsShort() public {
        EntryId entry = _creditTo(collection, 5_00);
        vm.startPrank(supervisingBank);
        ledger.debit(collection, 1_00, DAY, "line 1");
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.CashShort.selector, collection, 4_00, 5_00));
        ledger.reverse(entry, DAY, "line 2");
        vm.stopPrank();
    }

    function test_Reverse_BooksTheOppositeOfACredit() public {
        EntryId entry = _creditTo(plan, 5_00);
        vm.prank(accountBank);
        EntryId reversal = ledger.reverse(entry, DAY, "line 1");
        ICashLedger.Entry memory line = ledger.entryOf(reversal);
        assertTrue(!line.isCredit && line.counter == entry && line.amount == 5_00, "opposite");
        assertTrue(ledger.entryOf(entry).isReversed, "reversed");
        assertEq(ledger.balanceOf(plan), 0, "balance");
    }

    function test_Reverse_BooksTheOppositeOfADebit() public {
        _creditTo(collection, 5_00);
        vm.startPrank(supervisingBank);
        EntryId entry = ledger.debit(collection, 2_00, DAY, "line 1");
        EntryId reversal = ledger.reverse(entry, DAY, "line 2");
        vm.stopPrank();
        assertTrue(ledger.entryOf(reversal).isCredit, "side");
        assertEq(ledger.balanceOf(collection), 5_00, "balance");
    }

    /* TRAIL AND FUZZ */

    function test_EveryActTouchesTheTrail() public {
        (uint64 opened, ) = ledger.trailOf(deal);
        assertEq(opened, 7, "accounts opened");
        EntryId entry = _creditTo(collection, 5_00);
        vm.startPrank(supervisingBank);
        ledger.debit(collection, 1_00, DAY, "line 1");
        vm.stopPrank();
        _creditTo(collection, 1_00);
        vm.prank(supervisingBank);
        ledger.reverse(entry, DAY, "line 2");
        (uint64 count, ) = ledger.trailOf(deal);
        assertEq(count, 11, "acts");
    }

    function testFuzz_Entries_BalanceIsCreditsLessDebits(uint128[5] memory credits, uint128[5] memory debits) public {
        uint256 sum = 0;
        for (uint256 i = 0; i < 5; ++i) {
            uint128 amount = uint128(bound(credits[i], 1, type(uint64).max));
            _creditTo(collection, amount);
            sum += amount;
            uint128 taken = uint128(bound(debits[i], 0, sum));
            if (taken == 0) continue;
            bytes32 bankReference = _reference();
            vm.prank(supervisingBank);
            ledger.debit(collection, taken, DAY, bankReference);
            sum -= taken;
        }
        assertEq(ledger.balanceOf(collection), sum, "balance");
    }

    function _expectUnnamed(address bank, ICashLedger.Account memory terms) private {
        vm.expectRevert(ICashLedger.TermsMissing.selector);
        vm.prank(bank);
        ledger.open(terms);
    }

    function _expectOutside(address bank, AccountPurpose purpose) private {
        ICashLedger.Account memory terms = _terms(bank, deal, purpose, HKD, "account 4");
        PartyId party = _partyOf(bank);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotBankOfDeal.selector, deal, party, purpose));
        vm.prank(bank);
        ledger.open(terms);
    }
}
