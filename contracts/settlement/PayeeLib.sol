// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {ProgramLib} from "../libraries/ProgramLib.sol";
import {PayeeKind} from "../types/Enums.sol";

/// @title PayeeLib
/// @notice Which payees of a distribution are paid one by one: those that are no tranche.
library PayeeLib {
    uint256 private constant OF_TRANCHES =
        (1 << uint256(PayeeKind.Interest)) | (1 << uint256(PayeeKind.Principal)) | (1 << uint256(PayeeKind.Residual));

    /// @return payees Bitmap of the payees that are no tranche and are owed something
    /// @return total What is paid to all payees
    function open(
        IWaterfall.Distribution calldata distribution,
        uint256[] memory program
    ) internal pure returns (uint256 payees, uint128 total) {
        for (uint256 i = 0; i < distribution.payees.length; ++i) {
            uint128 amount = distribution.payees[i];
            PayeeKind kind = ProgramLib.payeeKindOf(program, i);
            total += amount;
            if (amount != 0 && (OF_TRANCHES >> uint256(kind)) & 1 == 0) payees |= 1 << i;
        }
    }
}
