// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEvaluationBook} from "../../../contracts/interfaces/IEvaluationBook.sol";
import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";
import {ITitleRegistry} from "../../../contracts/interfaces/ITitleRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {
    AppraisalMethod,
    IpEventKind,
    IpKind,
    MilestoneKind,
    RegistrationKind
} from "../../../contracts/types/Enums.sol";
import {DealId, RightId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";
import {Vm} from "../Vm.sol";
import {DossierMirror} from "./DossierMirror.sol";
import {RightsMirror} from "./RightsMirror.sol";
import {TitleMirror} from "./TitleMirror.sol";

/// @notice INV-11 for titles, claims and dossiers: what they store is what their events tell, after any acts. This contract stands
/// in for the pool and the desk of three deals.
contract RightsReplay is RoomsFixture {
    uint256 private constant ACTS = 64;
    uint64 private constant DEALS = 3;
    uint32 private constant DAY = 20_000;

    TitleMirror private _titles;
    RightsMirror private _rights;
    DossierMirror private _dossiers;

    function setUp() public override {
        vm.recordLogs();
        super.setUp();
        _titles = new TitleMirror();
        _rights = new RightsMirror();
        _dossiers = new DossierMirror();
        _grantRoom(RolesLib.ROOM_POOL, address(this));
        _grantRoom(RolesLib.ROOM_RIGHTS_DESK, address(this));
        vm.getRecordedLogs();
    }

    /// hardhat-config: fuzz.runs = 64
    function testFuzz_INV11_EventsRebuildTitlesClaimsAndDossiers(uint256 seed) public {
        for (uint8 i = 0; i < 3; ++i) _claim(i, i + 5);
        for (uint256 step = 0; step < ACTS; ++step) {
            vm.warp(block.timestamp + 1 hours);
            _act(uint256(keccak256(abi.encode(seed, step))));
            _readLogs();
        }
        _titles.compare(titleRegistry, parties.partyOf(investorCn));
        _rights.compare(rights);
        _rights.compareFacts(rights, titleRegistry, DEALS);
        _dossiers.compare(evaluations, rights.rightCount());
    }

    /// @dev Two claims on one title, facts about it, and the end of the first: the path that luck seldom takes.
    function test_INV11_SharedTitle() public {
        RightId first = _claim(1, 9);
        rights.encumber(first, DealId.wrap(1));
        bytes32 title = _title(1);
        rights.acceptShared(title, DealId.wrap(1), DealId.wrap(2));
        rights.acceptShared(title, DealId.wrap(2), DealId.wrap(1));
        _claim(1, 8);
        rights.recordFact(first, _fact(1, IpEventKind.Litigation));
        _readLogs();
        _rights.compare(rights);
        _rights.compareFacts(rights, titleRegistry, DEALS);
        rights.release(first, DealId.wrap(1));
        _try(originator, address(rights), abi.encodeCall(rights.retire, (first, _one(title), "ended")));
        _readLogs();
        _titles.compare(titleRegistry, parties.partyOf(investorCn));
        _rights.compare(rights);
        _rights.compareFacts(rights, titleRegistry, DEALS);
    }

    /* ACTS */

    function _act(uint256 luck) private {
        uint8 kind = uint8(luck % 6);
        uint8 a = uint8(luck >> 8);
        uint8 b = uint8(luck >> 16);
        if (kind == 0) _actOnTitle(a % 6, b);
        if (kind == 1) _actOnClaim(a % 6, b);
        if (kind == 2) _actOnBond(a % 6, b);
        if (kind == 3) _actOnFact(a % 6, b);
        if (kind > 3) _actOnDossier(RightId.wrap(a % 6), b);
    }

    function _actOnTitle(uint8 number, uint8 luck) private {
        bytes32 title = _title(number);
        bytes memory data = abi.encodeCall(titleRegistry.register, (_titleTerms(title)));
        if (luck % 8 == 6) data = abi.encodeCall(titleRegistry.forbid, (title, parties.partyOf(investorCn)));
        if (luck % 8 == 7) data = abi.encodeCall(titleRegistry.assign, (title, parties.partyOf(investorCn), "record"));
        if (luck % 8 == 1) data = abi.encodeCall(titleRegistry.list, (title, "consent"));
        if (luck % 8 == 2) data = abi.encodeCall(titleRegistry.delist, (title));
        if (luck % 8 == 3) data = abi.encodeCall(titleRegistry.payFee, (title, DAY, DAY + luck, "receipt"));
        if (luck % 8 == 4) {
            data = abi.encodeCall(titleRegistry.permit, (title, parties.partyOf(investorCn), bytes32(uint256(luck))));
        }
        if (luck % 8 == 5) {
            ITitleRegistry.Registration memory entry = ITitleRegistry.Registration("Y1", DAY + luck);
            data = abi.encodeCall(titleRegistry.recordRegistration, (title, RegistrationKind.Pledge, entry, "notice"));
        }
        _try(originator, address(titleRegistry), data);
    }

    function _actOnClaim(uint8 number, uint8 luck) private {
        if (luck % 3 == 0) {
            RightId right = RightId.wrap(number);
            bytes32 title = _title(luck % 6);
            _try(originator, address(rights), abi.encodeCall(rights.retire, (right, _one(title), "ended")));
        } else {
            IRightsRegistry.RightTerms memory terms = _rightTerms(vm.toString(number), 3 + (luck % 7), 100);
            _try(luck % 4 == 1 ? investorCn : originator, address(rights), abi.encodeCall(rights.register, (terms)));
        }
    }

    function _actOnBond(uint8 number, uint8 luck) private {
        RightId right = RightId.wrap(number);
        DealId deal = DealId.wrap(1 + (luck % DEALS));
        DealId other = DealId.wrap(1 + ((luck / 4) % DEALS));
        bytes memory data = abi.encodeCall(rights.encumber, (right, deal));
        if (luck % 4 == 1) data = abi.encodeCall(rights.release, (right, deal));
        if (luck % 4 > 1) data = abi.encodeCall(rights.acceptShared, (_title(number), deal, other));
        _try(address(this), address(rights), data);
    }

    function _actOnFact(uint8 number, uint8 luck) private {
        IpEventKind kind = IpEventKind(luck % 12);
        address reporter = luck % 3 == 0 ? address(this) : evaluatorCn;
        IRightsRegistry.Fact memory fact = _fact(number, kind);
        bool isOfClaim = kind == IpEventKind.Licensed || kind == IpEventKind.LicenceEnded;
        if (isOfClaim) fact.title = 0;
        RightId right = isOfClaim ? RightId.wrap(number) : rights.claimOn(fact.title);
        _try(reporter, address(rights), abi.encodeCall(rights.recordFact, (right, fact)));
        _try(
            evaluatorCn,
            address(titleRegistry),
            abi.encodeCall(titleRegistry.recordFact, (_title(number), kind, DAY, "gazette"))
        );
    }

    function _actOnDossier(RightId right, uint8 luck) private {
        uint48 issuedAt = uint48(block.timestamp);
        bytes memory data;
        if (luck % 3 == 0) {
            IEvaluationBook.Milestone memory milestone = IEvaluationBook.Milestone(
                right,
                MilestoneKind(1 + (luck % 2)),
                DAY,
                "report",
                issuedAt
            );
            bytes memory signature = _signed(evaluations.digestOfMilestone(milestone));
            data = abi.encodeCall(evaluations.recordMilestone, (milestone, signature));
        } else if (luck % 3 == 1) {
            IEvaluationBook.Evaluation memory evaluation = IEvaluationBook.Evaluation(
                right,
                luck % 10,
                27,
                luck,
                2,
                3,
                luck,
                luck % 4,
                "dossier",
                issuedAt
            );
            bytes memory signature = _signed(evaluations.digestOfEvaluation(evaluation));
            data = abi.encodeCall(evaluations.recordEvaluation, (evaluation, signature));
        } else {
            IEvaluationBook.Appraisal memory appraisal = _appraisal(right, luck);
            bytes memory signature = _signed(evaluations.digestOfAppraisal(appraisal));
            data = abi.encodeCall(evaluations.recordAppraisal, (appraisal, signature));
        }
        _try(stranger, address(evaluations), data);
    }

    /* INTERNAL */

    function _claim(uint8 number, uint8 trl) private returns (RightId right) {
        right = _register(_rightTerms(vm.toString(number), trl, 100));
        _readLogs();
    }

    /// @dev The runner also records what a refused call undid: that is dropped.
    function _try(address caller, address room, bytes memory data) private {
        _readLogs();
        vm.prank(caller);
        (bool isDone, ) = room.call(data);
        if (!isDone) vm.getRecordedLogs();
    }

    /// @dev Events of a room without an id are those of its access manager.
    function _readLogs() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics.length < 2) continue;
            if (logs[i].emitter == address(titleRegistry)) _titles.read(logs[i]);
            if (logs[i].emitter == address(rights)) _rights.read(logs[i]);
            if (logs[i].emitter == address(evaluations)) _dossiers.read(logs[i]);
        }
    }

    function _appraisal(RightId right, uint8 luck) private view returns (IEvaluationBook.Appraisal memory) {
        return
            IEvaluationBook.Appraisal({
                right: right,
                method: AppraisalMethod(1 + (luck % 4)),
                value: 1 + luck,
                discountPpb: luck,
                valuedOn: DAY,
                validUntil: uint48(block.timestamp) + YEAR,
                appraiser: parties.partyOf(supervisingBank),
                inputs: "inputs",
                evidence: "report",
                issuedAt: uint48(block.timestamp)
            });
    }

    function _titleTerms(bytes32 title) private pure returns (ITitleRegistry.TitleTerms memory) {
        return
            ITitleRegistry.TitleTerms({
                title: title,
                kind: IpKind.Invention,
                place: SHENZHEN,
                field: "H01M",
                publicNumber: title,
                filedDay: DAY,
                grantedDay: DAY,
                expiryDay: DAY + 7_305,
                economicEndDay: DAY + 4_000,
                feeDueDay: DAY + 365,
                evidence: "certificate"
            });
    }

    function _fact(uint8 number, IpEventKind kind) private pure returns (IRightsRegistry.Fact memory) {
        return IRightsRegistry.Fact({title: _title(number), kind: kind, day: DAY, documentHash: "gazette"});
    }

    function _title(uint8 number) private pure returns (bytes32) {
        return keccak256(bytes(vm.toString(number)));
    }

    function _one(bytes32 title) private pure returns (bytes32[] memory titles) {
        titles = new bytes32[](1);
        titles[0] = title;
    }

    function _signed(bytes32 digest) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf[evaluatorCn], digest);
        return abi.encodePacked(r, s, v);
    }
}
