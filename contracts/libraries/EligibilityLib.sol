// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";

/// @title EligibilityLib
/// @notice When a party may hold anything at all, and when it may hold a note of a given risk grade.
library EligibilityLib {
    /// @dev An unknown party has no validity and is therefore never eligible.
    function isEligible(IPartyRegistry.Profile memory profile, uint256 moment) internal pure returns (bool) {
        return moment < profile.validUntil && !profile.revoked && profile.restrictions == 0;
    }

    /// @dev A party bears a grade up to its tolerance: C1 to C5 against R1 to R5. `exemptClasses` is a bitmap of investor
    /// classes whose tolerance need not be tested, e.g. class-I professionals: deal data, zero if none.
    function bears(uint8 tolerance, uint8 class, uint8 grade, uint256 exemptClasses) internal pure returns (bool) {
        return tolerance >= grade || (exemptClasses >> class) & 1 == 1;
    }
}
