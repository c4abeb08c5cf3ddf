import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Draft → Cancelled, which frees the rights; the manager. */
export function cancelDeal(
  { DealBook: to }: Rooms,
  { deal, reason }: { readonly deal: DealId; readonly reason: Hash32 },
): Call {
  return encodeCall({ contract: 'DealBook', to, verb: 'cancel', args: [deal, reason] })
}
