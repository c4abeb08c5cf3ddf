// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title Inert
/// @notice A contract that does nothing. Its clones carry data as immutable arguments: a program or a schedule that nobody can
/// change, cheap to read; a call to one reverts.
// solhint-disable-next-line no-empty-blocks
contract Inert {}
