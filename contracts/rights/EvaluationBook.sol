// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IEvaluationBook} from "../interfaces/IEvaluationBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IRightsRegistry} from "../interfaces/IRightsRegistry.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {AppraisalMethod, MilestoneKind} from "../types/Enums.sol";
import {RightId} from "../types/Ids.sol";

/// @title EvaluationBook
/// @notice The dossier of each right as its evaluators signed it. Documents stay off chain; what follows from them stands here,
/// with the hash by which they are checked.
///
/// STATEMENTS
/// Three kinds: milestones (concept verification, pilot), evaluations (indicator scores, readiness, signals), appraisals. Each is
/// signed by an evaluator of the right's jurisdiction for this chain and contract, asked when it is submitted, and issued later than
/// the one of its kind before it about the same right: none counts twice or out of its turn. Anyone submits.
///
/// READINESS
/// A readiness of 4 and 5 needs the milestone of concept verification or pilot, 6 and more the pilot: what the dossier does not
/// show is not stated. A lower readiness needs nothing.
///
/// FIGURES
/// Scores, weights and valuation inputs are data behind the hash; whoever holds the document recomputes the figures. The chain
/// checks their range only.
///
/// ASSUMPTIONS
/// Block time is seconds and no evaluator signs for the future. Only plain keys sign.
contract EvaluationBook is IEvaluationBook, EIP712 {
    using RolesLib for uint64;

    bytes32 private constant MILESTONE_TYPEHASH = keccak256(
        "Milestone(uint64 right,uint8 kind,uint32 day,bytes32 evidence,uint48 issuedAt)"
    );
    bytes32 private constant EVALUATION_TYPEHASH = keccak256(
        "Evaluation(uint64 right,uint8 trl,uint8 indicators,uint16 legal,uint16 technical,uint16 economic,uint16 total,uint8 signals,bytes32 dossier,uint48 issuedAt)"
    );
    bytes32 private constant APPRAISAL_TYPEHASH = keccak256(
        "Appraisal(uint64 right,uint8 method,uint128 value,uint32 discountPpb,uint32 valuedOn,uint48 validUntil,uint64 appraiser,bytes32 inputs,bytes32 evidence,uint48 issuedAt)"
    );
    uint16 private constant WHOLE = 10_000;
    uint8 private constant ALL_SIGNALS = 3;
    uint8 private constant VERIFIED_FROM = 4;
    uint8 private constant PILOT_FROM = 6;

    /* STORAGE */

    address public immutable authority;
    IPartyRegistry private immutable parties;
    IRightsRegistry private immutable rights;

    mapping(RightId right => DossierView dossier) private _dossiers;
    mapping(RightId right => Appraisal appraisal) private _appraisals;

    constructor(
        address accessManager,
        IPartyRegistry partyRegistry,
        IRightsRegistry rightsRegistry
    ) EIP712("Lingnan EvaluationBook", "1") {
        authority = accessManager;
        parties = partyRegistry;
        rights = rightsRegistry;
    }

    /* ACTIONS */

    /// @inheritdoc IEvaluationBook
    function recordMilestone(Milestone calldata milestone, bytes calldata signature) external {
        DossierView storage dossier = _dossiers[milestone.right];
        address evaluator = _checkSigner(milestone.right, digestOfMilestone(milestone), signature);
        _checkTurn(milestone.right, dossier.milestoneAt, milestone.issuedAt);
        require(milestone.kind != MilestoneKind.None && milestone.day != 0, MilestoneUnnamed());
        require(milestone.evidence != 0, EvidenceMissing());

        dossier.milestoneAt = milestone.issuedAt;
        dossier.milestones |= _bitOf(milestone.kind);
        emit MilestoneRecorded(milestone.right, evaluator, milestone);
    }

    /// @inheritdoc IEvaluationBook
    function recordEvaluation(Evaluation calldata evaluation, bytes calldata signature) external {
        DossierView storage dossier = _dossiers[evaluation.right];
        address evaluator = _checkSigner(evaluation.right, digestOfEvaluation(evaluation), signature);
        _checkTurn(evaluation.right, dossier.evaluationAt, evaluation.issuedAt);
        _checkFigures(evaluation);
        _checkMilestones(evaluation.right, evaluation.trl, dossier.milestones);

        dossier.evaluationAt = evaluation.issuedAt;
        dossier.indicators = evaluation.indicators;
        dossier.legal = evaluation.legal;
        dossier.technical = evaluation.technical;
        dossier.economic = evaluation.economic;
        dossier.total = evaluation.total;
        dossier.signals = evaluation.signals;
        emit EvaluationRecorded(evaluation.right, evaluator, evaluation);
        rights.evaluate(evaluation.right, evaluation.trl, evaluation.dossier);
    }

    /// @inheritdoc IEvaluationBook
    function recordAppraisal(Appraisal calldata appraisal, bytes calldata signature) external {
        DossierView storage dossier = _dossiers[appraisal.right];
        address evaluator = _checkSigner(appraisal.right, digestOfAppraisal(appraisal), signature);
        _checkTurn(appraisal.right, dossier.appraisalAt, appraisal.issuedAt);
        require(appraisal.method != AppraisalMethod.None && appraisal.valuedOn != 0, MethodUnnamed());
        require(appraisal.inputs != 0, InputsAbsent());
        require(parties.isEligible(appraisal.appraiser), AppraiserIneligible(appraisal.appraiser));

        dossier.appraisalAt = appraisal.issuedAt;
        _appraisals[appraisal.right] = appraisal;
        emit AppraisalRecorded(appraisal.right, evaluator, appraisal);
        rights.appraise(appraisal.right, appraisal.value, appraisal.validUntil, appraisal.evidence);
    }

    /* VIEWS */

    /// @inheritdoc IEvaluationBook
    function dossierOf(RightId right) external view returns (DossierView memory) {
        return _dossiers[right];
    }

    /// @inheritdoc IEvaluationBook
    function appraisalOf(RightId right) external view returns (Appraisal memory) {
        return _appraisals[right];
    }

    /// @inheritdoc IEvaluationBook
    function digestOfMilestone(Milestone calldata milestone) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(MILESTONE_TYPEHASH, milestone)));
    }

    /// @inheritdoc IEvaluationBook
    function digestOfEvaluation(Evaluation calldata evaluation) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(EVALUATION_TYPEHASH, evaluation)));
    }

    /// @inheritdoc IEvaluationBook
    function digestOfAppraisal(Appraisal calldata appraisal) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(APPRAISAL_TYPEHASH, appraisal)));
    }

    /* INTERNAL */

    /// @dev The evaluator who signed, of the jurisdiction of the right.
    function _checkSigner(
        RightId right,
        bytes32 digest,
        bytes calldata signature
    ) private view returns (address evaluator) {
        evaluator = ECDSA.recoverCalldata(digest, signature);
        RolesLib.evaluator(rights.rightOf(right).place.jurisdiction()).check(authority, evaluator);
    }

    function _checkTurn(RightId right, uint48 standing, uint48 issuedAt) private view {
        require(issuedAt <= block.timestamp, StatementEarly(issuedAt));
        require(issuedAt > standing, StatementStale(right, issuedAt));
    }

    function _checkFigures(Evaluation calldata evaluation) private pure {
        uint8 indicators = evaluation.indicators;
        require(indicators == 3 || indicators == 14 || indicators == 27, IndicatorsUnknown(indicators));
        _checkFigure(evaluation.legal);
        _checkFigure(evaluation.technical);
        _checkFigure(evaluation.economic);
        _checkFigure(evaluation.total);
        require(evaluation.signals <= ALL_SIGNALS, SignalUnknown(evaluation.signals));
    }

    function _checkFigure(uint16 figure) private pure {
        require(figure <= WHOLE, FigureOutOfRange(figure));
    }

    function _checkMilestones(RightId right, uint8 trl, uint8 milestones) private pure {
        bool hasPilot = milestones & _bitOf(MilestoneKind.PilotPassed) != 0;
        bool hasConcept = hasPilot || milestones & _bitOf(MilestoneKind.ConceptVerified) != 0;
        require(trl < PILOT_FROM || hasPilot, MilestoneMissing(right, trl, MilestoneKind.PilotPassed));
        require(trl < VERIFIED_FROM || hasConcept, MilestoneMissing(right, trl, MilestoneKind.ConceptVerified));
    }

    function _bitOf(MilestoneKind kind) private pure returns (uint8) {
        return uint8(1 << uint8(kind));
    }
}
