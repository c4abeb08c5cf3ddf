// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";
import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {PartyId, SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice Payouts of holders whose wallet was lost between record date and payment.
contract PayingAgentRecoveryTest is SettlementFixture {
    /// @dev Of the first distribution: Wong 120 × 6.00.
    uint128 private constant WONG = 720_00;

    SeriesId private _hk;
    address private _found;

    function setUp() public override {
        super.setUp();
        _closedOffer();
        _hk = noteHk.seriesId();
        _found = _wallet("found wallet of Wong");
        _booked(_distribution(FIRST));
    }

    function test_Instruct_PaysTheHolderOfRecordWhoseWalletWasLost() public {
        _lose();
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        assertEq(agent.instructionOf(instruction).amount, WONG, "what the party is owed");
        _settle(instruction);
        (uint64 pays, bool isWithheld) = agent.payoutOf(_hk, FIRST, investorHk);
        assertTrue(pays == instruction && !isWithheld, "paid under the wallet of record");
    }

    function test_Instruct_PaysByTheRecordAfterTheUnitsMoved() public {
        _lose();
        _grantRoom(RolesLib.ROOM_ENFORCEMENT, address(this));
        noteHk.forcedTransfer(investorHk, _found, 120);
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NothingHeld.selector, _hk, FIRST, _found));
        agent.instruct(_hk, FIRST, _one(_found), "payment file");
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        assertEq(agent.instructionOf(instruction).amount, WONG, "once, by the record");
    }

    function test_Instruct_WithholdsFromAPartyUnderAnOrderBehindALostWallet() public {
        _restrict(investorHk, regulatorHk);
        _lose();
        _expectWithheld();
    }

    function test_Instruct_WithholdsFromAPartyUnderAnOrderBehindAnUnboundWallet() public {
        _restrict(investorHk, regulatorHk);
        vm.prank(attesterHk);
        parties.unbind(investorHk, "reason");
        _expectWithheld();
    }

    function test_ReleaseWithheld_RevertGiven_AnOrderLivesOnThePartyBehind() public {
        PartyId wong = parties.partyOf(investorHk);
        uint64 order = _restrict(investorHk, regulatorHk);
        _lose();
        _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.StillRestricted.selector, investorHk));
        agent.releaseWithheld(_hk, FIRST, _one(investorHk));
        vm.prank(regulatorHk);
        parties.lift(order, "lifted");
        assertTrue(parties.isEligible(wong), "no order lives");
        vm.prank(custodianHk);
        agent.releaseWithheld(_hk, FIRST, _one(investorHk));
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        assertEq(agent.instructionOf(instruction).amount, WONG, "and is paid");
    }

    /* INTERNAL */

    function _expectWithheld() private {
        vm.expectEmit(address(agent));
        emit IPayingAgent.PayoutWithheld(_hk, FIRST, investorHk, WONG);
        _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        (, bool isWithheld) = agent.payoutOf(_hk, FIRST, investorHk);
        assertTrue(isWithheld, "withheld");
    }

    function _lose() private {
        IPartyRegistry.Recovery memory recovery = IPartyRegistry.Recovery({
            lost: investorHk,
            successor: _found,
            issuedAt: START,
            evidence: "file"
        });
        _recover(recovery);
    }
}
