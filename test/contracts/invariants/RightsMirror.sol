// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";

import {IRightsRegistry} from "../../../contracts/interfaces/IRightsRegistry.sol";

import {RightsRegistry} from "../../../contracts/rights/RightsRegistry.sol";
import {Maturity} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, RightId} from "../../../contracts/types/Ids.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The registry of rights as a reader of its events knows it.
contract RightsMirror is TestBase {
    uint64 public rightCount;
    bytes32[] private _titles;
    mapping(bytes32 title => RightId right) private _claimOn;
    mapping(RightId right => IRightsRegistry.RightView seen) private _rights;

    function read(Vm.Log memory log) external {
        bytes32 topic = log.topics[0];
        if (topic == IERC721.Transfer.selector) {
            RightId token = RightId.wrap(uint64(uint256(log.topics[3])));
            _rights[token].owner = address(uint160(uint256(log.topics[2])));
            return;
        }
        RightId right = RightId.wrap(uint64(uint256(log.topics[1])));
        if (topic == IRightsRegistry.RightRegistered.selector) _registered(right, log);
        if (topic == IRightsRegistry.RightEvaluated.selector) _evaluated(right, log);
        if (topic == IRightsRegistry.RightAppraised.selector) _appraised(right, log);
        if (topic == IRightsRegistry.RightEncumbered.selector) {
            _rights[right].deal = DealId.wrap(uint64(uint256(log.topics[2])));
        }
        if (topic == IRightsRegistry.RightReleased.selector) _rights[right].deal = DealId.wrap(0);
        if (topic == IRightsRegistry.RightRetired.selector) _retired(log);
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
        }
    }

    function _registered(RightId right, Vm.Log memory log) private {
        IRightsRegistry.RightTerms memory terms = abi.decode(log.data, (IRightsRegistry.RightTerms));
        rightCount = RightId.unwrap(right);
        for (uint256 i = 0; i < terms.titles.length; ++i) {
            _titles.push(terms.titles[i]);
            _claimOn[terms.titles[i]] = right;
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

    function _retired(Vm.Log memory log) private {
        (bytes32[] memory titles, ) = abi.decode(log.data, (bytes32[], bytes32));
        for (uint256 i = 0; i < titles.length; ++i) _claimOn[titles[i]] = RightId.wrap(0);
    }
}
