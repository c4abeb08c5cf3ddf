// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";

import {ITitleRegistry} from "../../../contracts/interfaces/ITitleRegistry.sol";

import {RolesLib} from "../../../contracts/access/RolesLib.sol";
import {IpEventKind, IpKind, RegistrationKind} from "../../../contracts/types/Enums.sol";
import {PartyId} from "../../../contracts/types/Ids.sol";
import {CN, Place} from "../../../contracts/types/Place.sol";
import {RoomsFixture} from "../RoomsFixture.sol";

/// @notice Titles and their catalogue. This contract stands in for the registry of rights.
contract TitleRegistryTest is RoomsFixture {
    bytes32 private constant BATTERY = "battery";
    bytes32 private constant LIDAR = "lidar";
    bytes32 private constant UNKNOWN = "unknown";
    uint32 private constant DAY = 20_000;

    function setUp() public override {
        super.setUp();
        _grantRoom(RolesLib.ROOM_RIGHTS, address(this));
        _registerTitle(_terms(BATTERY));
    }

    /* REGISTER */

    function test_Register_RevertWhen_Stranger() public {
        _expect(stranger, abi.encodeWithSelector(ITitleRegistry.PartyIneligible.selector, stranger));
        titleRegistry.register(_terms(LIDAR));
    }

    function test_Register_RevertWhen_Described() public {
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.TitleKnown.selector, BATTERY));
        titleRegistry.register(_terms(BATTERY));
    }

    function test_Register_RevertGiven_OpenedByAnotherParty() public {
        titleRegistry.addClaim(LIDAR, parties.partyOf(originator), SHENZHEN);
        _expect(investorCn, abi.encodeWithSelector(ITitleRegistry.NotTitleOwner.selector, LIDAR, investorCn));
        titleRegistry.register(_terms(LIDAR));
    }

    function test_Register_RevertWhen_Unnamed() public {
        ITitleRegistry.TitleTerms[3] memory wrong = [_terms(0), _terms(LIDAR), _terms(LIDAR)];
        wrong[1].kind = IpKind.None;
        wrong[2].place = Place.wrap(0);
        for (uint256 i = 0; i < wrong.length; ++i) {
            _expect(originator, abi.encodeWithSelector(ITitleRegistry.TitleUnnamed.selector));
            titleRegistry.register(wrong[i]);
        }
    }

    function test_Register_RevertWhen_DaysDisordered() public {
        ITitleRegistry.TitleTerms[3] memory wrong = [_terms(LIDAR), _terms(LIDAR), _terms(LIDAR)];
        wrong[0].filedDay = 0;
        wrong[1].grantedDay = wrong[1].filedDay - 1;
        wrong[2].expiryDay = wrong[2].filedDay;
        for (uint256 i = 0; i < wrong.length; ++i) {
            _expect(originator, _disordered(wrong[i]));
            titleRegistry.register(wrong[i]);
        }
    }

    function test_Register_RevertWhen_EvidenceMissing() public {
        ITitleRegistry.TitleTerms memory terms = _terms(LIDAR);
        terms.evidence = 0;
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.DocumentAbsent.selector));
        titleRegistry.register(terms);
    }

    function test_Register_RevertWhen_NumberStandsForAnotherTitle() public {
        ITitleRegistry.TitleTerms memory terms = _terms(LIDAR);
        terms.publicNumber = _terms(BATTERY).publicNumber;
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.NumberTaken.selector, terms.publicNumber, BATTERY));
        titleRegistry.register(terms);
    }

    function test_Register_TheSameNumberOfAnotherPlaceIsAnotherTitle() public {
        ITitleRegistry.TitleTerms memory terms = _terms(LIDAR);
        terms.publicNumber = _terms(BATTERY).publicNumber;
        terms.place = HONG_KONG;
        _registerTitle(terms);
        assertEq(titleRegistry.titleByNumber(CN, IpKind.Invention, terms.publicNumber), BATTERY, "mainland");
        assertEq(titleRegistry.titleByNumber(344, IpKind.Invention, terms.publicNumber), LIDAR, "Hong Kong");
    }

    function test_Register_SecretsHaveNoNumber() public {
        _registerTitle(_secret(LIDAR));
        _registerTitle(_secret("recipe"));
        assertEq(titleRegistry.titleByNumber(CN, IpKind.TechnicalSecret, 0), 0, "no number");
    }

    function test_Register_KeepsWhatTheTitleIs() public {
        ITitleRegistry.TitleTerms memory terms = _terms(LIDAR);
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.TitleRegistered(LIDAR, parties.partyOf(originator), terms);
        _registerTitle(terms);
        ITitleRegistry.TitleView memory expected = ITitleRegistry.TitleView({
            owner: parties.partyOf(originator),
            kind: IpKind.Invention,
            place: SHENZHEN,
            filedDay: DAY,
            grantedDay: DAY + 700,
            expiryDay: DAY + 7_305,
            economicEndDay: DAY + 4_000,
            faults: 0,
            claims: 0,
            feeDueDay: DAY + 1_000,
            listed: false,
            field: "H01M",
            publicNumber: terms.publicNumber
        });
        assertEq(abi.encode(titleRegistry.titleOf(LIDAR)), abi.encode(expected), "the title");
    }

    function test_Register_DescribesWhatAClaimOpened() public {
        titleRegistry.addClaim(LIDAR, parties.partyOf(originator), SHENZHEN);
        assertTrue(titleRegistry.titleOf(LIDAR).kind == IpKind.None, "not described");
        _registerTitle(_terms(LIDAR));
        assertTrue(titleRegistry.titleOf(LIDAR).kind == IpKind.Invention, "described");
        assertEq(titleRegistry.titleOf(LIDAR).claims, 1, "the claim stays");
    }

    function test_TitleOf_RevertWhen_Unknown() public {
        vm.expectRevert(abi.encodeWithSelector(ITitleRegistry.UnknownTitle.selector, UNKNOWN));
        titleRegistry.titleOf(UNKNOWN);
    }

    /* PERMIT */

    function test_Permit_RevertWhen_NotTheOwner() public {
        PartyId claimant = parties.partyOf(investorCn);
        _expect(investorCn, abi.encodeWithSelector(ITitleRegistry.NotTitleOwner.selector, BATTERY, investorCn));
        titleRegistry.permit(BATTERY, claimant, "consent");
    }

    function test_Permit_RevertWhen_ConsentMissing() public {
        PartyId claimant = parties.partyOf(investorCn);
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.DocumentAbsent.selector));
        titleRegistry.permit(BATTERY, claimant, 0);
    }

    function test_Permit_RecordsTheConsent() public {
        PartyId claimant = parties.partyOf(investorCn);
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.ClaimPermitted(BATTERY, claimant, "consent");
        vm.prank(originator);
        titleRegistry.permit(BATTERY, claimant, "consent");
        assertEq(titleRegistry.consentOf(BATTERY, claimant), "consent", "kept");
    }

    function test_Forbid_RevertWhen_NotTheOwner() public {
        PartyId claimant = _permit();
        _expect(investorCn, abi.encodeWithSelector(ITitleRegistry.NotTitleOwner.selector, BATTERY, investorCn));
        titleRegistry.forbid(BATTERY, claimant);
    }

    function test_Forbid_RevertGiven_NoConsent() public {
        PartyId claimant = parties.partyOf(investorHk);
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.ConsentAbsent.selector, BATTERY, claimant));
        titleRegistry.forbid(BATTERY, claimant);
    }

    function test_Forbid_EndsTheConsentAndLeavesClaims() public {
        PartyId claimant = _permit();
        titleRegistry.addClaim(BATTERY, claimant, SHENZHEN);
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.ClaimForbidden(BATTERY, claimant);
        vm.prank(originator);
        titleRegistry.forbid(BATTERY, claimant);
        assertEq(titleRegistry.titleOf(BATTERY).claims, 1, "the claim stays");
        vm.expectRevert(abi.encodeWithSelector(ITitleRegistry.ClaimNotPermitted.selector, BATTERY, claimant));
        titleRegistry.addClaim(BATTERY, claimant, SHENZHEN);
    }

    function test_Assign_RevertWhen_NotTheOwner() public {
        PartyId assignee = parties.partyOf(investorCn);
        _expect(investorCn, abi.encodeWithSelector(ITitleRegistry.NotTitleOwner.selector, BATTERY, investorCn));
        titleRegistry.assign(BATTERY, assignee, "record");
    }

    function test_Assign_RevertWhen_EvidenceMissing() public {
        PartyId assignee = parties.partyOf(investorCn);
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.DocumentAbsent.selector));
        titleRegistry.assign(BATTERY, assignee, 0);
    }

    function test_Assign_RevertWhen_ToItselfOrToAStranger() public {
        PartyId[2] memory wrong = [parties.partyOf(originator), PartyId.wrap(7)];
        for (uint256 i = 0; i < wrong.length; ++i) {
            _expect(originator, abi.encodeWithSelector(ITitleRegistry.AssigneeUnfit.selector, BATTERY, wrong[i]));
            titleRegistry.assign(BATTERY, wrong[i], "record");
        }
    }

    function test_Assign_PassesTheTitleAndClosesIt() public {
        _list();
        PartyId owner = parties.partyOf(originator);
        PartyId assignee = parties.partyOf(investorCn);
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.TitleAssigned(BATTERY, owner, assignee, "record");
        vm.prank(originator);
        titleRegistry.assign(BATTERY, assignee, "record");
        assertTrue(titleRegistry.titleOf(BATTERY).owner == assignee, "passed");
        assertFalse(titleRegistry.titleOf(BATTERY).listed, "its new owner has not listed it");
        vm.expectRevert(abi.encodeWithSelector(ITitleRegistry.ClaimNotPermitted.selector, BATTERY, owner));
        titleRegistry.addClaim(BATTERY, owner, SHENZHEN);
    }

    /* LIST, DELIST, INTEREST */

    function test_List_RevertWhen_NotTheOwner() public {
        _expect(manager, abi.encodeWithSelector(ITitleRegistry.NotTitleOwner.selector, BATTERY, manager));
        titleRegistry.list(BATTERY, "consent");
    }

    function test_List_RevertWhen_ConsentMissing() public {
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.DocumentAbsent.selector));
        titleRegistry.list(BATTERY, 0);
    }

    function test_List_RevertGiven_NotDescribed() public {
        titleRegistry.addClaim(LIDAR, parties.partyOf(originator), SHENZHEN);
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.TitleUnnamed.selector));
        titleRegistry.list(LIDAR, "consent");
    }

    function test_List_RevertGiven_Listed() public {
        _list();
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.TitleListedAlready.selector, BATTERY));
        titleRegistry.list(BATTERY, "consent");
    }

    function test_List_OpensTheTitle() public {
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.TitleListed(BATTERY, parties.partyOf(originator), "consent");
        _list();
        assertTrue(titleRegistry.titleOf(BATTERY).listed, "listed");
    }

    function test_Delist_RevertWhen_NotTheOwner() public {
        _list();
        _expect(manager, abi.encodeWithSelector(ITitleRegistry.NotTitleOwner.selector, BATTERY, manager));
        titleRegistry.delist(BATTERY);
    }

    function test_Delist_RevertGiven_Unlisted() public {
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.TitleUnlisted.selector, BATTERY));
        titleRegistry.delist(BATTERY);
    }

    function test_Delist_ClosesTheTitle() public {
        _list();
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.TitleDelisted(BATTERY);
        vm.prank(originator);
        titleRegistry.delist(BATTERY);
        assertFalse(titleRegistry.titleOf(BATTERY).listed, "closed");
    }

    function test_ExpressInterest_RevertWhen_Stranger() public {
        _list();
        _expect(stranger, abi.encodeWithSelector(ITitleRegistry.PartyIneligible.selector, stranger));
        titleRegistry.expressInterest(BATTERY, "letter");
    }

    function test_ExpressInterest_RevertWhen_DocumentMissing() public {
        _list();
        _expect(manager, abi.encodeWithSelector(ITitleRegistry.DocumentAbsent.selector));
        titleRegistry.expressInterest(BATTERY, 0);
    }

    function test_ExpressInterest_RevertGiven_Unlisted() public {
        _expect(manager, abi.encodeWithSelector(ITitleRegistry.TitleUnlisted.selector, BATTERY));
        titleRegistry.expressInterest(BATTERY, "letter");
    }

    function test_ExpressInterest_RevertWhen_OwnTitle() public {
        _list();
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.OwnInterest.selector, BATTERY));
        titleRegistry.expressInterest(BATTERY, "letter");
    }

    function test_ExpressInterest_TellsTheOwner() public {
        _list();
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.InterestExpressed(BATTERY, parties.partyOf(manager), "letter");
        vm.prank(manager);
        titleRegistry.expressInterest(BATTERY, "letter");
    }

    /* FEES, REGISTRATIONS */

    function test_PayFee_RevertWhen_NeitherOwnerNorEvaluator() public {
        address[2] memory others = [manager, evaluatorHk];
        for (uint256 i = 0; i < others.length; ++i) {
            _expect(others[i], abi.encodeWithSelector(ITitleRegistry.NotTitleSpeaker.selector, BATTERY, others[i]));
            titleRegistry.payFee(BATTERY, DAY, DAY + 365, "receipt");
        }
    }

    function test_PayFee_RevertWhen_ReceiptMissing() public {
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.DocumentAbsent.selector));
        titleRegistry.payFee(BATTERY, DAY, DAY + 365, 0);
    }

    function test_PayFee_RevertWhen_DayMissing() public {
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.DayAbsent.selector));
        titleRegistry.payFee(BATTERY, 0, DAY + 365, "receipt");
    }

    function test_PayFee_RevertGiven_AFeeWasMissed() public {
        _fact(IpEventKind.AnnualFeeMissed);
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.TitleFaulty.selector, BATTERY, 1));
        titleRegistry.payFee(BATTERY, DAY, DAY + 365, "receipt");
    }

    function test_PayFee_MovesTheCalendar() public {
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.FeePaid(BATTERY, DAY, DAY + 1_365, "receipt");
        vm.prank(originator);
        titleRegistry.payFee(BATTERY, DAY, DAY + 1_365, "receipt");
        assertEq(titleRegistry.titleOf(BATTERY).feeDueDay, DAY + 1_365, "next fee");
        vm.prank(evaluatorCn);
        titleRegistry.payFee(BATTERY, DAY, 0, "receipt of the last");
        assertEq(titleRegistry.titleOf(BATTERY).feeDueDay, 0, "no further fee");
    }

    function test_RecordRegistration_RevertWhen_NeitherOwnerNorEvaluator() public {
        _expect(manager, abi.encodeWithSelector(ITitleRegistry.NotTitleSpeaker.selector, BATTERY, manager));
        titleRegistry.recordRegistration(BATTERY, RegistrationKind.Pledge, _registration(DAY), "notice");
    }

    function test_RecordRegistration_RevertWhen_EvidenceMissing() public {
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.DocumentAbsent.selector));
        titleRegistry.recordRegistration(BATTERY, RegistrationKind.Pledge, _registration(DAY), 0);
    }

    function test_RecordRegistration_RevertWhen_KindOrNumberMissing() public {
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.NumberAbsent.selector));
        titleRegistry.recordRegistration(BATTERY, RegistrationKind.None, _registration(DAY), "notice");
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.NumberAbsent.selector));
        titleRegistry.recordRegistration(
            BATTERY,
            RegistrationKind.Pledge,
            ITitleRegistry.Registration(0, DAY),
            "notice"
        );
    }

    function test_RecordRegistration_RevertWhen_DayMissing() public {
        _expect(originator, abi.encodeWithSelector(ITitleRegistry.DayAbsent.selector));
        titleRegistry.recordRegistration(BATTERY, RegistrationKind.Pledge, _registration(0), "notice");
    }

    function test_RecordRegistration_KeepsTheNewestOfAKind() public {
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.RegistrationRecorded(BATTERY, RegistrationKind.Pledge, "Y2026980001234", DAY, "notice");
        vm.startPrank(originator);
        titleRegistry.recordRegistration(BATTERY, RegistrationKind.Pledge, _registration(DAY), "notice");
        titleRegistry.recordRegistration(BATTERY, RegistrationKind.Pledge, _registration(DAY + 1), "notice");
        vm.stopPrank();
        assertEq(titleRegistry.registrationOf(BATTERY, RegistrationKind.Pledge).day, DAY + 1, "newest");
        assertEq(titleRegistry.registrationOf(BATTERY, RegistrationKind.Licence).number, 0, "none of another kind");
    }

    /* FACTS */

    function test_RecordFact_RevertWhen_Unknown() public {
        _expect(evaluatorCn, abi.encodeWithSelector(ITitleRegistry.UnknownTitle.selector, UNKNOWN));
        titleRegistry.recordFact(UNKNOWN, IpEventKind.Lapsed, DAY, "gazette");
    }

    function test_RecordFact_RevertWhen_EvaluatorOfAnotherPlace() public {
        _expect(
            evaluatorHk,
            abi.encodeWithSelector(RolesLib.NotRoleHolder.selector, RolesLib.evaluator(CN), evaluatorHk)
        );
        titleRegistry.recordFact(BATTERY, IpEventKind.Lapsed, DAY, "gazette");
    }

    function test_RecordFact_RevertGiven_InAClaim() public {
        titleRegistry.addClaim(BATTERY, parties.partyOf(originator), SHENZHEN);
        _expect(evaluatorCn, abi.encodeWithSelector(ITitleRegistry.TitleInClaim.selector, BATTERY));
        titleRegistry.recordFact(BATTERY, IpEventKind.Lapsed, DAY, "gazette");
    }

    function test_RecordFact_RevertWhen_AboutAClaim() public {
        _expect(evaluatorCn, abi.encodeWithSelector(ITitleRegistry.FactOfClaim.selector, IpEventKind.Licensed));
        titleRegistry.recordFact(BATTERY, IpEventKind.Licensed, DAY, "gazette");
    }

    function test_RecordFact_RevertWhen_DayMissing() public {
        _expect(evaluatorCn, abi.encodeWithSelector(ITitleRegistry.DayAbsent.selector));
        titleRegistry.recordFact(BATTERY, IpEventKind.Lapsed, 0, "gazette");
    }

    function test_RecordFact_RevertWhen_DocumentMissing() public {
        _expect(evaluatorCn, abi.encodeWithSelector(ITitleRegistry.DocumentAbsent.selector));
        titleRegistry.recordFact(BATTERY, IpEventKind.Lapsed, DAY, 0);
    }

    function test_RecordFact_RevertWhen_ItChangesNothing() public {
        _fact(IpEventKind.Lapsed);
        IpEventKind[2] memory idle = [IpEventKind.Lapsed, IpEventKind.AnnualFeePaid];
        for (uint256 i = 0; i < idle.length; ++i) {
            _expect(evaluatorCn, abi.encodeWithSelector(ITitleRegistry.FactKnown.selector, BATTERY, idle[i]));
            titleRegistry.recordFact(BATTERY, idle[i], DAY, "gazette");
        }
    }

    function test_RecordFact_AddsAndAnswersFaults() public {
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.TitleFactRecorded(BATTERY, IpEventKind.Litigation, DAY, "gazette", 2);
        _fact(IpEventKind.Litigation);
        _fact(IpEventKind.AnnualFeeMissed);
        assertEq(titleRegistry.titleOf(BATTERY).faults, 3, "both");
        _fact(IpEventKind.LitigationEnded);
        assertEq(titleRegistry.titleOf(BATTERY).faults, 1, "the fee");
    }

    /* CLAIMS */

    function test_AddClaim_RevertWhen_NotTheRegistryOfRights() public {
        PartyId claimant = parties.partyOf(originator);
        _expectUnauthorized(originator);
        titleRegistry.addClaim(BATTERY, claimant, SHENZHEN);
        _expectUnauthorized(originator);
        titleRegistry.endClaim(BATTERY);
        _expectUnauthorized(originator);
        titleRegistry.mark(BATTERY, IpEventKind.Lapsed, DAY, "gazette");
    }

    function test_AddClaim_RevertWhen_TheHashIsZero() public {
        PartyId claimant = parties.partyOf(originator);
        vm.expectRevert(ITitleRegistry.TitleUnnamed.selector);
        titleRegistry.addClaim(0, claimant, SHENZHEN);
    }

    function test_AddClaim_RevertWhen_TheOwnerHasNotConsented() public {
        PartyId claimant = parties.partyOf(investorCn);
        vm.expectRevert(abi.encodeWithSelector(ITitleRegistry.ClaimNotPermitted.selector, BATTERY, claimant));
        titleRegistry.addClaim(BATTERY, claimant, SHENZHEN);
    }

    function test_AddClaim_RevertGiven_AFault() public {
        PartyId claimant = parties.partyOf(originator);
        _fact(IpEventKind.Litigation);
        vm.expectRevert(abi.encodeWithSelector(ITitleRegistry.TitleFaulty.selector, BATTERY, 2));
        titleRegistry.addClaim(BATTERY, claimant, SHENZHEN);
    }

    function test_AddClaim_ByConsent() public {
        PartyId claimant = parties.partyOf(investorCn);
        vm.prank(originator);
        titleRegistry.permit(BATTERY, claimant, "consent");
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.ClaimAdded(BATTERY, 1);
        titleRegistry.addClaim(BATTERY, claimant, SHENZHEN);
    }

    function test_AddClaim_OpensAnUnknownTitle() public {
        PartyId claimant = parties.partyOf(investorHk);
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.TitleOpened(LIDAR, claimant, HONG_KONG);
        titleRegistry.addClaim(LIDAR, claimant, HONG_KONG);
        assertTrue(titleRegistry.titleOf(LIDAR).owner == claimant, "its claimant");
        assertTrue(titleRegistry.titleOf(LIDAR).place == HONG_KONG, "its place");
    }

    function test_EndClaim_RevertWhen_Unknown() public {
        vm.expectRevert(abi.encodeWithSelector(ITitleRegistry.UnknownTitle.selector, UNKNOWN));
        titleRegistry.endClaim(UNKNOWN);
    }

    function test_EndClaim_CountsDown() public {
        titleRegistry.addClaim(BATTERY, parties.partyOf(originator), SHENZHEN);
        vm.expectEmit(address(titleRegistry));
        emit ITitleRegistry.ClaimEnded(BATTERY, 0);
        titleRegistry.endClaim(BATTERY);
        assertEq(titleRegistry.titleOf(BATTERY).claims, 0, "free");
    }

    function test_Mark_TellsTheFaultsBeforeAndAfter() public {
        titleRegistry.addClaim(BATTERY, parties.partyOf(originator), SHENZHEN);
        titleRegistry.mark(BATTERY, IpEventKind.Litigation, DAY, "gazette");
        (uint8 before, uint8 faults) = titleRegistry.mark(BATTERY, IpEventKind.Lapsed, DAY, "gazette");
        assertEq(before, 2, "before");
        assertEq(faults, 18, "after");
    }

    /* LIFE */

    function test_LifeEndOf_IsTheFirstEndOfAny() public {
        ITitleRegistry.TitleTerms memory lasting = _terms(LIDAR);
        lasting.economicEndDay = 0;
        _registerTitle(lasting);
        assertEq(titleRegistry.lifeEndOf(_pair(BATTERY, LIDAR)), DAY + 4_000, "economic end of the battery");
        assertEq(titleRegistry.lifeEndOf(_pair(LIDAR, LIDAR)), DAY + 7_305, "legal end of the lidar");
        titleRegistry.addClaim(UNKNOWN, parties.partyOf(originator), SHENZHEN);
        assertEq(titleRegistry.lifeEndOf(_pair(BATTERY, UNKNOWN)), 0, "one is not described");
    }

    function test_LifeEndOf_RevertWhen_Unknown() public {
        vm.expectRevert(abi.encodeWithSelector(ITitleRegistry.UnknownTitle.selector, UNKNOWN));
        titleRegistry.lifeEndOf(_pair(BATTERY, UNKNOWN));
    }

    /* INTERNAL */

    function _registerTitle(ITitleRegistry.TitleTerms memory terms) private {
        vm.prank(originator);
        titleRegistry.register(terms);
    }

    function _permit() private returns (PartyId claimant) {
        claimant = parties.partyOf(investorCn);
        vm.prank(originator);
        titleRegistry.permit(BATTERY, claimant, "consent");
    }

    function _list() private {
        vm.prank(originator);
        titleRegistry.list(BATTERY, "consent");
    }

    function _fact(IpEventKind kind) private {
        vm.prank(evaluatorCn);
        titleRegistry.recordFact(BATTERY, kind, DAY, "gazette");
    }

    function _expect(address account, bytes memory refusal) private {
        vm.expectRevert(refusal);
        vm.prank(account);
    }

    function _expectUnauthorized(address account) private {
        _expect(account, abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, account));
    }

    function _terms(bytes32 title) private pure returns (ITitleRegistry.TitleTerms memory) {
        return
            ITitleRegistry.TitleTerms({
                title: title,
                kind: IpKind.Invention,
                place: SHENZHEN,
                field: "H01M",
                publicNumber: keccak256(abi.encode("number", title)),
                filedDay: DAY,
                grantedDay: DAY + 700,
                expiryDay: DAY + 7_305,
                economicEndDay: DAY + 4_000,
                feeDueDay: DAY + 1_000,
                evidence: "certificate"
            });
    }

    function _secret(bytes32 title) private pure returns (ITitleRegistry.TitleTerms memory terms) {
        terms = _terms(title);
        terms.kind = IpKind.TechnicalSecret;
        terms.publicNumber = 0;
        terms.grantedDay = 0;
        terms.expiryDay = 0;
    }

    function _registration(uint32 day) private pure returns (ITitleRegistry.Registration memory) {
        return ITitleRegistry.Registration({number: "Y2026980001234", day: day});
    }

    function _disordered(ITitleRegistry.TitleTerms memory terms) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                ITitleRegistry.DaysDisordered.selector,
                terms.filedDay,
                terms.grantedDay,
                terms.expiryDay
            );
    }

    function _pair(bytes32 first, bytes32 second) private pure returns (bytes32[] memory pair) {
        pair = new bytes32[](2);
        pair[0] = first;
        pair[1] = second;
    }
}
