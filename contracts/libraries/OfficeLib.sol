// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../interfaces/IDealBook.sol";

import {Office} from "../types/Enums.sol";
import {PartyId} from "../types/Ids.sol";
import {CN, HK, MO} from "../types/Place.sol";

/// @title OfficeLib
/// @notice Seats of a deal, and which offices one party may not hold together.
///
/// SEATS
/// Every office has one seat, its ordinal; a custodian has one in each jurisdiction, after all others. Seat zero is no
/// seat.
///
/// CONFLICTS
/// Who signs, who checks and who is checked are different parties:
/// servicer ≠ account bank (both sign reports); manager ≠ account bank (one instructs what the other pays); backup
/// servicer ≠ servicer; guarantor ≠ originator; trustee ≠ originator, manager, servicer; verification agent ≠
/// originator, manager, servicer, account bank; appraiser, rating agency and auditor ≠ originator, manager, servicer;
/// registrar ≠ trustee (who checks its register), account bank (which pays what it instructs). Originator and
/// servicer, custodian and account bank may be one party.
library OfficeLib {
    uint256 internal constant SEATS = 18;
    uint256 internal constant FIRST_CUSTODIAN = SEAT_CUSTODIAN_CN;

    uint256 private constant SEAT_CUSTODIAN_CN = 15;
    uint256 private constant SEAT_CUSTODIAN_HK = 16;
    uint256 private constant SEAT_CUSTODIAN_MO = 17;

    uint256 private constant SPONSORS =
        (1 << uint256(Office.Originator)) | (1 << uint256(Office.Manager)) | (1 << uint256(Office.Servicer));

    /// @dev Sixteen bits an office, bit n set = conflicts with office n; each pair stands once.
    uint256 private constant CONFLICTS =
        ((1 << uint256(Office.AccountBank)) << (16 * uint256(Office.Servicer))) |
            ((1 << uint256(Office.AccountBank)) << (16 * uint256(Office.Manager))) |
            ((1 << uint256(Office.Servicer)) << (16 * uint256(Office.BackupServicer))) |
            ((1 << uint256(Office.Originator)) << (16 * uint256(Office.Guarantor))) |
            (SPONSORS << (16 * uint256(Office.Trustee))) |
            ((SPONSORS | (1 << uint256(Office.AccountBank))) << (16 * uint256(Office.VerificationAgent))) |
            (SPONSORS << (16 * uint256(Office.Appraiser))) |
            (SPONSORS << (16 * uint256(Office.RatingAgency))) |
            (SPONSORS << (16 * uint256(Office.Auditor))) |
            (((1 << uint256(Office.Trustee)) | (1 << uint256(Office.AccountBank))) << (16 * uint256(Office.Registrar)));

    /// @dev Without these no deal is drafted.
    uint256 private constant REQUIRED =
        SPONSORS |
            (1 << uint256(Office.AccountBank)) |
            (1 << uint256(Office.Trustee)) |
            (1 << uint256(Office.VerificationAgent));

    uint256 private constant CHECKERS =
        (1 << uint256(Office.Custodian)) | (1 << uint256(Office.Trustee)) | (1 << uint256(Office.AccountBank));

    /// @dev Zero if there is no such seat.
    function seatOf(Office office, uint16 jurisdiction) internal pure returns (uint256) {
        if (office != Office.Custodian) return jurisdiction == 0 ? uint256(office) : 0;
        if (jurisdiction == CN) return SEAT_CUSTODIAN_CN;
        if (jurisdiction == HK) return SEAT_CUSTODIAN_HK;
        return jurisdiction == MO ? SEAT_CUSTODIAN_MO : 0;
    }

    /// @dev Office of a seat: the inverse of `seatOf`.
    function officeOf(uint256 seat) internal pure returns (Office) {
        return seat < FIRST_CUSTODIAN ? Office(seat) : Office.Custodian;
    }

    /// @dev Jurisdiction of a custodian's seat, zero for every other.
    function jurisdictionOf(uint256 seat) internal pure returns (uint16) {
        if (seat == SEAT_CUSTODIAN_CN) return CN;
        if (seat == SEAT_CUSTODIAN_HK) return HK;
        return seat == SEAT_CUSTODIAN_MO ? MO : 0;
    }

    function conflicts(Office first, Office second) internal pure returns (bool) {
        uint256 either =
            (CONFLICTS >> (16 * uint256(first) + uint256(second))) |
                (CONFLICTS >> (16 * uint256(second) + uint256(first)));
        return either & 1 == 1;
    }

    function isRequired(Office office) internal pure returns (bool) {
        return (REQUIRED >> uint256(office)) & 1 == 1;
    }

    /// @dev Whether the office may approve distributions.
    function mayCheck(Office office) internal pure returns (bool) {
        return (CHECKERS >> uint256(office)) & 1 == 1;
    }

    /// @dev Party named for an office, zero if none.
    function holderOf(IDealBook.OfficeTerms[] calldata offices, Office office) internal pure returns (PartyId holder) {
        for (uint256 i = 0; i < offices.length; ++i) {
            if (offices[i].office == office) return offices[i].party;
        }
    }
}
