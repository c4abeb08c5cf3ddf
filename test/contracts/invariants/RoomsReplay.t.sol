// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {PartyId, RightId} from "../../../contracts/types/Ids.sol";
import {Vm} from "../Vm.sol";
import {DealHandler} from "./DealInvariants.t.sol";
import {DealMirror} from "./DealMirror.sol";
import {PartyMirror} from "./PartyMirror.sol";
import {PoolMirror} from "./PoolMirror.sol";
import {PoolTestsMirror} from "./PoolTestsMirror.sol";
import {RightsMirror} from "./RightsMirror.sol";

/// @notice INV-11: what parties, rights, pools with their tests and deals store is what their events tell, after any acts of anybody.
contract RoomsReplay is DealHandler {
    uint256 private constant ACTS = 48;

    PartyMirror private _parties;
    RightsMirror private _rights;
    PoolMirror private _pools;
    DealMirror private _book;
    PoolTestsMirror private _tests;
    address[3] private _investors;

    function setUp() public override {
        vm.recordLogs();
        super.setUp();
        _parties = new PartyMirror();
        _rights = new RightsMirror();
        _pools = new PoolMirror();
        _book = new DealMirror();
        _tests = new PoolTestsMirror();
        _investors = [investorCn, investorHk, investorMo];
        _readLogs();
    }

    /// hardhat-config: fuzz.runs = 64
    function testFuzz_INV11_EventsRebuildStorage(uint256 seed) public {
        for (uint8 i = 0; i < 4; ++i) this.register(i * 2 + 3);
        this.draft();
        this.pledge(1, 1, 4);
        _readLogs();
        for (uint256 step = 0; step < ACTS; ++step) {
            vm.roll(block.number + 3);
            vm.warp(block.timestamp + 1 hours);
            _act(uint256(keccak256(abi.encode(seed, step))));
            _readLogs();
        }
        _parties.compare(parties);
        _rights.compare(rights);
        _pools.compare(pools, deals.dealCount());
        _book.compare(deals);
        _tests.compare(poolTests, deals.dealCount());
    }

    /* INTERNAL */

    function _act(uint256 luck) private {
        uint64 a = uint64(luck >> 8);
        uint8 b = uint8(luck >> 72);
        uint8 c = uint8(luck >> 80);
        uint256 kind = luck % 16;
        if (kind == 0) this.draft();
        else if (kind == 1) this.register(b);
        else if (kind == 2) this.evaluate(a, b);
        else if (kind == 3) this.pledge(a, uint64(luck >> 88), b);
        else if (kind == 4) this.transfer(a, b);
        else if (kind < 8) this.advance(a, b);
        else if (kind == 8) this.wish(a, b, c);
        else if (kind == 9) this.wishPeriod(a, b, uint32(luck >> 152), c);
        else if (kind == 10) this.pass(a, b, c);
        else if (kind == 11) _actOnParty(_investors[a % 3], b, c);
        else if (kind == 12) _actOnRight(a, b);
        else if (kind == 15) this.watchPool(a, b, c);
        else if (kind == 13) _actOnWallet(_investors[a % 3], b, c);
        else _actOnPlace(a, b, c);
    }

    function _actOnParty(address wallet, uint8 what, uint8 luck) private {
        PartyId party = parties.partyBehind(wallet);
        IPartyRegistry.Profile memory profile = parties.profile(party);
        if (what % 4 == 0) {
            IPartyRegistry.Attestation memory renewal = _attestation("", wallet, profile.place);
            renewal.subject = _subjectOf(wallet);
            renewal.issuedAt = uint48(block.timestamp);
            renewal.tolerance = luck % 6;
            bytes memory signature;
            if (luck % 3 == 0) {
                renewal.wallet = _numbered(wallet, luck);
                signature = _sign(renewal, _attesterOf(profile.place));
                address granter = luck % 2 == 0 ? wallet : _regulatorOf(wallet);
                IPartyRegistry.Consent memory consent = _consent(renewal, granter);
                _call(granter, address(parties), abi.encodeCall(parties.bind, (renewal, signature, consent, "")));
                return;
            }
            signature = _sign(renewal, _attesterOf(profile.place));
            _call(stranger, address(parties), abi.encodeCall(parties.attest, (renewal, signature)));
        }
        if (what % 4 == 1)
            _call(_attesterOf(profile.place), address(parties), abi.encodeCall(parties.revoke, (party, "reason")));
        if (what % 4 == 2)
            _call(_regulatorOf(wallet), address(parties), abi.encodeCall(parties.restrict, (party, "order")));
        if (what % 4 == 3)
            _call(_regulatorOf(wallet), address(parties), abi.encodeCall(parties.lift, (luck % 4, "lifted")));
    }

    /// @dev Wallets of a party are numbered; any may be lost, taken away or put in the place of another.
    function _actOnWallet(address first, uint8 what, uint8 luck) private {
        PartyId party = parties.partyBehind(first);
        address attester = _attesterOf(parties.profile(party).place);
        address lost = luck % 3 == 0 ? first : _numbered(first, luck);
        address successor = _numbered(first, what);
        if (luck % 2 == 0) {
            _call(attester, address(parties), abi.encodeCall(parties.unbind, (lost, "reason")));
            return;
        }
        IPartyRegistry.Recovery memory recovery = IPartyRegistry.Recovery(
            lost,
            successor,
            uint48(block.timestamp),
            "file"
        );
        bytes memory signature = _signRecovery(recovery, attester);
        _call(_regulatorOf(first), address(parties), abi.encodeCall(parties.recover, (recovery, signature)));
    }

    function _actOnPlace(uint64 a, uint8 what, uint8 luck) private {
        address wallet = _investors[a % 3];
        uint16 place = parties.profile(parties.partyBehind(wallet)).place.jurisdiction();
        uint16 operations = uint16(luck) << 1;
        bytes memory data =
            what % 2 == 0
                ? abi.encodeCall(parties.pause, (place, operations, "order"))
                : abi.encodeCall(parties.unpause, (place, parties.pausesOf(place) & operations, "lifted"));
        if (what % 8 == 1) vm.warp(block.timestamp + UNPAUSE_FOR);
        _call(_regulatorOf(wallet), address(parties), data);
    }

    function _numbered(address first, uint8 number) private pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode(first, number % 3)))));
    }

    function _actOnRight(uint64 a, uint8 b) private {
        RightId right = RightId.wrap(a % (rights.rightCount() + 1));
        bytes32[] memory titles = new bytes32[](1);
        titles[0] = keccak256(bytes(vm.toString(RightId.unwrap(right) == 0 ? 0 : RightId.unwrap(right) - 1)));
        bytes memory data =
            b % 4 == 0
                ? abi.encodeCall(rights.retire, (right, titles, "ended"))
                : abi.encodeCall(rights.appraise, (right, b, uint48(block.timestamp) + 1 + b, "report"));
        _call(b % 4 == 0 ? originator : evaluatorCn, address(rights), data);
    }

    /// @dev The runner also records what a refused call undid: that is dropped.
    function _call(address caller, address room, bytes memory data) internal override returns (bool isDone) {
        _readLogs();
        isDone = super._call(caller, room, data);
        if (!isDone) vm.getRecordedLogs();
    }

    /// @dev Events of a room without an id are those of its access manager.
    function _readLogs() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics.length < 2) continue;
            if (logs[i].emitter == address(parties)) _parties.read(logs[i]);
            if (logs[i].emitter == address(rights)) _rights.read(logs[i]);
            if (logs[i].emitter == address(pools)) _pools.read(logs[i], uint64(block.number));
            if (logs[i].emitter == address(poolTests)) _tests.read(logs[i], uint64(block.number));
            if (logs[i].emitter == address(deals)) _book.read(logs[i], uint64(block.number));
        }
    }

    function _subjectOf(address wallet) private view returns (bytes32) {
        if (wallet == investorCn) return keccak256("investor Chen");
        return wallet == investorHk ? keccak256("investor Wong") : keccak256("investor Silva");
    }

    function _regulatorOf(address wallet) private view returns (address) {
        if (wallet == investorCn) return regulatorCn;
        return wallet == investorHk ? regulatorHk : regulatorMo;
    }
}
