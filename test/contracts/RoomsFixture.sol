// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";

import {IDealBook} from "../../contracts/interfaces/IDealBook.sol";
import {IPartyRegistry} from "../../contracts/interfaces/IPartyRegistry.sol";
import {IPoolTests} from "../../contracts/interfaces/IPoolTests.sol";
import {IRightsRegistry} from "../../contracts/interfaces/IRightsRegistry.sol";

import {RolesLib} from "../../contracts/access/RolesLib.sol";
import {DealBook} from "../../contracts/deals/DealBook.sol";
import {PoolBook} from "../../contracts/deals/PoolBook.sol";
import {PoolDesk} from "../../contracts/deals/PoolDesk.sol";
import {PoolTests} from "../../contracts/deals/PoolTests.sol";
import {Replacements} from "../../contracts/deals/Replacements.sol";
import {RightsDesk} from "../../contracts/deals/RightsDesk.sol";
import {Succession} from "../../contracts/deals/Succession.sol";
import {Waivers} from "../../contracts/deals/Waivers.sol";
import {PartyRegistry} from "../../contracts/identity/PartyRegistry.sol";
import {EvaluationBook} from "../../contracts/rights/EvaluationBook.sol";
import {RightsRegistry} from "../../contracts/rights/RightsRegistry.sol";
import {TitleRegistry} from "../../contracts/rights/TitleRegistry.sol";
import {CNH, CNY, Currency} from "../../contracts/types/Currency.sol";
import {LegalMode, Maturity, Office, PeriodStage} from "../../contracts/types/Enums.sol";
import {DealId, PartyId, Period, RightId, SeriesId, TrancheId} from "../../contracts/types/Ids.sol";
import {CN, HK, MO, Place} from "../../contracts/types/Place.sol";
import {TestBase} from "./Vm.sol";

