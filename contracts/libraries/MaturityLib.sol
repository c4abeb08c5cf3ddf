// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Maturity} from "../types/Enums.sol";

/// @title MaturityLib
/// @notice Maturity class of a right by technology readiness: 8–9 stable, 6–7 pilot passed, 3–5 early when a
/// contractual payer stands behind it. Anything else has no class and backs no tranche.
library MaturityLib {
    uint8 internal constant LOWEST_READINESS = 1;
    uint8 internal constant HIGHEST_READINESS = 9;
    uint8 private constant STABLE_FROM = 8;
    uint8 internal constant PILOT_PASSED_FROM = 6;
    uint8 internal constant EARLY_FROM = 3;

    /// @dev Bits of the three classes, as a tranche permits them.
    uint8 internal constant ALL_CLASSES = uint8(
        (1 << uint8(Maturity.Stable)) | (1 << uint8(Maturity.PilotPassed)) | (1 << uint8(Maturity.Early))
    );

    function classOf(uint8 trl, bytes32 payerHash) internal pure returns (Maturity) {
        if (trl >= STABLE_FROM) return Maturity.Stable;
        if (trl >= PILOT_PASSED_FROM) return Maturity.PilotPassed;
        return trl >= EARLY_FROM && payerHash != 0 ? Maturity.Early : Maturity.None;
    }
}
