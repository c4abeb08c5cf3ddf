// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Currency} from "../types/Currency.sol";
import {DealStage, LegalMode, Office, PeriodStage} from "../types/Enums.sol";
import {DealId, PartyId, Period, RightId, SeriesId, TrancheId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";
import {IPoolBook} from "./IPoolBook.sol";

/// @notice Deals: offices, terms, documents, and the two stage machines.
interface IDealBook {
    /// @notice One tranche of a deal, in order of rank.
    /// @param units Number of notes of the whole tranche
    /// @param face Face of one note, minor units of the deal's currency
    /// @param grade Risk grade R1 to R5 as 1 to 5
    /// @param maturities Bitmap of `Maturity` classes that may back it (bit = enum value)
    /// @param minimumUnits Units below which closing aborts (a junior tranche states all)
    struct TrancheTerms {
        bytes32 name;
        uint96 units;
        uint128 face;
        uint8 grade;
        uint8 maturities;
        uint96 minimumUnits;
        bool transferable;
    }

    /// @notice One series of a tranche.
    /// @param currency Currency of record in which holders are paid
    struct SeriesTerms {
        TrancheId tranche;
        Place place;
        LegalMode mode;
        Currency currency;
        uint96 units;
        bytes32 name;
    }

    struct OfficeTerms {
        Office office;
        uint16 jurisdiction; // 0 except for custodians
        PartyId party;
    }

    /// @param termsHash keccak256 of the canonical deal file
    /// @param checker Office that approves distributions: custodian, trustee or account bank
    struct DealTerms {
        bytes32 termsHash;
        Currency currency;
        uint32 closingDay;
        uint32 legalFinalDay;
        Office checker;
        TrancheTerms[] tranches;
        SeriesTerms[] series;
        OfficeTerms[] offices;
    }

    /// @notice What a deal is apart from its lists.
    /// @param settledPeriods Number of periods that are settled
    /// @param isReportingFixed Whether its terms of reporting stand
    struct DealView {
        PartyId manager;
        DealStage stage;
        Currency currency;
        Office checker;
        uint32 closingDay;
        uint32 legalFinalDay;
        Period currentPeriod;
        uint32 settledPeriods;
        bool isReportingFixed;
        bytes32 termsHash;
        bytes32 programHash;
    }

    event DealDrafted(DealId indexed deal, PartyId indexed manager, DealTerms terms);
    event DocumentFiled(DealId indexed deal, bytes32 indexed kind, PartyId indexed party, bytes32 documentHash);
    event DealMoved(DealId indexed deal, DealStage indexed from, DealStage indexed to, bytes32 reason);
    event PeriodMoved(DealId indexed deal, Period indexed period, PeriodStage from, PeriodStage to);
    event ProgramFixed(DealId indexed deal, bytes32 programHash);
    event ReportingFixed(DealId indexed deal);
    event SeriesIssued(DealId indexed deal, SeriesId indexed series, TrancheId tranche, address note);
    /// @param from Party that held the office, zero if it was vacant
    /// @param to Party that holds it now, zero if it is vacant
    event OfficePassed(
        DealId indexed deal,
        Office indexed office,
        uint16 jurisdiction,
        PartyId from,
        PartyId indexed to,
        bytes32 documentHash
    );

    error UnknownDeal(DealId deal);
    error NotOfficeHolder(DealId deal, Office office, address wallet);
    error IllegalMove(DealId deal, DealStage from, DealStage to);
    error IllegalPeriodMove(DealId deal, Period period, PeriodStage from, PeriodStage to);
    error TermsUnnamed();
    error CheckerNotAllowed(Office checker);
    error DatesOutOfOrder(uint32 closingDay, uint32 legalFinalDay);
    error TrancheCountOutOfRange(uint256 count);
    error TrancheEmpty(TrancheId tranche);
    error GradeOutOfRange(TrancheId tranche, uint8 grade);
    error MaturitiesOutOfRange(TrancheId tranche, uint8 maturities);
    error MinimumOutOfRange(TrancheId tranche, uint96 minimumUnits);
    error AmountTooLarge(uint256 amount);
    error SeriesCountOutOfRange(uint256 count);
    error SeriesUnnamed(uint256 index);
    error UnitsDiffer(TrancheId tranche, uint256 seriesUnits, uint96 trancheUnits);
    error ModeNotAllowed(uint256 index, LegalMode mode, Place place);
    error OfficeUnknown(Office office, uint16 jurisdiction);
    error OfficeTwice(Office office, uint16 jurisdiction);
    error OfficeMissing(Office office, uint16 jurisdiction);
    error OfficesConflict(Office first, Office second, PartyId party);
    error PartyNotEligible(Office office, PartyId party);
    error CustodianElsewhere(uint16 jurisdiction, PartyId party);
    error NotOfficer(DealId deal, address wallet);
    error DocumentUnnamed(bytes32 kind);
    error DocumentMissing(DealId deal, bytes32 kind);
    error DocumentFixed(DealId deal, bytes32 kind);
    error StageForbids(DealId deal, DealStage stage);
    error ProgramAbsent(DealId deal);
    error ReportingAbsent(DealId deal);
    error OriginatorBound(DealId deal);
    error AlreadyInOffice(DealId deal, Office office, PartyId party);
    error UnknownSeries(DealId deal, SeriesId series);
    error SeriesIssuedTwice(SeriesId series);
    error SeriesNotIssued(SeriesId series);
    error PeriodsPending(DealId deal, Period currentPeriod, uint32 settledPeriods);

    /// @notice Drafts a deal; the caller's party must be its manager in the terms
    function draft(DealTerms calldata terms) external returns (DealId deal);

    /// @notice Files a document, the newest of its kind; any office holder of the deal. From the offer on the filing behind
    /// its filed tokens stands
    /// @param kind Name as text, e.g. "csrc.filing"
    function file(DealId deal, bytes32 kind, bytes32 documentHash) external;

    /// @notice Pledges rights to the pool while the deal is a draft; the originator, whose party must hold them
    function pledge(DealId deal, RightId[] calldata rights) external;

    /// @notice Draft → Offering; the manager. Needs program, terms of reporting, the note of every series, the filing behind a
    /// filed token, and a pool that passes its tests
    function offer(DealId deal) external;

    /// @notice Offering → Active, opens period 1; only the offering room. Tests the pool again
    function activate(DealId deal) external;

    /// @notice Draft or Offering → Cancelled, frees the rights; the manager in Draft, the offering room in Offering
    function cancel(DealId deal, bytes32 reason) external;

    /// @notice Active → Accelerated; only movers of deals, on approval of a flagged distribution
    function accelerate(DealId deal, bytes32 reason) external;

    /// @notice Accelerated → Active; only the room of waivers, when its parties have agreed
    /// @param documentHash Hash of what they agreed on
    function waive(DealId deal, bytes32 documentHash) external;

    /// @notice Active or Accelerated → Defaulted; only movers of deals
    function declareDefault(DealId deal, bytes32 reason) external;

    /// @notice → Redeemed, all tranches repaid; only movers of deals
    function redeem(DealId deal) external;

    /// @notice → Liquidation; the trustee
    function liquidate(DealId deal, bytes32 reason) external;

    /// @notice Redeemed or Liquidation → Closed, frees the rights, when every period that was reported is settled; the
    /// manager from Redeemed, the trustee from Liquidation
    function close(DealId deal) external;

    /// @notice Seats the successor in an office of a deal that has not ended; only the room of succession, when its parties
    /// have agreed. The backup servicer that becomes servicer leaves its old seat vacant
    /// @param documentHash Hash of the document of the succession
    function appoint(DealId deal, Office office, uint16 jurisdiction, PartyId successor, bytes32 documentHash) external;

    /// @notice Records the hash of the waterfall program and schedule while the deal is a draft; only the waterfall room
    function fixProgram(DealId deal, bytes32 programHash) external;

    /// @notice Records that the terms of reporting stand while the deal is a draft; only the room of reports
    function fixReporting(DealId deal) external;

    /// @notice Records the note contract of a series of a draft, once; only the note factory
    function recordNote(DealId deal, SeriesId series, address note) external;

    /// @notice Moves a period along its table; only movers of periods. Booked opens the next period while the deal pays
    function movePeriod(DealId deal, Period period, PeriodStage to) external;

    function dealOf(DealId deal) external view returns (DealView memory);

    /// @notice Number of deals drafted so far; ids run from one
    function dealCount() external view returns (uint64);

    function stageOf(DealId deal) external view returns (DealStage);

    /// @notice Stage of a period; the current period of a live deal is at least Open, later ones are None
    function periodStageOf(DealId deal, Period period) external view returns (PeriodStage);

    function currentPeriodOf(DealId deal) external view returns (Period);

    function officeOf(DealId deal, Office office, uint16 jurisdiction) external view returns (PartyId);

    /// @notice Whether the wallet acts for the party that holds the office (jurisdiction 0 except for custodians). A party
    /// that is revoked acts no more; one that is expired or restricted still serves
    function holdsOffice(DealId deal, Office office, uint16 jurisdiction, address wallet) external view returns (bool);

    /// @notice Reverts unless the office can pass now: the deal has not ended, the office is held (the backup servicer's may
    /// be vacant), and it is not the originator's, whose party holds the rights of the pool
    function checkPassing(DealId deal, Office office, uint16 jurisdiction) external view;

    function currencyOf(DealId deal) external view returns (Currency);

    function checkerOf(DealId deal) external view returns (Office);

    /// @notice Whether the wallet acts for a party that may approve distributions: the checker, for custodians that of
    /// any jurisdiction. The terms keep the servicer and the manager out of this office
    function isChecker(DealId deal, address wallet) external view returns (bool);

    /// @notice Newest document of a kind, zero if none
    function documentOf(DealId deal, bytes32 kind) external view returns (bytes32);

    function termsHashOf(DealId deal) external view returns (bytes32);

    function programHashOf(DealId deal) external view returns (bytes32);

    function datesOf(DealId deal) external view returns (uint32 closingDay, uint32 legalFinalDay);

    function trancheCountOf(DealId deal) external view returns (uint256);

    function trancheOf(DealId deal, TrancheId tranche) external view returns (TrancheTerms memory);

    /// @notice What stands on each tranche when all its units are sold, from the most senior down
    function claimsOf(DealId deal) external view returns (IPoolBook.Claim[] memory);

    /// @notice Ids of the deal's series, in the order of the terms
    function seriesOf(DealId deal) external view returns (SeriesId[] memory);

    /// @notice Terms of a series, its deal and its note (zero until issued)
    function seriesTermsOf(SeriesId series) external view returns (DealId deal, SeriesTerms memory terms, address note);
}
