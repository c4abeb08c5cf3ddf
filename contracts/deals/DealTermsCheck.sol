// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";

import {EligibilityLib} from "../libraries/EligibilityLib.sol";
import {MaturityLib} from "../libraries/MaturityLib.sol";
import {OfficeLib} from "../libraries/OfficeLib.sol";
import {Currency} from "../types/Currency.sol";
import {LegalMode, Office} from "../types/Enums.sol";
import {PartyId, TrancheId} from "../types/Ids.sol";
import {CN} from "../types/Place.sol";

/// @title DealTermsCheck
/// @notice What terms of a deal must satisfy by themselves, before anything is written, and what its seats must satisfy whenever
/// an office passes. The deal book makes one for itself; it has no state and no power, and stands apart only to keep the deal book small.
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
/// servicer nor manager. Whoever takes an office is eligible then; a custodian is of the jurisdiction it serves.
contract DealTermsCheck {
    using EligibilityLib for IPartyRegistry.Profile;

    uint256 private constant MOST_TRANCHES = 16;
    uint256 private constant MOST_SERIES = 48;
    uint8 private constant HIGHEST_GRADE = 5;
    PartyId private constant NOBODY = PartyId.wrap(0);

    /* STORAGE */

    IPartyRegistry private immutable _parties;

    constructor(IPartyRegistry partyRegistry) {
        _parties = partyRegistry;
    }

    /* VIEWS */

    /// @notice Reverts with the first fault of the terms, as an error of the deal book
    /// @return seats Party on each seat of `OfficeLib`
    function check(IDealBook.DealTerms calldata terms) external view returns (PartyId[18] memory seats) {
        bool isNamed = terms.termsHash != 0 && terms.currency != Currency.wrap(0);
        require(isNamed, IDealBook.TermsUnnamed());
        require(
            terms.closingDay < terms.legalFinalDay,
            IDealBook.DatesOutOfOrder(terms.closingDay, terms.legalFinalDay)
        );
        _checkTranches(terms.tranches);
        seats = _seatsOf(terms.offices);
        _checkRequired(seats);
        require(OfficeLib.mayCheck(terms.checker), IDealBook.CheckerNotAllowed(terms.checker));
        _checkSeats(seats, terms.checker);
        _checkSeries(terms, seats);
        for (uint256 seat = 1; seat < seats.length; ++seat) {
            if (seats[seat] != NOBODY) _checkOfficer(seat, seats[seat]);
        }
    }

    /// @notice Reverts unless the party on a seat may take it beside the parties on the others
    /// @param seats Party on each seat, the new one in its place
    function checkSuccession(PartyId[18] calldata seats, uint256 seat, Office checker) external view {
        _checkOfficer(seat, seats[seat]);
        _checkSeats(seats, checker);
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

    function _seatsOf(IDealBook.OfficeTerms[] calldata offices) private pure returns (PartyId[18] memory seats) {
        uint256 taken = 0;
        for (uint256 i = 0; i < offices.length; ++i) {
            (Office office, uint16 jurisdiction) = (offices[i].office, offices[i].jurisdiction);
            uint256 seat = OfficeLib.seatOf(office, jurisdiction);
            require(seat != 0, IDealBook.OfficeUnknown(office, jurisdiction));
            require((taken >> seat) & 1 == 0, IDealBook.OfficeTwice(office, jurisdiction));
            require(offices[i].party != NOBODY, IDealBook.PartyNotEligible(office, NOBODY));
            taken |= 1 << seat;
            seats[seat] = offices[i].party;
        }
    }

    function _checkOfficer(uint256 seat, PartyId party) private view {
        IPartyRegistry.Profile memory profile = _parties.profile(party);
        require(profile.isEligible(block.timestamp), IDealBook.PartyNotEligible(OfficeLib.officeOf(seat), party));
        uint16 jurisdiction = OfficeLib.jurisdictionOf(seat);
        bool isAtHome = jurisdiction == 0 || profile.place.jurisdiction() == jurisdiction;
        require(isAtHome, IDealBook.CustodianElsewhere(jurisdiction, party));
    }

    function _checkRequired(PartyId[18] memory seats) private pure {
        for (uint256 office = 1; office <= uint256(type(Office).max); ++office) {
            bool isPresent = !OfficeLib.isRequired(Office(office)) || seats[office] != NOBODY;
            require(isPresent, IDealBook.OfficeMissing(Office(office), 0));
        }
    }

    function _checkSeats(PartyId[18] memory seats, Office checker) private pure {
        for (uint256 seat = 1; seat < seats.length; ++seat) {
            if (seats[seat] == NOBODY) continue;
            _checkConflicts(seats, seat);
            if (OfficeLib.officeOf(seat) == checker) _checkChecker(seats, checker, seats[seat]);
        }
    }

    /// @dev Compares a seat with those before it.
    function _checkConflicts(PartyId[18] memory seats, uint256 seat) private pure {
        Office office = OfficeLib.officeOf(seat);
        PartyId party = seats[seat];
        for (uint256 i = 1; i < seat; ++i) {
            Office other = OfficeLib.officeOf(i);
            bool isApart = seats[i] != party || !OfficeLib.conflicts(office, other);
            require(isApart, IDealBook.OfficesConflict(other, office, party));
        }
    }

    /// @dev Whoever approves distributions neither reports nor calculates them.
    function _checkChecker(PartyId[18] memory seats, Office checker, PartyId party) private pure {
        bool isServicer = party == seats[uint256(Office.Servicer)];
        bool isManager = party == seats[uint256(Office.Manager)];
        require(!isServicer, IDealBook.OfficesConflict(Office.Servicer, checker, party));
        require(!isManager, IDealBook.OfficesConflict(Office.Manager, checker, party));
    }

    function _checkSeries(IDealBook.DealTerms calldata terms, PartyId[18] memory seats) private pure {
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
        PartyId[18] memory seats,
        uint256 tranches
    ) private pure {
        uint16 jurisdiction = series.place.jurisdiction();
        bool isWhole = series.units != 0 && series.name != 0 && series.currency != Currency.wrap(0);
        bool isPlaced = series.mode != LegalMode.None && TrancheId.unwrap(series.tranche) < tranches;
        // A place without a seat of its own has seat zero, where nobody sits.
        bool hasCustodian = seats[OfficeLib.seatOf(Office.Custodian, jurisdiction)] != NOBODY;
        bool isOffshore = series.mode != LegalMode.FiledToken || jurisdiction != CN;
        bool isMirrored = series.mode != LegalMode.RegisterMirror || seats[uint256(Office.Registrar)] != NOBODY;
        require(isWhole && isPlaced, IDealBook.SeriesUnnamed(index));
        require(hasCustodian, IDealBook.OfficeMissing(Office.Custodian, jurisdiction));
        require(isOffshore, IDealBook.ModeNotAllowed(index, series.mode, series.place));
        require(isMirrored, IDealBook.OfficeMissing(Office.Registrar, 0));
    }
}
