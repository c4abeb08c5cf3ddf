// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcement} from "../../../contracts/interfaces/IEnforcement.sol";

import {SeriesId} from "../../../contracts/types/Ids.sol";
import {HK} from "../../../contracts/types/Place.sol";
import {OrdersFixture} from "../notes/OrdersFixture.sol";
import {Vm} from "../Vm.sol";
import {EnforcementMirror} from "./EnforcementMirror.sol";

/// @notice INV-11: what the enforcement room stores is what its events tell; and what is frozen in a note never exceeds
/// what living freezes hold.
contract EnforcementReplay is OrdersFixture {
    uint256 private constant ACTS = 40;

    EnforcementMirror private _mirror;
    address[] private _people;
    SeriesId[] private _series;
    uint64[] private _freezes;
    uint256 private _salt;

    function setUp() public override {
        super.setUp();
        _mirror = new EnforcementMirror();
        _people = [investorHk, investorHkTwo];
        _series = [noteHk.seriesId(), noteB.seriesId()];
    }

    /// hardhat-config: fuzz.runs = 64
    function testFuzz_INV11_EventsRebuildTheEnforcementRoom(uint256 seed) public {
        vm.recordLogs();
        for (uint256 step = 0; step < ACTS; ++step) {
            vm.warp(block.timestamp + 8 hours);
            _act(uint256(keccak256(abi.encode(seed, step))));
            _readLogs();
            _checkFreezes();
        }
        _mirror.compare(enforcement, deal, _series);
    }

    /* INTERNAL */

    function _act(uint256 luck) private {
        address from = _people[(luck >> 8) % _people.length];
        uint256 kind = luck % 10;
        if (kind < 3) _try(_moved(from, luck));
        else if (kind < 5) _try(_frozen(from, uint96((luck >> 32) % 150)));
        else if (kind == 5) _releaseOne(luck);
        else if (kind == 6) _recoverOne(from, luck);
        else if (kind == 7) _takeBook();
        else _pauseOrResume(luck);
    }

    function _moved(address from, uint256 luck) private view returns (IEnforcement.OrderTerms memory terms) {
        terms = _forced(from, _people[(luck >> 16) % _people.length], uint96((luck >> 32) % 60));
        if ((luck >> 24) % 2 == 0) terms.entitlements = IEnforcement.Entitlements.Follow;
    }

    function _releaseOne(uint256 luck) private {
        if (_freezes.length == 0) return;
        uint64 order = _freezes[(luck >> 8) % _freezes.length];
        IEnforcement.FreezeView memory freeze = enforcement.freezeOf(order);
        _try(_released(order, freeze.holder, freeze.units));
    }

    function _recoverOne(address lost, uint256 luck) private {
        if (_people.length > 5 || parties.successorOf(lost) != address(0)) return;
        _people.push(_lose(lost, string(abi.encodePacked("found wallet", luck))));
        _try(_recovery(lost, _people[_people.length - 1], uint96(noteHk.balanceOf(lost))));
    }

    function _pauseOrResume(uint256 luck) private {
        SeriesId series = (luck >> 8) % 3 == 0 ? SeriesId.wrap(0) : _series[(luck >> 16) % 2];
        bool isTrustee = (luck >> 24) % 2 == 0;
        uint16 place = isTrustee ? 0 : HK;
        vm.startPrank(isTrustee ? trustee : regulatorHk);
        if ((luck >> 32) % 3 == 0) {
            try enforcement.pause(deal, series, place, BASIS) {} catch {}
        } else if ((luck >> 32) % 3 == 1) {
            try enforcement.unpause(deal, series, place, BASIS) {} catch {}
        } else {
            try enforcement.resume(deal, series, place) {} catch {}
        }
        vm.stopPrank();
    }

    /// @dev What its room refuses is a refusal like in life; the runner records the events of what was reverted too.
    function _try(IEnforcement.OrderTerms memory terms) private {
        terms.salt = bytes32(++_salt);
        uint64 order = _propose(terms);
        _readLogs();
        vm.prank(regulatorHk);
        try enforcement.confirm(order, terms) {
            if (terms.kind == IEnforcement.OrderKind.Freeze) _freezes.push(order);
        } catch {
            vm.getRecordedLogs();
            vm.prank(trustee);
            enforcement.withdraw(order);
        }
    }

    function _checkFreezes() private view {
        for (uint256 i = 0; i < _people.length; ++i) {
            uint256 frozen = noteHk.getFrozenTokens(_people[i]);
            assertLe(frozen, enforcement.frozenOf(_series[0], _people[i]), "no more than living freezes hold");
        }
    }

    function _readLogs() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter == address(enforcement)) _mirror.read(logs[i]);
        }
    }
}
