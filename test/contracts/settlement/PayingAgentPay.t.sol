// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {PeriodStage} from "../../../contracts/types/Enums.sol";
import {Period, SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice Instructions, settlements, rejections, returns, withheld payouts.
contract PayingAgentPayTest is SettlementFixture {
    bytes32 private constant FILE = keccak256("payment file");
    uint128 private constant PROCEEDS = 1000 * FACE;
    /// @dev Of the first distribution: Wong 120 × 6.00, Lau 80 × 6.00.
    uint128 private constant WONG = 720_00;
    uint128 private constant LAU = 480_00;

    SeriesId private _hk;
    SeriesId private _cn;
    IWaterfall.Distribution private _first;

    function setUp() public override {
        super.setUp();
        _closedOffer();
        (_hk, _cn) = (noteHk.seriesId(), noteCn.seriesId());
        _first = _distribution(FIRST);
        _booked(_first);
    }

    /* INSTRUCT */

    function test_Instruct_RevertWhen_NotThePayer() public {
        vm.prank(custodianMo);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NotPayer.selector, deal, _hk, custodianMo));
        agent.instruct(_hk, FIRST, _one(investorHk), FILE);
    }

    function test_Instruct_RevertGiven_NotBooked() public {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PeriodNotBooked.selector, deal, Period.wrap(2)));
        agent.instruct(_hk, Period.wrap(2), _one(investorHk), FILE);
    }

    function test_Instruct_RevertGiven_AMirrorWhen_HoldersAreNamed() public {
        vm.prank(registrar);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.MirrorPaidWhole.selector, _cn));
        agent.instruct(_cn, FIRST, _one(registrar), FILE);
    }

    function test_Instruct_RevertWhen_NoHolderIsNamed() public {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.HoldersMissing.selector, _hk));
        agent.instruct(_hk, FIRST, _nobody(), FILE);
    }

    function test_Instruct_RevertWhen_NothingHeld() public {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NothingHeld.selector, _hk, FIRST, stranger));
        agent.instruct(_hk, FIRST, _two(investorHk, stranger), FILE);
    }

    /// @dev Nobody took notes of the mirror's place; the tranche is paid in the other places.
    function test_Instruct_RevertGiven_AMirrorWithoutUnits() public {
        _grantRoom(RolesLib.NOTE_MOVER, address(this));
        noteCn.burn(registrar, 300);
        IWaterfall.Distribution memory second = _distribution(Period.wrap(2));
        _booked(second);
        vm.prank(registrar);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NothingHeld.selector, _cn, second.period, address(0)));
        agent.instruct(_cn, second.period, _nobody(), FILE);
    }

    /// @dev Else the units of a series that waits for nothing would close the run of those that do.
    function test_Instruct_RevertGiven_NothingIsDueOnTheSeries() public {
        SeriesId series = noteC.seriesId();
        vm.prank(custodianCn);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NothingDue.selector, series, FIRST));
        agent.instruct(series, FIRST, _one(investorCn), FILE);
    }

    function test_Instruct_RevertGiven_InstructedOrNamedTwice() public {
        _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _expectAlready(investorHk);
        agent.instruct(_hk, FIRST, _two(investorHkTwo, investorHk), FILE);
        _expectAlready(investorHkTwo);
        agent.instruct(_hk, FIRST, _two(investorHkTwo, investorHkTwo), FILE);
    }

    function test_Instruct_RevertGiven_SettledBefore() public {
        _settle(_instruct(custodianHk, _hk, FIRST, _one(investorHk)));
        _expectAlready(investorHk);
        agent.instruct(_hk, FIRST, _one(investorHk), FILE);
    }

    function test_Instruct_RevertGiven_TheMirrorIsInstructed() public {
        _instruct(registrar, _cn, FIRST, _nobody());
        vm.prank(registrar);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.AlreadyInstructed.selector, _cn, FIRST, address(0)));
        agent.instruct(_cn, FIRST, _nobody(), FILE);
    }

    function test_Instruct_RecordsTheBatch() public {
        vm.expectEmit(address(agent));
        emit IPayingAgent.PayoutInstructed(1, _hk, investorHk, 120_00, 600_00, 0);
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorHkTwo));
        IPayingAgent.Instruction memory entry = agent.instructionOf(instruction);
        assertTrue(entry.kind == IPayingAgent.InstructionKind.Holders, "holders");
        assertTrue(entry.stage == IPayingAgent.InstructionStage.Instructed, "instructed");
        assertEq(entry.amount, WONG + LAU, "amount");
        assertTrue(entry.units == 200 && entry.holders == 2, "units and holders");
        assertEq(entry.maker, custodianHk, "maker");
        assertEq(entry.contentHash, FILE, "file");
        (uint64 pays, bool isWithheld) = agent.payoutOf(_hk, FIRST, investorHk);
        assertTrue(pays == instruction && !isWithheld, "points to it");
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Paying, "paying has begun");
    }

    function test_Instruct_AMirrorAsAWhole() public {
        uint64 instruction = _instruct(registrar, _cn, FIRST, _nobody());
        IPayingAgent.Instruction memory entry = agent.instructionOf(instruction);
        assertTrue(entry.kind == IPayingAgent.InstructionKind.Series, "the series");
        assertEq(entry.amount, 1_800_00, "300 times 6.00");
        assertEq(entry.units, 300, "all units");
    }

    function test_Instruct_WithholdsFromARestrictedHolderAlone() public {
        _restrict(investorHk, regulatorHk);
        vm.expectEmit(address(agent));
        emit IPayingAgent.PayoutWithheld(_hk, FIRST, investorHk, WONG);
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorHkTwo));
        assertEq(agent.instructionOf(instruction).amount, LAU, "the other is paid");
        assertEq(cash.balanceOf(restrictedAccount), WONG, "kept apart");
        (, bool isWithheld) = agent.payoutOf(_hk, FIRST, investorHk);
        assertTrue(isWithheld, "withheld");
        _settle(instruction);
        assertEq(agent.seriesRunOf(_hk, FIRST).settled, 200, "nobody waits");
    }

    function test_Instruct_NoInstructionGiven_AllAreRestricted() public {
        _restrict(investorHk, regulatorHk);
        assertEq(_instruct(custodianHk, _hk, FIRST, _one(investorHk)), 0, "none");
        assertEq(agent.instructionCount(), 0, "none was counted");
        _expectAlready(investorHk);
        agent.instruct(_hk, FIRST, _one(investorHk), FILE);
    }

    /* PAYEES */

    function test_InstructPayees_RevertWhen_NotTheDesk() public {
        IPayingAgent.Due[] memory dues = new IPayingAgent.Due[](1);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.ROOM_RECORDS, manager));
        agent.instructPayees(deal, FIRST, dues, manager, FILE);
    }

    function test_InstructPayees_RevertGiven_NotBooked() public {
        IWaterfall.Distribution memory second = _distribution(Period.wrap(2));
        _approve(second);
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PeriodNotBooked.selector, deal, Period.wrap(2)));
        desk.instructPayees(second, _taxAndFee(), FILE);
    }

    function test_InstructPayees_RevertWhen_NotOpen() public {
        uint8[] memory payees = new uint8[](1);
        for (uint8 payee = 2; payee < 7; ++payee) {
            payees[0] = payee;
            vm.prank(manager);
            vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PayeeNotOpen.selector, deal, FIRST, payee));
            desk.instructPayees(_first, payees, FILE);
        }
        _settle(_instructPayees(_first, _taxAndFee()));
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PayeeNotOpen.selector, deal, FIRST, uint8(0)));
        desk.instructPayees(_first, _taxAndFee(), FILE);
    }

    function test_InstructPayees_RevertGiven_Instructed() public {
        _instructPayees(_first, _taxAndFee());
        vm.prank(manager);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PayeeAlreadyInstructed.selector, deal, FIRST, uint8(0)));
        desk.instructPayees(_first, _taxAndFee(), FILE);
    }

    function test_InstructPayees_OneEach() public {
        uint64 first = _instructPayees(_first, _taxAndFee());
        assertEq(agent.instructionOf(first).amount, 3_00, "tax");
        assertEq(agent.instructionOf(first + 1).amount, 2_00, "fee");
        assertEq(agent.instructionOf(first + 1).payee, 1, "its position");
        assertEq(agent.payeeInstructionOf(deal, FIRST, 1), first + 1, "found by payee");
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Paying, "paying has begun");
    }

    /* SETTLE */

    function test_Settle_RevertWhen_NotTheAccountBank() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _expectNotBank();
        agent.settle(instruction, DAY, "ref");
    }

    function test_Settle_RevertGiven_SettledBefore() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _settle(instruction);
        _expectStage(instruction, IPayingAgent.InstructionStage.Settled);
        agent.settle(instruction, DAY, "ref");
    }

    function test_Settle_PaysUnderOneReference() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorHkTwo));
        vm.expectEmit(address(agent));
        emit IPayingAgent.InstructionSettled(instruction, deal, "ref");
        vm.prank(accountBank);
        agent.settle(instruction, DAY, "ref");
        assertEq(cash.balanceOf(paymentAccount), PROCEEDS + 4_206_50 - WONG - LAU, "out of the payment account");
        assertEq(agent.seriesRunOf(_hk, FIRST).settled, 200, "the series is settled");
        assertEq(agent.runOf(deal, FIRST).openSeries, 3, "three are not");
    }

    function test_Settle_TheLastOneSettlesThePeriod() public {
        _payAll(_first);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Settled, "settled");
        assertEq(agent.openRunsOf(deal), 0, "no run is open");
        assertEq(cash.balanceOf(paymentAccount), PROCEEDS, "all of it is paid");
    }

    function test_Settle_OfNothing() public {
        IWaterfall.Distribution memory second = _distribution(Period.wrap(2));
        second.payees[2] = 60;
        second.payees[3] = 0;
        second.flows[0] = 607_10;
        _approve(second);
        waterfall.setPerUnit(deal, Period.wrap(2), TRANCHE_A, _perUnit(1, 0, 0, 600));
        _closeBooks(Period.wrap(2));
        desk.book(second);
        uint64 instruction = _instruct(custodianHk, _hk, Period.wrap(2), _one(investorHk));
        uint128 before = cash.balanceOf(paymentAccount);
        _settle(instruction);
        assertEq(agent.instructionOf(instruction).amount, 0, "the floor is zero");
        assertEq(cash.balanceOf(paymentAccount), before, "no entry for it");
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NothingToReturn.selector, instruction, investorHk));
        agent.returnPayout(instruction, investorHk, DAY, "back", "AC04");
    }

    /* REJECT */

    function test_Reject_RevertWhen_NotTheAccountBank() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _expectNotBank();
        agent.reject(instruction, "AM04");
    }

    function test_Reject_RevertGiven_Settled() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _settle(instruction);
        _expectStage(instruction, IPayingAgent.InstructionStage.Settled);
        agent.reject(instruction, "AM04");
    }

    function test_Reject_MakesPayableAgain() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorHkTwo));
        vm.expectEmit(address(agent));
        emit IPayingAgent.InstructionRejected(instruction, deal, "AM04");
        vm.prank(accountBank);
        agent.reject(instruction, "AM04");
        _expectStage(instruction, IPayingAgent.InstructionStage.Returned);
        agent.settle(instruction, DAY, "ref");
        _settle(_instruct(custodianHk, _hk, FIRST, _one(investorHkTwo)));
        _settle(_instruct(custodianHk, _hk, FIRST, _one(investorHk)));
        assertEq(agent.seriesRunOf(_hk, FIRST).settled, 200, "all paid, one by one");
    }

    function test_Reject_OfAPayee() public {
        uint64 tax = _instructPayees(_first, _taxAndFee());
        vm.startPrank(accountBank);
        agent.reject(tax, "AM04");
        agent.reject(tax + 1, "AM04");
        vm.stopPrank();
        _settle(_instructPayees(_first, _taxAndFee()));
        assertEq(agent.runOf(deal, FIRST).openPayees, 2, "the fee is open");
    }

    /* RETURN */

    function test_ReturnPayout_RevertWhen_NotTheAccountBank() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _settle(instruction);
        _expectNotBank();
        agent.returnPayout(instruction, investorHk, DAY, "back", "AC04");
    }

    function test_ReturnPayout_RevertGiven_NotSettled() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _expectStage(instruction, IPayingAgent.InstructionStage.Instructed);
        agent.returnPayout(instruction, investorHk, DAY, "back", "AC04");
    }

    function test_ReturnPayout_RevertWhen_NotPaidByIt() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        _settle(instruction);
        _expectNotIn(instruction, investorHkTwo);
        agent.returnPayout(instruction, investorHkTwo, DAY, "back", "AC04");
        uint64 whole = _instruct(registrar, _cn, FIRST, _nobody());
        _settle(whole);
        _expectNotIn(whole, registrar);
        agent.returnPayout(whole, registrar, DAY, "back", "AC04");
    }

    function test_ReturnPayout_RevertGiven_ReturnedBefore() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorHkTwo));
        _settle(instruction);
        _return(instruction, investorHk);
        _expectNotIn(instruction, investorHk);
        agent.returnPayout(instruction, investorHk, DAY, "back 2", "AC04");
    }

    function test_ReturnPayout_MakesThatPayoutPayableAgain() public {
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _two(investorHk, investorHkTwo));
        _settle(instruction);
        vm.expectEmit(address(agent));
        emit IPayingAgent.PayoutReturned(instruction, deal, investorHk, WONG, "back", "AC04");
        vm.prank(accountBank);
        agent.returnPayout(instruction, investorHk, DAY, "back", "AC04");
        assertEq(agent.seriesRunOf(_hk, FIRST).settled, 80, "Lau's stays settled");
        assertEq(agent.runOf(deal, FIRST).openSeries, 4, "the series is open again");
        uint64 again = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        assertEq(agent.instructionOf(again).amount, WONG, "the same amount");
        _settle(again);
        assertEq(cash.balanceOf(paymentAccount), PROCEEDS + 4_206_50 - WONG - LAU, "paid once");
    }

    function test_ReturnPayout_OfAMirrorAndOfAPayee() public {
        _payAll(_first);
        uint64 mirror = _payoutOf(_cn, address(0));
        uint64 tax = agent.payeeInstructionOf(deal, FIRST, 0);
        _return(mirror, address(0));
        _return(tax, address(0));
        assertEq(cash.balanceOf(paymentAccount), PROCEEDS + 1_800_00 + 3_00, "both came back");
        assertEq(agent.openRunsOf(deal), 1, "one run is open, not two");
        uint8[] memory payees = new uint8[](1);
        _settle(_instructPayees(_first, payees));
        _settle(_instruct(registrar, _cn, FIRST, _nobody()));
        assertEq(agent.openRunsOf(deal), 0, "closed again");
        assertEq(cash.balanceOf(paymentAccount), PROCEEDS, "paid once each");
    }

    function test_ReturnPayout_ASettledPeriodStaysSettled() public {
        _payAll(_first);
        _return(_payoutOf(_hk, investorHk), investorHk);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Settled, "final");
        assertEq(agent.openRunsOf(deal), 1, "but somebody is owed");
        _settle(_instruct(custodianHk, _hk, FIRST, _one(investorHk)));
        assertEq(agent.openRunsOf(deal), 0, "and is paid");
        assertEq(deals.dealOf(deal).settledPeriods, 1, "counted once");
    }

    /* WITHHELD */

    function test_ReleaseWithheld_RevertWhen_NotThePayer() public {
        vm.prank(custodianMo);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NotPayer.selector, deal, _hk, custodianMo));
        agent.releaseWithheld(_hk, FIRST, _one(investorHk));
    }

    function test_ReleaseWithheld_RevertGiven_NotWithheld() public {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NotWithheld.selector, _hk, FIRST, investorHk));
        agent.releaseWithheld(_hk, FIRST, _one(investorHk));
    }

    function test_ReleaseWithheld_RevertGiven_StillRestricted() public {
        _restrict(investorHk, regulatorHk);
        _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.StillRestricted.selector, investorHk));
        agent.releaseWithheld(_hk, FIRST, _one(investorHk));
    }

    function test_ReleaseWithheld_MakesPayable() public {
        uint64 order = _restrict(investorHk, regulatorHk);
        _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        vm.prank(regulatorHk);
        parties.lift(order, "lifted");
        vm.expectEmit(address(agent));
        emit IPayingAgent.PayoutReleased(_hk, FIRST, investorHk, WONG);
        vm.prank(custodianHk);
        agent.releaseWithheld(_hk, FIRST, _one(investorHk));
        assertEq(cash.balanceOf(restrictedAccount), 0, "the money came back");
        assertEq(agent.seriesRunOf(_hk, FIRST).settled, 0, "and is owed");
        _settle(_instruct(custodianHk, _hk, FIRST, _two(investorHk, investorHkTwo)));
        assertEq(cash.balanceOf(paymentAccount), PROCEEDS + 4_206_50 - WONG - LAU, "paid once");
    }

    function _payoutOf(SeriesId series, address holder) private view returns (uint64 instruction) {
        (instruction, ) = agent.payoutOf(series, FIRST, holder);
    }

    function _return(uint64 instruction, address holder) private {
        bytes32 bankReference = _reference();
        vm.prank(accountBank);
        agent.returnPayout(instruction, holder, DAY, bankReference, "AC04");
    }

    function _expectAlready(address holder) private {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.AlreadyInstructed.selector, _hk, FIRST, holder));
    }

    function _expectNotBank() private {
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NotAccountBank.selector, deal, custodianHk));
    }

    function _expectStage(uint64 instruction, IPayingAgent.InstructionStage stage) private {
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.InstructionStageForbids.selector, instruction, stage));
    }

    function _expectNotIn(uint64 instruction, address holder) private {
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NotInInstruction.selector, instruction, holder));
    }
}

/// @notice A deal whose account bank is custodian of the mainland too.
contract PayingAgentOneBankTest is SettlementFixture {
    function _meetParties() internal override {
        super._meetParties();
        custodianCn = accountBank;
    }

    function test_Settle_RevertWhen_TheMakerConfirms() public {
        _closedOffer();
        IWaterfall.Distribution memory distribution = _distribution(FIRST);
        distribution.payees[5] = 5_00;
        distribution.flows[0] += 5_00;
        _booked(distribution);
        SeriesId series = noteC.seriesId();
        uint64 instruction = _instruct(accountBank, series, FIRST, _one(investorCn));
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.MakerIsChecker.selector, accountBank));
        agent.settle(instruction, DAY, "ref");
        vm.prank(accountBankTwo);
        agent.settle(instruction, DAY, "ref");
        assertEq(agent.seriesRunOf(series, FIRST).settled, 100, "the second desk may");
    }
}
