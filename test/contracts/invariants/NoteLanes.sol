// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IOffering} from "../../../contracts/interfaces/IOffering.sol";

import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {AccountId, DealId, Period, RightId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice Several live deals. The fixture acts on one of them; `_switchTo` puts another in its place.
abstract contract NoteLanes is SettlementFixture {
    /// @dev What the fixture knows of a deal, and its money.
    /// @param accounts Plan, payment and restricted account
    struct Lane {
        DealId deal;
        SeriesNote[5] notes;
        AccountId[3] accounts;
        Period period;
        uint256 received;
        uint256 spent;
    }

    uint256 internal constant DEALS = 2;

    Lane[DEALS] internal _lanes;

    function setUp() public virtual override {
        super.setUp();
        for (uint256 i = 0; i < DEALS; ++i) _issue(i);
    }

    function _switchTo(uint256 number) internal {
        Lane storage its = _lanes[number];
        if (its.deal == deal) return;
        deal = its.deal;
        (noteCn, noteHk, noteMo, noteB, noteC) = (its.notes[0], its.notes[1], its.notes[2], its.notes[3], its.notes[4]);
        (planAccount, paymentAccount, restrictedAccount) = (its.accounts[0], its.accounts[1], its.accounts[2]);
    }

    /// @dev A deal over rights of its own, from the offer to its closing.
    function _issue(uint256 number) private {
        string memory suffix = vm.toString(number);
        RightId[] memory pool = new RightId[](1);
        pool[0] = _register(_rightTerms(string.concat("patent ", suffix), 9, 100_000_00));
        deal = _draftDeal();
        vm.prank(manager);
        deals.file(deal, "csrc.filing", keccak256("filing"));
        _pledge(deal, pool);
        deals.fixReporting(deal);
        deals.fixProgram(deal, keccak256("program"));
        vm.startPrank(manager);
        factory.issue(deal);
        deals.offer(deal);
        vm.stopPrank();
        (noteCn, noteHk, noteMo, noteB, noteC) = (_noteAt(0), _noteAt(1), _noteAt(2), _noteAt(3), _noteAt(4));
        _openAccounts();
        _sell(uint48(block.timestamp) + 10 days);
        Lane storage its = _lanes[number];
        (its.deal, its.period, its.received) = (deal, FIRST, 1000 * FACE);
        its.notes = [noteCn, noteHk, noteMo, noteB, noteC];
        its.accounts = [planAccount, paymentAccount, restrictedAccount];
    }

    function _sell(uint48 cutOffAt) private {
        uint64 first = offering.subscriptionCount() + 1;
        vm.prank(manager);
        offering.open(deal, cutOffAt);
        _subscribeAll();
        vm.warp(cutOffAt);
        uint64 count = offering.subscriptionCount() + 1 - first;
        IOffering.Allotment[] memory allotments = new IOffering.Allotment[](count);
        uint64[] memory subscriptions = new uint64[](count);
        for (uint64 i = 0; i < count; ++i) {
            subscriptions[i] = first + i;
            allotments[i] = IOffering.Allotment(first + i, offering.subscriptionOf(first + i).units);
        }
        vm.prank(manager);
        offering.allot(deal, allotments);
        vm.prank(accountBank);
        offering.settle(deal, subscriptions);
        vm.prank(trustee);
        offering.confirm(deal, 1000 * FACE);
        vm.prank(manager);
        offering.close(deal);
    }
}
