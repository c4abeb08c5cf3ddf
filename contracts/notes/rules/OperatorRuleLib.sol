// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Standing} from "../../types/Standing.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title OperatorRuleLib
/// @notice Who moves the units of another may move its own: a spender under an order, revoked or expired uses no
/// allowance, nor does a wallet that was lost or taken from its party. A spender that never acted for a party passes, a
/// venue's contract for one: it has no will of its own.
library OperatorRuleLib {
    function decide(Standing operator, uint256 moment) internal pure returns (uint8) {
        if (Standing.unwrap(operator) == 0) return RefusalLib.NONE;
        if (operator.isRestricted()) return RefusalLib.OPERATOR_RESTRICTED;
        if (operator.isRevoked()) return RefusalLib.OPERATOR_REVOKED;
        return moment < operator.validUntil() ? RefusalLib.NONE : RefusalLib.OPERATOR_EXPIRED;
    }
}
