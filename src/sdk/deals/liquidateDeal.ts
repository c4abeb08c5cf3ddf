import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** → Liquidation; the trustee. */
export function liquidateDeal(
  { DealBook: to }: Rooms,
  { deal, reason }: { readonly deal: DealId; readonly reason: Hash32 },
): Call {
  return encodeCall({ contract: 'DealBook', to, verb: 'liquidate', args: [deal, reason] })
}
