// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {PartyId} from "../../types/Ids.sol";
import {Facts} from "./Facts.sol";
import {KindLib} from "./KindLib.sol";
import {RefusalLib} from "./RefusalLib.sol";

/// @title EligibilityRuleLib
/// @notice Who trades is attested, unexpired and not revoked; who receives is so as an investor.
library EligibilityRuleLib {
    function decide(ISeriesNote.Movement memory movement, Facts memory facts) internal pure returns (uint8 code) {
        if (KindLib.isIn(movement.kind, KindLib.BY_WALLETS)) code = ofSender(facts);
        if (code != RefusalLib.NONE || !KindLib.isIn(movement.kind, KindLib.GIVING)) return code;
        return ofReceiver(facts);
    }

    function ofSender(Facts memory facts) internal pure returns (uint8) {
        if (PartyId.unwrap(facts.senderParty) == 0) return RefusalLib.SENDER_UNKNOWN;
        if (facts.sender.revoked) return RefusalLib.SENDER_REVOKED;
        return facts.moment < facts.sender.validUntil ? RefusalLib.NONE : RefusalLib.SENDER_EXPIRED;
    }

    function ofReceiver(Facts memory facts) internal pure returns (uint8) {
        IPartyRegistry.Profile memory receiver = facts.receiver;
        if (PartyId.unwrap(facts.receiverParty) == 0) return RefusalLib.RECEIVER_UNKNOWN;
        if (receiver.revoked) return RefusalLib.RECEIVER_REVOKED;
        if (facts.moment >= receiver.validUntil) return RefusalLib.RECEIVER_EXPIRED;
        return receiver.class == 0 ? RefusalLib.RECEIVER_NOT_INVESTOR : RefusalLib.NONE;
    }
}
