// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccountPurpose, PeriodStage} from "../types/Enums.sol";
import {DealId, PartyId, Period, TrancheId} from "../types/Ids.sol";

/// @notice Runs a deal's program over the cash that is there and commits one distribution a period.
interface IWaterfall {
    /// @notice What one calculation gives, line by line; its keccak256 is what the checker approves.
    /// @param inputsDigest Digest of what it rests on: the reports' digest, and the balances of reserve and guarantee account
    /// where a support pays into them, else zero
    /// @param ran Bitmap of the program lines that ran; `due` and `paid` by line
    /// @param payees Cash paid to each payee of the program
    /// @param arrivals Cash that entered each arrival cell: payable collections, receipts of supports
    /// @param cells Persisted cells after the run
    /// @param flows Cash that leaves the plan, reserve and guarantee sub-ledger, in this order; negative = enters.
    /// Their sum is the sum of `payees`
    struct Distribution {
        DealId deal;
        Period period;
        bytes32 programHash;
        bytes32 inputsDigest;
        uint16 flagsBefore;
        uint16 flags;
        uint256 ran;
        uint128[] due;
        uint128[] paid;
        uint128[] arrivals;
        uint128[] payees;
        uint128[] cells;
        int128[3] flows;
    }

    /// @notice What a deal's distributions run on; frozen with its hash when the deal is offered.
    /// @param program Words of the checked program
    /// @param schedule Rows by period: two 128-bit values a word, the first in the high half
    /// @param opening Opening value of every persisted cell: cash cells zero but those of a reserve, note balances units × face
    /// @param flags Opening flags, without acceleration and default
    /// @param callFor Seconds a called support has to pay
    struct ProgramTerms {
        uint256[] program;
        uint256[] schedule;
        uint128[] opening;
        uint16 flags;
        uint32 callFor;
    }

    /// @notice Amounts of one tranche per unit, scaled 1e18, rounded down; fixed by approval.
    struct PerUnit {
        uint128 interest;
        uint128 principal;
        uint128 residual;
    }

    /// @notice What a support was asked for in a period, zero if nothing.
    struct Call {
        uint128 amount;
        uint48 deadlineAt;
    }

    event ProgramStored(
        DealId indexed deal,
        address program,
        address schedule,
        bytes32 indexed programHash,
        uint128[] opening,
        uint16 flags,
        uint32 callFor
    );
    event SupportCalled(
        DealId indexed deal,
        Period indexed period,
        uint8 indexed support,
        uint128 need,
        uint128 called,
        uint48 deadlineAt
    );
    /// @param received Cash of the support when the distribution was calculated
    event SupportFailed(
        DealId indexed deal,
        Period indexed period,
        uint8 indexed support,
        uint128 called,
        uint128 received
    );
    event DistributionCalculated(
        DealId indexed deal,
        Period indexed period,
        bytes32 indexed distributionHash,
        Distribution distribution
    );
    event DistributionApproved(
        DealId indexed deal,
        Period indexed period,
        bytes32 indexed distributionHash,
        PartyId checker
    );
    event ApprovalWithdrawn(
        DealId indexed deal,
        Period indexed period,
        bytes32 indexed distributionHash,
        PartyId checker
    );
    event FlagsChanged(DealId indexed deal, Period indexed period, uint16 flagsBefore, uint16 flags);

