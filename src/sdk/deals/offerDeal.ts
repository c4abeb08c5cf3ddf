import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/**
 * Draft → Offering; the manager. Pool, program, notes and filings must be there and the firewall must hold.
 */
export function offerDeal({ DealBook: to }: Rooms, { deal }: { readonly deal: DealId }): Call {
  return encodeCall({ contract: 'DealBook', to, verb: 'offer', args: [deal] })
}
