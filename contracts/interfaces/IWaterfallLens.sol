// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice The waterfall machine for whoever wants to calculate on a chain without a deal: pure, for calls, not for
/// transactions.
interface IWaterfallLens {
    /// @param cells Persisted cells, in order from cell 1
    struct State {
        uint256[] cells;
        uint16 flags;
    }

    /// @param arrivals Cash for each arrival cell
    /// @param inputs Every input: the row of the schedule, then the figures of the report
    struct Inputs {
        uint256[] arrivals;
        uint256[] inputs;
    }

    /// @param payees Cash paid to each payee
    /// @param ran Bitmap of the lines that ran; `due` and `paid` by line
    struct Outcome {
        uint256[] cells;
        uint16 flags;
        uint256[] payees;
        uint256 ran;
        uint128[] due;
        uint128[] paid;
    }

    /// @notice Runs one period of a program that is checked first
    function run(
        uint256[] calldata program,
        State calldata state,
        Inputs calldata inputs
    ) external pure returns (Outcome memory outcome);

    /// @notice What each support would have to pay for the period, unlimited by its own commitment
    function needOf(
        uint256[] calldata program,
        State calldata state,
        Inputs calldata inputs
    ) external pure returns (uint256[] memory need);
}
