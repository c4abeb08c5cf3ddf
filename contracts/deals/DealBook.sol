// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IPoolBook} from "../interfaces/IPoolBook.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {Trail} from "../access/Trail.sol";
import {OfficeLib} from "../libraries/OfficeLib.sol";
import {StageLib} from "../libraries/StageLib.sol";
import {Currency} from "../types/Currency.sol";
import {DealStage, LegalMode, Office, PeriodStage} from "../types/Enums.sol";
import {DealId, PartyId, Period, RightId, SeriesId, TrancheId} from "../types/Ids.sol";
import {DealTermsCheck} from "./DealTermsCheck.sol";

/// @title DealBook
/// @notice One entry per securitization: its offices, terms and documents, where it stands, and where each of its periods
/// stands. Its rights are in the pool book, which this one alone writes.
///
/// STAGES
/// Both machines are the tables of `StageLib`, each with one door: `_move` for the deal, `_movePeriod` for a period.
/// A deal has one period that is not yet booked, from closing until it is redeemed: booking a period opens the next.
///
/// ROLES
/// Powers over a deal belong to the party that holds the office, through any of its wallets, and end when the party is
/// revoked or the office passes. From Redeemed the manager closes; from Liquidation, with notes outstanding, the trustee. Rooms
/// above act by their role: the offering activates and cancels, movers of deals accelerate, default and redeem, movers of periods
/// move periods, the note factory, the oracle and the waterfall record what they made. In this room `Succession` passes offices
/// and `Waivers` waives an acceleration, each when its parties have agreed.
///
/// TERMS
/// Checked whole by `DealTermsCheck` before anything is written and never changed, but for the parties in office. A party is
/// eligible when it takes an office, and a custodian of the jurisdiction it serves; no office is taken that conflicts with
/// another. The originator's office stays, because its party holds the rights of the pool.
///
/// POOL
/// Filled by the originator in a draft, tested at the offer and at closing over all units of the terms (the cautious side when an
/// offer closes with fewer), freed when the deal is cancelled or closed.
contract DealBook is IDealBook, Trail, AccessManaged {
    using RolesLib for uint64;
    using StageLib for DealStage;
    using StageLib for PeriodStage;

    /// @param periods Stage of each period in order; the last is the current one
    /// @param offices Party on each seat of `OfficeLib`
    struct Deal {
        DealStage stage; // slot 0
        Currency currency;
        Office checker;
        uint32 closingDay;
        uint32 legalFinalDay;
        uint32 settledPeriods;
        SeriesId firstSeries;
        uint8 seriesCount;
        bool isReportingFixed;
        bytes32 termsHash; // slot 1
        bytes32 programHash; // slot 2
        PartyId[18] offices; // slots 3 to 7
        TrancheTerms[] tranches;
        PeriodStage[] periods;
    }

    struct Series {
        SeriesTerms terms; // slots 0 and 1
        DealId deal; // slot 2
        address note;
    }

    /// @dev Document without which a filed token is not offered, and which stands from the offer on.
    bytes32 public constant CSRC_FILING = "csrc.filing";

    /* STORAGE */

    IPartyRegistry private immutable parties;
    IPoolBook private immutable pool;
    DealTermsCheck private immutable termsCheck;

    uint64 public dealCount;
    uint64 public seriesCount;
    mapping(DealId deal => Deal entry) private _deals;
    mapping(SeriesId series => Series entry) private _series;
    mapping(DealId deal => mapping(bytes32 kind => bytes32 documentHash)) public documentOf;

    constructor(address accessManager, IPartyRegistry partyRegistry, IPoolBook poolBook) AccessManaged(accessManager) {
        parties = partyRegistry;
        pool = poolBook;
        termsCheck = new DealTermsCheck(partyRegistry);
    }

    modifier onlyOffice(DealId deal, Office office) {
        _checkOffice(deal, office);
        _;
    }

    modifier onlyDraft(DealId deal) {
        _checkDraft(deal);
        _;
    }

    /* ACTIONS */

    /// @inheritdoc IDealBook
    function draft(DealTerms calldata terms) external returns (DealId deal) {
        PartyId manager = OfficeLib.holderOf(terms.offices, Office.Manager);
        deal = DealId.wrap(dealCount + 1);
        require(parties.actsFor(manager, msg.sender), NotOfficeHolder(deal, Office.Manager, msg.sender));
        PartyId[18] memory seats = termsCheck.check(terms);

        dealCount += 1;
        _write(deal, terms);
        _deals[deal].offices = seats;
        _issue(deal, terms.series);
        emit DealDrafted(deal, manager, terms);
        _move(deal, DealStage.Draft, terms.termsHash);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function file(DealId deal, bytes32 kind, bytes32 documentHash) external {
        PartyId party = parties.partyOf(msg.sender);
        require(_isOfficer(deal, party) && parties.actsFor(party, msg.sender), NotOfficer(deal, msg.sender));
        require(kind != 0 && documentHash != 0, DocumentUnnamed(kind));
        DealStage stage = _deals[deal].stage;
        bool isFixed = kind == CSRC_FILING && documentOf[deal][kind] != 0 && stage != DealStage.Draft;
        require(!isFixed, DocumentFixed(deal, kind));

        documentOf[deal][kind] = documentHash;
        emit DocumentFiled(deal, kind, party, documentHash);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function pledge(
        DealId deal,
        RightId[] calldata pledged
    ) external onlyOffice(deal, Office.Originator) onlyDraft(deal) {
        pool.add(deal, IPoolBook.Entry(officeOf(deal, Office.Originator, 0), _deals[deal].currency), pledged);
    }

    /// @inheritdoc IDealBook
    function fixProgram(DealId deal, bytes32 programHash) external restricted onlyDraft(deal) {
        require(programHash != 0, ProgramAbsent(deal));

        _deals[deal].programHash = programHash;
        emit ProgramFixed(deal, programHash);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function fixReporting(DealId deal) external restricted onlyDraft(deal) {
        _deals[deal].isReportingFixed = true;
        emit ReportingFixed(deal);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function recordNote(DealId deal, SeriesId series, address note) external restricted onlyDraft(deal) {
        Series storage entry = _series[series];
        require(entry.deal == deal, UnknownSeries(deal, series));
        require(entry.note == address(0), SeriesIssuedTwice(series));

        entry.note = note;
        emit SeriesIssued(deal, series, entry.terms.tranche, note);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function offer(DealId deal) external onlyOffice(deal, Office.Manager) {
        require(_deals[deal].programHash != 0, ProgramAbsent(deal));
        require(_deals[deal].isReportingFixed, ReportingAbsent(deal));
        _checkSeries(deal);
        pool.check(deal, claimsOf(deal));

        _move(deal, DealStage.Offering, "");
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function activate(DealId deal) external restricted {
        DealStage stage = _deals[deal].stage;
        require(stage != DealStage.Accelerated, StageForbids(deal, stage));
        pool.check(deal, claimsOf(deal));

        _move(deal, DealStage.Active, "");
        _movePeriod(deal, Period.wrap(1), PeriodStage.Open);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function cancel(DealId deal, bytes32 reason) external {
        bool isManager = holdsOffice(deal, Office.Manager, 0, msg.sender);
        bool isOffering = RolesLib.ROOM_OFFERING.holds(authority(), msg.sender);
        bool mayCancel = _deals[deal].stage == DealStage.Offering ? isOffering : isManager;
        require(mayCancel, NotOfficeHolder(deal, Office.Manager, msg.sender));

        _move(deal, DealStage.Cancelled, reason);
        _touch(deal);
        pool.release(deal);
    }

    /// @inheritdoc IDealBook
    function accelerate(DealId deal, bytes32 reason) external restricted {
        _move(deal, DealStage.Accelerated, reason);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function waive(DealId deal, bytes32 documentHash) external restricted {
        DealStage stage = _deals[deal].stage;
        require(stage == DealStage.Accelerated, StageForbids(deal, stage));

        _move(deal, DealStage.Active, documentHash);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function declareDefault(DealId deal, bytes32 reason) external restricted {
        _move(deal, DealStage.Defaulted, reason);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function redeem(DealId deal) external restricted {
        _move(deal, DealStage.Redeemed, "");
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function liquidate(DealId deal, bytes32 reason) external onlyOffice(deal, Office.Trustee) {
        _move(deal, DealStage.Liquidation, reason);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function close(DealId deal) external {
        bool isLiquidated = _deals[deal].stage == DealStage.Liquidation;
        _checkOffice(deal, isLiquidated ? Office.Trustee : Office.Manager);
        Period current = currentPeriodOf(deal);
        uint32 settled = _deals[deal].settledPeriods;
        bool isIdle = periodStageOf(deal, current) == PeriodStage.Open;
        uint256 reported = isIdle ? Period.unwrap(current) - 1 : Period.unwrap(current);
        require(settled == reported, PeriodsPending(deal, current, settled));

        _move(deal, DealStage.Closed, "");
        _touch(deal);
        pool.release(deal);
    }

    /// @inheritdoc IDealBook
    function movePeriod(DealId deal, Period period, PeriodStage to) external restricted {
        DealStage stage = _deals[deal].stage;
        PeriodStage from = periodStageOf(deal, period);
        require(stage.isIn(StageLib.LIVE | StageLib.bit(DealStage.Redeemed)), StageForbids(deal, stage));
        require(from != PeriodStage.None, IllegalPeriodMove(deal, period, from, to));

        _movePeriod(deal, period, to);
        if (to == PeriodStage.Settled) _deals[deal].settledPeriods += 1;
        bool opensNext = to == PeriodStage.Booked && stage.isIn(StageLib.LIVE);
        if (opensNext) _movePeriod(deal, period.next(), PeriodStage.Open);
        _touch(deal);
    }

    /// @inheritdoc IDealBook
    function appoint(
        DealId deal,
        Office office,
        uint16 jurisdiction,
        PartyId successor,
        bytes32 documentHash
    ) external restricted {
        checkPassing(deal, office, jurisdiction);
        uint256 seat = OfficeLib.seatOf(office, jurisdiction);
        PartyId[18] storage seats = _deals[deal].offices;
        PartyId from = seats[seat];
        require(from != successor, AlreadyInOffice(deal, office, successor));
        bool stepsIn = office == Office.Servicer && seats[uint256(Office.BackupServicer)] == successor;

        seats[seat] = successor;
        if (stepsIn) seats[uint256(Office.BackupServicer)] = PartyId.wrap(0);
        termsCheck.checkSuccession(seats, seat, _deals[deal].checker);
        emit OfficePassed(deal, office, jurisdiction, from, successor, documentHash);
        if (stepsIn) emit OfficePassed(deal, Office.BackupServicer, 0, successor, PartyId.wrap(0), documentHash);
        _touch(deal);
    }

    /* VIEWS */

    /// @inheritdoc IDealBook
    function checkPassing(DealId deal, Office office, uint16 jurisdiction) public view {
        DealStage stage = _deals[deal].stage;
        uint256 seat = OfficeLib.seatOf(office, jurisdiction);
        require(stage.isIn(StageLib.UNFINISHED), StageForbids(deal, stage));
        require(seat != 0, OfficeUnknown(office, jurisdiction));
        require(office != Office.Originator, OriginatorBound(deal));
        bool isHeld = _deals[deal].offices[seat] != PartyId.wrap(0) || office == Office.BackupServicer;
        require(isHeld, OfficeMissing(office, jurisdiction));
    }

    /// @inheritdoc IDealBook
    function dealOf(DealId deal) external view returns (DealView memory) {
        Deal storage entry = _deals[deal];
        return
            DealView({
                manager: entry.offices[uint256(Office.Manager)],
                stage: entry.stage,
                currency: entry.currency,
                checker: entry.checker,
                closingDay: entry.closingDay,
                legalFinalDay: entry.legalFinalDay,
                currentPeriod: currentPeriodOf(deal),
                settledPeriods: entry.settledPeriods,
                isReportingFixed: entry.isReportingFixed,
                termsHash: entry.termsHash,
                programHash: entry.programHash
            });
    }

    /// @inheritdoc IDealBook
    function stageOf(DealId deal) external view returns (DealStage) {
        return _deals[deal].stage;
    }

    /// @inheritdoc IDealBook
    function currencyOf(DealId deal) external view returns (Currency) {
        return _deals[deal].currency;
    }

    /// @inheritdoc IDealBook
    function checkerOf(DealId deal) external view returns (Office) {
        return _deals[deal].checker;
    }

    /// @inheritdoc IDealBook
    function isChecker(DealId deal, address wallet) external view returns (bool) {
        Office checker = _deals[deal].checker;
        if (checker != Office.Custodian) return holdsOffice(deal, checker, 0, wallet);
        PartyId party = parties.partyOf(wallet);
        return parties.actsFor(party, wallet) && _isCustodian(deal, party);
    }

    /// @inheritdoc IDealBook
    function termsHashOf(DealId deal) external view returns (bytes32) {
        return _deals[deal].termsHash;
    }

    /// @inheritdoc IDealBook
    function programHashOf(DealId deal) external view returns (bytes32) {
        return _deals[deal].programHash;
    }

    /// @inheritdoc IDealBook
    function datesOf(DealId deal) external view returns (uint32 closingDay, uint32 legalFinalDay) {
        return (_deals[deal].closingDay, _deals[deal].legalFinalDay);
    }

    /// @inheritdoc IDealBook
    function trancheCountOf(DealId deal) external view returns (uint256) {
        return _deals[deal].tranches.length;
    }

    /// @inheritdoc IDealBook
    function trancheOf(DealId deal, TrancheId tranche) external view returns (TrancheTerms memory) {
        return _deals[deal].tranches[TrancheId.unwrap(tranche)];
    }

    /// @inheritdoc IDealBook
    function seriesTermsOf(
        SeriesId series
    ) external view returns (DealId deal, SeriesTerms memory terms, address note) {
        Series storage entry = _series[series];
        return (entry.deal, entry.terms, entry.note);
    }

    /// @inheritdoc IDealBook
    function seriesOf(DealId deal) public view returns (SeriesId[] memory series) {
        Deal storage entry = _deals[deal];
        uint64 first = SeriesId.unwrap(entry.firstSeries);
        series = new SeriesId[](entry.seriesCount);
        for (uint64 i = 0; i < series.length; ++i) series[i] = SeriesId.wrap(first + i);
    }

    /// @inheritdoc IDealBook
    function claimsOf(DealId deal) public view returns (IPoolBook.Claim[] memory claims) {
        TrancheTerms[] storage tranches = _deals[deal].tranches;
        claims = new IPoolBook.Claim[](tranches.length);
        for (uint256 i = 0; i < claims.length; ++i) {
            TrancheTerms storage terms = tranches[i];
            claims[i] = IPoolBook.Claim(uint256(terms.units) * terms.face, terms.maturities);
        }
    }

    /// @inheritdoc IDealBook
    function periodStageOf(DealId deal, Period period) public view returns (PeriodStage) {
        PeriodStage[] storage periods = _deals[deal].periods;
        uint256 ordinal = Period.unwrap(period);
        return ordinal == 0 || ordinal > periods.length ? PeriodStage.None : periods[ordinal - 1];
    }

    /// @inheritdoc IDealBook
    function currentPeriodOf(DealId deal) public view returns (Period) {
        return Period.wrap(uint32(_deals[deal].periods.length));
    }

    /// @inheritdoc IDealBook
    function officeOf(DealId deal, Office office, uint16 jurisdiction) public view returns (PartyId) {
        return _deals[deal].offices[OfficeLib.seatOf(office, jurisdiction)];
    }

    /// @inheritdoc IDealBook
    function holdsOffice(DealId deal, Office office, uint16 jurisdiction, address wallet) public view returns (bool) {
        return parties.actsFor(officeOf(deal, office, jurisdiction), wallet);
    }

    /* INTERNAL */

    /// @dev The one door of a deal's stage.
    function _move(DealId deal, DealStage to, bytes32 reason) private {
        DealStage from = _deals[deal].stage;
        require(from.canMove(to), IllegalMove(deal, from, to));
        _deals[deal].stage = to;
        emit DealMoved(deal, from, to, reason);
    }

    /// @dev The one door of a period's stage.
    function _movePeriod(DealId deal, Period period, PeriodStage to) private {
        PeriodStage from = periodStageOf(deal, period);
        require(from.canMove(to), IllegalPeriodMove(deal, period, from, to));
        if (from == PeriodStage.None) _deals[deal].periods.push(to);
        else _deals[deal].periods[Period.unwrap(period) - 1] = to;
        emit PeriodMoved(deal, period, from, to);
    }

    function _write(DealId deal, DealTerms calldata terms) private {
        Deal storage entry = _deals[deal];
        entry.currency = terms.currency;
        entry.checker = terms.checker;
        entry.closingDay = terms.closingDay;
        entry.legalFinalDay = terms.legalFinalDay;
        entry.termsHash = terms.termsHash;
        for (uint256 i = 0; i < terms.tranches.length; ++i) entry.tranches.push(terms.tranches[i]);
    }

    function _issue(DealId deal, SeriesTerms[] calldata terms) private {
        uint64 first = seriesCount + 1;
        seriesCount += uint64(terms.length);
        _deals[deal].firstSeries = SeriesId.wrap(first);
        _deals[deal].seriesCount = uint8(terms.length);
        for (uint64 i = 0; i < terms.length; ++i) {
            Series storage entry = _series[SeriesId.wrap(first + i)];
            entry.terms = terms[i];
            entry.deal = deal;
        }
    }

    function _checkOffice(DealId deal, Office office) private view {
        require(holdsOffice(deal, office, 0, msg.sender), NotOfficeHolder(deal, office, msg.sender));
    }

    function _checkDraft(DealId deal) private view {
        DealStage stage = _deals[deal].stage;
        require(stage == DealStage.Draft, StageForbids(deal, stage));
    }

    function _isOfficer(DealId deal, PartyId party) private view returns (bool) {
        PartyId[18] memory offices = _deals[deal].offices;
        for (uint256 seat = 0; seat < offices.length; ++seat) {
            if (offices[seat] == party) return true;
        }
        return false;
    }

    function _isCustodian(DealId deal, PartyId party) private view returns (bool) {
        PartyId[18] storage offices = _deals[deal].offices;
        for (uint256 seat = OfficeLib.FIRST_CUSTODIAN; seat < OfficeLib.SEATS; ++seat) {
            if (offices[seat] == party) return true;
        }
        return false;
    }

    /// @dev Every series has its note; a filed token has its filing.
    function _checkSeries(DealId deal) private view {
        SeriesId[] memory series = seriesOf(deal);
        bytes32 filing = documentOf[deal][CSRC_FILING];
        for (uint256 i = 0; i < series.length; ++i) {
            Series storage entry = _series[series[i]];
            bool isFiled = entry.terms.mode != LegalMode.FiledToken || filing != 0;
            require(entry.note != address(0), SeriesNotIssued(series[i]));
            require(isFiled, DocumentMissing(deal, CSRC_FILING));
        }
    }
}
