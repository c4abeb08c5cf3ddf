// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IERC7943Fungible} from "../../../contracts/interfaces/IERC7943.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {DealId, PartyId} from "../../../contracts/types/Ids.sol";
import {Vm} from "../Vm.sol";
import {LiveNotes} from "./LiveNotes.sol";

/// @notice What moves units without their holder: a registrar's import, an order.
contract SeriesNoteRegisterTest is LiveNotes {
    bytes32 private constant FILE = keccak256("holder list of 2026-09-18");

    /* IMPORT */

    function test_ProposeRegister_RevertWhen_NotTheRegistrar() public {
        vm.prank(custodianCn);
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.NotRegistrar.selector, deal, custodianCn));
        noteCn.proposeRegister(_lines(), FILE);
    }

    function test_ProposeRegister_RevertWhen_Empty() public {
        vm.startPrank(registrar);
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.ImportEmpty.selector));
        noteCn.proposeRegister(new ISeriesNote.RegisterLine[](0), FILE);
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.ImportEmpty.selector));
        noteCn.proposeRegister(_lines(), 0);
        vm.stopPrank();
    }

    function test_ProposeRegister_ShowsTheDifference() public {
        vm.expectEmit(address(noteCn));
        emit ISeriesNote.RegisterProposed(noteCn.seriesId(), 1, FILE, registrar, _lines());
        assertEq(_propose(), 1, "the first");
        (uint64 number, bytes32 digest, address by) = noteCn.proposalOf();
        assertEq(number, 1, "number");
        assertEq(digest, keccak256(abi.encode(uint64(1), _lines(), FILE)), "digest of lines and file");
        assertEq(by, registrar, "maker");
        assertEq(noteCn.balanceOf(investorCnTwo), 0, "nothing moved");
        assertEq(_propose(), 2, "another replaces it");
        vm.prank(custodianCn);
        vm.expectRevert();
        noteCn.register(1, _lines(), FILE);
    }

    function test_Register_RevertWhen_NotAChecker() public {
        _propose();
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.NotRegisterChecker.selector, deal, custodianHk));
        noteCn.register(1, _lines(), FILE);
    }

    /// @dev The custodian of the mainland is also registrar in this deal.
    function test_Register_RevertGiven_CheckerProposedIt() public {
        IDealBook.DealTerms memory terms = _dealTerms();
        PartyId party = parties.partyOf(custodianCn);
        terms.offices[12].party = party;
        DealId other = _draft(terms);
        vm.prank(manager);
        SeriesNote note = SeriesNote(factory.issue(other)[0]);
        note.mint(_issue(investorCn, 9));
        note.release();
        vm.prank(custodianCn);
        note.proposeRegister(_lines(), FILE);
        vm.prank(custodianCn);
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.CheckerNotSeparate.selector, party));
        note.register(1, _lines(), FILE);
    }

    function test_Register_RevertWhen_NotTheProposal() public {
        _propose();
        ISeriesNote.RegisterLine[] memory lines = _lines();
        _expectUnknown(1, lines, "another file");
        noteCn.register(1, lines, "another file");
        _expectUnknown(2, lines, FILE);
        noteCn.register(2, lines, FILE);
        lines[0].units = 51;
        _expectUnknown(1, lines, FILE);
        noteCn.register(1, lines, FILE);
    }

    function test_Register_RevertGiven_Applied() public {
        _propose();
        vm.prank(custodianCn);
        noteCn.register(1, _lines(), FILE);
        _expectUnknown(1, _lines(), FILE);
        noteCn.register(1, _lines(), FILE);
    }

    function test_Register_RevertGiven_OneLineRefused() public {
        _propose();
        _restrict(investorCnTwo, regulatorCn);
        vm.prank(custodianCn);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_RESTRICTED));
        noteCn.register(1, _lines(), FILE);
        assertEq(noteCn.balanceOf(registrar), 200, "nothing moved");
    }

    function test_Register_RevertGiven_RegistrarLeft() public {
        _propose();
        _revoke(registrar);
        vm.prank(custodianCn);
        vm.expectRevert(_refused(RefusalLib.NOT_REGISTRAR));
        noteCn.register(1, _lines(), FILE);
    }

    function test_Register_MovesUnitsInOrder() public {
        _propose();
        vm.expectEmit(address(noteCn));
        emit ISeriesNote.RegisterImported(noteCn.seriesId(), 1, FILE, trustee);
        vm.prank(trustee);
        noteCn.register(1, _lines(), FILE);
        assertEq(noteCn.balanceOf(registrar), 150, "50 left the omnibus");
        assertEq(noteCn.balanceOf(investorCnTwo), 60, "50 and 10");
        assertEq(noteCn.balanceOf(investorCn), 90, "10 fewer");
    }

    /* ORDERS */

    function test_ForcedTransfer_RevertWhen_NotTheEnforcementRoom() public {
        _expectNotEnforcement(regulatorHk);
        noteHk.forcedTransfer(investorHk, investorHkTwo, 1);
    }

    function test_ForcedTransfer_RevertWhen_ASideIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSender.selector, address(0)));
        noteHk.forcedTransfer(address(0), investorHkTwo, 1);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        noteHk.forcedTransfer(investorHk, address(0), 1);
    }

    function test_ForcedTransfer_RevertGiven_FewerUnits() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                investorHk,
                uint256(120),
                uint256(121)
            )
        );
        noteHk.forcedTransfer(investorHk, investorHkTwo, 121);
    }

    /// @dev 120 units with 130 frozen: none is free, so 30 frozen ones go.
    function test_ForcedTransfer_TakesFrozenUnits() public {
        noteHk.setFrozenTokens(investorHk, 130);
        vm.recordLogs();
        assertTrue(noteHk.forcedTransfer(investorHk, investorHkTwo, 30), "true on success");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs[0].topics[0], IERC7943Fungible.Frozen.selector, "first the freeze");
        assertEq(logs[1].topics[0], IERC20.Transfer.selector, "then the units");
        assertEq(logs[logs.length - 1].topics[0], IERC7943Fungible.ForcedTransfer.selector, "and by force");
        assertEq(noteHk.getFrozenTokens(investorHk), 100, "30 fewer are frozen");
        assertEq(noteHk.balanceOf(investorHkTwo), 110, "moved");
        assertEq(noteHk.getFrozenTokens(investorHkTwo), 0, "and free");
    }

    function test_SetFrozenTokens_RevertWhen_NotTheEnforcementRoom() public {
        _expectNotEnforcement(regulatorHk);
        noteHk.setFrozenTokens(investorHk, 1);
    }

    function test_SetFrozenTokens_RevertWhen_HolderIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSender.selector, address(0)));
        noteHk.setFrozenTokens(address(0), 1);
    }

    function test_SetFrozenTokens_RevertWhen_AboveAllUnitsThereCanBe() public {
        vm.expectRevert();
        noteHk.setFrozenTokens(investorHk, uint256(type(uint96).max) + 1);
    }

    function test_SetFrozenTokens_Overwrites() public {
        vm.expectEmit(address(noteHk));
        emit IERC7943Fungible.Frozen(investorHk, 500);
        assertTrue(noteHk.setFrozenTokens(investorHk, 500), "true on success");
        assertEq(noteHk.getFrozenTokens(investorHk), 500, "above the balance");
        noteHk.setFrozenTokens(investorHk, 5);
        assertEq(noteHk.getFrozenTokens(investorHk), 5, "overwritten");
        assertEq(noteHk.balanceOf(investorHk), 120, "units untouched");
    }

    /// @dev The omnibus gives 50 to Liang, Chen gives 10 to Liang.
    function _lines() private view returns (ISeriesNote.RegisterLine[] memory lines) {
        lines = new ISeriesNote.RegisterLine[](2);
        lines[0] = ISeriesNote.RegisterLine({from: registrar, to: investorCnTwo, units: 50});
        lines[1] = ISeriesNote.RegisterLine({from: investorCn, to: investorCnTwo, units: 10});
    }

    function _propose() private returns (uint64) {
        vm.prank(registrar);
        return noteCn.proposeRegister(_lines(), FILE);
    }

    function _expectUnknown(uint64 number, ISeriesNote.RegisterLine[] memory lines, bytes32 file) private {
        bytes32 digest = keccak256(abi.encode(number, lines, file));
        vm.expectRevert(abi.encodeWithSelector(ISeriesNote.ImportUnknown.selector, noteCn.seriesId(), number, digest));
        vm.prank(custodianCn);
    }

    function _expectNotEnforcement(address caller) private {
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.ROOM_ENFORCEMENT, caller));
        vm.prank(caller);
    }
}
