import type { ILimitBook } from '../../chain/contracts/index.ts'
import type { Day } from '../../domain/dates.ts'
import type { PartyId, SeriesId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'

/**
 * Limits of one series; what is absent limits nothing, but a class that is not admitted holds nothing. Classes are codes
 * of the law file. Who retains keeps `units` of the series.
 */
export type SeriesLimits = {
  readonly series: SeriesId
  readonly admitted: {
    readonly CN?: readonly number[]
    readonly HK?: readonly number[]
    readonly MO?: readonly number[]
  }
  readonly exempt?: readonly number[]
  readonly lockedUntil?: Day
  readonly channel?: number
  readonly minimum?: bigint
  readonly step?: bigint
  readonly holdingCap?: bigint
  readonly retained?: { readonly party: PartyId; readonly units: bigint }
}

/** Limits over all series of a deal in one place; every series there has limits of its own. */
export type PlaceLimits = {
  readonly jurisdiction: Jurisdiction
  readonly holderCap?: number
  readonly offereeCap?: number
}

/** Money, in minor units of the deal's currency at face, that may cross in a window of days. */
export type QuotaLimits = {
  readonly channel: number
  readonly payer: Jurisdiction
  readonly payee: Jurisdiction
  readonly windowDays: number
  readonly amount: bigint
}

/** The limits of a series as the chain takes them. */
export function seriesLimitsFields(limits: SeriesLimits): ILimitBook.SeriesLimitsStruct {
  const { admitted, exempt = [], retained } = limits
  return {
    series: limits.series,
    admittedCn: bitsOf(admitted.CN ?? []),
    admittedHk: bitsOf(admitted.HK ?? []),
    admittedMo: bitsOf(admitted.MO ?? []),
    exempt: bitsOf(exempt),
    lockedUntilDay: limits.lockedUntil ?? 0n,
    channel: limits.channel ?? 0,
    minimum: limits.minimum ?? 0n,
    step: limits.step ?? 0n,
    holdingCap: limits.holdingCap ?? 0n,
    retained: retained?.units ?? 0n,
    retainer: retained?.party ?? 0n,
  }
}

/** The limits of a place as the chain takes them. */
export function placeLimitsFields(limits: PlaceLimits): ILimitBook.PlaceLimitsStruct {
  const { jurisdiction, holderCap = 0, offereeCap = 0 } = limits
  return { jurisdiction, holderCap, offereeCap }
}

function bitsOf(codes: readonly number[]): bigint {
  return codes.reduce((bits, code) => bits | (1n << BigInt(code)), 0n)
}
