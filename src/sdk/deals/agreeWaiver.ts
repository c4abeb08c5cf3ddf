import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Agrees to a waiver on the same minutes, which makes the deal active again; the manager. */
export function agreeWaiver(
  { Waivers: to }: Rooms,
  { deal, documentHash }: { readonly deal: DealId; readonly documentHash: Hash32 },
): Call {
  return encodeCall({ contract: 'Waivers', to, verb: 'agree', args: [deal, documentHash] })
}
