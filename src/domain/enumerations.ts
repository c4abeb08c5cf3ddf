import { LedgerError } from './errors.ts'

/**
 * The enumerations of the chain (`contracts/types/Enums.sol` and the interfaces), in its order: a name's
 * place in its list is its number on chain, and zero means absent. The stages are in `stages.ts`.
 */
export const offices = [
  'None',
  'Originator',
  'Manager',
  'Servicer',
  'BackupServicer',
  'AccountBank',
  'SupervisingBank',
  'Custodian',
  'Trustee',
  'Guarantor',
  'VerificationAgent',
  'Appraiser',
  'RatingAgency',
  'Auditor',
  'Registrar',
] as const

/**
 * What makes a series lawful: a mirror of a register kept elsewhere, a token filed with an authority, or a
 * trial.
 */
export const legalModes = ['None', 'RegisterMirror', 'FiledToken', 'Sandbox'] as const

/** How ripe the technology behind a right is: TRL 8–9, 6–7 and 3–5. */
export const maturities = ['None', 'Stable', 'PilotPassed', 'Early'] as const

export const movementKinds = [
  'None',
  'Mint',
  'Redeem',
  'Primary',
  'Secondary',
  'Forced',
  'Recovery',
  'Register',
] as const

export const accountPurposes = [
  'None',
  'Collection',
  'Supervised',
  'Plan',
  'Reserve',
  'Guarantee',
  'Payment',
  'Subscription',
  'Tax',
  'Suspense',
  'Unclaimed',
  'Restricted',
] as const

export const reportKinds = ['None', 'Initial', 'Restatement', 'Nil'] as const

export const dealEventKinds = [
  'None',
  'RatingChanged',
  'Insolvency',
  'ServicerDefault',
  'GuarantorFailed',
  'Perfection',
  'RatingBelowFloor',
  'TitleLost',
  'AccelerationDeclared',
  'DefaultDeclared',
  'Waived',
  'ReportMissing',
] as const

/** Kinds of intellectual property a title may be. */
export const ipKinds = [
  'None',
  'Invention',
  'UtilityModel',
  'Design',
  'Trademark',
  'Copyright',
  'Software',
  'IcLayout',
  'DataIp',
  'PlantVariety',
  'TechnicalSecret',
] as const

/** Facts about a title or the claim on it; the last three undo earlier ones. */
export const ipEventKinds = [
  'None',
  'AnnualFeeMissed',
  'Invalidated',
  'Lapsed',
  'Licensed',
  'LicenceEnded',
  'Litigation',
  'Substituted',
  'Reappraised',
  'AnnualFeePaid',
  'LitigationEnded',
  'Restored',
] as const

/** What the office of a title records about it besides its grant. */
export const registrationKinds = ['None', 'Licence', 'Pledge', 'Assignment'] as const

/** What an evaluator confirms on the way to production: 概念验证 and 中试. */
export const milestoneKinds = ['None', 'ConceptVerified', 'PilotPassed'] as const

export const appraisalMethods = ['None', 'ReliefFromRoyalty', 'ExcessEarnings', 'Market', 'Cost'] as const

/** Where a note stands; `None` is locked in escrow. */
export const noteStages = ['None', 'Released', 'Void', 'Retired'] as const

/** Whose word an entry of the cash ledger is. */
export const entryKinds = ['None', 'Bank', 'Reversal', 'Move', 'Sale', 'Room'] as const

/** Where a report stands. */
export const filingStages = ['None', 'Standing', 'Superseded', 'Rejected'] as const

/** Where an offer stands; `None` is not opened. */
/** Where the proposal of a party for an office stands; the last three are final. */
export const proposalStages = ['None', 'Proposed', 'Accepted', 'Effective', 'Withdrawn', 'Replaced'] as const

export const offerStages = ['None', 'Open', 'Closed', 'Aborted'] as const

/** Whom an instruction pays. */
export const instructionKinds = ['None', 'Holders', 'Series', 'Payee'] as const

export const instructionStages = ['None', 'Instructed', 'Settled', 'Returned'] as const

/** What a deal pays outside its periods. */
export const paymentKinds = ['None', 'Proceeds', 'Dust'] as const

