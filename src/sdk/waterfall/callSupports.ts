import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** Calls each support for what is short, up to its commitment; the manager. Reported → Called. */
export function callSupports(
  { Waterfall: to }: Rooms,
  { deal, period }: { readonly deal: DealId; readonly period: Period },
): Call {
  return encodeCall({ contract: 'Waterfall', to, verb: 'call', args: [deal, period] })
}
