// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IScheduleBook} from "../../../contracts/interfaces/IScheduleBook.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {DealStage, Office, PeriodStage} from "../../../contracts/types/Enums.sol";
import {DealId, Period} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {DealProgram as P} from "./DealProgram.sol";

/// @notice Periods beyond the four of the fixture's schedule. Behaviour in ScheduleBook.tree.
contract ScheduleBookTest is CashFixture {
    bytes32 private constant DOCUMENT = "resolution";
    Period private constant FIFTH = Period.wrap(5);

    DealId private deal;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
    }

    /* PROPOSE */

    function test_Propose_RevertWhen_NotTheManager() public {
        _expectNotHolder(trustee, Office.Manager);
        schedules.propose(deal, P.schedule(1), DOCUMENT);
    }

    function test_Propose_RevertWhen_TheRowsAreNotWhole() public {
        _expectUneven(new uint256[](0));
        _expectUneven(new uint256[](3));
    }

    /// @dev A deal whose program learns nothing from a schedule; its rows are of no words.
    function test_Propose_RevertWhen_TheProgramHasNoSchedule() public {
        DealId draft = _draftDeal();
        IWaterfall.ProgramTerms memory terms = _programTerms();
        terms.program[0] &= ~(uint256(0xff) << 184);
        terms.program[2] |= uint256(0x0100_0100_0100_0100) << 112;
        terms.schedule = new uint256[](0);
        _store(draft, terms);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IScheduleBook.RowsUneven.selector, 2, 0));
        schedules.propose(draft, P.schedule(1), DOCUMENT);
    }

    function test_Propose_RevertWhen_NoDocumentIsNamed() public {
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IScheduleBook.ExtensionUnexplained.selector, deal));
        schedules.propose(deal, P.schedule(1), "");
    }

    function test_Propose_RevertGiven_TheDealIsNotLive() public {
        deals.redeem(deal);
        vm.prank(manager);
        _expectNotLive();
        schedules.propose(deal, P.schedule(1), DOCUMENT);
    }

    function test_Propose_KeepsTheHash() public {
        bytes32 inForce = _hashOf(P.schedule(4));
        bytes32 proposal = keccak256(abi.encode(inForce, P.schedule(2), DOCUMENT));
        vm.expectEmit(address(schedules));
        emit IScheduleBook.ExtensionProposed(deal, proposal, inForce, P.schedule(2), DOCUMENT);
        _propose(2);
        assertEq(schedules.proposalOf(deal), proposal, "waits");
        _propose(1);
        assertEq(schedules.proposalOf(deal), keccak256(abi.encode(inForce, P.schedule(1), DOCUMENT)), "the later one");
    }

    /* CONFIRM */

    function test_Confirm_RevertWhen_NotTheTrustee() public {
        _propose(1);
        _expectNotHolder(manager, Office.Trustee);
        schedules.confirm(deal, P.schedule(1), DOCUMENT);
    }

    function test_Confirm_RevertGiven_NothingIsProposed() public {
        _expectChanged(P.schedule(4), P.schedule(1), DOCUMENT);
    }

    function test_Confirm_RevertWhen_OtherRowsOrAnotherDocumentAreGiven() public {
        _propose(1);
        uint256[] memory rows = P.schedule(1);
        rows[1] += 1;
        _expectChanged(P.schedule(4), rows, DOCUMENT);
        _expectChanged(P.schedule(4), P.schedule(1), "another");
    }

    /// @dev Confirmed once, the rows are not appended again.
    function test_Confirm_RevertGiven_TheScheduleHasChanged() public {
        _propose(1);
        _confirm(1);
        _expectChanged(P.schedule(5), P.schedule(1), DOCUMENT);
    }

    function test_Confirm_RevertGiven_TheDealIsNotLive() public {
        _propose(1);
        deals.redeem(deal);
        vm.prank(trustee);
        _expectNotLive();
        schedules.confirm(deal, P.schedule(1), DOCUMENT);
    }

    function test_Confirm_AppendsTheRows() public {
        bytes32 programHash = deals.programHashOf(deal);
        _propose(2);
        vm.recordLogs();
        address schedule = _confirm(2);
        bytes32[] memory topics = vm.getRecordedLogs()[0].topics;
        assertEq(topics[0], IScheduleBook.ScheduleExtended.selector, "told");
        assertTrue(address(uint160(uint256(topics[3]))) == schedule && topics[2] != topics[3], "from one to another");
        (, uint256[] memory words) = waterfall.programOf(deal);
        assertEq(abi.encode(words), abi.encode(P.schedule(6)), "four rows and two");
        assertEq(deals.programHashOf(deal), programHash, "program hash");
        assertEq(schedules.proposalOf(deal), 0, "nothing waits");
        (uint64 acts, ) = schedules.trailOf(deal);
        assertEq(acts, 2, "trail");
    }

    function test_Confirm_TellsBothSchedulesByTheirHashes() public {
        _propose(1);
        vm.recordLogs();
        _confirm(1);
        (bytes32 previousHash, bytes32 scheduleHash, bytes32 document) = abi.decode(
            vm.getRecordedLogs()[0].data,
            (bytes32, bytes32, bytes32)
        );
        assertTrue(previousHash == _hashOf(P.schedule(4)) && scheduleHash == _hashOf(P.schedule(5)), "hashes");
        assertEq(document, DOCUMENT, "document");
    }

    /// @dev The first period is calculated by its own row, before and after.
    function test_Confirm_LeavesCalculationsAsTheyAre() public {
        _submit(_report(deal, FIRST));
        bytes32 before = _calculate(deal, FIRST);
        _propose(1);
        _confirm(1);
        assertEq(_calculate(deal, FIRST), before, "same distribution");
    }

    function test_Confirm_RecoveriesAfterTheLastRowAreDivided() public {
        for (uint32 i = 1; i <= 4; ++i) _settle(_run(deal, Period.wrap(i)));
        _submit(_report(deal, FIFTH));
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.ScheduleEnded.selector, deal, FIFTH));
        waterfall.calculate(deal, FIFTH);

        vm.prank(trustee);
        deals.liquidate(deal, "late recoveries");
        _propose(1);
        _confirm(1);
        IWaterfall.Distribution memory last = waterfall.preview(deal, FIFTH);
        assertEq(last.payees[2], PRINCIPAL, "principal of A");
        _approve(deal, FIFTH, _calculate(deal, FIFTH));
        _book(last);
        _settle(last);
        vm.prank(trustee);
        deals.close(deal);
        assertTrue(deals.stageOf(deal) == DealStage.Closed, "closed");
    }

    /* EXTEND */

    function test_Extend_RevertWhen_NotTheScheduleBook() public {
        bytes4 selector = RolesLib.NotRoleHolder.selector;
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(selector, RolesLib.ROOM_SCHEDULES, trustee));
        waterfall.extend(deal, address(0xA11CE));
    }

    function test_Extend_RevertGiven_ThereIsNoProgram() public {
        DealId draft = _draftDeal();
        vm.prank(address(schedules));
        vm.expectRevert(abi.encodeWithSelector(IWaterfall.ProgramMissing.selector, draft));
        waterfall.extend(draft, address(0xA11CE));
    }

    /* INTERNAL */

    function _propose(uint256 periods) private {
        vm.prank(manager);
        schedules.propose(deal, P.schedule(periods), DOCUMENT);
    }

    function _confirm(uint256 periods) private returns (address) {
        vm.prank(trustee);
        return schedules.confirm(deal, P.schedule(periods), DOCUMENT);
    }

    function _settle(IWaterfall.Distribution memory distribution) private {
        deals.movePeriod(deal, distribution.period, PeriodStage.Paying);
        deals.movePeriod(deal, distribution.period, PeriodStage.Settled);
    }

    function _expectNotHolder(address caller, Office office) private {
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, office, caller));
    }

    function _expectUneven(uint256[] memory rows) private {
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IScheduleBook.RowsUneven.selector, rows.length, 2));
        schedules.propose(deal, rows, DOCUMENT);
    }

    function _expectNotLive() private {
        vm.expectRevert(abi.encodeWithSelector(IScheduleBook.DealNotLive.selector, deal, DealStage.Redeemed));
    }

    function _expectChanged(uint256[] memory inForce, uint256[] memory rows, bytes32 document) private {
        bytes32 given = keccak256(abi.encode(_hashOf(inForce), rows, document));
        bytes32 proposed = schedules.proposalOf(deal);
        vm.prank(trustee);
        vm.expectRevert(abi.encodeWithSelector(IScheduleBook.ExtensionChanged.selector, deal, proposed, given));
        schedules.confirm(deal, rows, document);
    }

    function _hashOf(uint256[] memory words) private pure returns (bytes32) {
        return keccak256(abi.encode(words));
    }
}
