// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Header, ProgramLib} from "../../../contracts/libraries/ProgramLib.sol";
import {AccountPurpose, Feed, PayeeKind, ReportInput} from "../../../contracts/types/Enums.sol";

import {TestBase} from "../Vm.sol";
import {ProgramBuilder as P} from "./ProgramBuilder.sol";

contract ProgramLibTest is TestBase {
    using ProgramLib for Header;

    function test_Header_ReadsEveryCount() public pure {
        uint256[] memory words = new uint256[](1);
        words[0] = 0x0102030405060708090a0b << 168;
        Header memory header = ProgramLib.header(words);
        assertEq(header.version, 1, "version");
        assertEq(header.arrivals, 2, "arrivals");
        assertEq(header.supportCount, 3, "supports");
        assertEq(header.cash, 4, "cash");
        assertEq(header.notes, 5, "notes");
        assertEq(header.state, 6, "state");
        assertEq(header.payees, 7, "payees");
        assertEq(header.inputs, 8, "inputs");
        assertEq(header.scheduled, 9, "scheduled");
        assertEq(header.temps, 10, "temps");
        assertEq(header.lines, 11, "lines");
    }

    function test_Descriptors_TellWhatCellsAreFor() public pure {
        uint256[] memory words = P.single(P.step(P.SET, 0, 0, 0, P.TEMP));
        words[1] = 0x0103030500040102080301ff << 160;
        Header memory header = ProgramLib.header(words);
        assertTrue(ProgramLib.feedOf(words, 0) == Feed.Income, "income");
        assertTrue(ProgramLib.feedOf(words, 1) == Feed.Support, "support");
        assertTrue(ProgramLib.feedOf(words, 2) == Feed.None, "account");
        assertTrue(ProgramLib.purposeOf(words, 0) == AccountPurpose.Plan, "plan");
        assertTrue(ProgramLib.purposeOf(words, 1) == AccountPurpose.Guarantee, "guarantee");
        assertTrue(ProgramLib.purposeOf(words, 2) == AccountPurpose.Reserve, "reserve");
        (PayeeKind kind, uint8 ref) = ProgramLib.payeeOf(words, header, 1);
        assertTrue(kind == PayeeKind.Refund, "refund");
        assertEq(ref, 3, "office");
        (ReportInput input, uint8 class) = ProgramLib.reportInputOf(words, header, 0);
        assertTrue(input == ReportInput.Loss, "loss");
        assertEq(class, 255, "class");
    }

    function test_Descriptors_GoOnInTheNextWord() public pure {
        uint256[] memory words = new uint256[](3);
        words[0] = P.header(0) + (14 << 200);
        words[2] = 0x01020304 << 224;
        Header memory header = ProgramLib.header(words);
        assertEq(header.descriptors(), 20, "descriptors");
        assertEq(header.firstStep(), 3, "first step");
        (PayeeKind kind, uint8 ref) = ProgramLib.payeeOf(words, header, 13);
        assertTrue(kind == PayeeKind.Tax, "first of the second word");
        assertEq(ref, 2, "its office");
        (kind, ref) = ProgramLib.payeeOf(words, header, 14);
        assertTrue(kind == PayeeKind.Interest, "second of the second word");
        assertEq(ref, 4, "its tranche");
    }

    function test_Cells_FollowEachOther() public pure {
        Header memory header = ProgramLib.header(P.single(P.step(P.SET, 0, 0, 0, P.TEMP)));
        assertEq(header.supportCell(0), P.SUPPORT, "support");
        assertEq(header.owedCell(0), P.OWED, "owed");
        assertEq(header.leftCell(0), P.LEFT, "left");
        assertEq(header.balanceCell(0), P.BALANCE, "balance");
        assertEq(header.payeeCell(1), P.OTHER, "payee");
        assertEq(header.inputCell(1), P.FIGURE, "input");
        assertEq(header.persisted(), P.TWO, "persisted");
        assertEq(header.cellCount(), P.BEYOND, "all");
    }
}
