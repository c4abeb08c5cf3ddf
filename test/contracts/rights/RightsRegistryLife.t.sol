// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {Maturity} from "../../../contracts/types/Enums.sol";
import {DealId, RightId} from "../../../contracts/types/Ids.sol";
import {CN} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice What happens to a right after its registration. This contract stands in for the deal book.
contract RightsRegistryLifeTest is RoomsFixture {
    DealId private constant DEAL = DealId.wrap(1);
    DealId private constant OTHER_DEAL = DealId.wrap(2);
    RightId private constant UNKNOWN = RightId.wrap(99);
    RightId private _stable;
    RightId private _pilot;

    function setUp() public override {
        super.setUp();
        _grantRoom(RolesLib.ROOM_POOL, address(this));
        _stable = _register(_rightTerms("patent of battery cells", 9, 50_000_00));
        _pilot = _register(_rightTerms("patent of lidar optics", 7, 30_000_00));
    }

    /* EVALUATE */

    function test_Evaluate_RevertWhen_Unknown() public {
        _expectUnknown(evaluatorCn);
        rights.evaluate(UNKNOWN, 8, "dossier");
    }

    function test_Evaluate_RevertWhen_EvaluatorOfAnotherPlace() public {
        _expectNotEvaluator(evaluatorHk);
        rights.evaluate(_stable, 7, "dossier");
    }

    function test_Evaluate_RevertWhen_EvidenceMissing() public {
        vm.expectRevert(IRightsRegistry.EvidenceAbsent.selector);
        vm.prank(evaluatorCn);
        rights.evaluate(_stable, 7, 0);
    }

    function test_Evaluate_RevertWhen_ReadinessOutOfRange() public {
        uint8[2] memory outside = [uint8(0), 10];
        for (uint256 i = 0; i < outside.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.ReadinessOutOfRange.selector, outside[i]));
            vm.prank(evaluatorCn);
            rights.evaluate(_stable, outside[i], "dossier");
        }
    }

    function test_Evaluate_ChangesTheClass() public {
        vm.expectEmit(address(rights));
        emit IRightsRegistry.RightEvaluated(_pilot, evaluatorCn, 8, Maturity.Stable, "dossier");
        _evaluate(_pilot, 8);
        assertTrue(rights.rightOf(_pilot).maturity == Maturity.Stable, "pilot passed into production");
        assertEq(rights.rightOf(_pilot).trl, 8, "readiness");
    }

    /// @dev A right that fell has no class: it was no early right with a payer, or it is none at all.
    function test_Evaluate_LeavesNoClassToAFallenRight() public {
        _evaluate(_pilot, 4);
        assertTrue(rights.rightOf(_pilot).maturity == Maturity.None, "early without a payer");
        RightId early = _register(_rightTerms("patent of gene editing", 4, 20_000_00));
        _evaluate(early, 1);
        assertTrue(rights.rightOf(early).maturity == Maturity.None, "below early");
        uint128[4] memory sums = rights.principalByMaturity(_two(_pilot, early));
        assertEq(sums[uint8(Maturity.None)], 50_000_00, "both back nothing");
    }

    /* APPRAISE */

    function test_Appraise_RevertWhen_Unknown() public {
        _expectUnknown(evaluatorCn);
        rights.appraise(UNKNOWN, 1, START + 1, "report");
    }

    function test_Appraise_RevertWhen_EvaluatorOfAnotherPlace() public {
        _expectNotEvaluator(evaluatorHk);
        rights.appraise(_stable, 1, START + 1, "report");
    }

    function test_Appraise_RevertWhen_EvidenceMissing() public {
        vm.expectRevert(IRightsRegistry.EvidenceAbsent.selector);
        vm.prank(evaluatorCn);
        rights.appraise(_stable, 1, START + 1, 0);
    }

    function test_Appraise_RevertWhen_ValueIsZero() public {
        vm.expectRevert(IRightsRegistry.AppraisalEmpty.selector);
        vm.prank(evaluatorCn);
        rights.appraise(_stable, 0, START + 1, "report");
    }

    function test_Appraise_RevertWhen_Expired() public {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.AppraisalExpired.selector, START));
        vm.prank(evaluatorCn);
        rights.appraise(_stable, 1, START, "report");
    }

    function test_Appraise_RecordsValueAndValidity() public {
        vm.expectEmit(address(rights));
        emit IRightsRegistry.RightAppraised(_stable, evaluatorCn, 60_000_00, START + 2 * YEAR, "report");
        vm.prank(evaluatorCn);
        rights.appraise(_stable, 60_000_00, START + 2 * YEAR, "report");
        assertEq(rights.rightOf(_stable).appraisedValue, 60_000_00, "value");
        assertEq(rights.rightOf(_stable).appraisalValidUntil, START + 2 * YEAR, "validity");
    }

    /* ENCUMBER, RELEASE */

    function test_Encumber_RevertWhen_NotTheDealBook() public {
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, originator));
        vm.prank(originator);
        rights.encumber(_stable, DEAL);
    }

    function test_Encumber_RevertWhen_Unknown() public {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.UnknownRight.selector, UNKNOWN));
        rights.encumber(UNKNOWN, DEAL);
    }

    function test_Encumber_RevertGiven_Encumbered() public {
        rights.encumber(_stable, DEAL);
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.RightAlreadyEncumbered.selector, _stable, DEAL));
        rights.encumber(_stable, OTHER_DEAL);
    }

    function test_Encumber_BindsTheRight() public {
        vm.expectEmit(address(rights));
        emit IRightsRegistry.RightEncumbered(_stable, DEAL);
        rights.encumber(_stable, DEAL);
        assertTrue(rights.rightOf(_stable).deal == DEAL, "bound");
    }

    function test_Release_RevertWhen_NotTheDealBook() public {
        rights.encumber(_stable, DEAL);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, originator));
        vm.prank(originator);
        rights.release(_stable, DEAL);
    }

    function test_Release_RevertWhen_Unknown() public {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.UnknownRight.selector, UNKNOWN));
        rights.release(UNKNOWN, DEAL);
    }

    function test_Release_RevertWhen_BoundToAnotherDeal() public {
        rights.encumber(_stable, DEAL);
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.RightNotEncumbered.selector, _stable, OTHER_DEAL));
        rights.release(_stable, OTHER_DEAL);
    }

    function test_Release_FreesTheRight() public {
        rights.encumber(_stable, DEAL);
        vm.expectEmit(address(rights));
        emit IRightsRegistry.RightReleased(_stable, DEAL);
        rights.release(_stable, DEAL);
        rights.encumber(_stable, OTHER_DEAL);
        assertTrue(rights.rightOf(_stable).deal == OTHER_DEAL, "another deal may take it");
    }

    /* TRANSFER */

    function test_Transfer_RevertGiven_Encumbered() public {
        rights.encumber(_stable, DEAL);
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.RightAlreadyEncumbered.selector, _stable, DEAL));
        vm.prank(originator);
        rights.transferFrom(originator, investorCn, RightId.unwrap(_stable));
    }

    function test_Transfer_RevertWhen_ToAStranger() public {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.NotEligible.selector, stranger));
        vm.prank(originator);
        rights.transferFrom(originator, stranger, RightId.unwrap(_stable));
    }

    function test_Transfer_RevertWhen_NotOwner() public {
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721InsufficientApproval.selector, investorCn, 1));
        vm.prank(investorCn);
        rights.transferFrom(originator, investorCn, 1);
    }

    function test_Transfer_MovesAFreeRight() public {
        vm.prank(originator);
        rights.transferFrom(originator, investorCn, RightId.unwrap(_stable));
        assertEq(rights.rightOf(_stable).owner, investorCn, "a new owner");
        assertTrue(rights.rightOf(_stable).originator == parties.partyOf(originator), "the same originator");
    }

    /* RETIRE */

    function test_Retire_RevertWhen_Unknown() public {
        _expectUnknown(originator);
        rights.retire(UNKNOWN, _titles(), "ended");
    }

    function test_Retire_RevertWhen_NotTheHolder() public {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.NotRightHolder.selector, _stable, investorCn));
        vm.prank(investorCn);
        rights.retire(_stable, _titles(), "ended");
    }

    function test_Retire_RevertWhen_EvidenceMissing() public {
        vm.expectRevert(IRightsRegistry.EvidenceAbsent.selector);
        vm.prank(originator);
        rights.retire(_stable, _titles(), 0);
    }

    function test_Retire_RevertWhen_TitlesIncomplete() public {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.TitlesIncomplete.selector, _stable, 0, 1));
        vm.prank(originator);
        rights.retire(_stable, new bytes32[](0), "ended");
    }

    function test_Retire_RevertWhen_TitleOfAnotherRight() public {
        bytes32[] memory titles = _rightTerms("patent of lidar optics", 7, 1).titles;
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.NotTitleOf.selector, _stable, titles[0]));
        vm.prank(originator);
        rights.retire(_stable, titles, "ended");
    }

    function test_Retire_RevertGiven_Encumbered() public {
        rights.encumber(_stable, DEAL);
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.RightAlreadyEncumbered.selector, _stable, DEAL));
        vm.prank(originator);
        rights.retire(_stable, _titles(), "ended");
    }

    function test_Retire_FreesTheTitlesAndBurns() public {
        vm.expectEmit(address(rights));
        emit IRightsRegistry.RightRetired(_stable, _titles(), "ended");
        vm.prank(originator);
        rights.retire(_stable, _titles(), "ended");
        assertTrue(rights.claimOn(_titles()[0]) == RightId.wrap(0), "the title is free");
        assertEq(rights.balanceOf(originator), 1, "the token is gone");
        RightId again = _register(_rightTerms("patent of battery cells", 9, 10_000_00));
        assertTrue(rights.claimOn(_titles()[0]) == again, "a new claim may rest on it");
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.UnknownRight.selector, _stable));
        rights.rightOf(_stable);
    }

    /// @dev A second wallet of the holder's party acts for it.
    function test_Retire_AnotherWalletOfTheParty() public {
        address second = _wallet("second wallet of Kaide");
        _bind(_attestation("originator Kaide", second, GUANGZHOU), originator);
        vm.prank(second);
        rights.retire(_stable, _titles(), "ended");
        assertEq(rights.balanceOf(originator), 1, "retired");
    }

    /* INTERNAL */

    function _evaluate(RightId right, uint8 trl) private {
        vm.prank(evaluatorCn);
        rights.evaluate(right, trl, "dossier");
    }

    function _titles() private view returns (bytes32[] memory) {
        return _rightTerms("patent of battery cells", 9, 1).titles;
    }

    function _two(RightId first, RightId second) private pure returns (RightId[] memory pair) {
        pair = new RightId[](2);
        pair[0] = first;
        pair[1] = second;
    }

    function _expectUnknown(address account) private {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.UnknownRight.selector, UNKNOWN));
        vm.prank(account);
    }

    function _expectNotEvaluator(address account) private {
        vm.expectRevert(abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.evaluator(CN), account));
        vm.prank(account);
    }
}
