// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IRightsDesk} from "../../../contracts/interfaces/IRightsDesk.sol";
import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";

import {IpEventKind, Maturity} from "../../../contracts/types/Enums.sol";
import {DealId, RightId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

contract RightsDeskTest is RoomsFixture {
    RightId private constant BATTERY = RightId.wrap(1);
    uint32 private constant DAY = 20_000;
    DealId private _deal;
    DealId private _other;
    bytes32 private _title;

    function setUp() public override {
        super.setUp();
        _deal = _pledgedDeal();
        _other = _draftDeal();
        _title = rights.titlesOf(BATTERY)[0];
    }

    /* REPORT */

    function test_Report_RevertWhen_NeitherManagerNorTrustee() public {
        address[3] memory others = [servicer, originator, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IRightsDesk.NotManagerOrTrustee.selector, _deal, others[i]));
            vm.prank(others[i]);
            rightsDesk.report(_deal, BATTERY, _fact());
        }
    }

    function test_Report_RevertWhen_TheRightBacksAnotherDeal() public {
        vm.expectRevert(abi.encodeWithSelector(IRightsDesk.RightOfAnotherDeal.selector, BATTERY, _other));
        vm.prank(manager);
        rightsDesk.report(_other, BATTERY, _fact());
    }

    function test_Report_ByManagerOrTrustee_ChangesTheBacking() public {
        uint128 stable = pools.backingOf(_deal)[uint8(Maturity.Stable)];
        vm.expectEmit(address(rightsDesk));
        emit IRightsDesk.FactReported(_deal, BATTERY, manager, _fact());
        vm.prank(manager);
        rightsDesk.report(_deal, BATTERY, _fact());
        assertEq(pools.backingOf(_deal)[uint8(Maturity.Stable)], stable - 50_000_00, "it backs nothing");
        IRightsRegistry.Fact memory restored = _fact();
        restored.kind = IpEventKind.Restored;
        vm.prank(trustee);
        rightsDesk.report(_deal, BATTERY, restored);
        assertEq(pools.backingOf(_deal)[uint8(Maturity.Stable)], stable, "restored");
        (uint64 count, ) = rightsDesk.trailOf(_deal);
        assertEq(count, 2, "both acts on the trail");
    }

    /* ACCEPT */

    function test_AcceptShared_RevertWhen_NotTheTrustee() public {
        address[2] memory others = [manager, originator];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IRightsDesk.NotTrustee.selector, _deal, others[i]));
            vm.prank(others[i]);
            rightsDesk.acceptShared(_deal, _title, _other, "agreement");
        }
    }

    function test_AcceptShared_RevertWhen_TheOtherDealIsUnknown() public {
        DealId unknown = DealId.wrap(99);
        vm.expectRevert(abi.encodeWithSelector(IRightsDesk.DealUnknown.selector, unknown));
        vm.prank(trustee);
        rightsDesk.acceptShared(_deal, _title, unknown, "agreement");
    }

    function test_AcceptShared_RevertWhen_TheAgreementIsMissing() public {
        vm.expectRevert(IRightsDesk.AgreementAbsent.selector);
        vm.prank(trustee);
        rightsDesk.acceptShared(_deal, _title, _other, 0);
    }

    function test_AcceptShared_OfBothDeals_LetsASecondClaimBackTheOther() public {
        vm.expectEmit(address(rightsDesk));
        emit IRightsDesk.SharedTitleAgreed(_deal, _title, _other, "agreement");
        vm.startPrank(trustee);
        rightsDesk.acceptShared(_deal, _title, _other, "agreement");
        rightsDesk.acceptShared(_other, _title, _deal, "agreement");
        vm.stopPrank();
        RightId[] memory second = new RightId[](1);
        second[0] = _register(_rightTerms("patent of battery cells", 9, 10_000_00));
        _pledge(_other, second);
        assertTrue(rights.rightOf(second[0]).deal == _other, "the title backs both");
    }

    /* INTERNAL */

    function _fact() private view returns (IRightsRegistry.Fact memory) {
        return IRightsRegistry.Fact({title: _title, kind: IpEventKind.Invalidated, day: DAY, documentHash: "decision"});
    }
}
