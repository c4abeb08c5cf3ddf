// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";

import {TitleRegistry} from "../../../contracts/rights/TitleRegistry.sol";
import {RightsRegistry} from "../../../contracts/rights/RightsRegistry.sol";
import {FaultLib} from "../../../contracts/libraries/FaultLib.sol";
import {IpEventKind, Maturity} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, RightId} from "../../../contracts/types/Ids.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The registry of rights as a reader of its events knows it.
contract RightsMirror is TestBase {
    uint64 public rightCount;
    bytes32[] private _titles;
    mapping(bytes32 title => RightId right) private _claimOn;
    mapping(bytes32 title => RightId right) private _secondClaimOn;
    mapping(bytes32 title => mapping(DealId deal => DealId other)) private _acceptedFor;
    mapping(RightId right => IRightsRegistry.RightView seen) private _rights;
    mapping(RightId right => bytes32[] titles) private _titlesOf;
    mapping(RightId right => bool ended) private _licenceEnded;
    mapping(RightId right => DealId deal) private _boundTo;

    function read(Vm.Log memory log) external {
        bytes32 topic = log.topics[0];
        if (topic == IERC721.Transfer.selector) {
            RightId token = RightId.wrap(uint64(uint256(log.topics[3])));
            _rights[token].owner = address(uint160(uint256(log.topics[2])));
            return;
        }
        if (topic == IRightsRegistry.SharedTitleAccepted.selector) {
            DealId deal = DealId.wrap(uint64(uint256(log.topics[2])));
            _acceptedFor[log.topics[1]][deal] = DealId.wrap(uint64(uint256(log.topics[3])));
            return;
        }
        RightId right = RightId.wrap(uint64(uint256(log.topics[1])));
        if (topic == IRightsRegistry.RightFactRecorded.selector) _fact(right, log);
        if (topic == IRightsRegistry.RightRegistered.selector) _registered(right, log);
        if (topic == IRightsRegistry.RightEvaluated.selector) _evaluated(right, log);
        if (topic == IRightsRegistry.RightAppraised.selector) _appraised(right, log);
        if (topic == IRightsRegistry.RightEncumbered.selector) {
            _rights[right].deal = DealId.wrap(uint64(uint256(log.topics[2])));
        }
        if (topic == IRightsRegistry.RightReleased.selector) _rights[right].deal = DealId.wrap(0);
        if (topic == IRightsRegistry.RightRetired.selector) _retired(right, log);
    }

    function compare(RightsRegistry room) external view {
        assertEq(room.rightCount(), rightCount, "rights");
        for (uint64 i = 1; i <= rightCount; ++i) {
            IRightsRegistry.RightView memory seen = _rights[RightId.wrap(i)];
            if (seen.owner == address(0)) continue;
            assertEq(abi.encode(room.rightOf(RightId.wrap(i))), abi.encode(seen), "right");
        }
        for (uint256 i = 0; i < _titles.length; ++i) {
            assertTrue(room.claimOn(_titles[i]) == _claimOn[_titles[i]], "claim on a title");
            assertTrue(room.secondClaimOn(_titles[i]) == _secondClaimOn[_titles[i]], "second claim on a title");
        }
    }

    /// @dev What facts left of each right, from the faults of its titles, and what binds it.
    function compareFacts(RightsRegistry room, TitleRegistry registry, uint64 deals) external view {
        for (uint64 i = 1; i <= rightCount; ++i) {
            RightId right = RightId.wrap(i);
            if (_rights[right].owner == address(0)) continue;
            assertEq(abi.encode(room.titlesOf(right)), abi.encode(_titlesOf[right]), "titles");
            assertEq(abi.encode(room.soundnessOf(right)), abi.encode(_soundness(right, registry)), "soundness");
        }
        for (uint256 i = 0; i < _titles.length; ++i) {
            for (uint64 deal = 1; deal <= deals; ++deal) {
                DealId other = _acceptedFor[_titles[i]][DealId.wrap(deal)];
                assertTrue(room.acceptedFor(_titles[i], DealId.wrap(deal)) == other, "accepted");
            }
        }
    }

    function _soundness(
        RightId right,
        TitleRegistry registry
    ) private view returns (IRightsRegistry.Soundness memory found) {
        bytes32[] memory titles = _titlesOf[right];
        found.licenceEnded = _licenceEnded[right];
        found.lifeEndDay = registry.lifeEndOf(titles);
        for (uint256 i = 0; i < titles.length; ++i) {
            uint8 faults = registry.titleOf(titles[i]).faults;
            if (FaultLib.isLost(faults)) found.lost += 1;
            if (FaultLib.isWatched(faults)) found.watched += 1;
            if (_secondClaimOn[titles[i]] != RightId.wrap(0)) found.boundTo = _boundTo[right];
        }
    }

    function _fact(RightId right, Vm.Log memory log) private {
        (IRightsRegistry.Fact memory fact, Maturity maturity) = abi.decode(log.data, (IRightsRegistry.Fact, Maturity));
        _rights[right].maturity = maturity;
        if (fact.kind == IpEventKind.LicenceEnded) _licenceEnded[right] = true;
        if (fact.kind == IpEventKind.Licensed) _licenceEnded[right] = false;
    }

    function _registered(RightId right, Vm.Log memory log) private {
        IRightsRegistry.RightTerms memory terms = abi.decode(log.data, (IRightsRegistry.RightTerms));
        rightCount = RightId.unwrap(right);
        for (uint256 i = 0; i < terms.titles.length; ++i) {
            _titles.push(terms.titles[i]);
            _titlesOf[right].push(terms.titles[i]);
            _rest(right, terms.titles[i]);
        }
        IRightsRegistry.RightView storage seen = _rights[right];
        seen.originator = PartyId.wrap(uint64(uint256(log.topics[2])));
        seen.trl = terms.trl;
        seen.maturity =
            terms.trl > 7
                ? Maturity.Stable
                : terms.trl > 5
                    ? Maturity.PilotPassed
                    : Maturity.Early;
        seen.place = terms.place;
        seen.currency = terms.currency;
        seen.principal = terms.principal;
        seen.appraisedValue = terms.appraisedValue;
        seen.appraisalValidUntil = terms.appraisalValidUntil;
        seen.obligorHash = terms.obligorHash;
        seen.payerHash = terms.payerHash;
    }

    function _evaluated(RightId right, Vm.Log memory log) private {
        (_rights[right].trl, _rights[right].maturity, ) = abi.decode(log.data, (uint8, Maturity, bytes32));
    }

    function _appraised(RightId right, Vm.Log memory log) private {
        (uint128 value, uint48 validUntil, ) = abi.decode(log.data, (uint128, uint48, bytes32));
        _rights[right].appraisedValue = value;
        _rights[right].appraisalValidUntil = validUntil;
    }

    /// @dev The second claim on a title is bound to the other deal of the agreement, the first to its own.
    function _rest(RightId right, bytes32 title) private {
        RightId first = _claimOn[title];
        if (first == RightId.wrap(0)) {
            _claimOn[title] = right;
            return;
        }
        _secondClaimOn[title] = right;
        _boundTo[first] = _rights[first].deal;
        _boundTo[right] = _acceptedFor[title][_rights[first].deal];
    }

    function _retired(RightId right, Vm.Log memory log) private {
        (bytes32[] memory titles, ) = abi.decode(log.data, (bytes32[], bytes32));
        for (uint256 i = 0; i < titles.length; ++i) {
            if (_claimOn[titles[i]] == right) _claimOn[titles[i]] = _secondClaimOn[titles[i]];
            _secondClaimOn[titles[i]] = RightId.wrap(0);
        }
    }
}
