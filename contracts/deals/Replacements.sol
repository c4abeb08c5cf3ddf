// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IPoolBook} from "../interfaces/IPoolBook.sol";
import {IReplacements} from "../interfaces/IReplacements.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {Trail} from "../access/Trail.sol";
import {DealStage, Office} from "../types/Enums.sol";
import {DealId, PartyId, RightId} from "../types/Ids.sol";

/// @title Replacements
/// @notice Substitution and repurchase of the rights of a live deal, agreed by two parties.
///
/// CONSENTS
/// The originator proposes with the agreement, the trustee agrees to that document: the terms keep the two apart. A proposal
/// lapses when its proposer is revoked, and when it is used; the office of the originator never passes.
///
/// TESTS
/// A substitute must enter the pool as any right does and leave it no worse (`PoolBook.replace`), at the moment of the agreement.
/// What the holders permitted by a resolution (`ROOM_RESOLUTIONS`) may leave it worse: these two rights, this document, once. It must
/// enter as any right does, and the consents of both parties stay. Every way asks the tests of the pool that is left; a right
/// that is bought back is never held in by them.
///
/// LIMITS
/// Warning: the price of a repurchase is not seen from here. The trustee agrees on the bank's receipt, whose hash is the document;
/// the money itself reaches the deal through its accounts and the next report, as principal.
contract Replacements is IReplacements, Trail {
    using RolesLib for uint64;

    struct Replacement {
        PartyId proposer; // slot 0
        RightId leaving;
        RightId entering;
        bytes32 documentHash; // slot 1
    }

    /* STORAGE */

    IPartyRegistry private immutable _parties;
    IPoolBook private immutable _pools;
    IDealBook private immutable _dealBook;

    mapping(DealId deal => Replacement replacement) public proposalOf;
    mapping(DealId deal => mapping(bytes32 replacement => bool permitted)) private _permitted;

    constructor(IPartyRegistry partyRegistry, IPoolBook poolBook, IDealBook dealBook) {
        _parties = partyRegistry;
        _pools = poolBook;
        _dealBook = dealBook;
    }

    modifier onlyOffice(DealId deal, Office office) {
        bool holds = _dealBook.holdsOffice(deal, office, 0, msg.sender);
        require(holds, IDealBook.NotOfficeHolder(deal, office, msg.sender));
        _;
    }

    /* ACTIONS */

    /// @inheritdoc IReplacements
    function propose(
        DealId deal,
        RightId leaving,
        RightId entering,
        bytes32 documentHash
    ) external onlyOffice(deal, Office.Originator) {
        _checkPaying(deal);
        require(documentHash != 0, ReplacementUndocumented());
        PartyId proposer = _parties.partyOf(msg.sender);

        proposalOf[deal] = Replacement(proposer, leaving, entering, documentHash);
        emit ReplacementProposed(deal, leaving, entering, proposer, documentHash);
        _touch(deal);
    }

    /// @inheritdoc IReplacements
    function withdraw(DealId deal) external onlyOffice(deal, Office.Originator) {
        bytes32 proposed = _proposed(deal).documentHash;

        delete proposalOf[deal];
        emit ReplacementWithdrawn(deal, proposed);
        _touch(deal);
    }

    /// @inheritdoc IReplacements
    function permit(DealId deal, RightId leaving, RightId entering, bytes32 documentHash) external {
        require(_isResolved(), PermissionUnresolved(deal, msg.sender));

        _permitted[deal][_keyOf(leaving, entering, documentHash)] = true;
        emit ReplacementPermitted(deal, leaving, entering, documentHash);
        _touch(deal);
    }

    /// @inheritdoc IReplacements
    function agree(DealId deal, bytes32 documentHash) external onlyOffice(deal, Office.Trustee) {
        Replacement memory proposed = _proposed(deal);
        _checkPaying(deal);
        require(documentHash == proposed.documentHash, ReplacementDiffers(deal, proposed.documentHash, documentHash));
        bool acts = !_parties.profile(proposed.proposer).revoked;
        require(acts, ReplacementLapsed(deal, proposed.proposer));

        bytes32 key = _keyOf(proposed.leaving, proposed.entering, documentHash);
        bool permitted = _permitted[deal][key];

        delete proposalOf[deal];
        delete _permitted[deal][key];
        emit ReplacementAgreed(deal, proposed.leaving, proposed.entering, _parties.partyOf(msg.sender), documentHash);
        _touch(deal);
        _change(deal, proposed, permitted);
    }

    /* VIEWS */

    /// @inheritdoc IReplacements
    function isPermitted(
        DealId deal,
        RightId leaving,
        RightId entering,
        bytes32 documentHash
    ) external view returns (bool) {
        return _permitted[deal][_keyOf(leaving, entering, documentHash)];
    }

    /* INTERNAL */

    function _change(DealId deal, Replacement memory proposed, bool permitted) private {
        IPoolBook.Claim[] memory claims = _dealBook.claimsOf(deal);
        if (proposed.entering == RightId.wrap(0)) {
            _pools.remove(deal, claims, proposed.leaving);
            return;
        }
        IPoolBook.Entry memory entry = IPoolBook.Entry({
            holder: proposed.proposer,
            currency: _dealBook.currencyOf(deal)
        });
        if (permitted) _pools.exchange(deal, entry, claims, proposed.leaving, proposed.entering);
        else _pools.replace(deal, entry, claims, proposed.leaving, proposed.entering);
    }

    /// @dev Whether the caller is the room of resolutions.
    function _isResolved() private view returns (bool) {
        return RolesLib.ROOM_RESOLUTIONS.holds(IAccessManaged(address(_dealBook)).authority(), msg.sender);
    }

    function _keyOf(RightId leaving, RightId entering, bytes32 documentHash) private pure returns (bytes32) {
        return keccak256(abi.encode(leaving, entering, documentHash));
    }

    function _proposed(DealId deal) private view returns (Replacement memory proposed) {
        proposed = proposalOf[deal];
        require(proposed.documentHash != 0, ReplacementAbsent(deal));
    }

    function _checkPaying(DealId deal) private view {
        DealStage stage = _dealBook.stageOf(deal);
        bool pays = stage == DealStage.Active || stage == DealStage.Accelerated;
        require(pays, IDealBook.StageForbids(deal, stage));
    }
}
