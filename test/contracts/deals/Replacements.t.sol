// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IPoolBook} from "../../../contracts/interfaces/IPoolBook.sol";
import {IPoolTests} from "../../../contracts/interfaces/IPoolTests.sol";
import {IReplacements} from "../../../contracts/interfaces/IReplacements.sol";
import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";
import {ITitleRegistry} from "../../../contracts/interfaces/ITitleRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {CNY, HKD} from "../../../contracts/types/Currency.sol";
import {DealStage, IpEventKind, IpKind, Maturity, Office, PoolTest, Verdict} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, RightId} from "../../../contracts/types/Ids.sol";
import {PoolMirror} from "../invariants/PoolMirror.sol";
import {RoomsFixture} from "../RoomsFixture.sol";
import {Vm} from "../Vm.sol";

/// @notice Rights leave the pool of the small deal: 1 stable (50,000), 2 pilot passed (30,000), 3 early (20,000 yuan).
contract ReplacementsTest is RoomsFixture {
    RightId private constant STABLE_RIGHT = RightId.wrap(1);
    RightId private constant PILOT_RIGHT = RightId.wrap(2);
    RightId private constant EARLY_RIGHT = RightId.wrap(3);
    RightId private constant NONE = RightId.wrap(0);
    uint32 private constant DAY = 20_000;
    DealId private deal;

    function setUp() public override {
        vm.recordLogs();
        super.setUp();
        _standInForRooms();
        deal = _activeDeal();
    }

    /* PROPOSE, WITHDRAW */

    function test_Propose_RevertWhen_NotTheOriginator() public {
        _expectNotHolder(Office.Originator, trustee);
        replacements.propose(deal, PILOT_RIGHT, NONE, "agreement");
    }

    function test_Propose_RevertGiven_Defaulted() public {
        deals.declareDefault(deal, "trigger");
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Defaulted));
        _propose(PILOT_RIGHT, NONE);
    }

    function test_Propose_GivenAccelerated() public {
        deals.accelerate(deal, "trigger");
        _propose(PILOT_RIGHT, NONE);
        _agree();
        assertEq(pools.poolOf(deal).length, 2, "bought back");
    }

    function test_Propose_RevertWhen_NoDocument() public {
        vm.expectRevert(IReplacements.ReplacementUndocumented.selector);
        vm.prank(originator);
        replacements.propose(deal, PILOT_RIGHT, NONE, 0);
    }

    function test_Propose_TheLaterOneStands() public {
        _propose(PILOT_RIGHT, NONE);
        PartyId party = parties.partyOf(originator);
        vm.expectEmit(address(replacements));
        emit IReplacements.ReplacementProposed(deal, EARLY_RIGHT, STABLE_RIGHT, party, "agreement");
        _propose(EARLY_RIGHT, STABLE_RIGHT);
        (PartyId proposer, RightId leaving, RightId entering, bytes32 documentHash) = replacements.proposalOf(deal);
        assertTrue(proposer == party, "by the originator");
        assertTrue(leaving == EARLY_RIGHT && entering == STABLE_RIGHT, "the later one");
        assertEq(documentHash, "agreement", "its document");
        assertTrue(rights.rightOf(EARLY_RIGHT).deal == deal, "one party changes nothing");
    }

    function test_Withdraw_RevertWhen_NotTheOriginator() public {
        _propose(PILOT_RIGHT, NONE);
        _expectNotHolder(Office.Originator, trustee);
        replacements.withdraw(deal);
    }

    function test_Withdraw_RevertGiven_NoneIsProposed() public {
        vm.expectRevert(abi.encodeWithSelector(IReplacements.ReplacementAbsent.selector, deal));
        vm.prank(originator);
        replacements.withdraw(deal);
    }

    function test_Withdraw_EndsTheProposal() public {
        _propose(PILOT_RIGHT, NONE);
        vm.expectEmit(address(replacements));
        emit IReplacements.ReplacementWithdrawn(deal, "agreement");
        vm.prank(originator);
        replacements.withdraw(deal);
        _expectAgree(abi.encodeWithSelector(IReplacements.ReplacementAbsent.selector, deal));
    }

    /* AGREE */

    function test_Agree_RevertWhen_NotTheTrustee() public {
        _propose(PILOT_RIGHT, NONE);
        _expectNotHolder(Office.Trustee, manager);
        replacements.agree(deal, "agreement");
    }

    function test_Agree_RevertGiven_Redeemed() public {
        _propose(PILOT_RIGHT, NONE);
        deals.redeem(deal);
        _expectAgree(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Redeemed));
    }

    function test_Agree_RevertWhen_AnotherDocument() public {
        _propose(PILOT_RIGHT, NONE);
        vm.expectRevert(
            abi.encodeWithSelector(
                IReplacements.ReplacementDiffers.selector,
                deal,
                bytes32("agreement"),
                bytes32("other")
            )
        );
        vm.prank(trustee);
        replacements.agree(deal, "other");
    }

    function test_Agree_RevertGiven_TheProposerWasRevoked() public {
        _propose(PILOT_RIGHT, NONE);
        PartyId proposer = parties.partyOf(originator);
        vm.prank(attesterCn);
        parties.revoke(proposer, "reason");
        _expectAgree(abi.encodeWithSelector(IReplacements.ReplacementLapsed.selector, deal, proposer));
    }

    /* PERMIT */

    function test_Permit_RevertWhen_NotByAResolution() public {
        vm.expectRevert(abi.encodeWithSelector(IReplacements.PermissionUnresolved.selector, deal, trustee));
        vm.prank(trustee);
        replacements.permit(deal, STABLE_RIGHT, PILOT_RIGHT, "agreement");
    }

    function test_Permit_LetsAWorseRightInOnce() public {
        RightId magnets = _register(_rightTerms("patent of magnets", 4, 1_00));
        _propose(STABLE_RIGHT, magnets);
        _expectBackingFalls(Maturity.Stable, 50_000_00, 0);
        _grantRoom(RolesLib.ROOM_RESOLUTIONS, address(this));
        vm.expectEmit(address(replacements));
        emit IReplacements.ReplacementPermitted(deal, STABLE_RIGHT, magnets, "agreement");
        replacements.permit(deal, STABLE_RIGHT, magnets, "agreement");
        assertTrue(replacements.isPermitted(deal, STABLE_RIGHT, magnets, "agreement"), "permitted");
        vm.expectEmit(address(pools));
        emit IPoolBook.RightReplaced(deal, STABLE_RIGHT, magnets, Maturity.Early, 1_00);
        _agree();
        assertTrue(pools.poolOf(deal)[0] == magnets, "in its place");
        assertTrue(rights.rightOf(STABLE_RIGHT).deal == DealId.wrap(0), "free");
        assertTrue(rights.rightOf(magnets).deal == deal, "bound");
        assertFalse(replacements.isPermitted(deal, STABLE_RIGHT, magnets, "agreement"), "used up");
        (uint64 count, ) = replacements.trailOf(deal);
        assertEq(count, 3, "proposed, permitted, agreed");
    }

    function test_Permit_BindsRightsAndDocument() public {
        RightId magnets = _register(_rightTerms("patent of magnets", 4, 1_00));
        RightId lasers = _register(_rightTerms("patent of lasers", 4, 1_00));
        _permit(STABLE_RIGHT, lasers);
        _permit(EARLY_RIGHT, magnets);
        _grantRoom(RolesLib.ROOM_RESOLUTIONS, address(this));
        replacements.permit(deal, STABLE_RIGHT, magnets, "other");
        _propose(STABLE_RIGHT, magnets);
        _expectBackingFalls(Maturity.Stable, 50_000_00, 0);
    }

    function test_Permit_TheRightMustEnterAsAnyDoes() public {
        IRightsRegistry.RightTerms memory terms = _rightTerms("patent of magnets", 4, 1_00);
        terms.currency = HKD;
        RightId dollars = _register(terms);
        _permit(STABLE_RIGHT, dollars);
        _propose(STABLE_RIGHT, dollars);
        _expectAgree(abi.encodeWithSelector(IPoolBook.CurrencyDiffers.selector, dollars, HKD));
        RightId other = _register(_rightTerms("patent of lasers", 4, 1_00));
        _permit(other, other);
        _propose(other, other);
        _expectAgree(abi.encodeWithSelector(IPoolBook.NotInPool.selector, deal, other));
    }

    /* POOL */

    function test_Pool_RevertWhen_NotTheReplacements() public {
        IPoolBook.Entry memory entry = IPoolBook.Entry(parties.partyOf(originator), CNY);
        IPoolBook.Claim[] memory claims = new IPoolBook.Claim[](0);
        _expectUnauthorized();
        pools.replace(deal, entry, claims, PILOT_RIGHT, STABLE_RIGHT);
        _expectUnauthorized();
        pools.exchange(deal, entry, claims, PILOT_RIGHT, STABLE_RIGHT);
        _expectUnauthorized();
        pools.remove(deal, claims, PILOT_RIGHT);
    }

    function test_Repurchase_RevertWhen_TheRightDoesNotBackTheDeal() public {
        RightId other = _register(_rightTerms("patent of magnets", 8, 100));
        _propose(other, NONE);
        _expectAgree(abi.encodeWithSelector(IPoolBook.NotInPool.selector, deal, other));
    }

    function test_Repurchase_FreesTheRight() public {
        _propose(STABLE_RIGHT, NONE);
        vm.expectEmit(address(replacements));
        emit IReplacements.ReplacementAgreed(deal, STABLE_RIGHT, NONE, parties.partyOf(trustee), "agreement");
        vm.expectEmit(address(pools));
        emit IPoolBook.RightRepurchased(deal, STABLE_RIGHT);
        _agree();
        assertTrue(rights.rightOf(STABLE_RIGHT).deal == DealId.wrap(0), "free");
        RightId[] memory pool = pools.poolOf(deal);
        assertEq(pool.length, 2, "two are left");
        assertTrue(pool[0] == EARLY_RIGHT && pool[1] == PILOT_RIGHT, "the last took its place");
        (PartyId proposer, , , ) = replacements.proposalOf(deal);
        assertTrue(proposer == PartyId.wrap(0), "used once");
        (uint64 count, ) = replacements.trailOf(deal);
        assertEq(count, 2, "proposed and agreed");
    }

    function test_Substitute_RevertWhen_TheRightDoesNotBackTheDeal() public {
        RightId other = _register(_rightTerms("patent of magnets", 8, 100));
        _propose(other, other);
        _expectAgree(abi.encodeWithSelector(IPoolBook.NotInPool.selector, deal, other));
    }

    function test_Substitute_RevertWhen_ItMayNotEnter() public {
        IRightsRegistry.RightTerms memory terms = _rightTerms("patent of magnets", 9, 60_000_00);
        terms.currency = HKD;
        RightId dollars = _register(terms);
        _propose(STABLE_RIGHT, dollars);
        _expectAgree(abi.encodeWithSelector(IPoolBook.CurrencyDiffers.selector, dollars, HKD));
    }

    function test_Substitute_RevertWhen_ItBacksADeal() public {
        _propose(EARLY_RIGHT, STABLE_RIGHT);
        _expectAgree(abi.encodeWithSelector(IRightsRegistry.RightAlreadyEncumbered.selector, STABLE_RIGHT, deal));
    }

    function test_Substitute_RevertWhen_OfLessPrincipal() public {
        _propose(PILOT_RIGHT, _register(_rightTerms("patent of magnets", 7, 29_999_99)));
        _expectBackingFalls(Maturity.PilotPassed, 80_000_00, 79_999_99);
    }

    function test_Substitute_RevertWhen_OfALowerClass() public {
        _propose(STABLE_RIGHT, _register(_rightTerms("patent of magnets", 7, 90_000_00)));
        _expectBackingFalls(Maturity.Stable, 50_000_00, 0);
    }

    function test_Substitute_RevertWhen_AllTogetherFall() public {
        _propose(EARLY_RIGHT, _register(_rightTerms("patent of magnets", 9, 10_000_00)));
        _expectBackingFalls(Maturity.Early, 100_000_00, 90_000_00);
    }

    function test_Substitute_RevertWhen_ItCoversLess() public {
        IRightsRegistry.RightTerms memory terms = _rightTerms("patent of magnets", 7, 30_000_00);
        terms.appraisedValue = 60_000_00 - 1;
        RightId magnets = _register(terms);
        _propose(PILOT_RIGHT, magnets);
        _expectAgree(abi.encodeWithSelector(IPoolBook.CoverFalls.selector, deal, PILOT_RIGHT, magnets));
    }

    function test_Substitute_RevertWhen_ItsLifeIsUnknownOrShorter() public {
        _describe("patent of lidar optics", 7_000);
        RightId magnets = _register(_rightTerms("patent of magnets", 7, 30_000_00));
        _propose(PILOT_RIGHT, magnets);
        _expectAgree(abi.encodeWithSelector(IPoolBook.LifeFalls.selector, deal, DAY + 7_000, 0));
        _describe("patent of magnets", 6_999);
        _expectAgree(abi.encodeWithSelector(IPoolBook.LifeFalls.selector, deal, DAY + 7_000, DAY + 6_999));
    }

    function test_Substitute_OfTheSameTakesItsPlace() public {
        RightId magnets = _register(_rightTerms("patent of magnets", 7, 30_000_00));
        _propose(PILOT_RIGHT, magnets);
        vm.expectEmit(address(pools));
        emit IPoolBook.RightReplaced(deal, PILOT_RIGHT, magnets, Maturity.PilotPassed, 30_000_00);
        _agree();
        assertTrue(rights.rightOf(PILOT_RIGHT).deal == DealId.wrap(0), "free");
        assertTrue(rights.rightOf(magnets).deal == deal, "bound");
        assertTrue(pools.poolOf(deal)[1] == magnets, "in its place");
        assertEq(pools.poolOf(deal).length, 3, "as many as before");
    }

    function test_Substitute_OfARiperClassTakesItsPlace() public {
        RightId magnets = _register(_rightTerms("patent of magnets", 9, 20_000_00));
        _propose(EARLY_RIGHT, magnets);
        _agree();
        assertEq(pools.backingOf(deal)[uint8(Maturity.Stable)], 70_000_00, "riper than before");
    }

    /// @dev An invalidated right backs nothing: whatever enters for it makes the pool better.
    function test_Substitute_ForALostRightNeedsToBackNothing() public {
        IRightsRegistry.Fact memory fact = IRightsRegistry.Fact({
            title: rights.titlesOf(STABLE_RIGHT)[0],
            kind: IpEventKind.Invalidated,
            day: DAY,
            documentHash: "decision"
        });
        vm.prank(manager);
        rightsDesk.report(deal, STABLE_RIGHT, fact);
        RightId magnets = _register(_rightTerms("patent of magnets", 7, 1_00));
        _propose(STABLE_RIGHT, magnets);
        _agree();
        assertEq(pools.backingOf(deal)[uint8(Maturity.PilotPassed)], 30_001_00, "it backs a little");
    }

    /// @dev 30,000 more of the obligor that owes 50,000 already: 80,000 of 100,000.
    function test_Substitute_RevertWhen_ATestFailsByMoreThanBefore() public {
        deal = _limitedDeal(PoolTest.LargestObligor, 6e8);
        IRightsRegistry.RightTerms memory terms = _rightTerms("patent of magnets", 7, 30_000_00);
        terms.obligorHash = rights.rightOf(RightId.wrap(4)).obligorHash;
        _propose(RightId.wrap(5), _register(terms));
        _expectAgree(
            abi.encodeWithSelector(IPoolBook.PoolTestFailed.selector, deal, PoolTest.LargestObligor, 8e8, 6e8)
        );
    }

    /// @dev Two of three obligors are left when the early right fell; the substitute brings no third.
    function test_Substitute_GivenATestFailedAlreadyAndIsNoWorse() public {
        deal = _limitedDeal(PoolTest.Obligors, 3);
        vm.prank(evaluatorCn);
        rights.evaluate(RightId.wrap(6), 2, "dossier");
        _propose(RightId.wrap(5), _register(_rightTerms("patent of magnets", 7, 30_000_00)));
        _agree();
        _expectResult(PoolTest.Obligors, Verdict.Failed, 2, 3);
    }

    function test_Substitute_AsksTheTests() public {
        deal = _limitedDeal(PoolTest.LargestObligor, 6e8);
        _propose(RightId.wrap(5), _register(_rightTerms("patent of magnets", 9, 60_000_00)));
        vm.warp(START + 1 days);
        _agree();
        (uint48 askedAt, ) = poolTests.resultsOf(deal);
        assertEq(askedAt, START + 1 days, "asked now");
        _expectResult(PoolTest.LargestObligor, Verdict.Passed, 461_538_462, 6e8);
    }

    function test_Repurchase_AsksTheTestsAndIsNotHeldInByThem() public {
        deal = _limitedDeal(PoolTest.Obligors, 3);
        _propose(RightId.wrap(5), NONE);
        _agree();
        _expectResult(PoolTest.Obligors, Verdict.Failed, 2, 3);
        _expectResult(PoolTest.Firewall, Verdict.Failed, 7e8, 1e9);
    }

    function test_INV11_EventsRebuildThePool() public {
        _propose(STABLE_RIGHT, NONE);
        _agree();
        _propose(PILOT_RIGHT, _register(_rightTerms("patent of magnets", 9, 40_000_00)));
        _agree();
        PoolMirror mirror = new PoolMirror();
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            bool isPool = logs[i].emitter == address(pools) && logs[i].topics.length > 1;
            if (isPool) mirror.read(logs[i], uint64(block.number));
        }
        assertEq(pools.poolOf(deal).length, 2, "one was bought back");
        mirror.compare(pools, 1);
    }

    /* INTERNAL */

    /// @dev A second deal with the rights 4 to 6 and one limit.
    function _limitedDeal(PoolTest test, uint40 limit) private returns (DealId limited) {
        limited = _draftDeal();
        vm.prank(manager);
        deals.file(limited, "csrc.filing", "filing");
        RightId[] memory pool = new RightId[](3);
        pool[0] = _register(_rightTerms("patent of sensors", 9, 50_000_00));
        pool[1] = _register(_rightTerms("patent of motors", 7, 30_000_00));
        pool[2] = _register(_rightTerms("patent of vaccines", 4, 20_000_00));
        _pledge(limited, pool);
        IPoolTests.Limit[] memory limits = new IPoolTests.Limit[](1);
        limits[0] = IPoolTests.Limit(test, limit, "CN/rule");
        _limitPool(limited, limits);
        _completeDraft(limited);
        vm.prank(manager);
        deals.offer(limited);
        deals.activate(limited);
    }

    function _expectResult(PoolTest test, Verdict verdict, uint64 figure, uint40 limit) private view {
        (, IPoolTests.Result[12] memory results) = poolTests.resultsOf(deal);
        assertTrue(results[uint8(test)].verdict == verdict, "verdict");
        assertEq(results[uint8(test)].figure, figure, "figure");
        assertEq(results[uint8(test)].limit, limit, "limit");
    }

    function _propose(RightId leaving, RightId entering) private {
        vm.prank(originator);
        replacements.propose(deal, leaving, entering, "agreement");
    }

    function _agree() private {
        vm.prank(trustee);
        replacements.agree(deal, "agreement");
    }

    function _permit(RightId leaving, RightId entering) private {
        _grantRoom(RolesLib.ROOM_RESOLUTIONS, address(this));
        replacements.permit(deal, leaving, entering, "agreement");
    }

    function _expectAgree(bytes memory refusal) private {
        vm.expectRevert(refusal);
        _agree();
    }

    function _expectBackingFalls(Maturity class, uint256 before, uint256 afterwards) private {
        _expectAgree(abi.encodeWithSelector(IPoolBook.BackingFalls.selector, deal, class, before, afterwards));
    }

    function _expectNotHolder(Office office, address wallet) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, office, wallet));
        vm.prank(wallet);
    }

    function _expectUnauthorized() private {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, originator));
        vm.prank(originator);
    }

    function _describe(string memory name, uint32 life) private {
        vm.prank(originator);
        titleRegistry.register(
            ITitleRegistry.TitleTerms({
                title: keccak256(bytes(name)),
                kind: IpKind.Invention,
                place: SHENZHEN,
                field: "H01F",
                publicNumber: 0,
                filedDay: DAY,
                grantedDay: DAY,
                expiryDay: DAY + life,
                economicEndDay: 0,
                feeDueDay: 0,
                evidence: "certificate"
            })
        );
    }
}
