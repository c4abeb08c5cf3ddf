// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice A contract that signs for a party when two of its three officers do (ERC-1271), as banks keep their keys.
contract JointWallet is IERC1271 {
    uint256 private constant SIGNATURE = 65;

    mapping(address officer => bool isOne) private _isOfficer;

    constructor(address[3] memory officers) {
        for (uint256 i = 0; i < officers.length; ++i) _isOfficer[officers[i]] = true;
    }

    /// @param signatures Of two officers, one after the other, the lower address first
    function isValidSignature(bytes32 hash, bytes calldata signatures) external view returns (bytes4) {
        if (signatures.length != 2 * SIGNATURE) return bytes4(0);
        (address first, , ) = ECDSA.tryRecover(hash, signatures[:SIGNATURE]);
        (address second, , ) = ECDSA.tryRecover(hash, signatures[SIGNATURE:]);
        bool isJoint = first < second && _isOfficer[first] && _isOfficer[second];
        return isJoint ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}
