// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../../contracts/interfaces/ICashLedger.sol";
import {IOffering} from "../../contracts/interfaces/IOffering.sol";
import {IWaterfall} from "../../contracts/interfaces/IWaterfall.sol";

import {RolesLib} from "../../contracts/access/RolesLib.sol";
import {CashLedger} from "../../contracts/cash/CashLedger.sol";
import {DistributionDesk} from "../../contracts/settlement/DistributionDesk.sol";
import {Offering} from "../../contracts/settlement/Offering.sol";
import {PayingAgent} from "../../contracts/settlement/PayingAgent.sol";
import {Treasury} from "../../contracts/settlement/Treasury.sol";
import {CNY} from "../../contracts/types/Currency.sol";
import {AccountPurpose, PeriodStage} from "../../contracts/types/Enums.sol";
import {AccountId, Period, SeriesId} from "../../contracts/types/Ids.sol";
import {NotesFixture} from "./NotesFixture.sol";
import {DistributionStand} from "./settlement/DistributionStand.sol";

/// @notice The rooms up to settlement, the deal's accounts at its bank, and a waterfall that pays what a test writes.
abstract contract SettlementFixture is NotesFixture {
    uint48 internal constant CUT_OFF = START + 10 days;
    uint32 internal constant DAY = 20_627;
    Period internal constant FIRST = Period.wrap(1);

    CashLedger internal cash;
    DistributionStand internal waterfall;
    Offering internal offering;
    PayingAgent internal agent;
    DistributionDesk internal desk;
    Treasury internal treasury;

    /// @dev A second wallet of the account bank and of the custodian in Hong Kong.
    address internal accountBankTwo;

    AccountId internal planAccount;
    AccountId internal reserveAccount;
    AccountId internal guaranteeAccount;
    AccountId internal paymentAccount;
    AccountId internal subscriptionAccount;
    AccountId internal restrictedAccount;

    uint256 private _references;

    function _deployRooms() internal virtual override {
        super._deployRooms();
        cash = CashLedger(_deploy("CashLedger", abi.encode(address(access), parties, deals)));
        waterfall = new DistributionStand();
        offering = Offering(_deploy("Offering", abi.encode(parties, deals, cash)));
        agent = PayingAgent(
            _deploy(
                "PayingAgent",
                abi.encode(address(access), enforcement, deals, cash, IWaterfall(address(waterfall)))
            )
        );
        desk = DistributionDesk(
            _deploy("DistributionDesk", abi.encode(deals, cash, IWaterfall(address(waterfall)), agent))
        );
        treasury = Treasury(
            _deploy("Treasury", abi.encode(deals, cash, IWaterfall(address(waterfall)), offering, agent))
        );
    }

    function _wireRooms() internal virtual override {
        super._wireRooms();
        _restrict(address(cash), CashLedger.shift.selector, RolesLib.CASH_MOVER);
        _restrict(address(cash), CashLedger.pay.selector, RolesLib.CASH_MOVER);
        _restrict(address(cash), CashLedger.takeBack.selector, RolesLib.CASH_MOVER);
        _grantRoom(RolesLib.CASH_MOVER, address(offering));
        _grantRoom(RolesLib.CASH_MOVER, address(agent));
        _grantRoom(RolesLib.CASH_MOVER, address(desk));
        _grantRoom(RolesLib.CASH_MOVER, address(treasury));
        _grantRoom(RolesLib.ROOM_OFFERING, address(offering));
        _grantRoom(RolesLib.NOTE_MOVER, address(offering));
        _grantRoom(RolesLib.ROOM_RECORDS, address(desk));
        _grantRoom(RolesLib.PERIOD_MOVER, address(agent));
        _grantRoom(RolesLib.PERIOD_MOVER, address(desk));
        _grantRoom(RolesLib.DEAL_MOVER, address(desk));
        _grantRoom(RolesLib.ROOM_TREASURY, address(treasury));
        _grantRoom(RolesLib.ROOM_REPORTS, address(this));
        _grantRoom(RolesLib.ROOM_WATERFALL, address(this));
        _grantRoom(RolesLib.PERIOD_MOVER, address(this));
        _grantRoom(RolesLib.DEAL_MOVER, address(this));
    }

    function _meetParties() internal virtual override {
        super._meetParties();
        accountBankTwo = _wallet("account bank Tianhe, second desk");
        _bind(_attestation("account bank Tianhe", accountBankTwo, GUANGZHOU), accountBank);
    }

    /* MONEY */

    function _openAccounts() internal virtual {
        planAccount = _openAccount(AccountPurpose.Plan);
        reserveAccount = _openAccount(AccountPurpose.Reserve);
        guaranteeAccount = _openAccount(AccountPurpose.Guarantee);
        paymentAccount = _openAccount(AccountPurpose.Payment);
        subscriptionAccount = _openAccount(AccountPurpose.Subscription);
        restrictedAccount = _openAccount(AccountPurpose.Restricted);
    }

    function _openAccount(AccountPurpose purpose) internal returns (AccountId) {
        ICashLedger.Account memory terms = ICashLedger.Account({
            bank: parties.partyOf(accountBank),
            accountHash: keccak256("account 6222"),
            currency: CNY,
            deal: deal,
            purpose: purpose
        });
        vm.prank(accountBank);
        return cash.open(terms);
    }

    function _credit(AccountId account, uint128 amount) internal {
        bytes32 bankReference = _reference();
        vm.prank(accountBank);
        cash.credit(account, amount, DAY, bankReference);
    }

    function _reference() internal returns (bytes32) {
        return keccak256(abi.encode("bank reference", ++_references));
    }

    /* OFFER */

    /// @dev Offered, with accounts; the offer of the notes is open until the cut-off.
    function _openOffer() internal {
        _offerWithNotes();
        _openAccounts();
        vm.prank(manager);
        offering.open(deal, CUT_OFF);
    }

    function _subscribe(address placer, SeriesId series, address holder, uint96 units) internal returns (uint64) {
        _credit(subscriptionAccount, units * FACE);
        vm.prank(placer);
        return offering.subscribe(series, holder, units);
    }

    /// @dev Wong 120 and Lau 80 of A-HK, the registrar 300 of A-CN, Silva 100 of A-MO, Wong 300 of B-HK, Chen 100 of C-CN.
    function _subscribeAll() internal {
        _subscribe(registrar, noteCn.seriesId(), registrar, 300);
        _subscribe(custodianHk, noteHk.seriesId(), investorHk, 120);
        _subscribe(custodianHk, noteHk.seriesId(), investorHkTwo, 80);
        _subscribe(custodianMo, noteMo.seriesId(), investorMo, 100);
        _subscribe(custodianHk, noteB.seriesId(), investorHk, 300);
        _subscribe(custodianCn, noteC.seriesId(), investorCn, 100);
    }

    function _allotAll(uint64 count) internal {
        IOffering.Allotment[] memory allotments = new IOffering.Allotment[](count);
        for (uint64 i = 0; i < count; ++i) {
            allotments[i] = IOffering.Allotment(i + 1, offering.subscriptionOf(i + 1).units);
        }
        vm.prank(manager);
        offering.allot(deal, allotments);
    }

    function _settleAll(uint64 count) internal {
        uint64[] memory subscriptions = new uint64[](count);
        for (uint64 i = 0; i < count; ++i) subscriptions[i] = i + 1;
        vm.prank(accountBank);
        offering.settle(deal, subscriptions);
    }

    /// @dev All 1,000 notes settled and confirmed.
    function _readyToClose() internal {
        _openOffer();
        _subscribeAll();
        vm.warp(CUT_OFF);
        _allotAll(6);
        _settleAll(6);
        vm.prank(trustee);
        offering.confirm(deal, 1000 * FACE);
    }

    function _closedOffer() internal {
        _readyToClose();
        vm.prank(manager);
        offering.close(deal);
    }

    /* PERIOD */

    /// @dev Per unit: A 1.00 interest and 5.00 principal, B 2.005 interest, C nothing. Tax 3.00, fee 2.00.
    function _distribution(Period period) internal view returns (IWaterfall.Distribution memory distribution) {
        distribution.deal = deal;
        distribution.period = period;
        distribution.programHash = keccak256("program");
        distribution.payees = new uint128[](7);
        distribution.payees[0] = 3_00;
        distribution.payees[1] = 2_00;
        distribution.payees[2] = 600_00;
        distribution.payees[3] = 3_000_00;
        distribution.payees[4] = 601_50;
        distribution.flows[0] = 4_206_50;
    }

    /// @dev The stand approves it, the period stands at Approved, the plan account holds its cash.
    function _approve(IWaterfall.Distribution memory distribution) internal {
        Period period = distribution.period;
        waterfall.approve(distribution);
        uint128 principal = distribution.payees[3] / 600;
        waterfall.setPerUnit(deal, period, TRANCHE_A, _perUnit(distribution.payees[2], principal * 600, 0, 600));
        waterfall.setPerUnit(deal, period, TRANCHE_B, _perUnit(distribution.payees[4], 0, 0, 300));
        waterfall.setPerUnit(deal, period, TRANCHE_C, _perUnit(0, 0, distribution.payees[5], 100));
        if (distribution.flows[0] > 0) _credit(planAccount, uint128(distribution.flows[0]));
        deals.movePeriod(deal, period, PeriodStage.Reported);
        deals.movePeriod(deal, period, PeriodStage.Calculated);
        deals.movePeriod(deal, period, PeriodStage.Approved);
    }

    function _perUnit(
        uint128 interest,
        uint128 principal,
        uint128 residual,
        uint128 units
    ) internal pure returns (IWaterfall.PerUnit memory) {
        return
            IWaterfall.PerUnit({
                interest: (interest * 1e18) / units,
                principal: (principal * 1e18) / units,
                residual: (residual * 1e18) / units
            });
    }

    function _closeBooks(Period period) internal {
        _closeBook(registrar, noteCn.seriesId(), period);
        _closeBook(custodianHk, noteHk.seriesId(), period);
        _closeBook(custodianMo, noteMo.seriesId(), period);
        _closeBook(custodianHk, noteB.seriesId(), period);
        _closeBook(custodianCn, noteC.seriesId(), period);
    }

    function _closeBook(address payer, SeriesId series, Period period) internal {
        vm.prank(payer);
        desk.closeBook(series, period);
    }

    function _openBooks(Period period) internal {
        _openBook(registrar, noteCn.seriesId(), period);
        _openBook(custodianHk, noteHk.seriesId(), period);
        _openBook(custodianMo, noteMo.seriesId(), period);
        _openBook(custodianHk, noteB.seriesId(), period);
        _openBook(custodianCn, noteC.seriesId(), period);
    }

    function _openBook(address payer, SeriesId series, Period period) internal {
        vm.prank(payer);
        desk.openBook(series, period);
    }

    /// @dev Closed offer, first period approved and booked, books open again.
    function _booked(IWaterfall.Distribution memory distribution) internal {
        _approve(distribution);
        _closeBooks(distribution.period);
        desk.book(distribution);
        _openBooks(distribution.period);
    }

    function _instruct(
        address payer,
        SeriesId series,
        Period period,
        address[] memory holders
    ) internal returns (uint64) {
        vm.prank(payer);
        return agent.instruct(series, period, holders, keccak256("payment file"));
    }

    function _settle(uint64 instruction) internal {
        bytes32 bankReference = _reference();
        vm.prank(accountBank);
        agent.settle(instruction, DAY, bankReference);
    }

    function _instructPayees(
        IWaterfall.Distribution memory distribution,
        uint8[] memory payees
    ) internal returns (uint64) {
        vm.prank(manager);
        return desk.instructPayees(distribution, payees, keccak256("payment file"));
    }

    /// @dev Every holder and payee of the first distribution instructed and paid.
    function _payAll(IWaterfall.Distribution memory distribution) internal {
        Period period = distribution.period;
        _settle(_instruct(registrar, noteCn.seriesId(), period, _nobody()));
        _settle(_instruct(custodianHk, noteHk.seriesId(), period, _two(investorHk, investorHkTwo)));
        _settle(_instruct(custodianMo, noteMo.seriesId(), period, _one(investorMo)));
        _settle(_instruct(custodianHk, noteB.seriesId(), period, _one(investorHk)));
        uint64 first = _instructPayees(distribution, _taxAndFee());
        _settle(first);
        _settle(first + 1);
    }

    function _nobody() internal pure returns (address[] memory) {
        return new address[](0);
    }

    function _one(address first) internal pure returns (address[] memory holders) {
        holders = new address[](1);
        holders[0] = first;
    }

    function _two(address first, address second) internal pure returns (address[] memory holders) {
        holders = new address[](2);
        (holders[0], holders[1]) = (first, second);
    }

    function _taxAndFee() internal pure returns (uint8[] memory payees) {
        payees = new uint8[](2);
        payees[1] = 1;
    }
}
