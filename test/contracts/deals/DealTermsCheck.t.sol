// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";

import {DealTermsCheck} from "../../../contracts/deals/DealTermsCheck.sol";
import {Currency} from "../../../contracts/types/Currency.sol";
import {LegalMode, Office} from "../../../contracts/types/Enums.sol";
import {PartyId, TrancheId} from "../../../contracts/types/Ids.sol";
import {CN, HK, MO, Place} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Terms with one fault each, drafted through the deal book.
contract DealTermsCheckTest is RoomsFixture {
    /* NAMES AND DATES */

    function test_Check_RevertWhen_TermsHashMissing() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.termsHash = 0;
        _expect(abi.encodeWithSelector(IDealBook.TermsUnnamed.selector), terms);
    }

    function test_Check_RevertWhen_CurrencyMissing() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.currency = Currency.wrap(0);
        _expect(abi.encodeWithSelector(IDealBook.TermsUnnamed.selector), terms);
    }

    function test_Check_RevertWhen_LegalFinalIsClosing() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.legalFinalDay = terms.closingDay;
        _expect(abi.encodeWithSelector(IDealBook.DatesOutOfOrder.selector, terms.closingDay, terms.closingDay), terms);
    }

    /* TRANCHES */

    function test_Check_RevertWhen_NoTranche() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches = new IDealBook.TrancheTerms[](0);
        _expect(abi.encodeWithSelector(IDealBook.TrancheCountOutOfRange.selector, 0), terms);
    }

    function test_Check_RevertWhen_SeventeenTranches() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches = new IDealBook.TrancheTerms[](17);
        _expect(abi.encodeWithSelector(IDealBook.TrancheCountOutOfRange.selector, 17), terms);
    }

    function test_Check_RevertWhen_TrancheWithoutUnits() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[1].units = 0;
        _expect(abi.encodeWithSelector(IDealBook.TrancheEmpty.selector, TRANCHE_B), terms);
    }

    function test_Check_RevertWhen_TrancheWithoutFace() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[1].face = 0;
        _expect(abi.encodeWithSelector(IDealBook.TrancheEmpty.selector, TRANCHE_B), terms);
    }

    function test_Check_RevertWhen_TrancheWithoutName() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[1].name = 0;
        _expect(abi.encodeWithSelector(IDealBook.TrancheEmpty.selector, TRANCHE_B), terms);
    }

    function test_Check_RevertWhen_GradeOutOfRange() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[0].grade = 0;
        _expect(abi.encodeWithSelector(IDealBook.GradeOutOfRange.selector, TRANCHE_A, 0), terms);
        terms.tranches[0].grade = 6;
        _expect(abi.encodeWithSelector(IDealBook.GradeOutOfRange.selector, TRANCHE_A, 6), terms);
    }

    function test_Check_RevertWhen_NoMaturityPermitted() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[0].maturities = 0;
        _expect(abi.encodeWithSelector(IDealBook.MaturitiesOutOfRange.selector, TRANCHE_A, 0), terms);
    }

    function test_Check_RevertWhen_MaturityUnknown() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[0].maturities = 1 | STABLE;
        _expect(abi.encodeWithSelector(IDealBook.MaturitiesOutOfRange.selector, TRANCHE_A, 1 | STABLE), terms);
        terms.tranches[0].maturities = 16;
        _expect(abi.encodeWithSelector(IDealBook.MaturitiesOutOfRange.selector, TRANCHE_A, 16), terms);
    }

    function test_Check_RevertWhen_MinimumAboveUnits() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[0].minimumUnits = 601;
        _expect(abi.encodeWithSelector(IDealBook.MinimumOutOfRange.selector, TRANCHE_A, 601), terms);
    }

    function test_Check_RevertWhen_JuniorMaySellInPart() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[2].minimumUnits = 99;
        _expect(abi.encodeWithSelector(IDealBook.MinimumOutOfRange.selector, TRANCHE_C, 99), terms);
    }

    function test_Check_RevertWhen_AmountsExceed128Bits() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[0].face = type(uint128).max / 600;
        uint256 total = uint256(600) * terms.tranches[0].face + 400 * FACE;
        _expect(abi.encodeWithSelector(IDealBook.AmountTooLarge.selector, total), terms);
    }

    function test_Check_SeniorMaySellInPart() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.tranches[0].minimumUnits = 1;
        _draft(terms);
    }

    /* SERIES */

    function test_Check_RevertWhen_NoSeries() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series = new IDealBook.SeriesTerms[](0);
        _expect(abi.encodeWithSelector(IDealBook.SeriesCountOutOfRange.selector, 0), terms);
    }

    function test_Check_RevertWhen_FortyNineSeries() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series = new IDealBook.SeriesTerms[](49);
        _expect(abi.encodeWithSelector(IDealBook.SeriesCountOutOfRange.selector, 49), terms);
    }

    function test_Check_RevertWhen_SeriesWithoutUnits() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series[3].units = 0;
        _expect(abi.encodeWithSelector(IDealBook.SeriesUnnamed.selector, 3), terms);
    }

    function test_Check_RevertWhen_SeriesWithoutName() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series[3].name = 0;
        _expect(abi.encodeWithSelector(IDealBook.SeriesUnnamed.selector, 3), terms);
    }

    function test_Check_RevertWhen_SeriesWithoutCurrency() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series[3].currency = Currency.wrap(0);
        _expect(abi.encodeWithSelector(IDealBook.SeriesUnnamed.selector, 3), terms);
    }

    function test_Check_RevertWhen_SeriesWithoutMode() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series[3].mode = LegalMode.None;
        _expect(abi.encodeWithSelector(IDealBook.SeriesUnnamed.selector, 3), terms);
    }

    function test_Check_RevertWhen_SeriesOfNoTranche() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series[3].tranche = TrancheId.wrap(3);
        _expect(abi.encodeWithSelector(IDealBook.SeriesUnnamed.selector, 3), terms);
    }

    function test_Check_RevertWhen_UnitsDiffer() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series[0].units = 299;
        _expect(abi.encodeWithSelector(IDealBook.UnitsDiffer.selector, TRANCHE_A, 599, 600), terms);
    }

    function test_Check_RevertWhen_PlaceHasNoCustodian() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[8] = _office(Office.Auditor, 0, investorMo);
        _expect(abi.encodeWithSelector(IDealBook.OfficeMissing.selector, Office.Custodian, MO), terms);
    }

    function test_Check_RevertWhen_PlaceIsUnknown() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series[2].place = Place.wrap(uint32(840) << 16);
        _expect(abi.encodeWithSelector(IDealBook.OfficeMissing.selector, Office.Custodian, 840), terms);
    }

    function test_Check_RevertWhen_FiledTokenOnTheMainland() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.series[4].mode = LegalMode.FiledToken;
        _expect(abi.encodeWithSelector(IDealBook.ModeNotAllowed.selector, 4, LegalMode.FiledToken, SHENZHEN), terms);
    }

    function test_Check_RevertWhen_MirrorWithoutRegistrar() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[12] = _office(Office.Auditor, 0, registrar);
        _expect(abi.encodeWithSelector(IDealBook.OfficeMissing.selector, Office.Registrar, 0), terms);
    }

    /* OFFICES */

    function test_Check_RevertWhen_OfficeIsNone() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[12] = _office(Office.None, 0, registrar);
        _expect(abi.encodeWithSelector(IDealBook.OfficeUnknown.selector, Office.None, 0), terms);
    }

    function test_Check_RevertWhen_OfficeHasAJurisdiction() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[12] = _office(Office.Registrar, CN, registrar);
        _expect(abi.encodeWithSelector(IDealBook.OfficeUnknown.selector, Office.Registrar, CN), terms);
    }

    function test_Check_RevertWhen_CustodianHasNoJurisdiction() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[8] = _office(Office.Custodian, 0, custodianMo);
        _expect(abi.encodeWithSelector(IDealBook.OfficeUnknown.selector, Office.Custodian, 0), terms);
    }

    function test_Check_RevertWhen_OfficeTwice() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[3] = _office(Office.Trustee, 0, backupServicer);
        _expect(abi.encodeWithSelector(IDealBook.OfficeTwice.selector, Office.Trustee, 0), terms);
    }

    function test_Check_RevertWhen_CustodianOfAPlaceTwice() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[3] = _office(Office.Custodian, HK, investorHk);
        _expect(abi.encodeWithSelector(IDealBook.OfficeTwice.selector, Office.Custodian, HK), terms);
    }

    /// @dev Each required office in turn is given away for another.
    function test_Check_RevertWhen_RequiredOfficeMissing() public {
        uint8[4] memory required = [0, 2, 4, 11];
        for (uint256 i = 0; i < required.length; ++i) {
            IDealBook.DealTerms memory terms = _dealTerms();
            Office office = terms.offices[required[i]].office;
            terms.offices[required[i]] = _office(Office.RatingAgency, 0, investorHk);
            _expect(abi.encodeWithSelector(IDealBook.OfficeMissing.selector, office, 0), terms);
        }
    }

    function test_Check_RevertWhen_NoTrustee() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.checker = Office.AccountBank;
        terms.offices[9] = _office(Office.RatingAgency, 0, trustee);
        _expect(abi.encodeWithSelector(IDealBook.OfficeMissing.selector, Office.Trustee, 0), terms);
    }

    function test_Check_RevertWhen_OfficesConflict() public {
        _expectConflict(Office.Servicer, Office.AccountBank, servicer);
        _expectConflict(Office.Manager, Office.AccountBank, manager);
        _expectConflict(Office.Servicer, Office.BackupServicer, servicer);
        _expectConflict(Office.Originator, Office.Guarantor, originator);
        _expectConflict(Office.Originator, Office.Trustee, originator);
        _expectConflict(Office.Manager, Office.Trustee, manager);
        _expectConflict(Office.Servicer, Office.Trustee, servicer);
        _expectConflict(Office.Originator, Office.VerificationAgent, originator);
        _expectConflict(Office.Manager, Office.VerificationAgent, manager);
        _expectConflict(Office.Servicer, Office.VerificationAgent, servicer);
        _expectConflict(Office.AccountBank, Office.VerificationAgent, accountBank);
        _expectConflict(Office.Trustee, Office.Registrar, trustee);
        _expectConflict(Office.AccountBank, Office.Registrar, accountBank);
    }

    function test_Check_RevertWhen_JudgesConflict() public {
        Office[3] memory judges = [Office.Appraiser, Office.RatingAgency, Office.Auditor];
        Office[3] memory judged = [Office.Originator, Office.Manager, Office.Servicer];
        address[3] memory wallets = [originator, manager, servicer];
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = 0; j < 3; ++j) _expectConflict(judged[j], judges[i], wallets[j]);
        }
    }

    /// @dev The table holds in whatever order the offices are listed.
    function test_Check_RevertWhen_OfficesConflictInReverseOrder() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[4] = _office(Office.Servicer, 0, accountBank);
        terms.offices[2] = _office(Office.AccountBank, 0, accountBank);
        _expect(
            abi.encodeWithSelector(
                IDealBook.OfficesConflict.selector,
                Office.Servicer,
                Office.AccountBank,
                parties.partyOf(accountBank)
            ),
            terms
        );
    }

    function test_Check_OriginatorMayServeAndBankMayKeepCustody() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[2] = _office(Office.Servicer, 0, originator);
        terms.offices[6] = _office(Office.Custodian, CN, accountBank);
        _draft(terms);
    }

    /* CHECKER */

    function test_Check_RevertWhen_CheckerHasNoSuchOffice() public {
        for (uint8 i = 0; i <= uint8(type(Office).max); ++i) {
            Office office = Office(i);
            if (office == Office.Trustee || office == Office.Custodian || office == Office.AccountBank) continue;
            IDealBook.DealTerms memory terms = _dealTerms();
            terms.checker = office;
            _expect(abi.encodeWithSelector(IDealBook.CheckerNotAllowed.selector, office), terms);
        }
    }

    function test_Check_RevertWhen_CheckerIsServicer() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.checker = Office.Custodian;
        terms.offices[6] = _office(Office.Custodian, CN, servicer);
        PartyId party = parties.partyOf(servicer);
        _expect(
            abi.encodeWithSelector(IDealBook.OfficesConflict.selector, Office.Servicer, Office.Custodian, party),
            terms
        );
    }

    function test_Check_RevertWhen_CheckerIsManager() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.checker = Office.Custodian;
        terms.offices[6] = _office(Office.Custodian, CN, manager);
        PartyId party = parties.partyOf(manager);
        _expect(
            abi.encodeWithSelector(IDealBook.OfficesConflict.selector, Office.Manager, Office.Custodian, party),
            terms
        );
    }

    function test_Check_EachCheckerOfficeIsAllowed() public {
        Office[3] memory allowed = [Office.Trustee, Office.Custodian, Office.AccountBank];
        for (uint256 i = 0; i < allowed.length; ++i) {
            IDealBook.DealTerms memory terms = _dealTerms();
            terms.checker = allowed[i];
            assertTrue(deals.checkerOf(_draft(terms)) == allowed[i], "the checker of the terms");
        }
    }

    /* OFFICERS */

    function test_Check_RevertWhen_AnOfficeIsGivenToNobody() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[12].party = PartyId.wrap(0);
        bytes4 selector = IDealBook.PartyNotEligible.selector;
        _expect(abi.encodeWithSelector(selector, Office.Registrar, PartyId.wrap(0)), terms);
    }

    function test_Check_RevertGiven_AnOfficerIsNotEligible() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        PartyId party = parties.partyOf(registrar);
        vm.prank(regulatorCn);
        parties.restrict(party, "order");
        _expect(abi.encodeWithSelector(IDealBook.PartyNotEligible.selector, Office.Registrar, party), terms);
    }

    function test_Check_RevertWhen_ACustodianIsElsewhere() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        terms.offices[7] = _office(Office.Custodian, HK, investorMo);
        PartyId party = parties.partyOf(investorMo);
        _expect(abi.encodeWithSelector(IDealBook.CustodianElsewhere.selector, HK, party), terms);
    }

    function test_CheckSuccession_RevertGiven_TheSuccessorIsNotEligible() public {
        (DealTermsCheck check, PartyId[18] memory seats) = _seats();
        seats[uint256(Office.Auditor)] = PartyId.wrap(1);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.PartyNotEligible.selector, Office.Auditor, PartyId.wrap(1)));
        check.checkSuccession(seats, uint256(Office.Auditor), Office.Trustee);
    }

    function test_CheckSuccession_RevertWhen_SeatsConflict() public {
        (DealTermsCheck check, PartyId[18] memory seats) = _seats();
        PartyId party = seats[uint256(Office.Manager)];
        seats[uint256(Office.Trustee)] = party;
        vm.expectRevert(
            abi.encodeWithSelector(IDealBook.OfficesConflict.selector, Office.Manager, Office.Trustee, party)
        );
        check.checkSuccession(seats, uint256(Office.Trustee), Office.Trustee);
    }

    /* INTERNAL */

    function _seats() private returns (DealTermsCheck check, PartyId[18] memory seats) {
        check = new DealTermsCheck(parties);
        seats = check.check(_dealTerms());
    }

    function _expect(bytes memory reason, IDealBook.DealTerms memory terms) private {
        vm.expectRevert(reason);
        vm.prank(manager);
        deals.draft(terms);
    }

    /// @dev Gives `second` to the holder of `first`, whose seat comes before it.
    function _expectConflict(Office first, Office second, address wallet) private {
        IDealBook.DealTerms memory terms = _dealTerms();
        uint256 index = 12;
        for (uint256 i = 0; i < terms.offices.length; ++i) if (terms.offices[i].office == second) index = i;
        terms.offices[index] = _office(second, 0, wallet);
        _expect(
            abi.encodeWithSelector(IDealBook.OfficesConflict.selector, first, second, parties.partyOf(wallet)),
            terms
        );
    }
}
