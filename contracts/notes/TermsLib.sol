// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../interfaces/ISeriesNote.sol";

import {Currency} from "../types/Currency.sol";
import {LegalMode} from "../types/Enums.sol";
import {DealId, SeriesId, TrancheId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @dev What every act of a note reads of its terms, in one word. From the least significant bit: deal 64, series 64,
/// place 32, currency 16, tranche 8, mode 8, grade 8, transferable 8, limited 8.
type NoteHead is uint256;

using {deal, series, place, mode, grade, isTransferable, isLimited} for NoteHead global;

function deal(NoteHead head) pure returns (DealId) {
    return DealId.wrap(uint64(NoteHead.unwrap(head)));
}

function series(NoteHead head) pure returns (SeriesId) {
    return SeriesId.wrap(uint64(NoteHead.unwrap(head) >> 64));
}

function place(NoteHead head) pure returns (Place) {
    return Place.wrap(uint32(NoteHead.unwrap(head) >> 128));
}

function mode(NoteHead head) pure returns (LegalMode) {
    return LegalMode(uint8(NoteHead.unwrap(head) >> 184));
}

function grade(NoteHead head) pure returns (uint8) {
    return uint8(NoteHead.unwrap(head) >> 192);
}

function isTransferable(NoteHead head) pure returns (bool) {
    return uint8(NoteHead.unwrap(head) >> 200) == 1;
}

/// @dev Whether movements ask the limit book.
function isLimited(NoteHead head) pure returns (bool) {
    return uint8(NoteHead.unwrap(head) >> 208) == 1;
}

/// @title TermsLib
/// @notice The terms of a note as three words of its code: its head; face 128 and units 96; its name.
library TermsLib {
    function pack(ISeriesNote.Terms memory terms) internal pure returns (bytes memory) {
        uint256 head = DealId.unwrap(terms.deal) | (uint256(SeriesId.unwrap(terms.series)) << 64);
        head |= (uint256(Place.unwrap(terms.place)) << 128) | (uint256(Currency.unwrap(terms.currency)) << 160);
        head |= (uint256(TrancheId.unwrap(terms.tranche)) << 176) | (uint256(terms.mode) << 184);
        head |= (uint256(terms.grade) << 192) | (uint256(terms.isTransferable ? 1 : 0) << 200);
        head |= uint256(terms.isLimited ? 1 : 0) << 208;
        return abi.encode(head, uint256(terms.face) | (uint256(terms.units) << 128), terms.name);
    }

    function headOf(bytes memory args) internal pure returns (NoteHead) {
        return abi.decode(args, (NoteHead));
    }

    function unpack(bytes memory args) internal pure returns (ISeriesNote.Terms memory) {
        (NoteHead head, uint256 size, bytes32 name) = abi.decode(args, (NoteHead, uint256, bytes32));
        return
            ISeriesNote.Terms({
                deal: head.deal(),
                series: head.series(),
                tranche: TrancheId.wrap(uint8(NoteHead.unwrap(head) >> 176)),
                place: head.place(),
                mode: head.mode(),
                currency: Currency.wrap(uint16(NoteHead.unwrap(head) >> 160)),
                grade: head.grade(),
                isTransferable: head.isTransferable(),
                isLimited: head.isLimited(),
                face: uint128(size),
                units: uint96(size >> 128),
                name: name
            });
    }
}
