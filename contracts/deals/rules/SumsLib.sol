// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @dev Amounts by name, scattered over a table that is never more than half full.
/// @param count Names in it
struct Sums {
    bytes32[] names;
    uint256[] amounts;
    uint256 count;
}

/// @title SumsLib
/// @notice Adds up amounts by name in one pass, and finds the largest sums in another.
///
/// ASSUMPTIONS
/// Names are hashes, so that they fall anywhere in the table, and not zero. Who crafts names that fall together makes the pass
/// longer, at most by as much as all pairs.
library SumsLib {
    uint256 private constant WHOLE = 1e9;

    function open(uint256 most) internal pure returns (Sums memory sums) {
        uint256 size = 2 * most + 1;
        sums.names = new bytes32[](size);
        sums.amounts = new uint256[](size);
    }

    function add(Sums memory sums, bytes32 name, uint256 amount) internal pure {
        uint256 size = sums.names.length;
        uint256 slot = uint256(name) % size;
        while (sums.names[slot] != name && sums.names[slot] != 0) slot = (slot + 1) % size;

        if (sums.names[slot] == 0) {
            sums.names[slot] = name;
            sums.count += 1;
        }
        sums.amounts[slot] += amount;
    }

    /// @dev The five largest, largest first; zero where there are fewer.
    function topFive(Sums memory sums) internal pure returns (uint256[5] memory top) {
        for (uint256 i = 0; i < sums.amounts.length; ++i) {
            uint256 amount = sums.amounts[i];
            for (uint256 rank = 0; amount != 0 && rank < top.length; ++rank) {
                if (amount > top[rank]) (top[rank], amount) = (amount, top[rank]);
            }
        }
    }

    /// @dev Parts per billion, rounded up; of nothing a part is the whole.
    function share(uint256 part, uint256 total) internal pure returns (uint256) {
        return total == 0 ? WHOLE : (part * WHOLE + total - 1) / total;
    }
}
