// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {AccountPurpose} from "../../../contracts/types/Enums.sol";
import {DealId} from "../../../contracts/types/Ids.sol";
import {CashFixture} from "../CashFixture.sol";
import {DealProgram as P} from "./DealProgram.sol";

/// @notice The fixture's deal with a reserve of 80.00 in its opening. Behaviour in Waterfall.tree.
contract WaterfallReserveTest is CashFixture {
    uint128 private constant RESERVE = 80_00;

    DealId private deal;

    function setUp() public override {
        super.setUp();
        deal = _payingDeal();
    }

    function _programTerms() internal pure override returns (IWaterfall.ProgramTerms memory terms) {
        terms = super._programTerms();
        terms.opening[P.RES - 1] = RESERVE;
    }

    function test_Calculate_RevertGiven_TheOpeningReserveIsNotThere() public {
        _creditTo(_account(deal, AccountPurpose.Reserve), RESERVE - 1);
        _submit(_report(deal, FIRST));
        bytes4 selector = IWaterfall.LedgerShort.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, deal, AccountPurpose.Reserve, RESERVE - 1, RESERVE));
        waterfall.calculate(deal, FIRST);
    }

    /// @dev It takes 20.00 of the income to reach its target instead of 100.00.
    function test_Calculate_TheOpeningReserveIsToppedUp() public {
        _creditTo(_account(deal, AccountPurpose.Reserve), RESERVE);
        IWaterfall.Distribution memory d = _run(deal, FIRST);
        assertEq(d.cells[P.RES - 1], 100_00, "reserve");
        assertTrue(d.flows[0] == 6_000_00 && d.flows[1] == -20_00, "20.00 enter the reserve account");
        assertEq(d.payees[P.TO_RESIDUAL - P.TO_FEE], 630_00, "80.00 more to the residual");
        assertEq(ledger.balanceOf(_account(deal, AccountPurpose.Reserve)), 100_00, "on its account");
    }
}
