// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PoolFacts} from "./PoolFacts.sol";
import {SumsLib} from "./SumsLib.sol";

/// @title AffiliatesTestLib
/// @notice No group of affiliated obligors owes more than a share of the principal. An obligor without affiliates is its own group.
library AffiliatesTestLib {
    function figure(PoolFacts memory facts) internal pure returns (uint256) {
        return SumsLib.share(SumsLib.topFive(facts.groups)[0], facts.total);
    }
}
