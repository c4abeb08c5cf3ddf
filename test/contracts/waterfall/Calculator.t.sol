// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../../../contracts/interfaces/ICashLedger.sol";
import {ICollectionOracle} from "../../../contracts/interfaces/ICollectionOracle.sol";
import {IDealBook} from "../../../contracts/interfaces/IDealBook.sol";
import {IWaterfall} from "../../../contracts/interfaces/IWaterfall.sol";

import {CNY, Currency} from "../../../contracts/types/Currency.sol";
import {AccountPurpose} from "../../../contracts/types/Enums.sol";
import {DealId, Period} from "../../../contracts/types/Ids.sol";
import {ArgsLib} from "../../../contracts/waterfall/ArgsLib.sol";
import {Calculator, Setting} from "../../../contracts/waterfall/Calculator.sol";
import {Inert} from "../../../contracts/waterfall/Inert.sol";
import {ProgramBuilder as B} from "../libraries/ProgramBuilder.sol";
import {TestBase} from "../Vm.sol";

/// @notice What a program learns from reports: one cell for collections, one state cell for every reported figure. The test
/// stands in for the rooms below, with a plan account and reports that collected 70.
contract CalculatorTest is TestBase {
    /// @dev Kind and reference of each input: loss, defaulted, performing of all classes and of each, refund due, two fees, an
    /// event that was raised and one that was not, income and principal collected.
    uint256 private constant INPUTS = 0x0100_0200_0300_0301_0302_0303_0400_0500_0507_0603_0604_0800_0900;
    uint256 private constant COUNT = 13;

    Calculator private _calculator;
    address private _program;

    function setUp() public {
        _calculator = new Calculator(
            IDealBook(address(this)),
            ICashLedger(address(this)),
            ICollectionOracle(address(this))
        );
        _program = ArgsLib.store(address(new Inert()), _words());
    }

    function test_DistributionOf_CollectionsJoinInOneCell() public view {
        (IWaterfall.Distribution memory d, ) = _calculator.distributionOf(_setting());
        assertEq(d.arrivals.length, 1, "arrivals");
        assertEq(d.arrivals[0], 70, "income and principal");
        assertTrue(d.flows[0] == 0 && d.cells[0] == 70, "carried forward");
    }

    function test_DistributionOf_EveryFigureHasItsInput() public view {
        (IWaterfall.Distribution memory d, ) = _calculator.distributionOf(_setting());
        uint16[13] memory expected = [1, 2, 1111, 10, 100, 1000, 3, 4, 5, 1, 0, 31, 41];
        for (uint256 i = 0; i < COUNT; ++i) assertEq(d.cells[1 + i], expected[i], "figure");
    }

    /// @dev 70 of interest over 3 notes: a third each, scaled 1e18, rounded down.
    function test_DistributionOf_AmountsPerUnitRoundDown() public {
        Setting memory setting = _setting();
        setting.program = ArgsLib.store(address(new Inert()), _payingWords());
        setting.cells = new uint256[](2);
        setting.units[0] = 3;
        (, IWaterfall.PerUnit[] memory shares) = _calculator.distributionOf(setting);
        assertEq(shares[0].interest, uint256(70e18) / 3, "interest a unit");
        assertTrue(shares[0].principal == 0 && shares[0].residual == 0, "nothing else");
    }

    /* ROOMS BELOW */

    function currencyOf(DealId) external pure returns (Currency) {
        return CNY;
    }

    function cashOf(DealId, AccountPurpose purpose, Currency) external pure returns (uint128) {
        return purpose == AccountPurpose.Plan ? 70 : 0;
    }

    function totalsOf(DealId, Period) external pure returns (ICollectionOracle.Totals memory totals) {
        (totals.income, totals.principal) = (30, 40);
        (totals.losses, totals.defaulted, totals.refundDue) = (1, 2, 3);
        totals.performing = [uint128(1), 10, 100, 1000];
        (totals.fees[0], totals.fees[7]) = (4, 5);
        totals.events = 1 << 3;
        (totals.incomeCollected, totals.principalCollected) = (31, 41);
    }

    /* INTERNAL */

    function _setting() private view returns (Setting memory setting) {
        setting.period = Period.wrap(1);
        setting.program = _program;
        setting.cells = new uint256[](1 + COUNT);
        setting.units = new uint96[](1);
        setting.units[0] = 1;
    }

    /// @dev One cash cell, a state cell an input, no payee. Cells: 1 cash, 2–14 state, 15–27 inputs.
    function _words() private pure returns (uint256[] memory words) {
        words = new uint256[](2 + COUNT);
        // version, arrivals, supports, cash, notes, state, payees, inputs, scheduled, temps, lines
        words[0] = uint256(0x01_01_00_01_00_0d_00_0d_00_00_00) << 168;
        words[1] = (uint256(0x0103) << 240) | (INPUTS << 32);
        for (uint256 i = 0; i < COUNT; ++i) words[2 + i] = B.step(B.SET, 15 + i, 0, 0, 2 + i);
    }

    /// @dev All collections to the interest of tranche 0. Cells: 1 cash, 2 balance, 3 payee.
    function _payingWords() private pure returns (uint256[] memory words) {
        words = new uint256[](3);
        words[0] = uint256(0x01_01_00_01_01_01_01_00_00_00_00) << 168;
        words[1] = uint256(0x0103_0300) << 224;
        words[2] = B.step(B.PAY, 1, 0, 3, 0);
    }
}
