// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPoolTests} from "../../../contracts/interfaces/IPoolTests.sol";
import {ITrail} from "../../../contracts/interfaces/ITrail.sol";

import {PoolTests} from "../../../contracts/deals/PoolTests.sol";
import {PoolTest} from "../../../contracts/types/Enums.sol";
import {DealId} from "../../../contracts/types/Ids.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The tests of pools as a reader of their events knows them.
contract PoolTestsMirror is TestBase {
    struct Kept {
        IPoolTests.LimitsView limits;
        IPoolTests.Result[12] results;
        bytes32[] obligors;
        uint256 denied;
        bytes32 evidence;
        uint48 askedAt;
        uint64 actions;
        uint64 lastBlock;
    }

    mapping(DealId deal => Kept kept) private _kept;
    mapping(DealId deal => mapping(bytes32 obligor => bytes32 group)) private _groups;

    /// @param height Block of the log
    function read(Vm.Log memory log, uint64 height) external {
        DealId deal = DealId.wrap(uint64(uint256(log.topics[1])));
        Kept storage kept = _kept[deal];
        if (log.topics[0] == IPoolTests.PoolLimitsSet.selector) _limit(kept, log.data);
        if (log.topics[0] == IPoolTests.ObligorGrouped.selector) {
            kept.obligors.push(log.topics[2]);
            _groups[deal][log.topics[2]] = log.topics[3];
        }
        if (log.topics[0] == IPoolTests.QuestionsAnswered.selector)
            (kept.denied, kept.evidence) = abi.decode(log.data, (uint256, bytes32));
        if (log.topics[0] == IPoolTests.PoolTested.selector) {
            IPoolTests.Result[12] memory results;
            (kept.askedAt, results) = abi.decode(log.data, (uint48, IPoolTests.Result[12]));
            for (uint256 i = 0; i < results.length; ++i) kept.results[i] = results[i];
        }
        if (log.topics[0] == ITrail.Touched.selector) (kept.actions, kept.lastBlock) = (kept.actions + 1, height);
    }

    function compare(PoolTests room, uint64 dealCount) external view {
        for (uint64 i = 1; i <= dealCount; ++i) {
            DealId deal = DealId.wrap(i);
            Kept storage kept = _kept[deal];
            assertEq(abi.encode(room.limitsOf(deal)), abi.encode(kept.limits), "limits");
            (uint48 askedAt, IPoolTests.Result[12] memory results) = room.resultsOf(deal);
            assertEq(askedAt, kept.askedAt, "asked at");
            assertEq(abi.encode(results), abi.encode(kept.results), "results");
            (uint256 denied, bytes32 evidence) = room.answersOf(deal);
            assertEq(denied, kept.denied, "answers");
            assertEq(evidence, kept.evidence, "evidence");
            for (uint256 j = 0; j < kept.obligors.length; ++j)
                assertEq(room.groupOf(deal, kept.obligors[j]), _groups[deal][kept.obligors[j]], "group");
            (uint64 count, uint64 lastBlock) = room.trailOf(deal);
            assertEq(count, kept.actions, "actions");
            assertEq(lastBlock, kept.lastBlock, "block of the last action");
        }
    }

    function _limit(Kept storage kept, bytes memory data) private {
        (uint32 legalFinalDay, IPoolTests.Limit[] memory limits) = abi.decode(data, (uint32, IPoolTests.Limit[]));
        delete kept.limits;
        delete kept.results;
        kept.askedAt = 0;
        kept.limits.asked = uint16(1 << uint8(PoolTest.Firewall));
        kept.limits.limits[uint8(PoolTest.Firewall)] = 1e9;
        for (uint256 i = 0; i < limits.length; ++i) {
            uint8 test = uint8(limits[i].test);
            kept.limits.asked |= uint16(1 << test);
            kept.limits.sources[test] = limits[i].source;
            bool isLife = limits[i].test == PoolTest.Life;
            kept.limits.limits[test] = isLife ? legalFinalDay + limits[i].limit : limits[i].limit;
        }
    }
}
