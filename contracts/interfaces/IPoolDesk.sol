// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId} from "../types/Ids.sol";
import {IPoolTests} from "./IPoolTests.sol";

/// @notice Where the manager of a deal says what its pool must satisfy, and anyone asks whether it does.
interface IPoolDesk {
    error GroupFixed(DealId deal, bytes32 obligorHash);

    /// @notice Sets the limits of a draft in place of those before; the manager
    function limit(DealId deal, IPoolTests.Limit[] calldata limits) external;

    /// @notice Says which obligors belong together; the manager, after the draft only of obligors that stand alone
    function group(DealId deal, IPoolTests.Affiliation[] calldata affiliations) external;

    /// @notice Answers the questions of the negative list until the deal ends; the manager
    /// @param denied Set of the questions that are answered no (bit = place of the question in the list, from zero)
    /// @param evidence Hash of the list with its answers
    function answer(DealId deal, uint256 denied, bytes32 evidence) external;

    /// @notice Asks the tests of the pool now and keeps how they ended, until the deal ends; anyone
    function ask(DealId deal) external;

    /// @notice How the tests of the pool would end now, indexed by `PoolTest`
    function preview(DealId deal) external view returns (IPoolTests.Result[12] memory);
}
