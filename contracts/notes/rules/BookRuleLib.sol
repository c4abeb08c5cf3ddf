// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title BookRuleLib
/// @notice Nothing but an order moves units between the record date and the opening of the book.
library BookRuleLib {
    function decide(ISeriesNote.Movement memory movement, Facts memory facts) internal pure returns (uint8) {
        if (!facts.isClosed || KindLib.isIn(movement.kind, KindLib.ORDERED)) return RefusalLib.NONE;
        return RefusalLib.BOOK_CLOSED;
    }
}
