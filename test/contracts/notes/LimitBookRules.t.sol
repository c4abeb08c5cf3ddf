// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {ILimitBook} from "../../../contracts/interfaces/ILimitBook.sol";
import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";

import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {MovementKind} from "../../../contracts/types/Enums.sol";
import {PartyId} from "../../../contracts/types/Ids.sol";
import {HK, MO} from "../../../contracts/types/Place.sol";
import {LimitedNotes} from "./LimitedNotes.sol";

/// @notice Every limit, at its edge, and what is counted.
contract LimitBookRulesTest is LimitedNotes {
    /* ADMISSION, EXEMPTION */

    function test_Admission_RefusesClassesAndPlacesThatTheTermsDoNotName() public {
        address other = _meetAs("investor Chow", HONG_KONG, 3, 5, uint48(block.timestamp) + YEAR);
        _expectRefusal(investorHk, other, 10, RefusalLib.CLASS_NOT_ADMITTED);
        _expectRefusal(investorHk, investorCn, 10, RefusalLib.CLASS_NOT_ADMITTED);
        address second = _meetAs("investor Sousa", MACAO, 2, 5, uint48(block.timestamp) + YEAR);
        _expectRefusal(investorHk, second, 10, RefusalLib.CLASS_NOT_ADMITTED);
        assertFalse(noteHk.canReceive(other), "told of the account");
    }

    function test_Admission_LetsAnotherPlaceIn() public {
        assertTrue(noteHk.canReceive(investorMo), "Macao is named");
        _send(investorHk, investorMo, 10);
        assertEq(noteHk.balanceOf(investorMo), 10, "across the border");
    }

    function test_Exemption_OnlyTheClassThatTheTermsName() public {
        address exempt = _meetAs("investor Fung", HONG_KONG, 4, 1, uint48(block.timestamp) + YEAR);
        address other = _meetAs("investor Chow", HONG_KONG, 2, 1, uint48(block.timestamp) + YEAR);
        _expectRefusal(investorHk, other, 10, RefusalLib.GRADE_ABOVE_TOLERANCE);
        assertFalse(noteHk.canReceive(other), "told of the account");
        _send(investorHk, exempt, 10);
    }

    /* LOCK-UP, RETENTION */

    function test_LockUp_EndsAtMidnightOfThePlaces() public {
        address friend = _meet("investor Sousa", MACAO);
        uint256 midnight = START - 8 hours + 10 days;
        vm.warp(midnight - 1);
        vm.prank(investorMo);
        vm.expectRevert(_refused(RefusalLib.LOCKED_UP));
        noteMo.transfer(friend, 1);
        address own = _wallet("second wallet of Silva");
        _bind(_attestation("investor Silva", own, MACAO), investorMo);
        vm.prank(investorMo);
        noteMo.transfer(own, 1);
        vm.warp(midnight);
        vm.prank(investorMo);
        noteMo.transfer(friend, 1);
    }

    function test_Retention_KeepsTheShareOverAllWallets() public {
        vm.warp(START + 10 days);
        address friend = _meet("investor Sousa", MACAO);
        vm.prank(investorMo);
        vm.expectRevert(_refused(RefusalLib.RETAINED));
        noteMo.transfer(friend, 21);
        vm.prank(investorMo);
        noteMo.transfer(friend, 20);
        vm.prank(friend);
        noteMo.transfer(investorMo, 20);
        assertEq(limits.heldBy(address(noteMo), _partyOf(investorMo)), 60, "others are not held");
    }

    /* STEP, MINIMUM, HOLDING CAP */

    function test_Step_RefusesParts() public {
        _expectRefusal(investorHk, investorHkTwo, 11, RefusalLib.NO_WHOLE_STEP);
        _send(investorHk, investorHkTwo, 15);
    }

    function test_Minimum_OfWhoReceivesAndOfWhoKeeps() public {
        address third = _meet("investor Tse", HONG_KONG);
        _expectRefusal(investorHk, third, 5, RefusalLib.BELOW_MINIMUM);
        _expectRefusal(investorHk, investorHkTwo, 95, RefusalLib.BELOW_MINIMUM);
        _send(investorHk, third, 10);
        _send(third, investorHkTwo, 10);
        assertEq(noteHk.balanceOf(third), 0, "all or enough");
    }

    function test_HoldingCap_CountsAllWalletsOfAParty() public {
        address own = _wallet("second wallet of Lau");
        _bind(_attestation("investor Lau", own, HONG_KONG), investorHkTwo);
        _send(investorHk, own, 60);
        assertEq(limits.heldBy(address(noteHk), _partyOf(own)), 110, "one party");
        noteHk.forcedTransfer(investorHk, investorHkTwo, 40);
        assertEq(limits.heldBy(address(noteHk), _partyOf(own)), 150, "up to the cap");
        ISeriesNote.Movement memory more = _movement(MovementKind.Secondary, investorMo, own, 5);
        assertEq(noteHk.decide(more), RefusalLib.HOLDING_CAP, "and no further");
    }

    /* HOLDERS, OFFEREES */

    function test_HolderCap_AtItsEdge() public {
        assertEq(_holders(), 2, "Wong counts once for two series");
        address third = _meet("investor Tse", HONG_KONG);
        address fourth = _meet("investor Kwok", HONG_KONG);
        _send(investorHk, third, 10);
        assertEq(_holders(), 3, "full");
        _expectRefusal(investorHk, fourth, 10, RefusalLib.HOLDER_CAP);
        _send(investorHk, third, 10);
        _send(investorHkTwo, fourth, 50);
        assertEq(_holders(), 3, "one leaves as another comes");
        _send(fourth, third, 50);
        assertEq(_holders(), 2, "one leaves");
        assertEq(limits.crowdOf(deal, HK).offerees, 4, "offerees never fall");
        address fifth = _meet("investor Hui", HONG_KONG);
        _expectRefusal(investorHk, fifth, 10, RefusalLib.OFFEREE_CAP);
        _send(investorHk, investorHkTwo, 10);
        assertEq(_holders(), 3, "who was an offeree may come back");
    }

    function test_HolderCap_OverAllSeriesOfThePlace() public {
        _send(investorHk, investorHkTwo, 100);
        assertEq(_holders(), 2, "Wong still holds B");
        vm.prank(investorHk);
        noteB.transfer(investorHkTwo, 300);
        assertEq(_holders(), 1, "and then nothing");
        assertEq(limits.presenceOf(deal, HK, _partyOf(investorHkTwo)).series, 2, "Lau holds both");
    }

    function test_HolderCap_OrdersAreCountedNotRefused() public {
        address[3] memory others = [
            _meet("investor Tse", HONG_KONG),
            _meet("investor Kwok", HONG_KONG),
            _meet("investor Hui", HONG_KONG)
        ];
        for (uint256 i = 0; i < 3; ++i) noteHk.forcedTransfer(investorHk, others[i], 1);
        assertEq(_holders(), 5, "above the cap");
        vm.expectRevert(_refused(RefusalLib.CLASS_NOT_ADMITTED));
        noteHk.forcedTransfer(investorHk, investorCn, 1);
    }

    function test_Declare_CountsHoldersBehindAnOmnibusAccount() public {
        PartyId lau = _partyOf(investorHkTwo);
        vm.prank(custodianHk);
        limits.declare(deal, HK, lau, 2);
        assertEq(_holders(), 3, "Lau stands for two");
        address third = _meet("investor Tse", HONG_KONG);
        _expectRefusal(investorHk, third, 10, RefusalLib.HOLDER_CAP);
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(ILimitBook.HoldersExceeded.selector, deal, HK, 4, 3));
        limits.declare(deal, HK, lau, 3);
        _send(investorHkTwo, investorHk, 50);
        assertEq(_holders(), 1, "both leave");
        vm.prank(custodianHk);
        limits.declare(deal, HK, lau, 0);
        _send(investorHk, investorHkTwo, 50);
        assertEq(_holders(), 2, "one again");
    }

    /* QUOTA */

    function test_Quota_AtMidnightOfThePlaces() public {
        _send(investorHk, investorMo, 30);
        _expectRefusal(investorHk, investorMo, 25, RefusalLib.QUOTA_USED);
        _send(investorHk, investorMo, 20);
        assertEq(limits.quotaOf(deal, CHANNEL, MO, HK).used, 50 * FACE, "used up");
        uint256 midnight = START + 16 hours;
        vm.warp(midnight - 1);
        _expectRefusal(investorHkTwo, investorMo, 10, RefusalLib.QUOTA_USED);
        vm.warp(midnight);
        _send(investorHkTwo, investorMo, 10);
        assertEq(limits.quotaOf(deal, CHANNEL, MO, HK).used, 10 * FACE, "a new window");
    }

    function test_Quota_CountsOneDirectionAndNoReturn() public {
        _send(investorHk, investorMo, 50);
        _send(investorMo, investorHk, 50);
        _expectRefusal(investorHk, investorMo, 10, RefusalLib.QUOTA_USED);
        _send(investorHk, investorHkTwo, 10);
        assertEq(limits.quotaOf(deal, CHANNEL, MO, HK).used, 50 * FACE, "inside the place nothing is used");
    }

    function test_Quota_ARedemptionCrossesNothing() public {
        _send(investorHk, investorMo, 50);
        noteHk.burn(investorMo, 50);
        assertEq(limits.quotaOf(deal, CHANNEL, MO, HK).used, 50 * FACE, "what is redeemed goes to nobody");
        assertEq(_holders(), 2, "and its holder is none");
    }

    /* COUNTS */

    function test_Record_RevertGiven_FewerUnits() public {
        vm.prank(investorHk);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                investorHk,
                uint256(100),
                uint256(105)
            )
        );
        noteHk.transfer(investorHkTwo, 105);
    }

    function test_Record_ARecoveryAndMovesOfOnePartyCountNothing() public {
        address found = _wallet("found wallet of Wong");
        IPartyRegistry.Recovery memory recovery = IPartyRegistry.Recovery({
            lost: investorHk,
            successor: found,
            issuedAt: uint48(block.timestamp),
            evidence: "file"
        });
        _recover(recovery);
        noteHk.recover(investorHk, found, 100);
        assertEq(limits.heldBy(address(noteHk), _partyOf(found)), 100, "the party's");
        assertEq(_holders(), 2, "nobody came or went");
        noteHk.forcedTransfer(found, investorHkTwo, 10);
        assertEq(limits.heldBy(address(noteHk), _partyOf(found)), 90, "an order counts");
    }

    function test_Record_AnOrderOnADeadWalletCountsForItsParty() public {
        vm.prank(attesterHk);
        parties.unbind(investorHk, "reason");
        noteHk.forcedTransfer(investorHk, investorHkTwo, 100);
        assertEq(limits.heldBy(address(noteHk), _partyOf(investorHk)), 0, "its party's units went");
        assertEq(limits.heldBy(address(noteHk), _partyOf(investorHkTwo)), 150, "to Lau");
    }

    function test_Record_NoUnitsChangeNothing() public {
        address third = _meet("investor Tse", HONG_KONG);
        _send(investorHk, third, 0);
        assertEq(_holders(), 2, "nobody came");
    }

    /* AGREEMENT */

    function testFuzz_CanTransfer_AgreesWithTheTransfer(uint256 seed) public {
        address[5] memory people = [
            investorHk,
            investorHkTwo,
            investorMo,
            _meet("investor Tse", HONG_KONG),
            _meetAs("investor Chow", HONG_KONG, 2, 1, uint48(block.timestamp) + YEAR)
        ];
        for (uint256 i = 0; i < 12; ++i) {
            uint256 luck = uint256(keccak256(abi.encode(seed, i)));
            address from = people[luck % 5];
            address to = people[(luck >> 8) % 5];
            uint256 units = ((luck >> 16) % (noteHk.balanceOf(from) / 5 + 1)) * 5;
            if ((luck >> 32) % 5 == 0 && units != 0) units -= 1;
            if ((luck >> 40) % 6 == 0) vm.warp(block.timestamp + 13 hours);
            bool allowed = noteHk.canTransfer(from, to, units);
            uint8 code = noteHk.decide(_movement(MovementKind.Secondary, from, to, units));
            assertTrue(allowed == (code == 0), "the code agrees");
            vm.prank(from);
            (bool done, ) = address(noteHk).call(abi.encodeCall(noteHk.transfer, (to, units)));
            assertTrue(done == allowed, "the deed agrees");
            _recount(people);
        }
    }

    /* INTERNAL */

    /// @dev Counts are what the balances of the notes tell.
    function _recount(address[5] memory people) private view {
        uint256 holders = 0;
        for (uint256 i = 0; i < 5; ++i) {
            uint256 units = noteHk.balanceOf(people[i]);
            assertEq(limits.heldBy(address(noteHk), _partyOf(people[i])), units, "units of the party");
            if (units != 0 || noteB.balanceOf(people[i]) != 0) ++holders;
        }
        assertEq(_holders(), holders, "holders");
    }
}
