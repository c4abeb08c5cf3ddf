import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Proposes to waive the acceleration of a deal, with the hash of the holders' minutes; the trustee. */
export function proposeWaiver(
  { Waivers: to }: Rooms,
  { deal, documentHash }: { readonly deal: DealId; readonly documentHash: Hash32 },
): Call {
  return encodeCall({ contract: 'Waivers', to, verb: 'propose', args: [deal, documentHash] })
}
