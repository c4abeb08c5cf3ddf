// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {INoteFactory} from "../../../contracts/interfaces/INoteFactory.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";
import {ITrail} from "../../../contracts/interfaces/ITrail.sol";

import {NoteFactory} from "../../../contracts/notes/NoteFactory.sol";
import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {LegalMode, NoteStage} from "../../../contracts/types/Enums.sol";
import {SeriesId, TrancheId} from "../../../contracts/types/Ids.sol";
import {NotesFixture} from "../NotesFixture.sol";

contract NoteFactoryTest is NotesFixture {
    function setUp() public override {
        super.setUp();
        _standInForRooms();
        deal = _pledgedDeal();
    }

    function test_Issue_RevertWhen_NotTheManager() public {
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(INoteFactory.NotManager.selector, deal, trustee));
        factory.issue(deal);
    }

    function test_Issue_RevertGiven_NotADraft() public {
        vm.prank(manager);
        deals.cancel(deal, "no investors");
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(INoteFactory.DealNotDraft.selector, deal));
        factory.issue(deal);
    }

    function test_Issue_RevertGiven_IssuedAlready() public {
        vm.prank(manager);
        factory.issue(deal);
        vm.prank(manager);
        vm.expectRevert();
        factory.issue(deal);
    }

    function test_Issue_OneNoteASeries() public {
        SeriesId[] memory series = deals.seriesOf(deal);
        address foreseen = factory.previewNote(series[3]);
        assertEq(factory.noteOf(series[3]), address(0), "not issued yet");
        vm.expectEmit(address(factory));
        emit INoteFactory.NoteIssued(deal, series[0], factory.previewNote(series[0]));
        vm.prank(manager);
        address[] memory notes = factory.issue(deal);
        assertEq(notes.length, 5, "one a series");
        assertEq(notes[3], foreseen, "where it was foreseen");
        assertEq(factory.noteOf(series[3]), foreseen, "known to the deal book");
    }

    function test_Issue_WritesTheTerms() public {
        vm.prank(manager);
        SeriesNote note = SeriesNote(factory.issue(deal)[1]);
        ISeriesNote.Terms memory terms = note.terms();
        assertTrue(terms.deal == deal, "deal");
        assertTrue(terms.series == deals.seriesOf(deal)[1] && note.seriesId() == terms.series, "series");
        assertTrue(terms.tranche == TRANCHE_A, "tranche");
        assertTrue(terms.place == HONG_KONG && terms.mode == LegalMode.FiledToken, "place and mode");
        assertTrue(terms.grade == 2 && terms.isTransferable, "grade and transferability");
        assertEq(terms.face, FACE, "face");
        assertEq(terms.units, 200, "units");
        assertEq(note.symbol(), "A-HK", "symbol");
        assertEq(note.name(), "Lingnan deal 1 series A-HK", "name");
        assertEq(note.decimals(), 0, "whole units");
        assertTrue(note.stage() == NoteStage.None, "born locked");
    }

    function test_Issue_LeavesATrail() public {
        vm.expectEmit(address(factory));
        emit ITrail.Touched(deal, 1, 0);
        vm.prank(manager);
        factory.issue(deal);
    }

    function test_Issue_CarriesTheMarkOfASandbox() public {
        vm.prank(manager);
        SeriesNote mirror = SeriesNote(factory.issue(deal)[0]);
        assertTrue(factory.sandboxed() && mirror.sandboxed(), "marked at deployment");
        assertTrue(mirror.terms().mode == LegalMode.RegisterMirror, "and still a mirror");
        SeriesNote real = new SeriesNote(parties, deals, limits, address(access), false);
        assertFalse(new NoteFactory(deals, limits, real).sandboxed(), "a deployment that is none says so");
    }

    function test_SentenceOf_EveryCode() public view {
        uint8[37] memory codes = [
            uint8(0),
            1,
            2,
            3,
            4,
            5,
            6,
            10,
            11,
            12,
            13,
            20,
            30,
            40,
            41,
            42,
            43,
            50,
            51,
            52,
            53,
            54,
            55,
            56,
            57,
            58,
            60,
            61,
            62,
            80,
            81,
            82,
            83,
            84,
            85,
            86,
            87
        ];
        bytes32 unknown = keccak256(bytes(factory.sentenceOf(99)));
        assertEq(factory.sentenceOf(19), "unknown code", "an unused code of the series");
        assertEq(factory.sentenceOf(79), "unknown code", "of the parties");
        assertEq(factory.sentenceOf(88), "unknown code", "of the limits");
        for (uint256 i = 0; i < codes.length; ++i) {
            bytes memory sentence = bytes(factory.sentenceOf(codes[i]));
            assertTrue(sentence.length > 9 && keccak256(sentence) != unknown, "a sentence of its own");
            for (uint256 j = 0; j < i; ++j) {
                bool mayShare = codes[i] == codes[j] || (codes[i] > 39 && codes[i] < 44);
                assertTrue(mayShare || keccak256(sentence) != keccak256(bytes(factory.sentenceOf(codes[j]))), "unlike");
            }
        }
    }

    function test_SentenceOf_AnOrderSaysNothingMore() public view {
        for (uint8 code = 40; code < 44; ++code) assertEq(factory.sentenceOf(code), "restricted", "no tipping off");
    }
}
