// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IDealBook} from "../interfaces/IDealBook.sol";
import {ILimitBook} from "../interfaces/ILimitBook.sol";
import {IPartyRegistry} from "../interfaces/IPartyRegistry.sol";

import {RolesLib} from "../access/RolesLib.sol";
import {Trail} from "../access/Trail.sol";
import {DealStage, Office} from "../types/Enums.sol";
import {DealId, PartyId, SeriesId} from "../types/Ids.sol";
import {CN, HK, MO} from "../types/Place.sol";
import {Standing} from "../types/Standing.sol";
import {KindLib} from "./rules/KindLib.sol";
import {LimitFacts, Limits} from "./rules/LimitFacts.sol";
import {LimitListLib} from "./rules/LimitListLib.sol";
import {RefusalLib} from "./rules/RefusalLib.sol";

/// @title LimitBook
/// @notice Limits of a deal's series beyond what every note asks: classes by place, sizes, holders, borders, retention.
///
/// TERMS
/// The manager sets them while the deal is a draft, all of them together and each once; when a note is issued they stand. The
/// factory ties them to the note, and a note whose terms say that it is limited asks here in every movement. Where a place
/// has a cap, every series of it is limited.
///
/// COUNTS
/// Units are counted by party, over all its wallets, dead ones too. Holders change only when a party's units of a series
/// begin or end. An omnibus account counts as many holders as its custodian declares, at least one. Offerees never fall.
///
/// BORDERS
/// Money crosses from the place of who receives units to the place of who gives them; for issued units to that of the
/// series. A quota counts it at face in its window of days, UTC+8, in the deal's currency; what comes back frees nothing.
///
/// ORDERS
/// An order asks only for the class, place and grade of who receives; it is counted like any movement. Inside one party
/// nothing changes hands and nothing is counted.
///
/// COST
/// No loop over holders: a movement reads its terms, writes one slot a party, and one of a quota where it crosses.
contract LimitBook is ILimitBook, Trail {
    using SafeCast for uint256;

    uint256 private constant UTC_PLUS_8 = 8 hours;

    /* STORAGE */

    address private immutable _authority;
    IPartyRegistry private immutable _registry;
    IDealBook private immutable _dealBook;

    mapping(DealId deal => SeriesId[] series) private _limited;
    mapping(SeriesId series => SeriesLimits limits) private _terms;
    mapping(address note => Limits limits) private _limits;
    mapping(address note => PartyId party) private _retainers;
    mapping(address note => mapping(PartyId party => uint96 units)) public heldBy;
    mapping(DealId deal => mapping(uint16 jurisdiction => Crowd crowd)) private _crowds;
    mapping(DealId deal => mapping(uint16 jurisdiction => mapping(PartyId party => Presence presence)))
        private _present;
    mapping(DealId deal => bytes32[] directions) private _directions;
    mapping(DealId deal => mapping(bytes32 direction => Quota quota)) private _quotas;

    /// @dev A movement with what its record changes.
    /// @param isCrowdChanged Whether a holding begins or ends
    struct Draft {
        LimitFacts facts;
        Crowd crowd;
        Presence giver;
        Presence taker;
        bytes32 direction;
        Quota quota;
        bool isCrowdChanged;
    }

    constructor(address authority, IPartyRegistry registry, IDealBook dealBook) {
        _authority = authority;
        _registry = registry;
        _dealBook = dealBook;
    }

    /* ACTIONS */

    /// @inheritdoc ILimitBook
    function limit(
        DealId deal,
        SeriesLimits[] calldata series,
        PlaceLimits[] calldata places,
        QuotaLimits[] calldata quotas
    ) external {
        require(_dealBook.holdsOffice(deal, Office.Manager, 0, msg.sender), NotLimitManager(deal, msg.sender));
        require(_dealBook.stageOf(deal) == DealStage.Draft, LimitsFixed(deal));
        require(_isUnissued(deal), LimitsFixed(deal));
        _forget(deal);
        for (uint256 i = 0; i < series.length; ++i) _limitSeries(deal, series[i]);
        for (uint256 i = 0; i < places.length; ++i) _limitPlace(deal, places, i);
        for (uint256 i = 0; i < quotas.length; ++i) _limitQuota(deal, quotas[i]);
        emit LimitsSet(deal, series, places, quotas);
        _touch(deal);
    }

    /// @inheritdoc ILimitBook
    function bind(SeriesId series, address note) external {
        RolesLib.check(RolesLib.ROOM_NOTES, _authority, msg.sender);
        SeriesLimits memory terms = _terms[series];
        (DealId deal, IDealBook.SeriesTerms memory own, ) = _dealBook.seriesTermsOf(series);
        IDealBook.TrancheTerms memory tranche = _dealBook.trancheOf(deal, own.tranche);
        _limits[note] = Limits({
            admittedCn: terms.admittedCn,
            admittedHk: terms.admittedHk,
            admittedMo: terms.admittedMo,
            exempt: terms.exempt,
            lockedUntilDay: terms.lockedUntilDay,
            minimum: terms.minimum,
            step: terms.step,
            holdingCap: terms.holdingCap,
            retained: terms.retained,
            deal: DealId.unwrap(deal),
            face: uint256(tranche.face).toUint64(),
            jurisdiction: own.place.jurisdiction(),
            grade: tranche.grade,
            channel: terms.channel
        });
        _retainers[note] = terms.retainer;
        emit LimitsBound(deal, series, note);
        _touch(deal);
    }

    /// @inheritdoc ILimitBook
    function declare(DealId deal, uint16 jurisdiction, PartyId party, uint32 holders) external {
        bool mayDeclare = _dealBook.holdsOffice(deal, Office.Custodian, jurisdiction, msg.sender);
        require(mayDeclare, NotDeclarer(deal, jurisdiction, msg.sender));
        Presence storage presence = _present[deal][jurisdiction][party];
        if (presence.series != 0) {
            Crowd storage crowd = _crowds[deal][jurisdiction];
            uint256 counted = uint256(crowd.holders) - _weight(presence.declared) + _weight(holders);
            bool fits = crowd.holderCap == 0 || counted <= crowd.holderCap;
            require(fits, HoldersExceeded(deal, jurisdiction, counted.toUint32(), crowd.holderCap));
            crowd.holders = counted.toUint32();
        }
        presence.declared = holders;
        emit HoldersDeclared(deal, jurisdiction, party, holders);
        _touch(deal);
    }

    /// @inheritdoc ILimitBook
    function record(Limited calldata movement) external returns (uint8 code) {
        Draft memory draft = _draft(msg.sender, movement);
        code = LimitListLib.decide(draft.facts);
        if (code != RefusalLib.NONE || draft.facts.from == draft.facts.to) return code;
        LimitFacts memory facts = draft.facts;
        uint96 units = movement.units;
        if (PartyId.unwrap(facts.from) != 0) heldBy[msg.sender][facts.from] = uint96(facts.given) - units;
        if (PartyId.unwrap(facts.to) != 0) heldBy[msg.sender][facts.to] = uint96(facts.held) + units;
        DealId deal = DealId.wrap(facts.limits.deal);
        if (draft.isCrowdChanged) _recordCrowd(deal, draft);
        if (facts.crossing != 0 && draft.quota.windowDays != 0) {
            draft.quota.used += facts.crossing.toUint96();
            _quotas[deal][draft.direction] = draft.quota;
        }
    }

    /* VIEWS */

    /// @inheritdoc ILimitBook
    function decide(address note, Limited calldata movement) external view returns (uint8 code) {
        return LimitListLib.decide(_draft(note, movement).facts);
    }

    /// @inheritdoc ILimitBook
    function admits(address note, Standing standing) external view returns (uint8 code) {
        return LimitListLib.ofReceiver(_limits[note], standing);
    }

    /// @inheritdoc ILimitBook
    function isLimited(SeriesId series) external view returns (bool) {
        return SeriesId.unwrap(_terms[series].series) != 0;
    }

    /// @inheritdoc ILimitBook
    function limitsOf(SeriesId series) external view returns (SeriesLimits memory) {
        return _terms[series];
    }

    /// @inheritdoc ILimitBook
    function crowdOf(DealId deal, uint16 jurisdiction) external view returns (Crowd memory) {
        return _crowds[deal][jurisdiction];
    }

    /// @inheritdoc ILimitBook
    function presenceOf(DealId deal, uint16 jurisdiction, PartyId party) external view returns (Presence memory) {
        return _present[deal][jurisdiction][party];
    }

    /// @inheritdoc ILimitBook
    function quotaOf(DealId deal, uint8 channel, uint16 payer, uint16 payee) external view returns (Quota memory) {
        return _quotas[deal][_direction(channel, payer, payee)];
    }

    /// @inheritdoc ILimitBook
    function quotasOf(DealId deal) external view returns (QuotaLimits[] memory quotas) {
        bytes32[] memory directions = _directions[deal];
        quotas = new QuotaLimits[](directions.length);
        for (uint256 i = 0; i < directions.length; ++i) {
            Quota memory quota = _quotas[deal][directions[i]];
            uint256 word = uint256(directions[i]);
            quotas[i] = QuotaLimits({
                channel: uint8(word >> 32),
                payer: uint16(word >> 16),
                payee: uint16(word),
                windowDays: quota.windowDays,
                amount: quota.amount
            });
        }
    }

    /* INTERNAL */

    /// @dev Notes of a deal are issued together.
    function _isUnissued(DealId deal) private view returns (bool) {
        (, , address note) = _dealBook.seriesTermsOf(_dealBook.seriesOf(deal)[0]);
        return note == address(0);
    }

    /// @dev The limits of a draft are replaced as a whole.
    function _forget(DealId deal) private {
        SeriesId[] memory before = _limited[deal];
        for (uint256 i = 0; i < before.length; ++i) delete _terms[before[i]];
        delete _limited[deal];
        bytes32[] memory directions = _directions[deal];
        for (uint256 i = 0; i < directions.length; ++i) delete _quotas[deal][directions[i]];
        delete _directions[deal];
        delete _crowds[deal][CN];
        delete _crowds[deal][HK];
        delete _crowds[deal][MO];
    }

    function _limitSeries(DealId deal, SeriesLimits calldata terms) private {
        (DealId home, , ) = _dealBook.seriesTermsOf(terms.series);
        require(home == deal, LimitsElsewhere(deal, terms.series));
        bool isKept = (terms.retained != 0) == (PartyId.unwrap(terms.retainer) != 0);
        require(isKept, RetainerMissing(terms.series));
        bool isFirst = SeriesId.unwrap(_terms[terms.series].series) == 0;
        require(isFirst, SeriesTwice(deal, terms.series));
        _terms[terms.series] = terms;
        _limited[deal].push(terms.series);
    }

    function _limitPlace(DealId deal, PlaceLimits[] calldata places, uint256 index) private {
        PlaceLimits calldata terms = places[index];
        for (uint256 i = 0; i < index; ++i) {
            bool isOther = places[i].jurisdiction != terms.jurisdiction;
            require(isOther, PlaceTwice(deal, terms.jurisdiction));
        }
        SeriesId[] memory all = _dealBook.seriesOf(deal);
        for (uint256 i = 0; i < all.length; ++i) {
            (, IDealBook.SeriesTerms memory own, ) = _dealBook.seriesTermsOf(all[i]);
            bool isElsewhere = own.place.jurisdiction() != terms.jurisdiction;
            bool isCounted = isElsewhere || SeriesId.unwrap(_terms[all[i]].series) != 0;
            require(isCounted, SeriesUnlimited(deal, all[i]));
        }
        _crowds[deal][terms.jurisdiction] = Crowd(0, terms.holderCap, 0, terms.offereeCap);
    }

    function _limitQuota(DealId deal, QuotaLimits calldata terms) private {
        require(terms.channel != 0 && terms.windowDays != 0, WindowMissing(terms.channel));
        bytes32 direction = _direction(terms.channel, terms.payer, terms.payee);
        bool isFirst = _quotas[deal][direction].windowDays == 0;
        require(isFirst, QuotaTwice(deal, terms.channel, terms.payer, terms.payee));
        _directions[deal].push(direction);
        _quotas[deal][direction] = Quota({amount: terms.amount, used: 0, window: 0, windowDays: terms.windowDays});
    }

    /// @dev What a movement would change; decides and records alike.
    function _draft(address note, Limited calldata movement) private view returns (Draft memory draft) {
        LimitFacts memory facts = draft.facts;
        facts.limits = _limits[note];
        require(facts.limits.deal != 0, NotLimited(note));
        facts.kind = movement.kind;
        facts.units = movement.units;
        facts.receiver = movement.receiver;
        facts.from = _giver(movement);
        facts.to = movement.kind == KindLib.RECOVERY ? facts.from : movement.receiver.party();
        facts.day = (block.timestamp + UTC_PLUS_8) / 1 days;
        if (facts.from == facts.to) {
            facts.units = 0;
            return draft;
        }
        if (PartyId.unwrap(facts.from) != 0) facts.given = heldBy[note][facts.from];
        if (PartyId.unwrap(facts.to) != 0) facts.held = heldBy[note][facts.to];
        if (facts.limits.retained != 0) facts.isRetainer = facts.from == _retainers[note];
        _addCrowd(draft);
        if (facts.limits.channel != 0) _addCrossing(draft, movement);
    }

    /// @dev A wallet that acts no more has no standing; what it holds is its party's.
    function _giver(Limited calldata movement) private view returns (PartyId party) {
        if (movement.from == address(0)) return PartyId.wrap(0);
        party = movement.sender.party();
        return PartyId.unwrap(party) == 0 ? _registry.partyBehind(movement.from) : party;
    }

    function _addCrowd(Draft memory draft) private view {
        LimitFacts memory facts = draft.facts;
        bool ends = facts.units != 0 && facts.given == facts.units;
        bool begins = facts.units != 0 && facts.held == 0 && PartyId.unwrap(facts.to) != 0;
        if (!ends && !begins) return;
        DealId deal = DealId.wrap(facts.limits.deal);
        uint16 place = facts.limits.jurisdiction;
        draft.isCrowdChanged = true;
        draft.crowd = _crowds[deal][place];
        (uint256 holders, uint256 offerees) = (draft.crowd.holders, draft.crowd.offerees);
        if (ends) {
            draft.giver = _present[deal][place][facts.from];
            draft.giver.series -= 1;
            if (draft.giver.series == 0) holders -= _weight(draft.giver.declared);
        }
        if (begins) {
            draft.taker = _present[deal][place][facts.to];
            draft.taker.series += 1;
            if (draft.taker.series == 1) holders += _weight(draft.taker.declared);
            if (!draft.taker.wasOffered) offerees += 1;
            draft.taker.wasOffered = true;
            facts.holderCap = draft.crowd.holderCap;
            facts.offereeCap = draft.crowd.offereeCap;
        }
        (facts.holders, facts.offerees) = (holders, offerees);
    }

    function _addCrossing(Draft memory draft, Limited calldata movement) private view {
        LimitFacts memory facts = draft.facts;
        if (PartyId.unwrap(facts.to) == 0) return;
        uint16 payer = movement.receiver.place().jurisdiction();
        uint16 payee = facts.limits.jurisdiction;
        if (PartyId.unwrap(facts.from) != 0) payee = movement.sender.place().jurisdiction();
        if (payer == payee) return;
        draft.direction = _direction(facts.limits.channel, payer, payee);
        draft.quota = _quotas[DealId.wrap(facts.limits.deal)][draft.direction];
        if (draft.quota.windowDays == 0) return;
        uint32 window = uint32(facts.day / draft.quota.windowDays);
        if (window != draft.quota.window) (draft.quota.window, draft.quota.used) = (window, 0);
        facts.crossing = facts.units * facts.limits.face;
        facts.quotaLeft = draft.quota.amount > draft.quota.used ? draft.quota.amount - draft.quota.used : 0;
    }

    function _recordCrowd(DealId deal, Draft memory draft) private {
        LimitFacts memory facts = draft.facts;
        uint16 place = facts.limits.jurisdiction;
        draft.crowd.holders = facts.holders.toUint32();
        draft.crowd.offerees = facts.offerees.toUint32();
        _crowds[deal][place] = draft.crowd;
        if (facts.given == facts.units) _present[deal][place][facts.from] = draft.giver;
        if (draft.taker.series != 0) _present[deal][place][facts.to] = draft.taker;
    }

    function _direction(uint8 channel, uint16 payer, uint16 payee) private pure returns (bytes32) {
        return bytes32((uint256(channel) << 32) | (uint256(payer) << 16) | payee);
    }

    /// @dev Holders that a party stands for.
    function _weight(uint32 declared) private pure returns (uint256) {
        return declared == 0 ? 1 : declared;
    }
}
