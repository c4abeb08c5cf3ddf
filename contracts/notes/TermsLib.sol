// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ISeriesNote} from "../interfaces/ISeriesNote.sol";

import {Currency} from "../types/Currency.sol";
import {LegalMode} from "../types/Enums.sol";
import {DealId, SeriesId, TrancheId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @title TermsLib
/// @notice The terms of a note as three words of its code: every act of the note reads them.
/// Word 0 from the least significant bit: deal 64, series 64, place 32, currency 16, tranche 8, mode 8, grade 8,
/// transferable 8. Word 1: face 128, units 96. Word 2: name.
library TermsLib {
    function pack(ISeriesNote.Terms memory terms) internal pure returns (bytes memory) {
        uint256 head = DealId.unwrap(terms.deal) | (uint256(SeriesId.unwrap(terms.series)) << 64);
        head |= (uint256(Place.unwrap(terms.place)) << 128) | (uint256(Currency.unwrap(terms.currency)) << 160);
        head |= (uint256(TrancheId.unwrap(terms.tranche)) << 176) | (uint256(terms.mode) << 184);
        head |= (uint256(terms.grade) << 192) | (uint256(terms.isTransferable ? 1 : 0) << 200);
        return abi.encode(head, uint256(terms.face) | (uint256(terms.units) << 128), terms.name);
    }

    function unpack(bytes memory args) internal pure returns (ISeriesNote.Terms memory) {
        (uint256 head, uint256 size, bytes32 name) = abi.decode(args, (uint256, uint256, bytes32));
        return
            ISeriesNote.Terms({
                deal: DealId.wrap(uint64(head)),
                series: SeriesId.wrap(uint64(head >> 64)),
                tranche: TrancheId.wrap(uint8(head >> 176)),
                place: Place.wrap(uint32(head >> 128)),
                mode: LegalMode(uint8(head >> 184)),
                currency: Currency.wrap(uint16(head >> 160)),
                grade: uint8(head >> 192),
                isTransferable: uint8(head >> 200) == 1,
                face: uint128(size),
                units: uint96(size >> 128),
                name: name
            });
    }
}
