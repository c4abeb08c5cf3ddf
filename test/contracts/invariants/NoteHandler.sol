// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";
import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {EntitlementKind, PauseScope, PeriodStage} from "../../../contracts/types/Enums.sol";
import {Period, SeriesId} from "../../../contracts/types/Ids.sol";
import {CN, HK, MO, Place} from "../../../contracts/types/Place.sol";
import {NoteLanes} from "./NoteLanes.sol";
import {Tally} from "./Tally.sol";

/// @notice Two live deals with five series each, eight parties of three places with wallets that get lost, orders one over the
/// other, attestations that run out, pauses, and payments that fail or come back. The fixture acts on one deal; `_enter`
/// puts the other in its place.
abstract contract NoteHandler is NoteLanes, Tally {
    struct Order {
        uint64 number;
        address regulator;
    }

    struct Withheld {
        uint256 lane;
        uint256 series;
        address holder;
        Period period;
    }

    /// @dev What an instruction to one holder pays.
    struct Payout {
        uint256 lane;
        bytes32 key;
    }

    uint256 private constant MOST_WALLETS = 16;
    /// @dev Positions of the series whose custodians pay holders one by one: A in Hong Kong and Macao, B in Hong Kong.
    uint256 internal constant FIRST_PAID = 1;
    uint256 internal constant LAST_PAID = 3;

    address[] public holders;
    /// @dev Receivers that were not eligible when they received.
    uint256 public ghostIneligible;
    /// @dev Money that left for a holder of a series for a period, less what came back, and what was owed when it was booked.
    mapping(bytes32 payout => uint256 amount) public ghostPaid;
    mapping(bytes32 payout => uint256 amount) public ghostOwed;

    /// @dev What the last act touched.
    uint256 public lane;
    uint256 public series;
    address[2] public touched;
    bool public hasBooked;

    mapping(uint256 lane => IWaterfall.Distribution distribution) internal _distributions;
    mapping(uint64 instruction => Payout payout) private _payouts;
    mapping(address wallet => string name) private _names;
    mapping(address wallet => Place place) private _places;
    mapping(address lost => address successor) private _successors;
    Order[] private _orders;
    Withheld[] private _withheld;
    /// @dev Positions of lost wallets.
    uint256[] private _losses;

    function setUp() public virtual override {
        super.setUp();
        _grantRoom(RolesLib.ROOM_ENFORCEMENT, address(this));
        _welcome("investor Wong", investorHk);
        _welcome("investor Lau", investorHkTwo);
        _welcome("investor Silva", investorMo);
        _welcome("investor Chen", investorCn);
        _welcome("investor Liang", investorCnTwo);
        _welcome("investor Tse", _meet("investor Tse", HONG_KONG));
        _welcome("investor Kwok", _meet("investor Kwok", HONG_KONG));
        _welcome("investor Pereira", _meet("investor Pereira", MACAO));
    }

    /* HOLDERS */

    function transfer(uint256 where, uint256 which, uint256 from, uint256 to, uint256 units) external {
        SeriesNote note = _enter(where, which);
        (address sender, address receiver) = _pair(note, from, to);
        uint256 moved = units % (note.balanceOf(sender) + 2);
        _move(note, sender, receiver, abi.encodeCall(IERC20.transfer, (receiver, moved)));
    }

    /// @dev By somebody to whom the holder gave an allowance.
    function spend(uint256 where, uint256 which, uint256 from, uint256 to, uint256 agent_) external {
        SeriesNote note = _enter(where, which);
        (address sender, address receiver) = _pair(note, from, to);
        address spender = _holder(agent_);
        uint256 moved = 1 + (to % (note.balanceOf(sender) + 2));
        vm.prank(sender);
        note.approve(spender, moved);
        _move(note, spender, receiver, abi.encodeCall(IERC20.transferFrom, (sender, receiver, moved)));
    }

    function force(uint256 where, uint256 which, uint256 from, uint256 to, uint256 units) external {
        SeriesNote note = _enter(where, which);
        (address sender, address receiver) = _pair(note, from, to);
        uint256 moved = units % (note.balanceOf(sender) + 2);
        _move(note, address(this), receiver, abi.encodeCall(note.forcedTransfer, (sender, receiver, moved)));
    }

    /// @dev Units of a lost wallet to the one that came after it, as the room of orders asks for it: they stay its party's.
    function recoverUnits(uint256 where, uint256 which, uint256 from) external {
        SeriesNote note = _enter(where, which);
        address lost = _touch(0, _losses.length == 0 ? from : _losses[from % _losses.length]);
        touched[1] = _successors[lost];
        bytes memory data = abi.encodeCall(note.recover, (lost, touched[1], note.balanceOf(lost)));
        _ask(address(this), address(note), data);
    }

    function freeze(uint256 where, uint256 which, uint256 whom, uint256 units) external {
        SeriesNote note = _enter(where, which);
        _ask(address(this), address(note), abi.encodeCall(note.setFrozenTokens, (_touch(0, whom), units % 300)));
    }

    /* AUTHORITIES */

    /// @dev Orders lie one over the other; each regulator gives its own.
    function restrict(uint256 whom, uint256 who) external {
        address regulator = _regulator(who);
        bytes memory data = abi.encodeCall(parties.restrict, (parties.partyBehind(_holder(whom)), keccak256("order")));
        if (_ask(regulator, address(parties), data)) _orders.push(Order(uint64(parties.orderCount()), regulator));
    }

    /// @dev Some order that stands, in any order of theirs, mostly by who gave it; now and then one that does not stand.
    function lift(uint256 which, uint256 who) external {
        uint256 index = _orders.length == 0 ? 0 : which % _orders.length;
        bool isReal = _orders.length != 0 && who % 4 != 0;
        Order memory order = isReal ? _orders[index] : Order(uint64(which % 8), _regulator(which));
        if (!_ask(order.regulator, address(parties), abi.encodeCall(parties.lift, (order.number, "lifted")))) return;
        if (!isReal) return;
        _orders[index] = _orders[_orders.length - 1];
        _orders.pop();
    }

    /// @dev A pause begins at once and ends slowly.
    function pausePlace(uint256 who, uint256 operations, uint256 what) external {
        address regulator = _regulator(who);
        uint16 place = [CN, HK, MO][who % 3];
        uint16 wanted = uint16(1 << (1 + (operations % 4)));
        bytes memory data =
            what % 6 == 0
                ? abi.encodeCall(parties.pause, (place, wanted, "order"))
                : abi.encodeCall(parties.unpause, (place, parties.pausesOf(place), "lifted"));
        _ask(regulator, address(parties), data);
        vm.warp(block.timestamp + UNPAUSE_FOR);
    }

    function pauseSeries(uint256 where, uint256 which, uint256 scope, uint256 what) external {
        SeriesNote note = _enter(where, which);
        PauseScope its = PauseScope(scope % (uint256(type(PauseScope).max) + 1));
        bytes memory data = what % 6 == 0 ? abi.encodeCall(note.pause, (its)) : abi.encodeCall(note.resume, (its));
        _ask(address(this), address(note), data);
    }

    /// @dev The party goes on with another wallet; what the old one holds waits for an order.
    function lose(uint256 whom) external {
        address lost = _holder(whom);
        string memory name = _names[lost];
        if (holders.length == MOST_WALLETS) return;
        vm.warp(block.timestamp + 1 hours);
        address successor = _wallet(string.concat(name, " with wallet ", vm.toString(holders.length)));
        IPartyRegistry.Recovery memory recovery = IPartyRegistry.Recovery(
            lost,
            successor,
            uint48(block.timestamp),
            "file"
        );
        address attester = _attesterOf(_places[lost]);
        bytes memory signature = _signRecovery(recovery, attester);
        bytes memory data = abi.encodeCall(parties.recover, (recovery, signature));
        if (!_ask(_regulatorOf(_places[lost]), address(parties), data)) return;
        _losses.push(whom % holders.length);
        _welcome(name, successor);
        _successors[lost] = successor;
    }

    /// @dev An attestation that ends in an hour, or in a year; a lower class and tolerance now and then.
    function attest(uint256 whom, uint256 length, uint256 class) external {
        address wallet = _holder(whom);
        vm.warp(block.timestamp + 2 hours);
        IPartyRegistry.Attestation memory renewal = _attestation(_names[wallet], wallet, _places[wallet]);
        renewal.issuedAt = uint48(block.timestamp);
        renewal.validUntil = uint48(block.timestamp) + (length % 8 == 0 ? 1 hours : YEAR);
        renewal.tolerance = class % 8 == 0 ? 1 : 5;
        bytes memory signature = _sign(renewal, _attesterOf(renewal.place));
        _ask(stranger, address(parties), abi.encodeCall(parties.attest, (renewal, signature)));
    }

    /* PERIODS */

    /// @dev Amounts of a period, and others once it is approved: what is not booked is approved anew.
    function approve(uint256 where, uint256 interest, uint256 principal) external {
        _enter(where, 0);
        PeriodStage stage = deals.periodStageOf(deal, _period());
        bool isAgain = stage == PeriodStage.Approved && principal % 3 == 0;
        if (!_tally(isAgain || stage == PeriodStage.Open)) return;
        IWaterfall.Distribution memory distribution = _distribution(_period());
        distribution.payees[2] = uint128(interest % 10_000_00);
        distribution.payees[3] = uint128(principal % 10_000_00);
        distribution.payees[4] = uint128(interest % 3_000_01);
        uint128 shared = distribution.payees[2] + distribution.payees[3] + distribution.payees[4];
        distribution.flows[0] = int128(shared + 5_00);
        if (isAgain) _approveAnew(distribution);
        else _approve(distribution);
        waterfall.setPerUnit(
            deal,
            _period(),
            TRANCHE_A,
            _perUnit(distribution.payees[2], distribution.payees[3], 0, 600)
        );
        _distributions[lane] = distribution;
        _lanes[lane].received += shared + 5_00;
    }

    function takeBook(uint256 where) external {
        _enter(where, 0);
        Period period = _period();
        if (!_tally(deals.periodStageOf(deal, period) == PeriodStage.Approved)) return;
        _closeBooks(period);
        desk.book(_distributions[lane]);
        _openBooks(period);
        hasBooked = true;
        for (uint256 i = FIRST_PAID; i <= LAST_PAID; ++i) {
            for (uint256 j = 0; j < holders.length; ++j) {
                ghostOwed[keyOf(lane, i, period, holders[j])] = owed(lane, i, period, holders[j]);
            }
        }
    }

    /// @dev A holder of a period that is booked, or a mirror's registrar, also ahead of the record.
    function instruct(uint256 where, uint256 which, uint256 whom, uint256 when) external {
        SeriesNote note = _enter(where, which);
        bool isMirror = series == 0;
        address[] memory to = isMirror ? _nobody() : _one(_touch(0, whom));
        Period period = _any(when);
        bytes memory data = abi.encodeCall(agent.instruct, (note.seriesId(), period, to, "file"));
        uint64 next = agent.instructionCount() + 1;
        if (!_ask(_payer(), address(agent), data)) return;
        if (agent.instructionCount() < next) {
            _withheld.push(Withheld(lane, series, touched[0], period));
            return;
        }
        _payouts[next] = Payout(lane, isMirror ? bytes32(0) : keyOf(lane, series, period, to[0]));
    }

    function instructPayees(uint256 where) external {
        _enter(where, 0);
        bytes memory data = abi.encodeCall(desk.instructPayees, (_distributions[lane], _taxAndFee(), "file"));
        uint64 first = agent.instructionCount() + 1;
        if (!_ask(manager, address(desk), data)) return;
        for (uint64 i = first; i <= agent.instructionCount(); ++i) _payouts[i] = Payout(lane, 0);
    }

    function settle(uint256 which) external {
        (uint64 instruction, ) = _instruction(which);
        _confirm(instruction);
    }

    function reject(uint256 which) external {
        (uint64 instruction, ) = _instruction(which);
        _ask(accountBank, address(agent), abi.encodeCall(agent.reject, (instruction, bytes32("AM04"))));
    }

    function comeBack(uint256 which, uint256 whom) external {
        (uint64 instruction, Payout memory payout) = _instruction(which);
        address holder = payout.key == 0 ? address(0) : _touch(0, whom);
        bytes memory data = abi.encodeCall(
            agent.returnPayout,
            (instruction, holder, DAY, _reference(), bytes32("AC04"))
        );
        uint128 before = cash.balanceOf(_lanes[payout.lane].accounts[1]);
        if (!_ask(accountBank, address(agent), data)) return;
        uint256 amount = cash.balanceOf(_lanes[payout.lane].accounts[1]) - before;
        _lanes[payout.lane].spent -= amount;
        if (payout.key != 0) ghostPaid[payout.key] -= amount;
    }

    /// @dev Of one whose payout was withheld, mostly.
    function freeWithheld(uint256 where, uint256 which, uint256 whom, uint256 when) external {
        bool isReal = when % 4 != 0 && _withheld.length != 0;
        SeriesNote note = _enter(where, FIRST_PAID + (which % LAST_PAID));
        (address holder, Period period) = (_holder(whom), _any(when));
        if (isReal) {
            Withheld memory its = _withheld[whom % _withheld.length];
            note = _enter(its.lane, its.series);
            (holder, period) = (its.holder, its.period);
        }
        touched[0] = holder;
        bytes memory data = abi.encodeCall(agent.releaseWithheld, (note.seriesId(), period, _one(holder)));
        _ask(_payer(), address(agent), data);
    }

    /// @dev What is not paid yet of a period, holder by holder, as a custodian does it.
    function payTheRest(uint256 where) external {
        _enter(where, 0);
        if (!_tally(agent.runOf(deal, _period()).isBooked)) return;
        for (uint256 i = 0; i <= LAST_PAID; ++i) {
            for (uint256 j = 0; j < (i == 0 ? 1 : holders.length); ++j) this.instruct(lane, i, j, 0);
        }
        this.instructPayees(lane);
        for (uint64 i = 1; i <= agent.instructionCount(); ++i) {
            if (agent.instructionOf(i).stage == IPayingAgent.InstructionStage.Instructed) _confirm(i);
        }
    }

    function nextPeriod(uint256 where) external {
        _enter(where, 0);
        if (!_tally(deals.periodStageOf(deal, _period()) == PeriodStage.Settled)) return;
        _lanes[lane].period = _period().next();
    }

    /* VIEWS */

    function walletCount() external view returns (uint256) {
        return holders.length;
    }

    function periodOf(uint256 where) external view returns (Period) {
        return _lanes[where].period;
    }

    function keyOf(uint256 where, uint256 which, Period period, address holder) public pure returns (bytes32) {
        return keccak256(abi.encode(where, which, period, holder));
    }

    /// @dev Nothing before the book of the period is taken.
    function owed(uint256 where, uint256 which, Period period, address holder) public view returns (uint256) {
        Lane storage its = _lanes[where];
        if (!agent.runOf(its.deal, period).isBooked) return 0;
        SeriesId id = its.notes[which].seriesId();
        return
            uint256(agent.entitlementOf(id, period, holder, EntitlementKind.Interest)) +
            agent.entitlementOf(id, period, holder, EntitlementKind.Principal);
    }

    /// @dev Of one series: balances, supply, size.
    function balances(uint256 where, uint256 which) external view returns (uint256 sum, uint256 supply, uint256 size) {
        SeriesNote note = _lanes[where].notes[which];
        for (uint256 i = 0; i < holders.length; ++i) sum += note.balanceOf(holders[i]);
        return (sum + note.balanceOf(registrar), note.totalSupply(), note.terms().units);
    }

    /// @dev Of A over its three series: sum of entitlements, what is booked for it, holders and kinds.
    function entitlements(uint256 where) external view returns (uint256 sum, uint256 booked, uint256 holdersAndKinds) {
        Period period = _lanes[where].period;
        if (!agent.runOf(_lanes[where].deal, period).isBooked) return (0, 0, 0);
        sum = owed(where, 0, period, address(0));
        for (uint256 i = 0; i < holders.length; ++i) {
            sum += owed(where, 1, period, holders[i]) + owed(where, 2, period, holders[i]);
        }
        IWaterfall.Distribution storage its = _distributions[where];
        return (sum, uint256(its.payees[2]) + its.payees[3], 2 * (2 * holders.length + 1));
    }

    /// @dev Of a deal: cash on its accounts, what left, what came.
    function money(uint256 where) external view returns (uint256 held, uint256 spent, uint256 received) {
        Lane storage its = _lanes[where];
        for (uint256 i = 0; i < its.accounts.length; ++i) held += cash.balanceOf(its.accounts[i]);
        return (held, its.spent, its.received);
    }

    /* INTERNAL */

    /// @dev Taken back, calculated and approved again; the cash is there.
    function _approveAnew(IWaterfall.Distribution memory distribution) private {
        deals.movePeriod(deal, _period(), PeriodStage.Calculated);
        waterfall.approve(distribution);
        waterfall.setPerUnit(deal, _period(), TRANCHE_B, _perUnit(distribution.payees[4], 0, 0, 300));
        _credit(planAccount, uint128(distribution.flows[0]));
        deals.movePeriod(deal, _period(), PeriodStage.Approved);
    }

    /// @dev Puts a deal in the place of the one that the fixture acts on.
    function _enter(uint256 where, uint256 which) private returns (SeriesNote) {
        (lane, series, hasBooked) = (where % DEALS, which % 5, false);
        (touched[0], touched[1]) = (address(0), address(0));
        _switchTo(lane);
        return _lanes[lane].notes[series];
    }

    function _move(SeriesNote note, address caller, address receiver, bytes memory data) private {
        bool mayReceive = note.canReceive(receiver);
        if (_ask(caller, address(note), data) && !mayReceive) ++ghostIneligible;
    }

    /// @dev The bank says that an instruction is paid.
    function _confirm(uint64 instruction) private {
        bytes memory data = abi.encodeCall(agent.settle, (instruction, DAY, _reference()));
        if (!_ask(accountBank, address(agent), data)) return;
        uint128 amount = agent.instructionOf(instruction).amount;
        Payout memory payout = _payouts[instruction];
        _lanes[payout.lane].spent += amount;
        if (payout.key != 0) ghostPaid[payout.key] += amount;
    }

    function _ask(address caller, address room, bytes memory data) private returns (bool isDone) {
        vm.prank(caller);
        (isDone, ) = room.call(data);
        _tally(isDone);
    }

    function _welcome(string memory name, address wallet) private {
        _names[wallet] = name;
        _places[wallet] = parties.profile(parties.partyOf(wallet)).place;
        holders.push(wallet);
    }

    function _touch(uint256 index, uint256 choice) private returns (address wallet) {
        wallet = _holder(choice);
        touched[index] = wallet;
    }

    /// @dev Mostly somebody who holds the note and somebody of the same place: the others are refused anyway.
    function _pair(SeriesNote note, uint256 from, uint256 to) private returns (address sender, address receiver) {
        uint256 count = holders.length;
        (sender, receiver) = (_holder(from), _holder(to));
        for (uint256 i = 0; i < count && from % 4 != 0 && note.balanceOf(sender) == 0; ++i) {
            sender = holders[(from + i) % count];
        }
        uint16 place = _places[sender].jurisdiction();
        for (uint256 i = 0; i < count && to % 4 != 0 && _places[receiver].jurisdiction() != place; ++i) {
            receiver = holders[(to + i) % count];
        }
        (touched[0], touched[1]) = (sender, receiver);
    }

    /// @dev Some instruction, mostly one of the last, or one that was not given.
    function _instruction(uint256 choice) private returns (uint64 instruction, Payout memory payout) {
        uint64 count = agent.instructionCount();
        bool isLate = choice % 4 != 0 && count > 2;
        instruction = uint64(isLate ? count - (choice % 3) : 1 + (choice % (count + 1)));
        payout = _payouts[instruction];
        _enter(payout.lane, 0);
    }

    function _period() private view returns (Period) {
        return _lanes[lane].period;
    }

    /// @dev The period in hand, mostly.
    function _any(uint256 choice) private view returns (Period) {
        Period period = _period();
        return choice % 4 == 1 && period != FIRST ? Period.wrap(Period.unwrap(period) - 1) : period;
    }

    function _payer() private view returns (address) {
        if (series == 0) return registrar;
        if (series == 2) return custodianMo;
        return series == 4 ? custodianCn : custodianHk;
    }

    function _holder(uint256 choice) private view returns (address) {
        return holders[choice % holders.length];
    }

    function _regulator(uint256 choice) private view returns (address) {
        if (choice % 3 == 0) return regulatorCn;
        return choice % 3 == 1 ? regulatorHk : regulatorMo;
    }
}
