// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPoolBook} from "../../../contracts/interfaces/IPoolBook.sol";
import {ITrail} from "../../../contracts/interfaces/ITrail.sol";

import {PoolBook} from "../../../contracts/deals/PoolBook.sol";
import {DealId, RightId} from "../../../contracts/types/Ids.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The pool book as a reader of its events knows it.
contract PoolMirror is TestBase {
    struct Pool {
        RightId[] rights;
        uint64 actions;
        uint64 lastBlock;
    }

    mapping(DealId deal => Pool pool) private _pools;

    /// @param height Block of the log
    function read(Vm.Log memory log, uint64 height) external {
        Pool storage pool = _pools[DealId.wrap(uint64(uint256(log.topics[1])))];
        if (log.topics[0] == IPoolBook.RightPledged.selector) {
            pool.rights.push(RightId.wrap(uint64(uint256(log.topics[2]))));
        }
        if (log.topics[0] == IPoolBook.RightReplaced.selector) {
            pool.rights[_indexOf(pool, log.topics[2])] = RightId.wrap(uint64(uint256(log.topics[3])));
        }
        if (log.topics[0] == IPoolBook.RightRepurchased.selector) {
            pool.rights[_indexOf(pool, log.topics[2])] = pool.rights[pool.rights.length - 1];
            pool.rights.pop();
        }
        if (log.topics[0] == ITrail.Touched.selector) (pool.actions, pool.lastBlock) = (pool.actions + 1, height);
    }

    function compare(PoolBook room, uint64 dealCount) external view {
        for (uint64 i = 1; i <= dealCount; ++i) {
            DealId deal = DealId.wrap(i);
            assertEq(abi.encode(room.poolOf(deal)), abi.encode(_pools[deal].rights), "pool");
            (uint64 count, uint64 lastBlock) = room.trailOf(deal);
            assertEq(count, _pools[deal].actions, "actions");
            assertEq(lastBlock, _pools[deal].lastBlock, "block of the last action");
        }
    }

    function _indexOf(Pool storage pool, bytes32 right) private view returns (uint256 index) {
        while (RightId.unwrap(pool.rights[index]) != uint64(uint256(right))) ++index;
    }
}
