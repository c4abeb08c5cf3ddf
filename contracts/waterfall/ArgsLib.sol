// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

/// @title ArgsLib
/// @notice Words kept as the immutable arguments of an inert clone.
library ArgsLib {
    function store(address inert, uint256[] memory words) internal returns (address) {
        return Clones.cloneWithImmutableArgs(inert, abi.encode(words));
    }

    function wordsOf(address clone) internal view returns (uint256[] memory) {
        return abi.decode(Clones.fetchCloneArgs(clone), (uint256[]));
    }
}
