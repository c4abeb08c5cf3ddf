// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Standing} from "../../types/Standing.sol";
import {AdmissionRuleLib} from "./AdmissionRuleLib.sol";
import {ExemptionRuleLib} from "./ExemptionRuleLib.sol";
import {HolderCapRuleLib} from "./HolderCapRuleLib.sol";
import {HoldingCapRuleLib} from "./HoldingCapRuleLib.sol";
import {LimitFacts, Limits} from "./LimitFacts.sol";
import {LockUpRuleLib} from "./LockUpRuleLib.sol";
import {MinimumRuleLib} from "./MinimumRuleLib.sol";
import {QuotaRuleLib} from "./QuotaRuleLib.sol";
import {RefusalLib} from "./RefusalLib.sol";
import {RetentionRuleLib} from "./RetentionRuleLib.sol";
import {StepRuleLib} from "./StepRuleLib.sol";

/// @title LimitListLib
/// @notice The rules of limited notes in their order, after those of `RuleListLib`; the first refusal wins. Admission and
/// exemption stand in for the rules of place and grade.
library LimitListLib {
    function decide(LimitFacts memory facts) internal pure returns (uint8 code) {
        if ((code = AdmissionRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = ExemptionRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = LockUpRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = RetentionRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = StepRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = MinimumRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = HoldingCapRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = HolderCapRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        return QuotaRuleLib.decide(facts);
    }

    /// @dev What of the rules concerns an account that receives, whatever and from whomever.
    function ofReceiver(Limits memory limits, Standing receiver) internal pure returns (uint8 code) {
        code = AdmissionRuleLib.ofReceiver(limits, receiver);
        return code == RefusalLib.NONE ? ExemptionRuleLib.ofReceiver(limits, receiver) : code;
    }
}
