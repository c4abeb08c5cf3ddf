// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {DealId, PartyId} from "../types/Ids.sol";

/// @notice How the acceleration of a deal is waived.
interface IWaivers {
    event WaiverProposed(DealId indexed deal, PartyId indexed proposer, bytes32 documentHash);
    event WaiverWithdrawn(DealId indexed deal, bytes32 documentHash);
    /// @param party Party that agreed, zero if the holders resolved it
    event WaiverAgreed(DealId indexed deal, PartyId indexed party, bytes32 documentHash);

    error WaiverUndocumented();
    error WaiverAbsent(DealId deal);
    error WaiverDiffers(DealId deal, bytes32 proposed, bytes32 stated);
    error WaiverLapsed(DealId deal, PartyId proposer);

    /// @notice Proposes to waive the acceleration of a deal; the trustee. A later proposal takes the place of an earlier one
    /// @param documentHash Salted hash of the minutes of the holders' meeting
    function propose(DealId deal, bytes32 documentHash) external;

    /// @notice Withdraws the proposal; the trustee
    function withdraw(DealId deal) external;

    /// @notice Agrees, which makes the deal active again; the manager, or a resolution of the holders
    /// @param documentHash Hash that was proposed, so that nobody agrees to other minutes
    function agree(DealId deal, bytes32 documentHash) external;

    /// @notice Waiver that is proposed for a deal: party and document, zero if none
    function proposalOf(DealId deal) external view returns (PartyId proposer, bytes32 documentHash);
}
