// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PoolTest, Verdict} from "../types/Enums.sol";
import {DealId, RightId} from "../types/Ids.sol";
import {IPoolBook} from "./IPoolBook.sol";

/// @notice What the pool of each deal must satisfy, and how it did when it was last asked.
interface IPoolTests {
    /// @notice A test that a deal asks, beside the firewall, which every deal asks.
    /// @param limit Count, share in parts per billion, or days beyond legal final, as the test measures
    /// @param source Id of the rule that gives the limit, as text
    struct Limit {
        PoolTest test;
        uint40 limit;
        bytes32 source;
    }

    /// @notice An obligor that belongs to a group of affiliates.
    /// @param obligorHash Salted hash by which rights name it
    /// @param group Salted hash that names the group
    struct Affiliation {
        bytes32 obligorHash;
        bytes32 group;
    }

    /// @notice How a test ended.
    /// @param figure Count, share in parts per billion, or day
    /// @param limit In the unit of the figure
    struct Result {
        Verdict verdict;
        uint64 figure;
        uint40 limit;
    }

    /// @notice Limits of a deal, indexed by `PoolTest`.
    /// @param asked Set of the tests that are asked (bit = enum value); zero while no limits stand
    /// @param limits In the unit of the figure: the life of rights by the day
    struct LimitsView {
        uint16 asked;
        uint40[12] limits;
        bytes32[12] sources;
    }

    /// @param legalFinalDay Day from which the life of rights is counted
    event PoolLimitsSet(DealId indexed deal, uint32 legalFinalDay, Limit[] limits);
    event ObligorGrouped(DealId indexed deal, bytes32 indexed obligorHash, bytes32 indexed group);
    event QuestionsAnswered(DealId indexed deal, uint256 denied, bytes32 evidence);
    /// @param results Indexed by `PoolTest`
    event PoolTested(DealId indexed deal, uint48 askedAt, Result[12] results);

    error TestUnknown(PoolTest test);
    error TestTwice(PoolTest test);
    error LimitSourceMissing(PoolTest test);
    error LimitOutOfRange(PoolTest test, uint40 limit);
    error AffiliationUnnamed();
    error AnswersUndocumented();
    error PoolLimitsAbsent(DealId deal);

    /// @notice Sets the limits of a deal in place of those before, and forgets how it did; only the pool desk
    function limit(DealId deal, uint32 legalFinalDay, Limit[] calldata limits) external;

    /// @notice Records which obligors of a deal belong together; only the pool desk
    function group(DealId deal, Affiliation[] calldata affiliations) external;

    /// @notice Records the answers to the questions of the negative list; only the pool desk
    /// @param denied Set of the questions that were answered no (bit = place of the question in the list, from zero)
    /// @param evidence Hash of the list with its answers
    function answer(DealId deal, uint256 denied, bytes32 evidence) external;

    /// @notice Asks the tests of a pool and keeps how they ended; only the pool book
    function ask(
        DealId deal,
        RightId[] calldata pool,
        IPoolBook.Claim[] calldata claims
    ) external returns (Result[12] memory results);

    /// @notice How the tests of a pool would end now, indexed by `PoolTest`
    function preview(
        DealId deal,
        RightId[] calldata pool,
        IPoolBook.Claim[] calldata claims
    ) external view returns (Result[12] memory results);

    function limitsOf(DealId deal) external view returns (LimitsView memory);

    /// @notice Group of an obligor in a deal; one without affiliates is its own
    function groupOf(DealId deal, bytes32 obligorHash) external view returns (bytes32);

    /// @notice Questions of the negative list that were answered no, and the hash of the list with its answers
    function answersOf(DealId deal) external view returns (uint256 denied, bytes32 evidence);

    /// @notice How the pool did when it was last asked, indexed by `PoolTest`
    /// @param deal Deal whose limits stand
    /// @return askedAt Moment of that, zero if never under these limits
    function resultsOf(DealId deal) external view returns (uint48 askedAt, Result[12] memory results);
}
