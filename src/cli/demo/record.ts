import type { ExplainedLimits } from '../../deal/explainLimits.ts'
import type { LegalMode, Maturity, Office } from '../../domain/enumerations.ts'
import type { InLanguages } from '../../domain/languages.ts'
import type { CurrencyCode } from '../../domain/money.ts'
import type { PoolTestResult } from '../../domain/pool/poolTest.ts'
import type { DealStage } from '../../domain/stages.ts'
import type { StepRecord } from '../output/steps.ts'

/** What a run of a deal showed; amounts without a currency beside them are minor units of the deal's currency. */
export interface DealRecord {
  readonly opening: OpeningRecord
  readonly closing: ClosingRecord
  readonly periods: readonly PeriodRecord[]
  readonly payouts: readonly SeriesPayout[]
  readonly windUp: WindUpRecord
  readonly checks: readonly CheckCount[]
}

export interface OpeningRecord {
  readonly id: string
  readonly names: Readonly<Record<string, string>>
  readonly scenario: string
  readonly currency: CurrencyCode
  readonly total: bigint
  readonly ledgerId: bigint
  readonly closingDate: string
  readonly legalFinal: string
  readonly parties: readonly PartyRecord[]
  readonly rights: readonly RightRecord[]
  readonly classes: readonly ClassRecord[]
  readonly firewall: readonly FirewallRecord[]
  /** The tests of the pool as the ledger finds them, those that are not asked too. */
  readonly poolTests: readonly PoolTestRecord[]
  readonly tranches: readonly TrancheRecord[]
  /** Who may hold its series, and how much, in each language. */
  readonly limits: InLanguages<readonly ExplainedLimits[]>
}

export interface PartyRecord {
  readonly name: string
  readonly place: string
  readonly offices: readonly Office[]
  readonly party: bigint
  readonly wallet: string
  /** Whether the deal file names the party; the others stand in for offices that it leaves open. */
  readonly isNamed: boolean
}

export interface RightRecord {
  readonly asset: string
  readonly right: bigint
  readonly place: string
  readonly maturity: Maturity
  readonly trl: number
  readonly principal: bigint
  readonly currency: CurrencyCode
}

export interface ClassRecord {
  readonly maturity: Maturity
  readonly rights: number
  readonly principal: bigint
}

/** Outstanding of a tranche and all senior to it against the classes of assets that may back it. */
export interface FirewallRecord {
  readonly tranche: string
  readonly classes: readonly Maturity[]
  readonly outstanding: bigint
  readonly backing: bigint
  readonly passed: boolean
}

export type PoolTestRecord = PoolTestResult & {
  /** Why the deal asks a looser test than the law file, or none. */
  readonly reason: string | undefined
}

export interface TrancheRecord {
  readonly id: string
  readonly level: string
  readonly grade: string
  readonly coupon: string | null
  readonly size: bigint
  readonly series: readonly SeriesRecord[]
}

export interface SeriesRecord {
  readonly id: string
  readonly place: string
  readonly mode: LegalMode
  readonly currency: CurrencyCode
  readonly units: bigint
  readonly note: string
}

export interface ClosingRecord {
  readonly date: string
  readonly subscriptions: readonly SubscriptionRecord[]
  readonly proceeds: bigint
  /** What of the proceeds opens the reserve; the rest is the originator's. */
  readonly reserve: bigint
}

export interface SubscriptionRecord {
  readonly series: string
  readonly placedBy: string
  readonly holder: string
  readonly units: bigint
  readonly amount: bigint
}

export type Mode = 'normal' | 'acceleration' | 'default'

export interface PeriodRecord {
  readonly period: number
  readonly paymentDate: string
  readonly mode: Mode
  readonly income: bigint
  readonly principal: bigint
  readonly carriedIn: bigint
  readonly carriedOut: bigint
  readonly sales: readonly SaleRecord[]
  readonly calls: readonly CallRecord[]
  readonly steps: readonly StepRecord[]
  readonly balances: readonly BalanceRecord[]
  readonly triggers: readonly string[]
  readonly stage: DealStage
}

/** Money collected in another currency and sold by the account bank. */
export interface SaleRecord {
  readonly currency: CurrencyCode
  readonly amount: bigint
  readonly fixing: string
  readonly bought: bigint
}

export interface CallRecord {
  readonly support: string
  readonly need: bigint
  readonly called: bigint
  readonly received: bigint
}

export interface BalanceRecord {
  readonly tranche: string
  readonly balance: bigint
}

/** What the holders of a series were paid over the life of the deal, in the deal's currency. */
export interface SeriesPayout {
  readonly series: string
  readonly paidThrough: string
  readonly holders: number
  readonly interest: bigint
  readonly principal: bigint
  readonly residual: bigint
}

export interface WindUpRecord {
  /** Reports that the ledger accepted of the three signers' processes; none where the demo signed itself. */
  readonly reports?: number
  readonly date: string
  readonly stage: DealStage
  readonly dust: bigint
  /** What the accounts of the deal still hold. */
  readonly undistributed: bigint
  readonly rightsReleased: number
  readonly unpaid: readonly BalanceRecord[]
}

export interface CheckCount {
  readonly check: string
  readonly count: number
}
