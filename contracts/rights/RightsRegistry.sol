// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";
import {IRightsRegistry} from "../interfaces/IRightsRegistry.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {MaturityLib} from "../libraries/MaturityLib.sol";
import {Currency} from "../types/Currency.sol";
import {Maturity} from "../types/Enums.sol";
import {DealId, PartyId, RightId} from "../types/Ids.sol";
import {Place} from "../types/Place.sol";

/// @title RightsRegistry
/// @notice Revenue rights over intellectual property. A right is a contractual claim that rests on one or more titles;
/// titles, contract, obligor and dossier are salted hashes.
///
/// LIFE
/// Registered → free ⇄ encumbered by one deal → retired. A title stands in one live claim; retiring a claim frees its
/// titles. A right that backs a deal is neither transferred nor retired.
///
/// MATURITY
/// Readiness fixes the class (`MaturityLib`). A right is registered only with a class; a later evaluation records
/// whatever the evaluator found, and a right that falls below every class backs nothing until it is evaluated again.
///
/// ROLES
/// Any eligible party registers: the door of ownership refuses others. Evaluators of the right's jurisdiction evaluate and appraise.
/// The pool book alone encumbers and releases. Owners are eligible parties.
contract RightsRegistry is IRightsRegistry, ERC721, AccessManaged {
    using RolesLib for uint64;

    struct Right {
        PartyId originator; // slot 0
        DealId deal;
        Place place;
        Currency currency;
        uint8 trl;
        uint8 titles;
        uint48 appraisalValidUntil;
        uint128 principal; // slot 1
        uint128 appraisedValue;
        bytes32 obligorHash; // slot 2
        bytes32 payerHash; // slot 3
    }

    /* STORAGE */

    IPartyRegistry private immutable parties;

    uint64 public rightCount;
    mapping(RightId right => Right record) private _rights;
    mapping(bytes32 title => RightId right) public claimOn;

    constructor(
        address accessManager,
        IPartyRegistry partyRegistry
    ) ERC721("Lingnan Revenue Right", "LNR") AccessManaged(accessManager) {
        parties = partyRegistry;
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
    }

    /// @inheritdoc IRightsRegistry
    function evaluate(RightId right, uint8 trl, bytes32 evidence) external {
        Right storage record = _live(right);
        RolesLib.evaluator(record.place.jurisdiction()).check(authority(), msg.sender);
        require(evidence != 0, EvidenceAbsent());
        require(trl >= MaturityLib.LOWEST_READINESS && trl <= MaturityLib.HIGHEST_READINESS, ReadinessOutOfRange(trl));

        record.trl = trl;
        emit RightEvaluated(right, msg.sender, trl, MaturityLib.classOf(trl, record.payerHash), evidence);
    }

    /// @inheritdoc IRightsRegistry
    function appraise(RightId right, uint128 value, uint48 validUntil, bytes32 evidence) external {
        Right storage record = _live(right);
        RolesLib.evaluator(record.place.jurisdiction()).check(authority(), msg.sender);
        require(evidence != 0, EvidenceAbsent());
        _checkAppraisal(value, validUntil);

        record.appraisedValue = value;
        record.appraisalValidUntil = validUntil;
        emit RightAppraised(right, msg.sender, value, validUntil, evidence);
    }

    /// @inheritdoc IRightsRegistry
    function retire(RightId right, bytes32[] calldata titles, bytes32 evidence) external {
        Right storage record = _live(right);
        PartyId holder = parties.partyOf(_ownerOf(RightId.unwrap(right)));
        require(holder == parties.partyOf(msg.sender), NotRightHolder(right, msg.sender));
        require(evidence != 0, EvidenceAbsent());
        require(titles.length == record.titles, TitlesIncomplete(right, titles.length, record.titles));

        _disclaim(right, titles);
        emit RightRetired(right, titles, evidence);
        _burn(RightId.unwrap(right));
    }

    /// @inheritdoc IRightsRegistry
    function encumber(RightId right, DealId deal) external restricted {
        Right storage record = _live(right);
        DealId standing = record.deal;
        require(standing == DealId.wrap(0), RightAlreadyEncumbered(right, standing));

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
        Right memory record = _live(right);
        return
            RightView({
                owner: _ownerOf(RightId.unwrap(right)),
                originator: record.originator,
                maturity: MaturityLib.classOf(record.trl, record.payerHash),
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
            sums[uint8(MaturityLib.classOf(record.trl, record.payerHash))] += record.principal;
        }
    }

    /* INTERNAL */

    /// @dev The one door of ownership: a right that backs a deal stays, and owners are eligible.
    function _update(address to, uint256 tokenId, address auth) internal override returns (address) {
        RightId right = RightId.wrap(uint64(tokenId));
        DealId deal = _rights[right].deal;
        require(deal == DealId.wrap(0), RightAlreadyEncumbered(right, deal));
        require(to == address(0) || parties.isEligible(parties.partyOf(to)), NotEligible(to));
        return super._update(to, tokenId, auth);
    }

    function _claim(RightId right, bytes32[] calldata titles) private {
        for (uint256 i = 0; i < titles.length; ++i) {
            RightId standing = claimOn[titles[i]];
            require(standing == RightId.wrap(0), TitleClaimed(titles[i], standing));
            claimOn[titles[i]] = right;
        }
    }

    function _disclaim(RightId right, bytes32[] calldata titles) private {
        for (uint256 i = 0; i < titles.length; ++i) {
            require(claimOn[titles[i]] == right, NotTitleOf(right, titles[i]));
            claimOn[titles[i]] = RightId.wrap(0);
        }
    }

    function _record(RightId right, PartyId originator, RightTerms calldata terms) private {
        _rights[right] = Right({
            originator: originator,
            deal: DealId.wrap(0),
            place: terms.place,
            currency: terms.currency,
            trl: terms.trl,
            titles: uint8(terms.titles.length),
            appraisalValidUntil: terms.appraisalValidUntil,
            principal: terms.principal,
            appraisedValue: terms.appraisedValue,
            obligorHash: terms.obligorHash,
            payerHash: terms.payerHash
        });
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
