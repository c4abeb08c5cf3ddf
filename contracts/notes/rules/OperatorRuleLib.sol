// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PartyId} from "../../types/Ids.sol";
import {Standing} from "../../types/Standing.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title OperatorRuleLib
/// @notice Who moves the units of another may move its own: a spender under an order, revoked or expired uses no
/// allowance. A spender that acts for no party passes, a venue's contract for one: it has no will of its own.
library OperatorRuleLib {
    function decide(Standing operator, uint256 moment) internal pure returns (uint8) {
        if (PartyId.unwrap(operator.party()) == 0) return RefusalLib.NONE;
        if (operator.isRestricted()) return RefusalLib.OPERATOR_RESTRICTED;
        if (operator.isRevoked()) return RefusalLib.OPERATOR_REVOKED;
        return moment < operator.validUntil() ? RefusalLib.NONE : RefusalLib.OPERATOR_EXPIRED;
    }
}
