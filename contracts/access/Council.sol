// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";

import {ICouncil} from "../interfaces/ICouncil.sol";

import {CN, HK, MO} from "../types/Place.sol";

/// @title Council
/// @notice Holds the administration of the access manager for the mainland, Hong Kong and Macao together.
///
/// LIFE
/// Proposed → approved by `quorum` members, at least one of each place → scheduled → executed when the delay has passed
/// that the access manager keeps for this council. Approvals may be withdrawn until the end: a proposal without its quorum is not
/// executed. A proposal that expired in the access manager may be scheduled again.
///
/// POWERS
/// Calls go to the access manager and nowhere else. Whoever deploys the ledger grants this council the administration
/// with a delay and gives up its own. Outside a sandbox nothing is scheduled or executed while that delay is below `leastDelay`.
///
/// Warning: a council that shortens its own delay below `leastDelay` can do nothing afterwards.
///
/// MEMBERS
/// Fixed for life. Another council is another contract: this one proposes to grant it the administration and to revoke its own.
contract Council is ICouncil {
    /// @param approvals Bitmap over the list of members
    struct Proposal {
        bytes[] calls;
        uint32 approvals;
        bool done;
    }

    uint256 private constant MOST_MEMBERS = 32;
    uint64 private constant ADMIN_ROLE = 0;
    uint32 private constant PRODUCTION_DELAY = 1 days;

    /* STORAGE */

    IAccessManager private immutable access;
    uint256 public immutable quorum;
    uint32 public immutable leastDelay;

    uint64 public proposalCount;
    Member[] private _members;
    mapping(address account => uint256 ordinal) private _ordinals;
    mapping(uint64 proposal => Proposal entry) private _proposals;

    /// @param needed Number of approvals that a proposal needs
    /// @param sandboxed Whether this is a trial, which may go without a delay
    constructor(IAccessManager accessManager, Member[] memory seats, uint256 needed, bool sandboxed) {
        require(seats.length <= MOST_MEMBERS, TooManyMembers(seats.length));
        require(needed != 0 && needed <= seats.length, QuorumOutOfRange(needed, seats.length));
        access = accessManager;
        quorum = needed;
        leastDelay = sandboxed ? 0 : PRODUCTION_DELAY;
        for (uint256 i = 0; i < seats.length; ++i) _seat(seats[i]);
        uint256 all = (1 << seats.length) - 1;
        require(_hasPlace(all, CN), PlaceMissing(CN));
        require(_hasPlace(all, HK), PlaceMissing(HK));
        require(_hasPlace(all, MO), PlaceMissing(MO));
    }

    modifier onlyMember() {
        require(_ordinals[msg.sender] != 0, NotMember(msg.sender));
        _;
    }

    /* ACTIONS */

    /// @inheritdoc ICouncil
    function propose(bytes[] calldata calls, bytes32 reason) external onlyMember returns (uint64 proposal) {
        require(calls.length != 0, ProposalEmpty());

        proposal = ++proposalCount;
        bytes[] storage kept = _proposals[proposal].calls;
        for (uint256 i = 0; i < calls.length; ++i) kept.push(calls[i]);
        emit CallsProposed(proposal, msg.sender, calls, reason);
        _approve(proposal);
    }

    /// @inheritdoc ICouncil
    function approve(uint64 proposal) external onlyMember {
        _pending(proposal);
        require(!_hasApproved(proposal, msg.sender), ApprovedTwice(proposal, msg.sender));

        _approve(proposal);
    }

    /// @inheritdoc ICouncil
    function withdraw(uint64 proposal) external onlyMember {
        Proposal storage entry = _pending(proposal);
        require(_hasApproved(proposal, msg.sender), NotApproved(proposal, msg.sender));

        entry.approvals ^= uint32(_bitOf(msg.sender));
        emit ApprovalWithdrawn(proposal, msg.sender);
    }

    /// @inheritdoc ICouncil
    function schedule(uint64 proposal) external {
        Proposal storage entry = _quorate(proposal);

        emit ProposalScheduled(proposal);
        for (uint256 i = 0; i < entry.calls.length; ++i) access.schedule(address(access), entry.calls[i], 0);
    }

    /// @inheritdoc ICouncil
    function execute(uint64 proposal) external {
        Proposal storage entry = _quorate(proposal);

        entry.done = true;
        emit ProposalExecuted(proposal);
        for (uint256 i = 0; i < entry.calls.length; ++i) access.execute(address(access), entry.calls[i]);
    }

    /* VIEWS */

    /// @inheritdoc ICouncil
    function jurisdictionOf(address account) external view returns (uint16) {
        uint256 ordinal = _ordinals[account];
        return ordinal == 0 ? 0 : _members[ordinal - 1].jurisdiction;
    }

    /// @inheritdoc ICouncil
    function callsOf(uint64 proposal) external view returns (bytes[] memory) {
        return _proposals[proposal].calls;
    }

    /// @inheritdoc ICouncil
    function members() external view returns (Member[] memory) {
        return _members;
    }

    /// @inheritdoc ICouncil
    function approvalsOf(uint64 proposal) public view returns (uint256 approvals, bool isQuorate) {
        uint256 bits = _proposals[proposal].approvals;
        for (uint256 i = 0; i < _members.length; ++i) approvals += (bits >> i) & 1;
        bool hasPlaces = _hasPlace(bits, CN) && _hasPlace(bits, HK) && _hasPlace(bits, MO);
        return (approvals, hasPlaces && approvals >= quorum);
    }

    /* INTERNAL */

    function _seat(Member memory member) private {
        bool isPlace = member.jurisdiction == CN || member.jurisdiction == HK || member.jurisdiction == MO;
        require(isPlace, PlaceUnknown(member.jurisdiction));
        require(_ordinals[member.account] == 0, MemberTwice(member.account));
        _members.push(member);
        _ordinals[member.account] = _members.length;
        emit MemberSeated(member.account, member.jurisdiction);
    }

    function _approve(uint64 proposal) private {
        _proposals[proposal].approvals |= uint32(_bitOf(msg.sender));
        emit ProposalApproved(proposal, msg.sender);
    }

    function _pending(uint64 proposal) private view returns (Proposal storage entry) {
        entry = _proposals[proposal];
        require(entry.calls.length != 0, UnknownProposal(proposal));
        require(!entry.done, ProposalDone(proposal));
    }

    function _quorate(uint64 proposal) private view returns (Proposal storage entry) {
        entry = _pending(proposal);
        (uint256 approvals, bool isQuorate) = approvalsOf(proposal);
        require(isQuorate, QuorumMissing(proposal, approvals));
        (, uint32 delay, , ) = access.getAccess(ADMIN_ROLE, address(this));
        require(delay >= leastDelay, DelayTooShort(delay, leastDelay));
    }

    function _hasApproved(uint64 proposal, address account) private view returns (bool) {
        return _proposals[proposal].approvals & _bitOf(account) != 0;
    }

    function _bitOf(address account) private view returns (uint256) {
        return 1 << (_ordinals[account] - 1);
    }

    function _hasPlace(uint256 bits, uint16 jurisdiction) private view returns (bool) {
        for (uint256 i = 0; i < _members.length; ++i) {
            if ((bits >> i) & 1 == 1 && _members[i].jurisdiction == jurisdiction) return true;
        }
        return false;
    }
}
