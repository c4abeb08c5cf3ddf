// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {NoteStage} from "../../types/Enums.sol";
import {Standing} from "../../types/Standing.sol";
import {LedgerWord} from "../LedgerLib.sol";
import {NoteHead} from "../TermsLib.sol";

/// @dev A movement and what the rules know about it.
/// @param kind Kind of the movement as a set with one member, by `KindLib.bit`
/// @param units Units that move
/// @param balance Units of the sender
/// @param frozen Frozen units of the sender
/// @param isClosed Whether the book is closed for a record date
/// @param ledger Ledger of the note, for its pauses
/// @param isFiled Whether the filing behind a filed token is on record; looked up for a mint only
/// @param isRegistrar Whether the operator is the deal's registrar; looked up for an import only
/// @param paused Kinds that the places concerned have paused, as a set like `kind`
/// @param moment Block time
struct Facts {
    uint256 kind;
    uint256 units;
    uint256 balance;
    uint256 frozen;
    Standing sender;
    Standing receiver;
    uint256 paused;
    uint256 moment;
    NoteStage stage;
    bool isClosed;
    bool isFiled;
    bool isRegistrar;
    LedgerWord ledger;
    NoteHead terms;
}
