// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ProgramCheckLib} from "../../../contracts/libraries/ProgramCheckLib.sol";
import {Header, ProgramLib} from "../../../contracts/libraries/ProgramLib.sol";
import {Lines, WaterfallLib} from "../../../contracts/libraries/WaterfallLib.sol";

/// @notice Opens the machine to tests: one period, many periods in one call, the dry run, the check, the gas.
contract WaterfallHarness {
    using ProgramLib for Header;

    struct Period {
        uint256[] arrivals;
        uint256[] inputs;
    }

    struct Opening {
        uint256[] cells;
        uint16 flags;
    }

    struct Outcome {
        uint256[] cells;
        uint16 flags;
        uint256[] payees;
        Lines lines;
    }

    function check(uint256[] calldata words) external pure {
        ProgramCheckLib.check(words);
    }

    function run(
        uint256[] memory words,
        Opening memory opening,
        Period memory period
    ) public pure returns (Outcome memory outcome) {
        Header memory header = ProgramLib.header(words);
        uint256[] memory cells = WaterfallLib.open(words, opening.cells, period.arrivals, period.inputs);
        (outcome.flags, outcome.lines) = WaterfallLib.run(words, cells, opening.flags);
        outcome.cells = _slice(cells, 1, header.persisted());
        outcome.payees = _slice(cells, header.payeeCell(0), header.payees);
    }

    function dryRun(
        uint256[] memory words,
        Opening memory opening,
        Period memory period
    ) public pure returns (uint256[] memory) {
        uint256[] memory cells = WaterfallLib.open(words, opening.cells, period.arrivals, period.inputs);
        return WaterfallLib.dryRun(words, cells, opening.flags);
    }

    /// @dev Each period starts where the one before it ended. A period is told in one row:
    /// flags, ran, persisted cells, payees, due of each line, paid of each line.
    function runAll(
        uint256[] calldata words,
        Opening calldata opening,
        Period[] calldata periods
    ) external pure returns (uint256[][] memory rows) {
        rows = new uint256[][](periods.length);
        uint256[] memory program = words;
        Opening memory current = opening;
        for (uint256 i = 0; i < periods.length; ++i) {
            Outcome memory outcome = run(program, current, periods[i]);
            current = Opening(outcome.cells, outcome.flags);
            rows[i] = _rowOf(outcome);
        }
    }

    function dryRunAll(
        uint256[] calldata words,
        Opening[] calldata openings,
        Period[] calldata periods
    ) external pure returns (uint256[][] memory needs) {
        needs = new uint256[][](periods.length);
        uint256[] memory program = words;
        for (uint256 i = 0; i < periods.length; ++i) {
            needs[i] = dryRun(program, openings[i], periods[i]);
        }
    }

    /// @dev Gas of the steps alone: cells in memory, no storage, no call data.
    function gasOf(
        uint256[] calldata words,
        Opening calldata opening,
        Period calldata period
    ) external view returns (uint256) {
        uint256[] memory program = words;
        uint256[] memory cells = WaterfallLib.open(program, opening.cells, period.arrivals, period.inputs);
        uint256 start = gasleft();
        WaterfallLib.run(program, cells, opening.flags);
        return start - gasleft();
    }

    function _rowOf(Outcome memory outcome) private pure returns (uint256[] memory row) {
        uint256 lines = outcome.lines.due.length;
        row = new uint256[](2 + outcome.cells.length + outcome.payees.length + 2 * lines);
        (row[0], row[1]) = (outcome.flags, outcome.lines.ran);
        uint256 next = _copy(row, 2, outcome.cells);
        next = _copy(row, next, outcome.payees);
        for (uint256 i = 0; i < lines; ++i) {
            row[next + i] = outcome.lines.due[i];
            row[next + lines + i] = outcome.lines.paid[i];
        }
    }

    function _copy(uint256[] memory row, uint256 first, uint256[] memory values) private pure returns (uint256) {
        for (uint256 i = 0; i < values.length; ++i) {
            row[first + i] = values[i];
        }
        return first + values.length;
    }

    function _slice(uint256[] memory cells, uint256 first, uint256 count) private pure returns (uint256[] memory part) {
        part = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            part[i] = cells[first + i];
        }
    }
}
