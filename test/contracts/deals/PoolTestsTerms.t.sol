// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IPoolBook} from "../../../contracts/interfaces/IPoolBook.sol";
import {IPoolTests} from "../../../contracts/interfaces/IPoolTests.sol";

import {PoolTest, Verdict} from "../../../contracts/types/Enums.sol";
import {DealId, RightId} from "../../../contracts/types/Ids.sol";
import {PoolLimits} from "./PoolLimits.sol";

/// @notice What the tests of a pool are set to, and what is kept of how they ended.
contract PoolTestsTermsTest is PoolLimits {
    uint16 private constant FIREWALL_ALONE = 2;

    /* LIMIT */

    function test_Limit_RevertWhen_NotThePoolDesk() public {
        _expectUnauthorized();
        poolTests.limit(deal, LEGAL_FINAL, _only(PoolTest.Obligors, 3));
    }

    function test_Limit_RevertWhen_TestUnknown() public {
        _expectLimit(_only(PoolTest.None, 3), abi.encodeWithSelector(IPoolTests.TestUnknown.selector, PoolTest.None));
        bytes memory reason = abi.encodeWithSelector(IPoolTests.TestUnknown.selector, PoolTest.Firewall);
        _expectLimit(_only(PoolTest.Firewall, 3), reason);
    }

    function test_Limit_RevertWhen_TestTwice() public {
        IPoolTests.Limit[] memory limits = new IPoolTests.Limit[](2);
        limits[0] = IPoolTests.Limit(PoolTest.Life, 0, SOURCE);
        limits[1] = IPoolTests.Limit(PoolTest.Life, 1, SOURCE);
        _expectLimit(limits, abi.encodeWithSelector(IPoolTests.TestTwice.selector, PoolTest.Life));
    }

    function test_Limit_RevertWhen_NoSource() public {
        IPoolTests.Limit[] memory limits = _only(PoolTest.TopFive, 1);
        limits[0].source = 0;
        _expectLimit(limits, abi.encodeWithSelector(IPoolTests.LimitSourceMissing.selector, PoolTest.TopFive));
    }

    function test_Limit_RevertWhen_AShareIsMoreThanTheWhole() public {
        _expectOutOfRange(PoolTest.LargestObligor, 1e9 + 1);
        _expectOutOfRange(PoolTest.TopFive, 1e9 + 1);
        _expectOutOfRange(PoolTest.Affiliates, 1e9 + 1);
        _limitTo(PoolTest.LargestObligor, 1e9);
        _limitTo(PoolTest.LoanToValueEarly, 1e9 + 1);
    }

    function test_Limit_RevertWhen_MoreQuestionsThanASetHolds() public {
        _expectOutOfRange(PoolTest.NegativeList, 257);
        _limitTo(PoolTest.NegativeList, 256);
    }

    function test_Limit_StandsInPlaceOfThoseBefore() public {
        _limitTo(PoolTest.Obligors, 3);
        poolDesk.ask(deal);
        IPoolTests.Limit[] memory limits = _only(PoolTest.TopFive, 9e8);
        vm.expectEmit(address(poolTests));
        emit IPoolTests.PoolLimitsSet(deal, LEGAL_FINAL, limits);
        _limitPool(deal, limits);
        IPoolTests.LimitsView memory terms = poolTests.limitsOf(deal);
        assertEq(terms.asked, FIREWALL_ALONE | (1 << uint8(PoolTest.TopFive)), "the firewall and the new one");
        assertEq(terms.limits[uint8(PoolTest.Firewall)], 1e9, "the whole");
        assertEq(terms.limits[uint8(PoolTest.TopFive)], 9e8, "limit");
        assertEq(terms.sources[uint8(PoolTest.TopFive)], SOURCE, "source");
        assertEq(terms.limits[uint8(PoolTest.Obligors)], 0, "no limit any more");
        assertEq(terms.sources[uint8(PoolTest.Obligors)], 0, "no source any more");
        (uint48 askedAt, IPoolTests.Result[12] memory results) = poolTests.resultsOf(deal);
        assertEq(askedAt, 0, "not asked under these");
        for (uint256 i = 0; i < results.length; ++i) assertTrue(results[i].verdict == Verdict.None, "none");
    }

    function test_Limit_CountsTheLifeOfRightsFromLegalFinal() public {
        _limitTo(PoolTest.Life, 30);
        assertEq(poolTests.limitsOf(deal).limits[uint8(PoolTest.Life)], LEGAL_FINAL + 30, "by the day");
    }

    /* GROUP */

    function test_Group_RevertWhen_NotThePoolDesk() public {
        _expectUnauthorized();
        poolTests.group(deal, new IPoolTests.Affiliation[](0));
    }

    function test_Group_RevertWhen_Unnamed() public {
        vm.expectRevert(IPoolTests.AffiliationUnnamed.selector);
        _group(0, "group");
        vm.expectRevert(IPoolTests.AffiliationUnnamed.selector);
        _group("obligor", 0);
    }

    function test_Group_NamesTheGroupOfAnObligorInItsDeal() public {
        assertEq(poolTests.groupOf(deal, "obligor"), "obligor", "its own");
        vm.expectEmit(address(poolTests));
        emit IPoolTests.ObligorGrouped(deal, "obligor", "group");
        _group("obligor", "group");
        assertEq(poolTests.groupOf(deal, "obligor"), "group", "in a group");
        assertEq(poolTests.groupOf(DealId.wrap(2), "obligor"), "obligor", "in this deal alone");
    }

    /* ANSWER */

    function test_Answer_RevertWhen_NotThePoolDesk() public {
        _expectUnauthorized();
        poolTests.answer(deal, 1, "answers");
    }

    function test_Answer_RevertWhen_NoEvidence() public {
        vm.expectRevert(IPoolTests.AnswersUndocumented.selector);
        vm.prank(manager);
        poolDesk.answer(deal, 1, 0);
    }

    function test_Answer_StandsUntilALaterOne() public {
        vm.prank(manager);
        poolDesk.answer(deal, 7, "earlier");
        vm.expectEmit(address(poolTests));
        emit IPoolTests.QuestionsAnswered(deal, 3, "answers");
        vm.prank(manager);
        poolDesk.answer(deal, 3, "answers");
        (uint256 denied, bytes32 evidence) = poolTests.answersOf(deal);
        assertEq(denied, 3, "answered no");
        assertEq(evidence, "answers", "evidence");
    }

    /* ASK */

    function test_Ask_RevertWhen_NotThePoolBook() public {
        _expectUnauthorized();
        poolTests.ask(deal, new RightId[](0), new IPoolBook.Claim[](0));
    }

    function test_Ask_RevertGiven_NoLimitsStand() public {
        DealId other = _draftDeal();
        vm.expectRevert(abi.encodeWithSelector(IPoolTests.PoolLimitsAbsent.selector, other));
        poolDesk.ask(other);
    }

    function test_Ask_KeepsWhatPassedWhatFailedAndWhatWasNotAsked() public {
        IPoolTests.Limit[] memory limits = new IPoolTests.Limit[](2);
        limits[0] = IPoolTests.Limit(PoolTest.Obligors, 4, SOURCE);
        limits[1] = IPoolTests.Limit(PoolTest.LargestObligor, 5e8, SOURCE);
        _limitPool(deal, limits);
        IPoolTests.Result[12] memory expected = poolDesk.preview(deal);
        (uint64 before, ) = poolTests.trailOf(deal);
        vm.expectEmit(address(poolTests));
        emit IPoolTests.PoolTested(deal, START, expected);
        poolDesk.ask(deal);
        (uint48 askedAt, IPoolTests.Result[12] memory results) = poolTests.resultsOf(deal);
        assertEq(askedAt, START, "asked now");
        assertEq(abi.encode(results), abi.encode(expected), "as foreseen");
        _expectResult(PoolTest.Firewall, Verdict.Passed, 1e9, 1e9);
        _expectResult(PoolTest.Obligors, Verdict.Failed, 3, 4);
        _expectResult(PoolTest.LargestObligor, Verdict.Passed, 5e8, 5e8);
        _expectResult(PoolTest.TopFive, Verdict.None, 0, 0);
        (uint64 count, ) = poolTests.trailOf(deal);
        assertEq(count, before + 1, "one action");
    }

    /* INTERNAL */

    function _expectUnauthorized() private {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, manager));
        vm.prank(manager);
    }

    function _expectLimit(IPoolTests.Limit[] memory limits, bytes memory reason) private {
        vm.expectRevert(reason);
        _limitPool(deal, limits);
    }

    function _expectOutOfRange(PoolTest test, uint40 limit) private {
        _expectLimit(_only(test, limit), abi.encodeWithSelector(IPoolTests.LimitOutOfRange.selector, test, limit));
    }
}
