// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PartyId} from "../../types/Ids.sol";
import {Standing} from "../../types/Standing.sol";

/// @dev Limits of a note as they are kept, three slots.
struct Limits {
    uint32 admittedCn; // slot 0
    uint32 admittedHk;
    uint32 admittedMo;
    uint32 exempt;
    uint32 lockedUntilDay;
    uint48 minimum;
    uint48 step;
    uint48 holdingCap; // slot 1
    uint48 retained;
    uint64 deal;
    uint64 face;
    uint16 jurisdiction;
    uint8 grade;
    uint8 channel;
}

/// @dev A movement of a limited note and what the rules know about it.
/// @param kind Kind of the movement as a set with one member, by `KindLib.bit`
/// @param from Party that gives, zero when units are issued
/// @param to Party that receives, zero when units are taken back
/// @param given Units that `from` holds before
/// @param held Units that `to` holds before
/// @param day Day since 1970, UTC+8
/// @param isRetainer Whether `from` is who keeps a share; asked only where something is kept
/// @param holders Holders of the deal in the series' jurisdiction afterwards; counted only where a holding begins or ends
/// @param holderCap Most of them, zero for no limit
/// @param offerees Parties that ever received units there, afterwards
/// @param crossing Money that crosses a border, minor units
/// @param quotaLeft What is left of its quota
struct LimitFacts {
    uint256 kind;
    uint256 units;
    PartyId from;
    PartyId to;
    Standing receiver;
    uint256 given;
    uint256 held;
    uint256 day;
    bool isRetainer;
    uint256 holders;
    uint256 holderCap;
    uint256 offerees;
    uint256 offereeCap;
    uint256 crossing;
    uint256 quotaLeft;
    Limits limits;
}
