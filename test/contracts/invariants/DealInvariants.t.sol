// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPoolTests} from "../../../contracts/interfaces/IPoolTests.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {StageLib} from "../../../contracts/libraries/StageLib.sol";
import {DealStage, Office, PeriodStage, PoolTest} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, Period, RightId} from "../../../contracts/types/Ids.sol";
import {HK} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";
import {InvariantBase} from "../Vm.sol";

/// @notice Acts on several deals at once over a few shared rights: `advance` takes a deal a lawful step further, `wish` lets
/// anybody ask for anything, the rest feeds them. After every action each deal's stages are compared with those before.
contract DealHandler is RoomsFixture {
    using StageLib for DealStage;
    using StageLib for PeriodStage;

    uint256 private constant MOST_DEALS = 6;
    uint256 private constant MOST_RIGHTS = 12;

    /// @dev Acts that reached the book, and moves seen.
    uint256 public acts;
    uint256 public moves;
    uint256 public illegalMoves;

    mapping(uint64 deal => DealStage stage) private _stages;
    mapping(uint64 deal => mapping(uint32 period => PeriodStage stage)) private _periods;

    /// @dev Compares after the action.
    modifier watched() {
        _;
        acts += 1;
        for (uint64 deal = 1; deal <= deals.dealCount(); ++deal) _compare(deal);
    }

    function setUp() public virtual override {
        super.setUp();
        _standInForRooms();
        _grantRoom(RolesLib.ROOM_SUCCESSION, address(this));
        _grantRoom(RolesLib.ROOM_WAIVERS, address(this));
    }

    /* ACTIONS */

    function draft() external watched {
        if (deals.dealCount() == MOST_DEALS) return;
        IPoolTests.Limit[] memory limits = new IPoolTests.Limit[](3);
        limits[0] = IPoolTests.Limit(PoolTest.Obligors, 1, "CN/least-obligors");
        limits[1] = IPoolTests.Limit(PoolTest.LargestObligor, 1e9, "CN/largest-obligor");
        limits[2] = IPoolTests.Limit(PoolTest.Payer, 1, "CN/early-needs-payer");
        _limitPool(_draftDeal(), limits);
    }

    /// @dev The manager answers for a pool, and anyone asks its tests, at any stage.
    function watchPool(uint64 seed, uint8 what, uint8 luck) external watched {
        DealId deal = _deal(seed);
        IPoolTests.Affiliation[] memory affiliations = new IPoolTests.Affiliation[](1);
        affiliations[0] = IPoolTests.Affiliation(bytes32(uint256(luck % 4)), bytes32(uint256(what % 8)));
        bytes[4] memory calls = [
            abi.encodeCall(poolDesk.limit, (deal, new IPoolTests.Limit[](0))),
            abi.encodeCall(poolDesk.group, (deal, affiliations)),
            abi.encodeCall(poolDesk.answer, (deal, luck, "answers")),
            abi.encodeCall(poolDesk.ask, (deal))
        ];
        _call(what % 4 == 3 ? stranger : manager, address(poolDesk), calls[what % 4]);
    }

    function register(uint8 trl) external watched {
        if (rights.rightCount() == MOST_RIGHTS) return;
        string memory title = vm.toString(rights.rightCount());
        _register(_rightTerms(title, uint8(bound(trl, 3, 9)), 60_000_00));
    }

    function evaluate(uint64 right, uint8 trl) external watched {
        _call(evaluatorCn, address(rights), abi.encodeCall(rights.evaluate, (_right(right), trl % 11, "dossier")));
    }

    /// @dev Any right, in a draft or not, in another deal or not.
    function pledge(uint64 deal, uint64 first, uint8 count) external watched {
        RightId[] memory pool = new RightId[](bound(count, 1, 4));
        for (uint64 i = 0; i < pool.length; ++i) pool[i] = _right((first % 1000) + i);
        _call(originator, address(deals), abi.encodeCall(deals.pledge, (_deal(deal), pool)));
    }

    function transfer(uint64 right, bool isBack) external watched {
        (address from, address to) = isBack ? (investorCn, originator) : (originator, investorCn);
        uint256 token = RightId.unwrap(_right(right));
        _call(from, address(rights), abi.encodeCall(rights.transferFrom, (from, to, token)));
    }

    /// @dev The next lawful act on a deal, as far as its pool allows.
    function advance(uint64 seed, uint8 road) external watched {
        DealId deal = _deal(seed);
        DealStage stage = deals.stageOf(deal);
        if (stage == DealStage.Draft) _makeReady(deal);
        else if (stage == DealStage.Offering)
            _call(address(this), address(deals), abi.encodeCall(deals.activate, (deal)));
        else if (stage.isIn(StageLib.LIVE) && road % 4 != 0) _advancePeriod(deal, road);
        else if (stage == DealStage.Liquidation || stage == DealStage.Redeemed) _windUp(deal);
        else if (road % 16 == 4) _call(address(this), address(deals), abi.encodeCall(deals.redeem, (deal)));
    }

    /// @dev Anybody asks for any move of a deal.
    function wish(uint64 seed, uint8 who, uint8 what) external watched {
        DealId deal = _deal(seed);
        address[6] memory callers = [manager, trustee, originator, stranger, investorHk, address(this)];
        bytes[9] memory wishes = [
            abi.encodeCall(deals.offer, (deal)),
            abi.encodeCall(deals.activate, (deal)),
            abi.encodeCall(deals.cancel, (deal, "reason")),
            abi.encodeCall(deals.accelerate, (deal, "reason")),
            abi.encodeCall(deals.declareDefault, (deal, "reason")),
            abi.encodeCall(deals.redeem, (deal)),
            abi.encodeCall(deals.liquidate, (deal, "reason")),
            abi.encodeCall(deals.close, (deal)),
            abi.encodeCall(deals.waive, (deal, "minutes"))
        ];
        _call(callers[who % callers.length], address(deals), wishes[what % wishes.length]);
    }

    /// @dev Offices pass to and fro between the parties of the fixture, as far as they may.
    function pass(uint64 seed, uint8 which, uint8 who) external watched {
        address[5] memory successors = [backupServicer, investorCn, investorHk, investorMo, manager];
        PartyId successor = parties.partyOf(successors[who % successors.length]);
        Office office = Office(which % (uint8(type(Office).max) + 1));
        uint16 jurisdiction = office == Office.Custodian ? HK : 0;
        bytes memory data = abi.encodeCall(deals.appoint, (_deal(seed), office, jurisdiction, successor, "document"));
        _call(address(this), address(deals), data);
    }

    /// @dev Anybody asks for any move of any period.
    function wishPeriod(uint64 seed, uint8 who, uint32 period, uint8 to) external watched {
        address[4] memory callers = [servicer, manager, stranger, address(this)];
        Period wanted = Period.wrap(uint32(bound(period, 0, 8)));
        bytes memory data = abi.encodeCall(deals.movePeriod, (_deal(seed), wanted, PeriodStage(to % 10)));
        _call(callers[who % callers.length], address(deals), data);
    }

    /* VIEWS */

    /// @notice Deals, neither closed nor cancelled, whose pool holds the right, and the last of them
    function backedBy(RightId right) external view returns (uint256 count, DealId deal) {
        for (uint64 id = 1; id <= deals.dealCount(); ++id) {
            if (!_isLive(DealId.wrap(id)) || !_contains(pools.poolOf(DealId.wrap(id)), right)) continue;
            count += 1;
            deal = DealId.wrap(id);
        }
    }

    function boundTo(RightId right) external view returns (DealId) {
        return rights.rightOf(right).deal;
    }

    function rightCount() external view returns (uint64) {
        return rights.rightCount();
    }

    /* INTERNAL */

    function _makeReady(DealId deal) private {
        if (deals.programHashOf(deal) == 0) _completeDraft(deal);
        _call(manager, address(deals), abi.encodeCall(deals.file, (deal, "csrc.filing", "filing")));
        _call(manager, address(deals), abi.encodeCall(deals.offer, (deal)));
    }

    function _advancePeriod(DealId deal, uint8 road) private {
        uint32 current = Period.unwrap(deals.currentPeriodOf(deal));
        Period period = Period.wrap(current > 1 && road % 2 == 0 ? current - 1 : current);
        PeriodStage from = deals.periodStageOf(deal, period);
        for (uint8 to = uint8(PeriodStage.Settled); to > 1; --to) {
            if (!from.canMove(PeriodStage(to))) continue;
            deals.movePeriod(deal, period, PeriodStage(to));
            return;
        }
    }

    function _windUp(DealId deal) private {
        uint32 current = Period.unwrap(deals.currentPeriodOf(deal));
        for (uint32 i = 1; i <= current; ++i) {
            PeriodStage stage = deals.periodStageOf(deal, Period.wrap(i));
            if (stage.canMove(PeriodStage.Paying)) deals.movePeriod(deal, Period.wrap(i), PeriodStage.Paying);
            if (stage.canMove(PeriodStage.Settled)) deals.movePeriod(deal, Period.wrap(i), PeriodStage.Settled);
        }
        bool isLiquidated = deals.stageOf(deal) == DealStage.Liquidation;
        _call(isLiquidated ? trustee : manager, address(deals), abi.encodeCall(deals.close, (deal)));
    }

    function _call(address caller, address room, bytes memory data) internal virtual returns (bool isDone) {
        vm.prank(caller);
        (isDone, ) = room.call(data);
    }

    function _compare(uint64 id) private {
        DealId deal = DealId.wrap(id);
        DealStage stage = deals.stageOf(deal);
        if (stage != _stages[id]) {
            moves += 1;
            if (!_stages[id].canMove(stage)) illegalMoves += 1;
            _stages[id] = stage;
        }
        uint32 current = Period.unwrap(deals.currentPeriodOf(deal));
        for (uint32 i = 1; i <= current + 1; ++i) _comparePeriod(id, i);
    }

    function _comparePeriod(uint64 deal, uint32 period) private {
        PeriodStage stage = deals.periodStageOf(DealId.wrap(deal), Period.wrap(period));
        PeriodStage before = _periods[deal][period];
        if (stage == before) return;
        moves += 1;
        _periods[deal][period] = stage;
        if (!before.canMove(stage)) illegalMoves += 1;
    }

    function _deal(uint64 seed) private view returns (DealId) {
        return DealId.wrap(uint64(bound(seed, 1, deals.dealCount() + 1)));
    }

    function _right(uint64 seed) private view returns (RightId) {
        return RightId.wrap(uint64(bound(seed, 1, rights.rightCount() + 1)));
    }

    function _isLive(DealId deal) private view returns (bool) {
        DealStage stage = deals.stageOf(deal);
        return stage != DealStage.None && stage != DealStage.Closed && stage != DealStage.Cancelled;
    }

    function _contains(RightId[] memory pool, RightId right) private pure returns (bool) {
        for (uint256 i = 0; i < pool.length; ++i) {
            if (pool[i] == right) return true;
        }
        return false;
    }
}

