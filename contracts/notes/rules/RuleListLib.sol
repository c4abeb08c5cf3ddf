// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {BookRuleLib} from "./BookRuleLib.sol";
import {EligibilityRuleLib} from "./EligibilityRuleLib.sol";
import {Facts} from "./Facts.sol";
import {FrozenRuleLib} from "./FrozenRuleLib.sol";
import {GradeRuleLib} from "./GradeRuleLib.sol";
import {LegalModeRuleLib} from "./LegalModeRuleLib.sol";
import {LockRuleLib} from "./LockRuleLib.sol";
import {PauseRuleLib} from "./PauseRuleLib.sol";
import {PlaceRuleLib} from "./PlaceRuleLib.sol";
import {RefusalLib} from "./RefusalLib.sol";
import {RestrictionRuleLib} from "./RestrictionRuleLib.sol";
import {ScopeRuleLib} from "./ScopeRuleLib.sol";
import {StageRuleLib} from "./StageRuleLib.sol";

/// @title RuleListLib
/// @notice The rules in their order; the first refusal wins. Before them all the note asks `OperatorRuleLib`, where
/// units are moved by another than their holder.
library RuleListLib {
    function decide(Facts memory facts) internal pure returns (uint8 code) {
        if ((code = ScopeRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = PauseRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = StageRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = LegalModeRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = LockRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = BookRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = RestrictionRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = FrozenRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = EligibilityRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        if ((code = PlaceRuleLib.decide(facts)) != RefusalLib.NONE) return code;
        return GradeRuleLib.decide(facts);
    }

    /// @dev What of the rules concerns an account that sends, whatever and to whomever.
    function ofSender(Facts memory facts) internal pure returns (uint8) {
        if (facts.sender.isRestricted()) return RefusalLib.SENDER_RESTRICTED;
        return EligibilityRuleLib.ofSender(facts);
    }

    /// @dev What of the rules concerns an account that receives, whatever and from whomever.
    function ofReceiver(Facts memory facts) internal pure returns (uint8 code) {
        if (facts.receiver.isRestricted()) return RefusalLib.RECEIVER_RESTRICTED;
        if ((code = EligibilityRuleLib.ofReceiver(facts)) != RefusalLib.NONE) return code;
        if ((code = PlaceRuleLib.ofReceiver(facts)) != RefusalLib.NONE) return code;
        return GradeRuleLib.ofReceiver(facts);
    }
}
