// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";

import {MaturityLib} from "../../../contracts/libraries/MaturityLib.sol";
import {CNY, Currency} from "../../../contracts/types/Currency.sol";
import {Maturity} from "../../../contracts/types/Enums.sol";
import {DealId, RightId} from "../../../contracts/types/Ids.sol";
import {Place} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

contract RightsRegistryRegisterTest is RoomsFixture {
    RightId private constant FIRST = RightId.wrap(1);

    /* WHO */

    function test_Register_RevertWhen_Stranger() public {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.NotEligible.selector, stranger));
        vm.prank(stranger);
        rights.register(_terms());
    }

    function test_Register_RevertGiven_RestrictedParty() public {
        vm.startPrank(regulatorCn);
        parties.restrict(parties.partyOf(originator), "order");
        vm.stopPrank();
        _expect(abi.encodeWithSelector(IRightsRegistry.NotEligible.selector, originator), _terms());
    }

    /* CLAIM */

    function test_Register_RevertWhen_NoTitle() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.titles = new bytes32[](0);
        _expect(abi.encodeWithSelector(IRightsRegistry.TitleMissing.selector), terms);
    }

    function test_Register_RevertWhen_TooManyTitles() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.titles = new bytes32[](256);
        _expect(abi.encodeWithSelector(IRightsRegistry.TooManyTitles.selector, 256), terms);
    }

    function test_Register_RevertWhen_TitleInAnotherLiveClaim() public {
        RightId standing = _register(_terms());
        IRightsRegistry.RightTerms memory terms = _rightTerms("patent of lidar optics", 8, 100);
        bytes32 title = _terms().titles[0];
        terms.titles = _two(terms.titles[0], title);
        _expect(abi.encodeWithSelector(IRightsRegistry.TitleClaimed.selector, title, standing), terms);
    }

    function test_Register_RevertWhen_TitleTwiceInOneClaim() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        bytes32 title = terms.titles[0];
        terms.titles = _two(title, title);
        _expect(abi.encodeWithSelector(IRightsRegistry.TitleClaimed.selector, title, FIRST), terms);
    }

    function test_Register_RevertWhen_ClaimHashMissing() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.claimHash = 0;
        _expect(abi.encodeWithSelector(IRightsRegistry.RightUnnamed.selector), terms);
    }

    function test_Register_RevertWhen_ObligorMissing() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.obligorHash = 0;
        _expect(abi.encodeWithSelector(IRightsRegistry.RightUnnamed.selector), terms);
    }

    function test_Register_RevertWhen_PlaceMissing() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.place = Place.wrap(0);
        _expect(abi.encodeWithSelector(IRightsRegistry.RightUnnamed.selector), terms);
    }

    function test_Register_RevertWhen_CurrencyMissing() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.currency = Currency.wrap(0);
        _expect(abi.encodeWithSelector(IRightsRegistry.RightUnnamed.selector), terms);
    }

    function test_Register_RevertWhen_PrincipalIsZero() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.principal = 0;
        _expect(abi.encodeWithSelector(IRightsRegistry.ClaimEmpty.selector), terms);
    }

    function test_Register_RevertWhen_EvidenceMissing() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.evidence = 0;
        _expect(abi.encodeWithSelector(IRightsRegistry.EvidenceAbsent.selector), terms);
    }

    /* READINESS AND APPRAISAL */

    function test_Register_RevertWhen_ReadinessBelowThree() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.trl = 2;
        terms.payerHash = "payer";
        _expect(abi.encodeWithSelector(IRightsRegistry.ReadinessOutOfRange.selector, 2), terms);
    }

    function test_Register_RevertWhen_ReadinessAboveNine() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.trl = 10;
        _expect(abi.encodeWithSelector(IRightsRegistry.ReadinessOutOfRange.selector, 10), terms);
    }

    function test_Register_RevertWhen_EarlyWithoutPayer() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.trl = 5;
        terms.payerHash = 0;
        _expect(abi.encodeWithSelector(IRightsRegistry.PayerMissing.selector, 5), terms);
    }

    function test_Register_RevertWhen_ValueIsZero() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.appraisedValue = 0;
        _expect(abi.encodeWithSelector(IRightsRegistry.AppraisalEmpty.selector), terms);
    }

    function test_Register_RevertWhen_AppraisalExpired() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.appraisalValidUntil = START;
        _expect(abi.encodeWithSelector(IRightsRegistry.AppraisalExpired.selector, START), terms);
    }

    /* EFFECTS */

    function test_Register_RecordsTheRight() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        vm.expectEmit(address(rights));
        emit IRightsRegistry.RightRegistered(FIRST, parties.partyOf(originator), terms);
        RightId right = _register(terms);
        IRightsRegistry.RightView memory seen = rights.rightOf(right);
        assertEq(seen.owner, originator, "owner");
        assertTrue(seen.originator == parties.partyOf(originator), "originator");
        assertTrue(seen.maturity == Maturity.Stable, "class");
        assertEq(seen.trl, 9, "readiness");
        assertTrue(seen.place == SHENZHEN && seen.currency == CNY, "place and currency");
        assertEq(seen.principal, 50_000_00, "principal");
        assertEq(seen.appraisedValue, 100_000_00, "value");
        assertEq(seen.appraisalValidUntil, START + YEAR, "validity");
        assertTrue(seen.deal == DealId.wrap(0), "free");
        assertEq(seen.obligorHash, terms.obligorHash, "obligor");
        assertEq(seen.payerHash, terms.payerHash, "payer");
        assertEq(rights.ownerOf(1), originator, "an ERC-721 token");
        assertTrue(rights.claimOn(terms.titles[0]) == right, "the title is claimed");
        assertEq(rights.rightCount(), 1, "one right");
    }

    function test_Register_ClaimsSeveralTitles() public {
        IRightsRegistry.RightTerms memory terms = _terms();
        terms.titles = _two("patent", "trademark");
        RightId right = _register(terms);
        assertTrue(rights.claimOn("patent") == right, "first title");
        assertTrue(rights.claimOn("trademark") == right, "second title");
    }

    function test_RightOf_RevertWhen_Unknown() public {
        vm.expectRevert(abi.encodeWithSelector(IRightsRegistry.UnknownRight.selector, FIRST));
        rights.rightOf(FIRST);
    }

    function test_ClassOf_EveryReadiness() public pure {
        for (uint8 trl = 0; trl <= 9; ++trl) {
            Maturity paid =
                trl >= 8
                    ? Maturity.Stable
                    : trl >= 6
                        ? Maturity.PilotPassed
                        : trl >= 3
                            ? Maturity.Early
                            : Maturity.None;
            Maturity unpaid = trl >= 6 ? paid : Maturity.None;
            assertTrue(MaturityLib.classOf(trl, "payer") == paid, "with a payer");
            assertTrue(MaturityLib.classOf(trl, 0) == unpaid, "without");
        }
    }

    function test_PrincipalByMaturity_SumsByClass() public {
        RightId[] memory pool = _registerPool();
        uint128[4] memory sums = rights.principalByMaturity(pool);
        assertEq(sums[uint8(Maturity.None)], 0, "all have a class");
        assertEq(sums[uint8(Maturity.Stable)], 50_000_00, "stable");
        assertEq(sums[uint8(Maturity.PilotPassed)], 30_000_00, "pilot passed");
        assertEq(sums[uint8(Maturity.Early)], 20_000_00, "early");
    }

    /* INTERNAL */

    function _terms() private view returns (IRightsRegistry.RightTerms memory) {
        return _rightTerms("patent of battery cells", 9, 50_000_00);
    }

    function _two(bytes32 first, bytes32 second) private pure returns (bytes32[] memory titles) {
        titles = new bytes32[](2);
        titles[0] = first;
        titles[1] = second;
    }

    function _expect(bytes memory reason, IRightsRegistry.RightTerms memory terms) private {
        vm.expectRevert(reason);
        vm.prank(originator);
        rights.register(terms);
    }
}
