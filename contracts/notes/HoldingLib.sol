// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @dev One slot a holder.
/// @param frozen Units that may not leave; may exceed the units held
/// @param book Number of books that had been taken when the position last changed
/// @param records Number of records written
struct Position {
    uint96 units;
    uint96 frozen;
    uint32 book;
    uint32 records;
}

/// @dev units << 32 | first book for which they stood. Two records share a slot.
type Record is uint128;

struct Holding {
    Position position;
    Record[2 ** 32] records;
}

/// @title HoldingLib
/// @notice Units of a holder now and at every book, with one record per book at most, written by the first change after it.
///
/// RECORDS
/// A position stood unchanged through the books after `position.book`; the first change that comes later writes what it
/// was, dated with the first of these books. A holder who had nothing and never had a record writes none. So taking a book
/// costs the same for any number of holders, and holders who do not move pay nothing.
library HoldingLib {
    /// @dev Sets the units of a holding whose position the caller has loaded; `book` is the number of books taken so far.
    function write(Holding storage holding, Position memory position, uint96 units, uint32 book) internal {
        if (position.book < book) {
            if (position.units != 0 || position.records != 0) {
                holding.records[position.records] = _record(position.units, position.book + 1);
                position.records += 1;
            }
            position.book = book;
        }
        position.units = units;
        holding.position = position;
    }

    /// @dev Units at a book that has been taken: the last record dated at or before it.
    function unitsAt(Holding storage holding, uint32 book) internal view returns (uint96) {
        Position memory position = holding.position;
        if (book > position.book) return position.units;
        uint256 low = 0;
        uint256 high = position.records;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (_since(holding.records[middle]) <= book) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? 0 : _units(holding.records[low - 1]);
    }

    /// @dev Units that no freeze holds.
    function free(Position memory position) internal pure returns (uint256) {
        return position.units > position.frozen ? position.units - position.frozen : 0;
    }

    function _record(uint96 units, uint32 since) private pure returns (Record) {
        return Record.wrap((uint128(units) << 32) | since);
    }

    function _units(Record record) private pure returns (uint96) {
        return uint96(Record.unwrap(record) >> 32);
    }

    function _since(Record record) private pure returns (uint32) {
        return uint32(Record.unwrap(record));
    }
}