    error NotDraft(DealId deal);
    error ProgramMissing(DealId deal);
    error OpeningMismatch(uint256 cell, uint256 expected, uint256 actual);
    error OpeningFlagged(uint16 flags);
    error ReserveTooLarge(uint256 reserve, uint256 notes);
    error ScheduleUneven(uint256 words, uint256 wordsPerPeriod);
    error ScheduleEnded(DealId deal, Period period);
    error TranchesDiffer(uint256 notes, uint256 tranches);
    error CellCountDiffers(uint256 expected, uint256 actual);
    error PurposeUnfit(uint256 cashCell, AccountPurpose purpose);
    error FeedTwice(uint256 cashCell);
    error CollectionsUnfed();
    error PayeeUnfit(uint256 payee);
    error InputUnfit(uint256 input);
    error PeriodIncomplete(DealId deal, Period period);
    error PeriodUnfit(DealId deal, Period period, PeriodStage stage);
    error NothingToCall(DealId deal, Period period);
    error CallPending(DealId deal, Period period, uint8 support, uint48 deadlineAt);
    error LedgerShort(DealId deal, AccountPurpose purpose, uint256 balance, uint256 needed);
    error NotChecker(DealId deal, address wallet);
    /// @notice `expected` and `actual` are hashes of the distribution named and of the one calculated, or digests of the
    /// inputs then and now
    error DistributionChanged(DealId deal, Period period, bytes32 expected, bytes32 actual);

    /// @notice Stores the checked program, schedule and opening cells of a draft deal; the manager. May be stored again.
    /// programHash = keccak256(abi.encode(terms)), pushed to the deal book
    function store(DealId deal, ProgramTerms calldata terms) external returns (bytes32 programHash);

    /// @notice What each support would have to pay for the period as reported so far, unlimited by its own commitment
    function needOf(DealId deal, Period period) external view returns (uint128[] memory need);

    /// @notice Calls each support for min(need, commitment left); the manager. Reported → Called. A later call of the period
    /// stands in for the earlier; one that needs nothing takes it back and leaves the period Reported
    function call(DealId deal, Period period) external;

    /// @notice Calculates the distribution; anyone, once every stream stands and called money has come or is overdue.
    /// Reported or Called → Calculated; a calculated period is calculated again
    function calculate(DealId deal, Period period) external returns (bytes32 distributionHash);

    /// @notice Approves exactly this distribution, and refuses if what it rests on has changed; the deal's checker, whose
    /// party is neither the servicer's nor the manager's. Calculated → Approved
    function approve(DealId deal, Period period, bytes32 distributionHash) external;

    /// @notice Takes an approval back before the distribution is booked; the checker. Approved → Calculated
    function withdraw(DealId deal, Period period) external;

    /// @notice Puts a longer schedule in the place of the one in force; the schedule book, which appended its rows.
    /// The program hash stays: it commits to the rows that were stored
    /// @param schedule Clone with the rows
    /// @return previous Clone with the rows so far
    function extend(DealId deal, address schedule) external returns (address previous);

    /// @notice Dry view of the distribution that `calculate` would make now
    function preview(DealId deal, Period period) external view returns (Distribution memory);

    /// @notice Hash of the distribution last calculated, zero if none
    function distributionHashOf(DealId deal, Period period) external view returns (bytes32);

    /// @notice Amounts per unit of the period's approved distribution, zero while none is
    function perUnitOf(DealId deal, Period period, TrancheId tranche) external view returns (PerUnit memory);

    /// @notice The same of every tranche in order of rank
    function perUnitsOf(DealId deal, Period period) external view returns (PerUnit[] memory);

    function callOf(DealId deal, Period period, uint8 support) external view returns (Call memory);

    /// @notice Persisted cells and flags as last approved
    function stateOf(DealId deal) external view returns (uint128[] memory cells, uint16 flags);

    function programOf(DealId deal) external view returns (uint256[] memory program, uint256[] memory schedule);

    /// @notice Cash that the program opens its reserve with: it comes out of the proceeds, and nothing is calculated before it
    /// lies on the reserve account
    function openingReserveOf(DealId deal) external view returns (uint128);

    /// @notice Outstanding principal of a tranche as last approved, minor units
    function outstandingOf(DealId deal, TrancheId tranche) external view returns (uint128);

    /// @notice Whether every note is repaid by the distribution last approved
    function isRepaid(DealId deal) external view returns (bool);

    /// @notice Bitmap of the program's payees that are no tranche: tax, fees, supports, refunds
    function directPayeesOf(DealId deal) external view returns (uint256);
}
