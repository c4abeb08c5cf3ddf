// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";

/// @title RolesLib
/// @notice Names of the roles that the access manager keeps.
///
/// PLACES
/// A role of a place is `kind << 16 | jurisdiction`. `restricted` maps a selector to one role and cannot see a place, so
/// powers of a place are checked by the contract itself with `holds` or `check`. Such a power is exercised at once
/// or not at all: a member whose role carries an execution delay is refused. A place that wants a delay grants the role to a
/// timelock.
///
/// ROOMS
/// A function that only another room may call is `restricted` to a role that the calling room's contract holds.
library RolesLib {
    error NotRoleHolder(uint64 role, address account);

    uint64 private constant KIND_ATTESTER = 1;
    uint64 private constant KIND_REGULATOR = 2;
    uint64 private constant KIND_EVALUATOR = 3;
    uint64 private constant KIND_FIXING_PUBLISHER = 4;

    /// @dev Rooms: the contract of that name.
    uint64 internal constant ROOM_DEALS = 16 << 16;
    uint64 internal constant ROOM_NOTES = 17 << 16;
    uint64 internal constant ROOM_REPORTS = 18 << 16;
    uint64 internal constant ROOM_WATERFALL = 19 << 16;
    uint64 internal constant ROOM_OFFERING = 20 << 16;
    uint64 internal constant ROOM_RECORDS = 21 << 16;
    uint64 internal constant ROOM_ENFORCEMENT = 22 << 16;
    uint64 internal constant ROOM_TREASURY = 23 << 16;
    uint64 internal constant ROOM_POOL = 24 << 16;
    uint64 internal constant ROOM_SUCCESSION = 25 << 16;
    uint64 internal constant ROOM_WAIVERS = 26 << 16;
    uint64 internal constant ROOM_SCHEDULES = 27 << 16;
    uint64 internal constant ROOM_EVALUATION = 28 << 16;
    uint64 internal constant ROOM_RIGHTS_DESK = 29 << 16;
    uint64 internal constant ROOM_REPLACEMENTS = 30 << 16;
    uint64 internal constant ROOM_RIGHTS = 31 << 16;

    /// @dev Functions that several rooms call: moves a period (reports, waterfall, distribution desk, paying agent), moves
    /// cash (offering, distribution desk, paying agent, treasury), moves a deal by its performance (waterfall,
    /// distribution desk), takes units back (offering).
    uint64 internal constant PERIOD_MOVER = 32 << 16;
    uint64 internal constant CASH_MOVER = 33 << 16;
    uint64 internal constant DEAL_MOVER = 34 << 16;
    uint64 internal constant NOTE_MOVER = 35 << 16;

    /// @dev Takes the part of a party by a resolution of the holders (oracle, waivers, succession, schedule book, replacements).
    uint64 internal constant ROOM_RESOLUTIONS = 36 << 16;

    /// @dev Where the manager says what a pool must satisfy: the contract of that name.
    uint64 internal constant ROOM_POOL_DESK = 37 << 16;

    function attester(uint16 jurisdiction) internal pure returns (uint64) {
        return (KIND_ATTESTER << 16) | jurisdiction;
    }

    function regulator(uint16 jurisdiction) internal pure returns (uint64) {
        return (KIND_REGULATOR << 16) | jurisdiction;
    }

    function evaluator(uint16 jurisdiction) internal pure returns (uint64) {
        return (KIND_EVALUATOR << 16) | jurisdiction;
    }

    function fixingPublisher(uint16 jurisdiction) internal pure returns (uint64) {
        return (KIND_FIXING_PUBLISHER << 16) | jurisdiction;
    }

    /// @dev Whether the account may exercise the role now.
    function holds(uint64 role, address authority, address account) internal view returns (bool) {
        (bool isMember, uint32 delay) = IAccessManager(authority).hasRole(role, account);
        return isMember && delay == 0;
    }

    function check(uint64 role, address authority, address account) internal view {
        require(holds(role, authority, account), NotRoleHolder(role, account));
    }
}
