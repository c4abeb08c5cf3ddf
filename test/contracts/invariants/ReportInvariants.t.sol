// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";

import {DealEventKind} from "../../../contracts/types/Enums.sol";
import {DealId, EntryId, Period, RightId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {History, Tally} from "./Tally.sol";

/// @notice Two deals with two streams each: reports, restatements, conflicts, disputes, events and lapses of time in any
/// order, some signed by too few, some carried for a deal or a number that is not theirs.
contract ReportHandler is CashFixture, Tally {
    uint256 private constant DEALS = 2;

    DealId[DEALS] public dealAt;

    ICollectionOracle.CollectionReport[] private _reports;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < DEALS; ++i) {
            DealId deal = _draftDeal();
            vm.prank(manager);
            deals.file(deal, "csrc.filing", keccak256("filing"));
            RightId[] memory pool = new RightId[](1);
            pool[0] = _register(_rightTerms(string.concat("patent ", vm.toString(i)), 9, 100_000_00));
            _pledge(deal, pool);
            _openAccounts(deal);
            _configure(deal, _reportingTerms());
            _store(deal, _programTerms());
            _activate(deal);
            dealAt[i] = deal;
        }
    }

    function _reportingTerms() internal pure override returns (ICollectionOracle.ReportingTerms memory terms) {
        terms = super._reportingTerms();
        terms.streams = 2;
        terms.challengeFor = 1 days;
        terms.disputeFor = 1 days;
    }

    /* ACTIONS */

    /// @dev Next in its stream, mostly; without receipts, with one, or with one that is used.
    function submit(uint256 where, uint256 streamId, uint256 amounts, uint256 receipt, uint256 luck) external {
        DealId deal = dealAt[where % DEALS];
        ICollectionOracle.CollectionReport memory report = _bareReport(deal, FIRST);
        report.streamId = uint16(1 + (streamId % 2));
        report.seq = oracle.streamOf(deal, FIRST, report.streamId).lastSeq + (receipt % 16 == 15 ? 2 : 1);
        (report.income, report.principal) = (uint32(amounts), uint32(amounts >> 32));
        report.net = report.income + report.principal;
        (report.isFinal, report.losses) = (luck % 8 == 0, uint8(receipt));
        _receive(report, receipt);
        _carry(report, abi.encodeCall(oracle.submit, (report, _signatures(report, luck))));
    }

    function restate(uint256 which, uint256 income, uint256 receipt, uint256 luck) external {
        if (_reports.length == 0) return;
        ICollectionOracle.CollectionReport memory previous = _reports[which % _reports.length];
        ICollectionOracle.CollectionReport memory report = _restatementOf(previous);
        report.seq = oracle.streamOf(report.dealId, FIRST, report.streamId).lastSeq + 1;
        (report.income, report.principal, report.net) = (uint32(income), 0, uint32(income));
        (report.isFinal, report.losses) = (luck % 8 == 0, uint8(receipt));
        if (receipt % 4 != 0) _receive(report, receipt);
        _carry(report, abi.encodeCall(oracle.restate, (previous, report, _signatures(report, luck))));
    }

    /// @dev Signed by the committee, for a number that is taken.
    function contradict(uint256 which, uint256 luck) external {
        if (_reports.length == 0) return;
        ICollectionOracle.CollectionReport memory report = _reports[which % _reports.length];
        report.evidenceRoot = keccak256(abi.encode(report.evidenceRoot, luck % 3));
        if (report.supersedes != 0) return;
        _ask(stranger, abi.encodeCall(oracle.submit, (report, _signatures(report, luck))));
    }

    function dispute(uint256 which, uint256 office) external {
        if (_reports.length == 0) return;
        ICollectionOracle.CollectionReport memory report = _reports[which % _reports.length];
        address[4] memory wallets = [trustee, verificationAgent, supervisingBank, servicer];
        bytes memory data = abi.encodeCall(
            oracle.dispute,
            (report.dealId, FIRST, report.streamId, report.seq, "letter")
        );
        _ask(wallets[office % 4], data);
    }

    function uphold(uint256 where, uint256 streamId) external {
        _ask(trustee, abi.encodeCall(oracle.uphold, (dealAt[where % DEALS], FIRST, uint16(1 + (streamId % 2)))));
    }

    function reject(uint256 which, uint256 isLate) external {
        if (_reports.length == 0) return;
        if (isLate % 2 == 0) vm.warp(block.timestamp + 1 days);
        bytes memory data = abi.encodeCall(oracle.reject, (_reports[which % _reports.length]));
        _ask(isLate % 2 == 0 ? stranger : trustee, data);
    }

    function raise(uint256 where, uint256 kind, uint256 who) external {
        DealEventKind wanted = DealEventKind(kind % (uint256(type(DealEventKind).max) + 1));
        address caller =
            who % 3 == 0
                ? stranger
                : who % 3 == 1
                    ? trustee
                    : manager;
        _ask(caller, abi.encodeCall(oracle.raise, (dealAt[where % DEALS], wanted, "letter")));
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

    /* INTERNAL */

    function _receive(ICollectionOracle.CollectionReport memory report, uint256 receipt) private {
        if (report.net == 0 || receipt % 3 == 0) return;
        report.receipts = new EntryId[](1);
        uint64 count = ledger.entryCount();
        bool isOld = receipt % 7 == 0 && count != 0;
        report.receipts[0] =
            isOld
                ? EntryId.wrap(uint64(1 + (receipt % count)))
                : _creditTo(_plan(report.dealId), uint128(1 + (report.net - 1) / (1 + (receipt % 2))));
    }

    /// @dev Mostly of the whole committee.
    function _signatures(
        ICollectionOracle.CollectionReport memory report,
        uint256 luck
    ) private view returns (ICollectionOracle.SignerSignature[] memory) {
        return luck % 5 == 4 ? _signPair(report) : _signAll(report);
    }

    function _carry(ICollectionOracle.CollectionReport memory report, bytes memory data) private {
        if (_ask(stranger, data)) _reports.push(report);
    }

    function _ask(address caller, bytes memory data) private returns (bool isDone) {
        vm.prank(caller);
        (isDone, ) = address(oracle).call(data);
        _tally(isDone);
    }
}

