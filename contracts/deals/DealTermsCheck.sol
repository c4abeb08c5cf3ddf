// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../interfaces/IDealBook.sol";

import {MaturityLib} from "../libraries/MaturityLib.sol";
import {OfficeLib} from "../libraries/OfficeLib.sol";
import {Currency} from "../types/Currency.sol";
import {LegalMode, Office} from "../types/Enums.sol";
import {PartyId, TrancheId} from "../types/Ids.sol";
import {CN} from "../types/Place.sol";

/// @title DealTermsCheck
/// @notice What terms of a deal must satisfy by themselves, before anything is written. The deal book makes one for itself; it
/// has no state and no power, and stands apart only to keep the deal book small.
///
/// TRANCHES
/// One to sixteen, none empty, each with a grade R1 to R5 and maturity classes that may back it. The most junior sells whole or not
/// at all. All amounts together fit 128 bits.
///
/// SERIES
/// The units of a tranche are the sum of its series. The place of a series has a custodian. A register mirror needs a
/// registrar. A filed token is an offshore token: it has no place on the mainland.
///
/// OFFICES
/// Every seat once, the required ones present, no party in two that conflict (`OfficeLib`), and the checker neither
/// servicer nor manager.
contract DealTermsCheck {
    uint256 private constant MOST_TRANCHES = 16;
    uint256 private constant MOST_SERIES = 48;
    uint8 private constant HIGHEST_GRADE = 5;

    /* VIEWS */

    /// @notice Reverts with the first fault of the terms, as an error of the deal book
    function check(IDealBook.DealTerms calldata terms) external pure {
        bool isNamed = terms.termsHash != 0 && terms.currency != Currency.wrap(0);
        require(isNamed, IDealBook.TermsUnnamed());
        require(
            terms.closingDay < terms.legalFinalDay,
            IDealBook.DatesOutOfOrder(terms.closingDay, terms.legalFinalDay)
        );
        _checkTranches(terms.tranches);
        uint256 seats = _checkOffices(terms.offices);
        _checkChecker(terms.checker, terms.offices);
        _checkSeries(terms, seats);
    }

    /* INTERNAL */

    function _checkTranches(IDealBook.TrancheTerms[] calldata tranches) private pure {
        uint256 count = tranches.length;
        require(count != 0 && count <= MOST_TRANCHES, IDealBook.TrancheCountOutOfRange(count));
        uint256 total = 0;
        for (uint256 i = 0; i < count; ++i) {
            _checkTranche(tranches[i], TrancheId.wrap(uint8(i)), i == count - 1);
            total += uint256(tranches[i].units) * tranches[i].face;
        }
        require(total <= type(uint128).max, IDealBook.AmountTooLarge(total));
    }

    function _checkTranche(IDealBook.TrancheTerms calldata terms, TrancheId tranche, bool isJunior) private pure {
        uint96 minimum = terms.minimumUnits;
        bool isWhole = terms.units != 0 && terms.face != 0 && terms.name != 0;
        bool isGraded = terms.grade != 0 && terms.grade <= HIGHEST_GRADE;
        bool isBacked = terms.maturities != 0 && terms.maturities & ~MaturityLib.ALL_CLASSES == 0;
        bool isReachable = isJunior ? minimum == terms.units : minimum <= terms.units;
        require(isWhole, IDealBook.TrancheEmpty(tranche));
        require(isGraded, IDealBook.GradeOutOfRange(tranche, terms.grade));
        require(isBacked, IDealBook.MaturitiesOutOfRange(tranche, terms.maturities));
        require(isReachable, IDealBook.MinimumOutOfRange(tranche, minimum));
    }

    /// @return seats Bitmap of the seats taken
    function _checkOffices(IDealBook.OfficeTerms[] calldata offices) private pure returns (uint256 seats) {
        for (uint256 i = 0; i < offices.length; ++i) {
            Office office = offices[i].office;
            uint16 jurisdiction = offices[i].jurisdiction;
            uint256 seat = OfficeLib.seatOf(office, jurisdiction);
            require(seat != 0, IDealBook.OfficeUnknown(office, jurisdiction));
            require((seats >> seat) & 1 == 0, IDealBook.OfficeTwice(office, jurisdiction));
            seats |= 1 << seat;
            _checkConflicts(offices, i);
        }
        for (uint256 office = 1; office <= uint256(type(Office).max); ++office) {
            bool isPresent = !OfficeLib.isRequired(Office(office)) || (seats >> office) & 1 == 1;
            require(isPresent, IDealBook.OfficeMissing(Office(office), 0));
        }
    }

    /// @dev Compares an office with those before it.
    function _checkConflicts(IDealBook.OfficeTerms[] calldata offices, uint256 index) private pure {
        Office office = offices[index].office;
        PartyId party = offices[index].party;
        for (uint256 i = 0; i < index; ++i) {
            if (offices[i].party != party) continue;
            Office other = offices[i].office;
            require(!OfficeLib.conflicts(office, other), IDealBook.OfficesConflict(other, office, party));
        }
    }

    function _checkChecker(Office checker, IDealBook.OfficeTerms[] calldata offices) private pure {
        PartyId servicer = OfficeLib.holderOf(offices, Office.Servicer);
        PartyId manager = OfficeLib.holderOf(offices, Office.Manager);
        require(OfficeLib.mayCheck(checker), IDealBook.CheckerNotAllowed(checker));
        for (uint256 i = 0; i < offices.length; ++i) {
            if (offices[i].office != checker) continue;
            PartyId party = offices[i].party;
            require(party != servicer, IDealBook.OfficesConflict(Office.Servicer, checker, party));
            require(party != manager, IDealBook.OfficesConflict(Office.Manager, checker, party));
        }
    }

    function _checkSeries(IDealBook.DealTerms calldata terms, uint256 seats) private pure {
        uint256 count = terms.series.length;
        require(count != 0 && count <= MOST_SERIES, IDealBook.SeriesCountOutOfRange(count));
        uint256[] memory units = new uint256[](terms.tranches.length);
        for (uint256 i = 0; i < count; ++i) {
            IDealBook.SeriesTerms calldata series = terms.series[i];
            _checkOne(series, i, seats, units.length);
            units[TrancheId.unwrap(series.tranche)] += series.units;
        }
        for (uint256 i = 0; i < units.length; ++i) {
            uint96 wanted = terms.tranches[i].units;
            require(units[i] == wanted, IDealBook.UnitsDiffer(TrancheId.wrap(uint8(i)), units[i], wanted));
        }
    }

    function _checkOne(
        IDealBook.SeriesTerms calldata series,
        uint256 index,
        uint256 seats,
        uint256 tranches
    ) private pure {
        uint16 jurisdiction = series.place.jurisdiction();
        uint256 custodian = OfficeLib.seatOf(Office.Custodian, jurisdiction);
        bool isWhole = series.units != 0 && series.name != 0 && series.currency != Currency.wrap(0);
        bool isPlaced = series.mode != LegalMode.None && TrancheId.unwrap(series.tranche) < tranches;
        bool hasCustodian = custodian != 0 && (seats >> custodian) & 1 == 1;
        bool isOffshore = series.mode != LegalMode.FiledToken || jurisdiction != CN;
        bool isMirrored = series.mode != LegalMode.RegisterMirror || (seats >> uint256(Office.Registrar)) & 1 == 1;
        require(isWhole && isPlaced, IDealBook.SeriesUnnamed(index));
        require(hasCustodian, IDealBook.OfficeMissing(Office.Custodian, jurisdiction));
        require(isOffshore, IDealBook.ModeNotAllowed(index, series.mode, series.place));
        require(isMirrored, IDealBook.OfficeMissing(Office.Registrar, 0));
    }
}
