// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IpEventKind, Maturity} from "../types/Enums.sol";

/// @title FaultLib
/// @notice What facts make of a title, and what the faults of its titles leave of a right's maturity class. Faults are a
/// bitmap of what is wrong now.
///
/// A title is lost when it was invalidated or lapsed: a right on it backs nothing. It is watched when a fee is missed, it is in
/// litigation or its technology was substituted: a right on it counts one class lower. Facts that heal clear the fault they
/// answer; a restoration clears loss and substitution.
library FaultLib {
    uint8 internal constant FEE = 1;
    uint8 internal constant LITIGATION = 2;
    uint8 internal constant SUBSTITUTED = 4;
    uint8 internal constant INVALIDATED = 8;
    uint8 internal constant LAPSED = 16;
    uint8 internal constant LOST = INVALIDATED | LAPSED;

    /// @dev Whether a fact is about a title; the others are about a claim.
    function isOfTitle(IpEventKind kind) internal pure returns (bool) {
        return
            kind != IpEventKind.None &&
            kind != IpEventKind.Licensed &&
            kind != IpEventKind.LicenceEnded &&
            kind != IpEventKind.Reappraised;
    }

    /// @dev The faults after a fact.
    function applied(uint8 faults, IpEventKind kind) internal pure returns (uint8) {
        if (kind == IpEventKind.AnnualFeeMissed) return faults | FEE;
        if (kind == IpEventKind.Litigation) return faults | LITIGATION;
        if (kind == IpEventKind.Substituted) return faults | SUBSTITUTED;
        if (kind == IpEventKind.Invalidated) return faults | INVALIDATED;
        if (kind == IpEventKind.Lapsed) return faults | LAPSED;
        if (kind == IpEventKind.AnnualFeePaid) return faults & ~FEE;
        if (kind == IpEventKind.LitigationEnded) return faults & ~LITIGATION;
        return kind == IpEventKind.Restored ? faults & ~(LOST | SUBSTITUTED) : faults;
    }

    function isLost(uint8 faults) internal pure returns (bool) {
        return faults & LOST != 0;
    }

    /// @dev Watched and not lost.
    function isWatched(uint8 faults) internal pure returns (bool) {
        return faults != 0 && !isLost(faults);
    }

    /// @dev One class lower; what falls to early needs a payer, and what is early falls out.
    function lowered(Maturity class, bytes32 payerHash) internal pure returns (Maturity) {
        if (class == Maturity.Stable) return Maturity.PilotPassed;
        return class == Maturity.PilotPassed && payerHash != 0 ? Maturity.Early : Maturity.None;
    }
}
