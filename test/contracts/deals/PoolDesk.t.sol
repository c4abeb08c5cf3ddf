// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IPoolDesk} from "../../../contracts/interfaces/IPoolDesk.sol";
import {IPoolTests} from "../../../contracts/interfaces/IPoolTests.sol";

import {DealStage, Office, PoolTest, Verdict} from "../../../contracts/types/Enums.sol";
import {PoolLimits} from "./PoolLimits.sol";

/// @notice The manager sets what its pool must satisfy, and anyone asks.
contract PoolDeskTest is PoolLimits {
    function test_Limit_RevertWhen_NotTheManager() public {
        _expectNotManager(originator);
        poolDesk.limit(deal, new IPoolTests.Limit[](0));
    }

    function test_Limit_RevertGiven_Offered() public {
        _offer();
        _expectStage(DealStage.Offering);
        vm.prank(manager);
        poolDesk.limit(deal, new IPoolTests.Limit[](0));
    }

    function test_Group_RevertWhen_NotTheManager() public {
        _expectNotManager(originator);
        poolDesk.group(deal, new IPoolTests.Affiliation[](0));
    }

    function test_Group_RevertGiven_Ended() public {
        _cancel();
        _expectStage(DealStage.Cancelled);
        _group("obligor", "group");
    }

    function test_Group_MayChangeInADraft() public {
        _group("obligor", "group");
        _group("obligor", "another");
        assertEq(poolTests.groupOf(deal, "obligor"), "another", "changed");
    }

    function test_Group_RevertGiven_OfferedAndInAGroup() public {
        _group("obligor", "group");
        _offer();
        vm.expectRevert(abi.encodeWithSelector(IPoolDesk.GroupFixed.selector, deal, bytes32("obligor")));
        _group("obligor", "another");
    }

    function test_Group_OfAnObligorThatStandsAloneMayComeLater() public {
        _offer();
        _group("substitute", "group");
        assertEq(poolTests.groupOf(deal, "substitute"), "group", "in a group now");
    }

    function test_Answer_RevertWhen_NotTheManager() public {
        _expectNotManager(originator);
        poolDesk.answer(deal, 1, "answers");
    }

    function test_Answer_RevertGiven_Ended() public {
        _cancel();
        _expectStage(DealStage.Cancelled);
        vm.prank(manager);
        poolDesk.answer(deal, 1, "answers");
    }

    function test_Answer_ThatTurnsToYesFailsAtTheNextAsking() public {
        _limitTo(PoolTest.NegativeList, 1);
        vm.prank(manager);
        poolDesk.answer(deal, 1, "answers");
        _offer();
        deals.activate(deal);
        vm.prank(manager);
        poolDesk.answer(deal, 0, "a suit about the title");
        poolDesk.ask(deal);
        _expectResult(PoolTest.NegativeList, Verdict.Failed, 0, 1);
    }

    function test_Ask_RevertGiven_Ended() public {
        _cancel();
        _expectStage(DealStage.Cancelled);
        poolDesk.ask(deal);
    }

    function test_Ask_ByAnyoneRefusesNothing() public {
        _limitTo(PoolTest.Obligors, 3);
        _offer();
        deals.activate(deal);
        _evaluate(PILOT_RIGHT, 2);
        vm.warp(START + 7 days);
        vm.prank(stranger);
        poolDesk.ask(deal);
        (uint48 askedAt, ) = poolTests.resultsOf(deal);
        assertEq(askedAt, START + 7 days, "a week later");
        _expectResult(PoolTest.Obligors, Verdict.Failed, 2, 3);
        _expectResult(PoolTest.Firewall, Verdict.Failed, 7e8, 1e9);
    }

    /* INTERNAL */

    function _cancel() private {
        vm.prank(manager);
        deals.cancel(deal, "reason");
    }

    function _expectStage(DealStage stage) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, stage));
    }

    function _expectNotManager(address wallet) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, Office.Manager, wallet));
        vm.prank(wallet);
    }
}
