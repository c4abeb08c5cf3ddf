// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccountPurpose, EntitlementKind, PeriodStage} from "../types/Enums.sol";
import {DealId, Period, SeriesId} from "../types/Ids.sol";

/// @notice Turns an approved distribution into entitlements, instructions and settled payouts.
interface IPayingAgent {
    /// @dev Who an instruction pays: holders of a series, a mirror's registrar for the whole series, a payee of the program.
    enum InstructionKind {
        None,
        Holders,
        Series,
        Payee
    }

    /// @dev `Returned` was rejected by the bank, or paid and came back: what it paid is payable again.
    enum InstructionStage {
        None,
        Instructed,
        Settled,
        Returned
    }

    /// @param payee Position among the payees of the program, for a payee
    /// @param amount Sum over its holders and kinds, minor units of the deal's currency
    /// @param units Units of its holders at the record
    /// @param maker Wallet that instructed
    /// @param contentHash Hash of the payment file
    struct Instruction {
        DealId deal;
        Period period;
        SeriesId series;
        uint32 holders;
        uint8 payee;
        InstructionKind kind;
        InstructionStage stage;
        uint128 amount;
        uint96 units;
        address maker;
        bytes32 contentHash;
    }

    /// @notice One period of a deal on its way to the payees.
    /// @param openPayees Bitmap of the program's payees, tranches apart, that are owed and not settled
    /// @param openSeries Number of series that are owed and not settled
    struct Run {
        bool isBooked; // slot 0
        uint16 openSeries;
        uint232 openPayees;
    }

    /// @notice One period of a series.
    /// @param book Number of the note's book that is its record
    /// @param supply Units at the record
    /// @param settled Units whose payout is settled or withheld
    struct SeriesRun {
        uint32 book;
        uint96 supply;
        uint96 settled;
    }

    /// @notice The book of a series as a distribution took it.
    /// @param book Number of the note's book
    /// @param supply Units outstanding
    /// @param isOwed Whether the distribution gives its holders anything
    struct Record {
        SeriesId series;
        uint32 book;
        uint96 supply;
        bool isOwed;
    }

    /// @notice What a distribution gives to one payee of the program.
    struct Due {
        uint8 payee;
        uint128 amount;
    }

