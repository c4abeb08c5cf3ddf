// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";

import {IDealBook} from "../interfaces/IDealBook.sol";
import {ILimitBook} from "../interfaces/ILimitBook.sol";
import {INoteFactory} from "../interfaces/INoteFactory.sol";
import {ISeriesNote} from "../interfaces/ISeriesNote.sol";

import {Trail} from "../access/Trail.sol";
import {DealStage, Office} from "../types/Enums.sol";
import {DealId, SeriesId} from "../types/Ids.sol";
import {TermsLib} from "./TermsLib.sol";
import {RefusalLib} from "./rules/RefusalLib.sol";

/// @title NoteFactory
/// @notice Issues the notes of a draft deal: one clone a series, its terms in its code.
///
/// ADDRESSES
/// A note's address follows from this factory, the implementation, the series and its terms; nobody chooses it.
///
/// ROLES
/// The deal's manager issues, once, while the deal is a draft. The deal book records each note and refuses a second.
///
/// SANDBOX
/// Whether a deployment is a sandbox is fixed in the implementation and independent of each series' legal mode.
contract NoteFactory is INoteFactory, Trail {
    IDealBook private immutable _dealBook;
    ILimitBook private immutable _limitBook;
    address public immutable implementation;

    constructor(IDealBook dealBook, ILimitBook limitBook, ISeriesNote noteImplementation) {
        _dealBook = dealBook;
        _limitBook = limitBook;
        implementation = address(noteImplementation);
    }

    /* ACTIONS */

    /// @inheritdoc INoteFactory
    function issue(DealId deal) external returns (address[] memory notes) {
        require(_dealBook.holdsOffice(deal, Office.Manager, 0, msg.sender), NotManager(deal, msg.sender));
        require(_dealBook.stageOf(deal) == DealStage.Draft, DealNotDraft(deal));
        SeriesId[] memory series = _dealBook.seriesOf(deal);
        notes = new address[](series.length);
        for (uint256 i = 0; i < series.length; ++i) notes[i] = _issue(deal, series[i]);
        _touch(deal);
    }

    /* VIEWS */

    /// @inheritdoc INoteFactory
    function noteOf(SeriesId series) external view returns (address note) {
        (, , note) = _dealBook.seriesTermsOf(series);
    }

    /// @inheritdoc INoteFactory
    function previewNote(SeriesId series) external view returns (address) {
        return Clones.predictDeterministicAddressWithImmutableArgs(implementation, _argsOf(series), _saltOf(series));
    }

    /// @inheritdoc INoteFactory
    function sentenceOf(uint8 code) external pure returns (string memory) {
        return RefusalLib.sentenceOf(code);
    }

    /// @inheritdoc INoteFactory
    function sandboxed() external view returns (bool) {
        return ISeriesNote(implementation).sandboxed();
    }

    /* INTERNAL */

    function _issue(DealId deal, SeriesId series) private returns (address note) {
        note = Clones.cloneDeterministicWithImmutableArgs(implementation, _argsOf(series), _saltOf(series));
        emit NoteIssued(deal, series, note);
        _dealBook.recordNote(deal, series, note);
        if (_limitBook.isLimited(series)) _limitBook.bind(series, note);
    }

    function _argsOf(SeriesId series) private view returns (bytes memory) {
        (DealId deal, IDealBook.SeriesTerms memory terms, ) = _dealBook.seriesTermsOf(series);
        IDealBook.TrancheTerms memory tranche = _dealBook.trancheOf(deal, terms.tranche);
        return
            TermsLib.pack(
                ISeriesNote.Terms({
                    deal: deal,
                    series: series,
                    tranche: terms.tranche,
                    place: terms.place,
                    mode: terms.mode,
                    currency: terms.currency,
                    grade: tranche.grade,
                    isTransferable: tranche.transferable,
                    isLimited: _limitBook.isLimited(series),
                    face: tranche.face,
                    units: terms.units,
                    name: terms.name
                })
            );
    }

    function _saltOf(SeriesId series) private pure returns (bytes32) {
        return bytes32(uint256(SeriesId.unwrap(series)));
    }
}
