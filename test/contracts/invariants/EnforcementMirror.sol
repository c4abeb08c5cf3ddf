// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcement} from "../../../contracts/interfaces/IEnforcement.sol";

import {Office} from "../../../contracts/types/Enums.sol";
import {DealId, PartyId, SeriesId} from "../../../contracts/types/Ids.sol";
import {CN, HK, MO} from "../../../contracts/types/Place.sol";
import {TestBase, Vm} from "../Vm.sol";

/// @notice The enforcement room as a reader of its events knows it.
contract EnforcementMirror is TestBase {
    struct Followed {
        address payee;
        uint32 book;
    }

    uint64 public orderCount;
    address[] private _holders;
    mapping(uint64 order => IEnforcement.Order entry) private _orders;
    mapping(uint64 order => IEnforcement.FreezeView entry) private _freezes;
    mapping(SeriesId series => mapping(address holder => uint256 units)) private _frozen;
    mapping(SeriesId series => mapping(address lost => address heir)) private _heirs;
    mapping(SeriesId series => mapping(address holder => Followed[] entries)) private _followed;
    mapping(DealId deal => mapping(SeriesId series => mapping(uint16 place => IEnforcement.Hold hold))) private _holds;

    function read(Vm.Log memory log) external {
        bytes32 topic = log.topics[0];
        if (topic == IEnforcement.OrderProposed.selector) _proposed(log);
        if (topic == IEnforcement.OrderWithdrawn.selector) _stage(log, IEnforcement.OrderStage.Withdrawn);
        if (topic == IEnforcement.OrderExecuted.selector) _executed(log);
        if (topic == IEnforcement.EntitlementsFollowed.selector) {
            SeriesId series = SeriesId.wrap(uint64(uint256(log.topics[1])));
            address payee = address(uint160(uint256(log.topics[3])));
            _followed[series][_account(log.topics[2])].push(Followed(payee, abi.decode(log.data, (uint32))));
        }
        if (topic == IEnforcement.Paused.selector) _hold(log, true, 0);
        if (topic == IEnforcement.ResumptionScheduled.selector) {
            (, , uint48 resumesAt) = abi.decode(log.data, (address, bytes32, uint48));
            _hold(log, true, resumesAt);
        }
        if (topic == IEnforcement.Resumed.selector) _hold(log, false, 0);
    }

    function compare(IEnforcement room, DealId deal, SeriesId[] memory series) external view {
        assertEq(room.orderCount(), orderCount, "orders");
        for (uint64 i = 1; i <= orderCount; ++i) {
            assertEq(abi.encode(room.orderOf(i)), abi.encode(_orders[i]), "order");
            assertEq(abi.encode(room.freezeOf(i)), abi.encode(_freezes[i]), "freeze");
        }
        _compareHolds(room, deal, SeriesId.wrap(0));
        for (uint256 s = 0; s < series.length; ++s) {
            _compareHolds(room, deal, series[s]);
            for (uint256 i = 0; i < _holders.length; ++i) {
                address holder = _holders[i];
                assertEq(room.frozenOf(series[s], holder), _frozen[series[s]][holder], "frozen");
                for (uint32 book = 1; book < 5; ++book) {
                    assertEq(room.payeeOf(series[s], book, holder), _payee(series[s], book, holder), "payee");
                }
            }
        }
    }

    function _compareHolds(IEnforcement room, DealId deal, SeriesId series) private view {
        uint16[4] memory places = [0, CN, HK, MO];
        uint8 standing = 0;
        for (uint256 i = 0; i < places.length; ++i) {
            IEnforcement.Hold memory own = _holds[deal][series][places[i]];
            assertEq(abi.encode(room.holdOf(deal, series, places[i])), abi.encode(own), "hold");
            if (own.stands) ++standing;
        }
        assertEq(room.holdsOf(deal, series), standing, "holds");
    }

    function _payee(SeriesId series, uint32 book, address holder) private view returns (address) {
        Followed[] storage entries = _followed[series][holder];
        for (uint256 i = 0; i < entries.length; ++i) if (book <= entries[i].book) return entries[i].payee;
        return holder;
    }

    function _proposed(Vm.Log memory log) private {
        (Office office, bytes32 termsHash) = abi.decode(log.data, (Office, bytes32));
        _orders[++orderCount] = IEnforcement.Order({
            deal: DealId.wrap(uint64(uint256(log.topics[2]))),
            proposer: PartyId.wrap(uint64(uint256(log.topics[3]))),
            office: office,
            stage: IEnforcement.OrderStage.Proposed,
            termsHash: termsHash
        });
    }

    function _stage(Vm.Log memory log, IEnforcement.OrderStage stage) private {
        _orders[uint64(uint256(log.topics[1]))].stage = stage;
    }

    function _executed(Vm.Log memory log) private {
        _stage(log, IEnforcement.OrderStage.Executed);
        IEnforcement.OrderTerms memory terms = abi.decode(log.data, (IEnforcement.OrderTerms));
        SeriesId series = terms.series;
        _holders.push(terms.from);
        _holders.push(terms.to);
        if (terms.kind == IEnforcement.OrderKind.Recovery) {
            _heirs[series][terms.from] = terms.to;
            _frozen[series][terms.to] += _frozen[series][terms.from];
            _frozen[series][terms.from] = 0;
        }
        address heir = terms.from;
        while (_heirs[series][heir] != address(0)) heir = _heirs[series][heir];
        if (terms.kind == IEnforcement.OrderKind.Freeze) {
            uint64 order = uint64(uint256(log.topics[1]));
            _freezes[order] = IEnforcement.FreezeView(series, terms.from, terms.units);
            _frozen[series][heir] += terms.units;
        }
        if (terms.kind == IEnforcement.OrderKind.Release) {
            _freezes[terms.freeze].units = 0;
            _frozen[series][heir] -= terms.units;
        }
    }

    function _hold(Vm.Log memory log, bool stands, uint48 resumesAt) private {
        DealId deal = DealId.wrap(uint64(uint256(log.topics[1])));
        SeriesId series = SeriesId.wrap(uint64(uint256(log.topics[2])));
        _holds[deal][series][uint16(uint256(log.topics[3]))] = IEnforcement.Hold(stands, resumesAt);
    }

    function _account(bytes32 topic) private pure returns (address) {
        return address(uint160(uint256(topic)));
    }
}
