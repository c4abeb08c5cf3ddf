// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {PartyId} from "../../../contracts/types/Ids.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The registry of parties as a reader of its events knows it.
contract PartyMirror is TestBase {
    uint64 public orderCount;
    address[] private _wallets;
    PartyId[] private _ids;
    mapping(address wallet => PartyId party) private _partyOf;
    mapping(PartyId party => IPartyRegistry.Profile profile) private _profiles;
    mapping(PartyId party => uint48 moment) private _attestedAt;
    mapping(uint64 orderId => IPartyRegistry.Order order) private _orders;

    function read(Vm.Log memory log) external {
        bytes32 topic = log.topics[0];
        PartyId party = PartyId.wrap(uint64(uint256(log.topics[1])));
        if (topic == IPartyRegistry.PartyAttested.selector) _attested(party, log);
        if (topic == IPartyRegistry.PartyRevoked.selector) _revoked(party, log);
        if (topic == IPartyRegistry.PartyRestricted.selector) _restricted(party, log);
        if (topic == IPartyRegistry.RestrictionLifted.selector) _lifted(party, log);
    }

    function compare(IPartyRegistry room) external view {
        assertEq(room.orderCount(), orderCount, "orders");
        for (uint256 i = 0; i < _wallets.length; ++i) {
            assertTrue(room.partyOf(_wallets[i]) == _partyOf[_wallets[i]], "party of a wallet");
        }
        for (uint256 i = 0; i < _ids.length; ++i) {
            assertEq(abi.encode(room.profile(_ids[i])), abi.encode(_profiles[_ids[i]]), "profile");
            assertEq(room.attestedAt(_ids[i]), _attestedAt[_ids[i]], "moment of the attestation");
        }
        for (uint64 i = 1; i <= orderCount; ++i) {
            assertEq(abi.encode(room.orderOf(i)), abi.encode(_orders[i]), "order");
        }
    }

    function _attested(PartyId party, Vm.Log memory log) private {
        IPartyRegistry.Attestation memory given = abi.decode(log.data, (IPartyRegistry.Attestation));
        if (_attestedAt[party] == 0) _ids.push(party);
        _wallets.push(given.wallet);
        _partyOf[given.wallet] = party;
        _attestedAt[party] = given.issuedAt;
        _profiles[party] = IPartyRegistry.Profile({
            place: given.place,
            class: given.class,
            tolerance: given.tolerance,
            validUntil: given.validUntil,
            restrictions: _profiles[party].restrictions,
            revoked: false
        });
    }

    function _revoked(PartyId party, Vm.Log memory log) private {
        (, uint48 revokedAt) = abi.decode(log.data, (bytes32, uint48));
        _profiles[party].revoked = true;
        _attestedAt[party] = revokedAt;
    }

    function _restricted(PartyId party, Vm.Log memory log) private {
        orderCount = uint64(uint256(log.topics[2]));
        _profiles[party].restrictions += 1;
        _orders[orderCount] = IPartyRegistry.Order({
            party: party,
            jurisdiction: _profiles[party].place.jurisdiction(),
            lifted: false,
            authority: address(uint160(uint256(log.topics[3])))
        });
    }

    function _lifted(PartyId party, Vm.Log memory log) private {
        _profiles[party].restrictions -= 1;
        _orders[uint64(uint256(log.topics[2]))].lifted = true;
    }
}
