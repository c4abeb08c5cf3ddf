// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPoolBook} from "../interfaces/IPoolBook.sol";

/// @title FirewallLib
/// @notice The risk firewall between the levels of a deal: what stands on a tranche, itself and all senior to it, is
/// backed by rights of the maturity classes that this tranche permits.
library FirewallLib {
    uint256 private constant WHOLE = 1e9;

    /// @dev Claims from the most senior down.
    /// @param backing Principal of rights by class; index zero backs nothing
    /// @return index First tranche that fails, or the number of tranches if none does
    /// @return outstanding Claims up to and with the tranche that fails
    /// @return backed Backing permitted to it
    function firstBreach(
        IPoolBook.Claim[] memory claims,
        uint128[4] memory backing
    ) internal pure returns (uint256 index, uint256 outstanding, uint256 backed) {
        for (index = 0; index < claims.length; ++index) {
            outstanding += claims[index].amount;
            backed = backingOf(claims[index].maturities, backing);
            if (outstanding > backed) return (index, outstanding, backed);
        }
    }

    /// @dev Least backing of a tranche for what stands on it and all senior to it, parts per billion, rounded down: at least the whole
    /// exactly when no tranche fails. Of no claims the cover is unlimited.
    function leastCover(
        IPoolBook.Claim[] memory claims,
        uint128[4] memory backing
    ) internal pure returns (uint256 least) {
        uint256 outstanding = 0;
        least = type(uint64).max;
        for (uint256 i = 0; i < claims.length; ++i) {
            outstanding += claims[i].amount;
            if (outstanding == 0) continue;
            uint256 cover = (backingOf(claims[i].maturities, backing) * WHOLE) / outstanding;
            if (cover < least) least = cover;
        }
    }

    function backingOf(uint8 maturities, uint128[4] memory backing) internal pure returns (uint256 sum) {
        for (uint256 class = 1; class < backing.length; ++class) {
            if ((maturities >> class) & 1 == 1) sum += backing[class];
        }
    }
}
