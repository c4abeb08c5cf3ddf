// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {MovementKind} from "../../types/Enums.sol";

/// @title KindLib
/// @notice Sets of movement kinds as bitmaps, and which of them a rule concerns.
library KindLib {
    uint256 internal constant MINT = 1 << uint256(MovementKind.Mint);
    uint256 private constant PRIMARY = 1 << uint256(MovementKind.Primary);
    uint256 internal constant SECONDARY = 1 << uint256(MovementKind.Secondary);
    uint256 internal constant REDEEM = 1 << uint256(MovementKind.Redeem);
    uint256 private constant FORCED = 1 << uint256(MovementKind.Forced);
    uint256 internal constant RECOVERY = 1 << uint256(MovementKind.Recovery);
    uint256 internal constant REGISTER = 1 << uint256(MovementKind.Register);

    /// @dev Ordered by an authority: nothing on the sender's side stops them, nor a closed book.
    uint256 internal constant ORDERED = FORCED | RECOVERY;
    /// @dev Asked for by a wallet.
    uint256 internal constant BY_WALLETS = PRIMARY | SECONDARY;
    /// @dev Of the holder's own will, by wallet or through a register.
    uint256 internal constant VOLUNTARY = BY_WALLETS | REGISTER;
    /// @dev Hand on what a holder has.
    uint256 internal constant PASSING_ON = SECONDARY | REGISTER;
    /// @dev Stopped by a pause of the series or of its deal: all but orders and redemptions.
    uint256 internal constant PAUSABLE = MINT | VOLUNTARY;
    /// @dev Give units to somebody.
    uint256 internal constant GIVING = MINT | VOLUNTARY | ORDERED;
    /// @dev Give units to another party than the one that had them.
    uint256 internal constant TO_ANOTHER = MINT | VOLUNTARY | FORCED;

    /// @dev The same without what an authority orders.
    uint256 internal constant TO_ANOTHER_FREELY = MINT | VOLUNTARY;

    /// @dev Set with one kind; sets are joined with `|`.
    function bit(MovementKind kind) internal pure returns (uint256) {
        return 1 << uint256(kind);
    }
}
