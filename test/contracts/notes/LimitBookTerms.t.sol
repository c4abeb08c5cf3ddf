// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ILimitBook} from "../../../contracts/interfaces/ILimitBook.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {PartyId, SeriesId} from "../../../contracts/types/Ids.sol";
import {CN, HK, MO} from "../../../contracts/types/Place.sol";
import {NotesFixture} from "../NotesFixture.sol";

/// @notice How limits are set, tied to notes, and asked for.
contract LimitBookTermsTest is NotesFixture {
    SeriesId[] private _ids;

    function setUp() public override {
        super.setUp();
        _standInForRooms();
        deal = _pledgedDeal();
        _ids = deals.seriesOf(deal);
    }

    /* LIMIT */

    function test_Limit_RevertWhen_NotTheManager() public {
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(ILimitBook.NotLimitManager.selector, deal, trustee));
        limits.limit(deal, _one(_ids[1]), _noPlaces(), _noQuotas());
    }

    function test_Limit_RevertGiven_TheNotesAreIssued() public {
        deals.fixReporting(deal);
        deals.fixProgram(deal, keccak256("program"));
        vm.prank(manager);
        factory.issue(deal);
        _expectFault(
            _one(_ids[1]),
            _noPlaces(),
            _noQuotas(),
            abi.encodeWithSelector(ILimitBook.LimitsFixed.selector, deal)
        );
    }

    function test_Limit_RevertGiven_TheDealIsNoDraft() public {
        vm.prank(manager);
        deals.cancel(deal, "reason");
        _expectFault(
            _one(_ids[1]),
            _noPlaces(),
            _noQuotas(),
            abi.encodeWithSelector(ILimitBook.LimitsFixed.selector, deal)
        );
    }

    function test_Limit_RevertWhen_TheSeriesIsOfAnotherDeal() public {
        SeriesId[2] memory others = [SeriesId.wrap(99), SeriesId.wrap(0)];
        for (uint256 i = 0; i < 2; ++i) {
            _expectFault(
                _one(others[i]),
                _noPlaces(),
                _noQuotas(),
                abi.encodeWithSelector(ILimitBook.LimitsElsewhere.selector, deal, others[i])
            );
        }
    }

    function test_Limit_RevertWhen_AShareIsKeptByNobodyOrNothingIsKept() public {
        ILimitBook.SeriesLimits[] memory series = _one(_ids[1]);
        series[0].retained = 5;
        bytes memory missing = abi.encodeWithSelector(ILimitBook.RetainerMissing.selector, _ids[1]);
        _expectFault(series, _noPlaces(), _noQuotas(), missing);
        series[0].retained = 0;
        series[0].retainer = PartyId.wrap(7);
        _expectFault(series, _noPlaces(), _noQuotas(), missing);
    }

    function test_Limit_RevertWhen_APlaceHasACapAndASeriesWithoutLimits() public {
        ILimitBook.PlaceLimits[] memory places = new ILimitBook.PlaceLimits[](1);
        places[0] = ILimitBook.PlaceLimits({jurisdiction: HK, holderCap: 50, offereeCap: 0});
        _expectFault(
            _one(_ids[1]),
            places,
            _noQuotas(),
            abi.encodeWithSelector(ILimitBook.SeriesUnlimited.selector, deal, _ids[3])
        );
    }

    function test_Limit_RevertWhen_AQuotaHasNoChannelOrWindow() public {
        ILimitBook.QuotaLimits[] memory quotas = new ILimitBook.QuotaLimits[](1);
        quotas[0] = ILimitBook.QuotaLimits({channel: 7, payer: MO, payee: HK, windowDays: 0, amount: 1});
        _expectFault(
            _one(_ids[1]),
            _noPlaces(),
            quotas,
            abi.encodeWithSelector(ILimitBook.WindowMissing.selector, uint8(7))
        );
        quotas[0] = ILimitBook.QuotaLimits({channel: 0, payer: MO, payee: HK, windowDays: 1, amount: 1});
        _expectFault(
            _one(_ids[1]),
            _noPlaces(),
            quotas,
            abi.encodeWithSelector(ILimitBook.WindowMissing.selector, uint8(0))
        );
    }

    function test_Limit_RevertWhen_ASeriesIsNamedTwice() public {
        ILimitBook.SeriesLimits[] memory series = new ILimitBook.SeriesLimits[](3);
        (series[0].series, series[1].series, series[2].series) = (_ids[1], _ids[3], _ids[1]);
        series[2].holdingCap = 100;
        bytes memory fault = abi.encodeWithSelector(ILimitBook.SeriesTwice.selector, deal, _ids[1]);
        _expectFault(series, _noPlaces(), _noQuotas(), fault);
    }

    /// @dev Even a place whose caps are open.
    function test_Limit_RevertWhen_APlaceIsNamedTwice() public {
        ILimitBook.PlaceLimits[] memory places = new ILimitBook.PlaceLimits[](3);
        places[0] = ILimitBook.PlaceLimits({jurisdiction: MO, holderCap: 0, offereeCap: 0});
        places[1] = ILimitBook.PlaceLimits({jurisdiction: CN, holderCap: 0, offereeCap: 0});
        places[2] = ILimitBook.PlaceLimits({jurisdiction: MO, holderCap: 50, offereeCap: 0});
        ILimitBook.SeriesLimits[] memory series = new ILimitBook.SeriesLimits[](_ids.length);
        for (uint256 i = 0; i < _ids.length; ++i) series[i].series = _ids[i];
        bytes memory fault = abi.encodeWithSelector(ILimitBook.PlaceTwice.selector, deal, MO);
        _expectFault(series, places, _noQuotas(), fault);
    }

    function test_Limit_RevertWhen_AQuotaIsNamedTwice() public {
        ILimitBook.QuotaLimits[] memory quotas = new ILimitBook.QuotaLimits[](3);
        quotas[0] = ILimitBook.QuotaLimits({channel: 7, payer: MO, payee: HK, windowDays: 1, amount: 1});
        quotas[1] = ILimitBook.QuotaLimits({channel: 7, payer: HK, payee: MO, windowDays: 1, amount: 1});
        quotas[2] = ILimitBook.QuotaLimits({channel: 7, payer: MO, payee: HK, windowDays: 30, amount: 9});
        bytes4 selector = ILimitBook.QuotaTwice.selector;
        bytes memory fault = abi.encodeWithSelector(selector, deal, uint8(7), MO, HK);
        _expectFault(_one(_ids[1]), _noPlaces(), quotas, fault);
        quotas[2].channel = 8;
        _limit(_one(_ids[1]), _noPlaces(), quotas);
        assertEq(abi.encode(limits.quotasOf(deal)), abi.encode(quotas), "each direction and channel once");
        _limit(_one(_ids[1]), _noPlaces(), quotas);
        assertEq(abi.encode(limits.quotasOf(deal)), abi.encode(quotas), "a later call names them again");
    }

    function test_Limit_ReplacesWhatWasSet() public {
        ILimitBook.QuotaLimits[] memory quotas = new ILimitBook.QuotaLimits[](1);
        quotas[0] = ILimitBook.QuotaLimits({channel: 7, payer: MO, payee: HK, windowDays: 1, amount: 1});
        ILimitBook.PlaceLimits[] memory places = new ILimitBook.PlaceLimits[](1);
        places[0] = ILimitBook.PlaceLimits({jurisdiction: MO, holderCap: 50, offereeCap: 0});
        _limit(_one(_ids[2]), places, quotas);
        assertTrue(limits.isLimited(_ids[2]), "limited");
        assertEq(limits.crowdOf(deal, MO).holderCap, 50, "capped");
        assertEq(abi.encode(limits.quotasOf(deal)), abi.encode(quotas), "all its quotas");
        ILimitBook.SeriesLimits[] memory series = _one(_ids[1]);
        vm.expectEmit(address(limits));
        emit ILimitBook.LimitsSet(deal, series, _noPlaces(), _noQuotas());
        _limit(series, _noPlaces(), _noQuotas());
        assertFalse(limits.isLimited(_ids[2]), "no more");
        assertEq(abi.encode(limits.limitsOf(_ids[1])), abi.encode(series[0]), "the new ones");
        assertEq(limits.crowdOf(deal, MO).holderCap, 0, "no cap");
        assertEq(limits.quotaOf(deal, 7, MO, HK).windowDays, 0, "no quota");
        assertEq(limits.quotasOf(deal).length, 0, "none in the list");
        (uint64 count, ) = limits.trailOf(deal);
        assertEq(count, 2, "trail");
    }

    /* BIND, RECORD */

    function test_Bind_RevertWhen_NotTheFactory() public {
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.ROOM_NOTES, manager));
        limits.bind(_ids[1], address(7));
    }

    function test_Issue_TellsTheNoteWhetherItIsLimited() public {
        _limit(_one(_ids[1]), _noPlaces(), _noQuotas());
        deals.fixReporting(deal);
        deals.fixProgram(deal, keccak256("program"));
        address expected = factory.previewNote(_ids[1]);
        vm.expectEmit(address(limits));
        emit ILimitBook.LimitsBound(deal, _ids[1], expected);
        vm.prank(manager);
        factory.issue(deal);
        assertTrue(_noteAt(1).terms().isLimited, "limited");
        assertFalse(_noteAt(2).terms().isLimited, "the others are not");
        assertFalse(_noteAt(1).canReceive(investorHk), "no class is admitted");
        assertTrue(_noteAt(2).canReceive(investorMo), "without limits the place decides");
    }

    function test_Record_RevertWhen_NotALimitedNote() public {
        ILimitBook.Limited memory movement;
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ILimitBook.NotLimited.selector, stranger));
        limits.record(movement);
    }

    function test_Mint_RevertWhen_TheBatchGoesOverALimit() public {
        ILimitBook.SeriesLimits[] memory series = _one(_ids[1]);
        series[0].admittedHk = 1 << 1;
        series[0].holdingCap = 100;
        _limit(series, _noPlaces(), _noQuotas());
        deals.fixReporting(deal);
        deals.fixProgram(deal, keccak256("program"));
        vm.prank(manager);
        factory.issue(deal);
        vm.prank(manager);
        deals.offer(deal);
        noteHk = _noteAt(1);
        ISeriesNote.Issue[] memory issues = new ISeriesNote.Issue[](3);
        for (uint256 i = 0; i < 3; ++i) issues[i] = ISeriesNote.Issue({holder: investorHk, units: 40});
        vm.expectRevert(_refused(RefusalLib.HOLDING_CAP));
        noteHk.mint(issues);
        assertEq(noteHk.totalSupply(), 0, "all of it or nothing");
        issues[2].units = 20;
        noteHk.mint(issues);
        assertEq(limits.heldBy(address(noteHk), parties.partyOf(investorHk)), 100, "each counts the one before");
    }

    /* DECLARE */

    function test_Declare_RevertWhen_NotTheCustodianOfThePlace() public {
        vm.prank(custodianMo);
        vm.expectRevert(abi.encodeWithSelector(ILimitBook.NotDeclarer.selector, deal, HK, custodianMo));
        limits.declare(deal, HK, PartyId.wrap(7), 2);
    }

    /* INTERNAL */

    function _limit(
        ILimitBook.SeriesLimits[] memory series,
        ILimitBook.PlaceLimits[] memory places,
        ILimitBook.QuotaLimits[] memory quotas
    ) private {
        vm.prank(manager);
        limits.limit(deal, series, places, quotas);
    }

    function _expectFault(
        ILimitBook.SeriesLimits[] memory series,
        ILimitBook.PlaceLimits[] memory places,
        ILimitBook.QuotaLimits[] memory quotas,
        bytes memory fault
    ) private {
        vm.prank(manager);
        vm.expectRevert(fault);
        limits.limit(deal, series, places, quotas);
    }

    function _one(SeriesId series) private pure returns (ILimitBook.SeriesLimits[] memory all) {
        all = new ILimitBook.SeriesLimits[](1);
        all[0].series = series;
    }

    function _noPlaces() private pure returns (ILimitBook.PlaceLimits[] memory) {
        return new ILimitBook.PlaceLimits[](0);
    }

    function _noQuotas() private pure returns (ILimitBook.QuotaLimits[] memory) {
        return new ILimitBook.QuotaLimits[](0);
    }
}
