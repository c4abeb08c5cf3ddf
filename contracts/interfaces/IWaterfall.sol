// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId, Period, TrancheId} from "../types/Ids.sol";

/// @notice Runs a deal's program over the cash that is there and commits one distribution a period.
interface IWaterfall {
    /// @notice What one calculation gives, line by line; its keccak256 is what the checker approves.
    /// @param inputsDigest Digest of reports, events and support receipts it rests on
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

    /// @notice Amounts of one tranche per unit, scaled 1e18, fixed by approval.
    struct PerUnit {
        uint128 interest;
        uint128 principal;
        uint128 residual;
    }

    event ProgramStored(
        DealId indexed deal,
        address program,
        address schedule,
        bytes32 programHash,
        uint128[] opening,
        uint16 flags
    );
    event SupportCalled(
        DealId indexed deal,
        Period indexed period,
        uint8 support,
        uint128 need,
        uint128 called,
        uint48 deadline
    );
    event SupportFailed(DealId indexed deal, Period indexed period, uint8 support, uint128 called, uint128 received);
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
        address checker
    );
    event FlagsChanged(DealId indexed deal, Period indexed period, uint16 before, uint16 after_);

    error ProgramMissing(DealId deal);
    error DistributionChanged(DealId deal, Period period, bytes32 expected, bytes32 actual);

    /// @notice Stores the checked program, schedule and opening cells of a draft deal; the manager.
    /// programHash = keccak256(abi.encode(program, schedule, opening, flags)), pushed to the deal book
    /// @param opening Opening value of every persisted cell (cash cells must be zero)
    function store(
        DealId deal,
        uint256[] calldata program,
        uint256[] calldata schedule,
        uint128[] calldata opening,
        uint16 flags
    ) external returns (bytes32 programHash);

    /// @notice What each support would have to pay for the period as reported so far; unlimited by commitment
    function needOf(DealId deal, Period period) external view returns (uint128[] memory need);

    /// @notice Calls each support for min(need, commitment left); the manager. Reported → Called
    function call(DealId deal, Period period) external;

    /// @notice Calculates the distribution; anyone, once every stream stands (and called money has come or is overdue)
    function calculate(DealId deal, Period period) external returns (bytes32 distributionHash);

    /// @notice Approves exactly this distribution: runs again and refuses if anything changed; the deal's checker,
    /// whose party is neither the servicer's nor the manager's
    function approve(DealId deal, Period period, bytes32 distributionHash) external;

    /// @notice Dry view of the distribution that `calculate` would make now
    function preview(DealId deal, Period period) external view returns (Distribution memory);

    function distributionHashOf(DealId deal, Period period) external view returns (bytes32);

    function perUnitOf(DealId deal, Period period, TrancheId tranche) external view returns (PerUnit memory);

    /// @notice Persisted cells and flags as last approved
    function stateOf(DealId deal) external view returns (uint128[] memory cells, uint16 flags);

    function programOf(DealId deal) external view returns (uint256[] memory program, uint256[] memory schedule);

    /// @notice Outstanding principal of a tranche, minor units
    function outstandingOf(DealId deal, TrancheId tranche) external view returns (uint128);
}
