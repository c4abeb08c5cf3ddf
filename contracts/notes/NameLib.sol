// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title NameLib
/// @notice Names kept in one word, as text.
library NameLib {
    /// @dev Bytes up to the first zero.
    function toText(bytes32 word) internal pure returns (string memory) {
        uint256 length = 0;
        while (length < 32 && word[length] != 0) ++length;
        bytes memory text = new bytes(length);
        for (uint256 i = 0; i < length; ++i) text[i] = word[i];
        return string(text);
    }
}
