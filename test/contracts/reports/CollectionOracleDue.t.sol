// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {DealEventKind, PeriodStage} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, Period} from "../../../contracts/types/Ids.sol";
import {TwoStreamFixture} from "./TwoStreamFixture.sol";

/// @notice When reports are due and who says that one is missing. Two streams: the first is due after one month, the second after
/// two, in the next period after three and four. Behaviour in CollectionOracle.tree.
contract CollectionOracleDueTest is TwoStreamFixture {
    /* CONFIGURE */

    function test_Configure_RevertWhen_NothingIsEverDue() public {
        _expectUneven(new uint64[](0));
    }

    function test_Configure_RevertWhen_AStreamLacksADueDate() public {
        uint64[] memory dueAt = new uint64[](3);
        (dueAt[0], dueAt[1], dueAt[2]) = (1, 1, 2);
        _expectUneven(dueAt);
    }

    function test_Configure_RevertWhen_ADueDateIsNotLater() public {
        uint64[] memory dueAt = new uint64[](4);
        (dueAt[0], dueAt[2], dueAt[3]) = (1, 2, 3);
        _expectNotLater(dueAt, 1);
        (dueAt[1], dueAt[2]) = (2, 1);
        _expectNotLater(dueAt, 2);
    }

    function test_Configure_AcceptsStreamsDueAtOneMoment() public {
        uint64[] memory dueAt = new uint64[](4);
        (dueAt[0], dueAt[1], dueAt[2], dueAt[3]) = (9, 9, 10, 10);
        DealId draft = _draftDeal();
        _configure(draft, _termsOf(dueAt));
        assertEq(oracle.dueAtOf(draft, SECOND, OTHER), 10, "second period");
    }

    /* DUE DATES */

    function test_DueAtOf_IsOfTheStreamAndPeriod() public view {
        assertEq(oracle.dueAtOf(deal, FIRST, STREAM), START + MONTH, "first stream");
        assertEq(oracle.dueAtOf(deal, FIRST, OTHER), START + 2 * MONTH, "second stream");
        assertEq(oracle.dueAtOf(deal, SECOND, STREAM), START + 3 * MONTH, "second period");
        assertEq(oracle.dueAtOf(deal, Period.wrap(8), OTHER), START + 16 * MONTH, "last of the list");
    }

    function test_DueAtOf_IsZeroElsewhere() public view {
        assertEq(oracle.dueAtOf(deal, Period.wrap(0), STREAM), 0, "no period");
        assertEq(oracle.dueAtOf(deal, Period.wrap(9), STREAM), 0, "beyond the list");
        assertEq(oracle.dueAtOf(deal, FIRST, 0), 0, "no stream");
        assertEq(oracle.dueAtOf(deal, FIRST, 3), 0, "unknown stream");
        assertEq(oracle.dueAtOf(DealId.wrap(99), FIRST, STREAM), 0, "unknown deal");
    }

    /* OVERDUE */

    function test_IsOverdue_AfterTheMomentNotAtIt() public {
        vm.warp(START + MONTH);
        assertFalse(oracle.isOverdue(deal, FIRST, STREAM), "at the moment");
        vm.warp(START + MONTH + 1);
        assertTrue(oracle.isOverdue(deal, FIRST, STREAM), "after it");
        assertFalse(oracle.isOverdue(deal, FIRST, OTHER), "the other stream has a month more");
    }

    function test_IsOverdue_UntilAFinalReport() public {
        vm.warp(START + MONTH + 1);
        ICollectionOracle.CollectionReport memory report = _collect(_bareReport(deal, FIRST), 10_00, 0);
        _submit(report);
        assertTrue(oracle.isOverdue(deal, FIRST, STREAM), "an interim report closes nothing");
        report = _report(deal, FIRST);
        report.seq = 2;
        _submit(report);
        assertFalse(oracle.isOverdue(deal, FIRST, STREAM), "closed");
    }

    function test_IsOverdue_AgainWhenTheFinalReportIsRejected() public {
        vm.warp(START + MONTH + 1);
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        _submit(report);
        vm.prank(trustee);
        oracle.dispute(deal, FIRST, STREAM, 1, "letter");
        assertFalse(oracle.isOverdue(deal, FIRST, STREAM), "a disputed report stands");
        vm.prank(trustee);
        oracle.reject(report);
        assertTrue(oracle.isOverdue(deal, FIRST, STREAM), "rejected");
    }

    function test_IsOverdue_NotBeforeThePeriodOpens() public {
        vm.warp(START + 3 * MONTH + 1);
        assertFalse(oracle.isOverdue(deal, SECOND, STREAM), "not open");
        deals.movePeriod(deal, FIRST, PeriodStage.Reported);
        deals.movePeriod(deal, FIRST, PeriodStage.Calculated);
        deals.movePeriod(deal, FIRST, PeriodStage.Approved);
        deals.movePeriod(deal, FIRST, PeriodStage.Booked);
        assertTrue(oracle.isOverdue(deal, SECOND, STREAM), "open");
    }

    function test_IsOverdue_NotAfterTheDeal() public {
        vm.warp(START + MONTH + 1);
        vm.startPrank(trustee);
        deals.liquidate(deal, "reason");
        assertTrue(oracle.isOverdue(deal, FIRST, STREAM), "a deal in liquidation reports");
        deals.close(deal);
        vm.stopPrank();
        assertFalse(oracle.isOverdue(deal, FIRST, STREAM), "a closed one does not");
        _expectNotOverdue(STREAM);
    }

    /* DECLARE MISSING */

    function test_DeclareMissing_RevertGiven_TheReportIsNotOverdue() public {
        vm.warp(START + MONTH);
        _expectNotOverdue(STREAM);
        vm.warp(START + MONTH + 1);
        _submit(_report(deal, FIRST));
        _expectNotOverdue(STREAM);
        _expectNotOverdue(3);
    }

    function test_DeclareMissing_RevertGiven_ItWasDeclaredBefore() public {
        _declareFirst();
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.AlreadyMissed.selector, FIRST, STREAM));
        oracle.declareMissing(deal, FIRST, STREAM);
    }

    function test_DeclareMissing_RaisesTheEvent() public {
        vm.warp(START + MONTH + 1);
        bytes32 before = oracle.totalsOf(deal, FIRST).digest;
        (uint64 acts, ) = oracle.trailOf(deal);
        bytes32 place = keccak256(abi.encode(deal, FIRST, STREAM));
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.ReportMissed(deal, FIRST, STREAM);
        vm.expectEmit(address(oracle));
        emit ICollectionOracle.DealEventRaised(deal, DealEventKind.ReportMissing, FIRST, place, PartyId.wrap(0));
        vm.prank(_wallet("passer-by"));
        oracle.declareMissing(deal, FIRST, STREAM);

        assertTrue(oracle.streamOf(deal, FIRST, STREAM).isMissed, "kept");
        assertFalse(oracle.streamOf(deal, FIRST, OTHER).isMissed, "of this stream");
        assertEq(oracle.totalsOf(deal, FIRST).events, 1 << uint256(DealEventKind.ReportMissing), "event");
        assertTrue(oracle.totalsOf(deal, FIRST).digest != before, "digest");
        (uint64 after_, ) = oracle.trailOf(deal);
        assertEq(after_, acts + 1, "trail");
    }

    function test_DeclareMissing_OncePerStream() public {
        _declareFirst();
        vm.warp(START + 2 * MONTH + 1);
        oracle.declareMissing(deal, FIRST, OTHER);
        assertTrue(oracle.streamOf(deal, FIRST, OTHER).isMissed, "the other stream");
    }

    function test_DeclareMissing_TheReportIsTakenAllTheSame() public {
        _declareFirst();
        _submit(_report(deal, FIRST));
        ICollectionOracle.Stream memory stream = oracle.streamOf(deal, FIRST, STREAM);
        assertTrue(stream.isFinal && stream.isMissed, "late");
        assertEq(oracle.totalsOf(deal, FIRST).events, 1 << uint256(DealEventKind.ReportMissing), "it was late");
    }

    /* RAISE */

    function test_Raise_RevertWhen_SomebodySaysThatAReportIsMissing() public {
        vm.warp(START + MONTH + 1);
        _expectDueByDate(trustee);
        _expectDueByDate(manager);
        _grantRoom(RolesLib.ROOM_RESOLUTIONS, address(this));
        _expectDueByDate(address(this));
    }

    /* INTERNAL */

    function _termsOf(uint64[] memory dueAt) private pure returns (ICollectionOracle.ReportingTerms memory terms) {
        terms = _reportingTerms();
        terms.dueAt = dueAt;
    }

    function _declareFirst() private {
        vm.warp(START + MONTH + 1);
        oracle.declareMissing(deal, FIRST, STREAM);
    }

    function _expectUneven(uint64[] memory dueAt) private {
        DealId draft = _draftDeal();
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.DueDatesUneven.selector, dueAt.length, 2));
        _configure(draft, _termsOf(dueAt));
    }

    function _expectNotLater(uint64[] memory dueAt, uint256 index) private {
        DealId draft = _draftDeal();
        bytes4 selector = ICollectionOracle.DueDateNotLater.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, index, dueAt[index]));
        _configure(draft, _termsOf(dueAt));
    }

    function _expectNotOverdue(uint16 streamId) private {
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.NotOverdue.selector, FIRST, streamId));
        oracle.declareMissing(deal, FIRST, streamId);
    }

    function _expectDueByDate(address wallet) private {
        vm.expectRevert(ICollectionOracle.DueByDate.selector);
        vm.prank(wallet);
        oracle.raise(deal, DealEventKind.ReportMissing, "letter");
    }
}
