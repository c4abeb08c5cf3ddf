// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ProgramBuilder as B} from "../libraries/ProgramBuilder.sol";

/// @notice A small three-tranche program for the fixture's deal, thirty steps with round numbers.
///
/// ORDER
/// refund; fee (reserve, guarantor); interest A (reserve, guarantor); interest B unless accelerated; reserve up to 100.00; guarantor
/// reimbursed; principal A, B, C in turn; rest of the income to C, or to principal once accelerated; unused guarantor money returned.
///
/// FLAGS
/// 0 collections below 80 % of the baseline so far; 1 a call was not paid (latched); 14 less performing than half of A, or an
/// acceleration event (latched); 15 a default event (latched).
library DealProgram {
    uint256 internal constant INC = 1;
    uint256 internal constant PRI = 2;
    uint256 internal constant GUA = 3;
    uint256 internal constant RES = 4;
    uint256 internal constant OWED = 5;
    uint256 internal constant LEFT = 6;
    uint256 internal constant BAL_A = 7;
    uint256 internal constant BAL_B = 8;
    uint256 internal constant BAL_C = 9;
    uint256 internal constant INT_A = 10;
    uint256 internal constant INT_B = 11;
    uint256 internal constant FEE = 12;
    uint256 internal constant REFUND = 13;
    uint256 internal constant CUM_COL = 14;
    uint256 internal constant CUM_BASE = 15;
    uint256 internal constant LOSSES = 16;

    uint256 internal constant TO_FEE = 17;
    uint256 internal constant TO_INT_A = 18;
    uint256 internal constant TO_PRI_A = 19;
    uint256 internal constant TO_INT_B = 20;
    uint256 internal constant TO_PRI_B = 21;
    uint256 internal constant TO_PRI_C = 22;
    uint256 internal constant TO_RESIDUAL = 23;
    uint256 internal constant TO_GUARANTOR = 24;
    uint256 internal constant RETURNED = 25;
    uint256 internal constant TO_REFUND = 26;

    uint256 internal constant DAYS = 27;
    uint256 internal constant RATE_A = 28;
    uint256 internal constant RATE_B = 29;
    uint256 internal constant BASELINE = 30;
    uint256 internal constant LOSS = 31;
    uint256 internal constant REFUND_DUE = 32;
    uint256 internal constant FEE_DUE = 33;
    uint256 internal constant UNPAID = 34;
    uint256 internal constant PERFORMING = 35;
    uint256 internal constant ACCELERATED = 36;
    uint256 internal constant DEFAULTED = 37;
    uint256 internal constant GAP_RES = 38;
    uint256 internal constant TOLD = 39;

    uint256 internal constant LOW = 1 << 0;
    uint256 internal constant FAILED = 1 << 1;
    uint256 internal constant ACC = 1 << 14;
    uint256 internal constant DEF = 1 << 15;

    /// @dev Version 1; arrivals 3, supports 1, cash 4; notes 3, state 12; payees 10; inputs 11, scheduled 4; temps 2; lines 10.
    uint256 internal constant HEADER = 0x0103010403_0c0a0b04020a << 168;

    function words() internal pure returns (uint256[] memory program) {
        uint256[] memory s = steps();
        program = new uint256[](3 + s.length);
        program[0] = HEADER;
        // income, principal, guarantor, reserve; fee, three tranches, guarantor twice, refund to the servicer; loss
        program[1] = 0x0103_0203_0305_0004_0203_0300_0400_0301_0401_0402_0502_0600_0700_0803_0100_0400;
        // fee due 0, call unpaid 0, performing of all classes, the two declarations
        program[2] = 0x0500_0700_0300_0608_0609 << 176;
        for (uint256 i = 0; i < s.length; ++i) program[3 + i] = s[i];
    }

    function steps() internal pure returns (uint256[] memory s) {
        s = new uint256[](30);
        s[0] = _add(REFUND_DUE, REFUND);
        s[1] = _add(FEE_DUE, FEE);
        s[2] = _add(INC, CUM_COL);
        s[3] = _add(PRI, CUM_COL);
        s[4] = _add(BASELINE, CUM_BASE);
        s[5] = _add(LOSS, LOSSES);
        s[6] = _accrue(BAL_A, RATE_A, INT_A);
        s[7] = _accrue(BAL_B, RATE_B, INT_B);
        s[8] = _test(CUM_COL, 10_000, CUM_BASE, 8_000, 0);
        s[9] = _test(0, 0, UNPAID, 1, 1) | B.LATCH;
        s[10] = _test(PERFORMING, 2, BAL_A, 1, 14) | B.LATCH;
        s[11] = _test(0, 0, ACCELERATED, 1, 14) | B.LATCH;
        s[12] = _test(0, 0, DEFAULTED, 1, 15) | B.LATCH;
        s[13] = _pay(INC, REFUND, TO_REFUND) | B.LINE;
        s[14] = _pay(PRI, REFUND, TO_REFUND);
        s[15] = _pay(INC, FEE, TO_FEE) | B.LINE | B.list((RES << 24) | (GUA << 16));
        s[16] = _pay(INC, INT_A, TO_INT_A) | B.LINE | B.list((RES << 24) | (GUA << 16));
        s[17] = _pay(INC, INT_B, TO_INT_B) | B.LINE | B.mask(0, ACC);
        s[18] = B.step(B.GAP, 0, RES, 0, GAP_RES) | B.scale(100_00, 0);
        s[19] = _pay(INC, GAP_RES, RES) | B.mask(0, ACC);
        s[20] = _pay(INC, OWED, TO_GUARANTOR) | B.LINE;
        s[21] = _pay(INC, 0, PRI) | B.mask(ACC, 0);
        s[22] = _pay(RES, 0, PRI) | B.mask(ACC, 0);
        s[23] = _pay(PRI, BAL_A, TO_PRI_A) | B.LINE;
        s[24] = _pay(PRI, BAL_B, TO_PRI_B) | B.LINE;
        s[25] = _pay(PRI, BAL_C, TO_PRI_C) | B.LINE;
        s[26] = _pay(INC, 0, TO_RESIDUAL) | B.LINE | B.mask(0, ACC);
        s[27] = _pay(GUA, 0, RETURNED) | B.LINE;
        s[28] = B.step(B.SET, BAL_A, 0, 0, TOLD);
        s[29] = _add(BAL_B, TOLD);
    }

    /// @dev A 4 % and B 6 % for 365 days, baseline 6,000.00: interest A 2,400.00 and B 1,800.00 a year on the opening balances;
    /// thirty-sixth of a year by period, so 30 days of 360 in the program.
    function schedule(uint256 periods) internal pure returns (uint256[] memory rows) {
        rows = new uint256[](2 * periods);
        for (uint256 i = 0; i < periods; ++i) {
            rows[2 * i] = (30 << 128) | 40_000_000;
            rows[2 * i + 1] = (60_000_000 << 128) | 6_000_00;
        }
    }

    function opening(uint128 commitment) internal pure returns (uint128[] memory cells) {
        cells = new uint128[](16);
        cells[LEFT - 1] = commitment;
        cells[BAL_A - 1] = 60_000_00;
        cells[BAL_B - 1] = 30_000_00;
        cells[BAL_C - 1] = 10_000_00;
    }

    function _add(uint256 from, uint256 to) private pure returns (uint256) {
        return B.step(B.ADD, from, 0, 0, to);
    }

    /// @dev Over 360 days.
    function _accrue(uint256 balance, uint256 rate, uint256 to) private pure returns (uint256) {
        return B.step(B.ACCRUE, balance, rate, DAYS, to) | B.scale(0, 360);
    }

    function _test(uint256 left, uint256 k1, uint256 right, uint256 k2, uint256 bit) private pure returns (uint256) {
        return B.step(B.TEST, left, right, bit, 0) | B.scale(k1, k2);
    }

    function _pay(uint256 from, uint256 due, uint256 to) private pure returns (uint256) {
        return B.step(B.PAY, from, due, to, 0);
    }
}
