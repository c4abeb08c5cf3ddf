// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {DealStage, Office} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, RightId} from "../../../contracts/types/Ids.sol";
import {HK} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Doors for the rooms of succession, waivers and reports, in whose place this contract stands, and what an office may
/// no longer do.
contract DealBookOfficesTest is RoomsFixture {
    function setUp() public override {
        super.setUp();
        _standInForRooms();
        _grantRoom(RolesLib.ROOM_SUCCESSION, address(this));
        _grantRoom(RolesLib.ROOM_WAIVERS, address(this));
    }

    /* PLEDGE */

    function test_Pledge_RevertWhen_NotTheOriginator() public {
        DealId deal = _draftDeal();
        RightId[] memory pool = _registerPool();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, Office.Originator, manager));
        vm.prank(manager);
        deals.pledge(deal, pool);
    }

    function test_Pledge_RevertGiven_NotADraft() public {
        DealId deal = _offeredDeal();
        RightId[] memory more = new RightId[](1);
        more[0] = _register(_rightTerms("patent of magnets", 8, 100));
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Offering));
        vm.prank(originator);
        deals.pledge(deal, more);
    }

    /* REPORTING */

    function test_FixReporting_RevertWhen_NotTheRoomOfReports() public {
        DealId deal = _draftDeal();
        _expectUnauthorized(manager);
        deals.fixReporting(deal);
    }

    function test_FixReporting_RevertGiven_NotADraft() public {
        DealId deal = _offeredDeal();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Offering));
        deals.fixReporting(deal);
    }

    function test_FixReporting_IsKept() public {
        DealId deal = _draftDeal();
        assertFalse(deals.dealOf(deal).isReportingFixed, "not yet");
        vm.expectEmit(address(deals));
        emit IDealBook.ReportingFixed(deal);
        deals.fixReporting(deal);
        assertTrue(deals.dealOf(deal).isReportingFixed, "fixed");
    }

    /* FILE */

    function test_File_RevertGiven_TheFilingStandsSinceTheOffer() public {
        DealId deal = _offeredDeal();
        bytes32 kind = deals.CSRC_FILING();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.DocumentFixed.selector, deal, kind));
        vm.prank(manager);
        deals.file(deal, kind, "another filing");
    }

    function test_File_TheFilingOfADraftIsReplaced() public {
        DealId deal = _pledgedDeal();
        vm.prank(manager);
        deals.file(deal, "csrc.filing", "filing 2026-2");
        assertEq(deals.documentOf(deal, "csrc.filing"), "filing 2026-2", "the newest");
    }

    function test_File_OtherKindsStayOpen() public {
        DealId deal = _offeredDeal();
        for (uint256 i = 1; i <= 2; ++i) {
            vm.prank(manager);
            deals.file(deal, "prospectus", bytes32(i));
        }
        assertEq(deals.documentOf(deal, "prospectus"), bytes32(uint256(2)), "the newest of its kind");
    }

    /// @dev A deal without filed tokens may be offered without a filing, and file one once.
    function test_File_AFirstFilingAfterTheOffer() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches = new IDealBook.TrancheTerms[](1);
        terms.tranches[0] = _tranche("C", 100, 5, STABLE, false);
        terms.series = new IDealBook.SeriesTerms[](1);
        terms.series[0] = _seriesTerms()[4];
        terms.series[0].tranche = TRANCHE_A;
        DealId deal = _draft(terms);
        _pledge(deal, _registerPool());
        _completeDraft(deal);
        vm.startPrank(manager);
        deals.offer(deal);
        deals.file(deal, "csrc.filing", "filing");
        vm.stopPrank();
        assertEq(deals.documentOf(deal, "csrc.filing"), "filing", "filed");
    }

    /* WAIVE */

    function test_Waive_RevertWhen_NotTheRoomOfWaivers() public {
        DealId deal = _acceleratedDeal();
        _expectUnauthorized(trustee);
        deals.waive(deal, "minutes");
    }

    /// @dev The table lets an offered deal become active too, but not by a waiver.
    function test_Waive_RevertGiven_Offered() public {
        DealId deal = _offeredDeal();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, DealStage.Offering));
        deals.waive(deal, "minutes");
    }

    function test_Waive_MovesTheDealBack() public {
        DealId deal = _acceleratedDeal();
        vm.expectEmit(address(deals));
        emit IDealBook.DealMoved(deal, DealStage.Accelerated, DealStage.Active, "minutes");
        deals.waive(deal, "minutes");
        assertTrue(deals.stageOf(deal) == DealStage.Active, "active again");
        deals.accelerate(deal, "again");
    }

    /* APPOINT */

    function test_Appoint_RevertWhen_NotTheRoomOfSuccession() public {
        DealId deal = _draftDeal();
        PartyId party = parties.partyOf(investorHk);
        _expectUnauthorized(trustee);
        deals.appoint(deal, Office.Manager, 0, party, "document");
    }

    function test_Appoint_RevertGiven_TheDealHasEnded() public {
        DealId deal = _draftDeal();
        vm.prank(manager);
        deals.cancel(deal, "reason");
        _expectForbidden(deal, DealStage.Cancelled);
        DealId active = _activeDeal();
        deals.redeem(active);
        _appoint(active, Office.Manager, 0, investorHk);
        vm.prank(investorHk);
        deals.close(active);
        _expectForbidden(active, DealStage.Closed);
        _expectForbidden(DealId.wrap(9), DealStage.None);
    }

    function test_Appoint_InEveryLiveStage() public {
        DealId deal = _draftDeal();
        _appoint(deal, Office.Manager, 0, investorHk);
        _appoint(deal, Office.Manager, 0, manager);
        vm.prank(manager);
        deals.file(deal, "csrc.filing", "filing");
        _pledge(deal, _registerPool());
        _completeDraft(deal);
        vm.prank(manager);
        deals.offer(deal);
        _appoint(deal, Office.Manager, 0, investorHk);
        deals.activate(deal);
        _appoint(deal, Office.Manager, 0, manager);
        deals.accelerate(deal, "");
        _appoint(deal, Office.Manager, 0, investorHk);
        deals.declareDefault(deal, "");
        _appoint(deal, Office.Manager, 0, manager);
        vm.prank(trustee);
        deals.liquidate(deal, "");
        _appoint(deal, Office.Manager, 0, investorHk);
        assertTrue(deals.holdsOffice(deal, Office.Manager, 0, investorHk), "in liquidation");
    }

    function test_Appoint_RevertWhen_NoSuchSeat() public {
        DealId deal = _draftDeal();
        _expect(
            abi.encodeWithSelector(IDealBook.OfficeUnknown.selector, Office.Trustee, HK),
            deal,
            Office.Trustee,
            HK,
            investorHk
        );
    }

    function test_Appoint_RevertWhen_Originator() public {
        DealId deal = _draftDeal();
        bytes memory reason = abi.encodeWithSelector(IDealBook.OriginatorBound.selector, deal);
        _expect(reason, deal, Office.Originator, 0, investorHk);
    }

    function test_Appoint_RevertGiven_TheTermsNameNobody() public {
        DealId deal = _draftDeal();
        bytes memory reason = abi.encodeWithSelector(IDealBook.OfficeMissing.selector, Office.Auditor, 0);
        _expect(reason, deal, Office.Auditor, 0, investorHk);
    }

    function test_Appoint_RevertWhen_InOfficeAlready() public {
        DealId deal = _draftDeal();
        PartyId party = parties.partyOf(trustee);
        bytes memory reason = abi.encodeWithSelector(IDealBook.AlreadyInOffice.selector, deal, Office.Trustee, party);
        _expect(reason, deal, Office.Trustee, 0, trustee);
    }

    function test_Appoint_RevertWhen_NotEligible() public {
        DealId deal = _draftDeal();
        PartyId party = parties.partyOf(investorHk);
        vm.prank(regulatorHk);
        parties.restrict(party, "order");
        bytes memory reason = abi.encodeWithSelector(IDealBook.PartyNotEligible.selector, Office.Manager, party);
        _expect(reason, deal, Office.Manager, 0, investorHk);
    }

    function test_Appoint_RevertWhen_TheCustodianIsElsewhere() public {
        DealId deal = _draftDeal();
        PartyId party = parties.partyOf(investorMo);
        bytes memory reason = abi.encodeWithSelector(IDealBook.CustodianElsewhere.selector, HK, party);
        _expect(reason, deal, Office.Custodian, HK, investorMo);
    }

    /// @dev The matrix of the terms, in both directions: the new party against lower and higher seats.
    function test_Appoint_RevertWhen_OfficesConflict() public {
        DealId deal = _draftDeal();
        _expectConflict(deal, Office.Trustee, manager, Office.Manager, Office.Trustee);
        _expectConflict(deal, Office.Servicer, accountBank, Office.Servicer, Office.AccountBank);
        _expectConflict(deal, Office.Manager, trustee, Office.Manager, Office.Trustee);
        _expectConflict(deal, Office.BackupServicer, servicer, Office.Servicer, Office.BackupServicer);
    }

    function test_Appoint_RevertWhen_MakerAndCheckerMeet() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.checker = Office.Custodian;
        DealId deal = _draft(terms);
        _expectConflict(deal, Office.Manager, custodianHk, Office.Manager, Office.Custodian);
        _expectConflict(deal, Office.Servicer, custodianMo, Office.Servicer, Office.Custodian);
    }

    function test_Appoint_SeatsTheSuccessor() public {
        DealId deal = _draftDeal();
        (PartyId from, PartyId to) = (parties.partyOf(custodianHk), parties.partyOf(investorHk));
        vm.expectEmit(address(deals));
        emit IDealBook.OfficePassed(deal, Office.Custodian, HK, from, to, "document");
        _appoint(deal, Office.Custodian, HK, investorHk);
        assertTrue(deals.officeOf(deal, Office.Custodian, HK) == to, "seated");
        assertTrue(deals.holdsOffice(deal, Office.Custodian, HK, investorHk), "acts");
        assertFalse(deals.holdsOffice(deal, Office.Custodian, HK, custodianHk), "acts no more");
        _appoint(deal, Office.Manager, 0, investorHk);
        assertTrue(deals.dealOf(deal).manager == to, "also in the view");
    }

    function test_Appoint_TheBackupLeavesItsSeat() public {
        DealId deal = _draftDeal();
        PartyId backup = parties.partyOf(backupServicer);
        vm.expectEmit(address(deals));
        emit IDealBook.OfficePassed(deal, Office.Servicer, 0, parties.partyOf(servicer), backup, "document");
        vm.expectEmit(address(deals));
        emit IDealBook.OfficePassed(deal, Office.BackupServicer, 0, backup, PartyId.wrap(0), "document");
        _appoint(deal, Office.Servicer, 0, backupServicer);
        assertTrue(deals.officeOf(deal, Office.Servicer, 0) == backup, "servicer");
        assertTrue(deals.officeOf(deal, Office.BackupServicer, 0) == PartyId.wrap(0), "vacant");
        _appoint(deal, Office.BackupServicer, 0, investorCn);
        assertTrue(deals.holdsOffice(deal, Office.BackupServicer, 0, investorCn), "a new backup");
    }

    /// @dev Another servicer does not touch the backup.
    function test_Appoint_AnotherServicerKeepsTheBackup() public {
        DealId deal = _draftDeal();
        _appoint(deal, Office.Servicer, 0, investorCn);
        assertTrue(deals.holdsOffice(deal, Office.BackupServicer, 0, backupServicer), "the backup stays");
    }

    /* INTERNAL */

    function _acceleratedDeal() private returns (DealId deal) {
        deal = _activeDeal();
        deals.accelerate(deal, "trigger");
    }

    function _appoint(DealId deal, Office office, uint16 jurisdiction, address successor) private {
        deals.appoint(deal, office, jurisdiction, parties.partyOf(successor), "document");
    }

    function _expect(bytes memory reason, DealId deal, Office office, uint16 jurisdiction, address successor) private {
        PartyId party = parties.partyOf(successor);
        vm.expectRevert(reason);
        deals.appoint(deal, office, jurisdiction, party, "document");
    }

    function _expectConflict(DealId deal, Office office, address successor, Office first, Office second) private {
        PartyId party = parties.partyOf(successor);
        bytes memory reason = abi.encodeWithSelector(IDealBook.OfficesConflict.selector, first, second, party);
        _expect(reason, deal, office, 0, successor);
    }

    function _expectForbidden(DealId deal, DealStage stage) private {
        bytes memory reason = abi.encodeWithSelector(IDealBook.StageForbids.selector, deal, stage);
        _expect(reason, deal, Office.Manager, 0, investorCn);
    }

    function _expectUnauthorized(address account) private {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, account));
        vm.prank(account);
    }
}
