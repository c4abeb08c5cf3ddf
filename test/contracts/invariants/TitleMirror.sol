// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {ITitleRegistry} from "../../../contracts/interfaces/ITitleRegistry.sol";

import {TitleRegistry} from "../../../contracts/rights/TitleRegistry.sol";
import {RegistrationKind} from "../../../contracts/types/Enums.sol";
import {PartyId} from "../../../contracts/types/Ids.sol";
import {Place} from "../../../contracts/types/Place.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The registry of titles as a reader of its events knows it.
contract TitleMirror is TestBase {
    bytes32[] private _names;
    mapping(bytes32 title => ITitleRegistry.TitleView seen) private _titles;
    mapping(bytes32 title => mapping(PartyId claimant => bytes32 consent)) private _consents;
    mapping(bytes32 title => mapping(RegistrationKind kind => ITitleRegistry.Registration entry)) private _entries;

    function read(Vm.Log memory log) external {
        bytes32 topic = log.topics[0];
        bytes32 title = log.topics[1];
        ITitleRegistry.TitleView storage seen = _titles[title];
        if (topic == ITitleRegistry.TitleOpened.selector) _opened(title, log);
        if (topic == ITitleRegistry.TitleRegistered.selector) _registered(title, log);
        if (topic == ITitleRegistry.TitleListed.selector) seen.listed = true;
        if (topic == ITitleRegistry.TitleDelisted.selector) seen.listed = false;
        if (topic == ITitleRegistry.FeePaid.selector) {
            (, seen.feeDueDay, ) = abi.decode(log.data, (uint32, uint32, bytes32));
        }
        if (topic == ITitleRegistry.TitleFactRecorded.selector) {
            (, , seen.faults) = abi.decode(log.data, (uint32, bytes32, uint8));
        }
        bool isClaim = topic == ITitleRegistry.ClaimAdded.selector || topic == ITitleRegistry.ClaimEnded.selector;
        if (isClaim) seen.claims = abi.decode(log.data, (uint8));
        if (topic == ITitleRegistry.ClaimPermitted.selector) {
            _consents[title][PartyId.wrap(uint64(uint256(log.topics[2])))] = abi.decode(log.data, (bytes32));
        }
        if (topic == ITitleRegistry.ClaimForbidden.selector) {
            _consents[title][PartyId.wrap(uint64(uint256(log.topics[2])))] = 0;
        }
        if (topic == ITitleRegistry.TitleAssigned.selector) {
            seen.owner = PartyId.wrap(uint64(uint256(log.topics[3])));
            seen.listed = false;
        }
        if (topic == ITitleRegistry.RegistrationRecorded.selector) _recorded(title, log);
    }

    function compare(TitleRegistry room, PartyId claimant) external view {
        for (uint256 i = 0; i < _names.length; ++i) {
            bytes32 title = _names[i];
            ITitleRegistry.TitleView memory seen = _titles[title];
            assertEq(abi.encode(room.titleOf(title)), abi.encode(seen), "title");
            assertEq(room.consentOf(title, claimant), _consents[title][claimant], "consent");
            ITitleRegistry.Registration memory entry = room.registrationOf(title, RegistrationKind.Pledge);
            assertEq(abi.encode(entry), abi.encode(_entries[title][RegistrationKind.Pledge]), "registration");
            if (seen.publicNumber == 0) continue;
            bytes32 named = room.titleByNumber(seen.place.jurisdiction(), seen.kind, seen.publicNumber);
            assertEq(named, title, "number");
        }
    }

    function _opened(bytes32 title, Vm.Log memory log) private {
        _names.push(title);
        _titles[title].owner = PartyId.wrap(uint64(uint256(log.topics[2])));
        _titles[title].place = abi.decode(log.data, (Place));
    }

    function _registered(bytes32 title, Vm.Log memory log) private {
        ITitleRegistry.TitleTerms memory terms = abi.decode(log.data, (ITitleRegistry.TitleTerms));
        ITitleRegistry.TitleView storage seen = _titles[title];
        if (seen.owner == PartyId.wrap(0)) _names.push(title);
        seen.owner = PartyId.wrap(uint64(uint256(log.topics[2])));
        seen.kind = terms.kind;
        seen.place = terms.place;
        seen.filedDay = terms.filedDay;
        seen.grantedDay = terms.grantedDay;
        seen.expiryDay = terms.expiryDay;
        seen.economicEndDay = terms.economicEndDay;
        seen.feeDueDay = terms.feeDueDay;
        seen.field = terms.field;
        seen.publicNumber = terms.publicNumber;
    }

    function _recorded(bytes32 title, Vm.Log memory log) private {
        (bytes32 number, uint32 day, ) = abi.decode(log.data, (bytes32, uint32, bytes32));
        RegistrationKind kind = RegistrationKind(uint8(uint256(log.topics[2])));
        _entries[title][kind] = ITitleRegistry.Registration({number: number, day: day});
    }
}