export const paymentStages = ['None', 'Instructed', 'Settled', 'Returned'] as const

/** What an order over notes does; a release ends a freeze. */
export const orderKinds = ['None', 'Transfer', 'Recovery', 'Freeze', 'Release'] as const

export const orderStages = ['None', 'Proposed', 'Withdrawn', 'Executed'] as const

/** Where what was booked for a holder goes when an order takes its units. */
export const entitlementFates = ['None', 'Stay', 'Follow'] as const

export const entitlementKinds = ['None', 'Interest', 'Principal', 'Residual'] as const

/** What holders of notes may resolve. */
export const matters = [
  'None',
  'Acceleration',
  'Default',
  'Waiver',
  'OfficeReplacement',
  'ScheduleAmendment',
  'Substitution',
] as const

export const resolutionStages = ['None', 'Voting', 'Passed', 'Failed', 'Executed'] as const

/** Whose series vote: those of the most senior tranche that is outstanding, or of every one that is. */
export const votingClasses = ['None', 'Controlling', 'All'] as const

/** Tests of a pool, in the order in which they are asked. */
export const poolTests = [
  'None',
  'Firewall',
  'Obligors',
  'LargestObligor',
  'TopFive',
  'Affiliates',
  'LoanToValueStable',
  'LoanToValuePilotPassed',
  'LoanToValueEarly',
  'Life',
  'Payer',
  'NegativeList',
] as const

/** How a test ended; `None` was not asked. */
export const verdicts = ['None', 'Passed', 'Failed'] as const

export type Office = (typeof offices)[number]
export type LegalMode = (typeof legalModes)[number]
export type Maturity = (typeof maturities)[number]
export type MovementKind = (typeof movementKinds)[number]
export type AccountPurpose = (typeof accountPurposes)[number]
export type ReportKind = (typeof reportKinds)[number]
export type DealEventKind = (typeof dealEventKinds)[number]
export type IpKind = (typeof ipKinds)[number]
export type IpEventKind = (typeof ipEventKinds)[number]
export type RegistrationKind = (typeof registrationKinds)[number]
export type MilestoneKind = (typeof milestoneKinds)[number]
export type AppraisalMethod = (typeof appraisalMethods)[number]
export type NoteStage = (typeof noteStages)[number]
export type EntryKind = (typeof entryKinds)[number]
export type FilingStage = (typeof filingStages)[number]
export type ProposalStage = (typeof proposalStages)[number]
export type OfferStage = (typeof offerStages)[number]
export type InstructionKind = (typeof instructionKinds)[number]
export type InstructionStage = (typeof instructionStages)[number]
export type PaymentKind = (typeof paymentKinds)[number]
export type PaymentStage = (typeof paymentStages)[number]
export type OrderKind = (typeof orderKinds)[number]
export type OrderStage = (typeof orderStages)[number]
export type EntitlementFate = (typeof entitlementFates)[number]
export type EntitlementKind = (typeof entitlementKinds)[number]
export type Matter = (typeof matters)[number]
export type ResolutionStage = (typeof resolutionStages)[number]
export type VotingClass = (typeof votingClasses)[number]
export type PoolTest = (typeof poolTests)[number]
export type Verdict = (typeof verdicts)[number]

/** The number of a name on chain. */
export function ordinalOf<Name extends string>(names: readonly Name[], name: Name): bigint {
  const ordinal = names.indexOf(name)
  if (ordinal < 0) throw new UnknownNameError(names, name)
  return BigInt(ordinal)
}

/** The name that a number of the chain stands for. */
export function nameOf<Name extends string>(names: readonly Name[], ordinal: bigint): Name {
  const name = names[Number(ordinal)]
  if (name === undefined) throw new UnknownNameError(names, ordinal.toString())
  return name
}

export class UnknownNameError extends LedgerError {
  override readonly code = 'enumeration/unknown'
  readonly given: string

  constructor(names: readonly string[], given: string) {
    super(`"${given}" is none of ${names.join(', ')}`, {
      remedy:
        'Use one of these names, or the version of this software that belongs to the deployed contracts',
    })
    this.given = given
  }
}
