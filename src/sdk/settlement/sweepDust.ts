import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Instructs the payment of what rounding left to the residual holder, when all is settled; the manager. */
export function sweepDust(
  { Treasury: to }: Rooms,
  { deal, contentHash }: { readonly deal: DealId; readonly contentHash: Hash32 },
): Call {
  return encodeCall({ contract: 'Treasury', to, verb: 'sweep', args: [deal, contentHash] })
}
