// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {BookRuleLib} from "./BookRuleLib.sol";
import {EligibilityRuleLib} from "./EligibilityRuleLib.sol";
import {Facts} from "./Facts.sol";
import {FrozenRuleLib} from "./FrozenRuleLib.sol";
import {GradeRuleLib} from "./GradeRuleLib.sol";
import {LegalModeRuleLib} from "./LegalModeRuleLib.sol";
import {LockRuleLib} from "./LockRuleLib.sol";
import {PlaceRuleLib} from "./PlaceRuleLib.sol";
import {RefusalLib} from "./RefusalLib.sol";
import {RestrictionRuleLib} from "./RestrictionRuleLib.sol";
import {StageRuleLib} from "./StageRuleLib.sol";

/// @title RuleListLib
/// @notice The rules in their order; the first refusal wins.
library RuleListLib {
    function decide(ISeriesNote.Movement memory movement, Facts memory facts) internal pure returns (uint8 code) {
        if ((code = StageRuleLib.decide(movement, facts)) != RefusalLib.NONE) return code;
        if ((code = LegalModeRuleLib.decide(movement, facts)) != RefusalLib.NONE) return code;
        if ((code = LockRuleLib.decide(movement, facts)) != RefusalLib.NONE) return code;
        if ((code = BookRuleLib.decide(movement, facts)) != RefusalLib.NONE) return code;
        if ((code = RestrictionRuleLib.decide(movement, facts)) != RefusalLib.NONE) return code;
        if ((code = FrozenRuleLib.decide(movement, facts)) != RefusalLib.NONE) return code;
        if ((code = EligibilityRuleLib.decide(movement, facts)) != RefusalLib.NONE) return code;
        if ((code = PlaceRuleLib.decide(movement, facts)) != RefusalLib.NONE) return code;
        return GradeRuleLib.decide(movement, facts);
    }

    /// @dev What of the rules concerns an account that sends, whatever and to whomever.
    function ofSender(Facts memory facts) internal pure returns (uint8) {
        if (facts.sender.restrictions != 0) return RefusalLib.SENDER_RESTRICTED;
        return EligibilityRuleLib.ofSender(facts);
    }

    /// @dev What of the rules concerns an account that receives, whatever and from whomever.
    function ofReceiver(Facts memory facts) internal pure returns (uint8 code) {
        if (facts.receiver.restrictions != 0) return RefusalLib.RECEIVER_RESTRICTED;
        if ((code = EligibilityRuleLib.ofReceiver(facts)) != RefusalLib.NONE) return code;
        if ((code = PlaceRuleLib.ofReceiver(facts)) != RefusalLib.NONE) return code;
        return GradeRuleLib.ofReceiver(facts);
    }
}
