// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {NoteStage} from "../types/Enums.sol";

/// @dev What a note remembers besides holdings.
/// @param book Number of books taken
/// @param actions Blocks in which the note acted, and the last of them: the trail
/// @param proposals Number of imports proposed
struct Ledger {
    uint32 book;
    bool isClosed;
    NoteStage stage;
    uint64 actions;
    uint64 lastBlock;
    uint64 proposals;
}

/// @dev A ledger in one word, from the least significant bit: book 32, closed 8, stage 8, actions 64, last block 64,
/// proposals 64. Every transfer writes it once.
type LedgerWord is uint256;

/// @title LedgerLib
/// @notice Packs a note's ledger.
library LedgerLib {
    function pack(Ledger memory ledger) internal pure returns (LedgerWord) {
        uint256 word = ledger.book | (uint256(ledger.isClosed ? 1 : 0) << 32) | (uint256(ledger.stage) << 40);
        word |= (uint256(ledger.actions) << 48) | (uint256(ledger.lastBlock) << 112);
        return LedgerWord.wrap(word | (uint256(ledger.proposals) << 176));
    }

    function unpack(LedgerWord packed) internal pure returns (Ledger memory) {
        uint256 word = LedgerWord.unwrap(packed);
        return
            Ledger({
                book: uint32(word),
                isClosed: uint8(word >> 32) == 1,
                stage: NoteStage(uint8(word >> 40)),
                actions: uint64(word >> 48),
                lastBlock: uint64(word >> 112),
                proposals: uint64(word >> 176)
            });
    }
}
