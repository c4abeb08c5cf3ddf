// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IRightsRegistry} from "../interfaces/IRightsRegistry.sol";
import {ITitleRegistry} from "../interfaces/ITitleRegistry.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {FaultLib} from "../libraries/FaultLib.sol";
import {MaturityLib} from "../libraries/MaturityLib.sol";
import {Currency} from "../types/Currency.sol";
import {IpEventKind, Maturity} from "../types/Enums.sol";
import {DealId, PartyId, RightId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @title RightsRegistry
/// @notice Revenue rights over intellectual property. A right is a contractual claim that rests on one or more titles of
/// `TitleRegistry`; contract, obligor and dossier are salted hashes.
///
/// LIFE
/// Registered → free ⇄ encumbered by one deal → retired. Retiring a claim frees its titles. A right that backs a deal is
/// neither transferred nor retired.
///
/// SHARED TITLES
/// A title stands in one live claim. A second is registered only when the first backs a deal and the trustees of that deal and of
/// another have each accepted the other's deal for this title. Both claims are then bound to their deals while they share it.
///
/// MATURITY
/// Readiness fixes the class (`MaturityLib`), facts lower it (`FaultLib`): a lost title or an ended licence leaves none, a
/// watched title one class less. A right is registered only with a class and on titles without fault; a later evaluation records
/// whatever the evaluator found. A right without a class backs nothing.
///
/// ROLES
/// Any eligible party registers: the door of ownership refuses others. Evaluators of the right's jurisdiction evaluate and
/// appraise, themselves or by a statement that the evaluation book checked, and record facts while it backs no deal; then the desk of
/// the deal's officers does. The pool book alone encumbers and releases. Owners are eligible parties.
contract RightsRegistry is IRightsRegistry, ERC721, AccessManaged {
    using FaultLib for uint8;
    using RolesLib for uint64;

    /// @param lost Titles of the right that are lost
    /// @param watched Titles of the right that are watched
    struct Right {
        PartyId originator; // slot 0
        DealId deal;
        Place place;
        Currency currency;
        uint8 trl;
        bool licenceEnded;
        uint8 lost;
        uint8 watched;
        uint48 appraisalValidUntil;
        uint128 principal; // slot 1
        uint128 appraisedValue;
        bytes32 obligorHash; // slot 2
        bytes32 payerHash; // slot 3
        bytes32[] titles;
    }

    /// @dev The one deal that a claim with shared titles may back.
    struct Bond {
        DealId deal;
        uint8 titles;
    }

    /* STORAGE */

    IPartyRegistry private immutable parties;
    ITitleRegistry private immutable titleRegistry;

    uint64 public rightCount;
    mapping(RightId right => Right record) private _rights;
    mapping(bytes32 title => RightId right) public claimOn;
    mapping(bytes32 title => RightId right) public secondClaimOn;
    mapping(bytes32 title => mapping(DealId deal => DealId other)) public acceptedFor;
    mapping(RightId right => Bond bond) private _bonds;

    constructor(
        address accessManager,
        IPartyRegistry partyRegistry,
        ITitleRegistry titles
    ) ERC721("Lingnan Revenue Right", "LNR") AccessManaged(accessManager) {
        parties = partyRegistry;
        titleRegistry = titles;
    }

    /* ACTIONS */

    /// @inheritdoc IRightsRegistry
    function register(RightTerms calldata terms) external returns (RightId right) {
        PartyId originator = parties.partyOf(msg.sender);
        _checkClaim(terms);
        _checkReadiness(terms);
        _checkAppraisal(terms.appraisedValue, terms.appraisalValidUntil);

        right = RightId.wrap(++rightCount);
        _claim(right, terms.titles);
        _record(right, originator, terms);
        emit RightRegistered(right, originator, terms);
        _mint(msg.sender, rightCount);
        for (uint256 i = 0; i < terms.titles.length; ++i) {
            titleRegistry.addClaim(terms.titles[i], originator, terms.place);
        }
    }

    /// @inheritdoc IRightsRegistry
    function evaluate(RightId right, uint8 trl, bytes32 evidence) external {
        Right storage record = _live(right);
        _checkEvaluator(record.place);
        require(evidence != 0, EvidenceAbsent());
        require(trl >= MaturityLib.LOWEST_READINESS && trl <= MaturityLib.HIGHEST_READINESS, ReadinessOutOfRange(trl));

        record.trl = trl;
        emit RightEvaluated(right, msg.sender, trl, _classOf(record), evidence);
    }

    /// @inheritdoc IRightsRegistry
    function appraise(RightId right, uint128 value, uint48 validUntil, bytes32 evidence) external {
        Right storage record = _live(right);
        _checkEvaluator(record.place);
        require(evidence != 0, EvidenceAbsent());
        _checkAppraisal(value, validUntil);

        record.appraisedValue = value;
        record.appraisalValidUntil = validUntil;
        emit RightAppraised(right, msg.sender, value, validUntil, evidence);
    }

    /// @inheritdoc IRightsRegistry
    function retire(RightId right, bytes32[] calldata titles, bytes32 evidence) external {
        Right storage record = _live(right);
        PartyId holder = parties.partyBehind(_ownerOf(RightId.unwrap(right)));
        require(holder == parties.partyOf(msg.sender), NotRightHolder(right, msg.sender));
        require(evidence != 0, EvidenceAbsent());
        uint256 held = record.titles.length;
        require(titles.length == held, TitlesIncomplete(right, titles.length, held));

        for (uint256 i = 0; i < held; ++i) _disclaim(right, titles[i]);
        emit RightRetired(right, titles, evidence);
        _burn(RightId.unwrap(right));
        for (uint256 i = 0; i < held; ++i) titleRegistry.endClaim(titles[i]);
    }

    /// @inheritdoc IRightsRegistry
    function recordFact(RightId right, Fact calldata fact) external {
        Right storage record = _live(right);
        _checkReporter(record);
        require(fact.kind != IpEventKind.None && fact.day != 0, FactUnnamed());
        require(fact.documentHash != 0, EvidenceAbsent());

        if (FaultLib.isOfTitle(fact.kind)) _markTitle(right, fact);
        else _markClaim(right, record, fact);
    }

    /// @inheritdoc IRightsRegistry
    function acceptShared(bytes32 title, DealId deal, DealId other) external restricted {
        require(deal != other && other != DealId.wrap(0), SharedWithItself(title, deal));

        acceptedFor[title][deal] = other;
        emit SharedTitleAccepted(title, deal, other);
    }

    /// @inheritdoc IRightsRegistry
    function encumber(RightId right, DealId deal) external restricted {
        Right storage record = _live(right);
        DealId standing = record.deal;
        Bond memory bond = _bonds[right];
        require(standing == DealId.wrap(0), RightAlreadyEncumbered(right, standing));
        require(bond.titles == 0 || bond.deal == deal, RightBound(right, bond.deal));

        record.deal = deal;
        emit RightEncumbered(right, deal);
    }

    /// @inheritdoc IRightsRegistry
    function release(RightId right, DealId deal) external restricted {
        Right storage record = _live(right);
        require(record.deal == deal, RightNotEncumbered(right, deal));

        record.deal = DealId.wrap(0);
        emit RightReleased(right, deal);
    }

    /* VIEWS */

    /// @inheritdoc IRightsRegistry
    function rightOf(RightId right) external view returns (RightView memory) {
        Right storage record = _live(right);
        return
            RightView({
                owner: _ownerOf(RightId.unwrap(right)),
                originator: record.originator,
                maturity: _classOf(record),
                trl: record.trl,
                place: record.place,
                currency: record.currency,
                principal: record.principal,
                appraisedValue: record.appraisedValue,
                appraisalValidUntil: record.appraisalValidUntil,
                deal: record.deal,
                obligorHash: record.obligorHash,
                payerHash: record.payerHash
            });
    }

    /// @inheritdoc IRightsRegistry
    function principalByMaturity(RightId[] calldata rights) external view returns (uint128[4] memory sums) {
        for (uint256 i = 0; i < rights.length; ++i) {
            Right storage record = _live(rights[i]);
            sums[uint8(_classOf(record))] += record.principal;
        }
    }

    /// @inheritdoc IRightsRegistry
    function titlesOf(RightId right) external view returns (bytes32[] memory) {
        return _live(right).titles;
    }

    /// @inheritdoc IRightsRegistry
    function soundnessOf(RightId right) external view returns (Soundness memory) {
        Right storage record = _live(right);
        return
            Soundness({
                licenceEnded: record.licenceEnded,
                lost: record.lost,
                watched: record.watched,
                lifeEndDay: titleRegistry.lifeEndOf(record.titles),
                boundTo: _bonds[right].deal
            });
    }

    /* INTERNAL */

    /// @dev The one door of ownership: a right that backs a deal stays, owners are eligible, and a lost wallet gives nothing away.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address) {
        RightId right = RightId.wrap(uint64(tokenId));
        DealId deal = _rights[right].deal;
        require(deal == DealId.wrap(0), RightAlreadyEncumbered(right, deal));
        address from = _ownerOf(tokenId);
        bool isGiven = from != address(0) && to != address(0);
        require(!isGiven || parties.partyOf(from) != PartyId.wrap(0), NotEligible(from));
        require(to == address(0) || parties.isEligible(parties.partyOf(to)), NotEligible(to));
        return super._update(to, tokenId, auth);
    }

    function _claim(RightId right, bytes32[] calldata titles) private {
        for (uint256 i = 0; i < titles.length; ++i) {
            if (claimOn[titles[i]] == RightId.wrap(0)) claimOn[titles[i]] = right;
            else _share(right, titles[i]);
        }
    }

    /// @dev The second claim on a title, by the word of both trustees. A right that is being registered backs no deal yet, so that a
    /// title named twice is never agreed.
    function _share(RightId right, bytes32 title) private {
        RightId standing = claimOn[title];
        DealId deal = _rights[standing].deal;
        DealId other = acceptedFor[title][deal];
        bool isAgreed = other != DealId.wrap(0) && acceptedFor[title][other] == deal;
        bool isSecond = secondClaimOn[title] == RightId.wrap(0);
        require(isAgreed && isSecond, TitleClaimed(title, standing));

        secondClaimOn[title] = right;
        _bond(standing, deal);
        _bond(right, other);
    }

    function _bond(RightId right, DealId deal) private {
        Bond storage bond = _bonds[right];
        require(bond.titles == 0 || bond.deal == deal, RightBound(right, bond.deal));
        bond.deal = deal;
        bond.titles += 1;
    }

    function _unbond(RightId right) private {
        Bond storage bond = _bonds[right];
        bond.titles -= 1;
        if (bond.titles == 0) bond.deal = DealId.wrap(0);
    }

    function _disclaim(RightId right, bytes32 title) private {
        RightId second = secondClaimOn[title];
        bool isFirst = claimOn[title] == right;
        require(isFirst || second == right, NotTitleOf(right, title));

        if (isFirst) claimOn[title] = second;
        if (second == RightId.wrap(0)) return;
        secondClaimOn[title] = RightId.wrap(0);
        _unbond(right);
        _unbond(isFirst ? second : claimOn[title]);
    }

    function _markTitle(RightId right, Fact calldata fact) private {
        RightId first = claimOn[fact.title];
        RightId second = secondClaimOn[fact.title];
        require(first == right || second == right, NotTitleOf(right, fact.title));

        (uint8 before, uint8 faults) = titleRegistry.mark(fact.title, fact.kind, fact.day, fact.documentHash);
        _follow(first, fact, before, faults);
        if (second != RightId.wrap(0)) _follow(second, fact, before, faults);
    }

    /// @dev A claim follows the faults of one of its titles.
    function _follow(RightId right, Fact calldata fact, uint8 before, uint8 faults) private {
        Right storage record = _rights[right];
        if (before.isLost() != faults.isLost()) record.lost = faults.isLost() ? record.lost + 1 : record.lost - 1;
        if (before.isWatched() != faults.isWatched()) {
            record.watched = faults.isWatched() ? record.watched + 1 : record.watched - 1;
        }
        emit RightFactRecorded(right, fact.kind, fact, _classOf(record));
    }

    function _markClaim(RightId right, Right storage record, Fact calldata fact) private {
        require(fact.title == 0, NotTitleOf(right, fact.title));
        bool ends = fact.kind == IpEventKind.LicenceEnded;
        require(!ends || !record.licenceEnded, LicenceAlreadyEnded(right));

        if (fact.kind != IpEventKind.Reappraised) record.licenceEnded = ends;
        emit RightFactRecorded(right, fact.kind, fact, _classOf(record));
    }

    function _record(RightId right, PartyId originator, RightTerms calldata terms) private {
        Right storage record = _rights[right];
        record.originator = originator;
        record.place = terms.place;
        record.currency = terms.currency;
        record.trl = terms.trl;
        record.appraisalValidUntil = terms.appraisalValidUntil;
        record.principal = terms.principal;
        record.appraisedValue = terms.appraisedValue;
        record.obligorHash = terms.obligorHash;
        record.payerHash = terms.payerHash;
        record.titles = terms.titles;
    }

    function _classOf(Right storage record) private view returns (Maturity) {
        bytes32 payerHash = record.payerHash;
        Maturity class = MaturityLib.classOf(record.trl, payerHash);
        if (record.licenceEnded || record.lost != 0) return Maturity.None;
        return record.watched == 0 ? class : FaultLib.lowered(class, payerHash);
    }

    function _checkEvaluator(Place place) private view {
        if (RolesLib.ROOM_EVALUATION.holds(authority(), msg.sender)) return;
        RolesLib.evaluator(place.jurisdiction()).check(authority(), msg.sender);
    }

    /// @dev While a right backs a deal its facts come from the officers of that deal.
    function _checkReporter(Right storage record) private view {
        bool isFree = record.deal == DealId.wrap(0);
        uint64 role = isFree ? RolesLib.evaluator(record.place.jurisdiction()) : RolesLib.ROOM_RIGHTS_DESK;
        role.check(authority(), msg.sender);
    }

    function _live(RightId right) private view returns (Right storage record) {
        require(_ownerOf(RightId.unwrap(right)) != address(0), UnknownRight(right));
        return _rights[right];
    }

    function _checkAppraisal(uint128 value, uint48 validUntil) private view {
        require(value != 0, AppraisalEmpty());
        require(validUntil > block.timestamp, AppraisalExpired(validUntil));
    }

    function _checkClaim(RightTerms calldata terms) private pure {
        uint256 count = terms.titles.length;
        bool isNamed = terms.claimHash != 0 && terms.obligorHash != 0;
        bool isPlaced = terms.place != Place.wrap(0) && terms.currency != Currency.wrap(0);
        require(count != 0, TitleMissing());
        require(count <= type(uint8).max, TooManyTitles(count));
        require(isNamed && isPlaced, RightUnnamed());
        require(terms.principal != 0, ClaimEmpty());
        require(terms.evidence != 0, EvidenceAbsent());
    }

    function _checkReadiness(RightTerms calldata terms) private pure {
        uint8 trl = terms.trl;
        require(trl >= MaturityLib.EARLY_FROM && trl <= MaturityLib.HIGHEST_READINESS, ReadinessOutOfRange(trl));
        require(MaturityLib.classOf(trl, terms.payerHash) != Maturity.None, PayerMissing(trl));
    }
}
