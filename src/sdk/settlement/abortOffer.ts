import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Aborts the offer: every subscription is paid back, the deal is cancelled; manager or trustee. */
export function abortOffer(
  { Offering: to }: Rooms,
  { deal, reason }: { readonly deal: DealId; readonly reason: Hash32 },
): Call {
  return encodeCall({ contract: 'Offering', to, verb: 'abort', args: [deal, reason] })
}
