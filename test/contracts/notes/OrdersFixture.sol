// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IEnforcement} from "../../../contracts/interfaces/IEnforcement.sol";
import {IPartyRegistry} from "../../../contracts/interfaces/IPartyRegistry.sol";

import {SeriesNote} from "../../../contracts/notes/SeriesNote.sol";
import {LiveNotes} from "./LiveNotes.sol";

/// @notice Orders over the live notes: the trustee proposes, a regulator confirms.
abstract contract OrdersFixture is LiveNotes {
    bytes32 internal constant BASIS = keccak256("judgment 2026-88");

    function _terms(
        IEnforcement.OrderKind kind,
        address from,
        address to,
        uint96 units
    ) internal view returns (IEnforcement.OrderTerms memory terms) {
        terms.series = noteHk.seriesId();
        terms.kind = kind;
        if (kind == IEnforcement.OrderKind.Transfer) terms.entitlements = IEnforcement.Entitlements.Stay;
        terms.from = from;
        terms.to = to;
        terms.units = units;
        terms.basisHash = BASIS;
        terms.salt = keccak256("salt");
    }

    function _forced(address from, address to, uint96 units) internal view returns (IEnforcement.OrderTerms memory) {
        return _terms(IEnforcement.OrderKind.Transfer, from, to, units);
    }

    function _frozen(address holder, uint96 units) internal view returns (IEnforcement.OrderTerms memory) {
        return _terms(IEnforcement.OrderKind.Freeze, holder, address(0), units);
    }

    function _recovery(
        address lost,
        address found,
        uint96 units
    ) internal view returns (IEnforcement.OrderTerms memory) {
        return _terms(IEnforcement.OrderKind.Recovery, lost, found, units);
    }

    function _released(
        uint64 freeze,
        address holder,
        uint96 units
    ) internal view returns (IEnforcement.OrderTerms memory terms) {
        terms = _terms(IEnforcement.OrderKind.Release, holder, address(0), units);
        terms.freeze = freeze;
    }

    function _propose(IEnforcement.OrderTerms memory terms) internal returns (uint64) {
        bytes32 digest = enforcement.digestOf(terms);
        vm.prank(trustee);
        return enforcement.propose(deal, digest);
    }

    function _order(IEnforcement.OrderTerms memory terms) internal returns (uint64 order) {
        order = _propose(terms);
        vm.prank(regulatorHk);
        enforcement.confirm(order, terms);
    }

    function _expectRefusal(IEnforcement.OrderTerms memory terms, bytes memory reason) internal {
        uint64 order = _propose(terms);
        vm.prank(regulatorHk);
        vm.expectRevert(reason);
        enforcement.confirm(order, terms);
    }

    function _lose(address lost, string memory name) internal returns (address found) {
        found = _wallet(name);
        IPartyRegistry.Recovery memory recovery = IPartyRegistry.Recovery({
            lost: lost,
            successor: found,
            issuedAt: uint48(block.timestamp),
            evidence: "file"
        });
        _recover(recovery);
    }

    function _unitsOf(SeriesNote note, address holder) internal view returns (uint256) {
        return note.balanceOf(holder);
    }
}
