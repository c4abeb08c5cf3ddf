// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {InvariantBase} from "../Vm.sol";

/// @notice Counts what became of the acts of a handler, act by act: a handler that is only ever refused proves nothing.
abstract contract Tally {
    mapping(bytes4 act => uint256 times) public done;
    mapping(bytes4 act => uint256 times) public refused;
    uint256 public acts;

    function _tally(bool isDone) internal returns (bool) {
        ++acts;
        if (isDone) ++done[msg.sig];
        else ++refused[msg.sig];
        return isDone;
    }
}

/// @notice Plays a handler outside of a campaign, to see that its acts happen. Every argument of an act is a whole word, so
/// that any word is one.
abstract contract History is InvariantBase {
    uint256 private constant WORDS = 5;

    error ActReverted(bytes4 act);
    error ActsMissing(bytes4[] neverDone, bytes4[] neverRefused);

    mapping(bytes4 act => uint256 times) private _done;
    mapping(bytes4 act => uint256 times) private _refused;
    bytes4[] private _neverDone;
    bytes4[] private _neverRefused;

    /// @dev Acts in an order and with arguments that a seed gives; what became of them is counted.
    function _play(Tally handler, bytes4[] memory acts, uint256 seed, uint256 steps) internal {
        for (uint256 i = 0; i < steps; ++i) {
            uint256[WORDS] memory words;
            for (uint256 j = 0; j < WORDS; ++j) words[j] = uint256(keccak256(abi.encode(seed, i, j)));
            bytes4 act = acts[uint256(keccak256(abi.encode(seed, i))) % acts.length];
            (bool isDone, ) = address(handler).call(abi.encodePacked(act, abi.encode(words)));
            require(isDone, ActReverted(act));
        }
        for (uint256 i = 0; i < acts.length; ++i) {
            _done[acts[i]] += handler.done(acts[i]);
            _refused[acts[i]] += handler.refused(acts[i]);
        }
    }

    /// @dev Every act was done, and refused as well.
    /// @param unrefusable Acts that nothing can refuse, by their position (bitmap)
    function _assertHappened(bytes4[] memory acts, uint256 unrefusable) internal {
        for (uint256 i = 0; i < acts.length; ++i) {
            if (_done[acts[i]] == 0) _neverDone.push(acts[i]);
            bool isRefusable = (unrefusable >> i) & 1 == 0;
            if (isRefusable && _refused[acts[i]] == 0) _neverRefused.push(acts[i]);
        }
        require(_neverDone.length + _neverRefused.length == 0, ActsMissing(_neverDone, _neverRefused));
    }
}
