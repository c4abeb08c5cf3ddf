// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IPoolBook} from "../../../contracts/interfaces/IPoolBook.sol";
import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";

import {FirewallLib} from "../../../contracts/libraries/FirewallLib.sol";
import {CNY, HKD} from "../../../contracts/types/Currency.sol";
import {DealStage, Maturity} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, RightId, TrancheId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Pledging, and the tests over what is pledged.
contract PoolBookTest is RoomsFixture {
    /* PLEDGE */

    function test_Add_RevertWhen_NotTheDealBook() public {
        DealId deal = _draftDeal();
        RightId[] memory pool = _registerPool();
        IPoolBook.Entry memory entry = IPoolBook.Entry(parties.partyOf(originator), CNY);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, originator));
        vm.prank(originator);
        pools.add(deal, entry, pool);
    }

    function test_Release_RevertWhen_NotTheDealBook() public {
        DealId deal = _pledgedDeal();
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, originator));
        vm.prank(originator);
        pools.release(deal);
    }

    function test_Release_FreesTheRightsAndKeepsTheList() public {
        DealId deal = _pledgedDeal();
        RightId[] memory pool = pools.poolOf(deal);
        vm.expectEmit(address(pools));
        emit IPoolBook.PoolReleased(deal, 3);
        vm.prank(manager);
        deals.cancel(deal, "reason");
        for (uint256 i = 0; i < pool.length; ++i)
            assertTrue(rights.rightOf(pool[i]).deal == DealId.wrap(0), "free again");
        assertEq(abi.encode(pools.poolOf(deal)), abi.encode(pool), "the record stays");
        (uint64 count, ) = pools.trailOf(deal);
        assertEq(count, 2, "pledged and released");
    }

    function test_Pledge_RevertWhen_PoolTooLarge() public {
        DealId deal = _pledgedDeal();
        RightId[] memory many = new RightId[](254);
        _expect(abi.encodeWithSelector(IPoolBook.PoolTooLarge.selector, deal, 257), deal, many);
    }

    function test_Pledge_RevertWhen_UnknownRight() public {
        RightId right = RightId.wrap(7);
        _expect(abi.encodeWithSelector(IRightsRegistry.UnknownRight.selector, right), _draftDeal(), _one(right));
    }

    function test_Pledge_RevertWhen_HeldByAnotherParty() public {
        DealId deal = _draftDeal();
        RightId right = _register(_rightTerms("patent of magnets", 8, 100));
        vm.prank(originator);
        rights.transferFrom(originator, investorCn, RightId.unwrap(right));
        PartyId holder = parties.partyOf(investorCn);
        _expect(abi.encodeWithSelector(IPoolBook.RightElsewhere.selector, right, holder), deal, _one(right));
    }

    function test_Pledge_RevertWhen_AnotherCurrency() public {
        IRightsRegistry.RightTerms memory terms = _rightTerms("patent of magnets", 8, 100);
        terms.currency = HKD;
        RightId right = _register(terms);
        _expect(abi.encodeWithSelector(IPoolBook.CurrencyDiffers.selector, right, HKD), _draftDeal(), _one(right));
    }

    function test_Pledge_RevertGiven_RightWithoutClass() public {
        RightId right = _register(_rightTerms("patent of magnets", 7, 100));
        vm.prank(evaluatorCn);
        rights.evaluate(right, 5, "dossier");
        _expect(abi.encodeWithSelector(IPoolBook.RightUnfit.selector, right), _draftDeal(), _one(right));
    }

    function test_Pledge_RevertGiven_AppraisalExpired() public {
        DealId deal = _draftDeal();
        RightId right = _register(_rightTerms("patent of magnets", 8, 100));
        vm.warp(START + YEAR);
        _expect(abi.encodeWithSelector(IPoolBook.AppraisalStale.selector, right, START + YEAR), deal, _one(right));
    }

    /// @dev INV-05: a right backs at most one live deal.
    function test_Pledge_RevertGiven_RightBacksAnotherDeal() public {
        DealId first = _pledgedDeal();
        RightId right = pools.poolOf(first)[0];
        DealId second = _draftDeal();
        _expect(
            abi.encodeWithSelector(IRightsRegistry.RightAlreadyEncumbered.selector, right, first),
            second,
            _one(right)
        );
    }

    function test_Pledge_RevertWhen_RightTwice() public {
        DealId deal = _draftDeal();
        RightId right = _register(_rightTerms("patent of magnets", 8, 100));
        RightId[] memory twice = new RightId[](2);
        (twice[0], twice[1]) = (right, right);
        _expect(abi.encodeWithSelector(IRightsRegistry.RightAlreadyEncumbered.selector, right, deal), deal, twice);
    }

    function test_Pledge_BindsTheRights() public {
        DealId deal = _draftDeal();
        RightId[] memory pool = _registerPool();
        vm.expectEmit(address(pools));
        emit IPoolBook.RightPledged(deal, pool[0], Maturity.Stable, 50_000_00);
        _pledge(deal, pool);
        assertEq(abi.encode(pools.poolOf(deal)), abi.encode(pool), "the pool");
        assertTrue(rights.rightOf(pool[2]).deal == deal, "bound to the deal");
        uint128[4] memory backing = pools.backingOf(deal);
        assertEq(backing[uint8(Maturity.Stable)], 50_000_00, "stable");
        assertEq(backing[uint8(Maturity.PilotPassed)], 30_000_00, "pilot passed");
        assertEq(backing[uint8(Maturity.Early)], 20_000_00, "early");
    }

    /* TESTS */

    function test_Check_RevertWhen_NotTheDealBook() public {
        DealId deal = _pledgedDeal();
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, manager));
        vm.prank(manager);
        pools.check(deal, new IPoolBook.Claim[](0));
    }

    function test_Ask_RevertWhen_NotThePoolDesk() public {
        DealId deal = _pledgedDeal();
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, manager));
        vm.prank(manager);
        pools.ask(deal, new IPoolBook.Claim[](0));
    }

    function test_Check_RevertGiven_NoRights() public {
        DealId deal = _draftDeal();
        vm.expectRevert(abi.encodeWithSelector(IPoolBook.PoolEmpty.selector, deal));
        vm.prank(address(deals));
        pools.check(deal, new IPoolBook.Claim[](0));
    }

    /* FIREWALL */

    function test_Offer_RevertWhen_SeniorExceedsItsClasses() public {
        _standInForRooms();
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[0].maturities = STABLE;
        _expectBreach(terms, TRANCHE_A, 60_000_00, 50_000_00);
    }

    function test_Offer_RevertWhen_SeniorAndMezzanineExceedTheirClasses() public {
        _standInForRooms();
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[1].maturities = STABLE | PILOT_PASSED;
        _expectBreach(terms, TRANCHE_B, 90_000_00, 80_000_00);
    }

    function test_Offer_RevertWhen_AllExceedThePool() public {
        _standInForRooms();
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[2].face = FACE + 1;
        _expectBreach(terms, TRANCHE_C, 100_001_00, 100_000_00);
    }

    /// @dev A re-evaluation between offer and closing counts at closing.
    function test_Activate_RevertGiven_ARightFell() public {
        _standInForRooms();
        DealId deal = _offeredDeal();
        RightId pilot = pools.poolOf(deal)[1];
        vm.prank(evaluatorCn);
        rights.evaluate(pilot, 5, "dossier");
        vm.expectRevert(
            abi.encodeWithSelector(IPoolBook.FirewallBroken.selector, deal, TRANCHE_A, 60_000_00, 50_000_00)
        );
        deals.activate(deal);
    }

    function test_Activate_ARightThatRoseBacksMore() public {
        _standInForRooms();
        DealId deal = _offeredDeal();
        RightId early = pools.poolOf(deal)[2];
        vm.prank(evaluatorCn);
        rights.evaluate(early, 9, "dossier");
        assertEq(pools.backingOf(deal)[uint8(Maturity.Stable)], 70_000_00, "stable now");
        deals.activate(deal);
        assertTrue(deals.stageOf(deal) == DealStage.Active, "closed");
    }

    /// @dev The library against the sentence of the rule, on up to six tranches.
    function testFuzz_FirstBreach_IsTheRule(
        uint96[6] memory claims,
        uint8[6] memory sets,
        uint96[4] memory held
    ) public pure {
        uint256[] memory amounts = new uint256[](6);
        uint8[] memory maturities = new uint8[](6);
        IPoolBook.Claim[] memory all = new IPoolBook.Claim[](6);
        uint128[4] memory backing;
        for (uint256 i = 0; i < 4; ++i) backing[i] = uint128(held[i]) * 4;
        for (uint256 i = 0; i < 6; ++i) (amounts[i], maturities[i]) = (claims[i], sets[i] & 0x0e);
        for (uint256 i = 0; i < 6; ++i) all[i] = IPoolBook.Claim(amounts[i], maturities[i]);
        (uint256 index, , ) = FirewallLib.firstBreach(all, backing);
        for (uint256 i = 0; i < index; ++i)
            assertTrue(_isBacked(amounts, maturities[i], backing, i), "those before hold");
        if (index < 6)
            assertFalse(_isBacked(amounts, maturities[index], backing, index), "this one is the first breach");
    }

    /// @dev End to end: a deal is offered exactly when every tranche is backed.
    function testFuzz_Offer_ExactlyWhenBacked(
        uint16[3] memory units,
        uint16[3] memory principals,
        uint8[3] memory sets
    ) public {
        _standInForRooms();
        IDealBook.DealTerms memory terms = _dealTerms();
        uint256[] memory claims = new uint256[](3);
        uint128[4] memory backing;
        IDealBook.SeriesTerms[] memory series = new IDealBook.SeriesTerms[](3);
        for (uint256 i = 0; i < 3; ++i) {
            terms.tranches[i].units = uint96(bound(units[i], 1, 1000));
            terms.tranches[i].minimumUnits = terms.tranches[i].units;
            terms.tranches[i].maturities = sets[i] & 0x0e == 0 ? STABLE | PILOT_PASSED | EARLY : sets[i] & 0x0e;
            claims[i] = uint256(terms.tranches[i].units) * FACE;
            backing[i + 1] = uint128(bound(principals[i], 1, 2000)) * FACE;
            series[i] = terms.series[i == 0 ? 1 : i + 2];
            series[i].units = terms.tranches[i].units;
        }
        terms.series = series;
        _offerAndCompare(terms, claims, backing);
    }

    /* INTERNAL */

    function _offerAndCompare(
        IDealBook.DealTerms memory terms,
        uint256[] memory claims,
        uint128[4] memory backing
    ) private {
        bool isBacked = true;
        for (uint256 i = 0; i < 3; ++i) {
            isBacked = isBacked && _isBacked(claims, terms.tranches[i].maturities, backing, i);
        }
        DealId deal = _prepared(terms, backing);
        vm.prank(manager);
        (bool isOffered, ) = address(deals).call(abi.encodeCall(IDealBook.offer, (deal)));
        assertTrue(isOffered == isBacked, "offered exactly when backed");
    }

    function _prepared(IDealBook.DealTerms memory terms, uint128[4] memory backing) private returns (DealId deal) {
        deal = _draft(terms);
        vm.prank(manager);
        deals.file(deal, "csrc.filing", "filing");
        RightId[] memory pool = new RightId[](3);
        pool[0] = _register(_rightTerms("stable", 9, backing[uint8(Maturity.Stable)]));
        pool[1] = _register(_rightTerms("pilot", 7, backing[uint8(Maturity.PilotPassed)]));
        pool[2] = _register(_rightTerms("early", 4, backing[uint8(Maturity.Early)]));
        _pledge(deal, pool);
        _completeDraft(deal);
    }

    function _expectBreach(
        IDealBook.DealTerms memory terms,
        TrancheId tranche,
        uint256 outstanding,
        uint256 backed
    ) private {
        uint128[4] memory backing = [uint128(0), 50_000_00, 30_000_00, 20_000_00];
        DealId deal = _prepared(terms, backing);
        vm.expectRevert(abi.encodeWithSelector(IPoolBook.FirewallBroken.selector, deal, tranche, outstanding, backed));
        vm.prank(manager);
        deals.offer(deal);
    }

    function _expect(bytes memory reason, DealId deal, RightId[] memory pool) private {
        vm.expectRevert(reason);
        vm.prank(originator);
        deals.pledge(deal, pool);
    }

    function _one(RightId right) private pure returns (RightId[] memory pool) {
        pool = new RightId[](1);
        pool[0] = right;
    }

    /// @dev The rule in its own words: this tranche and all senior to it, against the classes it permits.
    function _isBacked(
        uint256[] memory claims,
        uint8 set,
        uint128[4] memory backing,
        uint256 index
    ) private pure returns (bool) {
        uint256 outstanding = 0;
        for (uint256 i = 0; i <= index; ++i) outstanding += claims[i];
        uint256 held = 0;
        if (set & STABLE != 0) held += backing[1];
        if (set & PILOT_PASSED != 0) held += backing[2];
        if (set & EARLY != 0) held += backing[3];
        return outstanding <= held;
    }
}
