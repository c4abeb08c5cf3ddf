// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ILimitBook} from "../../../contracts/interfaces/ILimitBook.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {PartyId, SeriesId} from "../../../contracts/types/Ids.sol";
import {HK, MO} from "../../../contracts/types/Place.sol";
import {NotesFixture} from "../NotesFixture.sol";

/// @notice Notes with limits: Wong 100 and Lau 50 of A-HK, Wong 300 of B-HK, Silva 60 of A-MO. Hong Kong has at most three holders
/// and four offerees. A-HK: classes 1, 2 and 4 of Hong Kong and 1 of Macao, 4 exempt from the grade; at least 10, steps of 5, at
/// most 150 a party; 5,000.00 yuan a day from Macao. A-MO: locked up ten days, Silva keeps 40.
abstract contract LimitedNotes is NotesFixture {
    uint8 internal constant CHANNEL = 7;
    /// @dev START is 08:00 in the three places.
    uint32 internal constant TODAY = 20_605;

    function setUp() public virtual override {
        super.setUp();
        _standInForRooms();
        _grantRoom(RolesLib.ROOM_ENFORCEMENT, address(this));
        _grantRoom(RolesLib.NOTE_MOVER, address(this));
        deal = _pledgedDeal();
        deals.fixReporting(deal);
        deals.fixProgram(deal, keccak256("program"));
        ILimitBook.SeriesLimits[] memory series = _seriesLimits();
        vm.prank(manager);
        limits.limit(deal, series, _placeLimits(), _quotaLimits());
        vm.prank(manager);
        factory.issue(deal);
        vm.prank(manager);
        deals.offer(deal);
        (noteHk, noteMo, noteB) = (_noteAt(1), _noteAt(2), _noteAt(3));
        noteHk.mint(_issue(investorHk, 100));
        noteHk.mint(_issue(investorHkTwo, 50));
        noteB.mint(_issue(investorHk, 300));
        noteMo.mint(_issue(investorMo, 60));
        noteHk.release();
        noteMo.release();
        noteB.release();
    }

    function _seriesLimits() internal view returns (ILimitBook.SeriesLimits[] memory series) {
        SeriesId[] memory ids = deals.seriesOf(deal);
        series = new ILimitBook.SeriesLimits[](3);
        series[0].series = ids[1];
        series[0].admittedHk = (1 << 1) | (1 << 2) | (1 << 4);
        series[0].admittedMo = 1 << 1;
        series[0].exempt = 1 << 4;
        series[0].channel = CHANNEL;
        series[0].minimum = 10;
        series[0].step = 5;
        series[0].holdingCap = 150;
        series[1].series = ids[3];
        series[1].admittedHk = 1 << 1;
        series[2].series = ids[2];
        series[2].admittedMo = 1 << 1;
        series[2].lockedUntilDay = TODAY + 10;
        series[2].retained = 40;
        series[2].retainer = parties.partyOf(investorMo);
    }

    function _placeLimits() internal pure returns (ILimitBook.PlaceLimits[] memory places) {
        places = new ILimitBook.PlaceLimits[](1);
        places[0] = ILimitBook.PlaceLimits({jurisdiction: HK, holderCap: 3, offereeCap: 4});
    }

    function _quotaLimits() internal pure returns (ILimitBook.QuotaLimits[] memory quotas) {
        quotas = new ILimitBook.QuotaLimits[](1);
        quotas[0] = ILimitBook.QuotaLimits({
            channel: CHANNEL,
            payer: MO,
            payee: HK,
            windowDays: 1,
            amount: uint96(50 * FACE)
        });
    }

    function _send(address from, address to, uint256 units) internal {
        vm.prank(from);
        noteHk.transfer(to, units);
    }

    function _expectRefusal(address from, address to, uint256 units, uint8 code) internal {
        assertFalse(noteHk.canTransfer(from, to, units), "told");
        vm.prank(from);
        vm.expectRevert(_refused(code));
        noteHk.transfer(to, units);
    }

    function _holders() internal view returns (uint32) {
        return limits.crowdOf(deal, HK).holders;
    }

    function _partyOf(address wallet) internal view returns (PartyId) {
        return parties.partyBehind(wallet);
    }
}
