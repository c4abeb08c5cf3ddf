// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../../../contracts/interfaces/ICashLedger.sol";
import {IPayingAgent} from "../../../contracts/interfaces/IPayingAgent.sol";
import {ISeriesNote} from "../../../contracts/interfaces/ISeriesNote.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {RefusalLib} from "../../../contracts/notes/rules/RefusalLib.sol";
import {Office} from "../../../contracts/types/Enums.sol";
import {PartyId, SeriesId} from "../../../contracts/types/Ids.sol";
import {HK} from "../../../contracts/types/Place.sol";
import {SettlementFixture} from "../SettlementFixture.sol";

/// @notice Holders are paid through whoever is in office when they are paid; what still needs the old account bank is shown.
contract PayingAgentSuccessionTest is SettlementFixture {
    IWaterfall.Distribution private distribution;

    function setUp() public override {
        super.setUp();
        _closedOffer();
        distribution = _distribution(FIRST);
        _booked(distribution);
    }

    function test_Instruct_TheNewCustodianPaysWhatWasBookedBefore() public {
        address successor = _meet("custodian Wanchai", HONG_KONG);
        _pass(Office.Custodian, HK, successor, regulatorHk);
        SeriesId series = noteHk.seriesId();
        vm.expectRevert(abi.encodeWithSelector(IPayingAgent.NotPayer.selector, deal, series, custodianHk));
        vm.prank(custodianHk);
        agent.instruct(series, FIRST, _one(investorHk), "file");
        _settle(_instruct(successor, series, FIRST, _two(investorHk, investorHkTwo)));
        assertEq(cash.balanceOf(paymentAccount), 1000 * FACE + 4_206_50 - 1_200_00, "200 units at 6.00");
    }

    function test_Settle_AnInstructionOfTheOldCustodianStands() public {
        uint64 instruction = _instruct(custodianHk, noteHk.seriesId(), FIRST, _one(investorHk));
        _pass(Office.Custodian, HK, _meet("custodian Wanchai", HONG_KONG), regulatorHk);
        _settle(instruction);
        assertEq(cash.balanceOf(paymentAccount), 1000 * FACE + 4_206_50 - 720_00, "120 units at 6.00");
    }

    function test_Instruct_TheNewRegistrarIsPaid() public {
        address successor = _meet("registrar Longgang", SHENZHEN);
        _pass(Office.Registrar, 0, successor, regulatorCn);
        _settle(_instruct(successor, noteCn.seriesId(), FIRST, _nobody()));
        assertEq(cash.balanceOf(paymentAccount), 1000 * FACE + 4_206_50 - 1_800_00, "300 units at 6.00");
    }

    /// @dev The units are still with the wallet of the old registrar: the new one moves them by an import.
    function test_Register_TheNewRegistrarTakesOverTheMirror() public {
        address successor = _meet("registrar Longgang", SHENZHEN);
        ISeriesNote.RegisterLine[] memory lines = new ISeriesNote.RegisterLine[](1);
        lines[0] = ISeriesNote.RegisterLine({from: registrar, to: successor, units: 300});
        vm.prank(registrar);
        uint64 old = noteCn.proposeRegister(lines, "file of the old registrar");
        _pass(Office.Registrar, 0, successor, regulatorCn);
        vm.prank(custodianCn);
        vm.expectRevert(_refused(RefusalLib.NOT_REGISTRAR));
        noteCn.register(old, lines, "file of the old registrar");
        vm.prank(successor);
        uint64 number = noteCn.proposeRegister(lines, "file");
        vm.prank(custodianCn);
        noteCn.register(number, lines, "file");
        assertEq(noteCn.balanceOf(successor), 300, "taken over");
    }

    /// @dev Accounts stay with the bank that keeps them; the new bank's word does not move the old bank's books.
    function test_Settle_TheOldBankKeepsItsAccounts() public {
        uint64 instruction = _instruct(custodianHk, noteHk.seriesId(), FIRST, _one(investorHk));
        address successor = _meet("account bank Panyu", GUANGZHOU);
        _pass(Office.AccountBank, 0, successor, regulatorCn);
        vm.prank(successor);
        vm.expectRevert(abi.encodeWithSelector(ICashLedger.NotAccountBank.selector, paymentAccount, successor));
        agent.settle(instruction, DAY, "reference");
        vm.prank(accountBank);
        cash.credit(planAccount, 1, DAY, "late receipt");
        assertEq(cash.balanceOf(planAccount), 1, "the old bank still writes its own accounts");
    }

    function _pass(Office office, uint16 jurisdiction, address successor, address regulator) private {
        PartyId party = parties.partyOf(successor);
        vm.prank(trustee);
        uint64 proposal = succession.propose(deal, office, jurisdiction, party, "document");
        vm.prank(successor);
        succession.accept(proposal);
        vm.prank(regulator);
        succession.clear(proposal);
    }
}
