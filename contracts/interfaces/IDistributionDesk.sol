// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PeriodStage} from "../types/Enums.sol";
import {DealId, Period, SeriesId} from "../types/Ids.sol";
import {IWaterfall} from "./IWaterfall.sol";

/// @notice Closes the books of the series at the record date, books an approved distribution and instructs its payees. Of
/// callers, series and accounts it says what the paying agent says (NotPayer, SeriesUnknown, AccountMissing).
interface IDistributionDesk {
    event BookTakenForPeriod(DealId indexed deal, Period indexed period, bytes32 distributionHash, uint128 total);
    event BookDeferred(DealId indexed deal, Period indexed period, SeriesId indexed series, address trustee);

    error NotTrustee(DealId deal, address wallet);
    error NotManager(DealId deal, address wallet);
    error PeriodNotApproved(DealId deal, Period period, PeriodStage stage);
    error DistributionUnknown(DealId deal, Period period, bytes32 distributionHash);

    /// @notice Closes the book of a series at the record date, in stage Approved; its custodian, or a mirror's registrar
    function closeBook(SeriesId series, Period period) external;

    /// @notice Makes the closed books the record, and moves the cash into the payment account; anyone.
    /// Approved → Booked; the deal → Redeemed if every note is repaid by it
    /// @param distribution The approved distribution, checked against its hash
    function book(IWaterfall.Distribution calldata distribution) external;

    /// @notice Opens the book of a series again; who closes it. While a distribution is approved and not booked only the
    /// trustee may, naming its period: the distribution is deferred to a new record date
    function openBook(SeriesId series, Period period) external;

    /// @notice Instructs payment of payees of the program that are no tranche, one instruction each; the manager.
    /// Booked → Paying
    /// @param distribution The booked distribution, checked against its hash
    /// @return first Number of the first instruction
    function instructPayees(
        IWaterfall.Distribution calldata distribution,
        uint8[] calldata payees,
        bytes32 contentHash
    ) external returns (uint64 first);
}
