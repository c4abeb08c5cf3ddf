// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IOffering} from "../interfaces/IOffering.sol";
import {IPayingAgent} from "../interfaces/IPayingAgent.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";
import {ITreasury} from "../interfaces/ITreasury.sol";
import {IWaterfall} from "../interfaces/IWaterfall.sol";

import {Trail} from "../access/Trail.sol";
import {AccountPurpose, DealStage, Office, PeriodStage} from "../types/Enums.sol";
import {AccountId, DealId, SeriesId} from "../types/Ids.sol";

/// @title Treasury
/// @notice Pays what a deal pays outside its periods: the proceeds of its offer to the originator, less what its reserve opens
/// with, and at the end what rounding left to the residual holder.
///
/// LIFE OF A PAYMENT
/// instruct → settle, or reject or return and instruct again. Each kind is paid once a deal.
///
/// OPENING RESERVE
/// A program may open with a reserve. The first instruction of the proceeds moves it to the reserve account, as much as the program
/// says and only once, and the rest is what the originator gets. Until then nothing is calculated.
///
/// END OF A DEAL
/// A deal is over when it is closed, or redeemed with its last period settled. Then, with no payout open and the proceeds
/// paid, the notes are retired and what is left in the payment account is dust: the part of each amount that floors and
/// units never issued left. It is never an input of the program.
///
/// ROLES
/// The manager instructs, the account bank confirms: the deal book keeps the two apart.
contract Treasury is ITreasury, Trail {
    IDealBook private immutable _dealBook;
    ICashLedger private immutable _cash;
    IWaterfall private immutable _waterfall;
    IOffering private immutable _offering;
    IPayingAgent private immutable _payingAgent;

    /* STORAGE */

    mapping(DealId deal => mapping(PaymentKind kind => Payment payment)) private _payments;
    mapping(DealId deal => bool retired) public isRetired;

    constructor(
        IDealBook dealBook,
        ICashLedger cash,
        IWaterfall waterfall,
        IOffering offering,
        IPayingAgent payingAgent
    ) {
        _dealBook = dealBook;
        _cash = cash;
        _waterfall = waterfall;
        _offering = offering;
        _payingAgent = payingAgent;
    }

    modifier onlyManager(DealId deal) {
        require(_dealBook.holdsOffice(deal, Office.Manager, 0, msg.sender), NotManager(deal, msg.sender));
        _;
    }

    modifier onlyAccountBank(DealId deal) {
        require(_dealBook.holdsOffice(deal, Office.AccountBank, 0, msg.sender), NotAccountBank(deal, msg.sender));
        _;
    }

    /* ACTIONS */

    /// @inheritdoc ITreasury
    function instructProceeds(DealId deal, bytes32 contentHash) external onlyManager(deal) {
        uint128 proceeds = _offering.proceedsOf(deal);
        require(proceeds != 0, ProceedsMissing(deal));
        uint128 reserve = _waterfall.openingReserveOf(deal);
        require(proceeds > reserve, ProceedsBelowReserve(deal, proceeds, reserve));
        bool isFirst = _payments[deal][PaymentKind.Proceeds].stage == PaymentStage.None;
        _instruct(deal, PaymentKind.Proceeds, proceeds - reserve, contentHash);
        if (isFirst && reserve != 0) _fundReserve(deal, reserve, contentHash);
    }

    /// @inheritdoc ITreasury
    function retire(DealId deal) external onlyManager(deal) {
        _checkOver(deal);
        require(!isRetired[deal], NotesAlreadyRetired(deal));
        isRetired[deal] = true;
        emit NotesRetired(deal);
        _touch(deal);
        SeriesId[] memory series = _dealBook.seriesOf(deal);
        for (uint256 i = 0; i < series.length; ++i) {
            (, , address note) = _dealBook.seriesTermsOf(series[i]);
            ISeriesNote(note).retire();
        }
    }

    /// @inheritdoc ITreasury
    function sweep(DealId deal, bytes32 contentHash) external onlyManager(deal) {
        _checkOver(deal);
        uint128 dust = _cash.balanceOf(_account(deal, AccountPurpose.Payment));
        require(dust != 0, NothingLeft(deal));
        _instruct(deal, PaymentKind.Dust, dust, contentHash);
    }

    /// @inheritdoc ITreasury
    function settle(
        DealId deal,
        PaymentKind kind,
        uint32 valueDay,
        bytes32 bankReference
    ) external onlyAccountBank(deal) {
        Payment storage payment = _expect(deal, kind, PaymentStage.Instructed);
        payment.stage = PaymentStage.Settled;
        emit PaymentSettled(deal, kind, payment.amount, bankReference);
        _touch(deal);
        _cash.pay(_account(deal, AccountPurpose.Payment), payment.amount, valueDay, bankReference, msg.sender);
    }

    /// @inheritdoc ITreasury
    function reject(DealId deal, PaymentKind kind, bytes32 reason) external onlyAccountBank(deal) {
        _expect(deal, kind, PaymentStage.Instructed).stage = PaymentStage.Returned;
        emit PaymentRejected(deal, kind, reason);
        _touch(deal);
    }

    /// @inheritdoc ITreasury
    function returnPayment(
        DealId deal,
        PaymentKind kind,
        uint32 valueDay,
        bytes32 bankReference,
        bytes32 reason
    ) external onlyAccountBank(deal) {
        Payment storage payment = _expect(deal, kind, PaymentStage.Settled);
        payment.stage = PaymentStage.Returned;
        emit PaymentReturned(deal, kind, payment.amount, bankReference, reason);
        _touch(deal);
        _cash.takeBack(_account(deal, AccountPurpose.Payment), payment.amount, valueDay, bankReference, msg.sender);
    }

    /* VIEWS */

    /// @inheritdoc ITreasury
    function paymentOf(DealId deal, PaymentKind kind) external view returns (Payment memory) {
        return _payments[deal][kind];
    }

    /* INTERNAL */

    function _instruct(DealId deal, PaymentKind kind, uint128 amount, bytes32 contentHash) private {
        PaymentStage stage = _payments[deal][kind].stage;
        bool isPayable = stage == PaymentStage.None || stage == PaymentStage.Returned;
        require(isPayable, PaymentStageForbids(deal, kind, stage));
        _payments[deal][kind] = Payment({
            amount: amount,
            stage: PaymentStage.Instructed,
            maker: msg.sender,
            contentHash: contentHash
        });
        emit PaymentInstructed(deal, kind, msg.sender, amount, contentHash);
        _touch(deal);
    }

    function _fundReserve(DealId deal, uint128 amount, bytes32 contentHash) private {
        AccountId reserve = _account(deal, AccountPurpose.Reserve);
        require(AccountId.unwrap(reserve) != 0, ReserveAccountMissing(deal));
        emit ReserveFunded(deal, amount);
        _cash.shift(_account(deal, AccountPurpose.Payment), reserve, amount, contentHash);
    }

    function _expect(DealId deal, PaymentKind kind, PaymentStage stage) private view returns (Payment storage payment) {
        payment = _payments[deal][kind];
        require(payment.stage == stage, PaymentStageForbids(deal, kind, payment.stage));
    }

    /// @dev The last distribution is settled, no other can come, and nobody else waits for money of the payment account.
    function _checkOver(DealId deal) private view {
        DealStage stage = _dealBook.stageOf(deal);
        bool isPaid = _dealBook.periodStageOf(deal, _dealBook.currentPeriodOf(deal)) == PeriodStage.Settled;
        bool isOver = stage == DealStage.Closed || (stage == DealStage.Redeemed && isPaid);
        require(isOver, DealNotOver(deal, stage));
        uint32 runs = _payingAgent.openRunsOf(deal);
        require(runs == 0, RunsOpen(deal, runs));
        require(_payments[deal][PaymentKind.Proceeds].stage == PaymentStage.Settled, ProceedsUnpaid(deal));
    }

    /// @dev The payment account is there: no payment begins before the offer has closed into it.
    function _account(DealId deal, AccountPurpose purpose) private view returns (AccountId) {
        return _cash.accountOf(deal, purpose, _dealBook.currencyOf(deal));
    }
}
