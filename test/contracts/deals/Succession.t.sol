// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {ISuccession} from "../../../contracts/interfaces/ISuccession.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {Office} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId} from "../../../contracts/types/Ids.sol";
import {CN, HK} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Offices pass by the consents of three parties, and of two when the backup servicer steps in.
contract SuccessionTest is RoomsFixture {
    DealId private deal;
    address private newTrustee;
    address private newManager;
    address private newCustodian;

    function setUp() public override {
        super.setUp();
        _standInForRooms();
        deal = _activeDeal();
        newTrustee = _meet("trustee Central", HONG_KONG);
        newManager = _meet("manager Qianhai", SHENZHEN);
        newCustodian = _meet("custodian Wanchai", HONG_KONG);
    }

    /* PROPOSE */

    function test_Propose_RevertWhen_NotTheTrustee() public {
        PartyId party = parties.partyOf(newCustodian);
        _expectNotHolder(Office.Trustee, manager);
        succession.propose(deal, Office.Custodian, HK, party, "document");
    }

    /// @dev Nobody names its own successor: the trustee's office is proposed by the manager.
    function test_Propose_RevertWhen_TheTrusteeProposesForItsOwnOffice() public {
        PartyId party = parties.partyOf(newTrustee);
        _expectNotHolder(Office.Manager, trustee);
        succession.propose(deal, Office.Trustee, 0, party, "document");
    }

    function test_Propose_RevertWhen_TheProposerSucceeds() public {
        PartyId party = parties.partyOf(trustee);
        vm.expectRevert(abi.encodeWithSelector(ISuccession.ProposerSucceeds.selector, party));
        vm.prank(trustee);
        succession.propose(deal, Office.Custodian, HK, party, "document");
    }

    function test_Propose_RevertWhen_NoDocument() public {
        PartyId party = parties.partyOf(newCustodian);
        vm.expectRevert(ISuccession.ProposalUndocumented.selector);
        vm.prank(trustee);
        succession.propose(deal, Office.Custodian, HK, party, 0);
    }

    /// @dev Refused at once what the deal book would refuse at the end.
    function test_Propose_RevertWhen_TheOfficeCannotPass() public {
        PartyId party = parties.partyOf(newManager);
        vm.expectRevert(abi.encodeWithSelector(IDealBook.OriginatorBound.selector, deal));
        vm.prank(trustee);
        succession.propose(deal, Office.Originator, 0, party, "document");
    }

    function test_Propose_Stands() public {
        PartyId party = parties.partyOf(newCustodian);
        ISuccession.Proposal memory terms = ISuccession.Proposal({
            deal: deal,
            office: Office.Custodian,
            jurisdiction: HK,
            successor: party,
            proposer: parties.partyOf(trustee),
            stage: ISuccession.ProposalStage.Proposed,
            documentHash: "document"
        });
        vm.expectEmit(address(succession));
        emit ISuccession.SuccessionProposed(deal, 1, terms, 0);
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        assertEq(abi.encode(succession.proposalOf(proposal)), abi.encode(terms), "as proposed");
        assertEq(succession.standingOf(deal, Office.Custodian, HK), 1, "stands");
        assertEq(succession.standingOf(deal, Office.Custodian, CN), 0, "for that seat only");
        assertEq(succession.proposalCount(), 1, "the first");
    }

    function test_Propose_ANewerOneReplaces() public {
        uint64 first = _propose(Office.Custodian, HK, newCustodian);
        _accept(first, newCustodian);
        uint64 second = _propose(Office.Custodian, HK, investorHk);
        assertTrue(succession.proposalOf(first).stage == ISuccession.ProposalStage.Replaced, "replaced");
        assertEq(succession.standingOf(deal, Office.Custodian, HK), second, "the newer one stands");
        _expectStage(first, ISuccession.ProposalStage.Replaced);
        vm.prank(regulatorHk);
        succession.clear(first);
    }

    /* WITHDRAW */

    function test_Withdraw_RevertWhen_NotTheProposingOffice() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _expectNotHolder(Office.Trustee, newCustodian);
        succession.withdraw(proposal);
    }

    function test_Withdraw_RevertGiven_ItDoesNotStand() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        vm.startPrank(trustee);
        succession.withdraw(proposal);
        _expectStage(proposal, ISuccession.ProposalStage.Withdrawn);
        succession.withdraw(proposal);
        vm.stopPrank();
    }

    function test_Withdraw_EndsAnAcceptedProposal() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _accept(proposal, newCustodian);
        vm.expectEmit(address(succession));
        emit ISuccession.SuccessionWithdrawn(deal, proposal, trustee);
        vm.prank(trustee);
        succession.withdraw(proposal);
        assertEq(succession.standingOf(deal, Office.Custodian, HK), 0, "none stands");
        _expectStage(proposal, ISuccession.ProposalStage.Withdrawn);
        vm.prank(regulatorHk);
        succession.clear(proposal);
    }

    /* ACCEPT */

    function test_Accept_RevertWhen_NotTheSuccessor() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        vm.expectRevert(abi.encodeWithSelector(ISuccession.NotSuccessor.selector, proposal, stranger));
        vm.prank(stranger);
        succession.accept(proposal);
    }

    function test_Accept_RevertWhen_NobodyIsProposed() public {
        uint64 proposal = 1;
        vm.expectRevert(abi.encodeWithSelector(ISuccession.NotSuccessor.selector, proposal, stranger));
        vm.prank(stranger);
        succession.accept(proposal);
    }

    function test_Accept_RevertGiven_TheSuccessorIsRevoked() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _revoke(newCustodian, attesterHk);
        vm.expectRevert(abi.encodeWithSelector(ISuccession.NotSuccessor.selector, proposal, newCustodian));
        vm.prank(newCustodian);
        succession.accept(proposal);
    }

    function test_Accept_RevertGiven_Accepted() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _accept(proposal, newCustodian);
        _expectStage(proposal, ISuccession.ProposalStage.Accepted);
        vm.prank(newCustodian);
        succession.accept(proposal);
    }

    function test_Accept_WaitsForTheRegulator() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        vm.expectEmit(address(succession));
        emit ISuccession.SuccessionAccepted(deal, proposal, newCustodian);
        _accept(proposal, newCustodian);
        assertTrue(deals.holdsOffice(deal, Office.Custodian, HK, custodianHk), "nothing has passed");
    }

    /// @dev The terms named it: the trustee's word and its own are enough, also when the servicer is gone.
    function test_Accept_TheBackupServicerStepsIn() public {
        _revoke(servicer, attesterCn);
        uint64 proposal = _propose(Office.Servicer, 0, backupServicer);
        _accept(proposal, backupServicer);
        assertTrue(deals.holdsOffice(deal, Office.Servicer, 0, backupServicer), "servicer now");
        assertTrue(succession.proposalOf(proposal).stage == ISuccession.ProposalStage.Effective, "effective");
        assertEq(succession.standingOf(deal, Office.Servicer, 0), 0, "done");
    }

    /// @dev Only into the servicer's office: for any other the backup waits like everybody.
    function test_Accept_TheBackupServicerWaitsForOtherOffices() public {
        uint64 proposal = _propose(Office.SupervisingBank, 0, backupServicer);
        _accept(proposal, backupServicer);
        assertFalse(deals.holdsOffice(deal, Office.SupervisingBank, 0, backupServicer), "not yet");
    }

    function test_Accept_AnotherServicerWaits() public {
        uint64 proposal = _propose(Office.Servicer, 0, investorCn);
        _accept(proposal, investorCn);
        assertFalse(deals.holdsOffice(deal, Office.Servicer, 0, investorCn), "not yet");
    }

    /* CLEAR */

    function test_Clear_RevertGiven_NotAccepted() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _expectStage(proposal, ISuccession.ProposalStage.Proposed);
        vm.prank(regulatorHk);
        succession.clear(proposal);
    }

    function test_Clear_RevertWhen_RegulatorOfAnotherPlace() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _accept(proposal, newCustodian);
        uint64 role = RolesLib.regulator(HK);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, role, regulatorCn));
        vm.prank(regulatorCn);
        succession.clear(proposal);
    }

    /// @dev As everywhere: a power of a place is exercised at once or not at all.
    function test_Clear_RevertGiven_TheRegulatorCarriesADelay() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _accept(proposal, newCustodian);
        uint64 role = RolesLib.regulator(HK);
        address slow = _wallet("slow regulator");
        access.grantRole(role, slow, 1 days);
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, role, slow));
        vm.prank(slow);
        succession.clear(proposal);
    }

    function test_Clear_RevertWhen_TheRegulatorIsTheSuccessorOrTheProposer() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _accept(proposal, newCustodian);
        access.grantRole(RolesLib.regulator(HK), newCustodian, 0);
        access.grantRole(RolesLib.regulator(HK), trustee, 0);
        _expectClearedByParty(proposal, newCustodian);
        _expectClearedByParty(proposal, trustee);
    }

    function test_Clear_RevertGiven_TheProposerLeft() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _accept(proposal, newCustodian);
        _pass(Office.Trustee, 0, newTrustee, manager, regulatorHk);
        _expectProposerLeft(proposal);
    }

    function test_Clear_RevertGiven_TheProposerIsRevoked() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _accept(proposal, newCustodian);
        _revoke(trustee, attesterHk);
        _expectProposerLeft(proposal);
    }

    /// @dev What the deal book asks of a successor is asked when the office passes.
    function test_Clear_RevertGiven_TheSuccessorIsNotEligibleNow() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _accept(proposal, newCustodian);
        PartyId party = parties.partyOf(newCustodian);
        vm.startPrank(regulatorHk);
        parties.restrict(party, "order");
        vm.expectRevert(abi.encodeWithSelector(IDealBook.PartyNotEligible.selector, Office.Custodian, party));
        succession.clear(proposal);
        vm.stopPrank();
    }

    function test_Clear_TheCustodianPasses() public {
        uint64 proposal = _propose(Office.Custodian, HK, newCustodian);
        _accept(proposal, newCustodian);
        (PartyId from, PartyId to) = (parties.partyOf(custodianHk), parties.partyOf(newCustodian));
        vm.expectEmit(address(succession));
        emit ISuccession.SuccessionCleared(deal, proposal, regulatorHk);
        vm.expectEmit(address(deals));
        emit IDealBook.OfficePassed(deal, Office.Custodian, HK, from, to, "document");
        vm.prank(regulatorHk);
        succession.clear(proposal);
        assertTrue(deals.holdsOffice(deal, Office.Custodian, HK, newCustodian), "passed");
        assertTrue(succession.proposalOf(proposal).stage == ISuccession.ProposalStage.Effective, "effective");
        assertEq(succession.standingOf(deal, Office.Custodian, HK), 0, "done");
        (uint64 count, ) = succession.trailOf(deal);
        assertEq(count, 3, "three acts in the trail");
        _expectStage(proposal, ISuccession.ProposalStage.Effective);
        vm.prank(regulatorHk);
        succession.clear(proposal);
    }

    function test_Clear_TheManagerPasses() public {
        _revoke(manager, attesterCn);
        _pass(Office.Manager, 0, newManager, trustee, regulatorCn);
        assertTrue(deals.holdsOffice(deal, Office.Manager, 0, newManager), "a manager again");
        deals.redeem(deal);
        vm.prank(newManager);
        deals.close(deal);
    }

    function test_Clear_TheTrusteePasses() public {
        _revoke(trustee, attesterHk);
        _pass(Office.Trustee, 0, newTrustee, manager, regulatorHk);
        assertTrue(deals.isChecker(deal, newTrustee), "a checker again");
        assertFalse(deals.isChecker(deal, trustee), "the old one no more");
        vm.prank(newTrustee);
        deals.liquidate(deal, "order of the court");
    }

    function test_Clear_EveryOtherOfficePasses() public {
        address bank = _meet("account bank Panyu", GUANGZHOU);
        address agent = _meet("verification agent Zhuhai", GUANGZHOU);
        address keeper = _meet("registrar Longgang", SHENZHEN);
        _pass(Office.AccountBank, 0, bank, trustee, regulatorCn);
        _pass(Office.VerificationAgent, 0, agent, trustee, regulatorCn);
        _pass(Office.Registrar, 0, keeper, trustee, regulatorCn);
        assertTrue(deals.holdsOffice(deal, Office.AccountBank, 0, bank), "account bank");
        assertTrue(deals.holdsOffice(deal, Office.VerificationAgent, 0, agent), "verification agent");
        assertTrue(deals.holdsOffice(deal, Office.Registrar, 0, keeper), "registrar");
    }

    /* INTERNAL */

    function _propose(Office office, uint16 jurisdiction, address successor) private returns (uint64) {
        return _proposeBy(office == Office.Trustee ? manager : trustee, office, jurisdiction, successor);
    }

    function _proposeBy(
        address proposer,
        Office office,
        uint16 jurisdiction,
        address successor
    ) private returns (uint64) {
        PartyId party = parties.partyOf(successor);
        vm.prank(proposer);
        return succession.propose(deal, office, jurisdiction, party, "document");
    }

    function _accept(uint64 proposal, address successor) private {
        vm.prank(successor);
        succession.accept(proposal);
    }

    function _pass(Office office, uint16 jurisdiction, address successor, address proposer, address regulator) private {
        uint64 proposal = _proposeBy(proposer, office, jurisdiction, successor);
        _accept(proposal, successor);
        vm.prank(regulator);
        succession.clear(proposal);
    }

    function _expectNotHolder(Office office, address account) private {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, office, account));
        vm.prank(account);
    }

    function _expectStage(uint64 proposal, ISuccession.ProposalStage stage) private {
        vm.expectRevert(abi.encodeWithSelector(ISuccession.ProposalStageForbids.selector, proposal, stage));
    }

    function _expectClearedByParty(uint64 proposal, address account) private {
        PartyId party = parties.partyOf(account);
        vm.expectRevert(abi.encodeWithSelector(ISuccession.ClearedByParty.selector, proposal, party));
        vm.prank(account);
        succession.clear(proposal);
    }

    function _expectProposerLeft(uint64 proposal) private {
        PartyId proposer = parties.partyOf(trustee);
        vm.expectRevert(abi.encodeWithSelector(ISuccession.ProposerLeft.selector, proposal, proposer));
        vm.prank(regulatorHk);
        succession.clear(proposal);
    }

    function _revoke(address wallet, address attester) private {
        PartyId party = parties.partyOf(wallet);
        vm.prank(attester);
        parties.revoke(party, "reason");
    }
}
