// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Period} from "../../../contracts/types/Ids.sol";
import {NoteHandler} from "./NoteHandler.sol";
import {History} from "./Tally.sol";

/// @dev The runner finds only contracts of this file.
contract NotePlayer is NoteHandler {}

/// @notice What holds of live deals' notes, records and payouts after any history. One campaign asks every sentence.
contract NoteInvariants is History {
    /// @dev Deals, paid series and periods are asked in turn where asking all after each act would cost more than acting.
    uint256 private constant TURN = 8;

    NotePlayer private _handler;
    bytes4[] private _acts;

    function setUp() public {
        _handler = new NotePlayer();
        _handler.setUp();
        _acts = [
            NoteHandler.transfer.selector,
            NoteHandler.spend.selector,
            NoteHandler.force.selector,
            NoteHandler.recoverUnits.selector,
            NoteHandler.freeze.selector,
            NoteHandler.restrict.selector,
            NoteHandler.lift.selector,
            NoteHandler.pausePlace.selector,
            NoteHandler.pauseSeries.selector,
            NoteHandler.lose.selector,
            NoteHandler.attest.selector,
            NoteHandler.approve.selector,
            NoteHandler.takeBook.selector,
            NoteHandler.instruct.selector,
            NoteHandler.instructPayees.selector,
            NoteHandler.settle.selector,
            NoteHandler.reject.selector,
            NoteHandler.comeBack.selector,
            NoteHandler.freeWithheld.selector,
            NoteHandler.payTheRest.selector,
            NoteHandler.nextPeriod.selector
        ];
        _target(address(_handler), _acts);
    }

    /// @dev The acts of the handler lead through a whole period, so that the sentences below are about something.
    function test_History_LeadsThroughAPeriod() public {
        _handler.approve(0, 600_07, 3_000_01);
        _handler.restrict(0, 1);
        _handler.restrict(0, 1);
        _handler.takeBook(0);
        _handler.instruct(0, 1, 0, 0);
        _handler.instruct(0, 1, 1, 0);
        _handler.reject(0);
        _handler.instruct(0, 1, 1, 0);
        _handler.settle(1);
        _handler.comeBack(1, 1);
        _handler.lift(0, 1);
        _handler.freeWithheld(0, 0, 0, 0);
        assertEq(_handler.refused(NoteHandler.freeWithheld.selector), 1, "one of two orders still stands");
        _handler.lift(0, 1);
        _handler.freeWithheld(0, 0, 0, 0);
        _handler.payTheRest(0);
        Period first = Period.wrap(1);
        for (uint256 i = 0; i < 2; ++i) {
            bytes32 payout = _handler.keyOf(0, 1, first, _handler.holders(i));
            assertTrue(_handler.ghostPaid(payout) != 0, "paid after all");
        }
        _handler.nextPeriod(0);
        assertEq(Period.unwrap(_handler.periodOf(0)), 2, "the next period");
        _checkAll();
    }

    /// @dev Three long histories: whatever a handler offers happens in them, and is refused where it may be.
    function test_History_DoesEveryAct() public {
        for (uint256 seed = 1; seed <= 3; ++seed) _play(_handler, _acts, seed, 500);
        uint256 unrefusable = (1 << 4) | (1 << 8); // freezes and pauses of a series
        _assertHappened(_acts, unrefusable);
        _checkAll();
    }

    function invariant_INV01_INV02_INV03_INV07_INV12_INV15_NotesAndPayouts() public view {
        uint256 lane = _handler.lane();
        uint256 turn = _handler.acts();
        _checkINV03();
        _checkINV01AndINV02(lane, _handler.series());
        _checkINV07(lane);
        for (uint256 i = 0; i < 2; ++i) {
            address wallet = _handler.touched(i);
            if (wallet != address(0)) _checkINV12(lane, _handler.series(), wallet);
        }
        _checkINV12(turn % 2, 1 + ((turn / 2) % 3), _handler.holders((turn / TURN) % _handler.walletCount()));
        if (_handler.hasBooked() || turn % TURN == 0) _checkINV15(lane);
    }

    /* SENTENCES */

    /// @dev Balances of a series sum to its supply, which is within its size.
    function _checkINV01AndINV02(uint256 lane, uint256 series) private view {
        (uint256 sum, uint256 supply, uint256 size) = _handler.balances(lane, series);
        assertEq(sum, supply, "INV-01");
        assertLe(supply, size, "INV-02");
    }

    function _checkINV03() private view {
        assertEq(_handler.ghostIneligible(), 0, "INV-03");
    }

    function _checkINV07(uint256 lane) private view {
        (uint256 held, uint256 spent, uint256 received) = _handler.money(lane);
        assertEq(held + spent, received, "INV-07");
    }

    /// @dev Whatever was frozen, restricted, moved, lost or paid since the record date.
    function _checkINV12(uint256 lane, uint256 series, address holder) private view {
        for (uint32 i = 1; i <= Period.unwrap(_handler.periodOf(lane)); ++i) {
            bytes32 payout = _handler.keyOf(lane, series, Period.wrap(i), holder);
            uint256 owed = _handler.ghostOwed(payout);
            uint256 paid = _handler.ghostPaid(payout);
            assertTrue(paid == 0 || paid == owed, "INV-12: paid whole and once, or not at all");
            if (owed != 0) assertEq(_handler.owed(lane, series, Period.wrap(i), holder), owed, "INV-12");
        }
    }

    function _checkINV15(uint256 lane) private view {
        (uint256 sum, uint256 booked, uint256 holdersAndKinds) = _handler.entitlements(lane);
        assertLe(sum, booked, "INV-15: never more");
        assertLe(booked - sum, holdersAndKinds, "INV-15: less than one each");
    }

    function _checkAll() private view {
        _checkINV03();
        for (uint256 lane = 0; lane < 2; ++lane) {
            for (uint256 series = 0; series < 5; ++series) {
                _checkINV01AndINV02(lane, series);
                for (uint256 i = 0; i < _handler.walletCount(); ++i) {
                    if (series != 0 && series != 4) _checkINV12(lane, series, _handler.holders(i));
                }
            }
            _checkINV07(lane);
            _checkINV15(lane);
        }
    }
}
