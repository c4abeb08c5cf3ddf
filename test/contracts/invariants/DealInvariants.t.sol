// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPoolTests} from "../../../contracts/interfaces/IPoolTests.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {StageLib} from "../../../contracts/libraries/StageLib.sol";
import {DealStage, Office, PeriodStage, PoolTest} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, Period, RightId} from "../../../contracts/types/Ids.sol";
import {HK} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";
import {History, Tally} from "./Tally.sol";

/// @notice Acts on several deals at once over a few shared rights: `advance` takes a deal a lawful step further, `wish` lets
/// anybody ask for anything, the rest feeds them. After every action each deal's stages are compared with those before.
contract DealHandler is RoomsFixture, Tally {
    using StageLib for DealStage;
    using StageLib for PeriodStage;

    uint256 private constant MOST_DEALS = 6;
    uint256 private constant MOST_RIGHTS = 12;

    /// @dev Moves seen, and those that are not of their tables.
    uint256 public moves;
    uint256 public illegalMoves;

    mapping(uint64 deal => DealStage stage) private _stages;
    mapping(uint64 deal => mapping(uint32 period => PeriodStage stage)) private _periods;

    /// @dev Compares after the action.
    modifier watched() {
        _;
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
        if (!_tally(deals.dealCount() != MOST_DEALS)) return;
        IPoolTests.Limit[] memory limits = new IPoolTests.Limit[](3);
        limits[0] = IPoolTests.Limit(PoolTest.Obligors, 1, "CN/least-obligors");
        limits[1] = IPoolTests.Limit(PoolTest.LargestObligor, 1e9, "CN/largest-obligor");
        limits[2] = IPoolTests.Limit(PoolTest.Payer, 1, "CN/early-needs-payer");
        _limitPool(_draftDeal(), limits);
    }

    /// @dev The manager answers for a pool, and anyone asks its tests, at any stage.
    function watchPool(uint256 seed, uint256 what, uint256 luck) external watched {
        DealId deal = _deal(seed);
        IPoolTests.Affiliation[] memory affiliations = new IPoolTests.Affiliation[](1);
        affiliations[0] = IPoolTests.Affiliation(bytes32(luck % 4), bytes32(what % 8));
        bytes[4] memory calls = [
            abi.encodeCall(poolDesk.limit, (deal, new IPoolTests.Limit[](0))),
            abi.encodeCall(poolDesk.group, (deal, affiliations)),
            abi.encodeCall(poolDesk.answer, (deal, luck % 256, "answers")),
            abi.encodeCall(poolDesk.ask, (deal))
        ];
        _call(what % 4 == 3 ? stranger : manager, address(poolDesk), calls[what % 4]);
    }

    function register(uint256 trl) external watched {
        if (!_tally(rights.rightCount() != MOST_RIGHTS)) return;
        string memory title = vm.toString(rights.rightCount());
        _register(_rightTerms(title, uint8(bound(trl, 3, 9)), 60_000_00));
    }

    function evaluate(uint256 right, uint256 trl) external watched {
        _call(
            evaluatorCn,
            address(rights),
            abi.encodeCall(rights.evaluate, (_right(right), uint8(trl % 11), "dossier"))
        );
    }

    /// @dev Any right, in a draft or not, in another deal or not.
    function pledge(uint256 deal, uint256 first, uint256 count) external watched {
        RightId[] memory pool = new RightId[](bound(count, 1, 4));
        for (uint64 i = 0; i < pool.length; ++i) pool[i] = _right((first % 1000) + i);
        _call(originator, address(deals), abi.encodeCall(deals.pledge, (_deal(deal), pool)));
    }

    function transfer(uint256 right, uint256 isBack) external watched {
        (address from, address to) = isBack % 2 == 0 ? (investorCn, originator) : (originator, investorCn);
        uint256 token = RightId.unwrap(_right(right));
        _call(from, address(rights), abi.encodeCall(rights.transferFrom, (from, to, token)));
    }

    /// @dev The next lawful act on a deal, as far as its pool allows.
    function advance(uint256 seed, uint256 road) external watched {
        DealId deal = _deal(seed);
        DealStage stage = deals.stageOf(deal);
        if (stage == DealStage.Draft) _makeReady(deal);
        else if (stage == DealStage.Offering)
            _call(address(this), address(deals), abi.encodeCall(deals.activate, (deal)));
        else if (stage.isIn(StageLib.LIVE) && road % 4 != 0) _advancePeriod(deal, road);
        else if (stage == DealStage.Liquidation || stage == DealStage.Redeemed) _windUp(deal);
        else if (road % 16 == 4) _call(address(this), address(deals), abi.encodeCall(deals.redeem, (deal)));
    }

    /// @dev Anybody asks for any move of a deal, and every fourth time who may.
    function wish(uint256 seed, uint256 who, uint256 what) external watched {
        DealId deal = _deal(seed);
        address[6] memory callers = [manager, trustee, originator, stranger, investorHk, address(this)];
        address[3] memory lawful = [manager, address(this), trustee];
        bytes[9] memory wishes = [
            abi.encodeCall(deals.offer, (deal)),
            abi.encodeCall(deals.activate, (deal)),
            abi.encodeCall(deals.liquidate, (deal, "reason")),
            abi.encodeCall(deals.cancel, (deal, "reason")),
            abi.encodeCall(deals.accelerate, (deal, "reason")),
            abi.encodeCall(deals.redeem, (deal)),
            abi.encodeCall(deals.close, (deal)),
            abi.encodeCall(deals.declareDefault, (deal, "reason")),
            abi.encodeCall(deals.waive, (deal, "minutes"))
        ];
        address caller = who % 4 == 1 ? lawful[what % lawful.length] : callers[who % callers.length];
        _call(caller, address(deals), wishes[what % wishes.length]);
    }

    /// @dev Offices pass to and fro between the parties of the fixture, as far as they may.
    function pass(uint256 seed, uint256 which, uint256 who) external watched {
        address[5] memory successors = [backupServicer, investorCn, investorHk, investorMo, manager];
        PartyId successor = parties.partyOf(successors[who % successors.length]);
        Office office = Office(which % (uint8(type(Office).max) + 1));
        uint16 jurisdiction = office == Office.Custodian ? HK : 0;
        bytes memory data = abi.encodeCall(deals.appoint, (_deal(seed), office, jurisdiction, successor, "document"));
        _call(address(this), address(deals), data);
    }

    /// @dev Anybody asks for any move of any period, mostly of those in hand and not far on.
    function wishPeriod(uint256 seed, uint256 who, uint256 period, uint256 to) external watched {
        address[4] memory callers = [servicer, manager, stranger, address(this)];
        DealId deal = _deal(seed);
        uint32 current = Period.unwrap(deals.currentPeriodOf(deal));
        bool isNear = period % 3 != 0 && current != 0;
        Period wanted = Period.wrap(isNear ? current - uint32(period % 2) : uint32(bound(period, 0, 8)));
        uint8 from = uint8(deals.periodStageOf(deal, wanted));
        PeriodStage stage = PeriodStage(to % 4 == 0 ? to % 10 : (from + 1 + (to % 3)) % 10);
        _call(
            who % 4 == 1 ? address(this) : callers[who % callers.length],
            address(deals),
            abi.encodeCall(deals.movePeriod, (deal, wanted, stage))
        );
    }

    /* VIEWS */

    function dealCount() external view returns (uint64) {
        return deals.dealCount();
    }

    /// @notice The rights of a deal that is neither closed nor cancelled
    function backing(DealId deal) external view returns (RightId[] memory) {
        return _isLive(deal) ? pools.poolOf(deal) : new RightId[](0);
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

    function _advancePeriod(DealId deal, uint256 road) private {
        uint32 current = Period.unwrap(deals.currentPeriodOf(deal));
        Period period = Period.wrap(current > 1 && road % 2 == 0 ? current - 1 : current);
        PeriodStage from = deals.periodStageOf(deal, period);
        for (uint8 to = uint8(PeriodStage.Settled); to > 1; --to) {
            if (!from.canMove(PeriodStage(to))) continue;
            deals.movePeriod(deal, period, PeriodStage(to));
            _tally(true);
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
        _tally(isDone);
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

    function _deal(uint256 seed) private view returns (DealId) {
        return DealId.wrap(uint64(bound(seed, 1, deals.dealCount() + 1)));
    }

    function _right(uint256 seed) private view returns (RightId) {
        return RightId.wrap(uint64(bound(seed, 1, rights.rightCount() + 1)));
    }

    function _isLive(DealId deal) private view returns (bool) {
        DealStage stage = deals.stageOf(deal);
        return stage != DealStage.None && stage != DealStage.Closed && stage != DealStage.Cancelled;
    }
}

/// @notice What holds of deals, periods and the rights behind them after any history. One campaign asks every sentence.
contract DealInvariants is History {
    DealHandler private _handler;
    bytes4[] private _acts;

    function setUp() public {
        _handler = new DealHandler();
        _handler.setUp();
        for (uint8 i = 0; i < 6; ++i) _handler.register(i + 4);
        for (uint256 i = 0; i < 2; ++i) _handler.draft();
        _handler.pledge(1, 1, 4);
        for (uint256 i = 0; i < 2; ++i) _handler.advance(1, 1);
        _acts = [
            DealHandler.draft.selector,
            DealHandler.register.selector,
            DealHandler.evaluate.selector,
            DealHandler.pledge.selector,
            DealHandler.transfer.selector,
            DealHandler.advance.selector,
            DealHandler.wish.selector,
            DealHandler.wishPeriod.selector,
            DealHandler.pass.selector,
            DealHandler.watchPool.selector
        ];
        _target(address(_handler), _acts);
    }

    /// @notice Stages of deals and periods move only along their tables. A right backs at most one live deal, and its own
    /// record names that deal: each of a pool names its deal, and no more rights name one than pools hold.
    function invariant_INV04_INV05_StagesAndRights() public view {
        assertEq(_handler.illegalMoves(), 0, "INV-04");
        (uint256 pledged, uint256 bound_) = (0, 0);
        for (uint64 id = 1; id <= _handler.dealCount(); ++id) {
            RightId[] memory pool = _handler.backing(DealId.wrap(id));
            for (uint256 i = 0; i < pool.length; ++i) {
                assertTrue(_handler.boundTo(pool[i]) == DealId.wrap(id), "INV-05: the right names it");
            }
            pledged += pool.length;
        }
        for (uint64 id = 1; id <= _handler.rightCount(); ++id) {
            if (DealId.unwrap(_handler.boundTo(RightId.wrap(id))) != 0) ++bound_;
        }
        assertEq(bound_, pledged, "INV-05: one live deal");
    }

    /// @dev The handler reaches far: one lawful life, step by step, and wishes that are refused.
    function test_Handler_ReachesTheEnd() public {
        _handler.wishPeriod(1, 2, 1, 3);
        for (uint256 i = 0; i < 12; ++i) _handler.advance(1, 3);
        _handler.wish(1, 3, 5);
        _handler.wish(1, 11, 5);
        for (uint256 i = 0; i < 3; ++i) _handler.advance(1, 1);
        assertGe(_handler.moves(), 15, "many moves were seen");
        assertEq(_handler.illegalMoves(), 0, "all of them lawful");
    }

    function test_History_DoesEveryAct() public {
        for (uint256 seed = 1; seed <= 4; ++seed) _play(_handler, _acts, seed, 400);
        _assertHappened(_acts, 0);
        assertGe(_handler.moves(), 15, "many moves were seen");
        invariant_INV04_INV05_StagesAndRights();
    }
}
