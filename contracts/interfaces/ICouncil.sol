// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @notice Administration of the ledger by members of three places.
interface ICouncil {
    struct Member {
        address account;
        uint16 jurisdiction;
    }

    event MemberSeated(address indexed member, uint16 indexed jurisdiction);
    event CallsProposed(uint64 indexed proposal, address indexed member, bytes[] calls, bytes32 reason);
    event ProposalApproved(uint64 indexed proposal, address indexed member);
    event ApprovalWithdrawn(uint64 indexed proposal, address indexed member);
    event ProposalScheduled(uint64 indexed proposal);
    event ProposalExecuted(uint64 indexed proposal);

    error NotMember(address account);
    error MemberTwice(address account);
    error PlaceUnknown(uint16 jurisdiction);
    error PlaceMissing(uint16 jurisdiction);
    error QuorumOutOfRange(uint256 quorum, uint256 members);
    error TooManyMembers(uint256 members);
    error ProposalEmpty();
    error UnknownProposal(uint64 proposal);
    error ProposalDone(uint64 proposal);
    error ApprovedTwice(uint64 proposal, address member);
    error NotApproved(uint64 proposal, address member);
    error QuorumMissing(uint64 proposal, uint256 approvals);
    error DelayTooShort(uint32 delay, uint32 least);

    /// @notice Proposes calls on the access manager and approves them; a member
    /// @param reason Salted hash of the document that explains them
    function propose(bytes[] calldata calls, bytes32 reason) external returns (uint64 proposal);

    /// @notice Approves a proposal; a member, once
    function approve(uint64 proposal) external;

    /// @notice Takes an approval back, also while the proposal waits; the member that gave it
    function withdraw(uint64 proposal) external;

    /// @notice Starts the delay of an approved proposal in the access manager; anyone. Again after it expired there
    function schedule(uint64 proposal) external;

    /// @notice Executes a proposal after its delay, if the quorum still stands; anyone
    function execute(uint64 proposal) external;

    /// @notice Place that a member speaks for, zero for a stranger
    function jurisdictionOf(address account) external view returns (uint16);

    /// @notice Number of approvals, and whether they are enough and come from every place
    function approvalsOf(uint64 proposal) external view returns (uint256 approvals, bool isQuorate);

    function callsOf(uint64 proposal) external view returns (bytes[] memory);

    /// @notice Number of approvals that a proposal needs
    function quorum() external view returns (uint256);

    /// @notice Shortest delay with which it acts, in seconds: a day, nothing in a sandbox
    function leastDelay() external view returns (uint32);

    function members() external view returns (Member[] memory);
}
