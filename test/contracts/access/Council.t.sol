// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";

import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";

import {Council} from "../../../contracts/access/Council.sol";
import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {CN, HK, MO} from "../../../contracts/types/Place.sol";
import {TestBase} from "../Vm.sol";

contract CouncilTest is TestBase {
    using RolesLib for uint64;

    uint32 private constant DELAY = 2 days;
    uint64 private constant ADMIN = 0;

    AccessManager private _access;
    Council private _council;

    address private _deployer;
    address private _guangzhou;
    address private _shenzhen;
    address private _hongKong;
    address private _macao;
    address private _stranger;
    address private _newAttester;

    function setUp() public {
        vm.warp(1_780_272_000);
        _deployer = _named("deployer");
        _guangzhou = _named("member for Guangzhou");
        _shenzhen = _named("member for Shenzhen");
        _hongKong = _named("member for Hong Kong");
        _macao = _named("member for Macao");
        _stranger = _named("stranger");
        _newAttester = _named("new attester");
        _access = new AccessManager(_deployer);
        _council = new Council(_access, _members(), 3, false);
        vm.startPrank(_deployer);
        _access.grantRole(ADMIN, address(_council), DELAY);
        _access.renounceRole(ADMIN, _deployer);
        vm.stopPrank();
    }

    /* CONSTRUCTOR */

    function test_Constructor_RevertWhen_QuorumIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.QuorumOutOfRange.selector, 0, 4));
        new Council(_access, _members(), 0, false);
    }

    function test_Constructor_RevertWhen_QuorumExceedsMembers() public {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.QuorumOutOfRange.selector, 5, 4));
        new Council(_access, _members(), 5, false);
    }

    function test_Constructor_RevertWhen_TooManyMembers() public {
        ICouncil.Member[] memory members = new ICouncil.Member[](33);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.TooManyMembers.selector, 33));
        new Council(_access, members, 3, false);
    }

    function test_Constructor_RevertWhen_MemberTwice() public {
        ICouncil.Member[] memory members = _members();
        members[1].account = _guangzhou;
        vm.expectRevert(abi.encodeWithSelector(ICouncil.MemberTwice.selector, _guangzhou));
        new Council(_access, members, 3, false);
    }

    function test_Constructor_RevertWhen_PlaceUnknown() public {
        ICouncil.Member[] memory members = _members();
        members[1].jurisdiction = 840;
        vm.expectRevert(abi.encodeWithSelector(ICouncil.PlaceUnknown.selector, 840));
        new Council(_access, members, 3, false);
    }

    function test_Constructor_RevertWhen_PlaceMissing() public {
        _expectPlaceMissing(CN, HK, MO);
        _expectPlaceMissing(HK, CN, MO);
        _expectPlaceMissing(MO, CN, HK);
    }

    function test_Constructor_SeatsMembers() public view {
        assertEq(_council.jurisdictionOf(_shenzhen), CN, "Shenzhen speaks for the mainland");
        assertEq(_council.jurisdictionOf(_macao), MO, "Macao speaks for Macao");
        assertEq(_council.jurisdictionOf(_stranger), 0, "a stranger speaks for nobody");
        assertEq(_council.members().length, 4, "four members");
        assertEq(_council.quorum(), 3, "three of four");
    }

    /* PROPOSE */

    function test_Propose_RevertWhen_Stranger() public {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotMember.selector, _stranger));
        vm.prank(_stranger);
        _council.propose(_grantCalls(), "reason");
    }

    function test_Propose_RevertWhen_Empty() public {
        vm.expectRevert(ICouncil.ProposalEmpty.selector);
        vm.prank(_macao);
        _council.propose(new bytes[](0), "reason");
    }

    function test_Propose_KeepsCallsAndApproves() public {
        vm.expectEmit(address(_council));
        emit ICouncil.CallsProposed(1, _macao, _grantCalls(), "reason");
        vm.expectEmit(address(_council));
        emit ICouncil.ProposalApproved(1, _macao);
        vm.prank(_macao);
        uint64 proposal = _council.propose(_grantCalls(), "reason");
        assertEq(proposal, 1, "first proposal");
        assertEq(_council.callsOf(1)[0], _grantCalls()[0], "its call is kept");
        _assertApprovals(1, 1, false);
    }

    /* APPROVE, WITHDRAW */

    function test_Approve_RevertWhen_Stranger() public {
        uint64 proposal = _propose();
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotMember.selector, _stranger));
        vm.prank(_stranger);
        _council.approve(proposal);
    }

    function test_Approve_RevertWhen_UnknownProposal() public {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.UnknownProposal.selector, 7));
        vm.prank(_macao);
        _council.approve(7);
    }

    function test_Approve_RevertWhen_Twice() public {
        uint64 proposal = _propose();
        vm.expectRevert(abi.encodeWithSelector(ICouncil.ApprovedTwice.selector, proposal, _guangzhou));
        vm.prank(_guangzhou);
        _council.approve(proposal);
    }

    function test_Approve_RevertGiven_Done() public {
        uint64 proposal = _executed();
        vm.expectRevert(abi.encodeWithSelector(ICouncil.ProposalDone.selector, proposal));
        vm.prank(_shenzhen);
        _council.approve(proposal);
    }

    function test_Approve_NotQuorateWithoutEveryPlace() public {
        uint64 proposal = _propose();
        _approve(_shenzhen, proposal);
        _approve(_hongKong, proposal);
        _assertApprovals(proposal, 3, false);
        _approve(_macao, proposal);
        _assertApprovals(proposal, 4, true);
    }

    function test_Approve_EveryPlaceIsNeeded() public {
        address[4] memory all = [_guangzhou, _shenzhen, _hongKong, _macao];
        for (uint256 absent = 2; absent < 4; ++absent) {
            vm.prank(_guangzhou);
            uint64 proposal = _council.propose(_grantCalls(), "reason");
            for (uint256 i = 1; i < 4; ++i) if (i != absent) _approve(all[i], proposal);
            _assertApprovals(proposal, 3, false);
        }
        vm.prank(_hongKong);
        uint64 offshore = _council.propose(_grantCalls(), "reason");
        _approve(_macao, offshore);
        _assertApprovals(offshore, 2, false);
    }

    function test_Approve_NotQuorateBelowThreshold() public {
        Council strict = new Council(_access, _members(), 4, false);
        vm.prank(_guangzhou);
        strict.propose(_grantCalls(), "reason");
        vm.prank(_hongKong);
        strict.approve(1);
        vm.prank(_macao);
        strict.approve(1);
        (uint256 approvals, bool isQuorate) = strict.approvalsOf(1);
        assertEq(approvals, 3, "three approvals, one of each place");
        assertFalse(isQuorate, "the fourth is missing");
    }

    function test_Withdraw_RevertWhen_Stranger() public {
        uint64 proposal = _propose();
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotMember.selector, _stranger));
        vm.prank(_stranger);
        _council.withdraw(proposal);
    }

    function test_Withdraw_RevertWhen_UnknownProposal() public {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.UnknownProposal.selector, 7));
        vm.prank(_macao);
        _council.withdraw(7);
    }

    function test_Withdraw_RevertWhen_NotApproved() public {
        uint64 proposal = _propose();
        vm.expectRevert(abi.encodeWithSelector(ICouncil.NotApproved.selector, proposal, _macao));
        vm.prank(_macao);
        _council.withdraw(proposal);
    }

    function test_Withdraw_StopsAScheduledProposal() public {
        uint64 proposal = _scheduled();
        vm.expectEmit(address(_council));
        emit ICouncil.ApprovalWithdrawn(proposal, _macao);
        vm.prank(_macao);
        _council.withdraw(proposal);
        vm.warp(block.timestamp + DELAY);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.QuorumMissing.selector, proposal, 2));
        _council.execute(proposal);
    }

    /* SCHEDULE, EXECUTE */

    function test_Schedule_RevertWhen_QuorumMissing() public {
        uint64 proposal = _propose();
        vm.expectRevert(abi.encodeWithSelector(ICouncil.QuorumMissing.selector, proposal, 1));
        _council.schedule(proposal);
    }

    function test_Execute_RevertWhen_NotScheduled() public {
        uint64 proposal = _approved();
        bytes32 operation = _access.hashOperation(address(_council), address(_access), _grantCalls()[0]);
        vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, operation));
        _council.execute(proposal);
    }

    function test_Execute_RevertWhen_DelayNotOver() public {
        uint64 proposal = _scheduled();
        vm.warp(block.timestamp + DELAY - 1);
        bytes32 operation = _access.hashOperation(address(_council), address(_access), _grantCalls()[0]);
        vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotReady.selector, operation));
        _council.execute(proposal);
    }

    function test_Execute_RevertGiven_Done() public {
        uint64 proposal = _executed();
        vm.expectRevert(abi.encodeWithSelector(ICouncil.ProposalDone.selector, proposal));
        _council.execute(proposal);
    }

    function test_Execute_GrantsARole() public {
        uint64 proposal = _scheduled();
        vm.warp(block.timestamp + DELAY);
        vm.expectEmit(address(_council));
        emit ICouncil.ProposalExecuted(proposal);
        _council.execute(proposal);
        assertTrue(RolesLib.attester(HK).holds(address(_access), _newAttester), "the attester is appointed");
    }

    function test_Schedule_AgainAfterExpiry() public {
        uint64 proposal = _scheduled();
        vm.warp(block.timestamp + DELAY + _access.expiration());
        _council.schedule(proposal);
        vm.warp(block.timestamp + DELAY);
        _council.execute(proposal);
        assertTrue(RolesLib.attester(HK).holds(address(_access), _newAttester), "late, but with the quorum");
    }

    function test_Schedule_RevertGiven_TheDelayIsTooShort() public {
        Council hasty = _seated(1 days - 1, false);
        uint64 proposal = _approvedBy(hasty);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.DelayTooShort.selector, 1 days - 1, 1 days));
        hasty.schedule(proposal);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.DelayTooShort.selector, 1 days - 1, 1 days));
        hasty.execute(proposal);
    }

    function test_Schedule_WithTheShortestDelay() public {
        Council council = _seated(1 days, false);
        council.schedule(_approvedBy(council));
        assertEq(council.leastDelay(), 1 days, "a day");
    }

    function test_Execute_AtOnceInASandbox() public {
        Council council = _seated(0, true);
        council.execute(_approvedBy(council));
        assertTrue(RolesLib.attester(HK).holds(address(_access), _newAttester), "without a delay");
        assertEq(council.leastDelay(), 0, "no delay is asked for");
    }

    /// @dev A council is replaced by the council: the new one is granted, the old one revoked.
    function test_Execute_HandsOverToANewCouncil() public {
        Council successor = new Council(_access, _members(), 4, false);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(IAccessManager.grantRole, (ADMIN, address(successor), DELAY));
        calls[1] = abi.encodeCall(IAccessManager.revokeRole, (ADMIN, address(_council)));
        vm.prank(_guangzhou);
        uint64 proposal = _council.propose(calls, "reason");
        _approve(_hongKong, proposal);
        _approve(_macao, proposal);
        _council.schedule(proposal);
        vm.warp(block.timestamp + DELAY);
        _council.execute(proposal);
        (bool isNew, uint32 delay) = _access.hasRole(ADMIN, address(successor));
        (bool isOld, ) = _access.hasRole(ADMIN, address(_council));
        assertTrue(isNew && delay == DELAY, "the new council administers, delayed");
        assertFalse(isOld, "the old one does not");
    }

    /* DEPLOYER */

    function test_Deployer_HasNoPowerLeft() public {
        (bool isMember, ) = _access.hasRole(ADMIN, _deployer);
        assertFalse(isMember, "the deployer is no administrator");
        vm.expectRevert(
            abi.encodeWithSelector(IAccessManager.AccessManagerUnauthorizedAccount.selector, _deployer, ADMIN)
        );
        vm.prank(_deployer);
        _access.grantRole(RolesLib.attester(HK), _deployer, 0);
    }

    function test_Council_CannotActWithoutItsDelay() public {
        bytes memory call = _grantCalls()[0];
        bytes32 operation = _access.hashOperation(address(_council), address(_access), call);
        vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, operation));
        vm.prank(address(_council));
        _access.grantRole(RolesLib.attester(HK), _newAttester, 0);
    }

    function test_Member_HasNoPowerAlone() public {
        vm.expectRevert(
            abi.encodeWithSelector(IAccessManager.AccessManagerUnauthorizedAccount.selector, _macao, ADMIN)
        );
        vm.prank(_macao);
        _access.grantRole(RolesLib.attester(MO), _newAttester, 0);
    }

    /* INTERNAL */

    function _expectPlaceMissing(uint16 missing, uint16 first, uint16 second) private {
        ICouncil.Member[] memory members = new ICouncil.Member[](3);
        members[0] = ICouncil.Member(_guangzhou, first);
        members[1] = ICouncil.Member(_hongKong, second);
        members[2] = ICouncil.Member(_macao, second);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.PlaceMissing.selector, missing));
        new Council(_access, members, 3, false);
    }

    function _members() private view returns (ICouncil.Member[] memory members) {
        members = new ICouncil.Member[](4);
        members[0] = ICouncil.Member(_guangzhou, CN);
        members[1] = ICouncil.Member(_shenzhen, CN);
        members[2] = ICouncil.Member(_hongKong, HK);
        members[3] = ICouncil.Member(_macao, MO);
    }

    function _grantCalls() private view returns (bytes[] memory calls) {
        calls = new bytes[](1);
        calls[0] = abi.encodeCall(IAccessManager.grantRole, (RolesLib.attester(HK), _newAttester, 0));
    }

    function _propose() private returns (uint64 proposal) {
        vm.prank(_guangzhou);
        return _council.propose(_grantCalls(), "reason");
    }

    function _approved() private returns (uint64 proposal) {
        proposal = _propose();
        _approve(_hongKong, proposal);
        _approve(_macao, proposal);
    }

    function _scheduled() private returns (uint64 proposal) {
        proposal = _approved();
        _council.schedule(proposal);
    }

    function _executed() private returns (uint64 proposal) {
        proposal = _scheduled();
        vm.warp(block.timestamp + DELAY);
        _council.execute(proposal);
    }

    /// @dev Another council with the administration and this delay.
    function _seated(uint32 delay, bool sandboxed) private returns (Council council) {
        council = new Council(_access, _members(), 3, sandboxed);
        vm.prank(address(_council));
        _access.schedule(
            address(_access),
            abi.encodeCall(IAccessManager.grantRole, (ADMIN, address(council), delay)),
            0
        );
        vm.warp(block.timestamp + DELAY);
        vm.prank(address(_council));
        _access.grantRole(ADMIN, address(council), delay);
    }

    function _approvedBy(Council council) private returns (uint64 proposal) {
        vm.prank(_guangzhou);
        proposal = council.propose(_grantCalls(), "reason");
        vm.prank(_hongKong);
        council.approve(proposal);
        vm.prank(_macao);
        council.approve(proposal);
    }

    function _approve(address member, uint64 proposal) private {
        vm.prank(member);
        _council.approve(proposal);
    }

    function _assertApprovals(uint64 proposal, uint256 expected, bool quorate) private view {
        (uint256 approvals, bool isQuorate) = _council.approvalsOf(proposal);
        assertEq(approvals, expected, "approvals");
        assertTrue(isQuorate == quorate, "quorum");
    }

    function _named(string memory name) private returns (address account) {
        account = vm.addr(uint256(keccak256(bytes(name))));
        vm.label(account, name);
    }
}
