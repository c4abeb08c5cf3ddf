// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {PartyId} from "../types/Ids.sol";
import {Standing} from "../types/Standing.sol";

/// @dev A wallet in one word, from the least significant bit: party 64, successor 160, unbound 8. What is above the party is
/// zero while the wallet acts; a wallet that acts no more keeps its party.
type WalletRecord is uint256;

/// @title WalletLib
/// @notice Packs what the registry keeps of a wallet.
library WalletLib {
    uint256 private constant SUCCESSOR_AT = 64;
    uint256 private constant UNBOUND = 1 << 224;
    /// @dev Standing of a wallet that acts for its party no more: revoked, and of no party.
    Standing internal constant ACTS_NO_MORE = Standing.wrap(1 << 176);

    function boundTo(PartyId party) internal pure returns (WalletRecord) {
        return WalletRecord.wrap(PartyId.unwrap(party));
    }

    /// @dev Whether a wallet acts for its party, if it has one.
    function acts(WalletRecord record) internal pure returns (bool) {
        return WalletRecord.unwrap(record) >> SUCCESSOR_AT == 0;
    }

    function partyBehind(WalletRecord record) internal pure returns (PartyId) {
        return PartyId.wrap(uint64(WalletRecord.unwrap(record)));
    }

    /// @dev Wallet that took its place; it is dead then.
    function successorOf(WalletRecord record) internal pure returns (address) {
        return address(uint160(WalletRecord.unwrap(record) >> SUCCESSOR_AT));
    }

    /// @dev Whether it was taken from its party.
    function isUnbound(WalletRecord record) internal pure returns (bool) {
        return WalletRecord.unwrap(record) & UNBOUND != 0;
    }

    function buried(WalletRecord record, address successor) internal pure returns (WalletRecord) {
        return WalletRecord.wrap(WalletRecord.unwrap(record) | (uint256(uint160(successor)) << SUCCESSOR_AT));
    }

    function unbound(WalletRecord record) internal pure returns (WalletRecord) {
        return WalletRecord.wrap(WalletRecord.unwrap(record) | UNBOUND);
    }
}
