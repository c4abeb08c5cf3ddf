// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";

import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {ITitleRegistry} from "../interfaces/ITitleRegistry.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {FaultLib} from "../libraries/FaultLib.sol";
import {IpEventKind, IpKind, RegistrationKind} from "../types/Enums.sol";
import {PartyId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @title TitleRegistry
/// @notice Titles of intellectual property: what they are, who owns them, how long they live, what happened to them, and
/// which of them their owners open to managers (the catalogue).
///
/// NAMES
/// A title is a salted hash, so that a secret may be one. Where its number is public it stands here as text, once a place and
/// kind: the same patent cannot come twice under two salts.
///
/// LIFE
/// Described by its owner, or opened by a claim of a party that names it by its hash alone; that party may describe it later.
/// Whatever is not described has no known life, number or field.
///
/// FACTS
/// Add and clear faults (`FaultLib`). While claims rest on a title its facts come through the registry of rights, so that every
/// right on it follows; without claims an evaluator of its place records them.
///
/// ROLES
/// Owners describe, permit and forbid, assign, list and pay fees; evaluators of the title's place may record fees, registrations and facts. The registry of
/// rights alone adds and ends claims, and marks.
///
/// ASSUMPTIONS
/// Nobody here knows the offices' registers: what an owner states is worth its evidence, which managers and evaluators read.
contract TitleRegistry is ITitleRegistry, AccessManaged {
    using FaultLib for uint8;
    using RolesLib for uint64;

    struct Title {
        PartyId owner; // slot 0
        IpKind kind;
        Place place;
        uint32 filedDay;
        uint32 grantedDay;
        uint32 expiryDay;
        uint32 economicEndDay;
        uint8 faults;
        uint8 claims;
        uint32 feeDueDay; // slot 1
        bool listed;
        bytes32 field; // slot 2
        bytes32 publicNumber; // slot 3
    }

    /* STORAGE */

    IPartyRegistry private immutable parties;

    mapping(bytes32 title => Title record) private _titles;
    mapping(bytes32 numberHash => bytes32 title) private _numbers;
    mapping(bytes32 title => mapping(PartyId claimant => bytes32 consent)) public consentOf;
    mapping(bytes32 title => mapping(RegistrationKind kind => Registration entry)) private _registrations;

    constructor(address accessManager, IPartyRegistry partyRegistry) AccessManaged(accessManager) {
        parties = partyRegistry;
    }

    modifier onlyOwner(bytes32 title) {
        require(_isOwner(title, msg.sender), NotTitleOwner(title, msg.sender));
        _;
    }

    modifier onlySpeaker(bytes32 title) {
        _checkSpeaker(title);
        _;
    }

    modifier documented(bytes32 documentHash) {
        require(documentHash != 0, DocumentAbsent());
        _;
    }

    /* ACTIONS */

    /// @inheritdoc ITitleRegistry
    function register(TitleTerms calldata terms) external {
        PartyId owner = _eligibleCaller();
        Title storage record = _titles[terms.title];
        bool isOpen = record.owner == PartyId.wrap(0);
        require(isOpen || record.kind == IpKind.None, TitleKnown(terms.title));
        require(isOpen || record.owner == owner, NotTitleOwner(terms.title, msg.sender));
        _checkTerms(terms);

        _takeNumber(terms);
        _describe(record, owner, terms);
        emit TitleRegistered(terms.title, owner, terms);
    }

    /// @inheritdoc ITitleRegistry
    function permit(bytes32 title, PartyId claimant, bytes32 consent) external onlyOwner(title) documented(consent) {
        consentOf[title][claimant] = consent;
        emit ClaimPermitted(title, claimant, consent);
    }

    /// @inheritdoc ITitleRegistry
    function forbid(bytes32 title, PartyId claimant) external onlyOwner(title) {
        require(consentOf[title][claimant] != 0, ConsentAbsent(title, claimant));

        delete consentOf[title][claimant];
        emit ClaimForbidden(title, claimant);
    }

    /// @inheritdoc ITitleRegistry
    function assign(bytes32 title, PartyId assignee, bytes32 evidence) external onlyOwner(title) documented(evidence) {
        Title storage record = _titles[title];
        PartyId owner = record.owner;
        bool isFit = assignee != owner && parties.isEligible(assignee);
        require(isFit, AssigneeUnfit(title, assignee));

        record.owner = assignee;
        record.listed = false;
        emit TitleAssigned(title, owner, assignee, evidence);
    }

    /// @inheritdoc ITitleRegistry
    function list(bytes32 title, bytes32 consent) external onlyOwner(title) documented(consent) {
        Title storage record = _titles[title];
        require(record.kind != IpKind.None, TitleUnnamed());
        require(!record.listed, TitleListedAlready(title));

        record.listed = true;
        emit TitleListed(title, record.owner, consent);
    }

    /// @inheritdoc ITitleRegistry
    function delist(bytes32 title) external onlyOwner(title) {
        Title storage record = _titles[title];
        require(record.listed, TitleUnlisted(title));

        record.listed = false;
        emit TitleDelisted(title);
    }

    /// @inheritdoc ITitleRegistry
    function payFee(
        bytes32 title,
        uint32 paidDay,
        uint32 nextDueDay,
        bytes32 evidence
    ) external onlySpeaker(title) documented(evidence) {
        Title storage record = _titles[title];
        require(record.faults & FaultLib.FEE == 0, TitleFaulty(title, record.faults));
        require(paidDay != 0, DayAbsent());

        record.feeDueDay = nextDueDay;
        emit FeePaid(title, paidDay, nextDueDay, evidence);
    }

    /// @inheritdoc ITitleRegistry
    function recordRegistration(
        bytes32 title,
        RegistrationKind kind,
        Registration calldata registration,
        bytes32 evidence
    ) external onlySpeaker(title) documented(evidence) {
        require(kind != RegistrationKind.None && registration.number != 0, NumberAbsent());
        require(registration.day != 0, DayAbsent());

        _registrations[title][kind] = registration;
        emit RegistrationRecorded(title, kind, registration.number, registration.day, evidence);
    }

    /// @inheritdoc ITitleRegistry
    function expressInterest(bytes32 title, bytes32 documentHash) external documented(documentHash) {
        PartyId party = _eligibleCaller();
        Title storage record = _titles[title];
        require(record.listed, TitleUnlisted(title));
        require(record.owner != party, OwnInterest(title));

        emit InterestExpressed(title, party, documentHash);
    }

    /// @inheritdoc ITitleRegistry
    function recordFact(bytes32 title, IpEventKind kind, uint32 day, bytes32 documentHash) external {
        Title storage record = _known(title);
        RolesLib.evaluator(record.place.jurisdiction()).check(authority(), msg.sender);
        require(record.claims == 0, TitleInClaim(title));

        _mark(title, kind, day, documentHash);
    }

    /// @inheritdoc ITitleRegistry
    function addClaim(bytes32 title, PartyId claimant, Place place) external restricted {
        Title storage record = _titles[title];
        if (record.owner == PartyId.wrap(0)) _open(title, claimant, place);
        bool isPermitted = record.owner == claimant || consentOf[title][claimant] != 0;
        require(isPermitted, ClaimNotPermitted(title, claimant));
        require(record.faults == 0, TitleFaulty(title, record.faults));

        record.claims += 1;
        emit ClaimAdded(title, record.claims);
    }

    /// @inheritdoc ITitleRegistry
    function endClaim(bytes32 title) external restricted {
        Title storage record = _known(title);

        record.claims -= 1;
        emit ClaimEnded(title, record.claims);
    }

    /// @inheritdoc ITitleRegistry
    function mark(
        bytes32 title,
        IpEventKind kind,
        uint32 day,
        bytes32 documentHash
    ) external restricted returns (uint8 before, uint8 faults) {
        return _mark(title, kind, day, documentHash);
    }

    /* VIEWS */

    /// @inheritdoc ITitleRegistry
    function titleOf(bytes32 title) external view returns (TitleView memory) {
        Title memory record = _known(title);
        return
            TitleView({
                owner: record.owner,
                kind: record.kind,
                place: record.place,
                filedDay: record.filedDay,
                grantedDay: record.grantedDay,
                expiryDay: record.expiryDay,
                economicEndDay: record.economicEndDay,
                faults: record.faults,
                claims: record.claims,
                feeDueDay: record.feeDueDay,
                listed: record.listed,
                field: record.field,
                publicNumber: record.publicNumber
            });
    }

    /// @inheritdoc ITitleRegistry
    function titleByNumber(uint16 jurisdiction, IpKind kind, bytes32 publicNumber) external view returns (bytes32) {
        return _numbers[_numberHash(jurisdiction, kind, publicNumber)];
    }

    /// @inheritdoc ITitleRegistry
    function registrationOf(bytes32 title, RegistrationKind kind) external view returns (Registration memory) {
        return _registrations[title][kind];
    }

    /// @inheritdoc ITitleRegistry
    function lifeEndOf(bytes32[] calldata titles) external view returns (uint32 day) {
        day = type(uint32).max;
        for (uint256 i = 0; i < titles.length; ++i) {
            Title storage record = _known(titles[i]);
            uint32 end = _earlier(record.expiryDay, record.economicEndDay);
            if (end == 0) return 0;
            if (end < day) day = end;
        }
    }

    /* INTERNAL */

    /// @dev The one door of faults.
    function _mark(
        bytes32 title,
        IpEventKind kind,
        uint32 day,
        bytes32 documentHash
    ) private documented(documentHash) returns (uint8 before, uint8 faults) {
        Title storage record = _known(title);
        before = record.faults;
        faults = before.applied(kind);
        require(FaultLib.isOfTitle(kind), FactOfClaim(kind));
        require(day != 0, DayAbsent());
        require(faults != before, FactKnown(title, kind));

        record.faults = faults;
        emit TitleFactRecorded(title, kind, day, documentHash, faults);
    }

    function _open(bytes32 title, PartyId owner, Place place) private {
        require(title != 0, TitleUnnamed());
        _titles[title].owner = owner;
        _titles[title].place = place;
        emit TitleOpened(title, owner, place);
    }

    function _describe(Title storage record, PartyId owner, TitleTerms calldata terms) private {
        record.owner = owner;
        record.kind = terms.kind;
        record.place = terms.place;
        record.filedDay = terms.filedDay;
        record.grantedDay = terms.grantedDay;
        record.expiryDay = terms.expiryDay;
        record.economicEndDay = terms.economicEndDay;
        record.feeDueDay = terms.feeDueDay;
        record.field = terms.field;
        record.publicNumber = terms.publicNumber;
    }

    function _takeNumber(TitleTerms calldata terms) private {
        if (terms.publicNumber == 0) return;
        bytes32 hash = _numberHash(terms.place.jurisdiction(), terms.kind, terms.publicNumber);
        require(_numbers[hash] == 0, NumberTaken(terms.publicNumber, _numbers[hash]));
        _numbers[hash] = terms.title;
    }

    function _known(bytes32 title) private view returns (Title storage record) {
        record = _titles[title];
        require(record.owner != PartyId.wrap(0), UnknownTitle(title));
    }

    function _eligibleCaller() private view returns (PartyId party) {
        party = parties.partyOf(msg.sender);
        require(parties.isEligible(party), PartyIneligible(msg.sender));
    }

    function _isOwner(bytes32 title, address wallet) private view returns (bool) {
        return _known(title).owner == parties.partyOf(wallet);
    }

    function _checkSpeaker(bytes32 title) private view {
        uint64 evaluator = RolesLib.evaluator(_known(title).place.jurisdiction());
        bool speaks = _isOwner(title, msg.sender) || evaluator.holds(authority(), msg.sender);
        require(speaks, NotTitleSpeaker(title, msg.sender));
    }

    /// @dev A title that is only applied for has no day of grant; one without end (a secret) has no day of expiry.
    function _checkTerms(TitleTerms calldata terms) private pure {
        bool isNamed = terms.title != 0 && terms.kind != IpKind.None && terms.place != Place.wrap(0);
        bool isOrdered = terms.filedDay != 0 && (terms.grantedDay == 0 || terms.grantedDay >= terms.filedDay);
        bool isAlive = terms.expiryDay == 0 || terms.expiryDay > terms.filedDay;
        require(isNamed, TitleUnnamed());
        require(isOrdered && isAlive, DaysDisordered(terms.filedDay, terms.grantedDay, terms.expiryDay));
        require(terms.evidence != 0, DocumentAbsent());
    }

    function _numberHash(uint16 jurisdiction, IpKind kind, bytes32 publicNumber) private pure returns (bytes32) {
        return keccak256(abi.encode(jurisdiction, kind, publicNumber));
    }

    /// @dev The earlier of two days that are known.
    function _earlier(uint32 a, uint32 b) private pure returns (uint32) {
        if (a == 0 || b == 0) return a == 0 ? b : a;
        return a < b ? a : b;
    }
}
