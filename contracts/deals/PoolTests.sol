// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IPoolBook} from "../interfaces/IPoolBook.sol";
import {IPoolTests} from "../interfaces/IPoolTests.sol";
import {IRightsRegistry} from "../interfaces/IRightsRegistry.sol";

import {Trail} from "../access/Trail.sol";
import {FirewallLib} from "../libraries/FirewallLib.sol";
import {MaturityLib} from "../libraries/MaturityLib.sol";
import {Maturity, PoolTest, Verdict} from "../types/Enums.sol";
import {DealId, RightId} from "../types/Ids.sol";
import {PoolFacts} from "./rules/PoolFacts.sol";
import {PoolTestListLib} from "./rules/PoolTestListLib.sol";
import {Sums, SumsLib} from "./rules/SumsLib.sol";

/// @title PoolTests
/// @notice The tests of each deal's pool: what its manager set them to, and how they ended when they were last asked. It sees
/// neither deals nor pools: who asks hands them over.
///
/// TESTS
/// One file of `rules/` a test. Each measures one figure and compares it with its limit, least or most. Limits are data of the
/// deal, each with the id of its source; the firewall is asked always, the others where the deal has a limit for them.
///
/// FIGURES
/// Rights count as evaluated at that moment and at the principal of their claim. A right without a class backs nothing: it is no
/// part of the pool for any test but that of payers, which is about just these. Shares and loans are rounded up, cover down.
///
/// OBLIGORS
/// Rights name their obligor by a salted hash, one salt an obligor and deal, so that the same obligor is the same name. Groups of
/// affiliates are named likewise and kept by obligor, not by right: all rights of an obligor are in its group, later ones too.
/// Warning: whoever registers rights of one obligor under two names hides that they are one. Who knows the salts (trustee,
/// verification agent, auditor) recomputes the names.
///
/// COST
/// One pass over a pool that the pool book bounds, one over its obligors. The life of rights reads their titles.
///
/// ROLES
/// The pool desk sets limits, groups and answers; the pool book asks.
contract PoolTests is IPoolTests, Trail, AccessManaged {
    using SumsLib for Sums;

    /// @param asked Set of tests, zero while no limits stand
    /// @param failed Those of them that failed when they were last asked
    struct Terms {
        uint16 asked; // slot 0
        uint16 failed;
        uint48 askedAt;
        uint40[12] limits; // slots 1 and 2
        uint64[12] figures; // slots 3 to 5
        bytes32[12] sources; // slots 6 to 17
    }

    struct Answers {
        uint256 denied;
        bytes32 evidence;
    }

    /* STORAGE */

    IRightsRegistry private immutable _rights;

    mapping(DealId deal => Terms terms) private _terms;
    mapping(DealId deal => mapping(bytes32 obligorHash => bytes32 group)) private _groups;
    mapping(DealId deal => Answers answers) public answersOf;

    constructor(address accessManager, IRightsRegistry rightsRegistry) AccessManaged(accessManager) {
        _rights = rightsRegistry;
    }

    /* ACTIONS */

    /// @inheritdoc IPoolTests
    function limit(DealId deal, uint32 legalFinalDay, Limit[] calldata limits) external restricted {
        delete _terms[deal];
        Terms storage terms = _terms[deal];
        terms.asked = _bitOf(PoolTest.Firewall);
        terms.limits[uint8(PoolTest.Firewall)] = PoolTestListLib.WHOLE;
        for (uint256 i = 0; i < limits.length; ++i) _limit(terms, legalFinalDay, limits[i]);
        emit PoolLimitsSet(deal, legalFinalDay, limits);
        _touch(deal);
    }

    /// @inheritdoc IPoolTests
    function group(DealId deal, Affiliation[] calldata affiliations) external restricted {
        for (uint256 i = 0; i < affiliations.length; ++i) {
            Affiliation calldata own = affiliations[i];
            require(own.obligorHash != 0 && own.group != 0, AffiliationUnnamed());
            _groups[deal][own.obligorHash] = own.group;
            emit ObligorGrouped(deal, own.obligorHash, own.group);
        }
        _touch(deal);
    }

    /// @inheritdoc IPoolTests
    function answer(DealId deal, uint256 denied, bytes32 evidence) external restricted {
        require(evidence != 0, AnswersUndocumented());

        answersOf[deal] = Answers(denied, evidence);
        emit QuestionsAnswered(deal, denied, evidence);
        _touch(deal);
    }

    /// @inheritdoc IPoolTests
    function ask(
        DealId deal,
        RightId[] calldata pool,
        IPoolBook.Claim[] calldata claims
    ) external restricted returns (Result[12] memory results) {
        Terms storage terms = _terms[deal];
        results = preview(deal, pool, claims);

        uint16 failed = 0;
        for (uint8 i = 0; i < results.length; ++i) {
            terms.figures[i] = results[i].figure;
            if (results[i].verdict == Verdict.Failed) failed |= _bitOf(PoolTest(i));
        }
        terms.failed = failed;
        terms.askedAt = uint48(block.timestamp);
        emit PoolTested(deal, terms.askedAt, results);
        _touch(deal);
    }

    /* VIEWS */

    /// @inheritdoc IPoolTests
    function preview(
        DealId deal,
        RightId[] calldata pool,
        IPoolBook.Claim[] calldata claims
    ) public view returns (Result[12] memory results) {
        Terms storage terms = _terms[deal];
        uint16 asked = terms.asked;
        require(asked != 0, PoolLimitsAbsent(deal));
        PoolFacts memory facts = _factsOf(deal, pool, asked & _bitOf(PoolTest.Life) != 0);
        facts.cover = FirewallLib.leastCover(claims, _rights.principalByMaturity(pool));

        for (uint8 i = 0; i < results.length; ++i) {
            PoolTest test = PoolTest(i);
            if (asked & _bitOf(test) != 0) results[i] = PoolTestListLib.decide(test, facts, terms.limits[i]);
        }
    }

    /// @inheritdoc IPoolTests
    function limitsOf(DealId deal) external view returns (LimitsView memory) {
        Terms storage terms = _terms[deal];
        return LimitsView(terms.asked, terms.limits, terms.sources);
    }

    /// @inheritdoc IPoolTests
    function groupOf(DealId deal, bytes32 obligorHash) public view returns (bytes32) {
        bytes32 own = _groups[deal][obligorHash];
        return own == 0 ? obligorHash : own;
    }

    /// @inheritdoc IPoolTests
    function resultsOf(DealId deal) external view returns (uint48 askedAt, Result[12] memory results) {
        Terms storage terms = _terms[deal];
        askedAt = terms.askedAt;
        uint16 asked = askedAt == 0 ? 0 : terms.asked;
        for (uint8 i = 0; i < results.length; ++i) {
            uint16 bit = _bitOf(PoolTest(i));
            if (asked & bit == 0) continue;
            Verdict verdict = terms.failed & bit == 0 ? Verdict.Passed : Verdict.Failed;
            results[i] = Result(verdict, terms.figures[i], terms.limits[i]);
        }
    }

    /* INTERNAL */

    function _limit(Terms storage terms, uint32 legalFinalDay, Limit calldata own) private {
        bool isKnown = own.test != PoolTest.None && own.test != PoolTest.Firewall;
        require(isKnown, TestUnknown(own.test));
        require(terms.asked & _bitOf(own.test) == 0, TestTwice(own.test));
        require(own.source != 0, LimitSourceMissing(own.test));
        require(PoolTestListLib.isInRange(own.test, own.limit), LimitOutOfRange(own.test, own.limit));

        terms.asked |= _bitOf(own.test);
        terms.limits[uint8(own.test)] = own.test == PoolTest.Life ? legalFinalDay + own.limit : own.limit;
        terms.sources[uint8(own.test)] = own.source;
    }

    /// @dev One pass over the pool; the cover is filled by who has the claims.
    function _factsOf(
        DealId deal,
        RightId[] calldata pool,
        bool readsLife
    ) private view returns (PoolFacts memory facts) {
        facts.obligors = SumsLib.open(pool.length);
        facts.groups = SumsLib.open(pool.length);
        facts.denied = answersOf[deal].denied;
        for (uint256 i = 0; i < pool.length; ++i) {
            IRightsRegistry.RightView memory right = _rights.rightOf(pool[i]);
            if (_lacksPayer(right)) facts.payersMissing += 1;
            if (right.maturity == Maturity.None) continue;
            bool isFirst = facts.total == 0;
            _count(facts, right, groupOf(deal, right.obligorHash));
            if (!readsLife) continue;
            uint256 end = _rights.soundnessOf(pool[i]).lifeEndDay;
            if (isFirst || end < facts.lifeEndDay) facts.lifeEndDay = end;
        }
    }

    function _count(PoolFacts memory facts, IRightsRegistry.RightView memory right, bytes32 ofGroup) private pure {
        uint256 principal = right.principal;
        uint256 loan = SumsLib.share(principal, right.appraisedValue);
        uint8 class = uint8(right.maturity);

        facts.total += principal;
        facts.obligors.add(right.obligorHash, principal);
        facts.groups.add(ofGroup, principal);
        if (loan > facts.loanToValues[class]) facts.loanToValues[class] = loan;
    }

    function _lacksPayer(IRightsRegistry.RightView memory right) private pure returns (bool) {
        bool isEarly = right.trl >= MaturityLib.EARLY_FROM && right.trl < MaturityLib.PILOT_PASSED_FROM;
        return isEarly && right.payerHash == 0;
    }

    function _bitOf(PoolTest test) private pure returns (uint16) {
        return uint16(1 << uint8(test));
    }
}
