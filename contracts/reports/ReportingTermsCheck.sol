// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../interfaces/ICollectionOracle.sol";

import {DealId} from "../types/Ids.sol";

/// @title ReportingTermsCheck
/// @notice What terms of reporting must satisfy by themselves, before anything is written. The oracle makes one for itself; it has
/// no state and no power, and stands apart only to keep the oracle small.
///
/// WINDOWS
/// 366 days at most: the end of the last challenge has 32 bits in the sums of a period.
///
/// DUE DATES
/// A moment for every stream of every period that is listed, one period after the other, each later than that of the period
/// before. So none is zero, which would mean that no report is ever due.
contract ReportingTermsCheck {
    uint32 private constant MOST_WINDOW = 366 days;

    /* VIEWS */

    /// @notice Reverts with the first fault of the terms, as an error of the oracle
    function check(DealId deal, ICollectionOracle.ReportingTerms calldata terms) external pure {
        require(terms.streams != 0, ICollectionOracle.StreamsMissing(deal));
        _checkWindow(terms.challengeFor);
        _checkWindow(terms.disputeFor);
        _checkDueDates(terms.dueAt, terms.streams);
    }

    /* INTERNAL */

    function _checkWindow(uint32 length) private pure {
        require(length <= MOST_WINDOW, ICollectionOracle.WindowTooLong(length, MOST_WINDOW));
    }

    function _checkDueDates(uint64[] calldata dueAt, uint256 streams) private pure {
        uint256 count = dueAt.length;
        bool isEven = count != 0 && count % streams == 0;
        require(isEven, ICollectionOracle.DueDatesUneven(count, streams));
        for (uint256 i = 0; i < count; ++i) {
            uint64 before = i < streams ? 0 : dueAt[i - streams];
            require(dueAt[i] > before, ICollectionOracle.DueDateNotLater(i, dueAt[i]));
        }
    }
}
