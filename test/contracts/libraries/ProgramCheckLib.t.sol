// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ProgramCheckLib as Check} from "../../../contracts/libraries/ProgramCheckLib.sol";
import {StepLib} from "../../../contracts/libraries/StepLib.sol";

import {TestBase} from "../Vm.sol";
import {ProgramBuilder as P} from "./ProgramBuilder.sol";
import {WaterfallHarness} from "./WaterfallHarness.sol";

contract ProgramCheckLibTest is TestBase {
    WaterfallHarness private _machine;

    // A payment of income to a payee: due one, soft two, also the balance, supported by support and account.
    uint256 private constant SOUND =
        (P.PAY << 252) | P.LINE | (P.INCOME << 240) | (P.ONE << 232) | (P.PAYEE << 224) | (P.TWO << 216);
    uint256 private constant SPLIT_ONE = (P.SPLIT << 252) | (P.INCOME << 240) | (0x07 << 208) | (0x09 << 176);

    function setUp() public {
        _machine = new WaterfallHarness();
    }

    /* SOUND */

    function test_Check_AcceptsSoundPrograms() public view {
        _machine.check(P.single(_sound()));
        _machine.check(P.pair(P.step(P.PAY, 0, P.ONE, P.PAYEE, 0) | P.list(0x02000000), SPLIT_ONE));
        _machine.check(P.pair(P.step(P.PAY, P.ONE, P.DAYS, P.TEMP, 0), P.step(P.SET, P.INCOME, 0, 0, P.DAYS)));
        _machine.check(P.single(P.step(P.ACCRUE, P.BALANCE, 0, P.DAYS, P.ONE) | P.scale(1, 365)));
        _machine.check(P.pair(P.step(P.GAP, P.PAYEE, P.ACCOUNT, 0, P.ONE), P.step(P.TEST, 0, 0, 15, 0) | P.LATCH));
    }

    /* HEADER */

    function test_Check_RevertWhen_VersionIsUnknown() public {
        _refuse(new uint256[](0), abi.encodeWithSelector(Check.UnknownVersion.selector, 0));
        _refuseHeader(P.header(1) ^ (3 << 248), abi.encodeWithSelector(Check.UnknownVersion.selector, 2));
    }

    function test_Check_RevertWhen_HeaderHasStrayBits() public {
        _refuseHeader(P.header(1) | (1 << 167), abi.encodeWithSelector(Check.StrayBits.selector, 0));
        _refuseHeader(P.header(1) | 1, abi.encodeWithSelector(Check.StrayBits.selector, 0));
    }

    function test_Check_RevertWhen_RegionsAreNotNested() public {
        bytes memory inconsistent = abi.encodeWithSelector(Check.LayoutInconsistent.selector);
        _refuseHeader(P.header(1) ^ (2 << 232), inconsistent);
        _refuseHeader(P.header(1) ^ (4 << 240), inconsistent);
        _refuseHeader(P.header(1) ^ (7 << 208), inconsistent);
        _refuseHeader(P.header(1) ^ (2 << 184), inconsistent);
    }

    function test_Check_RevertWhen_CellsAreTooMany() public {
        _machine.check(_withHeader(P.header(1) + (241 << 176)));
        _refuseHeader(P.header(1) + (242 << 176), abi.encodeWithSelector(Check.TooManyCells.selector, 257));
    }

    function test_Check_RevertWhen_ProgramIsTruncated() public {
        uint256[] memory words = new uint256[](1);
        words[0] = P.header(0);
        _refuse(words, abi.encodeWithSelector(Check.ProgramTruncated.selector, 1, 3));
        bytes memory truncated = abi.encodeWithSelector(Check.ProgramTruncated.selector, 2, 3);
        _refuse(P.program(new uint256[](0), 0), truncated);
    }

    function test_Check_RevertWhen_LinesDisagree() public {
        _refuseHeader(P.header(2), abi.encodeWithSelector(Check.LinesDisagree.selector, 2, 1));
        _refuseHeader(P.header(0), abi.encodeWithSelector(Check.LinesDisagree.selector, 0, 1));
    }

    /* DESCRIPTORS */

    function test_Check_RevertWhen_DescriptorIsUnknown() public {
        uint16[17] memory refused = [
            0x0003,
            0x0303,
            0x0403,
            0x0003,
            0x0103,
            0x0403,
            0x0103,
            0x0203,
            0x0303,
            0x000c,
            0,
            0x0900,
            0,
            0x0900,
            0,
            0x0a00,
            0x0aff
        ];
        uint8[17] memory positions = [0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 5, 5];
        for (uint256 i = 0; i < refused.length; ++i) {
            uint256[] memory words = _described(positions[i], refused[i]);
            _refuse(words, abi.encodeWithSelector(Check.UnknownDescriptor.selector, positions[i]));
        }
    }

    function test_Check_AcceptsEveryKnownDescriptor() public view {
        uint16[7] memory known = [0x010b, 0x0203, 0x0300, 0x000b, 0x0100, 0x08ff, 0x09ff];
        uint8[7] memory positions = [0, 0, 1, 2, 3, 4, 5];
        for (uint256 i = 0; i < known.length; ++i) {
            _machine.check(_described(positions[i], known[i]));
        }
    }

    function test_Check_RevertWhen_BitsFollowTheDescriptors() public {
        uint256[] memory words = P.single(_sound());
        words[1] |= 1 << 159;
        _refuse(words, abi.encodeWithSelector(Check.StrayBits.selector, 1));
        words[1] ^= (1 << 159) | 1;
        _refuse(words, abi.encodeWithSelector(Check.StrayBits.selector, 1));
    }

    function test_Check_SixteenDescriptorsFillAWord() public view {
        uint256[] memory words = P.single(P.step(P.SET, 0, 0, 0, P.ONE));
        words[0] += 10 << 200;
        for (uint256 i = 6; i < 16; ++i) {
            words[1] |= 0x0100 << (240 - 16 * i);
        }
        _machine.check(words);
    }

    /* FORM */

    function test_Check_RevertWhen_OperationIsUnknown() public {
        uint8[3] memory ops = [0, 8, 15];
        for (uint256 i = 0; i < ops.length; ++i) {
            _refuseStep(
                P.step(ops[i], 0, 0, 0, P.ONE),
                abi.encodeWithSelector(StepLib.UnknownOperation.selector, 1, ops[i])
            );
        }
    }

    function test_Check_RevertWhen_FieldsAreUnused() public {
        _refuseBits(_sound(), P.LATCH);
        _refuseBits(SPLIT_ONE, P.LINE | P.LATCH | (1 << 232) | (1 << 231) | (1 << 216) | (1 << 55) | 1);
        uint256 accrual = P.step(P.ACCRUE, P.BALANCE, 0, P.DAYS, P.ONE) | P.scale(1, 365);
        _refuseBits(accrual, P.LINE | P.LATCH | (1 << 184) | (1 << 207) | (1 << 152) | (1 << 183));
        uint256 figures = P.LINE | P.LATCH | (1 << 224) | (1 << 184) | (1 << 215) | (1 << 152) | (1 << 183);
        _refuseBits(P.step(P.GAP, P.ONE, 0, 0, P.TWO), figures);
        _refuseBits(P.step(P.ADD, P.ONE, 0, 0, P.TWO), figures | (1 << 232) | (1 << 239));
        _refuseBits(P.step(P.SET, P.ONE, 0, 0, P.TWO), figures | (1 << 232) | (1 << 239));
        uint256 tests = P.LINE | (1 << 216) | (1 << 184) | (1 << 152) | P.rounding(1) | P.rounding(2);
        _refuseBits(P.step(P.TEST, P.ONE, 0, 1, 0), tests);
    }

    function test_Check_RevertWhen_AListHasAHole() public {
        bytes memory stray = abi.encodeWithSelector(Check.StrayBits.selector, 3);
        uint256 payment = P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0);
        _refuseStep(payment | P.also(0x06000800), stray);
        _refuseStep(payment | P.list(0x02000300), stray);
        uint256 sharing = P.step(P.SPLIT, P.INCOME, 0, 0, 0);
        _refuseStep(sharing | P.also(0x07000800) | P.list(0x090a0000), stray);
        _refuseStep(sharing | P.also(0x07080000) | P.list(0x09000a00), stray);
        _refuseStep(sharing | P.also(0x07080000) | P.scale(0x0700000009000000, 0) | P.list(0x090a0000), stray);
    }

    function test_Check_RevertWhen_RoundingIsUnknown() public {
        bytes memory unknown = abi.encodeWithSelector(Check.UnknownRounding.selector, 1);
        _refuseStep(_sound() | P.rounding(3), unknown);
        _refuseStep(SPLIT_ONE | P.rounding(2), unknown);
    }

    /* PAY */

    function test_Check_RevertWhen_PaymentLacksAnOperand() public {
        bytes memory lacking = abi.encodeWithSelector(Check.NullOperand.selector, 1);
        _refuseStep(P.step(P.PAY, P.INCOME, 0, 0, 0), lacking);
        _refuseStep(P.step(P.PAY, 0, P.ONE, P.PAYEE, 0), lacking);
        bytes memory unbounded = abi.encodeWithSelector(Check.SupportsWithoutDue.selector, 1);
        _refuseStep(P.step(P.PAY, P.INCOME, 0, P.PAYEE, 0) | P.list(0x02000000), unbounded);
    }

    function test_Check_RevertWhen_PaymentMixesClasses() public {
        _refuseClass(P.step(P.PAY, P.INCOME, 0, P.ONE, 0), P.INCOME);
        _refuseClass(P.step(P.PAY, P.ONE, 0, P.PAYEE, 0), P.ONE);
        _refuseClass(P.step(P.PAY, P.PAYEE, 0, P.ACCOUNT, 0), P.PAYEE);
        _refuseClass(P.step(P.PAY, P.PAYEE, 0, P.ONE, 0), P.PAYEE);
        _refuseClass(P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(0x02080000), P.TWO);
        _refuseClass(P.step(P.PAY, P.ONE, P.TWO, P.TEMP, 0) | P.list(0x03000000), P.ACCOUNT);
        _refuseClass(P.step(P.PAY, P.INCOME, P.ACCOUNT, P.PAYEE, 0), P.ACCOUNT);
        _refuseClass(P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, P.ACCOUNT), P.ACCOUNT);
        _refuseClass(P.step(P.PAY, P.INCOME, P.ONE, P.ACCOUNT, 0) | P.also(0x08090000), P.PAYEE);
    }

    function test_Check_RevertWhen_PaymentLeavesTheCells() public {
        _refuseRange(P.step(P.PAY, P.BEYOND, P.ONE, P.PAYEE, 0));
        _refuseRange(P.step(P.PAY, P.INCOME, P.BEYOND, P.PAYEE, 0));
        _refuseRange(P.step(P.PAY, P.INCOME, P.ONE, P.BEYOND, 0));
        _refuseRange(P.step(P.PAY, P.ONE, P.TWO, P.BEYOND, 0));
        _refuseRange(P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, P.BEYOND));
        _refuseRange(P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.also(0x080f0000));
        _refuseRange(P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(0x020f0000));
    }

    function test_Check_RevertWhen_PaymentNamesACellTwice() public {
        _refuseTwice(P.step(P.PAY, P.INCOME, 0, P.INCOME, 0), P.INCOME);
        _refuseTwice(P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, P.ONE), P.ONE);
        _refuseTwice(P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.also(0x07000000), P.ONE);
        _refuseTwice(P.step(P.PAY, P.INCOME, P.ONE, P.PAYEE, 0) | P.list(0x03030000), P.ACCOUNT);
    }

    /* SPLIT */

    function test_Check_RevertWhen_SplitIsUneven() public {
        bytes memory uneven = abi.encodeWithSelector(Check.UnevenSplit.selector, 1);
        _refuseStep(P.step(P.SPLIT, P.INCOME, 0, 0, 0), uneven);
        _refuseStep(SPLIT_ONE | P.also(0x00080000), uneven);
        _refuseStep(SPLIT_ONE | P.list(0x000a0000), uneven);
        uint256 sourceless = P.step(P.SPLIT, 0, 0, 0, 0) | P.also(0x07000000) | P.list(0x09000000);
        _refuseStep(sourceless, abi.encodeWithSelector(Check.NullOperand.selector, 1));
    }

    function test_Check_RevertWhen_SplitMixesClasses() public {
        uint256 fromIncome = P.step(P.SPLIT, P.INCOME, 0, 0, 0);
        _refuseClass(fromIncome | P.also(0x07080000) | P.list(0x090d0000), P.TEMP);
        _refuseClass(P.step(P.SPLIT, P.TEMP, 0, 0, 0) | P.also(0x07080000) | P.list(0x08090000), P.PAYEE);
        _refuseClass(P.step(P.SPLIT, P.PAYEE, 0, 0, 0) | P.also(0x07000000) | P.list(0x03000000), P.PAYEE);
        _refuseClass(fromIncome | P.also(0x07030000) | P.list(0x090a0000), P.ACCOUNT);
    }

    function test_Check_RevertWhen_SplitLeavesTheCells() public {
        _refuseRange(P.step(P.SPLIT, P.BEYOND, 0, 0, 0) | P.also(0x07000000) | P.list(0x09000000));
        uint256 fromIncome = P.step(P.SPLIT, P.INCOME, 0, 0, 0);
        _refuseRange(fromIncome | P.also(0x07080000) | P.list(0x090f0000));
        _refuseRange(fromIncome | P.also(0x070f0000) | P.list(0x090a0000));
    }

    /* ACCRUE, GAP, ADD, SET, TEST */

    function test_Check_RevertWhen_AccrualLacksAnOperand() public {
        bytes memory lacking = abi.encodeWithSelector(Check.NullOperand.selector, 1);
        uint256 scaled = P.scale(1, 365);
        _refuseStep(P.step(P.ACCRUE, 0, P.ONE, P.DAYS, P.TWO) | scaled, lacking);
        _refuseStep(P.step(P.ACCRUE, P.BALANCE, P.ONE, 0, P.TWO) | scaled, lacking);
        _refuseStep(P.step(P.ACCRUE, P.BALANCE, P.ONE, P.DAYS, 0) | scaled, lacking);
        uint256 yearless = P.step(P.ACCRUE, P.BALANCE, P.ONE, P.DAYS, P.TWO);
        _refuseStep(yearless, abi.encodeWithSelector(Check.NoDenominator.selector, 1));
    }

    function test_Check_RevertWhen_AccrualLeavesTheCells() public {
        uint256 scaled = P.scale(1, 365);
        _refuseRange(P.step(P.ACCRUE, P.BEYOND, P.ONE, P.DAYS, P.TWO) | scaled);
        _refuseRange(P.step(P.ACCRUE, P.BALANCE, P.BEYOND, P.DAYS, P.TWO) | scaled);
        _refuseRange(P.step(P.ACCRUE, P.BALANCE, P.ONE, P.BEYOND, P.TWO) | scaled);
        _refuseRange(P.step(P.ACCRUE, P.BALANCE, P.ONE, P.DAYS, P.BEYOND) | scaled);
        _refuseRange(P.step(P.ACCRUE, P.BALANCE, P.ONE, P.DAYS, P.TWO) | P.also(0x0f000000));
        _refuseClass(P.step(P.ACCRUE, P.BALANCE, P.ONE, P.DAYS, P.ACCOUNT) | scaled, P.ACCOUNT);
        _refuseClass(P.step(P.ACCRUE, P.BALANCE, P.ONE, P.DAYS, P.PAYEE) | scaled, P.PAYEE);
    }

    function test_Check_RevertWhen_FigureHasNowhereToGo() public {
        uint8[3] memory ops = [uint8(P.GAP), uint8(P.ADD), uint8(P.SET)];
        for (uint256 i = 0; i < ops.length; ++i) {
            _refuseStep(P.step(ops[i], P.ONE, 0, 0, 0), abi.encodeWithSelector(Check.NullOperand.selector, 1));
            _refuseClass(P.step(ops[i], P.ONE, 0, 0, P.ACCOUNT), P.ACCOUNT);
            _refuseClass(P.step(ops[i], P.ONE, 0, 0, P.PAYEE), P.PAYEE);
            _refuseRange(P.step(ops[i], P.BEYOND, 0, 0, P.ONE));
            _refuseRange(P.step(ops[i], P.ONE, 0, 0, P.BEYOND));
        }
        _refuseRange(P.step(P.GAP, P.ONE, P.BEYOND, 0, P.TWO));
    }

    function test_Check_RevertWhen_TestLeavesCellsOrFlags() public {
        _refuseRange(P.step(P.TEST, P.BEYOND, 0, 1, 0));
        _refuseRange(P.step(P.TEST, 0, P.BEYOND, 1, 0));
        bytes memory outside = abi.encodeWithSelector(Check.BitOutOfRange.selector, 1, 16);
        _refuseStep(P.step(P.TEST, P.ONE, 0, 16, 0), outside);
    }

    function testFuzz_Check_NothingElseIsThrown(uint256 word) public view {
        try _machine.check(P.single(word)) {} catch (bytes memory failure) {
            assertFalse(bytes4(failure) == bytes4(keccak256("Panic(uint256)")), "a panic is not a refusal");
        }
    }

    /* INTERNAL */

    function _sound() private pure returns (uint256) {
        return SOUND | P.also(0x06000000) | P.list(0x02030000);
    }

    function _withHeader(uint256 header) private pure returns (uint256[] memory words) {
        words = P.single(_sound());
        words[0] = header;
    }

    /// @dev The sound program with one descriptor replaced.
    function _described(uint256 position, uint256 descriptor) private pure returns (uint256[] memory words) {
        words = P.single(_sound());
        uint256 shift = 240 - 16 * position;
        words[1] = (words[1] & ~(0xffff << shift)) | (descriptor << shift);
    }

    function _refuse(uint256[] memory words, bytes memory failure) private {
        vm.expectRevert(failure);
        _machine.check(words);
    }

    function _refuseHeader(uint256 header, bytes memory failure) private {
        _refuse(_withHeader(header), failure);
    }

    /// @dev The step stands second, so that its number and its word index differ.
    function _refuseStep(uint256 step, bytes memory failure) private {
        _refuse(P.pair(P.step(P.SET, 0, 0, 0, P.TEMP), step), failure);
    }

    function _refuseBits(uint256 step, uint256 bits) private {
        for (uint256 i = 0; i < 256; ++i) {
            if (bits & (1 << i) == 0) continue;
            _refuseStep(step | (1 << i), abi.encodeWithSelector(Check.StrayBits.selector, 3));
        }
    }

    function _refuseClass(uint256 step, uint256 cell) private {
        _refuseStep(step, abi.encodeWithSelector(Check.WrongClass.selector, 1, cell));
    }

    function _refuseRange(uint256 step) private {
        _refuseStep(step, abi.encodeWithSelector(Check.CellOutOfRange.selector, 1, P.BEYOND));
    }

    function _refuseTwice(uint256 step, uint256 cell) private {
        _refuseStep(step, abi.encodeWithSelector(Check.OperandTwice.selector, 1, cell));
    }
}
