// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title RefusalLib
/// @notice Codes of the rules and what they say. A code never changes its meaning; a new rule takes a new one.
///
/// Warning: what comes from an order of an authority says only "restricted", so that nobody is warned.
library RefusalLib {
    uint8 internal constant NONE = 0;
    uint8 internal constant LOCKED = 1;
    uint8 internal constant ENDED = 2;
    uint8 internal constant ISSUED = 3;
    uint8 internal constant PAUSED = 4;
    uint8 internal constant SERIES_PAUSED = 5;
    uint8 internal constant DEAL_PAUSED = 6;
    uint8 internal constant MIRROR = 10;
    uint8 internal constant NOT_MIRROR = 11;
    uint8 internal constant NOT_REGISTRAR = 12;
    uint8 internal constant NOT_FILED = 13;
    uint8 internal constant NOT_TRANSFERABLE = 20;
    uint8 internal constant BOOK_CLOSED = 30;
    uint8 internal constant SENDER_RESTRICTED = 40;
    uint8 internal constant RECEIVER_RESTRICTED = 41;
    uint8 internal constant FROZEN = 42;
    uint8 internal constant OPERATOR_RESTRICTED = 43;
    uint8 internal constant SENDER_UNKNOWN = 50;
    uint8 internal constant SENDER_REVOKED = 51;
    uint8 internal constant SENDER_EXPIRED = 52;
    uint8 internal constant RECEIVER_UNKNOWN = 53;
    uint8 internal constant RECEIVER_REVOKED = 54;
    uint8 internal constant RECEIVER_EXPIRED = 55;
    uint8 internal constant RECEIVER_NOT_INVESTOR = 56;
    uint8 internal constant OPERATOR_REVOKED = 57;
    uint8 internal constant OPERATOR_EXPIRED = 58;
    uint8 internal constant OTHER_PLACE = 60;
    uint8 internal constant GRADE_ABOVE_TOLERANCE = 61;
    uint8 internal constant CLASS_NOT_ADMITTED = 62;
    uint8 internal constant LOCKED_UP = 80;
    uint8 internal constant RETAINED = 81;
    uint8 internal constant NO_WHOLE_STEP = 82;
    uint8 internal constant BELOW_MINIMUM = 83;
    uint8 internal constant HOLDING_CAP = 84;
    uint8 internal constant HOLDER_CAP = 85;
    uint8 internal constant OFFEREE_CAP = 86;
    uint8 internal constant QUOTA_USED = 87;

    function sentenceOf(uint8 code) internal pure returns (string memory) {
        if (code < NOT_TRANSFERABLE) return _ofTheSeries(code);
        if (code == NOT_TRANSFERABLE) return "holders may not pass this tranche on";
        if (code == BOOK_CLOSED) return "the book is closed for a record date";
        if (code >= SENDER_RESTRICTED && code <= OPERATOR_RESTRICTED) return "restricted";
        return code < LOCKED_UP ? _ofTheParties(code) : _ofTheLimits(code);
    }

    function _ofTheSeries(uint8 code) private pure returns (string memory) {
        if (code == NONE) return "no rule refuses";
        if (code == LOCKED) return "the notes are locked until the offering closes";
        if (code == ENDED) return "the notes are void or retired";
        if (code == ISSUED) return "the offering has closed: no more notes are issued";
        if (code == PAUSED) return "a regulator has paused such movements in its place";
        if (code == SERIES_PAUSED) return "the series is paused";
        if (code == DEAL_PAUSED) return "the deal is paused";
        if (code == MIRROR) return "the legal register is elsewhere: only its registrar moves this series";
        if (code == NOT_MIRROR) return "this series mirrors no register";
        if (code == NOT_REGISTRAR) return "only the registrar imports a register";
        if (code == NOT_FILED) return "the filing behind this token is not on record";
        return "unknown code";
    }

    function _ofTheParties(uint8 code) private pure returns (string memory) {
        if (code == SENDER_UNKNOWN) return "the sender's wallet acts for no known party";
        if (code == SENDER_REVOKED) return "the sender's attestation was revoked";
        if (code == SENDER_EXPIRED) return "the sender's attestation has expired";
        if (code == RECEIVER_UNKNOWN) return "the receiver's wallet acts for no known party";
        if (code == RECEIVER_REVOKED) return "the receiver's attestation was revoked";
        if (code == RECEIVER_EXPIRED) return "the receiver's attestation has expired";
        if (code == RECEIVER_NOT_INVESTOR) return "the receiver is attested for an office, not as an investor";
        if (code == OPERATOR_REVOKED) return "the spender's attestation was revoked";
        if (code == OPERATOR_EXPIRED) return "the spender's attestation has expired";
        if (code == OTHER_PLACE) return "the series is for holders of another place";
        if (code == GRADE_ABOVE_TOLERANCE) return "the risk grade is above the receiver's tolerance";
        if (code == CLASS_NOT_ADMITTED) return "the series admits no holders of that class and place";
        return "unknown code";
    }

    function _ofTheLimits(uint8 code) private pure returns (string memory) {
        if (code == LOCKED_UP) return "the lock-up has not ended";
        if (code == RETAINED) return "the retained share may not be passed on";
        if (code == NO_WHOLE_STEP) return "units move in whole steps";
        if (code == BELOW_MINIMUM) return "a holding would be below the minimum";
        if (code == HOLDING_CAP) return "the receiver would hold more than one party may";
        if (code == HOLDER_CAP) return "the deal would have more holders in this place than allowed";
        if (code == OFFEREE_CAP) return "the deal was offered to as many parties in this place as allowed";
        if (code == QUOTA_USED) return "the cross-border quota of this window is used";
        return "unknown code";
    }
}
