// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @dev ISO 3166 country number in the high 16 bits, subdivision in the low 16: GB/T 2260 for the mainland
/// (44 Guangdong, 4401 Guangzhou, 4403 Shenzhen, …), zero in Hong Kong and Macao. Zero means absent.
type Place is uint32;

using {eqPlace as ==, neqPlace as !=, jurisdiction} for Place global;

/// @dev Jurisdictions are the country numbers.
uint16 constant CN = 156;
uint16 constant HK = 344;
uint16 constant MO = 446;

function eqPlace(Place a, Place b) pure returns (bool) {
    return Place.unwrap(a) == Place.unwrap(b);
}

function neqPlace(Place a, Place b) pure returns (bool) {
    return Place.unwrap(a) != Place.unwrap(b);
}

function jurisdiction(Place place) pure returns (uint16) {
    return uint16(Place.unwrap(place) >> 16);
}
