// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// @notice ERC-7943 (uRWA) for ERC-20 based tokens, interface id 0x3edbb4c4; the library this project uses does not ship it.
interface IERC7943Fungible is IERC165 {
    /// @notice Units were taken from one account and given to another by an authority
    event ForcedTransfer(address indexed from, address indexed to, uint256 amount);

    /// @notice The frozen amount of an account is now `amount`
    event Frozen(address indexed account, uint256 amount);

    error ERC7943CannotSend(address account);
    error ERC7943CannotReceive(address account);
    error ERC7943CannotTransfer(address from, address to, uint256 amount);
    error ERC7943InsufficientUnfrozenBalance(address account, uint256 amount, uint256 unfrozen);

    /// @notice Takes `amount` from one account and gives it to another; restricted in access
    function forcedTransfer(address from, address to, uint256 amount) external returns (bool result);

    /// @notice Overwrites the frozen amount of an account, which may exceed its balance; restricted in access
    function setFrozenTokens(address account, uint256 amount) external returns (bool result);

    /// @notice Whether the account may send at all; never reverts
    function canSend(address account) external view returns (bool allowed);

    /// @notice Whether the account may receive at all; never reverts
    function canReceive(address account) external view returns (bool allowed);

    /// @notice Frozen amount of an account
    function getFrozenTokens(address account) external view returns (uint256 amount);

    /// @notice Whether no rule refuses the transfer; balance and allowance are not rules. Never reverts
    function canTransfer(address from, address to, uint256 amount) external view returns (bool allowed);
}
