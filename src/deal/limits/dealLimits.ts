import type { Day } from '../../domain/dates.ts'
import type { InvestorClass, Parameter, Quota } from '../../domain/law/law.ts'
import type { PlaceCode } from '../../domain/places.ts'

/** A figure of a deal, and the entry of the law file that it follows; a figure of its own follows none. */
export type Stated<Entry> = { readonly law: Entry | null }
type ByParameter = Stated<Parameter>

export type StatedUnits = ByParameter & { readonly units: bigint }
export type StatedCount = ByParameter & { readonly count: number }

/** Who may hold a series, and how much; units are those of its note. `null` limits nothing. */
export type SeriesLimit = {
  readonly series: string
  readonly place: PlaceCode
  readonly admitted: readonly InvestorClass[]
  readonly exempt: readonly InvestorClass[]
  readonly minimum: StatedUnits | null
  readonly step: StatedUnits | null
  readonly holdingCap: bigint | null
  readonly lockedUntil: Day | null
  /** Number of the channel on chain, its place in `channels` plus one. */
  readonly channel: number | null
  /** What the originator keeps of the series. */
  readonly retained: bigint
}

export type PlaceLimit = {
  readonly place: PlaceCode
  readonly holders: StatedCount | null
  readonly offerees: StatedCount | null
}

/** Money, in minor units of the currency of the deal at face, that may cross in a window of days. */
export type QuotaLimit = Stated<Quota> & {
  readonly channel: number
  readonly from: PlaceCode
  readonly to: PlaceCode
  readonly amount: bigint
  readonly windowDays: number
}

export type RetentionLimit = ByParameter & {
  readonly form: 'vertical' | 'horizontal'
  readonly sharePpb: bigint
}

/** The limits of a deal, read against the law of its places. */
export type DealLimits = {
  /** Version of the law file that they were read against. */
  readonly lawVersion: string
  readonly series: readonly SeriesLimit[]
  readonly places: readonly PlaceLimit[]
  readonly quotas: readonly QuotaLimit[]
  /** Names of the channels; the first is number one on chain. */
  readonly channels: readonly string[]
  readonly retention: RetentionLimit | null
}