contract DealInvariants is InvariantBase {
    DealHandler private _handler;

    function setUp() public {
        _handler = new DealHandler();
        _handler.setUp();
        for (uint8 i = 0; i < 6; ++i) _handler.register(i + 4);
        _handler.draft();
        _handler.pledge(1, 1, 4);
        bytes4[] memory selectors = new bytes4[](9);
        selectors[0] = DealHandler.draft.selector;
        selectors[1] = DealHandler.register.selector;
        selectors[2] = DealHandler.evaluate.selector;
        selectors[3] = DealHandler.pledge.selector;
        selectors[4] = DealHandler.transfer.selector;
        selectors[5] = DealHandler.advance.selector;
        selectors[6] = DealHandler.wish.selector;
        selectors[7] = DealHandler.wishPeriod.selector;
        selectors[8] = DealHandler.watchPool.selector;
        _target(address(_handler), selectors);
    }

    /// @notice Stages of deals and periods move only along their tables.
    function invariant_INV04_StagesMoveAlongTheTable() public view {
        assertEq(_handler.illegalMoves(), 0, "INV-04");
    }

    /// @notice A right backs at most one live deal, and its own record names that deal.
    function invariant_INV05_RightBacksAtMostOneDeal() public view {
        for (uint64 id = 1; id <= _handler.rightCount(); ++id) {
            (uint256 count, DealId deal) = _handler.backedBy(RightId.wrap(id));
            assertLe(count, 1, "INV-05: one live deal");
            assertTrue(_handler.boundTo(RightId.wrap(id)) == deal, "INV-05: the right names it");
        }
    }

    /// @dev The handler reaches far: one lawful life, step by step, and wishes that are refused.
    function test_Handler_ReachesTheEnd() public {
        for (uint256 i = 0; i < 2; ++i) _handler.advance(1, 1);
        _handler.wishPeriod(1, 3, 1, uint8(PeriodStage.Paying));
        for (uint256 i = 0; i < 12; ++i) _handler.advance(1, 3);
        _handler.wish(1, 3, 5);
        _handler.wish(1, 5, 5);
        for (uint256 i = 0; i < 3; ++i) _handler.advance(1, 1);
        assertGe(_handler.moves(), 15, "many moves were seen");
        assertEq(_handler.illegalMoves(), 0, "all of them lawful");
    }
}
