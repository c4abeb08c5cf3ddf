import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Redeemed or Liquidation → Closed, which frees the rights; the manager. */
export function closeDeal({ DealBook: to }: Rooms, { deal }: { readonly deal: DealId }): Call {
  return encodeCall({ contract: 'DealBook', to, verb: 'close', args: [deal] })
}
