import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** Takes an approval back before the distribution is booked; the checker. Approved → Calculated. */
export function withdrawApproval(
  { Waterfall: to }: Rooms,
  { deal, period }: { readonly deal: DealId; readonly period: Period },
): Call {
  return encodeCall({ contract: 'Waterfall', to, verb: 'withdraw', args: [deal, period] })
}
