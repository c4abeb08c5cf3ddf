// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Maturity} from "../../types/Enums.sol";
import {PoolFacts} from "./PoolFacts.sol";

/// @title LoanToValueTestLib
/// @notice No right of a class has more principal than a share of its appraised value. One appraised high does not make up for
/// another.
library LoanToValueTestLib {
    function figure(PoolFacts memory facts, Maturity class) internal pure returns (uint256) {
        return facts.loanToValues[uint8(class)];
    }
}
