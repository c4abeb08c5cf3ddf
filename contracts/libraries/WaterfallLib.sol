// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Header, ProgramLib} from "./ProgramLib.sol";
import {StepLib} from "./StepLib.sol";

/// @dev What the marked steps owed and paid, in program order. Bit n of `ran` tells whether line n ran;
/// a line that its mask kept from running shows zeros.
struct Lines {
    uint256 ran;
    uint128[] due;
    uint128[] paid;
}

/// @notice The waterfall machine: seven operations on cells below 2^128, integers only. Its twin is src/waterfall.
///
/// OPERATIONS
/// PAY    x = min(available, due); source, due and each `also` cell fall by x, destination rises; `soft` falls to
///        zero at most. Then each support in turn pays what is still due, to this destination and nowhere else;
///        a support of the support region pays within its commitment and is owed what it paid.
/// SPLIT  shares min(source, sum of weights) in proportion to the weights.
/// ACCRUE adds balance × rate × days / (1e9 × denominator); the rate is in parts per billion a year.
/// GAP    destination = max(0, scaled value − less).   ADD, SET  destination += or = scaled value.
/// TEST   passes while left × k1 ≥ right × k2; a failure sets a flag, a pass clears it unless it is latched.
///
/// ROUNDING
/// Each step states its own: floor, half up or ceil; a split gives its remainder to the first members or to the
/// largest fractions.
///
/// ASSUMPTIONS
/// The program passed ProgramCheckLib. Cash is conserved all the same: every run compares the sum of cash and
/// payee cells before and after.
library WaterfallLib {
    using ProgramLib for Header;
    using StepLib for uint256;

    struct Machine {
        uint256[] cells;
        uint256 flags;
        uint256 step;
        uint256 line;
        uint256 firstSupport;
        uint256 supportCount;
        uint256 firstOwed;
        uint256[] drawn;
        Lines lines;
    }

    error Overflow(uint256 step, uint256 cell);
    error Underflow(uint256 step, uint256 cell);
    error RateOutOfBounds(uint256 step, uint256 rate);
    error DaysOutOfBounds(uint256 step, uint256 count);
    error ZeroDenominator(uint256 step);
    error OpeningOutOfBounds(uint256 cell);
    error WrongCellCount(uint256 expected, uint256 given);
    error NotConserved(uint256 before, uint256 later);

    uint256 private constant CELL_MAX = type(uint128).max;
    uint256 private constant RATE_MAX = type(uint64).max;
    uint256 private constant DAYS_MAX = type(uint32).max;
    uint256 private constant PARTS_PER_BILLION = 1e9;
    uint256 private constant UNLIMITED = 1 << 127;

    /* ACTIONS */

    /// @dev Cells as the first step finds them, the null cell included.
    function open(
        uint256[] memory words,
        uint256[] memory persisted,
        uint256[] memory arrivals,
        uint256[] memory inputs
    ) internal pure returns (uint256[] memory cells) {
        Header memory header = ProgramLib.header(words);
        _requireCount(header.persisted(), persisted.length);
        _requireCount(header.arrivals, arrivals.length);
        _requireCount(header.inputs, inputs.length);
        cells = new uint256[](header.cellCount());
        for (uint256 i = 0; i < persisted.length; ++i) {
            _fill(cells, 1 + i, persisted[i]);
        }
        for (uint256 i = 0; i < arrivals.length; ++i) {
            _fill(cells, 1 + i, arrivals[i]);
        }
        uint256 firstInput = header.inputCell(0);
        for (uint256 i = 0; i < inputs.length; ++i) {
            _fill(cells, firstInput + i, inputs[i]);
        }
    }

    /// @dev Runs the program on `cells` in place.
    function run(
        uint256[] memory words,
        uint256[] memory cells,
        uint16 flags
    ) internal pure returns (uint16, Lines memory) {
        Machine memory machine = _run(words, ProgramLib.header(words), cells, flags);
        return (uint16(machine.flags), machine.lines);
    }

    /// @dev What the program would draw from each support if it could pay all. Where one needs more than its commitment
    /// left, the program runs again with it bounded, so that the others are asked for the rest: one by one, the first
    /// first. Spends `cells`.
    function dryRun(
        uint256[] memory words,
        uint256[] memory cells,
        uint16 flags
    ) internal pure returns (uint256[] memory needs) {
        Header memory header = ProgramLib.header(words);
        needs = new uint256[](header.supportCount);
        bool[] memory bounded = new bool[](header.supportCount);
        for (uint256 runs = header.supportCount; runs > 0; --runs) {
            uint256[] memory trial = runs > 1 ? _copy(cells) : cells;
            uint256[] memory left = _boundSupports(header, trial, bounded);
            uint256[] memory drawn = _run(words, header, trial, flags).drawn;
            if (!_takeNeeds(needs, bounded, drawn, left)) break;
        }
    }

    /* INTERNAL */

    function _run(
        uint256[] memory words,
        Header memory header,
        uint256[] memory cells,
        uint16 flags
    ) private pure returns (Machine memory machine) {
        machine = _machine(header, cells, flags);
        uint256 before = _cashOf(header, cells);
        uint256 first = header.firstStep();
        for (uint256 i = first; i < words.length; ++i) {
            uint256 word = words[i];
            machine.step = i - first;
            if (!word.isMasked(machine.flags)) _execute(machine, word);
            if (word.isLine()) ++machine.line;
        }
        uint256 later = _cashOf(header, cells);
        require(before == later, NotConserved(before, later));
    }

    /// @dev Gives each support all it may be asked for, and returns the commitments left.
    function _boundSupports(
        Header memory header,
        uint256[] memory cells,
        bool[] memory bounded
    ) private pure returns (uint256[] memory left) {
        left = new uint256[](bounded.length);
        for (uint256 i = 0; i < bounded.length; ++i) {
            left[i] = cells[header.leftCell(i)];
            uint256 most = bounded[i] ? left[i] : UNLIMITED;
            cells[header.supportCell(i)] = most;
            cells[header.leftCell(i)] = most;
        }
    }

    /// @dev Keeps the needs of those not bounded before, and bounds the first of them that needs more than it has left.
    function _takeNeeds(
        uint256[] memory needs,
        bool[] memory bounded,
        uint256[] memory drawn,
        uint256[] memory left
    ) private pure returns (bool changed) {
        for (uint256 i = 0; i < needs.length; ++i) {
            if (bounded[i]) continue;
            needs[i] = drawn[i];
            if (changed || drawn[i] <= left[i]) continue;
            bounded[i] = true;
            changed = true;
        }
    }

    function _copy(uint256[] memory cells) private pure returns (uint256[] memory copy) {
        copy = new uint256[](cells.length);
        for (uint256 i = 0; i < cells.length; ++i) {
            copy[i] = cells[i];
        }
    }

    function _machine(
        Header memory header,
        uint256[] memory cells,
        uint16 flags
    ) private pure returns (Machine memory machine) {
        machine.cells = cells;
        machine.flags = flags;
        machine.firstSupport = header.supportCell(0);
        machine.supportCount = header.supportCount;
        machine.firstOwed = header.owedCell(0);
        machine.drawn = new uint256[](header.supportCount);
        machine.lines = Lines({ran: 0, due: new uint128[](header.lines), paid: new uint128[](header.lines)});
    }

    function _execute(Machine memory machine, uint256 word) private pure {
        uint256 op = word.opOf();
        if (op == StepLib.PAY) _pay(machine, word);
        else if (op == StepLib.ACCRUE) _accrue(machine, word);
        else if (op == StepLib.GAP) _gap(machine, word);
        else if (op == StepLib.ADD) _give(machine, word.dOf(), _figureOf(machine, word));
        else if (op == StepLib.SET) _put(machine, word.dOf(), _figureOf(machine, word));
        else if (op == StepLib.TEST) _test(machine, word);
        else if (op == StepLib.SPLIT) _split(machine, word);
        else revert StepLib.UnknownOperation(machine.step, op);
    }

    function _pay(Machine memory machine, uint256 word) private pure {
        uint256 available = _availableOf(machine, word);
        uint256 dueCell = word.bOf();
        uint256 due = dueCell == 0 ? available : machine.cells[dueCell];
        uint256 paid = available < due ? available : due;
        _book(machine, word, word.aOf(), paid);
        for (uint256 list = word.listOf(); list != 0 && paid < due; list = (list << 8) & 0xffffffff) {
            paid += _draw(machine, word, list >> 24);
        }
        if (word.isLine()) {
            uint256 line = machine.line;
            machine.lines.ran |= 1 << line;
            machine.lines.due[line] = uint128(due);
            machine.lines.paid[line] = uint128(paid);
        }
    }

    function _availableOf(Machine memory machine, uint256 word) private pure returns (uint256) {
        uint256 source = machine.cells[word.aOf()];
        uint256 over = word.k2Of();
        if (over == 0 || source == 0) return source;
        uint256 scaled = _divide(source * word.k1Of(), over, word.roundingOf());
        return scaled < source ? scaled : source;
    }

    /// @dev The one booking of PAY, whoever pays.
    function _book(Machine memory machine, uint256 word, uint256 source, uint256 amount) private pure {
        if (amount == 0) return;
        _take(machine, source, amount);
        uint256 due = word.bOf();
        if (due != 0) _take(machine, due, amount);
        _give(machine, word.cOf(), amount);
        for (uint256 also = word.alsoOf(); also != 0; also = (also << 8) & 0xffffffff) {
            _take(machine, also >> 24, amount);
        }
        uint256 soft = word.dOf();
        if (soft != 0) {
            uint256 value = machine.cells[soft];
            machine.cells[soft] = value > amount ? value - amount : 0;
        }
    }

    /// @dev A support of the support region pays within its commitment, and is owed what it paid.
    function _draw(Machine memory machine, uint256 word, uint256 support) private pure returns (uint256 amount) {
        uint256 due = machine.cells[word.bOf()];
        amount = machine.cells[support];
        if (amount > due) amount = due;
        uint256 first = machine.firstSupport;
        if (support < first || support >= first + machine.supportCount) {
            _book(machine, word, support, amount);
            return amount;
        }
        uint256 owed = machine.firstOwed + support - first;
        uint256 left = owed + machine.supportCount;
        if (amount > machine.cells[left]) amount = machine.cells[left];
        _book(machine, word, support, amount);
        _give(machine, owed, amount);
        _take(machine, left, amount);
        machine.drawn[support - first] += amount;
    }

    function _split(Machine memory machine, uint256 word) private pure {
        uint256[] memory weights = _valuesOf(machine, word.weightsOf());
        uint256 total = _sumOf(weights);
        uint256 amount = machine.cells[word.aOf()];
        if (amount > total) amount = total;
        if (amount == 0) return;
        uint256[] memory shares = _sharesOf(weights, amount, total, word.roundingOf());
        _take(machine, word.aOf(), amount);
        uint256 list = word.sharesOf();
        for (uint256 i = 0; i < shares.length; ++i) {
            _give(machine, (list >> (56 - 8 * i)) & 0xff, shares[i]);
        }
    }

    function _valuesOf(Machine memory machine, uint256 list) private pure returns (uint256[] memory values) {
        uint256 count;
        while (count < 8 && (list >> (56 - 8 * count)) & 0xff != 0) ++count;
        values = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            values[i] = machine.cells[(list >> (56 - 8 * i)) & 0xff];
        }
    }

    /// @dev amount ≤ total. No product exceeds (2^128 − 1)².
    function _sharesOf(
        uint256[] memory weights,
        uint256 amount,
        uint256 total,
        uint256 rounding
    ) private pure returns (uint256[] memory shares) {
        shares = new uint256[](weights.length);
        uint256 rest = amount;
        for (uint256 i = 0; i < weights.length; ++i) {
            shares[i] = (weights[i] * amount) / total;
            rest -= shares[i];
        }
        if (rounding == 0) _fillFromFirst(shares, weights, rest);
        else _fillLargest(shares, weights, amount, total, rest);
    }

    /// @dev The remainder goes to the first member up to its weight, then to the next.
    function _fillFromFirst(uint256[] memory shares, uint256[] memory weights, uint256 rest) private pure {
        for (uint256 i = 0; rest != 0; ++i) {
            uint256 more = weights[i] - shares[i];
            if (more > rest) more = rest;
            shares[i] += more;
            rest -= more;
        }
    }

    /// @dev One unit each to the largest fractions; of equal fractions the lower position comes first.
    function _fillLargest(
        uint256[] memory shares,
        uint256[] memory weights,
        uint256 amount,
        uint256 total,
        uint256 rest
    ) private pure {
        uint256[] memory fractions = new uint256[](weights.length);
        for (uint256 i = 0; i < weights.length; ++i) {
            fractions[i] = (weights[i] * amount) % total;
        }
        for (; rest != 0; --rest) {
            uint256 largest = 0;
            for (uint256 i = 1; i < fractions.length; ++i) {
                if (fractions[i] > fractions[largest]) largest = i;
            }
            shares[largest] += 1;
            fractions[largest] = 0;
        }
    }

    function _accrue(Machine memory machine, uint256 word) private pure {
        uint256[] memory cells = machine.cells;
        uint256 rate = word.bOf() == 0 ? word.k1Of() : cells[word.bOf()];
        uint256 count = cells[word.cOf()];
        uint256 denominator = word.k2Of();
        if (denominator == 0) denominator = cells[word.alsoOf() >> 24];
        require(rate <= RATE_MAX, RateOutOfBounds(machine.step, rate));
        require(count <= DAYS_MAX, DaysOutOfBounds(machine.step, count));
        require(denominator != 0, ZeroDenominator(machine.step));
        uint256 product = cells[word.aOf()] * rate * count;
        _give(machine, word.dOf(), _divide(product, PARTS_PER_BILLION * denominator, word.roundingOf()));
    }

    function _gap(Machine memory machine, uint256 word) private pure {
        uint256 figure = _figureOf(machine, word);
        uint256 less = machine.cells[word.bOf()];
        _put(machine, word.dOf(), figure > less ? figure - less : 0);
    }

    /// @dev A null operand stands for 1, so that a constant is its scale.
    function _test(Machine memory machine, uint256 word) private pure {
        uint256 left = word.k1Of();
        uint256 right = word.k2Of();
        if (word.aOf() != 0) left *= machine.cells[word.aOf()];
        if (word.bOf() != 0) right *= machine.cells[word.bOf()];
        if (left < right) machine.flags |= 1 << word.cOf();
        else if (!word.isLatch()) machine.flags &= ~(1 << word.cOf());
    }

    /// @dev The value of a, or 1 × k1 if a is null, times k1 / k2; k2 = 0 means unscaled.
    function _figureOf(Machine memory machine, uint256 word) private pure returns (uint256) {
        uint256 over = word.k2Of();
        uint256 a = word.aOf();
        if (over == 0) return a == 0 ? word.k1Of() : machine.cells[a];
        uint256 product = word.k1Of();
        if (a != 0) product *= machine.cells[a];
        return _divide(product, over, word.roundingOf());
    }

    /// @dev numerator < 2^225 and denominator < 2^159, by the bounds of cells, rates and days.
    function _divide(uint256 numerator, uint256 denominator, uint256 rounding) private pure returns (uint256) {
        if (rounding == 0) return numerator / denominator;
        if (rounding == 1) return (2 * numerator + denominator) / (2 * denominator);
        return (numerator + denominator - 1) / denominator;
    }

    function _take(Machine memory machine, uint256 cell, uint256 amount) private pure {
        uint256 value = machine.cells[cell];
        require(value >= amount, Underflow(machine.step, cell));
        machine.cells[cell] = value - amount;
    }

    function _give(Machine memory machine, uint256 cell, uint256 amount) private pure {
        _put(machine, cell, machine.cells[cell] + amount);
    }

    function _put(Machine memory machine, uint256 cell, uint256 value) private pure {
        require(value <= CELL_MAX, Overflow(machine.step, cell));
        machine.cells[cell] = value;
    }

    function _cashOf(Header memory header, uint256[] memory cells) private pure returns (uint256 sum) {
        for (uint256 i = 1; i <= header.cash; ++i) {
            sum += cells[i];
        }
        uint256 first = header.payeeCell(0);
        for (uint256 i = first; i < first + header.payees; ++i) {
            sum += cells[i];
        }
    }

    function _sumOf(uint256[] memory values) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < values.length; ++i) {
            sum += values[i];
        }
    }

    function _fill(uint256[] memory cells, uint256 cell, uint256 value) private pure {
        require(value <= CELL_MAX && cells[cell] + value <= CELL_MAX, OpeningOutOfBounds(cell));
        cells[cell] += value;
    }

    function _requireCount(uint256 expected, uint256 given) private pure {
        require(expected == given, WrongCellCount(expected, given));
    }
}
