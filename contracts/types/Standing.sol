// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PartyId} from "./Ids.sol";
import {Place} from "./Place.sol";

/// @dev The party a wallet acts for and its profile in one word, for rules that are asked in every transfer. From the least
/// significant bit: party 64, place 32, class 8, tolerance 8, validUntil 48, restrictions 16, revoked 8. Zero means unknown.
type Standing is uint256;

using {party, place, class, tolerance, validUntil, isRestricted, isRevoked} for Standing global;

function party(Standing standing) pure returns (PartyId) {
    return PartyId.wrap(uint64(Standing.unwrap(standing)));
}

function place(Standing standing) pure returns (Place) {
    return Place.wrap(uint32(Standing.unwrap(standing) >> 64));
}

function class(Standing standing) pure returns (uint8) {
    return uint8(Standing.unwrap(standing) >> 96);
}

function tolerance(Standing standing) pure returns (uint8) {
    return uint8(Standing.unwrap(standing) >> 104);
}

function validUntil(Standing standing) pure returns (uint48) {
    return uint48(Standing.unwrap(standing) >> 112);
}

/// @dev Whether an order lives on the party.
function isRestricted(Standing standing) pure returns (bool) {
    return uint16(Standing.unwrap(standing) >> 160) != 0;
}

function isRevoked(Standing standing) pure returns (bool) {
    return uint8(Standing.unwrap(standing) >> 176) != 0;
}
