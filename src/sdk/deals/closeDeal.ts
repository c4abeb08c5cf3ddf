import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Redeemed → Closed by the manager, Liquidation → Closed by the trustee, which frees the rights. */
export function closeDeal({ DealBook: to }: Rooms, { deal }: { readonly deal: DealId }): Call {
  return encodeCall({ contract: 'DealBook', to, verb: 'close', args: [deal] })
}
