import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'
import {
  type PlaceLimits,
  placeLimitsFields,
  type QuotaLimits,
  type SeriesLimits,
  seriesLimitsFields,
} from './limits.ts'

/** Sets the limits of a draft deal in place of those before; the manager, before its notes are issued. */
export function limitDeal(
  { LimitBook: to }: Rooms,
  {
    deal,
    series,
    places = [],
    quotas = [],
  }: {
    readonly deal: DealId
    readonly series: readonly SeriesLimits[]
    readonly places?: readonly PlaceLimits[]
    readonly quotas?: readonly QuotaLimits[]
  },
): Call {
  const args = [
    deal,
    series.map(seriesLimitsFields),
    places.map(placeLimitsFields),
    quotas.map(quota => ({ ...quota })),
  ] as const
  return encodeCall({ contract: 'LimitBook', to, verb: 'limit', args: [...args] })
}
