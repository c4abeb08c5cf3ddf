import type { Calendar } from '../domain/calendars/calendar.ts'
import type { Day } from '../domain/dates.ts'
import type { PlainConvention } from '../domain/dayCount.ts'
import type { RatePpb } from '../domain/rates.ts'
import type { Remainder, Rounding } from '../waterfall/program.ts'
import type { DealFile } from './schema/deal.ts'
import type { FeeFile, SupportFile } from './schema/pool.ts'
import type { Amortisation, Level } from './schema/tranche.ts'
import type { TriggerFile } from './schema/trigger.ts'

/** A deal file that passed every check, with its texts read into numbers, days and resolved references. */
export type Deal = {
  readonly file: DealFile
  readonly id: string
  readonly calendar: Calendar | null
  readonly convention: PlainConvention
  readonly rounding: {
    readonly interest: Rounding
    readonly fees: Rounding
    readonly tax: Rounding
    readonly split: Remainder
  }
  readonly closing: Day
  readonly accrualStart: Day
  readonly legalFinal: Day
  /** The payment dates of the file, then those of the tail up to legal final. */
  readonly dates: readonly PaymentDate[]
  readonly tranches: readonly Tranche[]
  readonly pool: bigint
  readonly fees: readonly Fee[]
  readonly supports: readonly Support[]
  readonly tax: {
    readonly ratePpb: bigint
    readonly inclusive: boolean
    readonly basis: 'period' | 'cumulative'
  } | null
  readonly reserve: Reserve | null
  readonly refundCap: bigint | null
  readonly deficiency: boolean
  readonly accounts: Accounts
  readonly triggers: readonly TriggerFile[]
  readonly programs: readonly ModeSteps[]
  /** What was left out although the file states it, because the deal has no such level. */
  readonly notices: readonly Notice[]
}

export type PaymentDate = {
  readonly day: Day
  readonly baseline: bigint
  readonly tail: boolean
  /** The holidays of that year are not published yet. */
  readonly provisional: boolean
}

export type Tranche = {
  readonly id: string
  readonly ordinal: number
  readonly level: Level
  readonly size: bigint
  readonly coupon: RatePpb | null
  readonly resets: readonly { readonly from: Day; readonly rate: RatePpb }[]
  readonly onArrears: { readonly factorPpb: bigint; readonly marginPpb: bigint } | null
  readonly stepUp: { readonly from: Day; readonly rate: RatePpb; readonly onUnpaid: RatePpb | null } | null
  readonly amortisation: Amortisation
}

export type Fee = {
  readonly id: string
  readonly ordinal: number
  readonly rank: FeeFile['rank']
  readonly payTo: FeeFile['payTo']
  readonly basis: FeeFile['basis']
  readonly yearlyCap: bigint | null
}

export type Support = {
  readonly id: string
  readonly ordinal: number
  readonly kind: SupportFile['kind']
  readonly commitment: bigint
  readonly draws: SupportFile['draws']
  readonly covers: readonly string[]
  /** What is reimbursed can be drawn again. */
  readonly restores: boolean
}

export type Reserve = {
  readonly account: string
  readonly opening: bigint
  readonly target:
    | { readonly kind: 'fixed'; readonly amount: bigint }
    | { readonly kind: 'percent'; readonly ratePpb: bigint; readonly floor: bigint }
}

/** The accounts that take part in the calculation, by id. */
export type Accounts = {
  readonly plan: readonly string[]
  readonly income: string
  readonly principal: string
}

export const modes = ['normal', 'acceleration', 'default'] as const
export type Mode = (typeof modes)[number]

export type ModeSteps = { readonly mode: Mode; readonly steps: readonly Step[] }

type Anywhere = {
  /** Where the file states the step. */
  readonly path: string
  /** As people name it: int:senior, prin_all:B, fees_junior. */
  readonly name: string
  readonly onlyIf: readonly string[]
  readonly unless: readonly string[]
}

type Paying = Anywhere & { readonly from: string; readonly support: readonly string[] }
type Ranked = { readonly order: 'proRata' | 'sequential' }

/** A step with every reference resolved: tranches, fees and accounts by id. */
export type Step =
  | (Paying & { readonly step: 'tax' })
  | (Paying & Ranked & { readonly step: 'fees'; readonly fees: readonly string[]; readonly overCap: boolean })
  | (Paying &
      Ranked & {
        readonly step: 'interest'
        readonly to: readonly string[]
        readonly debitDeficiency: boolean
      })
  | (Paying & Ranked & { readonly step: 'stepUp'; readonly to: readonly string[] })
  | (Paying &
      Ranked & {
        readonly step: 'principal'
        readonly to: readonly string[]
        readonly amount: 'scheduled' | 'all'
        readonly sharePpb: bigint | null
      })
  | (Paying & { readonly step: 'junior'; readonly to: readonly string[]; readonly ifRatedRepaid: boolean })
  | (Paying & { readonly step: 'residual'; readonly to: string; readonly sharePpb: bigint | null })
  | (Paying & { readonly step: 'feeResidual'; readonly fee: string; readonly sharePpb: bigint })
  | (Paying & { readonly step: 'topUp' })
  | (Paying & { readonly step: 'releaseReserve'; readonly to: string; readonly amount: 'excess' | 'all' })
  | (Paying & { readonly step: 'reimburse'; readonly supports: readonly string[] })
  | (Paying & { readonly step: 'cleanUpCall'; readonly to: readonly string[]; readonly sharePpb: bigint })
  | (Paying & { readonly step: 'cure'; readonly to: readonly string[]; readonly into: string })
  | (Paying & { readonly step: 'move'; readonly into: string; readonly sharePpb: bigint | null })
  | (Anywhere & { readonly step: 'test'; readonly triggers: readonly string[] })
  | (Anywhere & { readonly step: 'carryForward' })

export type Notice = { readonly path: string; readonly value: unknown; readonly text: string }

/** Names of flags that the compiler keeps itself; a step may refer to them as to triggers. */
export const builtInFlags = ['ratedOutstanding', 'lastDate', 'called'] as const
/** Further names of flags that no trigger may bear; steps cannot refer to them. */
export const keptFlags = ['scratch', 'found', 'yearStart', 'acceleration', 'default'] as const

export const ratedLevels: readonly Level[] = ['senior', 'mezz']
