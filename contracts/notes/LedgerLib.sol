// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {NoteStage, PauseScope} from "../types/Enums.sol";

/// @dev What a note remembers besides holdings.
/// @param book Number of books taken
/// @param actions Blocks in which the note acted, and the last of them: the trail
/// @param proposals Number of imports proposed
/// @param pauses Bitmap of the `PauseScope` that are paused
struct Ledger {
    uint32 book;
    bool isClosed;
    NoteStage stage;
    uint64 actions;
    uint64 lastBlock;
    uint64 proposals;
    uint16 pauses;
}

/// @dev A ledger in one word, from the least significant bit: book 32, closed 8, stage 8, actions 64, last block 64,
/// proposals 64, pauses 16. Every transfer writes it once.
type LedgerWord is uint256;

using {book, isClosed, stage, actions, lastBlock, isPaused, touched} for LedgerWord global;

uint256 constant PAUSES_AT = 240;
uint256 constant ONE_ACTION = 1 << 48;
uint256 constant LAST_BLOCK = uint256(type(uint64).max) << 112;

function book(LedgerWord word) pure returns (uint32) {
    return uint32(LedgerWord.unwrap(word));
}

function isClosed(LedgerWord word) pure returns (bool) {
    return uint8(LedgerWord.unwrap(word) >> 32) == 1;
}

function stage(LedgerWord word) pure returns (NoteStage) {
    return NoteStage(uint8(LedgerWord.unwrap(word) >> 40));
}

function actions(LedgerWord word) pure returns (uint64) {
    return uint64(LedgerWord.unwrap(word) >> 48);
}

function lastBlock(LedgerWord word) pure returns (uint64) {
    return uint64(LedgerWord.unwrap(word) >> 112);
}

function isPaused(LedgerWord word, PauseScope scope) pure returns (bool) {
    return (LedgerWord.unwrap(word) >> (PAUSES_AT + uint256(scope))) & 1 == 1;
}

/// @dev One action more, in this block.
function touched(LedgerWord word, uint64 height) pure returns (LedgerWord) {
    uint256 rest = (LedgerWord.unwrap(word) + ONE_ACTION) & ~LAST_BLOCK;
    return LedgerWord.wrap(rest | (uint256(height) << 112));
}

/// @title LedgerLib
/// @notice Packs a note's ledger.
library LedgerLib {
    function pack(Ledger memory ledger) internal pure returns (LedgerWord) {
        uint256 word = ledger.book | (uint256(ledger.isClosed ? 1 : 0) << 32) | (uint256(ledger.stage) << 40);
        word |= (uint256(ledger.actions) << 48) | (uint256(ledger.lastBlock) << 112);
        word |= (uint256(ledger.proposals) << 176) | (uint256(ledger.pauses) << PAUSES_AT);
        return LedgerWord.wrap(word);
    }

    function unpack(LedgerWord word) internal pure returns (Ledger memory) {
        return
            Ledger({
                book: word.book(),
                isClosed: word.isClosed(),
                stage: word.stage(),
                actions: word.actions(),
                lastBlock: word.lastBlock(),
                proposals: uint64(LedgerWord.unwrap(word) >> 176),
                pauses: uint16(LedgerWord.unwrap(word) >> PAUSES_AT)
            });
    }
}
