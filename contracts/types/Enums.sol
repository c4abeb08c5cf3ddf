// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @dev Offices of a deal. `Custodian` is held once per jurisdiction, every other office once per deal.
enum Office {
    None,
    Originator,
    Manager,
    Servicer,
    BackupServicer,
    AccountBank,
    SupervisingBank,
    Custodian,
    Trustee,
    Guarantor,
    VerificationAgent,
    Appraiser,
    RatingAgency,
    Auditor,
    Registrar
}

enum DealStage {
    None,
    Draft,
    Offering,
    Active,
    Accelerated,
    Defaulted,
    Liquidation,
    Redeemed,
    Closed,
    Cancelled
}

enum PeriodStage {
    None,
    Open,
    Reported,
    Called,
    Calculated,
    Approved,
    Booked,
    Paying,
    Settled,
    Disputed
}

enum LegalMode {
    None,
    RegisterMirror,
    FiledToken,
    Sandbox
}

enum Maturity {
    None,
    Stable,
    PilotPassed,
    Early
}

/// @dev Why notes move. `Register` is an import of the registrar's holder list into a mirror.
enum MovementKind {
    None,
    Mint,
    Redeem,
    Primary,
    Secondary,
    Forced,
    Recovery,
    Register
}

/// @dev Sub-ledgers of a deal's bank accounts.
enum AccountPurpose {
    None,
    Collection,
    Supervised,
    Plan,
    Reserve,
    Guarantee,
    Payment,
    Subscription,
    Tax,
    Suspense,
    Unclaimed,
    Restricted
}

/// @dev What fills a cash cell of the waterfall program at the start of a period.
enum Feed {
    None,
    Income,
    Principal,
    Support
}

/// @dev Who a payee cell of the waterfall program pays.
enum PayeeKind {
    None,
    Tax,
    Fee,
    Interest,
    Principal,
    Residual,
    Reimbursement,
    Return,
    Refund
}

/// @dev Which reported figure a report input cell of the waterfall program takes.
enum ReportInput {
    None,
    Loss,
    Defaulted,
    Performing,
    RefundDue,
    FeeDue,
    Event,
    CallUnpaid,
    IncomeCollected,
    PrincipalCollected
}

/// @dev Facts about a deal that feed tests and triggers.
enum DealEventKind {
    None,
    RatingChanged,
    Insolvency,
    ServicerDefault,
    GuarantorFailed,
    Perfection,
    RatingBelowFloor,
    TitleLost,
    AccelerationDeclared,
    DefaultDeclared,
    Waived,
    ReportMissing
}

enum ReportKind {
    None,
    Initial,
    Restatement,
    Nil
}

/// @dev Kinds of entitlement of a noteholder.
enum EntitlementKind {
    None,
    Interest,
    Principal,
    Residual
}

/// @dev What a pause of the enforcement room covers; a note keeps one bit a scope.
enum PauseScope {
    None,
    Series,
    Deal
}

/// @dev Where a note stands. `None` is locked: issued in an offering that has not closed. `Void` (the offering was
/// aborted) and `Retired` (all is paid) are final.
enum NoteStage {
    None,
    Released,
    Void,
    Retired
}

/// @dev Kinds of intellectual property a title may be. `DataIp` is a registered right in data.
enum IpKind {
    None,
    Invention,
    UtilityModel,
    Design,
    Trademark,
    Copyright,
    Software,
    IcLayout,
    DataIp,
    PlantVariety,
    TechnicalSecret
}

/// @dev Facts about a title or about the claim that rests on it. The last three undo earlier ones.
enum IpEventKind {
    None,
    AnnualFeeMissed,
    Invalidated,
    Lapsed,
    Licensed,
    LicenceEnded,
    Litigation,
    Substituted,
    Reappraised,
    AnnualFeePaid,
    LitigationEnded,
    Restored
}

/// @dev What the office of a title records about it besides its grant.
enum RegistrationKind {
    None,
    Licence,
    Pledge,
    Assignment
}

/// @dev Milestones on the way to production that an evaluator confirms: concept verification (proof that it works) and
/// pilot (proof that it can be made).
enum MilestoneKind {
    None,
    ConceptVerified,
    PilotPassed
}

/// @dev How a value was found.
enum AppraisalMethod {
    None,
    ReliefFromRoyalty,
    ExcessEarnings,
    Market,
    Cost
}

/// @dev Tests of a pool, in the order in which they are asked.
enum PoolTest {
    None,
    Firewall,
    Obligors,
    LargestObligor,
    TopFive,
    Affiliates,
    LoanToValueStable,
    LoanToValuePilotPassed,
    LoanToValueEarly,
    Life,
    Payer,
    NegativeList
}

/// @dev How a test ended; `None` was not asked.
enum Verdict {
    None,
    Passed,
    Failed
}
