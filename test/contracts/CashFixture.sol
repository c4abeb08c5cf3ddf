// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../../contracts/interfaces/ICashLedger.sol";
import {ICollectionOracle} from "../../contracts/interfaces/ICollectionOracle.sol";
import {IWaterfall} from "../../contracts/interfaces/IWaterfall.sol";

import {RolesLib} from "../../contracts/access/RolesLib.sol";
import {CashLedger} from "../../contracts/cash/CashLedger.sol";
import {CollectionOracle} from "../../contracts/reports/CollectionOracle.sol";
import {CNY, Currency, HKD} from "../../contracts/types/Currency.sol";
import {AccountPurpose, PeriodStage, ReportKind} from "../../contracts/types/Enums.sol";
import {AccountId, DealId, EntryId, PartyId, Period, SeriesId} from "../../contracts/types/Ids.sol";
import {ScheduleBook} from "../../contracts/waterfall/ScheduleBook.sol";
import {Waterfall} from "../../contracts/waterfall/Waterfall.sol";
import {RoomsFixture} from "./RoomsFixture.sol";
import {DealProgram} from "./waterfall/DealProgram.sol";

/// @notice The rooms up to the waterfall, on top of those of `RoomsFixture`, and its deal with accounts, reports and a program.
///
/// ACCOUNTS
/// One account of the account bank with five sub-ledgers (plan, reserve, guarantee, payment, subscription) in yuan, one plan account
/// there in Hong Kong dollars, and a collection account at the supervising bank.
///
/// REPORTS
/// One stream; `_report` is the final report of a period: income 1,000.00, principal 5,000.00, all received. Baseline 6,000.00 a
/// period, band 10 %, refunds up to 100.00, fee 0 up to 50.00. No challenge window unless a test asks for one.
///
/// PROGRAM
/// `DealProgram`. Support 0 is the guarantor, committed for 2,000.00.
abstract contract CashFixture is RoomsFixture {
    Period internal constant FIRST = Period.wrap(1);
    Period internal constant SECOND = Period.wrap(2);
    uint16 internal constant STREAM = 1;
    uint32 internal constant DAY = 20_700;
    uint128 internal constant INCOME = 1_000_00;
    uint128 internal constant PRINCIPAL = 5_000_00;
    uint128 internal constant COMMITMENT = 2_000_00;
    uint32 internal constant CALL_FOR = 1 days;
    /// @dev Between the due dates of streams and periods.
    uint64 internal constant MONTH = 30 days;

    CashLedger internal ledger;
    CollectionOracle internal oracle;
    Waterfall internal waterfall;
    ScheduleBook internal schedules;

    uint256 private _references;

    function _deployRooms() internal virtual override {
        super._deployRooms();
        ledger = CashLedger(_deploy("CashLedger", abi.encode(address(access), parties, deals)));
        oracle = CollectionOracle(_deploy("CollectionOracle", abi.encode(parties, deals, ledger)));
        waterfall = Waterfall(_deploy("Waterfall", abi.encode(parties, deals, ledger, oracle)));
        schedules = ScheduleBook(_deploy("ScheduleBook", abi.encode(deals, waterfall)));
    }

    function _wireRooms() internal virtual override {
        super._wireRooms();
        _restrict(address(ledger), CashLedger.shift.selector, RolesLib.CASH_MOVER);
        _restrict(address(ledger), CashLedger.pay.selector, RolesLib.CASH_MOVER);
        _restrict(address(ledger), CashLedger.takeBack.selector, RolesLib.CASH_MOVER);
        _restrict(address(ledger), CashLedger.spend.selector, RolesLib.ROOM_REPORTS);
        _restrict(address(ledger), CashLedger.release.selector, RolesLib.ROOM_REPORTS);
        _grantRoom(RolesLib.ROOM_REPORTS, address(oracle));
        _grantRoom(RolesLib.PERIOD_MOVER, address(oracle));
        _grantRoom(RolesLib.ROOM_WATERFALL, address(waterfall));
        _grantRoom(RolesLib.PERIOD_MOVER, address(waterfall));
        _grantRoom(RolesLib.DEAL_MOVER, address(waterfall));
        _grantRoom(RolesLib.ROOM_SCHEDULES, address(schedules));
    }

    /* ACCOUNTS */

    function _openAccounts(DealId deal) internal {
        for (uint8 i = uint8(AccountPurpose.Plan); i <= uint8(AccountPurpose.Subscription); ++i) {
            _open(accountBank, deal, AccountPurpose(i), CNY, "account 1");
        }
        _open(accountBank, deal, AccountPurpose.Plan, HKD, "account 2");
        _open(supervisingBank, deal, AccountPurpose.Collection, CNY, "account 3");
    }

    function _open(
        address bank,
        DealId deal,
        AccountPurpose purpose,
        Currency currency,
        bytes32 accountHash
    ) internal returns (AccountId) {
        ICashLedger.Account memory terms = _terms(bank, deal, purpose, currency, accountHash);
        vm.prank(bank);
        return ledger.open(terms);
    }

    function _terms(
        address bank,
        DealId deal,
        AccountPurpose purpose,
        Currency currency,
        bytes32 accountHash
    ) internal view returns (ICashLedger.Account memory) {
        return
            ICashLedger.Account({
                bank: parties.partyOf(bank),
                accountHash: accountHash,
                currency: currency,
                deal: deal,
                purpose: purpose
            });
    }

    function _account(DealId deal, AccountPurpose purpose) internal view returns (AccountId) {
        return ledger.accountOf(deal, purpose, CNY);
    }

    function _plan(DealId deal) internal view returns (AccountId) {
        return _account(deal, AccountPurpose.Plan);
    }

    /// @dev A reference no entry has yet.
    function _reference() internal returns (bytes32) {
        return bytes32(++_references);
    }

    function _creditTo(AccountId account, uint128 amount) internal returns (EntryId) {
        bytes32 bankReference = _reference();
        address bank = ledger.termsOf(account).bank == parties.partyOf(accountBank) ? accountBank : supervisingBank;
        vm.prank(bank);
        return ledger.credit(account, amount, DAY, bankReference);
    }

    /* REPORTS */

    function _reportingTerms() internal pure virtual returns (ICollectionOracle.ReportingTerms memory terms) {
        terms.streams = 1;
        terms.bandPpb = 100_000_000;
        terms.refundCap = 100_00;
        terms.feeCaps[0] = 50_00;
        terms.baselines = new uint64[](2);
        (terms.baselines[0], terms.baselines[1]) = (6_000_00, 6_000_00);
        terms.dueAt = new uint64[](16);
        for (uint64 i = 0; i < 16; ++i) terms.dueAt[i] = START + (i + 1) * MONTH;
    }

    function _configure(DealId deal, ICollectionOracle.ReportingTerms memory terms) internal {
        vm.prank(manager);
        oracle.configure(deal, terms);
    }

    /// @dev The final report of a period with one receipt for its net.
    function _report(DealId deal, Period period) internal returns (ICollectionOracle.CollectionReport memory report) {
        report = _bareReport(deal, period);
        report.isFinal = true;
        report.performing[1] = 50_000_00;
        return _collect(report, INCOME, PRINCIPAL);
    }

    /// @dev A report of nothing, first of its stream.
    function _bareReport(
        DealId deal,
        Period period
    ) internal view returns (ICollectionOracle.CollectionReport memory report) {
        report.dealId = deal;
        report.streamId = STREAM;
        report.period = period;
        report.seq = 1;
        report.kind = ReportKind.Initial;
        report.currency = CNY;
        report.statementHash = "statement";
        report.evidenceRoot = "evidence";
        report.observedAt = uint48(block.timestamp);
        report.validUntil = uint48(block.timestamp) + 30 days;
        report.configDigest = oracle.configDigestOf(deal);
    }

    /// @dev Adds collections and the credit that carries them.
    function _collect(
        ICollectionOracle.CollectionReport memory report,
        uint128 income,
        uint128 principal
    ) internal returns (ICollectionOracle.CollectionReport memory) {
        report.income = income;
        report.principal = principal;
        report.net = income + principal;
        report.receipts = new EntryId[](1);
        report.receipts[0] = _creditTo(_plan(report.dealId), report.net);
        return report;
    }

    function _submit(ICollectionOracle.CollectionReport memory report) internal returns (bytes32) {
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        vm.prank(stranger);
        return oracle.submit(report, signatures);
    }

    function _restate(
        ICollectionOracle.CollectionReport memory previous,
        ICollectionOracle.CollectionReport memory report
    ) internal returns (bytes32) {
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        vm.prank(stranger);
        return oracle.restate(previous, report, signatures);
    }

    /// @dev The restatement of a report, with the next number.
    function _restatementOf(
        ICollectionOracle.CollectionReport memory previous
    ) internal view returns (ICollectionOracle.CollectionReport memory report) {
        report = abi.decode(abi.encode(previous), (ICollectionOracle.CollectionReport));
        report.kind = ReportKind.Restatement;
        report.seq = previous.seq + 1;
        report.supersedes = oracle.digestOf(previous);
    }

    function _signAll(
        ICollectionOracle.CollectionReport memory report
    ) internal view returns (ICollectionOracle.SignerSignature[] memory) {
        address[] memory signers = new address[](3);
        (signers[0], signers[1], signers[2]) = (servicer, accountBank, verificationAgent);
        return _signBy(report, signers);
    }

    function _signPair(
        ICollectionOracle.CollectionReport memory report
    ) internal view returns (ICollectionOracle.SignerSignature[] memory) {
        address[] memory signers = new address[](2);
        (signers[0], signers[1]) = (servicer, accountBank);
        return _signBy(report, signers);
    }

    /// @dev Signatures sorted by signer.
    function _signBy(
        ICollectionOracle.CollectionReport memory report,
        address[] memory signers
    ) internal view returns (ICollectionOracle.SignerSignature[] memory signatures) {
        bytes32 digest = oracle.digestOf(report);
        signatures = new ICollectionOracle.SignerSignature[](signers.length);
        for (uint256 i = 0; i < signers.length; ++i) {
            uint256 place = i;
            for (; place != 0 && signatures[place - 1].signer > signers[i]; --place) {
                signatures[place] = signatures[place - 1];
            }
            signatures[place] = ICollectionOracle.SignerSignature(signers[i], _signature(signers[i], digest));
        }
    }

    function _signature(address signer, bytes32 digest) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf[signer], digest);
        return abi.encodePacked(r, s, v);
    }

    /* PROGRAM */

    function _programTerms() internal pure virtual returns (IWaterfall.ProgramTerms memory terms) {
        terms.program = DealProgram.words();
        terms.schedule = DealProgram.schedule(4);
        terms.opening = DealProgram.opening(COMMITMENT);
        terms.callFor = CALL_FOR;
    }

    function _store(DealId deal, IWaterfall.ProgramTerms memory terms) internal returns (bytes32) {
        vm.prank(manager);
        return waterfall.store(deal, terms);
    }

    /* DEAL */

    /// @dev Drafted and pledged, with accounts, reporting terms and program.
    function _preparedDeal() internal returns (DealId deal) {
        deal = _pledgedDeal();
        _openAccounts(deal);
        _configure(deal, _reportingTerms());
        _store(deal, _programTerms());
    }

    /// @dev Active, period 1 open; this contract stands in for notes, offering and paying rooms.
    function _payingDeal() internal returns (DealId deal) {
        deal = _preparedDeal();
        _activate(deal);
    }

    function _activate(DealId deal) internal {
        _standInForRooms();
        _grantRoom(RolesLib.CASH_MOVER, address(this));
        SeriesId[] memory series = deals.seriesOf(deal);
        for (uint160 i = 0; i < series.length; ++i) deals.recordNote(deal, series[i], address(0xA000 + i));
        vm.prank(manager);
        deals.offer(deal);
        deals.activate(deal);
    }

    function _calculate(DealId deal, Period period) internal returns (bytes32) {
        vm.prank(stranger);
        return waterfall.calculate(deal, period);
    }

    function _approve(DealId deal, Period period, bytes32 distributionHash) internal {
        vm.prank(trustee);
        waterfall.approve(deal, period, distributionHash);
    }

    /// @dev What the paying room does: moves the flows into the payment account, then the period.
    function _book(IWaterfall.Distribution memory distribution) internal {
        AccountId payment = _account(distribution.deal, AccountPurpose.Payment);
        for (uint8 i = 0; i < 3; ++i) {
            AccountId account = _account(distribution.deal, AccountPurpose(uint8(AccountPurpose.Plan) + i));
            int128 flow = distribution.flows[i];
            if (flow > 0) ledger.shift(account, payment, uint128(flow), "book");
        }
        for (uint8 i = 0; i < 3; ++i) {
            AccountId account = _account(distribution.deal, AccountPurpose(uint8(AccountPurpose.Plan) + i));
            int128 flow = distribution.flows[i];
            if (flow < 0) ledger.shift(payment, account, uint128(-flow), "book");
        }
        deals.movePeriod(distribution.deal, distribution.period, PeriodStage.Booked);
    }

    /// @dev A period from its report to its booking.
    function _run(DealId deal, Period period) internal returns (IWaterfall.Distribution memory distribution) {
        _submit(_report(deal, period));
        distribution = waterfall.preview(deal, period);
        _approve(deal, period, _calculate(deal, period));
        _book(distribution);
    }

    function _partyOf(address wallet) internal view returns (PartyId) {
        return parties.partyOf(wallet);
    }
}
