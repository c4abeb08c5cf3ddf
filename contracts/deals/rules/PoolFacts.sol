// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Sums} from "./SumsLib.sol";

/// @dev A pool and what the rules know about it. Rights without a class back nothing and are in none of these figures but the last
/// but one.
/// @param cover Least backing of a tranche for what stands on it and all senior to it, parts per billion, rounded down
/// @param total Principal of the rights
/// @param obligors The same by obligor
/// @param groups The same by group of affiliates
/// @param loanToValues Highest principal against appraised value of a right, by class, parts per billion, rounded up
/// @param lifeEndDay First day on which a right ends; zero while one is unknown. Filled only where it is asked
/// @param payersMissing Rights in the range of early readiness without a contractual payer
/// @param denied Questions answered no, as a set
struct PoolFacts {
    uint256 cover;
    uint256 total;
    Sums obligors;
    Sums groups;
    uint256[4] loanToValues;
    uint256 lifeEndDay;
    uint256 payersMissing;
    uint256 denied;
}
