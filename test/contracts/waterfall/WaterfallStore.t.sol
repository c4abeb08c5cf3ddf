// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {ProgramCheckLib} from "../../../contracts/libraries/ProgramCheckLib.sol";
import {AccountPurpose, Office} from "../../../contracts/types/Enums.sol";
import {DealId, TrancheId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {ProgramBuilder as B} from "../libraries/ProgramBuilder.sol";
import {DealProgram} from "./DealProgram.sol";

/// @notice Which programs a deal can store. Behaviour in Waterfall.tree.
contract WaterfallStoreTest is CashFixture {
    DealId private deal;

    function setUp() public override {
        super.setUp();
        deal = _draftDeal();
    }

    function test_Store_RevertWhen_NotTheManager() public {
        bytes4 selector = IDealBook.NotOfficeHolder.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, Office.Manager, servicer));
        vm.prank(servicer);
        waterfall.store(deal, _programTerms());
    }

    function test_Store_RevertGiven_TheDealIsNoDraft() public {
        DealId paying = _payingDeal();
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.NotDraft.selector, paying));
        vm.prank(manager);
        waterfall.store(paying, _programTerms());
    }

    function test_Store_RevertWhen_TheProgramIsMalformed() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.program[0] = 0;
        _expectUnfit(terms, abi.encodeWithSelector(ProgramCheckLib.UnknownVersion.selector, 0));
    }

    /* CASH CELLS */

    function test_Store_RevertWhen_CollectionsArriveBesideThePlanAccount() public {
        _expectCashUnfit(0, 0x0104, AccountPurpose.Reserve);
    }

    function test_Store_RevertWhen_ACellLiesOnAnotherAccount() public {
        _expectCashUnfit(3, 0x0006, AccountPurpose.Payment);
    }

    function test_Store_RevertWhen_IncomeArrivesTwice() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        _describe(terms, 1, 0x0103);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.FeedTwice.selector, 1));
    }

    /// @dev Money on the plan account is collections, not a support's.
    function test_Store_RevertWhen_ASupportArrivesOnThePlanAccount() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        _describe(terms, 2, 0x0303);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.FeedTwice.selector, 2));
    }

    function test_Store_RevertWhen_TwoSupportsShareAnAccount() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        // two supports of one income, one state cell less to spare
        terms.program[0] = (terms.program[0] & ~(uint256(0xff) << 232)) | (2 << 232);
        _describe(terms, 1, 0x0305);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.FeedTwice.selector, 2));
    }

    function test_Store_RevertWhen_NothingIsCollected() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        // one arrival, the guarantor's
        terms.program[0] = (terms.program[0] & ~(uint256(0xff) << 240)) | (1 << 240);
        _describe(terms, 0, 0x0305);
        _describe(terms, 1, 0x0003);
        _describe(terms, 2, 0x0003);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.CollectionsUnfed.selector));
    }

    /* PAYEES AND INPUTS */

    function test_Store_RevertWhen_APayeeIsNoTranche() public {
        _expectPayeeUnfit(1, 0x0303);
        _expectPayeeUnfit(2, 0x0403);
        _expectPayeeUnfit(6, 0x0503);
    }

    function test_Store_RevertWhen_APayeeIsNoSupport() public {
        _expectPayeeUnfit(7, 0x0601);
        _expectPayeeUnfit(8, 0x0701);
    }

    function test_Store_RevertWhen_APayeeIsNoOffice() public {
        _expectPayeeUnfit(0, 0x0200);
        _expectPayeeUnfit(0, 0x020f);
        _expectPayeeUnfit(0, 0x0100);
        _expectPayeeUnfit(9, 0x0800);
    }

    function test_Store_RevertWhen_ThereAreTooManyPayees() public {
        _expectUnfit(_manyPayees(233), abi.encodeWithSelector(IWaterfall.PayeeUnfit.selector, 232));
        _store(deal, _manyPayees(232));
        assertEq(waterfall.directPayeesOf(deal), (1 << 232) - 1, "all of them direct");
    }

    function test_Store_RevertWhen_AnInputDoesNotExist() public {
        _expectInputUnfit(0, 0x0101);
        _expectInputUnfit(1, 0x0401);
        _expectInputUnfit(2, 0x0508);
        _expectInputUnfit(3, 0x0701);
        _expectInputUnfit(4, 0x0304);
        _expectInputUnfit(5, 0x060c);
    }

    /* SCHEDULE AND OPENING */

    function test_Store_RevertWhen_TheScheduleEndsInARow() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.schedule = new uint256[](3);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.ScheduleUneven.selector, 3, 2));
    }

    function test_Store_RevertWhen_ThereIsNoSchedule() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.schedule = new uint256[](0);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.ScheduleUneven.selector, 0, 2));
    }

    function test_Store_RevertWhen_NothingIsScheduledButRowsAreGiven() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        // no scheduled input: four more reported ones, losses
        terms.program[0] &= ~(uint256(0xff) << 184);
        terms.program[2] |= uint256(0x0100_0100_0100_0100) << 112;
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.ScheduleUneven.selector, 8, 0));
        terms.schedule = new uint256[](0);
        _store(deal, terms);
    }

    function test_Store_RevertWhen_TheOpeningHasAnotherSize() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.opening = new uint128[](15);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.CellCountDiffers.selector, 16, 15));
    }

    function test_Store_RevertWhen_ItOpensAcceleratedOrInDefault() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.flags = 1 << 14;
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.OpeningFlagged.selector, terms.flags));
        terms.flags = 1 << 15;
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.OpeningFlagged.selector, terms.flags));
    }

    function test_Store_RevertWhen_ItOpensWithCash() public {
        for (uint256 i = 0; i < 3; ++i) {
            IWaterfall.ProgramTerms memory terms = _programTerms();
            terms.opening[i] = 1;
            _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.OpeningMismatch.selector, 1 + i, 0, 1));
        }
    }

    /// @dev A cell on the reserve account into which a support pays is no reserve; here the guarantor pays into it.
    function test_Store_RevertWhen_ASupportOpensWithCash() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        _describe(terms, 2, 0x0304);
        terms.opening[DealProgram.GUA - 1] = 1;
        bytes4 selector = IWaterfall.OpeningMismatch.selector;
        _expectUnfit(terms, abi.encodeWithSelector(selector, DealProgram.GUA, 0, 1));
    }

    function test_Store_RevertWhen_TheReserveTakesAllThatTheNotesBring() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.opening[DealProgram.RES - 1] = 100_000_00;
        bytes4 selector = IWaterfall.ReserveTooLarge.selector;
        _expectUnfit(terms, abi.encodeWithSelector(selector, 100_000_00, 100_000_00));
    }

    function test_Store_AReserveMayOpenWithCash() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.opening[DealProgram.RES - 1] = 99_999_99;
        _store(deal, terms);
        assertEq(waterfall.openingReserveOf(deal), 99_999_99, "told");
        _store(deal, _programTerms());
        assertEq(waterfall.openingReserveOf(deal), 0, "as stored last");
    }

    function test_Store_RevertWhen_ANoteDoesNotOpenWithWhatIsSold() public {
        for (uint256 i = 0; i < 3; ++i) {
            IWaterfall.ProgramTerms memory terms = _programTerms();
            uint256 cell = DealProgram.BAL_A + i;
            uint256 sold = terms.opening[cell - 1];
            terms.opening[cell - 1] += 1;
            bytes4 selector = IWaterfall.OpeningMismatch.selector;
            _expectUnfit(terms, abi.encodeWithSelector(selector, cell, sold, sold + 1));
        }
    }

    function test_Store_RevertWhen_TheTranchesDiffer() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.program[0] = (terms.program[0] & ~(uint256(0xff) << 216)) | (4 << 216);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.TranchesDiffer.selector, 4, 3));
    }

    /* STORED */

    function test_Store_FixesTheHash() public {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.flags = 1;
        bytes32 programHash = _store(deal, terms);
        assertEq(programHash, keccak256(abi.encode(terms)), "hash");
        assertEq(deals.programHashOf(deal), programHash, "deal book");
        (uint256[] memory program, uint256[] memory schedule) = waterfall.programOf(deal);
        assertEq(abi.encode(program), abi.encode(terms.program), "program");
        assertEq(abi.encode(schedule), abi.encode(terms.schedule), "schedule");
        (uint128[] memory cells, uint16 flags) = waterfall.stateOf(deal);
        assertEq(abi.encode(cells), abi.encode(terms.opening), "cells");
        assertEq(flags, 1, "flags");
        assertEq(waterfall.outstandingOf(deal, TRANCHE_B), 30_000_00, "outstanding");
        assertEq(waterfall.outstandingOf(deal, TrancheId.wrap(3)), 0, "no such tranche");
        assertFalse(waterfall.isRepaid(deal), "nothing is repaid yet");
        // fee first, six of tranches, then guarantor, return and refund
        assertEq(waterfall.directPayeesOf(deal), (1 << 0) | (1 << 7) | (1 << 8) | (1 << 9), "direct payees");
    }

    function test_Store_MayBeStoredAgain() public {
        _store(deal, _programTerms());
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.opening[DealProgram.LEFT - 1] = 7;
        bytes32 programHash = _store(deal, terms);
        assertEq(deals.programHashOf(deal), programHash, "deal book");
        (uint128[] memory cells, ) = waterfall.stateOf(deal);
        assertEq(cells[DealProgram.LEFT - 1], 7, "commitment");
    }

    function test_ProgramOf_RevertGiven_ThereIsNone() public {
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.ProgramMissing.selector, deal));
        waterfall.programOf(deal);
    }

    /// @dev A clone of the inert contract only carries data.
    function test_Store_ProgramCannotBeCalled() public {
        vm.recordLogs();
        _store(deal, _programTerms());
        (address program, , , , ) = abi.decode(
            vm.getRecordedLogs()[0].data,
            (address, address, uint128[], uint16, uint32)
        );
        (bool isAnswered, ) = program.call("");
        assertFalse(isAnswered, "inert");
    }

    /// @dev One cash cell, three notes, and so many payees for tax.
    function _manyPayees(uint256 count) private pure returns (IWaterfall.ProgramTerms memory terms) {
        terms.program = new uint256[](17);
        // version, arrivals, supports, cash, notes, state, payees, inputs, scheduled, temps, lines
        terms.program[0] = (uint256(0x01_01_00_01_03_03_00_00_00_00_00) << 168) | (count << 200);
        for (uint256 i = 0; i <= count; ++i) _describe(terms, i, i == 0 ? 0x0103 : 0x0101);
        terms.program[16] = B.step(B.PAY, 1, 0, 5, 0);
        uint128[] memory opening = DealProgram.opening(0);
        terms.opening = new uint128[](4);
        for (uint256 i = 0; i < 3; ++i) terms.opening[1 + i] = opening[DealProgram.BAL_A - 1 + i];
    }

    /// @dev Descriptor at a position of the first descriptor word.
    function _describe(IWaterfall.ProgramTerms memory terms, uint256 position, uint256 descriptor) private pure {
        uint256 word = 1 + position / 16;
        uint256 shift = 240 - 16 * (position % 16);
        terms.program[word] = (terms.program[word] & ~(uint256(0xffff) << shift)) | (descriptor << shift);
    }

    function _expectUnfit(IWaterfall.ProgramTerms memory terms, bytes memory refusal) private {
        vm.expectRevert(refusal);
        vm.prank(manager);
        waterfall.store(deal, terms);
    }

    function _expectCashUnfit(uint256 cell, uint256 descriptor, AccountPurpose purpose) private {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        _describe(terms, cell, descriptor);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.PurposeUnfit.selector, cell, purpose));
    }

    function _expectPayeeUnfit(uint256 payee, uint256 descriptor) private {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        _describe(terms, 4 + payee, descriptor);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.PayeeUnfit.selector, payee));
    }

    function _expectInputUnfit(uint256 input, uint256 descriptor) private {
        IWaterfall.ProgramTerms memory terms = _programTerms();
        _describe(terms, 14 + input, descriptor);
        _expectUnfit(terms, abi.encodeWithSelector(IWaterfall.InputUnfit.selector, input));
    }
}
