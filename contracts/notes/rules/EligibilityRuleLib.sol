// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PartyId} from "../../types/Ids.sol";
import {Standing} from "../../types/Standing.sol";
import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title EligibilityRuleLib
/// @notice Who trades is attested, unexpired and not revoked; who receives is so as an investor.
library EligibilityRuleLib {
    function decide(Facts memory facts) internal pure returns (uint8 code) {
        if (facts.kind & KindLib.BY_WALLETS != 0) code = ofSender(facts);
        if (code != RefusalLib.NONE || facts.kind & KindLib.GIVING == 0) return code;
        return ofReceiver(facts);
    }

    function ofSender(Facts memory facts) internal pure returns (uint8) {
        Standing sender = facts.sender;
        if (PartyId.unwrap(sender.party()) == 0) return RefusalLib.SENDER_UNKNOWN;
        if (sender.isRevoked()) return RefusalLib.SENDER_REVOKED;
        return facts.moment < sender.validUntil() ? RefusalLib.NONE : RefusalLib.SENDER_EXPIRED;
    }

    function ofReceiver(Facts memory facts) internal pure returns (uint8) {
        Standing receiver = facts.receiver;
        if (PartyId.unwrap(receiver.party()) == 0) return RefusalLib.RECEIVER_UNKNOWN;
        if (receiver.isRevoked()) return RefusalLib.RECEIVER_REVOKED;
        if (facts.moment >= receiver.validUntil()) return RefusalLib.RECEIVER_EXPIRED;
        return receiver.class() == 0 ? RefusalLib.RECEIVER_NOT_INVESTOR : RefusalLib.NONE;
    }
}
