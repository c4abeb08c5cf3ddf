// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";

import {PartyId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";
import {Standing} from "../types/Standing.sol";

/// @dev A party in one word, laid out around its standing, so that a rule which asks for it pays for no decoding. From the
/// least significant bit: fingerprint 64, then place to revocation as in `Standing`, attestedAt 48, fingerprint 24.
type PartyRecord is uint256;

/// @title PartyLib
/// @notice Packs what the registry keeps of a party.
library PartyLib {
    uint256 private constant PLACE_AT = 64;
    uint256 private constant CLASS_AT = 96;
    uint256 private constant TOLERANCE_AT = 104;
    uint256 private constant VALID_UNTIL_AT = 112;
    uint256 private constant RESTRICTIONS_AT = 160;
    uint256 private constant REVOKED = 1 << 176;
    uint256 private constant ATTESTED_AT = 184;
    uint256 private constant FINGERPRINT_HIGH_AT = 232;
    uint256 private constant LOW = type(uint64).max;
    /// @dev From the place to the revocation.
    uint256 private constant STANDING = (1 << ATTESTED_AT) - 1 - LOW;
    uint256 private constant RESTRICTIONS = uint256(type(uint16).max) << RESTRICTIONS_AT;
    uint256 private constant MOMENT = uint256(type(uint48).max) << ATTESTED_AT;

    /// @dev What an attestation makes of a party, without orders.
    function pack(IPartyRegistry.Attestation calldata attestation, uint88 print) internal pure returns (PartyRecord) {
        uint256 word = (print & LOW) | (uint256(print >> 64) << FINGERPRINT_HIGH_AT);
        word |= uint256(Place.unwrap(attestation.place)) << PLACE_AT;
        word |= (uint256(attestation.class) << CLASS_AT) | (uint256(attestation.tolerance) << TOLERANCE_AT);
        word |= (uint256(attestation.validUntil) << VALID_UNTIL_AT) | (uint256(attestation.issuedAt) << ATTESTED_AT);
        return PartyRecord.wrap(word);
    }

    function standing(PartyRecord record, PartyId party) internal pure returns (Standing) {
        return Standing.wrap((PartyRecord.unwrap(record) & STANDING) | PartyId.unwrap(party));
    }

    function place(PartyRecord record) internal pure returns (Place) {
        return Place.wrap(uint32(PartyRecord.unwrap(record) >> PLACE_AT));
    }

    function attestedAt(PartyRecord record) internal pure returns (uint48) {
        return uint48(PartyRecord.unwrap(record) >> ATTESTED_AT);
    }

    function fingerprint(PartyRecord record) internal pure returns (uint88) {
        uint256 word = PartyRecord.unwrap(record);
        return uint88((word & LOW) | ((word >> FINGERPRINT_HIGH_AT) << 64));
    }

    /// @dev Number of orders that live on the party.
    function restrictions(PartyRecord record) internal pure returns (uint16) {
        return uint16(PartyRecord.unwrap(record) >> RESTRICTIONS_AT);
    }

    function isRevoked(PartyRecord record) internal pure returns (bool) {
        return PartyRecord.unwrap(record) & REVOKED != 0;
    }

    function withRestrictions(PartyRecord record, uint16 orders) internal pure returns (PartyRecord) {
        uint256 rest = PartyRecord.unwrap(record) & ~RESTRICTIONS;
        return PartyRecord.wrap(rest | (uint256(orders) << RESTRICTIONS_AT));
    }

    function withMoment(PartyRecord record, uint48 moment) internal pure returns (PartyRecord) {
        return PartyRecord.wrap((PartyRecord.unwrap(record) & ~MOMENT) | (uint256(moment) << ATTESTED_AT));
    }

    function revoked(PartyRecord record) internal pure returns (PartyRecord) {
        return PartyRecord.wrap(PartyRecord.unwrap(record) | REVOKED);
    }
}
