// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {EntitlementKind} from "../../../contracts/types/Enums.sol";
import {Period, SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice A period handed over, and entitlements.
contract PayingAgentBookTest is SettlementFixture {
    function setUp() public override {
        super.setUp();
        _closedOffer();
    }

    /* OPEN */

    function test_Open_RevertWhen_NotTheDesk() public {
        IPayingAgent.Record[] memory records = new IPayingAgent.Record[](0);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.ROOM_RECORDS, manager));
        agent.open(deal, FIRST, records, 0);
    }

    /* ENTITLEMENTS */

    function test_EntitlementOf_RevertGiven_NotBooked() public {
        SeriesId series = noteHk.seriesId();
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PeriodNotBooked.selector, deal, FIRST));
        agent.entitlementOf(series, FIRST, investorHk, EntitlementKind.Interest);
    }

    function test_EntitlementOf_UnitsTimesPerUnit() public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        distribution.payees[5] = 7_50;
        distribution.flows[0] += 7_50;
        _booked(distribution);
        assertEq(_owed(investorHk, EntitlementKind.Interest), 120_00, "1.00 a unit");
        assertEq(_owed(investorHk, EntitlementKind.Principal), 600_00, "5.00 a unit");
        assertEq(_owed(investorHk, EntitlementKind.Residual), 0, "not of A");
        assertEq(_owed(investorHk, EntitlementKind.None), 0, "no kind, nothing");
        assertEq(_of(noteB.seriesId(), investorHk, EntitlementKind.Interest), 601_50, "2.005 a unit");
        assertEq(_of(noteC.seriesId(), investorCn, EntitlementKind.Residual), 7_50, "what is left");
        assertEq(_of(noteCn.seriesId(), address(0), EntitlementKind.Principal), 1_500_00, "the mirror as a whole");
        assertEq(_owed(stranger, EntitlementKind.Interest), 0, "no holder");
    }

    function test_EntitlementOf_WhateverHappensAfterwards() public {
        _booked(_distribution(FIRST));
        vm.prank(investorHk);
        noteHk.transfer(investorHkTwo, 120);
        _restrict(investorHk, regulatorHk);
        _revoke(investorHk);
        vm.warp(START + 11 * YEAR);
        assertEq(_owed(investorHk, EntitlementKind.Interest), 120_00, "of the record");
        assertEq(_owed(investorHkTwo, EntitlementKind.Interest), 80_00, "of the record");
    }

    /// @dev INV-15 for any amounts: floors lose less than one minor unit a holder and kind.
    function testFuzz_EntitlementOf_SumsToWhatIsBooked(uint64 interest, uint64 principal, uint8 moved) public {
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        distribution.payees[2] = interest;
        distribution.payees[3] = principal;
        distribution.payees[4] = 0;
        distribution.flows[0] = int128(uint128(interest) + principal + 5_00);
        uint256 units = uint256(moved) % 121;
        vm.prank(investorHk);
        noteHk.transfer(investorHkTwo, units);
        _approve(distribution);
        waterfall.setPerUnit(deal, FIRST, TRANCHE_A, _perUnit(interest, principal, 0, 600));
        _closeBooks(FIRST);
        desk.book(distribution);
        _checkSum(EntitlementKind.Interest, interest);
        _checkSum(EntitlementKind.Principal, principal);
    }

    function _checkSum(EntitlementKind kind, uint256 booked) private view {
        uint256 sum =
            _owed(investorHk, kind) +
                _owed(investorHkTwo, kind) +
                _of(noteCn.seriesId(), registrar, kind) +
                _of(noteMo.seriesId(), investorMo, kind);
        assertLe(sum, booked, "never more than is booked");
        assertLe(booked - sum, 4, "less than one a holder");
    }

    function _owed(address holder, EntitlementKind kind) private view returns (uint128) {
        return _of(noteHk.seriesId(), holder, kind);
    }

    function _of(SeriesId series, address holder, EntitlementKind kind) private view returns (uint128) {
        return agent.entitlementOf(series, FIRST, holder, kind);
    }
}
