// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntitlementKind} from "../types/Enums.sol";
import {DealId, Period, SeriesId} from "../types/Ids.sol";
import {IWaterfall} from "./IWaterfall.sol";

/// @notice Turns an approved distribution into entitlements, instructions and settled payouts.
interface IPayingAgent {
    enum InstructionStage {
        None,
        Instructed,
        Settled,
        Returned
    }

    /// @param amount Sum over its holders and kinds, minor units of the deal's currency
    struct Instruction {
        DealId deal;
        Period period;
        SeriesId series;
        uint128 amount;
        uint32 holders;
        InstructionStage stage;
        bytes32 contentHash;
    }

    event BookTakenForPeriod(DealId indexed deal, Period indexed period, bytes32 distributionHash, uint128 total);
    event Instructed(
        uint64 indexed instruction,
        DealId indexed deal,
        Period indexed period,
        SeriesId series,
        uint128 amount,
        bytes32 contentHash
    );
    event PayoutInstructed(
        uint64 indexed instruction,
        SeriesId indexed series,
        address indexed holder,
        uint128 interest,
        uint128 principal,
        uint128 residual
    );
    event InstructionSettled(uint64 indexed instruction, bytes32 bankReference);
    event PayoutReturned(uint64 indexed instruction, address indexed holder, uint128 amount, bytes32 reason);

    /// @notice Closes the book of a series at the record date, in stage Approved; its custodian, or a mirror's registrar
    function closeBook(SeriesId series, Period period) external;

    /// @notice Makes the closed books the record, and books the cash into the payment account; anyone.
    /// Approved → Booked
    /// @param distribution The approved distribution, checked against its hash
    function book(IWaterfall.Distribution calldata distribution) external;

    /// @notice Opens the book of a series again, from Booked on
    function openBook(SeriesId series, Period period) external;

    /// @notice Instructs payment of holders of a series for a period; its custodian. For a mirror series holders is
    /// empty: one instruction to the registrar for the whole series
    function instruct(
        SeriesId series,
        Period period,
        address[] calldata holders,
        bytes32 contentHash
    ) external returns (uint64 instruction);

    /// @notice Confirms that the bank paid an instruction; the account bank, which is not the instructing custodian's wallet
    function settle(uint64 instruction, uint32 valueDay, bytes32 bankReference) external;

    /// @notice Records that the bank returned a holder's payment; it becomes payable again
    function returnPayout(
        uint64 instruction,
        address holder,
        uint32 valueDay,
        bytes32 bankReference,
        bytes32 reason
    ) external;

    /// @notice Entitlement of a holder: floor(units at record × per unit / 1e18)
    function entitlementOf(
        SeriesId series,
        Period period,
        address holder,
        EntitlementKind kind
    ) external view returns (uint128);

    function instructionOf(uint64 instruction) external view returns (Instruction memory);
}
