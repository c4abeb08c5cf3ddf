// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEvaluationBook} from "../../../contracts/interfaces/IEvaluationBook.sol";
import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {AppraisalMethod, Maturity, MilestoneKind} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, RightId} from "../../../contracts/types/Ids.sol";
import {CN} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

contract EvaluationBookTest is RoomsFixture {
    RightId private constant UNKNOWN = RightId.wrap(99);
    uint32 private constant DAY = 20_000;
    RightId private _early;

    function setUp() public override {
        super.setUp();
        _early = _register(_rightTerms("patent of gene editing", 4, 20_000_00));
    }

    /* WHO SIGNS */

    function test_Record_RevertGiven_UnknownRight() public {
        IEvaluationBook.Milestone memory milestone = _milestone(MilestoneKind.PilotPassed);
        milestone.right = UNKNOWN;
        bytes memory signature = _signed(evaluatorCn, evaluations.digestOfMilestone(milestone));
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.UnknownRight.selector, UNKNOWN));
        evaluations.recordMilestone(milestone, signature);
    }

    function test_Record_RevertWhen_AnotherThanAnEvaluatorOfThePlaceSigned() public {
        address[2] memory others = [evaluatorHk, originator];
        for (uint256 i = 0; i < others.length; ++i) {
            bytes memory refusal = abi.encodeWithSelector(
                RolesLib.NotRoleHolder.selector,
                RolesLib.evaluator(CN),
                others[i]
            );
            IEvaluationBook.Milestone memory milestone = _milestone(MilestoneKind.PilotPassed);
            bytes memory signature = _signed(others[i], evaluations.digestOfMilestone(milestone));
            vm.expectRevert(refusal);
            evaluations.recordMilestone(milestone, signature);
            IEvaluationBook.Evaluation memory evaluation = _evaluation(3);
            signature = _signed(others[i], evaluations.digestOfEvaluation(evaluation));
            vm.expectRevert(refusal);
            evaluations.recordEvaluation(evaluation, signature);
            IEvaluationBook.Appraisal memory appraisal = _appraisal();
            signature = _signed(others[i], evaluations.digestOfAppraisal(appraisal));
            vm.expectRevert(refusal);
            evaluations.recordAppraisal(appraisal, signature);
        }
    }

    function test_Record_RevertGiven_TheEvaluatorWasDismissed() public {
        access.revokeRole(RolesLib.evaluator(CN), evaluatorCn);
        _expectMilestone(
            _milestone(MilestoneKind.PilotPassed),
            abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.evaluator(CN), evaluatorCn)
        );
    }

    /* TURN */

    function test_Record_RevertWhen_DatedInTheFuture() public {
        bytes memory refusal = abi.encodeWithSelector(IEvaluationBook.StatementEarly.selector, START + 1);
        IEvaluationBook.Milestone memory milestone = _milestone(MilestoneKind.PilotPassed);
        milestone.issuedAt = START + 1;
        _expectMilestone(milestone, refusal);
        IEvaluationBook.Evaluation memory evaluation = _evaluation(3);
        evaluation.issuedAt = START + 1;
        _expectEvaluation(evaluation, refusal);
        IEvaluationBook.Appraisal memory appraisal = _appraisal();
        appraisal.issuedAt = START + 1;
        _expectAppraisal(appraisal, refusal);
    }

    function test_Record_RevertWhen_SubmittedTwice() public {
        bytes memory refusal = abi.encodeWithSelector(IEvaluationBook.StatementStale.selector, _early, START);
        _record(_milestone(MilestoneKind.PilotPassed));
        _expectMilestone(_milestone(MilestoneKind.PilotPassed), refusal);
        _record(_evaluation(7));
        _expectEvaluation(_evaluation(7), refusal);
        _record(_appraisal());
        _expectAppraisal(_appraisal(), refusal);
    }

    /// @dev A statement about one right says nothing about the turn of another.
    function test_Record_EachRightHasItsTurn() public {
        _record(_milestone(MilestoneKind.PilotPassed));
        IEvaluationBook.Milestone memory other = _milestone(MilestoneKind.ConceptVerified);
        other.right = _register(_rightTerms("patent of lidar optics", 7, 100));
        _record(other);
        assertEq(evaluations.dossierOf(other.right).milestoneAt, START, "its own");
    }

    /* MILESTONES */

    function test_RecordMilestone_RevertWhen_KindOrDayMissing() public {
        bytes memory refusal = abi.encodeWithSelector(IEvaluationBook.MilestoneUnnamed.selector);
        _expectMilestone(_milestone(MilestoneKind.None), refusal);
        IEvaluationBook.Milestone memory milestone = _milestone(MilestoneKind.PilotPassed);
        milestone.day = 0;
        _expectMilestone(milestone, refusal);
    }

    function test_RecordMilestone_RevertWhen_EvidenceMissing() public {
        IEvaluationBook.Milestone memory milestone = _milestone(MilestoneKind.PilotPassed);
        milestone.evidence = 0;
        _expectMilestone(milestone, abi.encodeWithSelector(IEvaluationBook.EvidenceMissing.selector));
    }

    function test_RecordMilestone_StandsInTheDossier() public {
        IEvaluationBook.Milestone memory milestone = _milestone(MilestoneKind.ConceptVerified);
        milestone.issuedAt = START - 1;
        vm.expectEmit(address(evaluations));
        emit IEvaluationBook.MilestoneRecorded(_early, evaluatorCn, milestone);
        _record(milestone);
        _record(_milestone(MilestoneKind.PilotPassed));
        assertEq(evaluations.dossierOf(_early).milestones, 6, "both");
        assertEq(evaluations.dossierOf(_early).milestoneAt, START, "the newest");
    }

    /* EVALUATIONS */

    function test_RecordEvaluation_RevertWhen_IndicatorsUnknown() public {
        IEvaluationBook.Evaluation memory evaluation = _evaluation(3);
        evaluation.indicators = 13;
        _expectEvaluation(evaluation, abi.encodeWithSelector(IEvaluationBook.IndicatorsUnknown.selector, 13));
    }

    function test_RecordEvaluation_RevertWhen_AFigureIsMoreThanTheWhole() public {
        IEvaluationBook.Evaluation[4] memory wrong = [_evaluation(3), _evaluation(3), _evaluation(3), _evaluation(3)];
        wrong[0].legal = 10_001;
        wrong[1].technical = 10_001;
        wrong[2].economic = 10_001;
        wrong[3].total = 10_001;
        for (uint256 i = 0; i < wrong.length; ++i) {
            _expectEvaluation(wrong[i], abi.encodeWithSelector(IEvaluationBook.FigureOutOfRange.selector, 10_001));
        }
    }

    function test_RecordEvaluation_RevertWhen_ASignalIsUnknown() public {
        IEvaluationBook.Evaluation memory evaluation = _evaluation(3);
        evaluation.signals = 4;
        _expectEvaluation(evaluation, abi.encodeWithSelector(IEvaluationBook.SignalUnknown.selector, 4));
    }

    function test_RecordEvaluation_RevertGiven_NoMilestone() public {
        _expectEvaluation(_evaluation(4), _missing(4, MilestoneKind.ConceptVerified));
        _expectEvaluation(_evaluation(6), _missing(6, MilestoneKind.PilotPassed));
        _record(_milestone(MilestoneKind.ConceptVerified));
        _expectEvaluation(_evaluation(6), _missing(6, MilestoneKind.PilotPassed));
    }

    function test_RecordEvaluation_RevertWhen_ReadinessIsNone() public {
        _expectEvaluation(_evaluation(0), abi.encodeWithSelector(IRightsRegistry.ReadinessOutOfRange.selector, 0));
    }

    function test_RecordEvaluation_ThreeNeedsNoMilestoneAndFiveTheConcept() public {
        IEvaluationBook.Evaluation memory evaluation = _evaluation(3);
        evaluation.issuedAt = START - 1;
        _record(evaluation);
        assertEq(rights.rightOf(_early).trl, 3, "three");
        _record(_milestone(MilestoneKind.ConceptVerified));
        _record(_evaluation(5));
        assertEq(rights.rightOf(_early).trl, 5, "five");
    }

    function test_RecordEvaluation_ChangesTheClassAndKeepsTheFigures() public {
        _record(_milestone(MilestoneKind.PilotPassed));
        vm.expectEmit(address(evaluations));
        emit IEvaluationBook.EvaluationRecorded(_early, evaluatorCn, _evaluation(7));
        vm.expectEmit(address(rights));
        emit IRightsRegistry.RightEvaluated(_early, address(evaluations), 7, Maturity.PilotPassed, "dossier");
        _record(_evaluation(7));
        assertTrue(rights.rightOf(_early).maturity == Maturity.PilotPassed, "the class follows");
        IEvaluationBook.DossierView memory dossier = evaluations.dossierOf(_early);
        assertEq(dossier.legal, 7_000, "legal");
        assertEq(dossier.technical, 8_000, "technical");
        assertEq(dossier.economic, 6_000, "economic");
        assertEq(dossier.total, 6_900, "total");
        assertEq(dossier.indicators, 14, "indicators");
        assertEq(dossier.signals, 1, "substitution is in sight");
        assertEq(dossier.evaluationAt, START, "moment");
    }

    /// @dev What a deal counts on changes with the statement.
    function test_RecordEvaluation_ChangesTheBackingOfADeal() public {
        _grantRoom(RolesLib.ROOM_POOL, address(this));
        rights.encumber(_early, DealId.wrap(1));
        RightId[] memory pool = new RightId[](1);
        pool[0] = _early;
        assertEq(rights.principalByMaturity(pool)[uint8(Maturity.Early)], 20_000_00, "early");
        _record(_milestone(MilestoneKind.PilotPassed));
        _record(_evaluation(8));
        assertEq(rights.principalByMaturity(pool)[uint8(Maturity.Stable)], 20_000_00, "stable");
    }

    /* APPRAISALS */

    function test_RecordAppraisal_RevertWhen_MethodOrDayMissing() public {
        bytes memory refusal = abi.encodeWithSelector(IEvaluationBook.MethodUnnamed.selector);
        IEvaluationBook.Appraisal memory appraisal = _appraisal();
        appraisal.method = AppraisalMethod.None;
        _expectAppraisal(appraisal, refusal);
        appraisal = _appraisal();
        appraisal.valuedOn = 0;
        _expectAppraisal(appraisal, refusal);
    }

    function test_RecordAppraisal_RevertWhen_InputsMissing() public {
        IEvaluationBook.Appraisal memory appraisal = _appraisal();
        appraisal.inputs = 0;
        _expectAppraisal(appraisal, abi.encodeWithSelector(IEvaluationBook.InputsAbsent.selector));
    }

    function test_RecordAppraisal_RevertWhen_TheAppraiserIsNotEligible() public {
        IEvaluationBook.Appraisal memory appraisal = _appraisal();
        appraisal.appraiser = PartyId.wrap(7);
        _expectAppraisal(
            appraisal,
            abi.encodeWithSelector(IEvaluationBook.AppraiserIneligible.selector, PartyId.wrap(7))
        );
    }

    function test_RecordAppraisal_RevertWhen_TheRegistryRefusesIt() public {
        IEvaluationBook.Appraisal memory appraisal = _appraisal();
        appraisal.validUntil = START;
        _expectAppraisal(appraisal, abi.encodeWithSelector(IRightsRegistry.AppraisalExpired.selector, START));
    }

    function test_RecordAppraisal_ChangesTheValueAndKeepsItsInputs() public {
        vm.expectEmit(address(evaluations));
        emit IEvaluationBook.AppraisalRecorded(_early, evaluatorCn, _appraisal());
        _record(_appraisal());
        assertEq(rights.rightOf(_early).appraisedValue, 33_000_00, "value");
        assertEq(rights.rightOf(_early).appraisalValidUntil, START + YEAR, "validity");
        assertEq(abi.encode(evaluations.appraisalOf(_early)), abi.encode(_appraisal()), "kept whole");
        assertEq(evaluations.dossierOf(_early).appraisalAt, START, "moment");
    }

    /* INTERNAL */

    function _milestone(MilestoneKind kind) private view returns (IEvaluationBook.Milestone memory) {
        return IEvaluationBook.Milestone({right: _early, kind: kind, day: DAY, evidence: "report", issuedAt: START});
    }

    function _evaluation(uint8 trl) private view returns (IEvaluationBook.Evaluation memory) {
        return
            IEvaluationBook.Evaluation({
                right: _early,
                trl: trl,
                indicators: 14,
                legal: 7_000,
                technical: 8_000,
                economic: 6_000,
                total: 6_900,
                signals: 1,
                dossier: "dossier",
                issuedAt: START
            });
    }

    function _appraisal() private view returns (IEvaluationBook.Appraisal memory) {
        return
            IEvaluationBook.Appraisal({
                right: _early,
                method: AppraisalMethod.ReliefFromRoyalty,
                value: 33_000_00,
                discountPpb: 150_000_000,
                valuedOn: DAY,
                validUntil: START + YEAR,
                appraiser: parties.partyOf(supervisingBank),
                inputs: "inputs",
                evidence: "report",
                issuedAt: START
            });
    }

    function _record(IEvaluationBook.Milestone memory milestone) private {
        evaluations.recordMilestone(milestone, _signed(evaluatorCn, evaluations.digestOfMilestone(milestone)));
    }

    function _record(IEvaluationBook.Evaluation memory evaluation) private {
        evaluations.recordEvaluation(evaluation, _signed(evaluatorCn, evaluations.digestOfEvaluation(evaluation)));
    }

    function _record(IEvaluationBook.Appraisal memory appraisal) private {
        evaluations.recordAppraisal(appraisal, _signed(evaluatorCn, evaluations.digestOfAppraisal(appraisal)));
    }

    function _expectMilestone(IEvaluationBook.Milestone memory milestone, bytes memory refusal) private {
        bytes memory signature = _signed(evaluatorCn, evaluations.digestOfMilestone(milestone));
        vm.expectRevert(refusal);
        evaluations.recordMilestone(milestone, signature);
    }

    function _expectEvaluation(IEvaluationBook.Evaluation memory evaluation, bytes memory refusal) private {
        bytes memory signature = _signed(evaluatorCn, evaluations.digestOfEvaluation(evaluation));
        vm.expectRevert(refusal);
        evaluations.recordEvaluation(evaluation, signature);
    }

    function _expectAppraisal(IEvaluationBook.Appraisal memory appraisal, bytes memory refusal) private {
        bytes memory signature = _signed(evaluatorCn, evaluations.digestOfAppraisal(appraisal));
        vm.expectRevert(refusal);
        evaluations.recordAppraisal(appraisal, signature);
    }

    function _signed(address evaluator, bytes32 digest) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf[evaluator], digest);
        return abi.encodePacked(r, s, v);
    }

    function _missing(uint8 trl, MilestoneKind kind) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEvaluationBook.MilestoneMissing.selector, _early, trl, kind);
    }
}
