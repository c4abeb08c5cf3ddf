import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Closes the offer: notes are released, the deal is active; the manager, after the trustee confirmed. */
export function closeOffer({ Offering: to }: Rooms, { deal }: { readonly deal: DealId }): Call {
  return encodeCall({ contract: 'Offering', to, verb: 'close', args: [deal] })
}
