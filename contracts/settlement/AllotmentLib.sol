// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title AllotmentLib
/// @notice Divides units among demands.
library AllotmentLib {
    /// @dev Pro rata by largest remainder. Nobody gets more than the demand; all is given out unless demand falls short.
    function proRata(uint96[] memory demands, uint256 supply) internal pure returns (uint96[] memory units) {
        uint256 demand = 0;
        for (uint256 i = 0; i < demands.length; ++i) demand += demands[i];
        if (demand <= supply) return demands;
        units = new uint96[](demands.length);
        uint256[] memory remainders = new uint256[](demands.length);
        uint256 left = supply;
        for (uint256 i = 0; i < demands.length; ++i) {
            units[i] = uint96((demands[i] * supply) / demand);
            remainders[i] = (demands[i] * supply) % demand;
            left -= units[i];
        }
        for (; left != 0; --left) {
            uint256 largest = _largest(remainders);
            units[largest] += 1;
            remainders[largest] = 0;
        }
    }

    /// @dev Fewer units are left than there are remainders above zero, so no share is raised twice.
    function _largest(uint256[] memory remainders) private pure returns (uint256 largest) {
        for (uint256 i = 1; i < remainders.length; ++i) {
            if (remainders[i] > remainders[largest]) largest = i;
        }
    }
}
