// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";

import {DealId, EntryId, Period} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {InvariantBase} from "../Vm.sol";

/// @notice One period of two streams: reports, restatements, conflicts and disputes in any order.
contract ReportHandler is CashFixture {
    DealId public deal;
    uint256 public accepted;
    uint256 public refused;

    ICollectionOracle.CollectionReport[] private _reports;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
    }

    function _reportingTerms() internal pure override returns (ICollectionOracle.ReportingTerms memory terms) {
        terms = super._reportingTerms();
        terms.streams = 2;
        terms.challengeFor = 1 days;
        terms.disputeFor = 1 days;
    }

    /* ACTIONS */

    /// @dev Next in its stream, mostly; without receipts, with one, or with one that is used.
    function submit(uint8 streamId, uint32 income, uint32 principal, uint8 receipt, bool isFinal) external {
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.streamId = 1 + (streamId % 2);
        report.seq = oracle.streamOf(deal, FIRST, report.streamId).lastSeq + (receipt == 255 ? 2 : 1);
        (report.income, report.principal, report.net) = (income, principal, uint128(income) + principal);
        (report.isFinal, report.losses) = (isFinal, receipt);
        _receive(report, receipt);
        _try(report, abi.encodeCall(oracle.submit, (report, _signAll(report))));
    }

    function restate(uint8 which, uint32 income, uint8 receipt, bool isFinal) external {
        if (_reports.length == 0) return;
        ICollectionOracle.CollectionReport memory previous = _reports[which % _reports.length];
        ICollectionOracle.CollectionReport memory report = _restatementOf(previous);
        report.seq = oracle.streamOf(deal, FIRST, report.streamId).lastSeq + 1;
        (report.income, report.principal, report.net) = (income, 0, income);
        (report.isFinal, report.losses) = (isFinal, receipt);
        if (receipt % 4 != 0) _receive(report, receipt);
        _try(report, abi.encodeCall(oracle.restate, (previous, report, _signAll(report))));
    }

    /// @dev Signed by the whole committee, for a number that is taken.
    function contradict(uint8 which) external {
        if (_reports.length == 0) return;
        ICollectionOracle.CollectionReport memory report = _reports[which % _reports.length];
        report.evidenceRoot = keccak256(abi.encode(report.evidenceRoot));
        if (report.supersedes != 0) return;
        _ask(stranger, abi.encodeCall(oracle.submit, (report, _signAll(report))));
    }

    function dispute(uint8 which, uint8 office) external {
        if (_reports.length == 0) return;
        ICollectionOracle.CollectionReport memory report = _reports[which % _reports.length];
        address[4] memory wallets = [trustee, verificationAgent, supervisingBank, servicer];
        bytes memory data = abi.encodeCall(oracle.dispute, (deal, FIRST, report.streamId, report.seq, "letter"));
        _ask(wallets[office % 4], data);
    }

    function uphold(uint8 streamId) external {
        _ask(trustee, abi.encodeCall(oracle.uphold, (deal, FIRST, 1 + (streamId % 2))));
    }

    function reject(uint8 which, bool isLate) external {
        if (_reports.length == 0) return;
        if (isLate) vm.warp(block.timestamp + 1 days);
        bytes memory data = abi.encodeCall(oracle.reject, (_reports[which % _reports.length]));
        _ask(isLate ? stranger : trustee, data);
    }

    /* VIEWS */

    function room() external view returns (ICollectionOracle) {
        return oracle;
    }

    function reportCount() external view returns (uint256) {
        return _reports.length;
    }

    function reportAt(uint256 index) external view returns (ICollectionOracle.CollectionReport memory) {
        return _reports[index];
    }

    function isSpent(EntryId entry) external view returns (bool) {
        return ledger.entryOf(entry).isSpent;
    }

    function amountOf(EntryId entry) external view returns (uint128) {
        return ledger.entryOf(entry).amount;
    }

    function _receive(ICollectionOracle.CollectionReport memory report, uint8 receipt) private {
        if (report.net == 0 || receipt % 3 == 0) return;
        report.receipts = new EntryId[](1);
        uint64 count = ledger.entryCount();
        bool isOld = receipt % 7 == 0 && count != 0;
        report.receipts[0] =
            isOld
                ? EntryId.wrap(1 + (receipt % count))
                : _creditTo(_plan(deal), 1 + (report.net - 1) / (1 + (receipt % 2)));
    }

    function _try(ICollectionOracle.CollectionReport memory report, bytes memory data) private {
        if (_ask(stranger, data)) {
            ++accepted;
            _reports.push(report);
        }
    }

    function _ask(address caller, bytes memory data) private returns (bool isDone) {
        vm.prank(caller);
        (isDone, ) = address(oracle).call(data);
        if (!isDone) ++refused;
    }
}

