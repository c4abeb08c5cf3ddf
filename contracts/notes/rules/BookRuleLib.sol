// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title BookRuleLib
/// @notice Nothing but an order moves units between the record date and the opening of the book.
library BookRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8) {
        if (!facts.isClosed || facts.kind & KindLib.ORDERED != 0) return RefusalLib.NONE;
        return RefusalLib.BOOK_CLOSED;
    }
}
