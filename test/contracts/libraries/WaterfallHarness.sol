// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Lines, WaterfallLib} from "../../../contracts/libraries/WaterfallLib.sol";
import {ProgramCheckLib} from "../../../contracts/libraries/ProgramCheckLib.sol";
import {Header, ProgramLib} from "../../../contracts/libraries/ProgramLib.sol";

/// @notice Opens the machine to tests: one period, many periods in one call, the dry run, the check.
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

    /// @dev `failure` is the revert data of a period that could not be calculated; empty if it could.
    struct Attempt {
        Outcome outcome;
        uint256[] needs;
        bytes failure;
        bytes dryFailure;
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

    /// @dev Each period starts where the last that succeeded ended.
    function runAll(
        uint256[] calldata words,
        Opening calldata opening,
        Period[] calldata periods
    ) external view returns (Attempt[] memory attempts) {
        attempts = new Attempt[](periods.length);
        Opening memory current = opening;
        for (uint256 i = 0; i < periods.length; ++i) {
            (attempts[i].needs, attempts[i].dryFailure) = _tryDryRun(words, current, periods[i]);
            try this.run(words, current, periods[i]) returns (Outcome memory outcome) {
                attempts[i].outcome = outcome;
                current = Opening(outcome.cells, outcome.flags);
            } catch (bytes memory failure) {
                attempts[i].failure = failure;
            }
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

    function _tryDryRun(
        uint256[] calldata words,
        Opening memory opening,
        Period calldata period
    ) private view returns (uint256[] memory, bytes memory) {
        try this.dryRun(words, opening, period) returns (uint256[] memory needs) {
            return (needs, "");
        } catch (bytes memory failure) {
            return (new uint256[](0), failure);
        }
    }

    function _slice(uint256[] memory cells, uint256 first, uint256 count) private pure returns (uint256[] memory part) {
        part = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            part[i] = cells[first + i];
        }
    }
}
