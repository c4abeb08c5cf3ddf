// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IWaivers} from "../interfaces/IWaivers.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {Trail} from "../access/Trail.sol";
import {DealStage, Office} from "../types/Enums.sol";
import {DealId, PartyId} from "../types/Ids.sol";

/// @title Waivers
/// @notice Makes an accelerated deal active again when two parties agree on it.
///
/// CONSENTS
/// The trustee proposes with the minutes of the holders' meeting, the manager agrees to those minutes: the terms keep the two
/// apart. A proposal lapses when its proposer has left the office, and when it is used. A resolution of the holders takes the
/// manager's part (`ROOM_RESOLUTIONS`).
///
/// LIMITS
/// Warning: a waiver moves the stage and nothing else. While the deal's program still sets its flag of acceleration, the next
/// approval accelerates the deal again.
contract Waivers is IWaivers, Trail {
    using RolesLib for uint64;

    struct Waiver {
        PartyId proposer;
        bytes32 documentHash;
    }

    /* STORAGE */

    IPartyRegistry private immutable _parties;
    IDealBook private immutable _dealBook;

    mapping(DealId deal => Waiver waiver) public proposalOf;

    constructor(IPartyRegistry partyRegistry, IDealBook dealBook) {
        _parties = partyRegistry;
        _dealBook = dealBook;
    }

    modifier onlyOffice(DealId deal, Office office) {
        _requireOffice(deal, office);
        _;
    }

    /* ACTIONS */

    /// @inheritdoc IWaivers
    function propose(DealId deal, bytes32 documentHash) external onlyOffice(deal, Office.Trustee) {
        DealStage stage = _dealBook.stageOf(deal);
        require(stage == DealStage.Accelerated, IDealBook.StageForbids(deal, stage));
        require(documentHash != 0, WaiverUndocumented());
        PartyId proposer = _parties.partyOf(msg.sender);

        proposalOf[deal] = Waiver(proposer, documentHash);
        emit WaiverProposed(deal, proposer, documentHash);
        _touch(deal);
    }

    /// @inheritdoc IWaivers
    function withdraw(DealId deal) external onlyOffice(deal, Office.Trustee) {
        bytes32 proposed = _proposed(deal);

        delete proposalOf[deal];
        emit WaiverWithdrawn(deal, proposed);
        _touch(deal);
    }

    /// @inheritdoc IWaivers
    function agree(DealId deal, bytes32 documentHash) external {
        if (!_isResolved()) _requireOffice(deal, Office.Manager);
        bytes32 proposed = _proposed(deal);
        PartyId proposer = proposalOf[deal].proposer;
        require(documentHash == proposed, WaiverDiffers(deal, proposed, documentHash));
        bool isInOffice = _dealBook.officeOf(deal, Office.Trustee, 0) == proposer;
        require(isInOffice && !_parties.profile(proposer).revoked, WaiverLapsed(deal, proposer));

        delete proposalOf[deal];
        emit WaiverAgreed(deal, _parties.partyOf(msg.sender), documentHash);
        _touch(deal);
        _dealBook.waive(deal, documentHash);
    }

    /* INTERNAL */

    function _requireOffice(DealId deal, Office office) private view {
        bool holds = _dealBook.holdsOffice(deal, office, 0, msg.sender);
        require(holds, IDealBook.NotOfficeHolder(deal, office, msg.sender));
    }

    /// @dev Whether the caller is the room of resolutions.
    function _isResolved() private view returns (bool) {
        return RolesLib.ROOM_RESOLUTIONS.holds(IAccessManaged(address(_dealBook)).authority(), msg.sender);
    }

    function _proposed(DealId deal) private view returns (bytes32 documentHash) {
        documentHash = proposalOf[deal].documentHash;
        require(documentHash != 0, WaiverAbsent(deal));
    }
}
