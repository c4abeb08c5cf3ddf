// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId, PartyId, RightId} from "../types/Ids.sol";

/// @notice How a right leaves the pool of a live deal before its end.
interface IReplacements {
    event ReplacementProposed(
        DealId indexed deal,
        RightId indexed leaving,
        RightId indexed entering,
        PartyId proposer,
        bytes32 documentHash
    );
    event ReplacementWithdrawn(DealId indexed deal, bytes32 documentHash);
    event ReplacementPermitted(
        DealId indexed deal,
        RightId indexed leaving,
        RightId indexed entering,
        bytes32 documentHash
    );
    event ReplacementAgreed(
        DealId indexed deal,
        RightId indexed leaving,
        RightId indexed entering,
        PartyId party,
        bytes32 documentHash
    );

    error ReplacementUndocumented();
    error ReplacementAbsent(DealId deal);
    error ReplacementDiffers(DealId deal, bytes32 proposed, bytes32 stated);
    error ReplacementLapsed(DealId deal, PartyId proposer);
    error PermissionUnresolved(DealId deal, address wallet);

    /// @notice Proposes that a right leaves the pool; the originator. A later proposal takes the place of an earlier one
    /// @param entering Right that takes its place; zero if the originator buys the right back
    /// @param documentHash Salted hash of the agreement, for a repurchase with the bank's receipt of the price
    function propose(DealId deal, RightId leaving, RightId entering, bytes32 documentHash) external;

    /// @notice Withdraws the proposal; the originator
    function withdraw(DealId deal) external;

    /// @notice Permits one substitution that leaves the pool worse; only a resolution of the holders. It binds these rights and this
    /// document, and is used up by the agreement to it
    function permit(DealId deal, RightId leaving, RightId entering, bytes32 documentHash) external;

    /// @notice Agrees, which changes the pool if it is then no worse, or whatever it then is if the holders permitted it; the trustee
    /// @param documentHash Hash that was proposed, so that nobody agrees to another document
    function agree(DealId deal, bytes32 documentHash) external;

    /// @notice Whether the holders permitted a substitution that is not agreed yet
    function isPermitted(
        DealId deal,
        RightId leaving,
        RightId entering,
        bytes32 documentHash
    ) external view returns (bool);

    /// @notice Replacement that is proposed for a deal, zero if none
    function proposalOf(
        DealId deal
    ) external view returns (PartyId proposer, RightId leaving, RightId entering, bytes32 documentHash);
}
