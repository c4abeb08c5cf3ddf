// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";
import {ITitleRegistry} from "../../../contracts/interfaces/ITitleRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {IpEventKind, IpKind, Maturity} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, RightId} from "../../../contracts/types/Ids.sol";
import {CN} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice What facts leave of a right, and titles under two claims. This contract stands in for the pool and the desk.
contract RightsRegistryFactsTest is RoomsFixture {
    DealId private constant DEAL = DealId.wrap(1);
    DealId private constant OTHER_DEAL = DealId.wrap(2);
    DealId private constant THIRD_DEAL = DealId.wrap(3);
    RightId private constant UNKNOWN = RightId.wrap(99);
    uint32 private constant DAY = 20_000;
    string private constant BATTERY = "patent of battery cells";

    RightId private _stable;
    bytes32 private _title;

    function setUp() public override {
        super.setUp();
        _grantRoom(RolesLib.ROOM_POOL, address(this));
        _grantRoom(RolesLib.ROOM_RIGHTS_DESK, address(this));
        _stable = _register(_rightTerms(BATTERY, 9, 50_000_00));
        _title = _rightTerms(BATTERY, 9, 1).titles[0];
    }

    /* REGISTER */

    function test_Register_RestsOnItsTitles() public view {
        assertEq(titleRegistry.titleOf(_title).claims, 1, "one claim");
        assertEq(rights.titlesOf(_stable).length, 1, "one title");
        assertEq(rights.titlesOf(_stable)[0], _title, "that one");
    }

    function test_Register_RevertWhen_TheOwnerOfATitleHasNotConsented() public {
        bytes32 title = _describe("trademark of a tea house", investorCn);
        IRightsRegistry.RightTerms memory terms = _rightTerms("trademark of a tea house", 9, 100);
        vm.expectRevert(
            abi.encodeWithSelector(ITitleRegistry.ClaimNotPermitted.selector, title, parties.partyOf(originator))
        );
        vm.prank(originator);
        rights.register(terms);
    }

    function test_Register_OnTheTitleOfAnotherByConsent() public {
        bytes32 title = _describe("trademark of a tea house", investorCn);
        PartyId claimant = parties.partyOf(originator);
        vm.prank(investorCn);
        titleRegistry.permit(title, claimant, "licence");
        RightId right = _register(_rightTerms("trademark of a tea house", 9, 100));
        assertTrue(rights.claimOn(title) == right, "by consent");
    }

    function test_Retire_FreesItsTitles() public {
        bytes32[] memory titles = rights.titlesOf(_stable);
        vm.prank(originator);
        rights.retire(_stable, titles, "ended");
        assertEq(titleRegistry.titleOf(_title).claims, 0, "free");
    }

    /* RECORD FACT */

    function test_RecordFact_RevertWhen_Unknown() public {
        _expect(evaluatorCn, abi.encodeWithSelector(IRightsRegistry.UnknownRight.selector, UNKNOWN));
        rights.recordFact(UNKNOWN, _fact(IpEventKind.Lapsed));
    }

    function test_RecordFact_RevertGiven_Free_WhenNoEvaluatorOfThePlace() public {
        address[2] memory others = [evaluatorHk, originator];
        for (uint256 i = 0; i < others.length; ++i) {
            _expect(others[i], _notHolder(RolesLib.evaluator(CN), others[i]));
            rights.recordFact(_stable, _fact(IpEventKind.Lapsed));
        }
    }

    function test_RecordFact_RevertGiven_Encumbered_WhenNotTheDesk() public {
        rights.encumber(_stable, DEAL);
        _expect(evaluatorCn, _notHolder(RolesLib.ROOM_RIGHTS_DESK, evaluatorCn));
        rights.recordFact(_stable, _fact(IpEventKind.Lapsed));
    }

    function test_RecordFact_RevertWhen_KindOrDayMissing() public {
        IRightsRegistry.Fact memory fact = _fact(IpEventKind.Lapsed);
        fact.day = 0;
        _expect(evaluatorCn, abi.encodeWithSelector(IRightsRegistry.FactUnnamed.selector));
        rights.recordFact(_stable, fact);
        _expect(evaluatorCn, abi.encodeWithSelector(IRightsRegistry.FactUnnamed.selector));
        rights.recordFact(_stable, _fact(IpEventKind.None));
    }

    function test_RecordFact_RevertWhen_DocumentMissing() public {
        IRightsRegistry.Fact memory fact = _fact(IpEventKind.Lapsed);
        fact.documentHash = 0;
        _expect(evaluatorCn, abi.encodeWithSelector(IRightsRegistry.EvidenceAbsent.selector));
        rights.recordFact(_stable, fact);
    }

    function test_RecordFact_RevertWhen_TitleOfAnotherRight() public {
        _register(_rightTerms("patent of lidar optics", 7, 100));
        IRightsRegistry.Fact memory fact = _fact(IpEventKind.Lapsed);
        fact.title = _rightTerms("patent of lidar optics", 7, 1).titles[0];
        _expect(evaluatorCn, abi.encodeWithSelector(IRightsRegistry.NotTitleOf.selector, _stable, fact.title));
        rights.recordFact(_stable, fact);
    }

    function test_RecordFact_RevertWhen_AClaimFactNamesATitle() public {
        _expect(evaluatorCn, abi.encodeWithSelector(IRightsRegistry.NotTitleOf.selector, _stable, _title));
        rights.recordFact(_stable, _fact(IpEventKind.LicenceEnded));
    }

    function test_RecordFact_RevertGiven_TheLicenceEnded() public {
        _record(_claimFact(IpEventKind.LicenceEnded));
        _expect(evaluatorCn, abi.encodeWithSelector(IRightsRegistry.LicenceAlreadyEnded.selector, _stable));
        rights.recordFact(_stable, _claimFact(IpEventKind.LicenceEnded));
    }

    function test_RecordFact_ALostTitleLeavesNothing() public {
        IpEventKind[2] memory losses = [IpEventKind.Invalidated, IpEventKind.Lapsed];
        for (uint256 i = 0; i < losses.length; ++i) {
            vm.expectEmit(address(rights));
            emit IRightsRegistry.RightFactRecorded(_stable, losses[i], _fact(losses[i]), Maturity.None);
            _record(_fact(losses[i]));
            assertEq(rights.soundnessOf(_stable).lost, 1, "one title is lost, for one reason or for two");
        }
        RightId[] memory one = new RightId[](1);
        one[0] = _stable;
        assertEq(rights.principalByMaturity(one)[0], 50_000_00, "it backs nothing");
        _record(_fact(IpEventKind.Restored));
        assertTrue(rights.rightOf(_stable).maturity == Maturity.Stable, "restored");
    }

    function test_RecordFact_AWatchedTitleLowersTheClass() public {
        _record(_fact(IpEventKind.AnnualFeeMissed));
        assertTrue(rights.rightOf(_stable).maturity == Maturity.PilotPassed, "one class lower");
        _record(_fact(IpEventKind.Litigation));
        assertTrue(rights.rightOf(_stable).maturity == Maturity.PilotPassed, "once a title");
        assertEq(rights.soundnessOf(_stable).watched, 1, "one title");
        _record(_fact(IpEventKind.AnnualFeePaid));
        assertTrue(rights.rightOf(_stable).maturity == Maturity.PilotPassed, "still in litigation");
        _record(_fact(IpEventKind.LitigationEnded));
        assertTrue(rights.rightOf(_stable).maturity == Maturity.Stable, "sound");
    }

    /// @dev A watched title that is lost is watched no more, and is again when it is restored.
    function test_RecordFact_LossReplacesWatch() public {
        _record(_fact(IpEventKind.Litigation));
        _record(_fact(IpEventKind.Lapsed));
        assertEq(rights.soundnessOf(_stable).watched, 0, "lost");
        assertEq(rights.soundnessOf(_stable).lost, 1, "lost");
        _record(_fact(IpEventKind.Restored));
        assertEq(rights.soundnessOf(_stable).watched, 1, "in litigation again");
        assertEq(rights.soundnessOf(_stable).lost, 0, "restored");
    }

    function test_RecordFact_AnEndedLicenceLeavesNothingUntilTheNext() public {
        _record(_claimFact(IpEventKind.LicenceEnded));
        assertTrue(rights.rightOf(_stable).maturity == Maturity.None, "ended");
        assertTrue(rights.soundnessOf(_stable).licenceEnded, "ended");
        _record(_claimFact(IpEventKind.Reappraised));
        assertTrue(rights.rightOf(_stable).maturity == Maturity.None, "a value is no licence");
        _record(_claimFact(IpEventKind.Licensed));
        assertTrue(rights.rightOf(_stable).maturity == Maturity.Stable, "licensed anew");
    }

    /// @dev A re-evaluation changes readiness and keeps the faults.
    function test_Evaluate_CountsTheFaults() public {
        _record(_fact(IpEventKind.Litigation));
        vm.expectEmit(address(rights));
        emit IRightsRegistry.RightEvaluated(_stable, evaluatorCn, 7, Maturity.None, "dossier");
        vm.prank(evaluatorCn);
        rights.evaluate(_stable, 7, "dossier");
    }

    function test_SoundnessOf_TellsTheEndOfLife() public {
        assertEq(rights.soundnessOf(_stable).lifeEndDay, 0, "nobody described the title");
        _describe(BATTERY, originator);
        assertEq(rights.soundnessOf(_stable).lifeEndDay, DAY + 7_305, "legal end");
    }

    /* SHARED TITLES */

    function test_AcceptShared_RevertWhen_NotTheDesk() public {
        _expect(trustee, abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, trustee));
        rights.acceptShared(_title, DEAL, OTHER_DEAL);
    }

    function test_AcceptShared_RevertWhen_WithItselfOrNone() public {
        DealId[2] memory wrong = [DEAL, DealId.wrap(0)];
        for (uint256 i = 0; i < wrong.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.SharedWithItself.selector, _title, DEAL));
            rights.acceptShared(_title, DEAL, wrong[i]);
        }
    }

    function test_Register_RevertGiven_OneTrusteeAccepted() public {
        rights.encumber(_stable, DEAL);
        rights.acceptShared(_title, DEAL, OTHER_DEAL);
        _expectClaimed();
        _registerSecond();
    }

    function test_Register_RevertGiven_TrusteesAcceptedDifferentDeals() public {
        rights.encumber(_stable, DEAL);
        rights.acceptShared(_title, DEAL, OTHER_DEAL);
        rights.acceptShared(_title, OTHER_DEAL, THIRD_DEAL);
        _expectClaimed();
        _registerSecond();
    }

    function test_Register_RevertGiven_TheFirstClaimBacksNoDeal() public {
        rights.acceptShared(_title, DEAL, OTHER_DEAL);
        rights.acceptShared(_title, OTHER_DEAL, DEAL);
        _expectClaimed();
        _registerSecond();
    }

    function test_Register_RevertGiven_TwoClaimsStand() public {
        _share();
        _expectClaimed();
        _registerSecond();
    }

    function test_Register_RevertWhen_SharedTitlesBindToTwoDeals() public {
        RightId lidar = _register(_rightTerms("patent of lidar optics", 7, 100));
        bytes32 optics = _rightTerms("patent of lidar optics", 7, 1).titles[0];
        rights.encumber(lidar, THIRD_DEAL);
        rights.acceptShared(optics, THIRD_DEAL, DEAL);
        rights.acceptShared(optics, DEAL, THIRD_DEAL);
        _accept();
        IRightsRegistry.RightTerms memory terms = _secondTerms();
        terms.titles = new bytes32[](2);
        terms.titles[0] = _title;
        terms.titles[1] = optics;
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.RightBound.selector, RightId.wrap(3), OTHER_DEAL));
        vm.prank(originator);
        rights.register(terms);
    }

    function test_Register_ASecondClaimByBothTrustees() public {
        RightId second = _share();
        assertTrue(rights.claimOn(_title) == _stable, "first");
        assertTrue(rights.secondClaimOn(_title) == second, "second");
        assertEq(titleRegistry.titleOf(_title).claims, 2, "two claims");
        assertTrue(rights.acceptedFor(_title, DEAL) == OTHER_DEAL, "on the record");
    }

    function test_Encumber_RevertWhen_ASharedTitleIsBoundElsewhere() public {
        RightId second = _share();
        rights.release(_stable, DEAL);
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.RightBound.selector, _stable, DEAL));
        rights.encumber(_stable, THIRD_DEAL);
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.RightBound.selector, second, OTHER_DEAL));
        rights.encumber(second, THIRD_DEAL);
        rights.encumber(second, OTHER_DEAL);
        rights.encumber(_stable, DEAL);
        assertTrue(rights.soundnessOf(second).boundTo == OTHER_DEAL, "bound");
    }

    function test_Retire_TheSecondClaimUnbindsTheFirst() public {
        RightId second = _share();
        _retire(second);
        assertTrue(rights.secondClaimOn(_title) == RightId.wrap(0), "one claim");
        rights.release(_stable, DEAL);
        rights.encumber(_stable, THIRD_DEAL);
        assertTrue(rights.rightOf(_stable).deal == THIRD_DEAL, "unbound");
    }

    function test_Retire_TheFirstClaimLeavesTheSecondInItsPlace() public {
        RightId second = _share();
        rights.release(_stable, DEAL);
        _retire(_stable);
        assertTrue(rights.claimOn(_title) == second, "in its place");
        assertTrue(rights.secondClaimOn(_title) == RightId.wrap(0), "alone");
        rights.encumber(second, THIRD_DEAL);
        assertTrue(rights.rightOf(second).deal == THIRD_DEAL, "unbound");
    }

    function test_RecordFact_BothClaimsFollow() public {
        RightId second = _share();
        rights.recordFact(_stable, _fact(IpEventKind.Invalidated));
        assertTrue(rights.rightOf(_stable).maturity == Maturity.None, "the first");
        assertTrue(rights.rightOf(second).maturity == Maturity.None, "and the second");
    }

    /* INTERNAL */

    function _accept() private {
        rights.encumber(_stable, DEAL);
        rights.acceptShared(_title, DEAL, OTHER_DEAL);
        rights.acceptShared(_title, OTHER_DEAL, DEAL);
    }

    function _share() private returns (RightId) {
        _accept();
        return _registerSecond();
    }

    function _registerSecond() private returns (RightId) {
        IRightsRegistry.RightTerms memory terms = _secondTerms();
        vm.prank(originator);
        return rights.register(terms);
    }

    function _secondTerms() private view returns (IRightsRegistry.RightTerms memory terms) {
        terms = _rightTerms(BATTERY, 8, 10_000_00);
        terms.claimHash = "second licence";
    }

    function _expectClaimed() private {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.TitleClaimed.selector, _title, _stable));
    }

    function _retire(RightId right) private {
        bytes32[] memory titles = rights.titlesOf(right);
        vm.prank(originator);
        rights.retire(right, titles, "ended");
    }

    function _record(IRightsRegistry.Fact memory fact) private {
        vm.prank(evaluatorCn);
        rights.recordFact(_stable, fact);
    }

    function _describe(string memory name, address owner) private returns (bytes32 title) {
        title = keccak256(bytes(name));
        vm.prank(owner);
        titleRegistry.register(
            ITitleRegistry.TitleTerms({
                title: title,
                kind: IpKind.Invention,
                place: SHENZHEN,
                field: "H01M",
                publicNumber: "201710601862.3",
                filedDay: DAY,
                grantedDay: DAY + 700,
                expiryDay: DAY + 7_305,
                economicEndDay: 0,
                feeDueDay: DAY + 1_000,
                evidence: "certificate"
            })
        );
    }

    function _fact(IpEventKind kind) private view returns (IRightsRegistry.Fact memory) {
        return IRightsRegistry.Fact({title: _title, kind: kind, day: DAY, documentHash: "gazette"});
    }

    function _claimFact(IpEventKind kind) private pure returns (IRightsRegistry.Fact memory) {
        return IRightsRegistry.Fact({title: 0, kind: kind, day: DAY, documentHash: "notice"});
    }

    function _expect(address account, bytes memory refusal) private {
        vm.expectRevert(refusal);
        vm.prank(account);
    }

    function _notHolder(uint64 role, address account) private pure returns (bytes memory) {
        return abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, role, account);
    }
}
