// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ICashLedger} from "../interfaces/ICashLedger.sol";
import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPayingAgent} from "../interfaces/IPayingAgent.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";

import {AccountPurpose, LegalMode, Office} from "../types/Enums.sol";
import {AccountId, DealId, SeriesId, TrancheId} from "../types/Ids.sol";

/// @title DeskLib
/// @notice What the desks that pay a deal ask about its series and its accounts.
library DeskLib {
    /// @dev A series as far as payments need to know it.
    struct Series {
        DealId deal;
        SeriesId id;
        TrancheId tranche;
        uint16 jurisdiction;
        bool isMirror;
        ISeriesNote note;
    }

    function seriesOf(IDealBook dealBook, SeriesId series) internal view returns (Series memory) {
        (DealId deal, IDealBook.SeriesTerms memory terms, address note) = dealBook.seriesTermsOf(series);
        require(note != address(0), IPayingAgent.SeriesUnknown(series));
        return
            Series({
                deal: deal,
                id: series,
                tranche: terms.tranche,
                jurisdiction: terms.place.jurisdiction(),
                isMirror: terms.mode == LegalMode.RegisterMirror,
                note: ISeriesNote(note)
            });
    }

    /// @dev A series is paid by the custodian of its jurisdiction, a mirror by the registrar.
    function checkPayer(IDealBook dealBook, Series memory its, address wallet) internal view {
        bool mayPay =
            its.isMirror
                ? dealBook.holdsOffice(its.deal, Office.Registrar, 0, wallet)
                : dealBook.holdsOffice(its.deal, Office.Custodian, its.jurisdiction, wallet);
        require(mayPay, IPayingAgent.NotPayer(its.deal, its.id, wallet));
    }

    function accountOf(
        ICashLedger cash,
        IDealBook dealBook,
        DealId deal,
        AccountPurpose purpose
    ) internal view returns (AccountId account) {
        account = cash.accountOf(deal, purpose, dealBook.currencyOf(deal));
        require(AccountId.unwrap(account) != 0, IPayingAgent.AccountMissing(deal, purpose));
    }
}
