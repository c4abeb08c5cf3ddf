// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../../contracts/interfaces/IDealBook.sol";
import {IPartyRegistry} from "../../contracts/interfaces/IPartyRegistry.sol";
import {ISeriesNote} from "../../contracts/interfaces/ISeriesNote.sol";

import {RolesLib} from "../../contracts/access/RolesLib.sol";
import {Enforcement} from "../../contracts/notes/Enforcement.sol";
import {LimitBook} from "../../contracts/notes/LimitBook.sol";
import {NoteFactory} from "../../contracts/notes/NoteFactory.sol";
import {SeriesNote} from "../../contracts/notes/SeriesNote.sol";
import {MovementKind} from "../../contracts/types/Enums.sol";
import {DealId, PartyId, SeriesId} from "../../contracts/types/Ids.sol";
import {Place} from "../../contracts/types/Place.sol";
import {RoomsFixture} from "./RoomsFixture.sol";

/// @notice The rooms up to the notes: the factory, the notes of the deal, and a second holder in each place.
abstract contract NotesFixture is RoomsFixture {
    SeriesNote internal implementation;
    NoteFactory internal factory;
    Enforcement internal enforcement;
    LimitBook internal limits;

    address internal investorCnTwo;
    address internal investorHkTwo;

    DealId internal deal;
    SeriesNote internal noteCn;
    SeriesNote internal noteHk;
    SeriesNote internal noteMo;
    SeriesNote internal noteB;
    SeriesNote internal noteC;

    function _deployRooms() internal virtual override {
        super._deployRooms();
        limits = LimitBook(_deploy("LimitBook", abi.encode(address(access), parties, deals)));
        implementation = SeriesNote(_deploy("SeriesNote", abi.encode(parties, deals, limits, address(access), true)));
        factory = NoteFactory(_deploy("NoteFactory", abi.encode(deals, limits, implementation)));
        enforcement = Enforcement(_deploy("Enforcement", abi.encode(address(access), parties, deals, UNPAUSE_FOR)));
    }

    function _wireRooms() internal virtual override {
        super._wireRooms();
        _grantRoom(RolesLib.ROOM_NOTES, address(factory));
        _grantRoom(RolesLib.ROOM_ENFORCEMENT, address(enforcement));
    }

    function _meetParties() internal virtual override {
        super._meetParties();
        investorCnTwo = _meet("investor Liang", SHENZHEN);
        investorHkTwo = _meet("investor Lau", HONG_KONG);
    }

    /// @dev The deal of the rooms' fixture with its program named and its notes issued, offered to investors.
    function _offerWithNotes() internal {
        deal = _pledgedDeal();
        deals.fixReporting(deal);
        deals.fixProgram(deal, keccak256("program"));
        _limitNotes();
        vm.prank(manager);
        factory.issue(deal);
        vm.prank(manager);
        deals.offer(deal);
        noteCn = _noteAt(0);
        noteHk = _noteAt(1);
        noteMo = _noteAt(2);
        noteB = _noteAt(3);
        noteC = _noteAt(4);
    }

    /// @dev Limits of the deal's series; none unless a test says otherwise.
    function _limitNotes() internal virtual {}

    function _noteAt(uint256 index) internal view returns (SeriesNote) {
        return SeriesNote(factory.noteOf(deals.seriesOf(deal)[index]));
    }

    function _restrict(address wallet, address regulator) internal returns (uint64 order) {
        PartyId party = parties.partyOf(wallet);
        vm.prank(regulator);
        return parties.restrict(party, keccak256("order"));
    }

    function _revoke(address wallet) internal {
        PartyId party = parties.partyOf(wallet);
        (, IPartyRegistry.Profile memory profile) = parties.profileOf(wallet);
        vm.prank(_attesterOf(profile.place));
        parties.revoke(party, keccak256("file"));
    }

    /// @dev A party met with another class, tolerance and validity.
    function _meetAs(
        string memory name,
        Place place,
        uint8 class,
        uint8 tolerance,
        uint48 validUntil
    ) internal returns (address wallet) {
        wallet = _wallet(name);
        IPartyRegistry.Attestation memory attestation = _attestation(name, wallet, place);
        attestation.class = class;
        attestation.tolerance = tolerance;
        attestation.validUntil = validUntil;
        _attest(attestation);
    }

    function _movement(
        MovementKind kind,
        address from,
        address to,
        uint256 units
    ) internal view returns (ISeriesNote.Movement memory) {
        return ISeriesNote.Movement({kind: kind, operator: address(this), from: from, to: to, units: units});
    }

    function _issue(address holder, uint96 units) internal pure returns (ISeriesNote.Issue[] memory issues) {
        issues = new ISeriesNote.Issue[](1);
        issues[0] = ISeriesNote.Issue({holder: holder, units: units});
    }

    function _refused(uint8 code) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(ISeriesNote.TransferRefused.selector, code);
    }
}
