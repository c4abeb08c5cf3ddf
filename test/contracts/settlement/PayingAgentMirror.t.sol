// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDistributionDesk} from "../../../contracts/interfaces/IDistributionDesk.sol";
import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {PeriodStage} from "../../../contracts/types/Enums.sol";
import {Period, SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice A mirror's registrar instructed ahead of the record: from Approved, settled from Booked on.
contract PayingAgentMirrorTest is SettlementFixture {
    bytes32 private constant FILE = keccak256("payment file");
    Period private constant SECOND = Period.wrap(2);

    SeriesId private _hk;
    SeriesId private _cn;

    /// @dev The first period is booked and unpaid, so that nothing of the second can be mistaken for it.
    function setUp() public override {
        super.setUp();
        _closedOffer();
        (_hk, _cn) = (noteHk.seriesId(), noteCn.seriesId());
        _booked(_distribution(FIRST));
    }

    function test_Instruct_RevertGiven_AMirrorOfAPeriodNotApproved() public {
        vm.prank(registrar);
        vm.expectRevert(
            abi.encodeWithSelector(IDistributionDesk.PeriodNotApproved.selector, deal, SECOND, PeriodStage.Open)
        );
        agent.instruct(_cn, SECOND, _nobody(), FILE);
    }

    function test_Instruct_RevertGiven_ApprovedAndNoMirror() public {
        _approve(_distribution(SECOND));
        vm.prank(custodianHk);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PeriodNotBooked.selector, deal, SECOND));
        agent.instruct(_hk, SECOND, _one(investorHk), FILE);
    }

    function test_Instruct_AMirrorFromApproved() public {
        IWaterfall.Distribution memory second = _distribution(SECOND);
        _approve(second);
        vm.expectEmit(address(agent));
        emit IPayingAgent.InstructionBased(1, deal, keccak256(abi.encode(second)));
        uint64 instruction = _instruct(registrar, _cn, SECOND, _nobody());
        IPayingAgent.Instruction memory entry = agent.instructionOf(instruction);
        assertTrue(entry.amount == 1_800_00 && entry.units == 300, "300 times 6.00");
        assertEq(agent.basisOf(instruction), keccak256(abi.encode(second)), "rests on what was approved");
        assertTrue(deals.periodStageOf(deal, SECOND) == PeriodStage.Approved, "paying has not begun");
        vm.prank(registrar);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.AlreadyInstructed.selector, _cn, SECOND, address(0)));
        agent.instruct(_cn, SECOND, _nobody(), FILE);
    }

    function test_Settle_RevertGiven_TheMirrorIsAheadOfTheBooking() public {
        _approve(_distribution(SECOND));
        uint64 instruction = _instruct(registrar, _cn, SECOND, _nobody());
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PeriodNotBooked.selector, deal, SECOND));
        agent.settle(instruction, DAY, "ref");
    }

    function test_Settle_OfAMirrorBeginsThePaying() public {
        IWaterfall.Distribution memory second = _distribution(SECOND);
        _approve(second);
        uint64 instruction = _instruct(registrar, _cn, SECOND, _nobody());
        _bookApproved(second);
        _settle(instruction);
        assertTrue(deals.periodStageOf(deal, SECOND) == PeriodStage.Paying, "paying has begun");
        assertEq(agent.seriesRunOf(_cn, SECOND).settled, 300, "the mirror is settled");
    }

    function test_Settle_AMirrorThatIsAllOfThePeriodSettlesIt() public {
        IWaterfall.Distribution memory second = _onlyA(SECOND);
        _approve(second);
        uint64 instruction = _instruct(registrar, _cn, SECOND, _nobody());
        _bookApproved(second);
        _settle(_instruct(custodianHk, _hk, SECOND, _two(investorHk, investorHkTwo)));
        _settle(_instruct(custodianMo, noteMo.seriesId(), SECOND, _one(investorMo)));
        _settle(instruction);
        assertTrue(deals.periodStageOf(deal, SECOND) == PeriodStage.Settled, "settled");
        assertEq(agent.openRunsOf(deal), 1, "the first period's run alone");
    }

    function test_Settle_RevertGiven_TheApprovalIsTakenBack() public {
        _approve(_distribution(SECOND));
        uint64 instruction = _instruct(registrar, _cn, SECOND, _nobody());
        deals.movePeriod(deal, SECOND, PeriodStage.Calculated);
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.PeriodNotBooked.selector, deal, SECOND));
        agent.settle(instruction, DAY, "ref");
        vm.prank(registrar);
        vm.expectRevert(
            abi.encodeWithSelector(IDistributionDesk.PeriodNotApproved.selector, deal, SECOND, PeriodStage.Calculated)
        );
        agent.instruct(_cn, SECOND, _nobody(), FILE);
    }

    /// @dev 1,800.00 were instructed; the approval is taken back and 1,500.00 are approved instead.
    function test_Settle_RevertGiven_AnotherDistributionWasApproved() public {
        _approve(_distribution(SECOND));
        uint64 instruction = _instruct(registrar, _cn, SECOND, _nobody());
        IWaterfall.Distribution memory other = _distribution(SECOND);
        other.payees[2] = 0;
        other.flows[0] = 3_606_50;
        _approveInstead(other);
        _bookApproved(other);
        _expectVoid(instruction);
        agent.settle(instruction, DAY, "ref");
        uint64 again = _instruct(registrar, _cn, SECOND, _nobody());
        assertEq(agent.instructionOf(again).amount, 1_500_00, "what is booked");
        _settle(again);
        _expectVoid(instruction);
        agent.settle(instruction, DAY, "ref");
        assertEq(agent.seriesRunOf(_cn, SECOND).settled, 300, "paid once");
    }

    function test_Instruct_AgainFromApprovedGiven_AnotherDistribution() public {
        _approve(_distribution(SECOND));
        _instruct(registrar, _cn, SECOND, _nobody());
        IWaterfall.Distribution memory other = _distribution(SECOND);
        other.payees[0] = 4_00;
        _approveInstead(other);
        uint64 again = _instruct(registrar, _cn, SECOND, _nobody());
        assertEq(agent.basisOf(again), keccak256(abi.encode(other)), "rests on the other one");
        (uint64 pays, ) = agent.payoutOf(_cn, SECOND, address(0));
        assertEq(pays, again, "pays the series");
    }

    /// @dev No room takes units from a released mirror today; if one does, the amounts are no longer those instructed.
    function test_Settle_RevertGiven_AnotherSupplyWasTaken() public {
        IWaterfall.Distribution memory second = _distribution(SECOND);
        _approve(second);
        uint64 instruction = _instruct(registrar, _cn, SECOND, _nobody());
        _grantRoom(RolesLib.NOTE_MOVER, address(this));
        noteCn.burn(registrar, 100);
        _bookApproved(second);
        _expectVoid(instruction);
        agent.settle(instruction, DAY, "ref");
        uint64 again = _instruct(registrar, _cn, SECOND, _nobody());
        assertEq(agent.instructionOf(again).amount, 1_200_00, "200 times 6.00");
    }

    function test_Reject_OfAMirrorAheadOfTheRecord() public {
        _approve(_distribution(SECOND));
        uint64 instruction = _instruct(registrar, _cn, SECOND, _nobody());
        vm.prank(accountBank);
        agent.reject(instruction, "AM04");
        assertTrue(_instruct(registrar, _cn, SECOND, _nobody()) != instruction, "payable again");
    }

    function _bookApproved(IWaterfall.Distribution memory distribution) private {
        _closeBooks(distribution.period);
        desk.book(distribution);
        _openBooks(distribution.period);
    }

    /// @dev Taken back, calculated anew and approved; the plan account holds more than the other one takes.
    function _approveInstead(IWaterfall.Distribution memory distribution) private {
        deals.movePeriod(deal, distribution.period, PeriodStage.Calculated);
        waterfall.approve(distribution);
        uint128 interest = distribution.payees[2];
        waterfall.setPerUnit(deal, distribution.period, TRANCHE_A, _perUnit(interest, 3_000_00, 0, 600));
        deals.movePeriod(deal, distribution.period, PeriodStage.Approved);
    }

    /// @dev Nothing for B, tax and fee.
    function _onlyA(Period period) private view returns (IWaterfall.Distribution memory distribution) {
        distribution = _distribution(period);
        (distribution.payees[0], distribution.payees[1], distribution.payees[4]) = (0, 0, 0);
        distribution.flows[0] = 3_600_00;
    }

    function _expectVoid(uint64 instruction) private {
        vm.prank(accountBank);
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.InstructionVoid.selector, instruction));
    }
}
