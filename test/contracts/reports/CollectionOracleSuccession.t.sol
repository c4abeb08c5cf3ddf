// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";

import {Office, PeriodStage} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";

/// @notice The committee follows the offices: a deal whose servicer is revoked reports again when the backup has stepped in.
contract CollectionOracleSuccessionTest is CashFixture {
    DealId private deal;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
    }

    function test_Submit_RevertGiven_TheServicerIsRevoked() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        _revokeServicer();
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.NotOnCommittee.selector, servicer));
        oracle.submit(report, signatures);
    }

    function test_Submit_RevertGiven_TheOldCommitteeSigned() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        ICollectionOracle.SignerSignature[] memory signatures = _signAll(report);
        _revokeServicer();
        _stepIn();
        bytes32 config = oracle.configDigestOf(deal);
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.WrongCommittee.selector, config));
        oracle.submit(report, signatures);
        report.configDigest = config;
        signatures = _signAll(report);
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.NotOnCommittee.selector, servicer));
        oracle.submit(report, signatures);
    }

    function test_Submit_TheNewCommitteeReports() public {
        _revokeServicer();
        _stepIn();
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        address[] memory signers = new address[](3);
        (signers[0], signers[1], signers[2]) = (backupServicer, accountBank, verificationAgent);
        oracle.submit(report, _signBy(report, signers));
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Reported, "reported");
        assertTrue(oracle.isComplete(deal, FIRST), "complete");
    }

    /// @dev What stands in the sums when the office passes stays; only what is signed later is the new committee's.
    function test_Submit_AReportOfTheOldCommitteeStands() public {
        ICollectionOracle.CollectionReport memory report = _report(deal, FIRST);
        _submit(report);
        _revokeServicer();
        _stepIn();
        assertTrue(oracle.isComplete(deal, FIRST), "as it was");
        _calculate(deal, FIRST);
        assertTrue(deals.periodStageOf(deal, FIRST) == PeriodStage.Calculated, "and is divided");
    }

    function _revokeServicer() private {
        PartyId party = parties.partyOf(servicer);
        vm.prank(attesterCn);
        parties.revoke(party, "reason");
    }

    function _stepIn() private {
        PartyId backup = parties.partyOf(backupServicer);
        vm.prank(trustee);
        uint64 proposal = succession.propose(deal, Office.Servicer, 0, backup, "document");
        vm.prank(backupServicer);
        succession.accept(proposal);
    }
}
