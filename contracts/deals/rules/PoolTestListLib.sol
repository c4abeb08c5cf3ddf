// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IPoolTests} from "../../interfaces/IPoolTests.sol";

import {Maturity, PoolTest, Verdict} from "../../types/Enums.sol";
import {AffiliatesTestLib} from "./AffiliatesTestLib.sol";
import {FirewallTestLib} from "./FirewallTestLib.sol";
import {LargestObligorTestLib} from "./LargestObligorTestLib.sol";
import {LifeTestLib} from "./LifeTestLib.sol";
import {LoanToValueTestLib} from "./LoanToValueTestLib.sol";
import {NegativeListTestLib} from "./NegativeListTestLib.sol";
import {ObligorsTestLib} from "./ObligorsTestLib.sol";
import {PayerTestLib} from "./PayerTestLib.sol";
import {PoolFacts} from "./PoolFacts.sol";
import {TopFiveTestLib} from "./TopFiveTestLib.sol";

/// @title PoolTestListLib
/// @notice The tests of a pool: what each measures, and whether its limit is the least or the most of it.
library PoolTestListLib {
    using SafeCast for uint256;

    /// @dev Limit of the firewall, and of every share.
    uint40 internal constant WHOLE = 1e9;
    uint256 internal constant MOST_QUESTIONS = 256;

    /// @dev Sets of tests.
    uint256 private constant AT_LEAST =
        (1 << uint8(PoolTest.Firewall)) |
            (1 << uint8(PoolTest.Obligors)) |
            (1 << uint8(PoolTest.Life)) |
            (1 << uint8(PoolTest.NegativeList));
    uint256 private constant SHARES =
        (1 << uint8(PoolTest.LargestObligor)) | (1 << uint8(PoolTest.TopFive)) | (1 << uint8(PoolTest.Affiliates));

    function decide(
        PoolTest test,
        PoolFacts memory facts,
        uint40 limit
    ) internal pure returns (IPoolTests.Result memory) {
        uint256 figure = _figureOf(test, facts, limit);
        bool passes = isAtLeast(test) ? figure >= limit : figure <= limit;
        return IPoolTests.Result(passes ? Verdict.Passed : Verdict.Failed, figure.toUint64(), limit);
    }

    /// @dev Whether a test that failed is also further from its limit than before.
    function worsens(
        PoolTest test,
        IPoolTests.Result memory before,
        IPoolTests.Result memory afterwards
    ) internal pure returns (bool) {
        if (afterwards.verdict != Verdict.Failed) return false;
        return isAtLeast(test) ? afterwards.figure < before.figure : afterwards.figure > before.figure;
    }

    /// @dev Whether its limit is the least; otherwise it is the most.
    function isAtLeast(PoolTest test) internal pure returns (bool) {
        return (AT_LEAST >> uint8(test)) & 1 == 1;
    }

    /// @dev A share is at most the whole, and there are only so many questions.
    function isInRange(PoolTest test, uint40 limit) internal pure returns (bool) {
        if ((SHARES >> uint8(test)) & 1 == 1) return limit <= WHOLE;
        return test != PoolTest.NegativeList || limit <= MOST_QUESTIONS;
    }

    function _figureOf(PoolTest test, PoolFacts memory facts, uint40 limit) private pure returns (uint256) {
        if (test == PoolTest.Firewall) return FirewallTestLib.figure(facts);
        if (test == PoolTest.Obligors) return ObligorsTestLib.figure(facts);
        if (test == PoolTest.LargestObligor) return LargestObligorTestLib.figure(facts);
        if (test == PoolTest.TopFive) return TopFiveTestLib.figure(facts);
        if (test == PoolTest.Affiliates) return AffiliatesTestLib.figure(facts);
        if (test == PoolTest.LoanToValueStable) return LoanToValueTestLib.figure(facts, Maturity.Stable);
        if (test == PoolTest.LoanToValuePilotPassed) return LoanToValueTestLib.figure(facts, Maturity.PilotPassed);
        if (test == PoolTest.LoanToValueEarly) return LoanToValueTestLib.figure(facts, Maturity.Early);
        if (test == PoolTest.Life) return LifeTestLib.figure(facts);
        if (test == PoolTest.Payer) return PayerTestLib.figure(facts);
        return NegativeListTestLib.figure(facts, limit);
    }
}
