// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcement} from "../../../contracts/interfaces/IEnforcement.sol";
import {ILimitBook} from "../../../contracts/interfaces/ILimitBook.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {PauseLib} from "../../../contracts/libraries/PauseLib.sol";
import {EntitlementKind, MovementKind, PeriodStage} from "../../../contracts/types/Enums.sol";
import {SeriesId} from "../../../contracts/types/Ids.sol";
import {CN, HK, MO} from "../../../contracts/types/Place.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice Payouts while places pause them. Macao's Silva holds 40 of Hong Kong's series besides its own.
contract PayingAgentPauseTest is SettlementFixture {
    /// @dev Of the first distribution: Wong 120 × 6.00, Silva 40 × 6.00 in Hong Kong and 100 × 6.00 in Macao.
    uint128 private constant WONG = 720_00;
    uint128 private constant SILVA = 240_00;

    SeriesId private _hk;
    SeriesId private _mo;

    function setUp() public override {
        super.setUp();
        _closedOffer();
        (_hk, _mo) = (noteHk.seriesId(), noteMo.seriesId());
        vm.prank(investorHkTwo);
        noteHk.transfer(investorMo, 40);
        _booked(_distribution(FIRST));
    }

    /// @dev Hong Kong's first series admits class 1 of Macao too.
    function _limitNotes() internal override {
        ILimitBook.SeriesLimits[] memory series = new ILimitBook.SeriesLimits[](1);
        series[0].series = deals.seriesOf(deal)[1];
        series[0].admittedHk = 1 << 1;
        series[0].admittedMo = 1 << 1;
        vm.prank(manager);
        limits.limit(deal, series, new ILimitBook.PlaceLimits[](0), new ILimitBook.QuotaLimits[](0));
    }

    /* THE PLACE OF THE SERIES */

    function test_Instruct_RevertGiven_ThePlacePausesPayouts() public {
        _pause(HK, regulatorHk, PauseLib.PAYOUT);
        _expectPaused(_hk, address(0), HK);
        _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorMo));
        _pause(CN, regulatorCn, PauseLib.PAYOUT);
        SeriesId mirror = noteCn.seriesId();
        _expectPaused(mirror, address(0), CN);
        _instruct(registrar, mirror, FIRST, _nobody());
    }

    function test_Instruct_OtherPlacesGoOn() public {
        _pause(HK, regulatorHk, PauseLib.PAYOUT);
        _settle(_instruct(registrar, noteCn.seriesId(), FIRST, _nobody()));
        _settle(_instruct(custodianMo, _mo, FIRST, _one(investorMo)));
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Paying, "two places paid, one waits");
    }

    function test_Settle_WhatWasInstructedBefore() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _pause(HK, regulatorHk, PauseLib.PAYOUT);
        _settle(instruction);
        assertEq(agent.seriesRunOf(_hk, FIRST).settled, 120, "the bank says what it did");
    }

    function test_Instruct_PaysTheSameAfterThePause() public {
        uint128 interest = agent.entitlementOf(_hk, FIRST, investorHk, EntitlementKind.Interest);
        _pause(HK, regulatorHk, PauseLib.PAYOUT);
        assertEq(agent.entitlementOf(_hk, FIRST, investorHk, EntitlementKind.Interest), interest, "owed as before");
        assertEq(agent.runOf(deal, FIRST).openSeries, 4, "and open");
        vm.prank(regulatorHk);
        parties.unpause(HK, PauseLib.PAYOUT, "lifted");
        vm.warp(block.timestamp + UNPAUSE_FOR);
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorMo));
        assertEq(agent.instructionOf(instruction).amount, WONG + SILVA, "nothing is lost");
        _settle(instruction);
    }

    function test_Settle_TheLastOfThePausedPlaceSettlesThePeriod() public {
        _pause(HK, regulatorHk, PauseLib.PAYOUT);
        IWaterfall.Distribution memory first = _distribution(FIRST);
        _settle(_instruct(registrar, noteCn.seriesId(), FIRST, _nobody()));
        _settle(_instruct(custodianMo, _mo, FIRST, _one(investorMo)));
        uint64 payees = _instructPayees(first, _taxAndFee());
        _settle(payees);
        _settle(payees + 1);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Paying, "Hong Kong waits");
        vm.prank(regulatorHk);
        vm.warp(parties.unpause(HK, PauseLib.PAYOUT, "lifted"));
        _settle(_instruct(custodianHk, noteB.seriesId(), FIRST, _one(investorHk)));
        _settle(_instruct(custodianHk, _hk, FIRST, _two(investorHk, investorHkTwo)));
        _settle(_instruct(custodianHk, _hk, FIRST, _one(investorMo)));
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Settled, "all is paid, once");
    }

    function test_Instruct_AnotherOperationPausedStopsNoPayout() public {
        _pause(HK, regulatorHk, uint16(1) << uint8(MovementKind.Secondary));
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        assertEq(agent.instructionOf(instruction).amount, WONG, "paid");
    }

    /* THE PLACE OF A PARTY */

    function test_Instruct_RevertGiven_ThePlaceOfAPartyPausesPayouts() public {
        _pause(MO, regulatorMo, PauseLib.PAYOUT);
        _expectPaused(_hk, investorMo, MO);
        _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorMo));
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorHkTwo));
        _settle(instruction);
        assertEq(agent.seriesRunOf(_hk, FIRST).settled, 160, "40 units of Macao wait");
    }

    function test_Instruct_WithholdsFromAPartyUnderAnOrderOfAPausedPlace() public {
        _restrict(investorMo, regulatorMo);
        _pause(MO, regulatorMo, PauseLib.PAYOUT);
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _two(investorMo, investorHk));
        assertEq(agent.instructionOf(instruction).amount, WONG, "the others are paid");
        (, bool isWithheld) = agent.payoutOf(_hk, FIRST, investorMo);
        assertTrue(isWithheld, "nothing is paid to it");
    }

    /* OTHERS */

    function test_InstructPayees_GivenAPlacePausesPayouts() public {
        IWaterfall.Distribution memory first = _distribution(FIRST);
        _pause(CN, regulatorCn, PauseLib.PAYOUT);
        _settle(_instructPayees(first, _taxAndFee()));
    }

    function test_ReleaseWithheld_WaitsForTheEndOfThePause() public {
        uint64 order = _restrict(investorHk, regulatorHk);
        _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _pause(HK, regulatorHk, PauseLib.PAYOUT);
        vm.prank(regulatorHk);
        parties.lift(order, "lifted");
        vm.prank(custodianHk);
        agent.releaseWithheld(_hk, FIRST, _one(investorHk));
        _expectPaused(_hk, address(0), HK);
        _instruct(custodianHk, _hk, FIRST, _one(investorHk));
    }

    /* INTERNAL */

    function _pause(uint16 jurisdiction, address regulator, uint16 operations) private {
        vm.prank(regulator);
        parties.pause(jurisdiction, operations, "order");
    }

    function _expectPaused(SeriesId series, address holder, uint16 jurisdiction) private {
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.PayoutsPaused.selector, series, holder, jurisdiction));
    }
}
