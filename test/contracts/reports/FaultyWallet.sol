// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice A contract that stands for a party and answers no question about signatures as it should.
contract FaultyWallet {
    enum Fault {
        Reverts,
        BurnsGas,
        SaysNothing,
        SaysTooLittle,
        SaysYes,
        SaysMuch
    }

    Fault private immutable _fault;

    error NotToday();

    constructor(Fault fault) {
        _fault = fault;
    }

    /// @dev Answers every call with these bytes and nothing around them.
    fallback(bytes calldata) external returns (bytes memory) {
        require(_fault != Fault.Reverts, NotToday());
        uint256 turns = 0;
        while (_fault == Fault.BurnsGas) ++turns;
        if (_fault == Fault.SaysNothing) return "";
        if (_fault == Fault.SaysTooLittle) return abi.encodePacked(IERC1271.isValidSignature.selector);
        return _fault == Fault.SaysYes ? abi.encode(true) : new bytes(100_000);
    }
}
