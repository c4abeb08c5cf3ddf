import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** Calculates the distribution of a period; anyone. Reported or Called → Calculated. */
export function calculateDistribution(
  { Waterfall: to }: Rooms,
  { deal, period }: { readonly deal: DealId; readonly period: Period },
): Call {
  return encodeCall({ contract: 'Waterfall', to, verb: 'calculate', args: [deal, period] })
}
