import type { DealLimits } from '../../deal/limits/dealLimits.ts'
import type { DealId, PartyId, SeriesId } from '../../domain/ids.ts'
import { CN, HK, type Jurisdiction, MO, type PlaceCode } from '../../domain/places.ts'
import type { PlaceLimits, QuotaLimits, SeriesLimits } from './limits.ts'

/** What `limitDeal` takes. */
export type DealLimitTerms = {
  readonly deal: DealId
  readonly series: readonly SeriesLimits[]
  readonly places: readonly PlaceLimits[]
  readonly quotas: readonly QuotaLimits[]
}

/** A drafted deal as far as its limits name it: its series by the names of the file, and the originator who keeps a share. */
export type DraftedDeal = {
  readonly deal: DealId
  readonly series: readonly { readonly name: string; readonly series: SeriesId }[]
  readonly originator: PartyId
}

const jurisdictions: Readonly<Record<PlaceCode, Jurisdiction>> = { CN, HK, MO }

/** The limits of a deal file as `limitDeal` takes them, for the deal that was drafted from it. */
export function limitTermsOf(limits: DealLimits, { deal, series, originator }: DraftedDeal): DealLimitTerms {
  return {
    deal,
    series: limits.series.flatMap(limit => {
      const drafted = series.find(({ name }) => name === limit.series)
      return drafted === undefined ? [] : [seriesTerms(limit, { series: drafted.series, originator })]
    }),
    places: limits.places.map(({ place, holders, offerees }) => ({
      jurisdiction: jurisdictions[place],
      ...(holders === null ? {} : { holderCap: holders.count }),
      ...(offerees === null ? {} : { offereeCap: offerees.count }),
    })),
    quotas: limits.quotas.map(({ channel, from, to, windowDays, amount }) => ({
      channel,
      payer: jurisdictions[from],
      payee: jurisdictions[to],
      windowDays,
      amount,
    })),
  }
}

function seriesTerms(
  limit: DealLimits['series'][number],
  { series, originator }: { readonly series: SeriesId; readonly originator: PartyId },
): SeriesLimits {
  const { admitted, exempt, minimum, step, holdingCap, lockedUntil, channel, retained } = limit
  const codes = (place: PlaceCode): readonly number[] =>
    admitted.filter(row => row.place === place).map(({ code }) => code)
  return {
    series,
    admitted: { CN: codes('CN'), HK: codes('HK'), MO: codes('MO') },
    exempt: exempt.map(({ code }) => code),
    ...(minimum === null ? {} : { minimum: minimum.units }),
    ...(step === null ? {} : { step: step.units }),
    ...(holdingCap === null ? {} : { holdingCap }),
    ...(lockedUntil === null ? {} : { lockedUntil }),
    ...(channel === null ? {} : { channel }),
    ...(retained === 0n ? {} : { retained: { party: originator, units: retained } }),
  }
}
