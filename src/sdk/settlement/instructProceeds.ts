import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Funds the opening reserve from the proceeds of a closed offer and instructs the rest to the originator; the manager. */
export function instructProceeds(
  { Treasury: to }: Rooms,
  { deal, contentHash }: { readonly deal: DealId; readonly contentHash: Hash32 },
): Call {
  return encodeCall({ contract: 'Treasury', to, verb: 'instructProceeds', args: [deal, contentHash] })
}
