// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Office} from "../types/Enums.sol";
import {DealId, PartyId} from "../types/Ids.sol";

/// @notice How an office of a deal passes from one party to another while the deal lives.
interface ISuccession {
    /// @dev `Effective`, `Withdrawn` and `Replaced` are final.
    enum ProposalStage {
        None,
        Proposed,
        Accepted,
        Effective,
        Withdrawn,
        Replaced
    }

    /// @notice A party proposed for a seat.
    /// @param jurisdiction Jurisdiction of a custodian's seat, zero for every other
    /// @param proposer Party that held the proposing office
    /// @param documentHash Salted hash of the document of the succession
    struct Proposal {
        DealId deal;
        Office office;
        uint16 jurisdiction;
        PartyId successor;
        PartyId proposer;
        ProposalStage stage;
        bytes32 documentHash;
    }

    /// @param replaced Proposal for the same seat that this one takes the place of, zero if none stood
    event SuccessionProposed(DealId indexed deal, uint64 indexed proposal, Proposal terms, uint64 replaced);
    event SuccessionAccepted(DealId indexed deal, uint64 indexed proposal, address indexed wallet);
    /// @param regulator Who cleared it; the room of resolutions if the holders resolved it
    event SuccessionCleared(DealId indexed deal, uint64 indexed proposal, address indexed regulator);
    event SuccessionWithdrawn(DealId indexed deal, uint64 indexed proposal, address indexed wallet);

    error ProposalUndocumented();
    error ProposerSucceeds(PartyId party);
    error ProposalStageForbids(uint64 proposal, ProposalStage stage);
    error ProposerLeft(uint64 proposal, PartyId proposer);
    error NotSuccessor(uint64 proposal, address wallet);
    error ClearedByParty(uint64 proposal, PartyId party);

    /// @notice Proposes a party for an office; the trustee, or the manager when it is the trustee's own office. It takes the
    /// place of a proposal that stands for the same seat
    function propose(
        DealId deal,
        Office office,
        uint16 jurisdiction,
        PartyId successor,
        bytes32 documentHash
    ) external returns (uint64 proposal);

    /// @notice Withdraws a proposal that stands; who may propose for that office now
    function withdraw(uint64 proposal) external;

    /// @notice Accepts the office; the successor. The backup servicer is servicer at once
    function accept(uint64 proposal) external;

    /// @notice Clears a successor that has accepted, which takes the office; a regulator of the successor's jurisdiction that
    /// acts for neither party, or a resolution of the holders
    function clear(uint64 proposal) external;

    function proposalOf(uint64 proposal) external view returns (Proposal memory);

    /// @notice Number of proposals so far; ids run from one
    function proposalCount() external view returns (uint64);

    /// @notice Proposal that stands for a seat, zero if none
    function standingOf(DealId deal, Office office, uint16 jurisdiction) external view returns (uint64);
}
