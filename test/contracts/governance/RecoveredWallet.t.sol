// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcement} from "../../../contracts/interfaces/IEnforcement.sol";
import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";
import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";
import {IResolutions} from "../../../contracts/interfaces/IResolutions.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {Resolutions} from "../../../contracts/governance/Resolutions.sol";
import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {Period, SeriesId} from "../../../contracts/types/Ids.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice One wallet that is lost between record date and payment, through all that followed from it: balance,
/// entitlement and vote. Behaviour in RecoveredWallet.tree.
contract RecoveredWalletTest is SettlementFixture {
    uint96 private constant UNITS = 120;
    uint128 private constant FIRST_SUM = 720_00;
    /// @dev A is outstanding with 57,000.00 after the first distribution; Wong holds 120 of 600 units.
    uint128 private constant OUTSTANDING = 57_000_00;
    uint128 private constant WEIGHT = 11_400_00;
    Period private constant SECOND = Period.wrap(2);
    bytes32 private constant FILE = keccak256("payment file");

    Resolutions private _resolutions;
    SeriesId private _hk;
    address private _found;
    uint64 private _resolution;

    /// @dev Of record for the first distribution, which is not paid; a resolution is put; then the wallet is lost.
    function setUp() public override {
        super.setUp();
        _closedOffer();
        _hk = noteHk.seriesId();
        _booked(_distribution(FIRST));
        waterfall.owe(deal, TRANCHE_A, OUTSTANDING);
        vm.prank(trustee);
        _resolution = _resolutions.propose(deal, IResolutions.Matter.Acceleration, keccak256(""), "invitation");
        _found = _wallet("found wallet of Wong");
        _recover(IPartyRegistry.Recovery(investorHk, _found, uint48(block.timestamp), "file"));
    }

    function test_Balance_StaysWithNobodyUntilAnOrderMovesItOnce() public {
        _expectDead(UNITS);
        assertEq(noteHk.balanceOf(_found), 0, "a recovery of the wallet moves nothing by itself");
        _moveUnits();
        assertEq(noteHk.balanceOf(investorHk), 0, "the old wallet is empty");
        assertEq(noteHk.balanceOf(_found), UNITS, "the new one has all");
        IEnforcement.OrderTerms memory again = _recoveryOf(UNITS);
        uint64 order = _propose(again);
        vm.prank(regulatorHk);
        vm.expectRevert(abi.encodeWithSelector(IEnforcement.RecoveryPartial.selector, investorHk, 0, UNITS));
        enforcement.confirm(order, again);
        assertEq(noteHk.balanceOf(_found), UNITS, "once");
        vm.prank(_found);
        noteHk.transfer(investorHkTwo, 20);
        vm.prank(investorHkTwo);
        vm.expectRevert(_refused(RefusalLib.RECEIVER_UNKNOWN));
        noteHk.transfer(investorHk, 1);
    }

    function test_Entitlement_IsPaidOnceByTheRecordAndThenToTheSuccessor() public {
        _moveUnits();
        _expectUnpaid(FIRST, _found, abi.encodeWithSelector(IPayingAgent.NothingHeld.selector, _hk, FIRST, _found));
        uint64 instruction = _instruct(custodianHk, _hk, FIRST, _one(investorHk));
        assertEq(agent.instructionOf(instruction).amount, FIRST_SUM, "what the party is owed");
        _settle(instruction);
        bytes4 twice = IPayingAgent.AlreadyInstructed.selector;
        _expectUnpaid(FIRST, investorHk, abi.encodeWithSelector(twice, _hk, FIRST, investorHk));
        _settleRest();
        IWaterfall.Distribution memory second = _distribution(SECOND);
        _booked(second);
        bytes4 nothing = IPayingAgent.NothingHeld.selector;
        _expectUnpaid(SECOND, investorHk, abi.encodeWithSelector(nothing, _hk, SECOND, investorHk));
        instruction = _instruct(custodianHk, _hk, SECOND, _one(_found));
        assertEq(agent.instructionOf(instruction).amount, FIRST_SUM, "the next one is the successor's");
    }

    function test_Vote_IsCastOnceByTheSuccessorForTheRecord() public {
        _moveUnits();
        IResolutions.Vote memory own = IResolutions.Vote(investorHk, UNITS, 0);
        bytes4 dead = IResolutions.NotVoter.selector;
        _expectUncast(investorHk, own, abi.encodeWithSelector(dead, investorHk, investorHk));
        bytes4 exceeding = IResolutions.VotesExceedUnits.selector;
        _expectUncast(_found, IResolutions.Vote(_found, UNITS, 0), abi.encodeWithSelector(exceeding, UNITS, 0));
        vm.prank(_found);
        _resolutions.cast(_resolution, _hk, own);
        assertEq(_resolutions.resolutionOf(_resolution).inFavour, WEIGHT, "the weight at the record");
        bytes4 twice = IResolutions.VotedAlready.selector;
        _expectUncast(_found, own, abi.encodeWithSelector(twice, _resolution, _hk, investorHk));
    }

    /// @dev The three in one life, in the order in which they come.
    function test_Wallet_IsDeadForAllThreeAndItsSuccessorGetsEachOnce() public {
        _expectDead(UNITS);
        _moveUnits();
        vm.prank(_found);
        _resolutions.cast(_resolution, _hk, IResolutions.Vote(investorHk, UNITS, 0));
        _settle(_instruct(custodianHk, _hk, FIRST, _one(investorHk)));
        _settleRest();
        _booked(_distribution(SECOND));
        _settle(_instruct(custodianHk, _hk, SECOND, _one(_found)));
        _expectDead(0);
        assertEq(noteHk.balanceOf(_found), UNITS, "balance");
        assertEq(_resolutions.resolutionOf(_resolution).cast, WEIGHT, "vote");
        (uint64 firstPaid, ) = agent.payoutOf(_hk, FIRST, investorHk);
        (uint64 secondPaid, ) = agent.payoutOf(_hk, SECOND, _found);
        assertTrue(firstPaid != 0 && secondPaid != 0, "entitlements");
        (firstPaid, ) = agent.payoutOf(_hk, FIRST, _found);
        (secondPaid, ) = agent.payoutOf(_hk, SECOND, investorHk);
        assertTrue(firstPaid == 0 && secondPaid == 0, "nothing twice");
    }

    /* INTERNAL */

    function _deployRooms() internal override {
        super._deployRooms();
        bytes memory below = abi.encode(
            parties,
            deals,
            address(1),
            address(waterfall),
            address(1),
            address(1),
            address(1),
            address(1)
        );
        _resolutions = Resolutions(_deploy("Resolutions", below));
    }

    /// @dev The deal is a draft here.
    function _limitNotes() internal override {
        IResolutions.VotingTerms memory terms;
        terms.matters = new IResolutions.MatterTerms[](6);
        terms.matters[0] = IResolutions.MatterTerms({
            class: IResolutions.VotingClass.Controlling,
            quorumPpb: 500_000_000,
            thresholdPpb: 666_666_667,
            votingFor: 7 days
        });
        terms.executeFor = 14 days;
        vm.prank(manager);
        _resolutions.configure(deal, terms);
    }

    function _moveUnits() private {
        IEnforcement.OrderTerms memory terms = _recoveryOf(UNITS);
        uint64 order = _propose(terms);
        vm.prank(regulatorHk);
        enforcement.confirm(order, terms);
    }

    function _recoveryOf(uint96 units) private view returns (IEnforcement.OrderTerms memory terms) {
        terms.series = _hk;
        terms.kind = IEnforcement.OrderKind.Recovery;
        terms.from = investorHk;
        terms.to = _found;
        terms.units = units;
        terms.basisHash = keccak256("judgment 2026-88");
        terms.salt = keccak256("salt");
    }

    function _propose(IEnforcement.OrderTerms memory terms) private returns (uint64) {
        bytes32 digest = enforcement.digestOf(terms);
        vm.prank(trustee);
        return enforcement.propose(deal, digest);
    }

    /// @dev The lost wallet acts for nobody, whatever lies in it.
    function _expectDead(uint96 units) private {
        assertEq(noteHk.balanceOf(investorHk), units, "what lies in the lost wallet");
        vm.prank(investorHk);
        vm.expectRevert(_refused(RefusalLib.SENDER_UNKNOWN));
        noteHk.transfer(investorHkTwo, units);
    }

    function _expectUnpaid(Period period, address holder, bytes memory reason) private {
        vm.prank(custodianHk);
        vm.expectRevert(reason);
        agent.instruct(_hk, period, _one(holder), FILE);
    }

    function _expectUncast(address wallet, IResolutions.Vote memory vote, bytes memory reason) private {
        vm.prank(wallet);
        vm.expectRevert(reason);
        _resolutions.cast(_resolution, _hk, vote);
    }

    /// @dev Everybody else of the first distribution is paid, so that the next period opens.
    function _settleRest() private {
        _settle(_instruct(registrar, noteCn.seriesId(), FIRST, _nobody()));
        _settle(_instruct(custodianHk, _hk, FIRST, _one(investorHkTwo)));
        _settle(_instruct(custodianMo, noteMo.seriesId(), FIRST, _one(investorMo)));
        _settle(_instruct(custodianHk, noteB.seriesId(), FIRST, _one(investorHk)));
        uint64 first = _instructPayees(_distribution(FIRST), _taxAndFee());
        _settle(first);
        _settle(first + 1);
    }
}