/// @notice The rooms up to the deal book, the people who work in them, and a small deal with round numbers.
///
/// PEOPLE
/// A state variable per person holds a wallet; `_keyOf` its key. Every office is held by another party. This contract is the
/// administrator and, where a test says so with `_grantRoom`, stands in for a room above.
///
/// DEAL
/// 1,000 notes of 100.00 yuan over 100,000.00 yuan of rights: 50,000 stable, 30,000 pilot passed, 20,000 early.
/// A 600 notes (A-CN 300 mirror, A-HK 200 filed, A-MO 100 filed), B 300 notes (B-HK filed), C 100 notes (C-CN sandbox).
///
/// CHILDREN
/// A higher room's fixture overrides `_deployRooms` and `_wireRooms`, calls `super` first and adds its own.
abstract contract RoomsFixture is TestBase {
    /// @dev 2026-06-01 00:00 UTC.
    uint48 internal constant START = 1_780_272_000;
    uint48 internal constant YEAR = 365 days;
    uint128 internal constant FACE = 100_00;
    /// @dev Between the order that ends a pause and its end.
    uint32 internal constant UNPAUSE_FOR = 2 days;

    Place internal constant GUANGZHOU = Place.wrap((uint32(CN) << 16) | 4401);
    Place internal constant SHENZHEN = Place.wrap((uint32(CN) << 16) | 4403);
    Place internal constant HONG_KONG = Place.wrap(uint32(HK) << 16);
    Place internal constant MACAO = Place.wrap(uint32(MO) << 16);

    TrancheId internal constant TRANCHE_A = TrancheId.wrap(0);
    TrancheId internal constant TRANCHE_B = TrancheId.wrap(1);
    TrancheId internal constant TRANCHE_C = TrancheId.wrap(2);

    uint8 internal constant STABLE = uint8(1 << uint8(Maturity.Stable));
    uint8 internal constant PILOT_PASSED = uint8(1 << uint8(Maturity.PilotPassed));
    uint8 internal constant EARLY = uint8(1 << uint8(Maturity.Early));

    AccessManager internal access;
    PartyRegistry internal parties;
    TitleRegistry internal titleRegistry;
    RightsRegistry internal rights;
    EvaluationBook internal evaluations;
    PoolTests internal poolTests;
    PoolBook internal pools;
    DealBook internal deals;
    PoolDesk internal poolDesk;
    RightsDesk internal rightsDesk;
    Replacements internal replacements;
    Succession internal succession;
    Waivers internal waivers;

    address internal attesterCn;
    address internal attesterHk;
    address internal attesterMo;
    address internal regulatorCn;
    address internal regulatorHk;
    address internal regulatorMo;
    address internal evaluatorCn;
    address internal evaluatorHk;

    address internal originator;
    address internal manager;
    address internal servicer;
    address internal backupServicer;
    address internal accountBank;
    address internal supervisingBank;
    address internal custodianCn;
    address internal custodianHk;
    address internal custodianMo;
    address internal trustee;
    address internal guarantor;
    address internal verificationAgent;
    address internal registrar;
    address internal investorCn;
    address internal investorHk;
    address internal investorMo;
    address internal stranger;

    mapping(address wallet => uint256 key) internal _keyOf;

    function setUp() public virtual {
        vm.warp(START);
        _deployRooms();
        _wireRooms();
        _appointPlaces();
        _meetParties();
    }

    /* ROOMS */

    function _deployRooms() internal virtual {
        access = AccessManager(_deploy("AccessManager", abi.encode(address(this))));
        parties = PartyRegistry(_deploy("PartyRegistry", abi.encode(address(access), UNPAUSE_FOR)));
        titleRegistry = TitleRegistry(_deploy("TitleRegistry", abi.encode(address(access), parties)));
        rights = RightsRegistry(_deploy("RightsRegistry", abi.encode(address(access), parties, titleRegistry)));
        evaluations = EvaluationBook(_deploy("EvaluationBook", abi.encode(address(access), parties, rights)));
        poolTests = PoolTests(_deploy("PoolTests", abi.encode(address(access), rights)));
        pools = PoolBook(_deploy("PoolBook", abi.encode(address(access), parties, rights, poolTests)));
        deals = DealBook(_deploy("DealBook", abi.encode(address(access), parties, pools)));
        poolDesk = PoolDesk(_deploy("PoolDesk", abi.encode(pools, poolTests, deals)));
        rightsDesk = RightsDesk(_deploy("RightsDesk", abi.encode(deals, rights)));
        replacements = Replacements(_deploy("Replacements", abi.encode(parties, pools, deals)));
        succession = Succession(_deploy("Succession", abi.encode(address(access), parties, deals)));
        waivers = Waivers(_deploy("Waivers", abi.encode(parties, deals)));
    }

    /// @dev Selector → role for the functions that only rooms call.
    function _wireRooms() internal virtual {
        _restrict(address(titleRegistry), TitleRegistry.addClaim.selector, RolesLib.ROOM_RIGHTS);
        _restrict(address(titleRegistry), TitleRegistry.endClaim.selector, RolesLib.ROOM_RIGHTS);
        _restrict(address(titleRegistry), TitleRegistry.mark.selector, RolesLib.ROOM_RIGHTS);
        _restrict(address(rights), RightsRegistry.acceptShared.selector, RolesLib.ROOM_RIGHTS_DESK);
        _restrict(address(rights), RightsRegistry.encumber.selector, RolesLib.ROOM_POOL);
        _restrict(address(rights), RightsRegistry.release.selector, RolesLib.ROOM_POOL);
        _restrict(address(pools), PoolBook.add.selector, RolesLib.ROOM_DEALS);
        _restrict(address(poolTests), PoolTests.limit.selector, RolesLib.ROOM_POOL_DESK);
        _restrict(address(poolTests), PoolTests.group.selector, RolesLib.ROOM_POOL_DESK);
        _restrict(address(poolTests), PoolTests.answer.selector, RolesLib.ROOM_POOL_DESK);
        _restrict(address(poolTests), PoolTests.ask.selector, RolesLib.ROOM_POOL);
        _restrict(address(pools), PoolBook.ask.selector, RolesLib.ROOM_POOL_DESK);
        _restrict(address(pools), PoolBook.check.selector, RolesLib.ROOM_DEALS);
        _restrict(address(pools), PoolBook.release.selector, RolesLib.ROOM_DEALS);
        _restrict(address(pools), PoolBook.replace.selector, RolesLib.ROOM_REPLACEMENTS);
        _restrict(address(pools), PoolBook.exchange.selector, RolesLib.ROOM_REPLACEMENTS);
        _restrict(address(pools), PoolBook.remove.selector, RolesLib.ROOM_REPLACEMENTS);
        _restrict(address(deals), DealBook.appoint.selector, RolesLib.ROOM_SUCCESSION);
        _restrict(address(deals), DealBook.waive.selector, RolesLib.ROOM_WAIVERS);
        _restrict(address(deals), DealBook.fixReporting.selector, RolesLib.ROOM_REPORTS);
        _restrict(address(deals), DealBook.fixProgram.selector, RolesLib.ROOM_WATERFALL);
        _restrict(address(deals), DealBook.recordNote.selector, RolesLib.ROOM_NOTES);
        _restrict(address(deals), DealBook.activate.selector, RolesLib.ROOM_OFFERING);
        _restrict(address(deals), DealBook.accelerate.selector, RolesLib.DEAL_MOVER);
        _restrict(address(deals), DealBook.declareDefault.selector, RolesLib.DEAL_MOVER);
        _restrict(address(deals), DealBook.redeem.selector, RolesLib.DEAL_MOVER);
        _restrict(address(deals), DealBook.movePeriod.selector, RolesLib.PERIOD_MOVER);
        _grantRoom(RolesLib.ROOM_RIGHTS, address(rights));
        _grantRoom(RolesLib.ROOM_EVALUATION, address(evaluations));
        _grantRoom(RolesLib.ROOM_RIGHTS_DESK, address(rightsDesk));
        _grantRoom(RolesLib.ROOM_POOL, address(pools));
        _grantRoom(RolesLib.ROOM_POOL_DESK, address(poolDesk));
        _grantRoom(RolesLib.ROOM_REPLACEMENTS, address(replacements));
        _grantRoom(RolesLib.ROOM_DEALS, address(deals));
        _grantRoom(RolesLib.ROOM_SUCCESSION, address(succession));
        _grantRoom(RolesLib.ROOM_WAIVERS, address(waivers));
    }

    function _restrict(address room, bytes4 selector, uint64 role) internal {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        access.setTargetFunctionRole(room, selectors, role);
    }

    function _grantRoom(uint64 role, address room) internal {
        access.grantRole(role, room, 0);
    }

    /* PEOPLE */

    function _appointPlaces() internal virtual {
        attesterCn = _appoint("attester of Guangdong", RolesLib.attester(CN));
        attesterHk = _appoint("attester of Hong Kong", RolesLib.attester(HK));
        attesterMo = _appoint("attester of Macao", RolesLib.attester(MO));
        regulatorCn = _appoint("regulator of the mainland", RolesLib.regulator(CN));
        regulatorHk = _appoint("regulator of Hong Kong", RolesLib.regulator(HK));
        regulatorMo = _appoint("regulator of Macao", RolesLib.regulator(MO));
        evaluatorCn = _appoint("evaluator of Shenzhen", RolesLib.evaluator(CN));
        evaluatorHk = _appoint("evaluator of Hong Kong", RolesLib.evaluator(HK));
    }

    function _meetParties() internal virtual {
        originator = _meet("originator Kaide", GUANGZHOU);
        manager = _meet("manager Zhujiang", SHENZHEN);
        servicer = _meet("servicer Nansha", GUANGZHOU);
        backupServicer = _meet("backup servicer Foshan", GUANGZHOU);
        accountBank = _meet("account bank Tianhe", GUANGZHOU);
        supervisingBank = _meet("supervising bank Baoan", SHENZHEN);
        custodianCn = _meet("custodian Luohu", SHENZHEN);
        custodianHk = _meet("custodian Kowloon", HONG_KONG);
        custodianMo = _meet("custodian Taipa", MACAO);
        trustee = _meet("trustee Victoria", HONG_KONG);
        guarantor = _meet("guarantor Huangpu", GUANGZHOU);
        verificationAgent = _meet("verification agent Hengqin", GUANGZHOU);
        registrar = _meet("registrar Futian", SHENZHEN);
        investorCn = _meet("investor Chen", GUANGZHOU);
        investorHk = _meet("investor Wong", HONG_KONG);
        investorMo = _meet("investor Silva", MACAO);
        stranger = _wallet("stranger");
    }

    function _wallet(string memory name) internal returns (address wallet) {
        uint256 key = uint256(keccak256(bytes(name)));
        wallet = vm.addr(key);
        _keyOf[wallet] = key;
        vm.label(wallet, name);
    }

    function _appoint(string memory name, uint64 role) internal returns (address wallet) {
        wallet = _wallet(name);
        access.grantRole(role, wallet, 0);
    }

    /// @dev A party of that name with one wallet, class 1, tolerance C5, valid for ten years.
    function _meet(string memory name, Place place) internal returns (address wallet) {
        wallet = _wallet(name);
        _attest(_attestation(name, wallet, place));
    }

    /// @dev The first statement about a party is a day old, each later one a second younger than the one before.
    function _attestation(
        string memory name,
        address wallet,
        Place place
    ) internal view returns (IPartyRegistry.Attestation memory) {
        bytes32 subject = keccak256(bytes(name));
        uint48 standing = parties.attestedAt(parties.partyIdOf(subject));
        return
            IPartyRegistry.Attestation({
                subject: subject,
                wallet: wallet,
                place: place,
                class: 1,
                tolerance: 5,
                issuedAt: standing == 0 ? uint48(block.timestamp) - 1 days : standing + 1,
                validUntil: uint48(block.timestamp) + 10 * YEAR,
                evidence: keccak256("attester's file")
            });
    }

    /// @dev Signed by the attester of the place.
    function _attest(IPartyRegistry.Attestation memory attestation) internal returns (PartyId) {
        return parties.attest(attestation, _sign(attestation, _attesterOf(attestation.place)));
    }

    /// @dev A further wallet of a known party, by the word of a wallet that it has.
    function _bind(IPartyRegistry.Attestation memory attestation, address granter) internal returns (PartyId) {
        IPartyRegistry.Consent memory consent = _consent(attestation, granter);
        bytes memory signature = _sign(attestation, _attesterOf(attestation.place));
        return parties.bind(attestation, signature, consent, _signConsent(consent, granter));
    }

    function _consent(
        IPartyRegistry.Attestation memory attestation,
        address granter
    ) internal view returns (IPartyRegistry.Consent memory) {
        return
            IPartyRegistry.Consent({
                party: parties.partyIdOf(attestation.subject),
                wallet: attestation.wallet,
                granter: granter,
                issuedAt: attestation.issuedAt,
                validUntil: uint48(block.timestamp) + 1 days
            });
    }

    /// @dev Stated by the attester of the place, confirmed by its regulator.
    function _recover(IPartyRegistry.Recovery memory recovery) internal returns (PartyId) {
        Place place = parties.profile(parties.partyBehind(recovery.lost)).place;
        bytes memory signature = _signRecovery(recovery, _attesterOf(place));
        vm.prank(_regulatorOf(place));
        return parties.recover(recovery, signature);
    }

    function _sign(
        IPartyRegistry.Attestation memory attestation,
        address attester
    ) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf[attester], parties.digestOf(attestation));
        return abi.encodePacked(r, s, v);
    }

    function _signConsent(IPartyRegistry.Consent memory consent, address signer) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf[signer], parties.consentDigestOf(consent));
        return abi.encodePacked(r, s, v);
    }

    function _signRecovery(
        IPartyRegistry.Recovery memory recovery,
        address attester
    ) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_keyOf[attester], parties.recoveryDigestOf(recovery));
        return abi.encodePacked(r, s, v);
    }

    function _attesterOf(Place place) internal view returns (address) {
        if (place.jurisdiction() == CN) return attesterCn;
        return place.jurisdiction() == HK ? attesterHk : attesterMo;
    }

    function _regulatorOf(Place place) internal view returns (address) {
        if (place.jurisdiction() == CN) return regulatorCn;
        return place.jurisdiction() == HK ? regulatorHk : regulatorMo;
    }

    /* DEAL */

    function _rightTerms(
        string memory title,
        uint8 trl,
        uint128 principal
    ) internal view returns (IRightsRegistry.RightTerms memory) {
        bytes32[] memory titles = new bytes32[](1);
        titles[0] = keccak256(bytes(title));
        return
            IRightsRegistry.RightTerms({
                titles: titles,
                claimHash: keccak256(abi.encode("licence", title)),
                obligorHash: keccak256(abi.encode("obligor", title)),
                payerHash: trl < 6 ? keccak256(abi.encode("payer", title)) : bytes32(0),
                place: SHENZHEN,
                currency: CNY,
                principal: principal,
                appraisedValue: 2 * principal,
                appraisalValidUntil: uint48(block.timestamp) + YEAR,
                trl: trl,
                evidence: keccak256(abi.encode("dossier", title))
            });
    }

    function _register(IRightsRegistry.RightTerms memory terms) internal returns (RightId) {
        vm.prank(originator);
        return rights.register(terms);
    }

    /// @dev Stable 50,000, pilot passed 30,000, early 20,000 yuan.
    function _registerPool() internal returns (RightId[] memory pool) {
        pool = new RightId[](3);
        pool[0] = _register(_rightTerms("patent of battery cells", 9, 50_000_00));
        pool[1] = _register(_rightTerms("patent of lidar optics", 7, 30_000_00));
        pool[2] = _register(_rightTerms("patent of gene editing", 4, 20_000_00));
    }

    function _dealTerms() internal view virtual returns (IDealBook.DealTerms memory terms) {
        terms.termsHash = keccak256("deal file");
        terms.currency = CNY;
        terms.closingDay = 20_626;
        terms.legalFinalDay = 22_452;
        terms.checker = Office.Trustee;
        terms.tranches = _trancheTerms();
        terms.series = _seriesTerms();
        terms.offices = _officeTerms();
    }

    function _trancheTerms() internal pure virtual returns (IDealBook.TrancheTerms[] memory tranches) {
        tranches = new IDealBook.TrancheTerms[](3);
        tranches[0] = _tranche("A", 600, 2, STABLE | PILOT_PASSED, true);
        tranches[1] = _tranche("B", 300, 3, STABLE | PILOT_PASSED | EARLY, true);
        tranches[2] = _tranche("C", 100, 5, STABLE | PILOT_PASSED | EARLY, false);
    }

    function _seriesTerms() internal pure virtual returns (IDealBook.SeriesTerms[] memory series) {
        series = new IDealBook.SeriesTerms[](5);
        series[0] = IDealBook.SeriesTerms(TRANCHE_A, SHENZHEN, LegalMode.RegisterMirror, CNY, 300, "A-CN");
        series[1] = IDealBook.SeriesTerms(TRANCHE_A, HONG_KONG, LegalMode.FiledToken, CNH, 200, "A-HK");
        series[2] = IDealBook.SeriesTerms(TRANCHE_A, MACAO, LegalMode.FiledToken, CNH, 100, "A-MO");
        series[3] = IDealBook.SeriesTerms(TRANCHE_B, HONG_KONG, LegalMode.FiledToken, CNH, 300, "B-HK");
        series[4] = IDealBook.SeriesTerms(TRANCHE_C, SHENZHEN, LegalMode.Sandbox, CNY, 100, "C-CN");
    }

    function _officeTerms() internal view virtual returns (IDealBook.OfficeTerms[] memory offices) {
        offices = new IDealBook.OfficeTerms[](13);
        offices[0] = _office(Office.Originator, 0, originator);
        offices[1] = _office(Office.Manager, 0, manager);
        offices[2] = _office(Office.Servicer, 0, servicer);
        offices[3] = _office(Office.BackupServicer, 0, backupServicer);
        offices[4] = _office(Office.AccountBank, 0, accountBank);
        offices[5] = _office(Office.SupervisingBank, 0, supervisingBank);
        offices[6] = _office(Office.Custodian, CN, custodianCn);
        offices[7] = _office(Office.Custodian, HK, custodianHk);
        offices[8] = _office(Office.Custodian, MO, custodianMo);
        offices[9] = _office(Office.Trustee, 0, trustee);
        offices[10] = _office(Office.Guarantor, 0, guarantor);
        offices[11] = _office(Office.VerificationAgent, 0, verificationAgent);
        offices[12] = _office(Office.Registrar, 0, registrar);
    }

    function _tranche(
        bytes32 name,
        uint96 units,
        uint8 grade,
        uint8 maturities,
        bool transferable
    ) internal pure returns (IDealBook.TrancheTerms memory) {
        return IDealBook.TrancheTerms(name, units, FACE, grade, maturities, units, transferable);
    }

    function _office(
        Office office,
        uint16 jurisdiction,
        address wallet
    ) internal view returns (IDealBook.OfficeTerms memory) {
        return IDealBook.OfficeTerms({office: office, jurisdiction: jurisdiction, party: parties.partyOf(wallet)});
    }

    /// @dev The deal of the header, drafted by the manager.
    function _draftDeal() internal returns (DealId) {
        return _draft(_dealTerms());
    }

    function _draft(IDealBook.DealTerms memory terms) internal returns (DealId) {
        vm.prank(manager);
        return deals.draft(terms);
    }

    function _pledge(DealId deal, RightId[] memory pool) internal {
        vm.prank(originator);
        deals.pledge(deal, pool);
        _limitPool(deal, new IPoolTests.Limit[](0));
    }

    /// @dev Without limits the firewall alone is asked.
    function _limitPool(DealId deal, IPoolTests.Limit[] memory limits) internal {
        vm.prank(manager);
        poolDesk.limit(deal, limits);
    }

    /// @dev Drafted, with its filing and its rights pledged: all that the rooms up to the deal book can do.
    function _pledgedDeal() internal returns (DealId deal) {
        deal = _draftDeal();
        vm.prank(manager);
        deals.file(deal, "csrc.filing", keccak256("filing 2026-1"));
        _pledge(deal, _registerPool());
    }

    /// @dev This contract stands in for the rooms above, with notes at invented addresses and an invented program.
    function _standInForRooms() internal {
        _grantRoom(RolesLib.ROOM_NOTES, address(this));
        _grantRoom(RolesLib.ROOM_REPORTS, address(this));
        _grantRoom(RolesLib.ROOM_WATERFALL, address(this));
        _grantRoom(RolesLib.ROOM_OFFERING, address(this));
        _grantRoom(RolesLib.DEAL_MOVER, address(this));
        _grantRoom(RolesLib.PERIOD_MOVER, address(this));
    }

    function _readyDeal() internal returns (DealId deal) {
        deal = _pledgedDeal();
        _completeDraft(deal);
    }

    function _completeDraft(DealId deal) internal {
        deals.fixReporting(deal);
        deals.fixProgram(deal, keccak256("program"));
        SeriesId[] memory series = deals.seriesOf(deal);
        for (uint160 i = 0; i < series.length; ++i) deals.recordNote(deal, series[i], address(0xA000 + i));
    }

    function _offeredDeal() internal returns (DealId deal) {
        deal = _readyDeal();
        vm.prank(manager);
        deals.offer(deal);
    }

    function _activeDeal() internal returns (DealId deal) {
        deal = _offeredDeal();
        deals.activate(deal);
    }

    /// @dev Moves an open period along the main road.
    function _moveTo(DealId deal, Period period, PeriodStage stage) internal {
        PeriodStage[6] memory road = [
            PeriodStage.Reported,
            PeriodStage.Calculated,
            PeriodStage.Approved,
            PeriodStage.Booked,
            PeriodStage.Paying,
            PeriodStage.Settled
        ];
        for (uint256 i = 0; deals.periodStageOf(deal, period) != stage; ++i) deals.movePeriod(deal, period, road[i]);
    }
}
