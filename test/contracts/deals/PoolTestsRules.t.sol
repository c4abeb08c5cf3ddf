// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPoolBook} from "../../../contracts/interfaces/IPoolBook.sol";
import {IPoolTests} from "../../../contracts/interfaces/IPoolTests.sol";
import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";

import {Sums, SumsLib} from "../../../contracts/deals/rules/SumsLib.sol";
import {FirewallLib} from "../../../contracts/libraries/FirewallLib.sol";
import {IpEventKind, PoolTest, Verdict} from "../../../contracts/types/Enums.sol";
import {RightId} from "../../../contracts/types/Ids.sol";
import {PoolLimits} from "./PoolLimits.sol";

/// @notice What each test of a pool measures, at the edge of its limit.
contract PoolTestsRulesTest is PoolLimits {
    using SumsLib for Sums;

    /* OBLIGORS */

    function test_Obligors_AreAtLeastSoMany() public {
        _expectEdge(PoolTest.Obligors, 3, 4, 3);
    }

    function test_Obligors_WithSeveralRightsCountOnce() public {
        _add(_rightOf("patent of magnets", 9, 10_000_00, _obligorOf(STABLE_RIGHT)));
        _limitTo(PoolTest.Obligors, 3);
        poolDesk.ask(deal);
        _expectResult(PoolTest.Obligors, Verdict.Passed, 3, 3);
    }

    function test_Obligors_OfARightWithoutClassDoNotCount() public {
        _limitTo(PoolTest.Obligors, 3);
        _evaluate(PILOT_RIGHT, 2);
        poolDesk.ask(deal);
        _expectResult(PoolTest.Obligors, Verdict.Failed, 2, 3);
    }

    /* LARGEST, TOP FIVE, AFFILIATES */

    function test_LargestObligor_OwesAtMostAShare() public {
        _expectEdge(PoolTest.LargestObligor, 5e8, 5e8 - 1, 5e8);
    }

    /// @dev 50,000 and 10,000 of 110,000, rounded up.
    function test_LargestObligor_OwesAllItsRights() public {
        _add(_rightOf("patent of magnets", 9, 10_000_00, _obligorOf(STABLE_RIGHT)));
        _expectEdge(PoolTest.LargestObligor, 545_454_546, 545_454_545, 545_454_546);
    }

    /// @dev 70,000 of 70,000 when the pilot passed right is gone: what backs nothing is no part of the whole.
    function test_LargestObligor_IsMeasuredAgainstWhatBacksTheDeal() public {
        _limitTo(PoolTest.LargestObligor, 6e8);
        _evaluate(PILOT_RIGHT, 2);
        poolDesk.ask(deal);
        _expectResult(PoolTest.LargestObligor, Verdict.Failed, 714_285_715, 6e8);
    }

    function test_LargestObligor_OfNothingIsTheWhole() public {
        _limitTo(PoolTest.LargestObligor, 999_999_999);
        for (uint64 i = 1; i < 4; ++i) _evaluate(RightId.wrap(i), 2);
        poolDesk.ask(deal);
        _expectResult(PoolTest.LargestObligor, Verdict.Failed, 1e9, 999_999_999);
    }

    /// @dev 50, 30, 25, 20, 15 of 150: the sixth, of 10, is left out.
    function test_TopFive_OweAtMostAShareTogether() public {
        _add(_register(_rightTerms("patent of magnets", 9, 10_000_00)));
        _add(_register(_rightTerms("patent of sensors", 9, 15_000_00)));
        _add(_register(_rightTerms("patent of motors", 9, 25_000_00)));
        _expectEdge(PoolTest.TopFive, 933_333_334, 933_333_333, 933_333_334);
    }

    function test_Affiliates_OweAtMostAShareTogether() public {
        _group(_obligorOf(PILOT_RIGHT), "group");
        _group(_obligorOf(EARLY_RIGHT), "group");
        _group(_obligorOf(STABLE_RIGHT), "another");
        _add(_register(_rightTerms("patent of magnets", 9, 10_000_00)));
        _group(keccak256(abi.encode("obligor", "patent of magnets")), "group");
        _expectEdge(PoolTest.Affiliates, 545_454_546, 545_454_545, 545_454_546);
    }

    function test_Affiliates_OfNobodyAreTheObligorItself() public {
        _expectEdge(PoolTest.Affiliates, 5e8, 5e8 - 1, 5e8);
    }

    /* LOAN TO VALUE */

    function test_LoanToValue_IsOfTheClass() public {
        _appraise(STABLE_RIGHT, 125_000_00);
        _appraise(EARLY_RIGHT, 80_000_00);
        _expectEdge(PoolTest.LoanToValueStable, 4e8, 4e8 - 1, 4e8);
        _expectNow(PoolTest.LoanToValuePilotPassed, 5e8);
        _expectNow(PoolTest.LoanToValueEarly, 25e7);
    }

    /// @dev 10,000 of 30,000 beside 50,000 of 100,000: the worse one counts, each rounded up.
    function test_LoanToValue_IsThatOfTheWorstRight() public {
        IRightsRegistry.RightTerms memory terms = _rightTerms("patent of magnets", 9, 10_000_00);
        terms.appraisedValue = 30_000_00;
        _add(_register(terms));
        _expectNow(PoolTest.LoanToValueStable, 5e8);
        _appraise(STABLE_RIGHT, 200_000_00);
        _expectNow(PoolTest.LoanToValueStable, 333_333_334);
    }

    /* LIFE */

    function test_Life_ReachesLegalFinal() public {
        _describe("patent of battery cells", LEGAL_FINAL);
        _describe("patent of lidar optics", LEGAL_FINAL + 5);
        _describe("patent of gene editing", LEGAL_FINAL + 9);
        _limitTo(PoolTest.Life, 1);
        _expectFailure(PoolTest.Life, LEGAL_FINAL, LEGAL_FINAL + 1);
        _offer();
        _limitTo(PoolTest.Life, 0);
        _offer();
        _expectResult(PoolTest.Life, Verdict.Passed, LEGAL_FINAL, LEGAL_FINAL);
    }

    function test_Life_ThatNobodyDescribedIsNone() public {
        _describe("patent of battery cells", LEGAL_FINAL + 5);
        _describe("patent of gene editing", LEGAL_FINAL + 9);
        _limitTo(PoolTest.Life, 0);
        _expectFailure(PoolTest.Life, 0, LEGAL_FINAL);
        _offer();
    }

    function test_Life_OfARightWithoutClassIsNotAsked() public {
        _describe("patent of lidar optics", LEGAL_FINAL + 5);
        _describe("patent of gene editing", LEGAL_FINAL + 9);
        _evaluate(STABLE_RIGHT, 2);
        _expectNow(PoolTest.Life, LEGAL_FINAL + 5);
    }

    function test_Life_OfAnEmptyPoolIsNone() public {
        for (uint64 i = 1; i < 4; ++i) _evaluate(RightId.wrap(i), 2);
        _limitTo(PoolTest.Life, 0);
        poolDesk.ask(deal);
        _expectResult(PoolTest.Life, Verdict.Failed, 0, LEGAL_FINAL);
    }

    /* PAYER */

    function test_Payer_OfARightThatBecameEarlyIsMissing() public {
        _expectNow(PoolTest.Payer, 0);
        _evaluate(PILOT_RIGHT, 5);
        _expectNow(PoolTest.Payer, 1);
        _evaluate(PILOT_RIGHT, 3);
        _expectNow(PoolTest.Payer, 1);
        _evaluate(PILOT_RIGHT, 6);
        _expectNow(PoolTest.Payer, 0);
        _evaluate(PILOT_RIGHT, 2);
        _expectNow(PoolTest.Payer, 0);
    }

    function test_Payer_MissingRefusesTheOffer() public {
        IRightsRegistry.RightTerms memory terms = _rightTerms("patent of magnets", 7, 10_000_00);
        RightId magnets = _register(terms);
        _add(magnets);
        _limitTo(PoolTest.Payer, 0);
        _evaluate(magnets, 4);
        _expectFailure(PoolTest.Payer, 1, 0);
        _offer();
    }

    /* NEGATIVE LIST */

    function test_NegativeList_NeedsEveryQuestionAnsweredNo() public {
        _limitTo(PoolTest.NegativeList, 3);
        _expectFailure(PoolTest.NegativeList, 0, 3);
        _offer();
        _answer(5);
        _expectFailure(PoolTest.NegativeList, 2, 3);
        _offer();
        _answer(7);
        _offer();
        _expectResult(PoolTest.NegativeList, Verdict.Passed, 3, 3);
    }

    function test_NegativeList_CountsNoQuestionThatIsNotAsked() public {
        _limitTo(PoolTest.NegativeList, 3);
        _answer(3 | (1 << 3) | (1 << 255));
        _expectFailure(PoolTest.NegativeList, 2, 3);
        _offer();
    }

    function test_NegativeList_HoldsAsManyAsASet() public {
        _limitTo(PoolTest.NegativeList, 256);
        _answer(type(uint256).max);
        poolDesk.ask(deal);
        _expectResult(PoolTest.NegativeList, Verdict.Passed, 256, 256);
    }

    /* CLASSES */

    /// @dev The pilot passed right, with a payer, falls to early: cover 80,000 → 50,000 for 60,000, its loan is measured as early.
    function test_Ask_ARightThatFallsChangesEveryTestOfItsClass() public {
        IRightsRegistry.RightTerms memory terms = _rightTerms("patent of magnets", 7, 40_000_00);
        terms.payerHash = "payer";
        terms.appraisedValue = 160_000_00;
        RightId magnets = _register(terms);
        _add(magnets);
        _expectNow(PoolTest.LoanToValuePilotPassed, 5e8);
        _appraise(PILOT_RIGHT, 300_000_00);
        _expectNow(PoolTest.LoanToValuePilotPassed, 25e7);
        _expectNow(PoolTest.Firewall, 14e8);
        _evaluate(magnets, 5);
        _expectNow(PoolTest.LoanToValuePilotPassed, 1e8);
        _expectNow(PoolTest.LoanToValueEarly, 5e8);
        _expectNow(PoolTest.Payer, 0);
        _evaluate(PILOT_RIGHT, 5);
        _expectNow(PoolTest.Firewall, 833_333_333);
        _expectNow(PoolTest.LoanToValuePilotPassed, 0);
        _expectNow(PoolTest.Payer, 1);
        _expectNow(PoolTest.Obligors, 3);
    }

    /// @dev Closing asks again: what fell after the offer is refused, with its figure.
    function test_Activate_RevertGiven_ARightFellSinceTheOffer() public {
        _add(_register(_rightTerms("patent of magnets", 9, 40_000_00)));
        _limitTo(PoolTest.Payer, 0);
        _offer();
        _evaluate(PILOT_RIGHT, 5);
        _expectFailure(PoolTest.Payer, 1, 0);
        deals.activate(deal);
        _evaluate(PILOT_RIGHT, 6);
        deals.activate(deal);
    }

    /// @dev A fact of the deal's officers lowers a class as an evaluation does; the next asking sees it.
    function test_Ask_AFactThatLowersAClassCounts() public {
        _expectNow(PoolTest.LoanToValueStable, 5e8);
        IRightsRegistry.Fact memory fact = IRightsRegistry.Fact({
            title: rights.titlesOf(STABLE_RIGHT)[0],
            kind: IpEventKind.Litigation,
            day: 20_000,
            documentHash: "writ"
        });
        vm.prank(trustee);
        rightsDesk.report(deal, STABLE_RIGHT, fact);
        _expectNow(PoolTest.LoanToValueStable, 0);
        _expectNow(PoolTest.LoanToValuePilotPassed, 5e8);
        fact.kind = IpEventKind.Invalidated;
        vm.prank(trustee);
        rightsDesk.report(deal, STABLE_RIGHT, fact);
        _expectNow(PoolTest.Firewall, 5e8);
        _expectNow(PoolTest.LargestObligor, 6e8);
    }

    /* LIBRARIES */

    /// @dev The table against all pairs.
    function testFuzz_Sums_AreThoseOfTheNames(uint8[24] memory names, uint96[24] memory amounts) public pure {
        Sums memory sums = SumsLib.open(names.length);
        uint256[] memory slow = new uint256[](256);
        for (uint256 i = 0; i < names.length; ++i) {
            sums.add(bytes32(uint256(names[i]) + 1), amounts[i]);
            slow[names[i]] += uint256(amounts[i]);
        }
        uint256[5] memory top = sums.topFive();
        uint256 count = 0;
        for (uint256 i = 0; i < sums.names.length; ++i) if (sums.names[i] != 0) ++count;
        assertEq(sums.count, count, "names");
        for (uint256 rank = 0; rank < 5; ++rank) assertEq(top[rank], _takeLargest(slow), "in order");
    }

    /// @dev The cover is the whole exactly when no tranche fails.
    function testFuzz_LeastCover_AgreesWithTheFirstBreach(
        uint64[4] memory amounts,
        uint8[4] memory sets,
        uint64[4] memory held
    ) public pure {
        IPoolBook.Claim[] memory claims = new IPoolBook.Claim[](4);
        for (uint256 i = 0; i < 4; ++i) claims[i] = IPoolBook.Claim(amounts[i], sets[i]);
        uint128[4] memory backing = [uint128(held[0]), held[1], held[2], held[3]];
        (uint256 index, , ) = FirewallLib.firstBreach(claims, backing);
        assertTrue((FirewallLib.leastCover(claims, backing) >= 1e9) == (index == 4), "agree");
    }

    /* INTERNAL */

    function _takeLargest(uint256[] memory amounts) private pure returns (uint256 largest) {
        uint256 best = 0;
        for (uint256 i = 0; i < amounts.length; ++i) if (amounts[i] > amounts[best]) best = i;
        largest = amounts[best];
        amounts[best] = 0;
    }

    function _add(RightId right) private {
        RightId[] memory one = new RightId[](1);
        one[0] = right;
        _pledge(deal, one);
    }

    function _answer(uint256 denied) private {
        vm.prank(manager);
        poolDesk.answer(deal, denied, "answers");
    }

    function _appraise(RightId right, uint128 value) private {
        vm.prank(evaluatorCn);
        rights.appraise(right, value, uint48(block.timestamp) + YEAR, "appraisal");
    }

    /// @dev All tests are asked with limits of no matter.
    function _expectNow(PoolTest test, uint64 figure) private {
        IPoolTests.Limit[] memory limits = new IPoolTests.Limit[](10);
        for (uint8 i = 0; i < limits.length; ++i) limits[i] = IPoolTests.Limit(PoolTest(i + 2), 1, SOURCE);
        uint256 standing = vm.snapshotState();
        vm.prank(address(poolDesk));
        poolTests.limit(deal, LEGAL_FINAL, limits);
        IPoolTests.Result[12] memory results = poolDesk.preview(deal);
        vm.revertToState(standing);
        assertEq(results[uint8(test)].figure, figure, "figure");
    }
}
