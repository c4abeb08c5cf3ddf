// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AppraisalMethod, MilestoneKind} from "../types/Enums.sol";
import {PartyId, RightId} from "../types/Ids.sol";

/// @notice What evaluators state about rights, signed: milestones, indicator scores, readiness, appraisals.
interface IEvaluationBook {
    /// @notice A milestone was reached.
    /// @param day When, days since 1970-01-01 in UTC+8
    /// @param evidence Salted hash of the report and what it rests on
    /// @param issuedAt Later than the milestone before it about this right, and not in the future
    struct Milestone {
        RightId right;
        MilestoneKind kind;
        uint32 day;
        bytes32 evidence;
        uint48 issuedAt;
    }

    /// @notice An evaluation by the indicators of GB/T 42748-2023. Figures are in ten-thousandths.
    /// @param trl Readiness 1 to 9; from 6 the pilot must stand in the dossier, from 4 the concept verification
    /// @param indicators How many indicators were scored: 3, 14 or 27
    /// @param signals Bit 0: signs of substitution, bit 1: signs of litigation
    /// @param dossier Salted hash of the dossier with scores and weights, from which the figures follow
    struct Evaluation {
        RightId right;
        uint8 trl;
        uint8 indicators;
        uint16 legal;
        uint16 technical;
        uint16 economic;
        uint16 total;
        uint8 signals;
        bytes32 dossier;
        uint48 issuedAt;
    }

    /// @notice An appraisal of the titles of a right.
    /// @param value Minor units of the right's currency
    /// @param discountPpb Yearly discount rate in parts per billion
    /// @param valuedOn Day of the value
    /// @param appraiser Party that appraised
    /// @param inputs Salted hash of the inputs, from which anybody who holds them recomputes the value
    /// @param evidence Salted hash of the report
    struct Appraisal {
        RightId right;
        AppraisalMethod method;
        uint128 value;
        uint32 discountPpb;
        uint32 valuedOn;
        uint48 validUntil;
        PartyId appraiser;
        bytes32 inputs;
        bytes32 evidence;
        uint48 issuedAt;
    }

    /// @notice Where the dossier of a right stands. Moments of the newest statement of each kind, zero if none.
    /// @param milestones Bitmap of `MilestoneKind`
    struct DossierView {
        uint48 milestoneAt;
        uint48 evaluationAt;
        uint48 appraisalAt;
        uint8 milestones;
        uint8 indicators;
        uint16 legal;
        uint16 technical;
        uint16 economic;
        uint16 total;
        uint8 signals;
    }

    event MilestoneRecorded(RightId indexed right, address indexed evaluator, Milestone milestone);
    event EvaluationRecorded(RightId indexed right, address indexed evaluator, Evaluation evaluation);
    event AppraisalRecorded(RightId indexed right, address indexed evaluator, Appraisal appraisal);

    error StatementStale(RightId right, uint48 issuedAt);
    error StatementEarly(uint48 issuedAt);
    error MilestoneUnnamed();
    error MilestoneMissing(RightId right, uint8 trl, MilestoneKind kind);
    error IndicatorsUnknown(uint8 indicators);
    error FigureOutOfRange(uint16 figure);
    error SignalUnknown(uint8 signals);
    error MethodUnnamed();
    error AppraiserIneligible(PartyId appraiser);
    error InputsAbsent();
    error EvidenceMissing();

    /// @notice Records a milestone by the signature of an evaluator of the right's jurisdiction; anyone submits it, once
    function recordMilestone(Milestone calldata milestone, bytes calldata signature) external;

    /// @notice Records an evaluation in the same way; readiness and maturity class of the right follow
    function recordEvaluation(Evaluation calldata evaluation, bytes calldata signature) external;

    /// @notice Records an appraisal in the same way; value and validity of the right follow
    function recordAppraisal(Appraisal calldata appraisal, bytes calldata signature) external;

    /// @notice What an evaluator signs
    function digestOfMilestone(Milestone calldata milestone) external view returns (bytes32);

    function digestOfEvaluation(Evaluation calldata evaluation) external view returns (bytes32);

    function digestOfAppraisal(Appraisal calldata appraisal) external view returns (bytes32);

    function dossierOf(RightId right) external view returns (DossierView memory);

    /// @notice Newest appraisal of a right that came through this book, empty if none
    function appraisalOf(RightId right) external view returns (Appraisal memory);
}