    event Instructed(
        uint64 indexed instruction,
        DealId indexed deal,
        Period indexed period,
        SeriesId series,
        InstructionKind kind,
        uint8 payee,
        uint32 holders,
        uint96 units,
        uint128 amount,
        address maker,
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
    event PayoutWithheld(SeriesId indexed series, Period indexed period, address indexed holder, uint128 amount);
    event PayoutReleased(SeriesId indexed series, Period indexed period, address indexed holder, uint128 amount);
    event InstructionBased(uint64 indexed instruction, DealId indexed deal, bytes32 distributionHash);
    event InstructionSettled(uint64 indexed instruction, DealId indexed deal, bytes32 bankReference);
    event InstructionRejected(uint64 indexed instruction, DealId indexed deal, bytes32 reason);
    event PayoutReturned(
        uint64 indexed instruction,
        DealId indexed deal,
        address indexed holder,
        uint128 amount,
        bytes32 bankReference,
        bytes32 reason
    );

    error NotPayer(DealId deal, SeriesId series, address wallet);
    error NotAccountBank(DealId deal, address wallet);
    error MakerIsChecker(address wallet);
    error SeriesUnknown(SeriesId series);
    error PeriodNotApproved(DealId deal, Period period, PeriodStage stage);
    error PeriodNotBooked(DealId deal, Period period);
    error AccountMissing(DealId deal, AccountPurpose purpose);
    error MirrorPaidWhole(SeriesId series);
    error HoldersMissing(SeriesId series);
    error NothingHeld(SeriesId series, Period period, address holder);
    error NothingDue(SeriesId series, Period period);
    error AlreadyInstructed(SeriesId series, Period period, address holder);
    error PayeeNotOpen(DealId deal, Period period, uint8 payee);
    error PayeeAlreadyInstructed(DealId deal, Period period, uint8 payee);
    error InstructionStageForbids(uint64 instruction, InstructionStage stage);
    error InstructionVoid(uint64 instruction);
    error NotInInstruction(uint64 instruction, address holder);
    error NothingToReturn(uint64 instruction, address holder);
    error NotWithheld(SeriesId series, Period period, address holder);
    error StillRestricted(address holder);

    /// @notice Takes over a period that has just been booked; only the distribution desk. Booked → Settled if nothing is owed
    /// @param records What the books of all series were when they were taken
    /// @param openPayees Bitmap of the program's payees, tranches apart, that are owed something
    function open(DealId deal, Period period, Record[] calldata records, uint256 openPayees) external;

    /// @notice Instructs payment of holders of a series for a period; its custodian. For a mirror series holders is
    /// empty: one instruction to the registrar for the whole series, by the registrar, from Approved on. The payout of a restricted holder
    /// is withheld and stops nobody else. Not for a series to which the distribution gives nothing. Booked → Paying
    /// @return instruction Zero if every payout was withheld
    function instruct(
        SeriesId series,
        Period period,
        address[] calldata holders,
        bytes32 contentHash
    ) external returns (uint64 instruction);

    /// @notice Instructs payment of payees of the program that are no tranche, one instruction each; only the distribution
    /// desk, which has checked the maker and the amounts. Booked → Paying
    /// @param maker Wallet of the manager
    /// @return first Number of the first instruction
    function instructPayees(
        DealId deal,
        Period period,
        Due[] calldata dues,
        address maker,
        bytes32 contentHash
    ) external returns (uint64 first);

    /// @notice Confirms that the bank paid an instruction; the account bank, by another wallet than the one that
    /// instructed it. The last one settles the period
    function settle(uint64 instruction, uint32 valueDay, bytes32 bankReference) external;

    /// @notice Records that the bank did not execute an instruction; the account bank. What it paid is payable again
    function reject(uint64 instruction, bytes32 reason) external;

    /// @notice Records that a payment came back; the account bank. It becomes payable again
    /// @param holder Holder whose payment came back, zero for any other kind of instruction
    function returnPayout(
        uint64 instruction,
        address holder,
        uint32 valueDay,
        bytes32 bankReference,
        bytes32 reason
    ) external;

    /// @notice Makes withheld payouts payable again once the orders are lifted; who instructs the series
    function releaseWithheld(SeriesId series, Period period, address[] calldata holders) external;

    /// @notice Entitlement of a holder: floor(units at record × per unit / 1e18). Zero holder: of the whole series, as a
    /// mirror's registrar is paid it
    function entitlementOf(
        SeriesId series,
        Period period,
        address holder,
        EntitlementKind kind
    ) external view returns (uint128);

    function instructionOf(uint64 instruction) external view returns (Instruction memory);

    /// @notice Hash of the distribution that a mirror's instruction rests on, zero for any other. If another is approved
    /// for the period the instruction is void
    function basisOf(uint64 instruction) external view returns (bytes32 distributionHash);

    /// @notice Number of instructions given so far; ids run from one
    function instructionCount() external view returns (uint64);

    /// @notice Instruction that pays a holder for a period, zero if none does; and whether the payout is withheld
    function payoutOf(
        SeriesId series,
        Period period,
        address holder
    ) external view returns (uint64 instruction, bool isWithheld);

    /// @notice Instruction that pays a payee of the program for a period, zero if none does
    function payeeInstructionOf(DealId deal, Period period, uint8 payee) external view returns (uint64);

    function runOf(DealId deal, Period period) external view returns (Run memory);

    function seriesRunOf(SeriesId series, Period period) external view returns (SeriesRun memory);

    /// @notice Number of booked periods in which somebody is still owed something
    function openRunsOf(DealId deal) external view returns (uint32);
}
