// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";
import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {DealEventKind, Office} from "../../../contracts/types/Enums.sol";
import {DealId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";

/// @notice Deals whose holders alone declare, beside one whose offices do. Behaviour in CollectionOracle.tree.
contract CollectionOracleDeclarerTest is CashFixture {
    DealId private deal;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
    }

    function _reportingTerms() internal pure override returns (ICollectionOracle.ReportingTerms memory terms) {
        terms = super._reportingTerms();
        terms.holdersDeclare = true;
    }

    function test_Raise_RevertGiven_TheHoldersDeclare() public {
        DealEventKind[3] memory kinds = _declarations();
        for (uint256 i = 0; i < kinds.length; ++i) {
            _expectRefused(trustee, kinds[i]);
            _expectRefused(manager, kinds[i]);
        }
    }

    function test_Raise_RevertWhen_AStrangerDeclares() public {
        vm.expectRevert(abi.encodeWithSelector(IDealBook.NotOfficeHolder.selector, deal, Office.Trustee, stranger));
        _raise(stranger, DealEventKind.AccelerationDeclared);
    }

    function test_Raise_OtherFactsStayWithTheOffices() public {
        _raise(trustee, DealEventKind.Insolvency);
        _raise(manager, DealEventKind.TitleLost);
        uint256 events = (1 << uint256(DealEventKind.Insolvency)) | (1 << uint256(DealEventKind.TitleLost));
        assertEq(oracle.totalsOf(deal, FIRST).events, events, "raised");
    }

    function test_Raise_AResolutionDeclares() public {
        _grantRoom(RolesLib.ROOM_RESOLUTIONS, address(this));
        DealEventKind[3] memory kinds = _declarations();
        uint256 events;
        for (uint256 i = 0; i < kinds.length; ++i) {
            oracle.raise(deal, kinds[i], "letter");
            events |= 1 << uint256(kinds[i]);
        }
        assertEq(oracle.totalsOf(deal, FIRST).events, events, "declared");
    }

    /* INTERNAL */

    function _declarations() private pure returns (DealEventKind[3] memory) {
        return [DealEventKind.AccelerationDeclared, DealEventKind.DefaultDeclared, DealEventKind.Waived];
    }

    function _expectRefused(address wallet, DealEventKind kind) private {
        vm.expectRevert(abi.encodeWithSelector(ICollectionOracle.DeclaredByHolders.selector, deal));
        _raise(wallet, kind);
    }

    function _raise(address wallet, DealEventKind kind) private {
        vm.prank(wallet);
        oracle.raise(deal, kind, "letter");
    }
}

/// @notice A deal whose offices declare.
contract CollectionOracleOfficersTest is CashFixture {
    function test_Raise_TheOfficesDeclare() public {
        DealId deal = _payingDeal();
        vm.prank(trustee);
        oracle.raise(deal, DealEventKind.AccelerationDeclared, "letter");
        vm.prank(manager);
        oracle.raise(deal, DealEventKind.Waived, "letter");
        uint256 events = (1 << uint256(DealEventKind.AccelerationDeclared)) | (1 << uint256(DealEventKind.Waived));
        assertEq(oracle.totalsOf(deal, FIRST).events, events, "declared");
    }
}
