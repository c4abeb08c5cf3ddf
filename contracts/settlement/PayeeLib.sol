// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title PayeeLib
/// @notice Which payees of a distribution are paid one by one: those that are no tranche.
library PayeeLib {
    /// @param amounts What the distribution pays to each payee
    /// @param direct Bitmap of the payees that are no tranche
    /// @return owed Bitmap of those of them that are owed something
    /// @return total What is paid to all payees
    function open(uint128[] calldata amounts, uint256 direct) internal pure returns (uint256 owed, uint128 total) {
        for (uint256 i = 0; i < amounts.length; ++i) {
            uint128 amount = amounts[i];
            total += amount;
            if (amount != 0) owed |= 1 << i;
        }
        owed &= direct;
    }
}
