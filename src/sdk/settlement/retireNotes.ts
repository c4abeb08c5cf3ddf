import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Ends the life of the notes when the deal is over and all is settled; the manager. */
export function retireNotes({ Treasury: to }: Rooms, { deal }: { readonly deal: DealId }): Call {
  return encodeCall({ contract: 'Treasury', to, verb: 'retire', args: [deal] })
}
