import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Lifts an order; the authority that gave it, or its successor. */
export function liftRestriction(
  { PartyRegistry: to }: Rooms,
  { orderId, liftHash }: { readonly orderId: bigint; readonly liftHash: Hash32 },
): Call {
  return encodeCall({ contract: 'PartyRegistry', to, verb: 'lift', args: [orderId, liftHash] })
}
