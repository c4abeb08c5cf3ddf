// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {PartyId} from "../../../contracts/types/Ids.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice What one who has the key of an attester, and wallets of its own, brings about by any sequence of calls: parties
/// of its place fall silent, and nobody else speaks for them.
contract PartyRegistryHostileTest is RoomsFixture {
    uint256 private constant STEPS = 32;
    uint256 private constant ACTS = 14;

    address[3] private _victims;
    string[3] private _names;
    PartyId[3] private _targets;
    address[3] private _thieves;

    function setUp() public override {
        super.setUp();
        _victims = [investorHk, trustee, custodianHk];
        _names = ["investor Wong", "trustee Victoria", "custodian Kowloon"];
        for (uint256 i = 0; i < 3; ++i) _targets[i] = parties.partyOf(_victims[i]);
        _thieves = [attesterHk, _wallet("thief"), _wallet("second thief")];
    }

    function testFuzz_AFalseAttester_ActsForNobody(uint256 seed) public {
        for (uint256 step = 0; step < STEPS; ++step) {
            vm.warp(block.timestamp + 1 hours);
            uint256 luck = uint256(keccak256(abi.encode(seed, step)));
            _try(luck % ACTS, (luck >> 8) % 3, _thieves[(luck >> 16) % 3], _thieves[(luck >> 24) % 3]);
            _assertNobodyElseActs();
        }
    }

    /// @dev Each pair of a step that silences and one that would bind, for each party.
    function test_AFalseAttester_SilencesAndDoesNotReplace() public {
        for (uint256 victim = 0; victim < 3; ++victim) {
            for (uint256 silence = 0; silence < 3; ++silence) {
                for (uint256 act = 0; act < ACTS; ++act) {
                    uint256 snapshot = vm.snapshotState();
                    vm.warp(block.timestamp + 1 hours);
                    if (silence != 0) _try(silence == 1 ? 2 : 3, victim, attesterHk, attesterHk);
                    vm.warp(block.timestamp + 1 hours);
                    _try(act, victim, _thieves[act % 3], _thieves[1]);
                    _assertNobodyElseActs();
                    vm.revertToState(snapshot);
                }
            }
        }
        for (uint256 victim = 0; victim < 3; ++victim) {
            assertTrue(_try(3, victim, attesterHk, attesterHk), "revokes");
            assertFalse(parties.actsFor(_targets[victim], _victims[victim]), "silenced");
        }
    }

    /* INTERNAL */

    /// @dev One call that the attester, or a wallet of its own, can send with what its keys sign.
    function _try(uint256 act, uint256 victim, address caller, address own) private returns (bool isDone) {
        address wallet = _victims[victim];
        IPartyRegistry.Attestation memory statement = _attestation(_names[victim], own, HONG_KONG);
        statement.issuedAt = uint48(block.timestamp);
        if (act == 1) statement.wallet = wallet;
        if (act == 9 || act == 13) statement.subject = keccak256("party of the thief");
        if (act == 10 || act == 11) statement.subject = keccak256(abi.encode("another party of", own));
        if (act == 11) statement.wallet = wallet;
        bytes memory signature = _sign(statement, attesterHk);
        bytes memory data = abi.encodeCall(parties.attest, (statement, signature));
        if (act == 2) data = abi.encodeCall(parties.unbind, (wallet, "reason"));
        if (act == 3) data = abi.encodeCall(parties.revoke, (_targets[victim], "reason"));
        if (act == 4) data = _bound(statement, signature, caller, caller);
        if (act == 5) data = _bound(statement, signature, own, own);
        if (act == 6) data = _bound(statement, signature, wallet, attesterHk);
        if (act == 7) data = _bound(statement, signature, regulatorHk, attesterHk);
        if (act == 8) data = _recovered(wallet, own);
        if (act == 13) data = _bound(statement, signature, _thieves[1], _thieves[1]);
        if (act == 12) data = _recovered(wallet, _victims[(victim + 1) % 3]);
        vm.prank(caller);
        (isDone, ) = address(parties).call(data);
    }

    function _bound(
        IPartyRegistry.Attestation memory statement,
        bytes memory signature,
        address granter,
        address signer
    ) private view returns (bytes memory) {
        IPartyRegistry.Consent memory consent = _consent(statement, granter);
        return abi.encodeCall(parties.bind, (statement, signature, consent, _signConsent(consent, signer)));
    }

    function _recovered(address lost, address successor) private view returns (bytes memory) {
        IPartyRegistry.Recovery memory recovery = IPartyRegistry.Recovery(
            lost,
            successor,
            uint48(block.timestamp),
            "file"
        );
        return abi.encodeCall(parties.recover, (recovery, _signRecovery(recovery, attesterHk)));
    }

    function _assertNobodyElseActs() private view {
        for (uint256 i = 0; i < 3; ++i) {
            PartyId target = _targets[i];
            assertTrue(parties.partyBehind(_victims[i]) == target, "what is recorded stays the party's");
            assertEq(parties.successorOf(_victims[i]), address(0), "no wallet is buried");
            for (uint256 j = 0; j < 3; ++j) {
                assertFalse(parties.actsFor(target, _thieves[j]), "no wallet of the attester acts");
                assertFalse(parties.partyBehind(_thieves[j]) == target, "nor is one behind the party");
                if (i != j) assertFalse(parties.actsFor(target, _victims[j]), "nor one of another");
            }
        }
    }
}
