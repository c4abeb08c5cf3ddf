// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IWaterfallLens} from "../interfaces/IWaterfallLens.sol";

import {ProgramCheckLib} from "../libraries/ProgramCheckLib.sol";
import {Header, ProgramLib} from "../libraries/ProgramLib.sol";
import {Lines, WaterfallLib} from "../libraries/WaterfallLib.sol";

/// @title WaterfallLens
/// @notice The machine that divides the cash of deals, open to calls: the same library that the waterfall room runs, on a
/// program, a state and inputs that the caller gives. It keeps nothing and decides nothing.
contract WaterfallLens is IWaterfallLens {
    using ProgramLib for Header;

    /* VIEWS */

    /// @inheritdoc IWaterfallLens
    function run(
        uint256[] calldata program,
        State calldata state,
        Inputs calldata inputs
    ) external pure returns (Outcome memory outcome) {
        uint256[] memory words = program;
        uint256[] memory cells = _open(words, state, inputs);
        Header memory header = ProgramLib.header(words);
        Lines memory lines;
        (outcome.flags, lines) = WaterfallLib.run(words, cells, state.flags);
        outcome.cells = _slice(cells, 1, header.persisted());
        outcome.payees = _slice(cells, header.payeeCell(0), header.payees);
        (outcome.ran, outcome.due, outcome.paid) = (lines.ran, lines.due, lines.paid);
    }

    /// @inheritdoc IWaterfallLens
    function needOf(
        uint256[] calldata program,
        State calldata state,
        Inputs calldata inputs
    ) external pure returns (uint256[] memory need) {
        uint256[] memory words = program;
        return WaterfallLib.dryRun(words, _open(words, state, inputs), state.flags);
    }

    /* INTERNAL */

    function _open(
        uint256[] memory words,
        State calldata state,
        Inputs calldata inputs
    ) private pure returns (uint256[] memory cells) {
        ProgramCheckLib.check(words);
        return WaterfallLib.open(words, state.cells, inputs.arrivals, inputs.inputs);
    }

    function _slice(uint256[] memory cells, uint256 first, uint256 count) private pure returns (uint256[] memory part) {
        part = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) part[i] = cells[first + i];
    }
}
