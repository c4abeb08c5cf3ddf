// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {FaultLib} from "../../../contracts/libraries/FaultLib.sol";
import {IpEventKind, Maturity} from "../../../contracts/types/Enums.sol";
import {TestBase} from "../Vm.sol";

contract FaultLibTest is TestBase {
    function test_Applied_EachFaultIsABitAndEachAnswerClearsIt() public pure {
        assertEq(FaultLib.applied(0, IpEventKind.AnnualFeeMissed), 1, "fee");
        assertEq(FaultLib.applied(0, IpEventKind.Litigation), 2, "litigation");
        assertEq(FaultLib.applied(0, IpEventKind.Substituted), 4, "substituted");
        assertEq(FaultLib.applied(0, IpEventKind.Invalidated), 8, "invalidated");
        assertEq(FaultLib.applied(0, IpEventKind.Lapsed), 16, "lapsed");
        assertEq(FaultLib.applied(31, IpEventKind.AnnualFeePaid), 30, "fee paid");
        assertEq(FaultLib.applied(31, IpEventKind.LitigationEnded), 29, "litigation ended");
        assertEq(FaultLib.applied(31, IpEventKind.Restored), 3, "restored");
    }

    function test_Applied_FactsOfTheClaimChangeNothing() public pure {
        IpEventKind[3] memory kinds = [IpEventKind.Licensed, IpEventKind.LicenceEnded, IpEventKind.Reappraised];
        for (uint256 i = 0; i < kinds.length; ++i) {
            assertEq(FaultLib.applied(5, kinds[i]), 5, "unchanged");
            assertFalse(FaultLib.isOfTitle(kinds[i]), "of the claim");
        }
        assertFalse(FaultLib.isOfTitle(IpEventKind.None), "no fact");
        assertTrue(FaultLib.isOfTitle(IpEventKind.Restored), "of the title");
    }

    function testFuzz_IsWatched_LostOrWatchedOrSound(uint8 faults) public pure {
        faults = uint8(bound(faults, 0, 31));
        bool isLost = faults >= 8;
        assertTrue(FaultLib.isLost(faults) == isLost, "invalidated or lapsed");
        assertTrue(FaultLib.isWatched(faults) == (faults != 0 && !isLost), "any other fault");
    }

    function test_Lowered_FallsByOneClass() public pure {
        assertTrue(FaultLib.lowered(Maturity.Stable, 0) == Maturity.PilotPassed, "stable");
        assertTrue(FaultLib.lowered(Maturity.PilotPassed, "payer") == Maturity.Early, "with a payer");
        assertTrue(FaultLib.lowered(Maturity.PilotPassed, 0) == Maturity.None, "without");
        assertTrue(FaultLib.lowered(Maturity.Early, "payer") == Maturity.None, "early");
        assertTrue(FaultLib.lowered(Maturity.None, "payer") == Maturity.None, "none");
    }
}
