// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

import {ICashLedger} from "../../../contracts/interfaces/ICashLedger.sol";
import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";
import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";

import {ReportLib} from "../../../contracts/libraries/ReportLib.sol";
import {HKD} from "../../../contracts/types/Currency.sol";
import {DealStage, AccountPurpose, Office, PeriodStage, ReportKind} from "../../../contracts/types/Enums.sol";
import {DealId, EntryId, Period} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {ContractWallet} from "./ContractWallet.sol";

/// @notice What a report must be to be accepted. Behaviour in CollectionOracle.tree.
contract CollectionOracleSubmitTest is CashFixture {
    DealId private deal;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
    }

    /* CONFIGURE */

    function test_Configure_RevertWhen_NotTheManager() public {
        DealId draft = _draftDeal();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, draft, Office.Manager, servicer));
        vm.prank(servicer);
        oracle.configure(draft, _reportingTerms());
    }

    function test_Configure_RevertGiven_TheDealIsNoDraft() public {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Active));
        vm.prank(manager);
        oracle.configure(deal, _reportingTerms());
    }

    function test_Configure_RevertWhen_ThereIsNoStream() public {
        DealId draft = _draftDeal();
        ICollectionOracle.ReportingTerms memory terms = _reportingTerms();
        terms.streams = 0;
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.StreamsMissing.selector, draft));
        vm.prank(manager);
        oracle.configure(draft, terms);
    }

    /// @dev The end of a window has 32 bits in the sums of a period.
    function test_Configure_RevertWhen_AWindowIsTooLong() public {
        ICollectionOracle.ReportingTerms memory terms = _reportingTerms();
        terms.challengeFor = 366 days + 1;
        _expectWindowTooLong(terms, terms.challengeFor);
        terms.challengeFor = 366 days;
        terms.disputeFor = type(uint32).max;
        _expectWindowTooLong(terms, terms.disputeFor);
        terms.disputeFor = 366 days;
        _configure(_draftDeal(), terms);
    }

    function test_Configure_States() public {
        DealId draft = _draftDeal();
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.ReportingConfigured(draft, oracle.configDigestOf(draft), _reportingTerms());
        _configure(draft, _reportingTerms());
    }

    function test_ConfigDigestOf_BindsTheDealAndTheChain() public {
        bytes32 digest = oracle.configDigestOf(deal);
        assertTrue(digest != oracle.configDigestOf(_draftDeal()), "another deal");
        vm.chainId(9);
        assertTrue(digest != oracle.configDigestOf(deal), "another chain");
    }

    function test_DigestOf_BindsTheChain() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        bytes32 digest = oracle.digestOf(report);
        vm.chainId(9);
        assertTrue(digest != oracle.digestOf(report), "another chain");
    }

    /// @dev What ERC-5267 tells is what reports are signed under.
    function test_Eip712Domain_IsThatOfTheDigest() public view {
        (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address room,
            bytes32 salt,

        ) = oracle.eip712Domain();
        assertTrue(fields == 0x0f && salt == 0, "name, version, chain and contract");
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(name)),
                keccak256(bytes(version)),
                chainId,
                room
            )
        );
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        bytes32 digest = MessageHashUtils.toTypedDataHash(domain, ReportLib.hash(report));
        assertEq(oracle.digestOf(report), digest, "digest");
    }

    /* KIND AND PLACE */

    function test_Submit_RevertWhen_ItIsARestatement() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.kind = ReportKind.Restatement;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.ReportKindUnfit.selector, report.kind));
    }

    function test_Submit_RevertWhen_ItHasNoKind() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.kind = ReportKind.None;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.ReportKindUnfit.selector, report.kind));
    }

    function test_Submit_RevertWhen_ItSupersedes() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.supersedes = "another";
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.ReportKindUnfit.selector, report.kind));
    }

    function test_Submit_RevertWhen_TheStreamIsUnknown() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.streamId = 2;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.UnknownStream.selector, 2));
        report.streamId = 0;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.UnknownStream.selector, 0));
    }

    function test_Submit_RevertWhen_TheCommitteeIsOfAnotherDeal() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        bytes32 config = report.configDigest;
        report.configDigest = oracle.configDigestOf(_draftDeal());
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.WrongCommittee.selector, config));
    }

    function test_Submit_RevertWhen_TheCurrencyIsNotTheDeals() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.currency = HKD;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.WrongCurrency.selector, 156));
    }

    function test_Submit_RevertWhen_ItIsExpired() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        vm.warp(report.validUntil + 1);
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.ReportExpired.selector, report.validUntil));
        vm.warp(report.validUntil);
        _submit(report);
    }

    function test_Submit_RevertWhen_ThePeriodIsNotOpen() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, SECOND);
        bytes4 selector = ICollectionOracle.PeriodNotOpen.selector;
        _expectRefusal(report, abi.encodeWithSelector(selector, deal, SECOND, PeriodStage.None));
    }

    function test_Submit_RevertGiven_ThePeriodIsBooked() public {
        _run(deal, FIRST);
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.seq = 2;
        bytes4 selector = ICollectionOracle.PeriodNotOpen.selector;
        _expectRefusal(report, abi.encodeWithSelector(selector, deal, FIRST, PeriodStage.Booked));
    }

    /* FIGURES */

    function test_Submit_RevertWhen_TheNetIsNotTheSum() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        report.net -= 1;
        bytes4 selector = ICollectionOracle.NetMismatch.selector;
        _expectRefusal(report, abi.encodeWithSelector(selector, INCOME + PRINCIPAL, report.net));
    }

    function test_Submit_RevertWhen_DeductionsExceedCollections() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        (report.income, report.deductions) = (1_00, 1_01);
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.NetMismatch.selector, 0, 0));
    }

    function test_Submit_RevertWhen_AFigureIsTooLarge() public {
        uint128 large = 1 << 48;
        for (uint256 i = 0; i < 8; ++i) {
            ICollectionOracle.CollectionReport memory report = _largeReport(i, large);
            _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.FigureTooLarge.selector, large));
        }
    }

    function test_Submit_RevertWhen_ThereAreTooManyFees() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.feesDue = new uint128[](9);
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.TooManyFees.selector, 9));
    }

    function test_Submit_RevertWhen_AnInterimReportStatesPerforming() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.performing[2] = 1;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.PerformingNotFinal.selector));
    }

    function test_Submit_RevertWhen_ANilCollects() public {
        ICollectionOracle.CollectionReport memory report = _nil();
        (report.income, report.deductions) = (5_00, 5_00);
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.NilNotEmpty.selector));
    }

    function test_Submit_RevertWhen_ANilHasReceipts() public {
        ICollectionOracle.CollectionReport memory report = _nil();
        report.receipts = new EntryId[](1);
        report.receipts[0] = _creditTo(_plan(deal), 5_00);
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.NilNotEmpty.selector));
    }

    function test_Submit_RevertWhen_ANilDoesNotCloseTheStream() public {
        ICollectionOracle.CollectionReport memory report = _nil();
        report.isFinal = false;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.NilNotEmpty.selector));
    }

    function test_Submit_RevertWhen_AFeeExceedsItsCap() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.feesDue = new uint128[](1);
        report.feesDue[0] = 50_01;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.FeeAboveCap.selector, 0, 50_01, 50_00));
    }

    /// @dev The cap is of the period, whatever number of reports.
    function test_Submit_RevertWhen_FeesOfThePeriodExceedTheCap() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.feesDue = new uint128[](1);
        report.feesDue[0] = 30_00;
        _submit(report);
        report.seq = 2;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.FeeAboveCap.selector, 0, 60_00, 50_00));
    }

    function test_Submit_RevertWhen_AFeeHasNoCap() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.feesDue = new uint128[](6);
        report.feesDue[5] = 1;
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.FeeAboveCap.selector, 5, 1, 0));
    }

    /* RECEIPTS */

    function test_Submit_RevertWhen_AReceiptIsUnknown() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        report.receipts[0] = EntryId.wrap(77);
        _expectRefusal(report, abi.encodeWithSelector(ICashLedger.UnknownEntry.selector, 77));
    }

    function test_Submit_RevertWhen_AReceiptIsNamedTwice() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        EntryId receipt = report.receipts[0];
        report.receipts = new EntryId[](2);
        (report.receipts[0], report.receipts[1]) = (receipt, receipt);
        _expectRefusal(report, abi.encodeWithSelector(ICashLedger.EntryUsed.selector, receipt));
    }

    function test_Submit_RevertWhen_AnotherReportHasUsedTheReceipt() public {
        ICollectionOracle.CollectionReport memory first = _report(deal, FIRST);
        first.isFinal = false;
        first.performing[1] = 0;
        _submit(first);
        ICollectionOracle.CollectionReport memory second = _report(deal, FIRST);
        (second.seq, second.receipts) = (2, first.receipts);
        _expectRefusal(second, abi.encodeWithSelector(ICashLedger.EntryUsed.selector, first.receipts[0]));
    }

    function test_Submit_RevertWhen_AReceiptIsOfAnotherAccount() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        report.receipts[0] = _creditTo(_account(deal, AccountPurpose.Guarantee), 6_000_00);
        bytes4 selector = ICashLedger.NotReceipt.selector;
        _expectRefusal(report, abi.encodeWithSelector(selector, report.receipts[0], _plan(deal)));
    }

    function test_Submit_RevertWhen_AReceiptIsOfAnotherDeal() public {
        DealId other = _draftDeal();
        _openAccounts(other);
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        report.receipts[0] = _creditTo(_plan(other), 6_000_00);
        bytes4 selector = ICashLedger.NotReceipt.selector;
        _expectRefusal(report, abi.encodeWithSelector(selector, report.receipts[0], _plan(deal)));
    }

    function test_Submit_RevertWhen_AReceiptIsReversed() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        vm.prank(accountBank);
        ledger.reverse(report.receipts[0], DAY, "back 1");
        bytes4 selector = ICashLedger.EntryAlreadyReversed.selector;
        _expectRefusal(report, abi.encodeWithSelector(selector, report.receipts[0]));
    }

    function test_Submit_RevertWhen_ReceiptsExceedTheNet() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        report.income -= 1;
        report.net -= 1;
        bytes4 selector = ICollectionOracle.ReceiptsAboveNet.selector;
        _expectRefusal(report, abi.encodeWithSelector(selector, report.net + 1, report.net));
    }

    /* QUORUM */

    function test_Submit_RevertWhen_SignersAreNotSorted() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        (signatures[0], signatures[1]) = (signatures[1], signatures[0]);
        bytes4 selector = ICollectionOracle.SignersNotSorted.selector;
        _expectRefusal(report, signatures, abi.encodeWithSelector(selector, signatures[1].signer));
    }

    function test_Submit_RevertWhen_ASignerSignsTwice() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        signatures[1] = signatures[0];
        bytes4 selector = ICollectionOracle.SignersNotSorted.selector;
        _expectRefusal(report, signatures, abi.encodeWithSelector(selector, signatures[1].signer));
    }

    function test_Submit_RevertWhen_ASignerIsNotOnTheCommittee() public {
        _expectOutsider(guarantor);
        _expectOutsider(stranger);
    }

    function test_Submit_RevertWhen_ASignersPartyIsRevoked() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        parties.partyOf(servicer);
        vm.startPrank(attesterCn);
        parties.revoke(parties.partyOf(servicer), "fraud");
        vm.stopPrank();
        _expectRefusal(report, abi.encodeWithSelector(ICollectionOracle.NotOnCommittee.selector, servicer));
    }

    function test_Submit_RevertWhen_ASignatureIsOfAnotherKey() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        signatures[0].signature = _signature(stranger, oracle.digestOf(report));
        bytes4 selector = ICollectionOracle.SignatureRefused.selector;
        _expectRefusal(report, signatures, abi.encodeWithSelector(selector, signatures[0].signer));
    }

    function test_Submit_RevertWhen_ASignatureIsOfAnotherReport() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        report.losses = 1;
        bytes4 selector = ICollectionOracle.SignatureRefused.selector;
        _expectRefusal(report, signatures, abi.encodeWithSelector(selector, signatures[0].signer));
    }

    function test_Submit_RevertWhen_NobodySigns() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        _expectQuorum(report, new ICollectionOracle.SignerSignature[](0), 7, 0);
    }

    function test_Submit_RevertWhen_ServicerOrBankIsMissing() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        address[] memory signers = new address[](2);
        (signers[0], signers[1]) = (servicer, verificationAgent);
        _expectQuorum(report, _signBy(report, signers), 3, 5);
        signers[0] = accountBank;
        _expectQuorum(report, _signBy(report, signers), 3, 6);
    }

    function test_Submit_RevertWhen_AFinalReportIsNotVerified() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        _expectQuorum(report, _signPair(report), 7, 3);
    }

    function test_Submit_RevertWhen_ARefundIsNotVerified() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.refundDue = 1;
        _expectQuorum(report, _signPair(report), 7, 3);
    }

    /// @dev Baseline 6,000.00 and 10 %: 6,600.00 passes, one fen more does not.
    function test_Submit_RevertWhen_CollectionsAboveTheBandAreNotVerified() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report = _collect(report, 600_01, 6_000_00);
        _expectQuorum(report, _signPair(report), 7, 3);
        report.receipts = new EntryId[](0);
        (report.income, report.net) = (600_00, 6_600_00);
        oracle.submit(report, _signPair(report));
    }

    /// @dev The band is of the period: what other reports collected counts.
    function test_Submit_RevertWhen_TheSumAboveTheBandIsNotVerified() public {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report = _collect(report, 600_00, 3_000_00);
        oracle.submit(report, _signPair(report));
        report.seq = 2;
        report = _collect(report, 1, 3_000_00);
        _expectQuorum(report, _signPair(report), 7, 3);
    }

    /// @dev Periods beyond the baselines expect nothing.
    function test_Submit_RevertWhen_CollectionsWithoutBaselineAreNotVerified() public {
        _run(deal, FIRST);
        _run(deal, SECOND);
        ICollectionOracle.CollectionReport memory report = _collect(_bareReport(deal, Period.wrap(3)), 1, 0);
        _expectQuorum(report, _signPair(report), 7, 3);
    }

    function test_Submit_AcceptsAnInterimReportOfThePair() public {
        ICollectionOracle.CollectionReport memory report = _collect(_bareReport(deal, FIRST), 10_00, 0);
        oracle.submit(report, _signPair(report));
        ICollectionOracle.Filing memory filing = oracle.filingOf(deal, FIRST, STREAM, 1);
        assertEq(filing.signers, 3, "signers");
        assertFalse(oracle.isComplete(deal, FIRST), "more is to come");
    }

    function test_Submit_AcceptsAContractWallet() public {
        ContractWallet wallet = new ContractWallet(servicer);
        _bind(_attestation("servicer Nansha", address(wallet), GUANGZHOU), servicer);
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        for (uint256 i = 0; i < 3; ++i) {
            if (signatures[i].signer == servicer) signatures[i].signer = address(wallet);
        }
        _sort(signatures);
        oracle.submit(report, signatures);
        assertTrue(oracle.isComplete(deal, FIRST), "accepted");
    }

    function test_Submit_RevertWhen_AContractWalletRefuses() public {
        ContractWallet wallet = new ContractWallet(stranger);
        _bind(_attestation("servicer Nansha", address(wallet), GUANGZHOU), servicer);
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        ICollectionOracle.SignerSignature[] memory signatures = new ICollectionOracle.SignerSignature[](1);
        bytes memory signature = _signature(servicer, oracle.digestOf(report));
        signatures[0] = ICollectionOracle.SignerSignature(address(wallet), signature);
        bytes4 selector = ICollectionOracle.SignatureRefused.selector;
        _expectRefusal(report, signatures, abi.encodeWithSelector(selector, address(wallet)));
    }

    /* ACCEPTED */

    function test_Submit_Accepts() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        bytes32 digest = oracle.digestOf(report);
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.ReportAccepted(deal, FIRST, STREAM, digest, 7, 6_000_00, report);
        assertEq(_submit(report), digest, "digest");

        ICollectionOracle.Filing memory filing = oracle.filingOf(deal, FIRST, STREAM, 1);
        assertEq(bytes32(filing.digestPrefix), bytes32(bytes24(digest)), "prefix");
        assertEq(filing.acceptedAt, block.timestamp, "accepted at");
        assertTrue(filing.stage == ICollectionOracle.FilingStage.Standing, "standing");
        assertEq(filing.signers, 7, "signers");
        ICollectionOracle.Stream memory stream = oracle.streamOf(deal, FIRST, STREAM);
        assertTrue(stream.lastSeq == 1 && stream.isFinal && stream.disputedSeq == 0, "stream");
        assertTrue(ledger.entryOf(report.receipts[0]).isSpent, "receipt");
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "stage");
        (uint64 acts, ) = oracle.trailOf(deal);
        assertEq(acts, 2, "trail");
    }

    function test_Submit_AcceptsANil() public {
        _submit(_nil());
        assertTrue(oracle.isComplete(deal, FIRST), "complete");
        assertEq(oracle.totalsOf(deal, FIRST).income, 0, "income");
    }

    function _largeReport(
        uint256 position,
        uint128 large
    ) private view returns (ICollectionOracle.CollectionReport memory report) {
        report = _bareReport(deal, FIRST);
        report.isFinal = true;
        if (position == 0) (report.income, report.net) = (large, large);
        if (position == 1) (report.principal, report.net) = (large, large);
        if (position == 2) report.withServicer = large;
        if (position == 3) report.performing[3] = large;
        if (position == 4) report.defaulted = large;
        if (position == 5) report.losses = large;
        if (position == 6) report.refundDue = large;
        if (position == 7) (report.feesDue = new uint128[](2))[1] = large;
    }

    function _nil() private view returns (ICollectionOracle.CollectionReport memory report) {
        report = _bareReport(deal, FIRST);
        (report.kind, report.isFinal) = (ReportKind.Nil, true);
    }

    function _sort(ICollectionOracle.SignerSignature[] memory signatures) private pure {
        for (uint256 i = 1; i < signatures.length; ++i) {
            for (uint256 j = i; j != 0 && signatures[j].signer < signatures[j - 1].signer; --j) {
                (signatures[j], signatures[j - 1]) = (signatures[j - 1], signatures[j]);
            }
        }
    }

    function _expectOutsider(address signer) private {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        address[] memory signers = new address[](1);
        signers[0] = signer;
        bytes4 selector = ICollectionOracle.NotOnCommittee.selector;
        _expectRefusal(report, _signBy(report, signers), abi.encodeWithSelector(selector, signer));
    }

    function _expectQuorum(
        ICollectionOracle.CollectionReport memory report,
        ICollectionOracle.SignerSignature[] memory signatures,
        uint8 needed,
        uint8 signed
    ) private {
        bytes4 selector = ICollectionOracle.QuorumMissing.selector;
        _expectRefusal(report, signatures, abi.encodeWithSelector(selector, needed, signed));
    }

    /// @dev Fully signed, and refused without a trace.
    function _expectRefusal(ICollectionOracle.CollectionReport memory report, bytes memory refusal) private {
        _expectRefusal(report, _signAll(report), refusal);
    }

    function _expectWindowTooLong(ICollectionOracle.ReportingTerms memory terms, uint32 length) private {
        DealId draft = _draftDeal();
        bytes4 selector = ICollectionOracle.WindowTooLong.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, length, uint32(366 days)));
        vm.prank(manager);
        oracle.configure(draft, terms);
    }

    function _expectRefusal(
        ICollectionOracle.CollectionReport memory report,
        ICollectionOracle.SignerSignature[] memory signatures,
        bytes memory refusal
    ) private {
        bytes32 before = oracle.totalsOf(deal, report.period).digest;
        vm.expectRevert(refusal);
        oracle.submit(report, signatures);
        assertEq(oracle.totalsOf(deal, report.period).digest, before, "state unchanged");
    }
}
