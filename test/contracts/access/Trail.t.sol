// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ITrail} from "../../../contracts/interfaces/ITrail.sol";

import {Trail} from "../../../contracts/access/Trail.sol";
import {DealId} from "../../../contracts/types/Ids.sol";
import {TestBase} from "../Vm.sol";

contract TrailTest is Trail, TestBase {
    DealId private constant FIRST = DealId.wrap(1);
    DealId private constant SECOND = DealId.wrap(2);

    function test_Touch_LinksEachActionToTheOneBefore() public {
        vm.roll(100);
        _expectTouch(FIRST, 1, 0);
        _touch(FIRST);
        vm.roll(107);
        _expectTouch(FIRST, 2, 100);
        _touch(FIRST);
        _expectTouch(FIRST, 3, 107);
        _touch(FIRST);
        (uint64 count, uint64 lastBlock) = this.trailOf(FIRST);
        assertEq(count, 3, "three actions");
        assertEq(lastBlock, 107, "the block of the last");
    }

    function test_Touch_KeepsDealsApart() public {
        vm.roll(100);
        _touch(FIRST);
        vm.roll(101);
        _expectTouch(SECOND, 1, 0);
        _touch(SECOND);
        (uint64 count, uint64 lastBlock) = this.trailOf(FIRST);
        assertEq(count, 1, "one action");
        assertEq(lastBlock, 100, "its block");
    }

    function _expectTouch(DealId deal, uint64 count, uint64 previousBlock) private {
        vm.expectEmit(address(this));
        emit ITrail.Touched(deal, count, previousBlock);
    }
}
