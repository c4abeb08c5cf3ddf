// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../../interfaces/ISeriesNote.sol";

import {NoteStage} from "../../types/Enums.sol";
import {PartyId} from "../../types/Ids.sol";

/// @dev What the rules know besides the movement itself.
/// @param isClosed Whether the book is closed for a record date
/// @param isFiled Whether the filing behind a filed token is on record; looked up for a mint only
/// @param isRegistrar Whether the operator is the deal's registrar; looked up for an import only
/// @param balance Units of the sender
/// @param frozen Frozen units of the sender
/// @param moment Block time
struct Facts {
    ISeriesNote.Terms terms;
    NoteStage stage;
    bool isClosed;
    bool isFiled;
    bool isRegistrar;
    uint256 balance;
    uint256 frozen;
    uint256 moment;
    PartyId senderParty;
    IPartyRegistry.Profile sender;
    PartyId receiverParty;
    IPartyRegistry.Profile receiver;
}
