// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccountPurpose, Feed, PayeeKind, ReportInput} from "../types/Enums.sol";
import {Header, ProgramLib} from "./ProgramLib.sol";
import {StepLib} from "./StepLib.sol";

/// @notice The check of a program, made once, when a deal stores it. A program that passes cannot make or lose cash,
/// divide by a constant zero, or leave its cells. Its twin is src/waterfall/check.ts: same checks, same order.
///
/// CLASSES
/// Cash moves from cash cells (or a payment's supports) to cash cells and payees. State, input and temp cells hold
/// memos: figures that only memo steps, and the dues a payment settles, may change.
library ProgramCheckLib {
    using ProgramLib for Header;
    using StepLib for uint256;

    /// @dev A step under check, with the last cell of each region.
    struct Checked {
        uint256 word;
        uint256 index;
        uint256 number;
        uint256 lastCash;
        uint256 lastState;
        uint256 lastPayee;
        uint256 last;
    }

    error UnknownVersion(uint256 version);
    error ProgramTruncated(uint256 given, uint256 least);
    error LayoutInconsistent();
    error TooManyCells(uint256 count);
    error UnknownDescriptor(uint256 position);
    error StrayBits(uint256 index);
    error UnknownRounding(uint256 step);
    error CellOutOfRange(uint256 step, uint256 cell);
    error WrongClass(uint256 step, uint256 cell);
    error NullOperand(uint256 step);
    error UnevenSplit(uint256 step);
    error SupportsWithoutDue(uint256 step);
    error NoDenominator(uint256 step);
    error BitOutOfRange(uint256 step, uint256 bit);
    error OperandTwice(uint256 step, uint256 cell);
    error LinesDisagree(uint256 stated, uint256 counted);

    uint256 private constant CELL_LIMIT = 256;
    uint256 private constant FLAG_LIMIT = 16;
    uint256 private constant HEADER_REST = (1 << 168) - 1;

    // Fields that an operation does not use.
    uint256 private constant ROUNDING = 3 << 250;
    uint256 private constant LINE = 1 << 249;
    uint256 private constant LATCH = 1 << 248;
    uint256 private constant B = 0xff << 232;
    uint256 private constant C = 0xff << 224;
    uint256 private constant D = 0xff << 216;
    uint256 private constant ALSO = 0xffffffff << 184;
    uint256 private constant ALSO_REST = 0xffffff << 184;
    uint256 private constant LIST = 0xffffffff << 152;
    uint256 private constant K2 = 0xffffffffffffff;

    function check(uint256[] memory words) internal pure {
        Header memory header = _checkHeader(words);
        _checkDescriptors(words, header);
        Checked memory step = _checked(header);
        uint256 first = header.firstStep();
        uint256 lines = 0;
        for (uint256 i = first; i < words.length; ++i) {
            (step.word, step.index, step.number) = (words[i], i, i - first);
            _checkStep(step);
            if (step.word.isLine()) ++lines;
        }
        require(lines == header.lines, LinesDisagree(header.lines, lines));
    }

    function _checkHeader(uint256[] memory words) private pure returns (Header memory header) {
        require(words.length != 0, UnknownVersion(0));
        header = ProgramLib.header(words);
        require(header.version == ProgramLib.VERSION, UnknownVersion(header.version));
        require(words[0] & HEADER_REST == 0, StrayBits(0));
        require(_isNested(header), LayoutInconsistent());
        uint256 cells = header.cellCount();
        require(cells <= CELL_LIMIT, TooManyCells(cells));
        uint256 least = header.firstStep() + 1;
        require(words.length >= least, ProgramTruncated(words.length, least));
    }

    function _isNested(Header memory header) private pure returns (bool) {
        return
            header.supportCount <= header.arrivals &&
            header.arrivals <= header.cash &&
            2 * header.supportCount + header.notes <= header.state &&
            header.scheduled <= header.inputs;
    }

    function _checked(Header memory header) private pure returns (Checked memory step) {
        step.lastCash = header.cash;
        step.lastState = header.cash + header.state;
        step.lastPayee = step.lastState + header.payees;
        step.last = step.lastPayee + header.inputs + header.temps;
    }

    function _checkDescriptors(uint256[] memory words, Header memory header) private pure {
        uint256 count = header.descriptors();
        for (uint256 i = 0; i < count; ++i) {
            require(_isDescriptor(words, header, i), UnknownDescriptor(i));
        }
        uint256 used = count % ProgramLib.DESCRIPTORS_PER_WORD;
        uint256 last = header.firstStep() - 1;
        require(used == 0 || words[last] << (16 * used) == 0, StrayBits(last));
    }

    /// @dev Arrivals are fed with income or principal, supports with support, other cash cells with nothing.
    function _isDescriptor(uint256[] memory words, Header memory header, uint256 position) private pure returns (bool) {
        (uint8 kind, uint8 ref) = ProgramLib.descriptorAt(words, position);
        if (position >= header.cash + header.payees) return kind >= 1 && kind <= uint8(type(ReportInput).max);
        if (position >= header.cash) return kind >= 1 && kind <= uint8(type(PayeeKind).max);
        if (ref > uint8(type(AccountPurpose).max)) return false;
        if (position >= header.arrivals) return kind == uint8(Feed.None);
        if (position >= header.arrivals - header.supportCount) return kind == uint8(Feed.Support);
        return kind == uint8(Feed.Income) || kind == uint8(Feed.Principal);
    }

    function _checkStep(Checked memory step) private pure {
        uint256 op = step.word.opOf();
        require(op >= StepLib.PAY && op <= StepLib.TEST, StepLib.UnknownOperation(step.number, op));
        require(step.word & _unusedBy(op) == 0, StrayBits(step.index));
        require(step.word.roundingOf() <= (op == StepLib.SPLIT ? 1 : 2), UnknownRounding(step.number));
        if (op == StepLib.PAY) _checkPay(step);
        else if (op == StepLib.SPLIT) _checkSplit(step);
        else if (op == StepLib.ACCRUE) _checkAccrue(step);
        else if (op == StepLib.TEST) _checkTest(step);
        else _checkFigure(step);
    }

    function _unusedBy(uint256 op) private pure returns (uint256) {
        if (op == StepLib.PAY) return LATCH;
        if (op == StepLib.SPLIT) return LINE | LATCH | B | C | D | K2;
        if (op == StepLib.ACCRUE) return LINE | LATCH | ALSO_REST | LIST;
        if (op == StepLib.GAP) return LINE | LATCH | C | ALSO | LIST;
        if (op == StepLib.TEST) return ROUNDING | LINE | D | ALSO | LIST;
        return LINE | LATCH | B | C | ALSO | LIST;
    }

    function _checkPay(Checked memory step) private pure {
        uint256 word = step.word;
        uint256 list = word.listOf();
        require(_isPacked(word.alsoOf(), 4) && _isPacked(list, 4), StrayBits(step.index));
        require(word.cOf() != 0 && (word.aOf() != 0 || list != 0), NullOperand(step.number));
        require(word.bOf() != 0 || list == 0, SupportsWithoutDue(step.number));
        bool inCash = _checkDestination(step, word.cOf());
        _checkSource(step, word.aOf(), inCash);
        for (; list != 0; list = (list << 8) & 0xffffffff) {
            _checkSource(step, list >> 24, inCash);
        }
        if (word.bOf() != 0) _checkMemo(step, word.bOf());
        if (word.dOf() != 0) _checkMemo(step, word.dOf());
        for (uint256 also = word.alsoOf(); also != 0; also = (also << 8) & 0xffffffff) {
            _checkMemo(step, also >> 24);
        }
        _checkDistinct(step);
    }

    /// @dev A cell that a payment names twice would be booked twice.
    function _checkDistinct(Checked memory step) private pure {
        uint256 word = step.word;
        uint256 operands = (word >> 216) & 0xffffffff;
        uint256 cells = (operands << 64) | (word.alsoOf() << 32) | word.listOf();
        uint256 seen = 0;
        for (; cells != 0; cells >>= 8) {
            uint256 cell = cells & 0xff;
            require(cell == 0 || seen & (1 << cell) == 0, OperandTwice(step.number, cell));
            seen |= 1 << cell;
        }
    }

    function _checkSplit(Checked memory step) private pure {
        uint256 weights = step.word.weightsOf();
        uint256 shares = step.word.sharesOf();
        require(_isPacked(weights, 8) && _isPacked(shares, 8), StrayBits(step.index));
        uint256 count = _countOf(weights);
        require(count == _countOf(shares) && count != 0, UnevenSplit(step.number));
        uint256 source = step.word.aOf();
        require(source != 0, NullOperand(step.number));
        bool inCash = source <= step.lastCash;
        _checkSource(step, source, inCash);
        for (uint256 i = 0; i < count; ++i) {
            uint256 cell = _memberOf(shares, i);
            require(_checkDestination(step, cell) == inCash, WrongClass(step.number, cell));
        }
        for (uint256 i = 0; i < count; ++i) {
            _checkMemo(step, _memberOf(weights, i));
        }
    }

    function _checkAccrue(Checked memory step) private pure {
        uint256 word = step.word;
        require(word.aOf() != 0 && word.cOf() != 0 && word.dOf() != 0, NullOperand(step.number));
        require(word.k2Of() != 0 || word.alsoOf() != 0, NoDenominator(step.number));
        _checkRange(step, word.aOf());
        _checkRange(step, word.bOf());
        _checkRange(step, word.cOf());
        _checkRange(step, word.alsoOf() >> 24);
        _checkMemo(step, word.dOf());
    }

    function _checkFigure(Checked memory step) private pure {
        uint256 word = step.word;
        require(word.dOf() != 0, NullOperand(step.number));
        _checkRange(step, word.aOf());
        _checkRange(step, word.bOf());
        _checkMemo(step, word.dOf());
    }

    function _checkTest(Checked memory step) private pure {
        uint256 word = step.word;
        _checkRange(step, word.aOf());
        _checkRange(step, word.bOf());
        require(word.cOf() < FLAG_LIMIT, BitOutOfRange(step.number, word.cOf()));
    }

    /// @dev Whether the destination takes cash: a cash cell or a payee.
    function _checkDestination(Checked memory step, uint256 cell) private pure returns (bool) {
        _checkRange(step, cell);
        return !_isMemo(step, cell);
    }

    /// @dev Cash comes from cash cells only, a memo from memo cells only.
    function _checkSource(Checked memory step, uint256 cell, bool inCash) private pure {
        _checkRange(step, cell);
        bool fits = cell == 0 || (inCash ? cell <= step.lastCash : _isMemo(step, cell));
        require(fits, WrongClass(step.number, cell));
    }

    function _checkMemo(Checked memory step, uint256 cell) private pure {
        _checkRange(step, cell);
        require(_isMemo(step, cell), WrongClass(step.number, cell));
    }

    function _checkRange(Checked memory step, uint256 cell) private pure {
        require(cell <= step.last, CellOutOfRange(step.number, cell));
    }

    /// @dev State, input and temp cells hold figures, not cash.
    function _isMemo(Checked memory step, uint256 cell) private pure returns (bool) {
        return (cell > step.lastCash && cell <= step.lastState) || cell > step.lastPayee;
    }

    /// @dev Whether nothing stands behind the zero byte that ends the list.
    function _isPacked(uint256 list, uint256 length) private pure returns (bool) {
        bool ended = false;
        for (uint256 i = length; i != 0; --i) {
            bool empty = (list >> (8 * (i - 1))) & 0xff == 0;
            if (ended && !empty) return false;
            ended = empty;
        }
        return true;
    }

    function _countOf(uint256 list) private pure returns (uint256 count) {
        while (count < 8 && _memberOf(list, count) != 0) ++count;
    }

    function _memberOf(uint256 list, uint256 position) private pure returns (uint256) {
        return (list >> (56 - 8 * position)) & 0xff;
    }
}
