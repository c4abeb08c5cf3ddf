// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEvaluationBook} from "../../../contracts/interfaces/IEvaluationBook.sol";

import {EvaluationBook} from "../../../contracts/rights/EvaluationBook.sol";
import {RightId} from "../../../contracts/types/Ids.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The evaluation book as a reader of its events knows it.
contract DossierMirror is TestBase {
    mapping(RightId right => IEvaluationBook.DossierView seen) private _dossiers;
    mapping(RightId right => IEvaluationBook.Appraisal seen) private _appraisals;

    function read(Vm.Log memory log) external {
        bytes32 topic = log.topics[0];
        RightId right = RightId.wrap(uint64(uint256(log.topics[1])));
        IEvaluationBook.DossierView storage seen = _dossiers[right];
        if (topic == IEvaluationBook.MilestoneRecorded.selector) {
            IEvaluationBook.Milestone memory milestone = abi.decode(log.data, (IEvaluationBook.Milestone));
            seen.milestoneAt = milestone.issuedAt;
            seen.milestones |= uint8(1 << uint8(milestone.kind));
        }
        if (topic == IEvaluationBook.EvaluationRecorded.selector) {
            IEvaluationBook.Evaluation memory evaluation = abi.decode(log.data, (IEvaluationBook.Evaluation));
            seen.evaluationAt = evaluation.issuedAt;
            seen.indicators = evaluation.indicators;
            seen.legal = evaluation.legal;
            seen.technical = evaluation.technical;
            seen.economic = evaluation.economic;
            seen.total = evaluation.total;
            seen.signals = evaluation.signals;
        }
        if (topic == IEvaluationBook.AppraisalRecorded.selector) {
            _appraisals[right] = abi.decode(log.data, (IEvaluationBook.Appraisal));
            seen.appraisalAt = _appraisals[right].issuedAt;
        }
    }

    function compare(EvaluationBook room, uint64 rights) external view {
        for (uint64 i = 1; i <= rights; ++i) {
            RightId right = RightId.wrap(i);
            assertEq(abi.encode(room.dossierOf(right)), abi.encode(_dossiers[right]), "dossier");
            assertEq(abi.encode(room.appraisalOf(right)), abi.encode(_appraisals[right]), "appraisal");
        }
    }
}
