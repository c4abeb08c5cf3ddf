// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../interfaces/ICollectionOracle.sol";

import {ReportLib} from "../libraries/ReportLib.sol";

/// @dev Sums of a period's standing reports, four lanes of 64 bits a word, the first lane lowest.
struct Sums {
    bytes32 digest;
    uint256 cash; // income and principal received, income and principal collected
    uint256 performing; // by maturity
    uint256 credit; // defaulted, losses, refund due; 16 bits of reports, 8 of final ones, 8 of disputes, 32 of challenge end
    uint256[2] fees; // newly due by ordinal
    uint256 events; // bitmap of deal events
}

/// @title SumsLib
/// @notice Adds a report to the sums of its period and takes it out again, four figures at a stroke.
///
/// ASSUMPTIONS
/// `ReportLib.check` keeps each figure below 2^48 and the count of standing reports stays below 2^16, so that no lane ever
/// carries into the next; what is taken out was added before, so that none borrows. A stream has one final report and one
/// dispute, and there are at most 255 streams. Seconds fit 32 bits until 2106.
library SumsLib {
    using ReportLib for ICollectionOracle.CollectionReport;

    uint256 private constant LANE = 64;
    uint256 private constant LANES = 4;
    uint256 private constant MOST_REPORTS = type(uint16).max;
    uint256 private constant REPORT = 1 << 192;
    uint256 private constant FINAL = 1 << 208;
    uint256 private constant DISPUTE = 1 << 216;
    uint256 private constant CHALLENGE_SHIFT = 224;

    function add(
        Sums storage sums,
        ICollectionOracle.CollectionReport memory report,
        uint128 received,
        uint256 challengeEndsAt
    ) internal {
        require(standing(sums) < MOST_REPORTS, ICollectionOracle.TooManyReports(MOST_REPORTS));
        sums.cash += _cashOf(report, received);
        uint256 counted = uint224(sums.credit) + _creditOf(report);
        sums.credit = counted | (challengeEndsAt << CHALLENGE_SHIFT);
        uint256 performing = _performingOf(report);
        if (performing != 0) sums.performing += performing;
        uint256[2] memory fees = _feesOf(report);
        if (fees[0] != 0) sums.fees[0] += fees[0];
        if (fees[1] != 0) sums.fees[1] += fees[1];
    }

    function remove(Sums storage sums, ICollectionOracle.CollectionReport memory report, uint128 received) internal {
        sums.cash -= _cashOf(report, received);
        sums.credit -= _creditOf(report);
        sums.performing -= _performingOf(report);
        uint256[2] memory fees = _feesOf(report);
        sums.fees[0] -= fees[0];
        sums.fees[1] -= fees[1];
    }

    function openDispute(Sums storage sums) internal {
        sums.credit += DISPUTE;
    }

    /// @return left Disputes still open
    function closeDispute(Sums storage sums) internal returns (uint256 left) {
        uint256 credit = sums.credit - DISPUTE;
        sums.credit = credit;
        return uint8(credit / DISPUTE);
    }

    /// @param caps Most newly due a period by ordinal
    function checkFees(Sums storage sums, uint64[8] storage caps) internal view {
        for (uint256 i = 0; i < ReportLib.MAX_FEES; ++i) {
            uint256 due = feeOf(sums, i);
            uint256 cap = caps[i];
            require(due <= cap, ICollectionOracle.FeeAboveCap(i, due, cap));
        }
    }

    function collected(Sums storage sums) internal view returns (uint256) {
        uint256 word = sums.cash;
        return uint256(_lane(word, 2)) + _lane(word, 3);
    }

    /// @dev Number of standing reports.
    function standing(Sums storage sums) internal view returns (uint256) {
        return uint16(sums.credit / REPORT);
    }

    /// @dev Number of streams that a standing report closes, and the end of the last challenge window.
    function closing(Sums storage sums) internal view returns (uint256 finals, uint256 challengeEndsAt) {
        uint256 credit = sums.credit;
        return (uint8(credit / FINAL), credit >> CHALLENGE_SHIFT);
    }

    function feeOf(Sums storage sums, uint256 ordinal) internal view returns (uint128) {
        return _lane(sums.fees[ordinal / LANES], ordinal % LANES);
    }

    function totals(Sums storage sums, uint64 refundCap) internal view returns (ICollectionOracle.Totals memory sum) {
        (uint256 cash, uint256 performing, uint256 credit) = (sums.cash, sums.performing, sums.credit);
        (sum.digest, sum.events) = (sums.digest, sums.events);
        (sum.income, sum.principal) = (_lane(cash, 0), _lane(cash, 1));
        (sum.incomeCollected, sum.principalCollected) = (_lane(cash, 2), _lane(cash, 3));
        (sum.defaulted, sum.losses) = (_lane(credit, 0), _lane(credit, 1));
        uint128 refund = _lane(credit, 2);
        sum.refundDue = refund < refundCap ? refund : refundCap;
        sum.refundExcess = refund - sum.refundDue;
        for (uint256 i = 0; i < LANES; ++i) {
            sum.performing[i] = _lane(performing, i);
        }
        for (uint256 i = 0; i < ReportLib.MAX_FEES; ++i) {
            sum.fees[i] = feeOf(sums, i);
        }
    }

    function _cashOf(
        ICollectionOracle.CollectionReport memory report,
        uint128 received
    ) private pure returns (uint256) {
        (uint128 income, uint128 principal) = report.split(received);
        return _word(income, principal, report.income, report.principal);
    }

    function _creditOf(ICollectionOracle.CollectionReport memory report) private pure returns (uint256) {
        uint256 word = _word(report.defaulted, report.losses, report.refundDue, 0);
        return word + REPORT + (report.isFinal ? FINAL : 0);
    }

    function _performingOf(ICollectionOracle.CollectionReport memory report) private pure returns (uint256) {
        uint128[4] memory balances = report.performing;
        return _word(balances[0], balances[1], balances[2], balances[3]);
    }

    function _feesOf(ICollectionOracle.CollectionReport memory report) private pure returns (uint256[2] memory words) {
        for (uint256 i = 0; i < report.feesDue.length; ++i) {
            words[i / LANES] |= uint256(report.feesDue[i]) << (LANE * (i % LANES));
        }
    }

    function _word(uint256 first, uint256 second, uint256 third, uint256 fourth) private pure returns (uint256) {
        return first | (second << LANE) | (third << (2 * LANE)) | (fourth << (3 * LANE));
    }

    function _lane(uint256 word, uint256 position) private pure returns (uint128) {
        return uint64(word >> (LANE * position));
    }
}
