// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IOffering} from "../../../contracts/interfaces/IOffering.sol";

import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {NoteStage} from "../../../contracts/types/Enums.sol";
import {SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";
import {History, Tally} from "./Tally.sol";

/// @notice Subscriptions, cancellations, allotments, escrow, closing, abortion and refunds of one offer in any order.
contract OfferingHandler is SettlementFixture, Tally {
    uint256 public ghostReceived;
    uint256 public ghostRefunded;
    uint64[] private _refunded;
    uint256 public closings;
    uint256 public abortions;

    function setUp() public override {
        super.setUp();
        _openOffer();
    }

    function subscribe(uint256 choice, uint256 units, uint256 short) external {
        (address placer, SeriesNote note, address holder) = _place(choice);
        _offerFor(placer, note, holder, uint96(1 + (units % 300)), short % 8 == 0 ? 1 : 0);
    }

    /// @dev Whoever may subscribes for what makes the offer whole.
    function subscribeAll() external {
        _offerFor(registrar, noteCn, registrar, 300, 0);
        _offerFor(custodianHk, noteHk, investorHk, 120, 0);
        _offerFor(custodianHk, noteHk, investorHkTwo, 80, 0);
        _offerFor(custodianMo, noteMo, investorMo, 100, 0);
        _offerFor(custodianHk, noteB, investorHk, 300, 0);
        _offerFor(custodianCn, noteC, investorCn, 100, 0);
    }

    function cancel(uint256 choice) external {
        uint64 subscription = _pick(choice);
        vm.prank(_placerOf(subscription));
        _try(abi.encodeCall(offering.cancel, (subscription)));
    }

    /// @dev A day, or all of them up to the cut-off.
    function pass(uint256 time) external {
        bool isLate = time % 4 == 0 || block.timestamp + 1 days > CUT_OFF;
        vm.warp(isLate && block.timestamp < CUT_OFF ? CUT_OFF : block.timestamp + 1 days);
        _tally(true);
    }

    function allot(uint256 choice, uint256 units) external {
        uint64 subscription = _pick(choice);
        uint96 asked = offering.subscriptionOf(subscription).units;
        IOffering.Allotment[] memory list = new IOffering.Allotment[](1);
        list[0] = IOffering.Allotment(subscription, units % 3 == 0 ? uint96(units % (asked + 2)) : asked);
        vm.prank(manager);
        _try(abi.encodeCall(offering.allot, (deal, list)));
    }

    function settle(uint256 choice) external {
        uint64[] memory list = new uint64[](1);
        list[0] = _pick(choice);
        vm.prank(accountBank);
        _try(abi.encodeCall(offering.settle, (deal, list)));
    }

    function allotAndSettleAll() external {
        for (uint64 i = 1; i <= offering.subscriptionCount(); ++i) {
            this.allot(i - 1, 1);
            this.settle(i - 1);
        }
        _tally(true);
    }

    /// @dev A subscriber comes under an order, or out of it: in the middle of its subscription as well.
    function restrict(uint256 choice, uint256 isBack) external {
        address[5] memory wallets = [investorHk, investorHkTwo, investorMo, investorCn, registrar];
        address wallet = wallets[choice % wallets.length];
        address regulator =
            choice % 5 < 2
                ? regulatorHk
                : choice % 5 == 2
                    ? regulatorMo
                    : regulatorCn;
        bytes memory data =
            isBack % 4 == 0
                ? abi.encodeCall(parties.restrict, (parties.partyOf(wallet), keccak256("order")))
                : abi.encodeCall(parties.lift, (uint64(isBack % (parties.orderCount() + 2)), "lifted"));
        vm.prank(regulator);
        (bool isDone, ) = address(parties).call(data);
        _tally(isDone);
    }

    /// @dev Money that was refunded comes back to the account.
    function comeBack(uint256 choice) external {
        bool isReal = choice % 4 != 0 && _refunded.length != 0;
        uint64 subscription = isReal ? _refunded[choice % _refunded.length] : _pick(choice);
        uint128 before = cash.balanceOf(subscriptionAccount);
        bytes memory data = abi.encodeCall(offering.returnRefund, (subscription, DAY, _reference(), bytes32("AC04")));
        vm.prank(accountBank);
        if (_try(data)) ghostRefunded -= cash.balanceOf(subscriptionAccount) - before;
    }

    function close() external {
        uint128 proceeds = offering.offerOf(deal).proceeds;
        vm.prank(trustee);
        _try(abi.encodeCall(offering.confirm, (deal, proceeds)));
        vm.prank(manager);
        if (_try(abi.encodeCall(offering.close, (deal)))) ++closings;
    }

    function abort(uint256 choice) external {
        vm.prank(choice % 8 == 0 ? trustee : stranger);
        if (_try(abi.encodeCall(offering.abort, (deal, bytes32("reason"))))) ++abortions;
    }

    function refund(uint256 choice) external {
        uint64 subscription = _pick(choice);
        uint64[] memory list = new uint64[](1);
        list[0] = subscription;
        vm.prank(_placerOf(subscription));
        if (!_try(abi.encodeCall(offering.instructRefunds, (deal, list, bytes32("file"))))) return;
        uint128 amount = offering.refundableOf(subscription);
        bytes32 bankReference = _reference();
        vm.prank(accountBank);
        if (!_try(abi.encodeCall(offering.refund, (subscription, DAY, bankReference)))) return;
        ghostRefunded += amount;
        _refunded.push(subscription);
    }

    /* VIEWS */

    function noteCount() external pure returns (uint256) {
        return 5;
    }

    function noteAt(uint256 index) external view returns (SeriesNote) {
        return _noteAt(index);
    }

    function offer() external view returns (IOffering.Offer memory) {
        return offering.offerOf(deal);
    }

    function settledOf(SeriesId series) external view returns (uint96 settled) {
        (, settled) = offering.unitsOf(series);
    }

    function money() external view returns (uint256 subscriptions, uint256 payments) {
        return (cash.balanceOf(subscriptionAccount), cash.balanceOf(paymentAccount));
    }

    function face() external pure returns (uint128) {
        return FACE;
    }

    function _offerFor(address placer, SeriesNote note, address holder, uint96 units, uint128 short) private {
        uint128 paidIn = units * FACE - short;
        _credit(subscriptionAccount, paidIn);
        ghostReceived += paidIn;
        SeriesId series = note.seriesId();
        vm.prank(placer);
        _try(abi.encodeCall(offering.subscribe, (series, holder, units)));
    }

    function _try(bytes memory data) private returns (bool done) {
        (done, ) = address(offering).call(data);
        _tally(done);
    }

    /// @dev Some existing subscription, or one that does not exist.
    function _pick(uint256 choice) private view returns (uint64) {
        return uint64(1 + (choice % (offering.subscriptionCount() + 1)));
    }

    function _placerOf(uint64 subscription) private view returns (address) {
        SeriesId series = offering.subscriptionOf(subscription).series;
        if (series == noteCn.seriesId()) return registrar;
        if (series == noteMo.seriesId()) return custodianMo;
        return series == noteC.seriesId() ? custodianCn : custodianHk;
    }

    function _place(uint256 choice) private view returns (address placer, SeriesNote note, address holder) {
        uint256 index = choice % 5;
        if (index == 0) return (registrar, noteCn, registrar);
        if (index == 1) return (custodianHk, noteHk, investorHk);
        if (index == 2) return (custodianMo, noteMo, investorMo);
        return index == 3 ? (custodianHk, noteB, investorHkTwo) : (custodianCn, noteC, investorCn);
    }
}

/// @notice What holds of an offer after any history. One campaign asks every sentence.
contract OfferingInvariants is History {
    uint256 private constant HISTORIES = 20;

    OfferingHandler private _handler;
    bytes4[] private _acts;

    function setUp() public {
        _handler = new OfferingHandler();
        _handler.setUp();
        _acts = [
            OfferingHandler.subscribe.selector,
            OfferingHandler.subscribeAll.selector,
            OfferingHandler.cancel.selector,
            OfferingHandler.pass.selector,
            OfferingHandler.allot.selector,
            OfferingHandler.settle.selector,
            OfferingHandler.allotAndSettleAll.selector,
            OfferingHandler.close.selector,
            OfferingHandler.abort.selector,
            OfferingHandler.refund.selector,
            OfferingHandler.restrict.selector,
            OfferingHandler.comeBack.selector
        ];
        _target(address(_handler), _acts);
    }

    /// @dev The acts of the handler lead to both ends, so that the sentences below are about something.
    function test_History_LeadsToAClosing() public {
        _handler.subscribeAll();
        _handler.pass(0);
        _handler.allotAndSettleAll();
        _handler.close();
        assertEq(_handler.closings(), 1, "closed");
        invariant_INV02_INV07_INV09_NotesAndMoney();
    }

    function test_History_LeadsToAnAbortion() public {
        _handler.subscribeAll();
        _handler.pass(0);
        _handler.allotAndSettleAll();
        _handler.abort(0);
        _handler.refund(0);
        assertEq(_handler.abortions(), 1, "aborted");
        assertTrue(_handler.ghostRefunded() != 0, "and paid back");
        invariant_INV02_INV07_INV09_NotesAndMoney();
    }

    /// @dev Histories of one offer are short: several of them do every act.
    function test_History_DoesEveryAct() public {
        for (uint256 seed = 1; seed <= HISTORIES; ++seed) {
            if (seed != 1) (_handler = new OfferingHandler()).setUp();
            _play(_handler, _acts, seed, 40);
            invariant_INV02_INV07_INV09_NotesAndMoney();
        }
        uint256 unrefusable = (1 << 3) | (1 << 6); // time, and all that is left
        _assertHappened(_acts, unrefusable);
    }

    function invariant_INV02_INV07_INV09_NotesAndMoney() public view {
        _checkINV02();
        _checkINV07AndINV09();
    }

    function _checkINV02() private view {
        for (uint256 i = 0; i < _handler.noteCount(); ++i) {
            SeriesNote note = _handler.noteAt(i);
            assertLe(note.totalSupply(), note.terms().units, "INV-02: never above the size");
            uint256 settled = _handler.settledOf(note.seriesId());
            bool isVoid = note.stage() == NoteStage.Void;
            assertTrue(note.totalSupply() == settled || isVoid, "INV-02: what was settled");
        }
    }

    /// @dev Notes are free exactly when the money has moved; both are void or returned exactly when it was aborted.
    function _checkINV07AndINV09() private view {
        IOffering.Offer memory offer = _handler.offer();
        (uint256 subscriptions, uint256 payments) = _handler.money();
        bool isClosed = offer.stage == IOffering.OfferStage.Closed;
        bool isAborted = offer.stage == IOffering.OfferStage.Aborted;
        assertEq(payments, isClosed ? offer.proceeds : 0, "INV-09: the money");
        NoteStage wanted =
            isClosed
                ? NoteStage.Released
                : isAborted
                    ? NoteStage.Void
                    : NoteStage.None;
        for (uint256 i = 0; i < _handler.noteCount(); ++i) {
            assertTrue(_handler.noteAt(i).stage() == wanted, "INV-09: the notes");
        }
        assertLe(offer.owed, subscriptions, "what is owed is there");
        assertEq(subscriptions + payments + _handler.ghostRefunded(), _handler.ghostReceived(), "INV-07");
    }
}