/// @notice What holds of a period's reports after any history.
contract ReportInvariants is History {
    Period private constant FIRST = Period.wrap(1);

    ReportHandler private _handler;
    bytes4[] private _acts;

    function setUp() public {
        _handler = new ReportHandler();
        _handler.setUp();
        _acts = [
            ReportHandler.submit.selector,
            ReportHandler.restate.selector,
            ReportHandler.contradict.selector,
            ReportHandler.dispute.selector,
            ReportHandler.uphold.selector,
            ReportHandler.reject.selector,
            ReportHandler.raise.selector
        ];
        _target(address(_handler), _acts);
    }

    /// @dev Every kind of act succeeds once, so that the sentences below are about something.
    function test_History_UsesEveryAct() public {
        uint256 two = (50 << 32) | 100;
        _handler.submit(0, 0, two, 1, 1);
        _handler.submit(0, 0, 10, 3, 8);
        _handler.submit(0, 1, 7, 2, 8);
        _handler.restate(0, 90, 1, 1);
        _handler.contradict(1, 0);
        _handler.uphold(0, 0);
        _handler.dispute(2, 0);
        _handler.reject(2, 1);
        _handler.raise(0, 1, 1);
        _handler.submit(1, 0, two, 1, 1);
        assertEq(_handler.acts(), 10, "every act");
        for (uint256 i = 0; i < _acts.length; ++i) assertEq(_handler.refused(_acts[i]), 0, "refused");
        assertEq(_handler.reportCount(), 5, "accepted");
        invariant_INV06_SumsAreOfStandingReports();
    }

    function test_History_DoesEveryAct() public {
        for (uint256 seed = 1; seed <= 3; ++seed) _play(_handler, _acts, seed, 60);
        _assertHappened(_acts, 0);
        invariant_INV06_SumsAreOfStandingReports();
    }

    /// @notice Sums are of the standing reports and of no other; each stands under its own number with its quorum, and a
    /// receipt is spent exactly while its report stands.
    function invariant_INV06_SumsAreOfStandingReports() public view {
        ICollectionOracle oracle = _handler.room();
        uint256[3][2] memory sums; // collected, lost, received of each deal
        for (uint256 i = 0; i < _handler.reportCount(); ++i) {
            ICollectionOracle.CollectionReport memory report = _handler.reportAt(i);
            if (!_stands(oracle, report)) continue;
            uint256[3] memory own = sums[report.dealId == _handler.dealAt(0) ? 0 : 1];
            own[0] += report.income + report.principal;
            own[1] += report.losses;
            if (report.receipts.length == 0) continue;
            assertTrue(_handler.isSpent(report.receipts[0]), "INV-06: receipt of a standing report");
            own[2] += _handler.amountOf(report.receipts[0]);
        }
        for (uint256 i = 0; i < sums.length; ++i) {
            ICollectionOracle.Totals memory totals = oracle.totalsOf(_handler.dealAt(i), FIRST);
            assertEq(totals.incomeCollected + totals.principalCollected, sums[i][0], "INV-06: collected");
            assertEq(totals.losses, sums[i][1], "INV-06: losses");
            assertEq(totals.income + totals.principal, sums[i][2], "INV-06: received");
        }
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
