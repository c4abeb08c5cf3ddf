// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcement} from "../../../contracts/interfaces/IEnforcement.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {Office} from "../../../contracts/types/Enums.sol";
import {PartyId, SeriesId} from "../../../contracts/types/Ids.sol";
import {HK} from "../../../contracts/types/Place.sol";
import {OrdersFixture} from "./OrdersFixture.sol";

/// @notice Orders of two authorities: who proposes, who confirms, and what an order must say.
contract EnforcementOrdersTest is OrdersFixture {
    /* PROPOSE */

    function test_Propose_RevertWhen_NeitherTrusteeNorManager() public {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.NotProposer.selector, deal, custodianHk));
        enforcement.propose(deal, "hash");
    }

    function test_Propose_RevertWhen_ItHasNoHash() public {
        vm.prank(trustee);
        vm.expectRevert(IEnforcement.OrderUnnamed.selector);
        enforcement.propose(deal, 0);
    }

    function test_Propose_TellsNobodyWhatItIsAbout() public {
        bytes32 digest = enforcement.digestOf(_forced(investorHk, investorHkTwo, 10));
        PartyId party = parties.partyOf(manager);
        vm.expectEmit(address(enforcement));
        emit IEnforcement.OrderProposed(1, deal, party, Office.Manager, digest);
        vm.prank(manager);
        assertEq(enforcement.propose(deal, digest), 1, "number");
        IEnforcement.Order memory order = enforcement.orderOf(1);
        assertTrue(order.deal == deal && order.proposer == party && order.office == Office.Manager, "kept");
        assertTrue(order.stage == IEnforcement.OrderStage.Proposed && order.termsHash == digest, "waits");
        (uint64 count, ) = enforcement.trailOf(deal);
        assertEq(count, 1, "trail");
    }

    /* WITHDRAW */

    function test_Withdraw_RevertWhen_AnotherOffice() public {
        uint64 order = _propose(_forced(investorHk, investorHkTwo, 10));
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.NotProposer.selector, deal, manager));
        enforcement.withdraw(order);
    }

    function test_Withdraw_EndsIt() public {
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        uint64 order = _propose(terms);
        vm.expectEmit(address(enforcement));
        emit IEnforcement.OrderWithdrawn(order, deal);
        vm.prank(trustee);
        enforcement.withdraw(order);
        bytes memory forbids = abi.encodeWithSelector(
            IEnforcement.OrderStageForbids.selector,
            order,
            IEnforcement.OrderStage.Withdrawn
        );
        vm.prank(regulatorHk);
        vm.expectRevert(forbids);
        enforcement.confirm(order, terms);
        vm.prank(trustee);
        vm.expectRevert(forbids);
        enforcement.withdraw(order);
    }

    /* CONFIRM */

    function test_Confirm_RevertGiven_NoSuchOrder() public {
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        vm.prank(regulatorHk);
        vm.expectRevert(
            abi.encodeWithSelector(IEnforcement.OrderStageForbids.selector, uint64(9), IEnforcement.OrderStage.None)
        );
        enforcement.confirm(9, terms);
    }

    function test_Confirm_RevertWhen_OtherTermsThanProposed() public {
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        uint64 order = _propose(terms);
        bytes32 proposed = enforcement.digestOf(terms);
        terms.units = 11;
        bytes32 stated = enforcement.digestOf(terms);
        vm.prank(regulatorHk);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.TermsDiffer.selector, order, proposed, stated));
        enforcement.confirm(order, terms);
    }

    function test_Confirm_RevertGiven_TheProposerWasRevoked() public {
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        uint64 order = _propose(terms);
        PartyId party = parties.partyOf(trustee);
        _revoke(trustee);
        vm.prank(regulatorHk);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.OrderLapsed.selector, order, party));
        enforcement.confirm(order, terms);
    }

    function test_Confirm_RevertGiven_TheProposerLeftTheOffice() public {
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        uint64 order = _propose(terms);
        PartyId party = parties.partyOf(trustee);
        address other = _meet("trustee Admiralty", HONG_KONG);
        _grantRoom(RolesLib.ROOM_SUCCESSION, address(this));
        deals.appoint(deal, Office.Trustee, 0, parties.partyOf(other), "minutes");
        vm.prank(regulatorHk);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.OrderLapsed.selector, order, party));
        enforcement.confirm(order, terms);
    }

    function test_Confirm_RevertGiven_NobodyIsBehindTheHolder() public {
        _expectRefusal(
            _forced(stranger, investorHkTwo, 10),
            abi.encodeWithSelector(IEnforcement.HolderUnknown.selector, stranger)
        );
    }

    function test_Confirm_RevertWhen_TheRegulatorIsOfAnotherPlace() public {
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        uint64 order = _propose(terms);
        uint64 role = RolesLib.regulator(HK);
        address[3] memory others = [regulatorCn, trustee, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.prank(others[i]);
            vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, role, others[i]));
            enforcement.confirm(order, terms);
        }
    }

    function test_Confirm_RevertWhen_OnePartyIsBothAuthorities() public {
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        uint64 order = _propose(terms);
        PartyId party = parties.partyOf(trustee);
        access.grantRole(RolesLib.regulator(HK), trustee, 0);
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.AuthorityNotSeparate.selector, party));
        enforcement.confirm(order, terms);
    }

    function test_Confirm_RevertGiven_TheSeriesIsOfAnotherDeal() public {
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        terms.series = SeriesId.wrap(99);
        _expectRefusal(terms, abi.encodeWithSelector(IEnforcement.SeriesElsewhere.selector, terms.series, deal));
    }

    function test_Confirm_RevertWhen_ItSaysTooLittleOrTooMuch() public {
        IEnforcement.OrderTerms[12] memory wrong;
        for (uint256 i = 0; i < 6; ++i) wrong[i] = _forced(investorHk, investorHkTwo, 10);
        wrong[0].kind = IEnforcement.OrderKind.None;
        wrong[1].basisHash = 0;
        wrong[2].units = 0;
        wrong[3].to = investorHk;
        wrong[4].to = address(0);
        wrong[5].entitlements = IEnforcement.Entitlements.None;
        wrong[6] = _frozen(investorHk, 10);
        wrong[6].to = investorHkTwo;
        wrong[7] = _frozen(investorHk, 10);
        wrong[7].entitlements = IEnforcement.Entitlements.Follow;
        wrong[8] = _frozen(investorHk, 10);
        wrong[8].freeze = 1;
        wrong[9] = _released(0, investorHk, 10);
        wrong[10] = _recovery(investorHk, address(0), 120);
        wrong[11] = _recovery(investorHk, investorHkTwo, 120);
        wrong[11].entitlements = IEnforcement.Entitlements.Follow;
        for (uint256 i = 0; i < wrong.length; ++i) {
            uint64 order = _propose(wrong[i]);
            vm.prank(regulatorHk);
            vm.expectRevert(abi.encodeWithSelector(IEnforcement.OrderMisstated.selector, order, wrong[i].kind));
            enforcement.confirm(order, wrong[i]);
        }
    }

    function test_Confirm_ExecutesOnce() public {
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        uint64 order = _propose(terms);
        vm.expectEmit(address(enforcement));
        emit IEnforcement.OrderExecuted(order, deal, regulatorHk, terms);
        vm.prank(regulatorHk);
        enforcement.confirm(order, terms);
        assertTrue(enforcement.orderOf(order).stage == IEnforcement.OrderStage.Executed, "stage");
        assertEq(noteHk.balanceOf(investorHk), 110, "taken");
        assertEq(noteHk.balanceOf(investorHkTwo), 90, "given");
        vm.prank(regulatorHk);
        vm.expectRevert(
            abi.encodeWithSelector(IEnforcement.OrderStageForbids.selector, order, IEnforcement.OrderStage.Executed)
        );
        enforcement.confirm(order, terms);
    }

    /* TRANSFER */

    function test_Transfer_RevertGiven_TheReceiverIsNotEligible() public {
        _expectRefusal(_forced(investorHk, investorMo, 10), _refused(RefusalLib.OTHER_PLACE));
        _expectRefusal(_forced(investorHk, stranger, 10), _refused(RefusalLib.RECEIVER_UNKNOWN));
        _restrict(investorHkTwo, regulatorHk);
        _expectRefusal(_forced(investorHk, investorHkTwo, 10), _refused(RefusalLib.RECEIVER_RESTRICTED));
    }

    function test_Transfer_FromAHolderUnderAnOrderWithAClosedBook() public {
        _restrict(investorHk, regulatorHk);
        noteHk.closeBook();
        _order(_forced(investorHk, investorHkTwo, 20));
        (uint32 book, ) = noteHk.takeBook();
        assertEq(noteHk.unitsAt(investorHk, book), 100, "before the book is taken the order counts");
        _order(_forced(investorHk, investorHkTwo, 20));
        assertEq(noteHk.unitsAt(investorHk, book), 100, "afterwards the record stands");
        assertEq(noteHk.balanceOf(investorHkTwo), 120, "and the units move");
    }

    function test_Transfer_RevertGiven_NothingBookedIsLeftToFollow() public {
        SeriesId hk = noteHk.seriesId();
        IEnforcement.OrderTerms memory terms = _forced(investorHk, investorHkTwo, 10);
        terms.entitlements = IEnforcement.Entitlements.Follow;
        bytes memory nothing = abi.encodeWithSelector(IEnforcement.NothingFollows.selector, hk, investorHk);
        _expectRefusal(terms, nothing);
        _takeBook();
        _order(terms);
        assertEq(enforcement.payeeOf(hk, 1, investorHk), investorHkTwo, "the first book follows");
        assertEq(enforcement.payeeOf(hk, 2, investorHk), investorHk, "the next one is its own");
        terms.salt = "again";
        _expectRefusal(terms, nothing);
    }

    function test_Transfer_TwoOrdersOnOneParty() public {
        _order(_forced(investorHk, investorHkTwo, 70));
        _expectRefusal(
            _forced(investorHk, investorHkTwo, 51),
            abi.encodeWithSignature("ERC20InsufficientBalance(address,uint256,uint256)", investorHk, 50, 51)
        );
        _order(_forced(investorHk, investorHkTwo, 50));
        assertEq(noteHk.balanceOf(investorHk), 0, "both");
    }

    /* RECOVERY */

    function test_Recovery_RevertWhen_TheReceiverIsNoSuccessor() public {
        _expectRefusal(
            _recovery(investorHk, investorHkTwo, 120),
            abi.encodeWithSelector(IEnforcement.NotSuccessor.selector, investorHk, investorHkTwo)
        );
    }

    function test_Recovery_RevertWhen_NotAllOfIt() public {
        address found = _lose(investorHk, "found wallet of Wong");
        _expectRefusal(
            _recovery(investorHk, found, 119),
            abi.encodeWithSelector(IEnforcement.RecoveryPartial.selector, investorHk, 120, 119)
        );
    }

    function test_Recovery_MovesUnitsAndFreezeOfAPartyUnderAnOrder() public {
        uint64 freeze = _order(_frozen(investorHk, 30));
        _restrict(investorHk, regulatorHk);
        address found = _lose(investorHk, "found wallet of Wong");
        _order(_recovery(investorHk, found, 120));
        assertEq(noteHk.balanceOf(investorHk), 0, "the dead wallet has nothing");
        assertEq(noteHk.balanceOf(found), 120, "its successor has all");
        assertEq(noteHk.getFrozenTokens(investorHk), 0, "no freeze stays behind");
        assertEq(noteHk.getFrozenTokens(found), 30, "it went with the units");
        _order(_released(freeze, investorHk, 30));
        assertEq(noteHk.getFrozenTokens(found), 0, "and is released where it is");
        assertEq(enforcement.frozenOf(noteHk.seriesId(), found), 0, "nothing is held");
    }

    function test_Recovery_OfAFreezeAboveTheBalance() public {
        _order(_frozen(investorHk, 500));
        address found = _lose(investorHk, "found wallet of Wong");
        _order(_recovery(investorHk, found, 120));
        assertEq(noteHk.getFrozenTokens(found), 500, "what was withheld for the future stays withheld");
    }

    /* FREEZE, RELEASE */

    function test_Freeze_AddsUp() public {
        uint64 first = _order(_frozen(investorHk, 30));
        uint64 second = _order(_frozen(investorHk, 200));
        assertEq(noteHk.getFrozenTokens(investorHk), 230, "may exceed the balance");
        assertFalse(noteHk.canTransfer(investorHk, investorHkTwo, 1), "nothing is free");
        _order(_released(second, investorHk, 200));
        assertEq(noteHk.getFrozenTokens(investorHk), 30, "each ends by its own order");
        assertTrue(noteHk.canTransfer(investorHk, investorHkTwo, 90), "the rest is free");
        IEnforcement.FreezeView memory freeze = enforcement.freezeOf(first);
        assertTrue(freeze.holder == investorHk && freeze.units == 30, "the first lives");
        assertEq(enforcement.freezeOf(second).units, 0, "the second is over");
    }

    function test_Freeze_OnALostWalletHoldsItsSuccessor() public {
        address found = _lose(investorHk, "found wallet of Wong");
        _order(_recovery(investorHk, found, 120));
        uint64 freeze = _order(_frozen(investorHk, 40));
        assertEq(noteHk.getFrozenTokens(found), 40, "frozen where the units are");
        _order(_released(freeze, investorHk, 40));
        assertEq(noteHk.getFrozenTokens(found), 0, "released there");
    }

    function test_Release_RevertWhen_NoSuchFreezeLives() public {
        uint64 freeze = _order(_frozen(investorHk, 30));
        bytes memory unknown = abi.encodeWithSelector(IEnforcement.FreezeUnknown.selector, freeze);
        _expectRefusal(_released(freeze, investorHk, 29), unknown);
        _expectRefusal(_released(freeze, investorHkTwo, 30), unknown);
        IEnforcement.OrderTerms memory elsewhere = _released(freeze, investorHk, 30);
        elsewhere.series = noteB.seriesId();
        _expectRefusal(elsewhere, unknown);
        _order(_released(freeze, investorHk, 30));
        IEnforcement.OrderTerms memory again = _released(freeze, investorHk, 30);
        again.salt = "again";
        _expectRefusal(again, unknown);
    }

    function test_Release_KeepsWhatOtherFreezesHoldOfWhatIsLeft() public {
        uint64 first = _order(_frozen(investorHk, 60));
        uint64 second = _order(_frozen(investorHk, 60));
        _order(_forced(investorHk, investorHkTwo, 80));
        assertEq(noteHk.getFrozenTokens(investorHk), 40, "the order took frozen units");
        _order(_released(first, investorHk, 60));
        assertEq(noteHk.getFrozenTokens(investorHk), 40, "the second freeze holds what is left");
        _order(_released(second, investorHk, 60));
        assertEq(noteHk.getFrozenTokens(investorHk), 0, "and nothing does in the end");
    }

    /* ROLES */

    function test_Recover_RevertWhen_AnotherCallsTheNote() public {
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.ROOM_ENFORCEMENT, stranger));
        noteHk.recover(investorHk, investorHkTwo, 1);
    }

    function test_PayeeOf_IsTheHolderWithoutAnOrder() public view {
        assertEq(enforcement.payeeOf(noteHk.seriesId(), 1, investorHk), investorHk, "itself");
    }
}