/// @notice What holds of a period's reports after any history.
contract ReportInvariants is InvariantBase {
    Period private constant FIRST = Period.wrap(1);

    ReportHandler private _handler;

    function setUp() public {
        _handler = new ReportHandler();
        _handler.setUp();
        bytes4[] memory selectors = new bytes4[](6);
        selectors[0] = ReportHandler.submit.selector;
        selectors[1] = ReportHandler.restate.selector;
        selectors[2] = ReportHandler.contradict.selector;
        selectors[3] = ReportHandler.dispute.selector;
        selectors[4] = ReportHandler.uphold.selector;
        selectors[5] = ReportHandler.reject.selector;
        _target(address(_handler), selectors);
    }

    /// @dev Every kind of act succeeds once, so that the sentences below are about something.
    function test_History_UsesEveryAct() public {
        _handler.submit(0, 100, 50, 1, false);
        _handler.submit(0, 10, 0, 3, true);
        _handler.submit(1, 7, 0, 2, true);
        _handler.restate(0, 90, 1, false);
        _handler.contradict(1);
        _handler.uphold(0);
        _handler.dispute(2, 0);
        _handler.reject(2, false);
        assertEq(_handler.accepted(), 4, "accepted");
        assertEq(_handler.refused(), 0, "refused");
        invariant_INV06_SumsAreOfStandingReports();
    }

    /// @notice Sums are of the standing reports and of no other; each stands under its own number with its quorum, and a
    /// receipt is spent exactly while its report stands.
    function invariant_INV06_SumsAreOfStandingReports() public view {
        ICollectionOracle oracle = _handler.room();
        (uint256 collected, uint256 losses, uint256 received) = (0, 0, 0);
        for (uint256 i = 0; i < _handler.reportCount(); ++i) {
            ICollectionOracle.CollectionReport memory report = _handler.reportAt(i);
            if (!_stands(oracle, report)) continue;
            collected += report.income + report.principal;
            losses += report.losses;
            if (report.receipts.length == 0) continue;
            assertTrue(_handler.isSpent(report.receipts[0]), "INV-06: receipt of a standing report");
            received += _handler.amountOf(report.receipts[0]);
        }
        ICollectionOracle.Totals memory totals = oracle.totalsOf(_handler.deal(), FIRST);
        assertEq(totals.incomeCollected + totals.principalCollected, collected, "INV-06: collected");
        assertEq(totals.losses, losses, "INV-06: losses");
        assertEq(totals.income + totals.principal, received, "INV-06: received");
    }

    function _stands(
        ICollectionOracle oracle,
        ICollectionOracle.CollectionReport memory report
    ) private view returns (bool) {
        ICollectionOracle.Filing memory filing = oracle.filingOf(report.dealId, FIRST, report.streamId, report.seq);
        assertEq(bytes32(filing.digestPrefix), bytes32(bytes24(oracle.digestOf(report))), "INV-06: one a number");
        uint8 quorum = report.isFinal ? 7 : 3;
        assertEq(filing.signers & quorum, quorum, "INV-06: quorum");
        return filing.stage == ICollectionOracle.FilingStage.Standing;
    }
}
