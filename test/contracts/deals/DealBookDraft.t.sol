// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";

import {CNY} from "../../../contracts/types/Currency.sol";
import {DealStage, LegalMode, Office, PeriodStage} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, Period, SeriesId} from "../../../contracts/types/Ids.sol";
import {CN, HK, MO} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

contract DealBookDraftTest is RoomsFixture {
    DealId private constant FIRST = DealId.wrap(1);

    /* DRAFT */

    function test_Draft_RevertWhen_CallerIsNotTheManager() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        _expectNotManager(originator);
        deals.draft(terms);
    }

    function test_Draft_RevertWhen_StrangerAndNoManagerNamed() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[1] = _office(Office.RatingAgency, 0, manager);
        _expectNotManager(stranger);
        deals.draft(terms);
    }

    function test_Draft_RevertGiven_ManagerRevoked() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        _revoke(manager, attesterCn);
        _expectNotManager(manager);
        deals.draft(terms);
    }

    function test_Draft_RevertWhen_OfficerIsUnknown() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[9] = _office(Office.Trustee, 0, stranger);
        _expect(abi.encodeWithSelector(IDealBook.PartyNotEligible.selector, Office.Trustee, PartyId.wrap(0)), terms);
    }

    function test_Draft_RevertGiven_OfficerRestricted() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        PartyId party = parties.partyOf(trustee);
        vm.prank(regulatorHk);
        parties.restrict(party, "order");
        _expect(abi.encodeWithSelector(IDealBook.PartyNotEligible.selector, Office.Trustee, party), terms);
    }

    function test_Draft_RevertWhen_CustodianIsElsewhere() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[8] = _office(Office.Custodian, MO, investorHk);
        _expect(abi.encodeWithSelector(IDealBook.CustodianElsewhere.selector, MO, parties.partyOf(investorHk)), terms);
    }

    function test_Draft_RecordsTheDeal() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        vm.expectEmit(address(deals));
        emit IDealBook.DealDrafted(FIRST, parties.partyOf(manager), terms);
        vm.expectEmit(address(deals));
        emit IDealBook.DealMoved(FIRST, DealStage.None, DealStage.Draft, terms.termsHash);
        DealId deal = _draft(terms);
        IDealBook.DealView memory seen = deals.dealOf(deal);
        assertTrue(seen.manager == parties.partyOf(manager), "manager");
        assertTrue(seen.stage == DealStage.Draft && deals.stageOf(deal) == DealStage.Draft, "stage");
        assertTrue(seen.currency == CNY && deals.currencyOf(deal) == CNY, "currency");
        assertTrue(seen.checker == Office.Trustee && deals.checkerOf(deal) == Office.Trustee, "checker");
        (uint32 closingDay, uint32 legalFinalDay) = deals.datesOf(deal);
        assertTrue(seen.closingDay == 20_626 && closingDay == 20_626, "closing");
        assertTrue(seen.legalFinalDay == 22_452 && legalFinalDay == 22_452, "legal final");
        assertEq(deals.termsHashOf(deal), terms.termsHash, "terms");
        assertEq(seen.termsHash, terms.termsHash, "terms");
        assertEq(deals.programHashOf(deal), 0, "no program yet");
        assertTrue(deals.currentPeriodOf(deal) == Period.wrap(0), "no period yet");
        assertTrue(deals.periodStageOf(deal, Period.wrap(0)) == PeriodStage.None, "period zero is none");
        assertEq(deals.dealCount(), 1, "one deal");
    }

    function test_Draft_RecordsTranchesAndSeries() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        _draft(terms);
        DealId deal = _draft(terms);
        assertEq(deals.trancheCountOf(deal), 3, "three tranches");
        assertEq(abi.encode(deals.trancheOf(deal, TRANCHE_B)), abi.encode(terms.tranches[1]), "tranche B");
        SeriesId[] memory series = deals.seriesOf(deal);
        assertEq(series.length, 5, "five series");
        assertEq(SeriesId.unwrap(series[0]), 6, "numbered on after the first deal");
        for (uint256 i = 0; i < series.length; ++i) {
            (DealId owner, IDealBook.SeriesTerms memory seen, address note) = deals.seriesTermsOf(series[i]);
            assertTrue(owner == deal, "of the deal");
            assertEq(abi.encode(seen), abi.encode(terms.series[i]), "its terms");
            assertEq(note, address(0), "no note yet");
        }
    }

    function test_Draft_SeatsOfficers() public {
        DealId deal = _draftDeal();
        assertTrue(deals.officeOf(deal, Office.Trustee, 0) == parties.partyOf(trustee), "trustee");
        assertTrue(deals.officeOf(deal, Office.Custodian, CN) == parties.partyOf(custodianCn), "custodian CN");
        assertTrue(deals.officeOf(deal, Office.Custodian, HK) == parties.partyOf(custodianHk), "custodian HK");
        assertTrue(deals.officeOf(deal, Office.Custodian, MO) == parties.partyOf(custodianMo), "custodian MO");
        assertTrue(deals.officeOf(deal, Office.Auditor, 0) == PartyId.wrap(0), "no auditor");
        assertTrue(deals.officeOf(deal, Office.Custodian, 840) == PartyId.wrap(0), "no such place");
        assertTrue(deals.officeOf(deal, Office.None, 0) == PartyId.wrap(0), "no such office");
    }

    /* OFFICES */

    function test_HoldsOffice_AnyWalletOfTheParty() public {
        DealId deal = _draftDeal();
        address second = _wallet("second wallet of Victoria");
        _bind(_attestation("trustee Victoria", second, HONG_KONG), trustee);
        assertTrue(deals.holdsOffice(deal, Office.Trustee, 0, trustee), "first wallet");
        assertTrue(deals.holdsOffice(deal, Office.Trustee, 0, second), "second wallet");
        assertFalse(deals.holdsOffice(deal, Office.Trustee, 0, manager), "another party");
        assertFalse(deals.holdsOffice(deal, Office.Trustee, HK, trustee), "no such seat");
    }

    function test_HoldsOffice_NobodyHoldsAnEmptySeat() public {
        DealId deal = _draftDeal();
        assertFalse(deals.holdsOffice(deal, Office.Auditor, 0, stranger), "a stranger on an empty seat");
        assertFalse(deals.holdsOffice(DealId.wrap(9), Office.Manager, 0, stranger), "in no deal");
    }

    function test_HoldsOffice_EndsWithRevocationOnly() public {
        DealId deal = _draftDeal();
        PartyId party = parties.partyOf(trustee);
        vm.prank(regulatorHk);
        parties.restrict(party, "order");
        vm.warp(START + 11 * YEAR);
        assertTrue(deals.holdsOffice(deal, Office.Trustee, 0, trustee), "expired and restricted still serves");
        _revoke(trustee, attesterHk);
        assertFalse(deals.holdsOffice(deal, Office.Trustee, 0, trustee), "revoked serves no more");
    }

    function test_IsChecker_HolderOfTheOffice() public {
        DealId deal = _draftDeal();
        assertTrue(deals.isChecker(deal, trustee), "the trustee");
        assertFalse(deals.isChecker(deal, custodianHk), "not a custodian");
        _revoke(trustee, attesterHk);
        assertFalse(deals.isChecker(deal, trustee), "not when revoked");
    }

    function test_IsChecker_CustodianOfAnyPlace() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.checker = Office.Custodian;
        DealId deal = _draft(terms);
        assertTrue(deals.isChecker(deal, custodianCn), "of the mainland");
        assertTrue(deals.isChecker(deal, custodianHk), "of Hong Kong");
        assertTrue(deals.isChecker(deal, custodianMo), "of Macao");
        assertFalse(deals.isChecker(deal, trustee), "not the trustee");
        assertFalse(deals.isChecker(deal, stranger), "not a stranger");
        _revoke(custodianMo, attesterMo);
        assertFalse(deals.isChecker(deal, custodianMo), "not when revoked");
    }

    function test_IsChecker_NoStrangerWhereAPlaceHasNoCustodian() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.checker = Office.Custodian;
        terms.series[2].place = HONG_KONG;
        terms.offices[8] = _office(Office.Auditor, 0, custodianMo);
        assertFalse(deals.isChecker(_draft(terms), stranger), "an empty seat is nobody's");
    }

    /* FILE */

    function test_File_RevertWhen_NotAnOfficer() public {
        DealId deal = _draftDeal();
        _expectNotOfficer(deal, investorCn);
        deals.file(deal, "prospectus", "hash");
    }

    function test_File_RevertWhen_Stranger() public {
        DealId deal = _draftDeal();
        _expectNotOfficer(deal, stranger);
        deals.file(deal, "prospectus", "hash");
    }

    function test_File_RevertGiven_OfficerRevoked() public {
        DealId deal = _draftDeal();
        _revoke(trustee, attesterHk);
        _expectNotOfficer(deal, trustee);
        deals.file(deal, "prospectus", "hash");
    }

    function test_File_RevertWhen_UnknownDeal() public {
        _expectNotOfficer(FIRST, manager);
        deals.file(FIRST, "prospectus", "hash");
    }

    function test_File_RevertWhen_KindMissing() public {
        DealId deal = _draftDeal();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.DocumentUnnamed.selector, bytes32(0)));
        vm.prank(manager);
        deals.file(deal, 0, "hash");
    }

    function test_File_RevertWhen_HashMissing() public {
        DealId deal = _draftDeal();
        vm.expectRevert(abi.encodeWithSelector(IDealBook.DocumentUnnamed.selector, bytes32("prospectus")));
        vm.prank(manager);
        deals.file(deal, "prospectus", 0);
    }

    function test_File_KeepsTheNewestOfAKind() public {
        DealId deal = _draftDeal();
        vm.expectEmit(address(deals));
        emit IDealBook.DocumentFiled(deal, "prospectus", parties.partyOf(custodianMo), "first");
        vm.prank(custodianMo);
        deals.file(deal, "prospectus", "first");
        vm.prank(manager);
        deals.file(deal, "prospectus", "second");
        assertEq(deals.documentOf(deal, "prospectus"), "second", "the newest");
        assertEq(deals.documentOf(deal, "rating"), 0, "none of that kind");
    }

    /* INTERNAL */

    function _expect(bytes memory reason, IDealBook.DealTerms memory terms) private {
        vm.expectRevert(reason);
        vm.prank(manager);
        deals.draft(terms);
    }

    function _expectNotManager(address account) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, FIRST, Office.Manager, account));
        vm.prank(account);
    }

    function _expectNotOfficer(DealId deal, address account) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficer.selector, deal, account));
        vm.prank(account);
    }

    function _revoke(address wallet, address attester) private {
        PartyId party = parties.partyOf(wallet);
        vm.prank(attester);
        parties.revoke(party, "reason");
    }
}
