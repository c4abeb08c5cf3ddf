// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {CN, HK, MO} from "../../../contracts/types/Place.sol";
import {TestBase} from "../Vm.sol";

contract RolesLibTest is TestBase {
    using RolesLib for uint64;

    AccessManager private _access;
    address private constant MEMBER = address(0xBEEF);

    function setUp() public {
        _access = new AccessManager(address(this));
    }

    function test_Check_RevertWhen_NotMember() public {
        uint64 role = RolesLib.regulator(CN);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, role, MEMBER));
        this.check(role);
    }

    /// @dev A power of a place is exercised at once or not at all.
    function test_Check_RevertGiven_ExecutionDelay() public {
        uint64 role = RolesLib.regulator(CN);
        _access.grantRole(role, MEMBER, 1);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, role, MEMBER));
        this.check(role);
    }

    function test_Check_PassesForMember() public {
        _access.grantRole(RolesLib.regulator(CN), MEMBER, 0);
        this.check(RolesLib.regulator(CN));
        assertFalse(RolesLib.regulator(HK).holds(address(_access), MEMBER), "another place");
        assertFalse(RolesLib.attester(CN).holds(address(_access), MEMBER), "another office");
    }

    function test_Roles_AreDistinctAndNeverAdministration() public pure {
        uint16[3] memory places = [CN, HK, MO];
        uint64[31] memory roles;
        for (uint256 i = 0; i < 3; ++i) {
            roles[4 * i] = RolesLib.attester(places[i]);
            roles[4 * i + 1] = RolesLib.regulator(places[i]);
            roles[4 * i + 2] = RolesLib.evaluator(places[i]);
            roles[4 * i + 3] = RolesLib.fixingPublisher(places[i]);
        }
        roles[12] = RolesLib.ROOM_DEALS;
        roles[13] = RolesLib.ROOM_NOTES;
        roles[14] = RolesLib.ROOM_REPORTS;
        roles[15] = RolesLib.ROOM_WATERFALL;
        roles[16] = RolesLib.ROOM_OFFERING;
        roles[17] = RolesLib.ROOM_RECORDS;
        roles[18] = RolesLib.PERIOD_MOVER;
        roles[19] = RolesLib.CASH_MOVER;
        roles[20] = RolesLib.DEAL_MOVER;
        roles[21] = RolesLib.NOTE_MOVER;
        roles[22] = RolesLib.ROOM_TREASURY;
        roles[23] = RolesLib.ROOM_POOL;
        roles[24] = RolesLib.ROOM_SUCCESSION;
        roles[25] = RolesLib.ROOM_WAIVERS;
        roles[26] = RolesLib.ROOM_RIGHTS;
        roles[27] = RolesLib.ROOM_EVALUATION;
        roles[28] = RolesLib.ROOM_RIGHTS_DESK;
        roles[29] = RolesLib.ROOM_SCHEDULES;
        roles[30] = RolesLib.ROOM_REPLACEMENTS;
        for (uint256 i = 0; i < roles.length; ++i) {
            assertTrue(roles[i] != 0 && roles[i] != type(uint64).max, "not administration, not the public");
            for (uint256 j = 0; j < i; ++j) assertTrue(roles[i] != roles[j], "distinct");
        }
    }

    function check(uint64 role) external view {
        role.check(address(_access), MEMBER);
    }
}
