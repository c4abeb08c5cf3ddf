// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IPoolBook} from "../interfaces/IPoolBook.sol";
import {IPoolTests} from "../interfaces/IPoolTests.sol";
import {IRightsRegistry} from "../interfaces/IRightsRegistry.sol";

import {Trail} from "../access/Trail.sol";
import {FirewallLib} from "../libraries/FirewallLib.sol";
import {Maturity, PoolTest, Verdict} from "../types/Enums.sol";
import {DealId, PartyId, RightId, TrancheId} from "../types/Ids.sol";
import {PoolTestListLib} from "./rules/PoolTestListLib.sol";

/// @title PoolBook
/// @notice The rights that back each deal. It decides nothing about a deal: the deal book says when rights enter and leave,
/// and asks for the tests.
///
/// ENTRY
/// A right is held by the party that the deal book names, is in the deal's currency, and has a maturity class and a standing
/// appraisal. It backs one deal (`RightsRegistry`) until the deal book releases the pool.
///
/// TESTS
/// `PoolTests` has the limits, measures the pool as evaluated at that moment and keeps how it did; what stands on the tranches comes
/// from the caller. At offer and closing the first that fails is the refusal: an empty pool, the firewall (every tranche and all
/// senior to it are covered by the classes that it permits), then the others in their order.
///
/// NO WORSE
/// A substitute takes its place when for every class what it and all riper classes back does not fall, when its appraised value
/// covers its principal at least as well, and when its titles live at least as long. A right whose life nobody described is no
/// substitute for one whose life is known. A test that fails afterwards is a refusal only where it is further from its limit than
/// before: a pool that facts brought down may be mended step by step. What is bought back leaves whatever the tests say, and an
/// exchange that the holders resolved is not measured; both ask the tests, which are kept.
///
/// ROLES
/// The deal book adds, checks and releases, the pool desk asks; the replacements replace, exchange and remove, when the parties of the
/// deal agreed.
contract PoolBook is IPoolBook, Trail, AccessManaged {
    uint256 private constant MOST_RIGHTS = 256;

    /* STORAGE */

    IPartyRegistry private immutable _parties;
    IRightsRegistry private immutable _rights;
    IPoolTests private immutable _tests;

    mapping(DealId deal => RightId[] pool) private _pools;

    constructor(
        address accessManager,
        IPartyRegistry partyRegistry,
        IRightsRegistry rightsRegistry,
        IPoolTests poolTests
    ) AccessManaged(accessManager) {
        _parties = partyRegistry;
        _rights = rightsRegistry;
        _tests = poolTests;
    }

    /* ACTIONS */

    /// @inheritdoc IPoolBook
    function add(DealId deal, Entry calldata entry, RightId[] calldata rights) external restricted {
        RightId[] storage pool = _pools[deal];
        uint256 count = pool.length + rights.length;
        require(count <= MOST_RIGHTS, PoolTooLarge(deal, count));

        for (uint256 i = 0; i < rights.length; ++i) {
            IRightsRegistry.RightView memory right = _rights.rightOf(rights[i]);
            _checkEntry(entry, rights[i], right);
            pool.push(rights[i]);
            emit RightPledged(deal, rights[i], right.maturity, right.principal);
            _rights.encumber(rights[i], deal);
        }
        _touch(deal);
    }

    /// @inheritdoc IPoolBook
    function replace(
        DealId deal,
        Entry calldata entry,
        Claim[] calldata claims,
        RightId leaving,
        RightId entering
    ) external restricted {
        uint256 index = _indexOf(deal, leaving);
        IRightsRegistry.RightView memory right = _rights.rightOf(entering);
        _checkEntry(entry, entering, right);
        _checkCover(deal, leaving, entering, right);
        _checkLife(deal, leaving, entering);

        _swap(deal, claims, index, entering);
        _pass(deal, leaving, entering, right);
    }

    /// @inheritdoc IPoolBook
    function exchange(
        DealId deal,
        Entry calldata entry,
        Claim[] calldata claims,
        RightId leaving,
        RightId entering
    ) external restricted {
        uint256 index = _indexOf(deal, leaving);
        IRightsRegistry.RightView memory right = _rights.rightOf(entering);
        _checkEntry(entry, entering, right);

        _pools[deal][index] = entering;
        _tests.ask(deal, _pools[deal], claims);
        _pass(deal, leaving, entering, right);
    }

    /// @inheritdoc IPoolBook
    function remove(DealId deal, Claim[] calldata claims, RightId leaving) external restricted {
        RightId[] storage pool = _pools[deal];
        uint256 index = _indexOf(deal, leaving);

        pool[index] = pool[pool.length - 1];
        pool.pop();
        emit RightRepurchased(deal, leaving);
        _touch(deal);
        _tests.ask(deal, pool, claims);
        _rights.release(leaving, deal);
    }

    /// @inheritdoc IPoolBook
    function check(DealId deal, Claim[] calldata claims) external restricted {
        _checkFilled(deal);
        _checkFirewall(deal, claims);
        IPoolTests.Result[12] memory results = _tests.ask(deal, _pools[deal], claims);
        for (uint8 i = 0; i < results.length; ++i) {
            bool passes = results[i].verdict != Verdict.Failed;
            require(passes, PoolTestFailed(deal, PoolTest(i), results[i].figure, results[i].limit));
        }
    }

    /// @inheritdoc IPoolBook
    function ask(DealId deal, Claim[] calldata claims) external restricted {
        _tests.ask(deal, _pools[deal], claims);
    }

    /// @inheritdoc IPoolBook
    function release(DealId deal) external restricted {
        RightId[] memory pool = _pools[deal];

        emit PoolReleased(deal, pool.length);
        _touch(deal);
        for (uint256 i = 0; i < pool.length; ++i) _rights.release(pool[i], deal);
    }

    /* VIEWS */

    /// @inheritdoc IPoolBook
    function poolOf(DealId deal) external view returns (RightId[] memory) {
        return _pools[deal];
    }

    /// @inheritdoc IPoolBook
    function backingOf(DealId deal) public view returns (uint128[4] memory) {
        return _rights.principalByMaturity(_pools[deal]);
    }

    /* INTERNAL */

    /// @dev The pool with a right in the place of another is no worse, class by class and test by test.
    function _swap(DealId deal, Claim[] calldata claims, uint256 index, RightId entering) private {
        uint128[4] memory backed = backingOf(deal);
        IPoolTests.Result[12] memory before = _tests.preview(deal, _pools[deal], claims);

        _pools[deal][index] = entering;
        _checkBacking(deal, backed, backingOf(deal));
        _checkTests(deal, before, _tests.ask(deal, _pools[deal], claims));
    }

    /// @dev One right is free, the other bound.
    function _pass(DealId deal, RightId leaving, RightId entering, IRightsRegistry.RightView memory right) private {
        emit RightReplaced(deal, leaving, entering, right.maturity, right.principal);
        _touch(deal);
        _rights.release(leaving, deal);
        _rights.encumber(entering, deal);
    }

    function _checkEntry(Entry calldata entry, RightId id, IRightsRegistry.RightView memory right) private view {
        PartyId holder = _parties.partyBehind(right.owner);
        require(holder == entry.holder, RightElsewhere(id, holder));
        require(right.currency == entry.currency, CurrencyDiffers(id, right.currency));
        require(right.maturity != Maturity.None, RightUnfit(id));
        require(right.appraisalValidUntil > block.timestamp, AppraisalStale(id, right.appraisalValidUntil));
    }

    function _indexOf(DealId deal, RightId right) private view returns (uint256 index) {
        RightId[] storage pool = _pools[deal];
        while (index < pool.length && pool[index] != right) ++index;
        require(index < pool.length, NotInPool(deal, right));
    }

    /// @dev Appraised value against principal, compared crosswise: nothing is divided.
    function _checkCover(
        DealId deal,
        RightId leaving,
        RightId entering,
        IRightsRegistry.RightView memory right
    ) private view {
        IRightsRegistry.RightView memory left = _rights.rightOf(leaving);
        uint256 cover = uint256(right.appraisedValue) * left.principal;
        require(cover >= uint256(left.appraisedValue) * right.principal, CoverFalls(deal, leaving, entering));
    }

    function _checkLife(DealId deal, RightId leaving, RightId entering) private view {
        uint32 before = _rights.soundnessOf(leaving).lifeEndDay;
        uint32 afterwards = _rights.soundnessOf(entering).lifeEndDay;
        require(afterwards >= before, LifeFalls(deal, before, afterwards));
    }

    /// @dev Stable, then stable and pilot passed, then all: none of these sums falls.
    function _checkBacking(DealId deal, uint128[4] memory before, uint128[4] memory afterwards) private pure {
        uint256 had;
        uint256 has;
        for (uint8 class = 1; class < before.length; ++class) {
            had += before[class];
            has += afterwards[class];
            require(has >= had, BackingFalls(deal, Maturity(class), had, has));
        }
    }

    function _checkTests(
        DealId deal,
        IPoolTests.Result[12] memory before,
        IPoolTests.Result[12] memory afterwards
    ) private pure {
        for (uint8 i = 0; i < before.length; ++i) {
            bool worsens = PoolTestListLib.worsens(PoolTest(i), before[i], afterwards[i]);
            require(!worsens, PoolTestFailed(deal, PoolTest(i), afterwards[i].figure, afterwards[i].limit));
        }
    }

    function _checkFilled(DealId deal) private view {
        require(_pools[deal].length != 0, PoolEmpty(deal));
    }

    function _checkFirewall(DealId deal, Claim[] calldata claims) private view {
        (uint256 index, uint256 outstanding, uint256 backing) = FirewallLib.firstBreach(claims, backingOf(deal));
        require(index == claims.length, FirewallBroken(deal, TrancheId.wrap(uint8(index)), outstanding, backing));
    }
}
