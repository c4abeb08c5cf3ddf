// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccountPurpose, Feed, PayeeKind, ReportInput} from "../types/Enums.sol";

/// @dev Counts of a program's cells and lines, from its header word.
struct Header {
    uint256 version;
    uint256 arrivals;
    uint256 supportCount;
    uint256 cash;
    uint256 notes;
    uint256 state;
    uint256 payees;
    uint256 inputs;
    uint256 scheduled;
    uint256 temps;
    uint256 lines;
}

/// @notice Reads the words of a waterfall program: one header word, descriptors of 16 bits (kind, ref), one word a step.
///
/// CELLS
/// 0 is null and holds zero; then come cash, state, payees, inputs, temps. The first `arrivals` cash cells receive
/// cash when a period starts, the last `supports` of them from supports. The state region is what is owed to each
/// support, what is left of each commitment, the balance of each note, then the deal's own cells.
/// Cash and state are persisted together.
///
/// ASSUMPTIONS
/// The words passed ProgramCheckLib once; positions count from 0 inside their region.
library ProgramLib {
    uint256 internal constant VERSION = 1;
    uint256 internal constant DESCRIPTORS_PER_WORD = 16;
    uint256 private constant OF_TRANCHES =
        (1 << uint256(PayeeKind.Interest)) | (1 << uint256(PayeeKind.Principal)) | (1 << uint256(PayeeKind.Residual));

    function header(uint256[] memory words) internal pure returns (Header memory) {
        uint256 word = words[0];
        return
            Header({
                version: word >> 248,
                arrivals: (word >> 240) & 0xff,
                supportCount: (word >> 232) & 0xff,
                cash: (word >> 224) & 0xff,
                notes: (word >> 216) & 0xff,
                state: (word >> 208) & 0xff,
                payees: (word >> 200) & 0xff,
                inputs: (word >> 192) & 0xff,
                scheduled: (word >> 184) & 0xff,
                temps: (word >> 176) & 0xff,
                lines: (word >> 168) & 0xff
            });
    }

    function feedOf(uint256[] memory words, uint256 cashCell) internal pure returns (Feed) {
        (uint8 kind, ) = descriptorAt(words, cashCell);
        return Feed(kind);
    }

    function purposeOf(uint256[] memory words, uint256 cashCell) internal pure returns (AccountPurpose) {
        (, uint8 ref) = descriptorAt(words, cashCell);
        return AccountPurpose(ref);
    }

    function payeeOf(
        uint256[] memory words,
        Header memory counts,
        uint256 payee
    ) internal pure returns (PayeeKind kind, uint8 ref) {
        uint8 number;
        (number, ref) = descriptorAt(words, counts.cash + payee);
        kind = PayeeKind(number);
    }

    /// @dev Bitmap of the payees that are no tranche.
    function directPayees(uint256[] memory words) internal pure returns (uint256 payees) {
        Header memory counts = header(words);
        for (uint256 i = 0; i < counts.payees; ++i) {
            (uint8 kind, ) = descriptorAt(words, counts.cash + i);
            if ((OF_TRANCHES >> kind) & 1 == 0) payees |= 1 << i;
        }
    }

    /// @param input Position among the report inputs, which follow the scheduled ones
    function reportInputOf(
        uint256[] memory words,
        Header memory counts,
        uint256 input
    ) internal pure returns (ReportInput kind, uint8 ref) {
        uint8 number;
        (number, ref) = descriptorAt(words, counts.cash + counts.payees + input);
        kind = ReportInput(number);
    }

    function descriptorAt(uint256[] memory words, uint256 position) internal pure returns (uint8 kind, uint8 ref) {
        uint256 shift = 240 - 16 * (position % DESCRIPTORS_PER_WORD);
        uint256 descriptor = words[1 + position / DESCRIPTORS_PER_WORD] >> shift;
        return (uint8(descriptor >> 8), uint8(descriptor));
    }

    function descriptors(Header memory counts) internal pure returns (uint256) {
        return counts.cash + counts.payees + counts.inputs - counts.scheduled;
    }

    /// @dev Index of the first step word.
    function firstStep(Header memory counts) internal pure returns (uint256) {
        return 1 + (descriptors(counts) + DESCRIPTORS_PER_WORD - 1) / DESCRIPTORS_PER_WORD;
    }

    /// @dev All cells, the null cell included.
    function cellCount(Header memory counts) internal pure returns (uint256) {
        return 1 + counts.cash + counts.state + counts.payees + counts.inputs + counts.temps;
    }

    function persisted(Header memory counts) internal pure returns (uint256) {
        return counts.cash + counts.state;
    }

    /// @dev Words of one row of the schedule: two values a word.
    function rowLength(Header memory counts) internal pure returns (uint256) {
        return (counts.scheduled + 1) / 2;
    }

    function supportCell(Header memory counts, uint256 support) internal pure returns (uint256) {
        return 1 + counts.arrivals - counts.supportCount + support;
    }

    /// @dev What the deal owes to a support for its draws.
    function owedCell(Header memory counts, uint256 support) internal pure returns (uint256) {
        return 1 + counts.cash + support;
    }

    /// @dev What is left of a support's commitment.
    function leftCell(Header memory counts, uint256 support) internal pure returns (uint256) {
        return 1 + counts.cash + counts.supportCount + support;
    }

    function balanceCell(Header memory counts, uint256 note) internal pure returns (uint256) {
        return 1 + counts.cash + 2 * counts.supportCount + note;
    }

    function payeeCell(Header memory counts, uint256 payee) internal pure returns (uint256) {
        return 1 + counts.cash + counts.state + payee;
    }

    function inputCell(Header memory counts, uint256 input) internal pure returns (uint256) {
        return 1 + counts.cash + counts.state + counts.payees + input;
    }
}
