// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {ITrail} from "../../../contracts/interfaces/ITrail.sol";

import {DealBook} from "../../../contracts/deals/DealBook.sol";
import {DealStage, Office, PeriodStage} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, Period, SeriesId, TrancheId} from "../../../contracts/types/Ids.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The deal book as a reader of its events knows it.
contract DealMirror is TestBase {
    struct Deal {
        bytes terms;
        IDealBook.DealView seen;
        uint64 firstSeries;
        PeriodStage[] periods;
        uint64 actions;
        uint64 lastBlock;
        bytes32[] kinds;
    }

    uint64 public dealCount;
    uint64 public seriesCount;
    mapping(DealId deal => Deal entry) private _deals;
    mapping(uint64 series => address note) private _notes;
    mapping(DealId deal => mapping(Office office => mapping(uint16 jurisdiction => PartyId party))) private _offices;
    mapping(DealId deal => mapping(bytes32 kind => bytes32 documentHash)) private _documents;

    /// @param height Block of the log
    function read(Vm.Log memory log, uint64 height) external {
        bytes32 topic = log.topics[0];
        DealId deal = DealId.wrap(uint64(uint256(log.topics[1])));
        Deal storage entry = _deals[deal];
        if (topic == IDealBook.DealDrafted.selector) _drafted(deal, log);
        if (topic == IDealBook.DocumentFiled.selector) {
            entry.kinds.push(log.topics[2]);
            _documents[deal][log.topics[2]] = abi.decode(log.data, (bytes32));
        }
        if (topic == IDealBook.ProgramFixed.selector) entry.seen.programHash = abi.decode(log.data, (bytes32));
        if (topic == IDealBook.ReportingFixed.selector) entry.seen.isReportingFixed = true;
        if (topic == IDealBook.OfficePassed.selector) _passed(deal, log);
        if (topic == IDealBook.DealMoved.selector) entry.seen.stage = DealStage(uint8(uint256(log.topics[3])));
        if (topic == IDealBook.PeriodMoved.selector) _periodMoved(entry, log);
        if (topic == IDealBook.SeriesIssued.selector) {
            (, _notes[uint64(uint256(log.topics[2]))]) = abi.decode(log.data, (TrancheId, address));
        }
        if (topic == ITrail.Touched.selector) _touched(entry, log, height);
    }

    function compare(DealBook room) external view {
        assertEq(room.dealCount(), dealCount, "deals");
        assertEq(room.seriesCount(), seriesCount, "series");
        for (uint64 i = 1; i <= dealCount; ++i) {
            DealId deal = DealId.wrap(i);
            assertEq(abi.encode(room.dealOf(deal)), abi.encode(_deals[deal].seen), "deal");
            (uint64 count, uint64 lastBlock) = room.trailOf(deal);
            assertEq(count, _deals[deal].actions, "actions");
            assertEq(lastBlock, _deals[deal].lastBlock, "block of the last action");
            _compareTerms(room, deal);
            _comparePeriods(room, deal);
        }
    }

    function _compareTerms(DealBook room, DealId deal) private view {
        Deal storage entry = _deals[deal];
        IDealBook.DealTerms memory terms = abi.decode(entry.terms, (IDealBook.DealTerms));
        for (uint8 i = 0; i < terms.tranches.length; ++i) {
            bytes memory seen = abi.encode(room.trancheOf(deal, TrancheId.wrap(i)));
            assertEq(seen, abi.encode(terms.tranches[i]), "tranche");
        }
        for (uint64 i = 0; i < terms.series.length; ++i) {
            uint64 id = entry.firstSeries + i;
            (DealId owner, IDealBook.SeriesTerms memory series, address note) = room.seriesTermsOf(SeriesId.wrap(id));
            assertTrue(owner == deal && note == _notes[id], "deal and note of a series");
            assertEq(abi.encode(series), abi.encode(terms.series[i]), "series");
        }
        for (uint256 i = 0; i < terms.offices.length; ++i) {
            IDealBook.OfficeTerms memory seat = terms.offices[i];
            PartyId holder = _offices[deal][seat.office][seat.jurisdiction];
            assertTrue(room.officeOf(deal, seat.office, seat.jurisdiction) == holder, "office");
        }
    }

    function _comparePeriods(DealBook room, DealId deal) private view {
        Deal storage entry = _deals[deal];
        for (uint32 i = 0; i < entry.periods.length; ++i) {
            assertTrue(room.periodStageOf(deal, Period.wrap(i + 1)) == entry.periods[i], "stage of a period");
        }
        for (uint256 i = 0; i < entry.kinds.length; ++i) {
            bytes32 kind = entry.kinds[i];
            assertEq(room.documentOf(deal, kind), _documents[deal][kind], "document");
        }
    }

    function _drafted(DealId deal, Vm.Log memory log) private {
        IDealBook.DealTerms memory terms = abi.decode(log.data, (IDealBook.DealTerms));
        Deal storage entry = _deals[deal];
        dealCount = DealId.unwrap(deal);
        entry.firstSeries = seriesCount + 1;
        seriesCount += uint64(terms.series.length);
        entry.terms = log.data;
        entry.seen.manager = PartyId.wrap(uint64(uint256(log.topics[2])));
        entry.seen.currency = terms.currency;
        entry.seen.checker = terms.checker;
        entry.seen.closingDay = terms.closingDay;
        entry.seen.legalFinalDay = terms.legalFinalDay;
        entry.seen.termsHash = terms.termsHash;
        for (uint256 i = 0; i < terms.offices.length; ++i) {
            IDealBook.OfficeTerms memory seat = terms.offices[i];
            _offices[deal][seat.office][seat.jurisdiction] = seat.party;
        }
    }

    function _passed(DealId deal, Vm.Log memory log) private {
        Office office = Office(uint8(uint256(log.topics[2])));
        (uint16 jurisdiction, , ) = abi.decode(log.data, (uint16, PartyId, bytes32));
        PartyId party = PartyId.wrap(uint64(uint256(log.topics[3])));
        _offices[deal][office][jurisdiction] = party;
        if (office == Office.Manager) _deals[deal].seen.manager = party;
    }

    function _periodMoved(Deal storage entry, Vm.Log memory log) private {
        uint32 period = uint32(uint256(log.topics[2]));
        (, PeriodStage to) = abi.decode(log.data, (PeriodStage, PeriodStage));
        if (period > entry.periods.length) entry.periods.push(to);
        else entry.periods[period - 1] = to;
        if (to == PeriodStage.Settled) entry.seen.settledPeriods += 1;
        entry.seen.currentPeriod = Period.wrap(uint32(entry.periods.length));
    }

    /// @dev Each mark names the block of the one before: the walk back never breaks.
    function _touched(Deal storage entry, Vm.Log memory log, uint64 height) private {
        (uint64 count, uint64 previousBlock) = abi.decode(log.data, (uint64, uint64));
        assertEq(count, entry.actions + 1, "marks are counted");
        assertEq(previousBlock, entry.lastBlock, "a mark names the block before");
        entry.actions = count;
        entry.lastBlock = height;
    }
}
