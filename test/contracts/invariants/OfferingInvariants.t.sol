// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IOffering} from "../../../contracts/interfaces/IOffering.sol";

import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {NoteStage} from "../../../contracts/types/Enums.sol";
import {SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";
import {InvariantBase} from "../Vm.sol";

/// @notice Subscriptions, cancellations, allotments, escrow, closing, abortion and refunds of one offer in any order.
contract OfferingHandler is SettlementFixture {
    uint256 public ghostReceived;
    uint256 public ghostRefunded;
    uint256 public acts;
    uint256 public closings;
    uint256 public abortions;

    function setUp() public override {
        super.setUp();
        _openOffer();
    }

    function subscribe(uint256 choice, uint96 units, uint256 short) external {
        (address placer, SeriesNote note, address holder) = _place(choice);
        uint96 asked = 1 + (units % 300);
        uint128 paidIn = asked * FACE - uint128(short % 8 == 0 ? 1 : 0);
        _credit(subscriptionAccount, paidIn);
        ghostReceived += paidIn;
        SeriesId series = note.seriesId();
        vm.prank(placer);
        _try(abi.encodeCall(offering.subscribe, (series, holder, asked)));
    }

    function subscribeAll() external {
        if (offering.offerOf(deal).stage != IOffering.OfferStage.Open || block.timestamp >= CUT_OFF) return;
        _subscribeAll();
        ghostReceived += 1000 * FACE;
        ++acts;
    }

    function cancel(uint64 choice) external {
        uint64 subscription = _pick(choice);
        vm.prank(_placerOf(subscription));
        _try(abi.encodeCall(offering.cancel, (subscription)));
    }

    function passCutOff() external {
        vm.warp(CUT_OFF);
        ++acts;
    }

    function allot(uint64 choice, uint96 units) external {
        uint64 subscription = _pick(choice);
        uint96 asked = offering.subscriptionOf(subscription).units;
        IOffering.Allotment[] memory list = new IOffering.Allotment[](1);
        list[0] = IOffering.Allotment(subscription, units % 3 == 0 ? units % (asked + 2) : asked);
        vm.prank(manager);
        _try(abi.encodeCall(offering.allot, (deal, list)));
    }

    function settle(uint64 choice) external {
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
    }

    function close() external {
        uint128 proceeds = offering.offerOf(deal).proceeds;
        vm.prank(trustee);
        _try(abi.encodeCall(offering.confirm, (deal, proceeds)));
        vm.prank(manager);
        if (_try(abi.encodeCall(offering.close, (deal)))) ++closings;
    }

    function abort(uint256 choice) external {
        if (choice % 4 != 0) return;
        vm.prank(trustee);
        if (_try(abi.encodeCall(offering.abort, (deal, bytes32("reason"))))) ++abortions;
    }

    function refund(uint64 choice) external {
        uint64 subscription = _pick(choice);
        uint64[] memory list = new uint64[](1);
        list[0] = subscription;
        vm.prank(_placerOf(subscription));
        if (!_try(abi.encodeCall(offering.instructRefunds, (deal, list, bytes32("file"))))) return;
        uint128 amount = offering.refundableOf(subscription);
        bytes32 bankReference = _reference();
        vm.prank(accountBank);
        if (_try(abi.encodeCall(offering.refund, (subscription, DAY, bankReference)))) ghostRefunded += amount;
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

    function _try(bytes memory data) private returns (bool done) {
        (done, ) = address(offering).call(data);
        if (done) ++acts;
    }

    /// @dev Some existing subscription, or one that does not exist.
    function _pick(uint64 choice) private view returns (uint64) {
        return 1 + (choice % (offering.subscriptionCount() + 1));
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

/// @notice What holds of an offer after any history.
contract OfferingInvariants is InvariantBase {
    OfferingHandler private _handler;

    function setUp() public {
        _handler = new OfferingHandler();
        _handler.setUp();
        bytes4[] memory selectors = new bytes4[](10);
        selectors[0] = OfferingHandler.subscribe.selector;
        selectors[1] = OfferingHandler.subscribeAll.selector;
        selectors[2] = OfferingHandler.cancel.selector;
        selectors[3] = OfferingHandler.passCutOff.selector;
        selectors[4] = OfferingHandler.allot.selector;
        selectors[5] = OfferingHandler.settle.selector;
        selectors[6] = OfferingHandler.allotAndSettleAll.selector;
        selectors[7] = OfferingHandler.close.selector;
        selectors[8] = OfferingHandler.abort.selector;
        selectors[9] = OfferingHandler.refund.selector;
        _target(address(_handler), selectors);
    }

    /// @dev The acts of the handler lead to both ends, so that the sentences below are about something.
    function test_History_LeadsToAClosing() public {
        _handler.subscribeAll();
        _handler.passCutOff();
        _handler.allotAndSettleAll();
        _handler.close();
        assertEq(_handler.closings(), 1, "closed");
        invariant_INV09_NeverOneLeg();
    }

    function test_History_LeadsToAnAbortion() public {
        _handler.subscribeAll();
        _handler.passCutOff();
        _handler.allotAndSettleAll();
        _handler.abort(0);
        _handler.refund(0);
        assertEq(_handler.abortions(), 1, "aborted");
        assertTrue(_handler.ghostRefunded() != 0, "and paid back");
        invariant_INV09_NeverOneLeg();
    }

    function invariant_INV02_SupplyIsWhatWasSettled() public view {
        for (uint256 i = 0; i < _handler.noteCount(); ++i) {
            SeriesNote note = _handler.noteAt(i);
            assertLe(note.totalSupply(), note.terms().units, "INV-02: never above the size");
            uint256 settled = _handler.settledOf(note.seriesId());
            bool isVoid = note.stage() == NoteStage.Void;
            assertTrue(note.totalSupply() == settled || isVoid, "INV-02: what was settled");
        }
    }

    /// @dev Notes are free exactly when the money has moved; both are void or returned exactly when it was aborted.
    function invariant_INV09_NeverOneLeg() public view {
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
