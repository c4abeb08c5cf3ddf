// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {PartyId} from "../../../contracts/types/Ids.sol";
import {Pause} from "../../../contracts/types/Pause.sol";
import {CN, HK, MO} from "../../../contracts/types/Place.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The registry of parties as a reader of its events knows it.
contract PartyMirror is TestBase {
    uint64 public orderCount;
    address[] private _wallets;
    PartyId[] private _ids;
    mapping(address wallet => PartyId party) private _partyBehind;
    mapping(address wallet => address successor) private _successorOf;
    mapping(address wallet => bool isUnbound) private _isUnbound;
    mapping(uint16 jurisdiction => Pause pause) private _pauses;
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
        if (topic == IPartyRegistry.WalletRecovered.selector) _recovered(party, log);
        if (topic == IPartyRegistry.WalletUnbound.selector) _unbound(party, log);
        uint16 place = uint16(uint256(log.topics[1]));
        if (topic == IPartyRegistry.PlacePaused.selector) _paused(place, log);
        if (topic == IPartyRegistry.UnpauseScheduled.selector) _scheduled(place, log);
    }

    function compare(IPartyRegistry room) external view {
        assertEq(room.orderCount(), orderCount, "orders");
        for (uint256 i = 0; i < _wallets.length; ++i) {
            address wallet = _wallets[i];
            bool acts = _successorOf[wallet] == address(0) && !_isUnbound[wallet];
            PartyId acting = acts ? _partyBehind[wallet] : PartyId.wrap(0);
            assertTrue(room.partyOf(wallet) == acting, "party of a wallet");
            assertTrue(room.partyBehind(wallet) == _partyBehind[wallet], "party behind a wallet");
            assertEq(room.successorOf(wallet), _successorOf[wallet], "successor");
            assertTrue(room.isUnbound(wallet) == _isUnbound[wallet], "unbound");
        }
        uint16[3] memory places = [CN, HK, MO];
        for (uint256 i = 0; i < places.length; ++i) {
            assertEq(abi.encode(room.pauseOf(places[i])), abi.encode(_pauses[places[i]]), "pauses");
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
        _bind(party, given.wallet);
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

    function _recovered(PartyId party, Vm.Log memory log) private {
        (, , uint48 issuedAt, ) = abi.decode(log.data, (address, address, uint48, bytes32));
        address successor = address(uint160(uint256(log.topics[3])));
        _bind(party, successor);
        _successorOf[address(uint160(uint256(log.topics[2])))] = successor;
        _attestedAt[party] = issuedAt;
    }

    function _unbound(PartyId party, Vm.Log memory log) private {
        (, uint48 unboundAt) = abi.decode(log.data, (bytes32, uint48));
        _isUnbound[address(uint160(uint256(log.topics[2])))] = true;
        _attestedAt[party] = unboundAt;
    }

    function _bind(PartyId party, address wallet) private {
        _wallets.push(wallet);
        _partyBehind[wallet] = party;
        _isUnbound[wallet] = false;
    }

    function _paused(uint16 place, Vm.Log memory log) private {
        (uint16 operations, , uint48 pausedAt) = abi.decode(log.data, (uint16, bytes32, uint48));
        _endWhatIsDue(place, pausedAt);
        Pause storage pause = _pauses[place];
        pause.operations |= operations;
        pause.lifting &= ~operations;
        if (pause.lifting == 0) pause.liftAt = 0;
    }

    function _scheduled(uint16 place, Vm.Log memory log) private {
        (uint16 operations, , uint48 scheduledAt, uint48 effectiveAt) = abi.decode(
            log.data,
            (uint16, bytes32, uint48, uint48)
        );
        _endWhatIsDue(place, scheduledAt);
        _pauses[place].lifting |= operations;
        _pauses[place].liftAt = effectiveAt;
    }

    function _endWhatIsDue(uint16 place, uint48 moment) private {
        Pause storage pause = _pauses[place];
        if (pause.liftAt == 0 || moment < pause.liftAt) return;
        pause.operations &= ~pause.lifting;
        pause.lifting = 0;
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
