// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {
    AccountId,
    DealId,
    EntryId,
    PartyId,
    Period,
    RightId,
    SeriesId,
    TrancheId
} from "../../../contracts/types/Ids.sol";
import {TestBase} from "../Vm.sol";

/// @notice Ids compare as the numbers they wrap; the second number is the first again in half of the cases.
contract IdsTest is TestBase {
    function testFuzz_Compare_Parties(uint64 a, uint64 b, bool again) public pure {
        if (again) b = a;
        assertTrue((PartyId.wrap(a) == PartyId.wrap(b)) == (a == b), "equal");
        assertTrue((PartyId.wrap(a) != PartyId.wrap(b)) == (a != b), "unequal");
    }

    function testFuzz_Compare_Rights(uint64 a, uint64 b, bool again) public pure {
        if (again) b = a;
        assertTrue((RightId.wrap(a) == RightId.wrap(b)) == (a == b), "equal");
        assertTrue((RightId.wrap(a) != RightId.wrap(b)) == (a != b), "unequal");
    }

    function testFuzz_Compare_Deals(uint64 a, uint64 b, bool again) public pure {
        if (again) b = a;
        assertTrue((DealId.wrap(a) == DealId.wrap(b)) == (a == b), "equal");
        assertTrue((DealId.wrap(a) != DealId.wrap(b)) == (a != b), "unequal");
    }

    function testFuzz_Compare_Series(uint64 a, uint64 b, bool again) public pure {
        if (again) b = a;
        assertTrue((SeriesId.wrap(a) == SeriesId.wrap(b)) == (a == b), "equal");
        assertTrue((SeriesId.wrap(a) != SeriesId.wrap(b)) == (a != b), "unequal");
    }

    function testFuzz_Compare_Tranches(uint8 a, uint8 b, bool again) public pure {
        if (again) b = a;
        assertTrue((TrancheId.wrap(a) == TrancheId.wrap(b)) == (a == b), "equal");
        assertTrue((TrancheId.wrap(a) != TrancheId.wrap(b)) == (a != b), "unequal");
    }

    function testFuzz_Compare_Accounts(bytes32 a, bytes32 b, bool again) public pure {
        if (again) b = a;
        assertTrue((AccountId.wrap(a) == AccountId.wrap(b)) == (a == b), "equal");
        assertTrue((AccountId.wrap(a) != AccountId.wrap(b)) == (a != b), "unequal");
    }

    function testFuzz_Compare_Entries(uint64 a, uint64 b, bool again) public pure {
        if (again) b = a;
        assertTrue((EntryId.wrap(a) == EntryId.wrap(b)) == (a == b), "equal");
        assertTrue((EntryId.wrap(a) != EntryId.wrap(b)) == (a != b), "unequal");
    }

    function testFuzz_Compare_Periods(uint32 a, uint32 b, bool again) public pure {
        if (again) b = a;
        assertTrue((Period.wrap(a) == Period.wrap(b)) == (a == b), "equal");
        assertTrue((Period.wrap(a) != Period.wrap(b)) == (a != b), "unequal");
        assertTrue((Period.wrap(a) < Period.wrap(b)) == (a < b), "earlier");
    }

    function testFuzz_Next_IsOneLater(uint32 a) public pure {
        vm.assume(a < type(uint32).max);
        assertTrue(Period.wrap(a).next() == Period.wrap(a + 1), "one later");
    }
}
