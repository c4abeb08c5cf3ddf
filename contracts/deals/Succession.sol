// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IDealBook} from "../interfaces/IDealBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {ISuccession} from "../interfaces/ISuccession.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {Trail} from "../access/Trail.sol";
import {Office} from "../types/Enums.sol";
import {DealId, PartyId} from "../types/Ids.sol";

/// @title Succession
/// @notice Passes an office of a live deal to another party, so that a deal outlives whoever serves it: a party that is
/// revoked, fails or resigns. Who leaves is not asked.
///
/// LIFE
/// Proposed → accepted → effective; withdrawn or replaced by a newer proposal for the same seat before that. A consent names
/// the proposal it is given to, so that nobody consents to what was put in its place meanwhile.
///
/// CONSENTS
/// Three different parties. The trustee proposes (the manager, when the trustee's own office passes), the successor accepts,
/// a regulator of the successor's place clears, or the holders by a resolution (`ROOM_RESOLUTIONS`). A backup servicer becomes servicer with the first two: it was named in
/// the terms, or cleared when it took that office. A proposal lapses when its proposer has left its office.
///
/// OFFICES
/// What the successor must be is asked when it takes the office, by the deal book: eligible, of the custodian's
/// jurisdiction, in no office that conflicts. The originator's office does not pass.
///
/// LIVENESS
/// When trustee and manager are both revoked nobody can propose: reinstate one of them by an attestation.
contract Succession is ISuccession, Trail {
    using RolesLib for uint64;

    /* STORAGE */

    address public immutable authority;
    IPartyRegistry private immutable _parties;
    IDealBook private immutable _dealBook;

    uint64 public proposalCount;
    mapping(uint64 proposal => Proposal terms) private _proposals;
    mapping(DealId deal => mapping(Office office => mapping(uint16 jurisdiction => uint64 proposal))) public standingOf;

    constructor(address accessManager, IPartyRegistry partyRegistry, IDealBook dealBook) {
        authority = accessManager;
        _parties = partyRegistry;
        _dealBook = dealBook;
    }

    /* ACTIONS */

    /// @inheritdoc ISuccession
    function propose(
        DealId deal,
        Office office,
        uint16 jurisdiction,
        PartyId successor,
        bytes32 documentHash
    ) external returns (uint64 proposal) {
        _checkProposer(deal, office);
        PartyId proposer = _parties.partyOf(msg.sender);
        require(successor != proposer, ProposerSucceeds(proposer));
        require(documentHash != 0, ProposalUndocumented());
        _dealBook.checkPassing(deal, office, jurisdiction);

        proposal = ++proposalCount;
        uint64 replaced = standingOf[deal][office][jurisdiction];
        if (replaced != 0) _proposals[replaced].stage = ProposalStage.Replaced;
        standingOf[deal][office][jurisdiction] = proposal;
        Proposal storage terms = _proposals[proposal];
        (terms.deal, terms.office, terms.jurisdiction) = (deal, office, jurisdiction);
        (terms.successor, terms.proposer, terms.documentHash) = (successor, proposer, documentHash);
        terms.stage = ProposalStage.Proposed;
        emit SuccessionProposed(deal, proposal, terms, replaced);
        _touch(deal);
    }

    /// @inheritdoc ISuccession
    function withdraw(uint64 proposal) external {
        Proposal storage terms = _proposals[proposal];
        _checkProposer(terms.deal, terms.office);
        bool stands = terms.stage == ProposalStage.Proposed || terms.stage == ProposalStage.Accepted;
        require(stands, ProposalStageForbids(proposal, terms.stage));

        _end(terms, ProposalStage.Withdrawn);
        emit SuccessionWithdrawn(terms.deal, proposal, msg.sender);
        _touch(terms.deal);
    }

    /// @inheritdoc ISuccession
    function accept(uint64 proposal) external {
        Proposal storage terms = _proposals[proposal];
        require(_parties.actsFor(terms.successor, msg.sender), NotSuccessor(proposal, msg.sender));
        require(terms.stage == ProposalStage.Proposed, ProposalStageForbids(proposal, terms.stage));

        terms.stage = ProposalStage.Accepted;
        emit SuccessionAccepted(terms.deal, proposal, msg.sender);
        _touch(terms.deal);
        if (_isBackup(terms)) _seat(proposal, terms);
    }

    /// @inheritdoc ISuccession
    function clear(uint64 proposal) external {
        Proposal storage terms = _proposals[proposal];
        require(terms.stage == ProposalStage.Accepted, ProposalStageForbids(proposal, terms.stage));
        bool isResolved = RolesLib.ROOM_RESOLUTIONS.holds(authority, msg.sender);
        if (!isResolved) _clearingRole(terms.successor).check(authority, msg.sender);
        PartyId party = _parties.partyOf(msg.sender);
        require(party != terms.successor && party != terms.proposer, ClearedByParty(proposal, party));

        emit SuccessionCleared(terms.deal, proposal, msg.sender);
        _touch(terms.deal);
        _seat(proposal, terms);
    }

    /* VIEWS */

    /// @inheritdoc ISuccession
    function proposalOf(uint64 proposal) external view returns (Proposal memory) {
        return _proposals[proposal];
    }

    /* INTERNAL */

    /// @dev The one door to the deal book. The proposer must still be in the office from which it proposed.
    function _seat(uint64 proposal, Proposal storage terms) private {
        PartyId proposer = terms.proposer;
        bool isInOffice = _dealBook.officeOf(terms.deal, _proposing(terms.office), 0) == proposer;
        bool stands = isInOffice && !_parties.profile(proposer).revoked;
        require(stands, ProposerLeft(proposal, proposer));

        _end(terms, ProposalStage.Effective);
        _dealBook.appoint(terms.deal, terms.office, terms.jurisdiction, terms.successor, terms.documentHash);
    }

    function _end(Proposal storage terms, ProposalStage stage) private {
        terms.stage = stage;
        standingOf[terms.deal][terms.office][terms.jurisdiction] = 0;
    }

    function _checkProposer(DealId deal, Office office) private view {
        Office proposing = _proposing(office);
        bool mayPropose = _dealBook.holdsOffice(deal, proposing, 0, msg.sender);
        require(mayPropose, IDealBook.NotOfficeHolder(deal, proposing, msg.sender));
    }

    function _isBackup(Proposal storage terms) private view returns (bool) {
        bool isServicer = terms.office == Office.Servicer;
        return isServicer && _dealBook.officeOf(terms.deal, Office.BackupServicer, 0) == terms.successor;
    }

    function _clearingRole(PartyId successor) private view returns (uint64) {
        return RolesLib.regulator(_parties.profile(successor).place.jurisdiction());
    }

    function _proposing(Office office) private pure returns (Office) {
        return office == Office.Trustee ? Office.Manager : Office.Trustee;
    }
}
