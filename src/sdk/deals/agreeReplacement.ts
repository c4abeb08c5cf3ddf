import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Agrees to a replacement on the same document, which changes the pool; the trustee. */
export function agreeReplacement(
  { Replacements: to }: Rooms,
  { deal, documentHash }: { readonly deal: DealId; readonly documentHash: Hash32 },
): Call {
  return encodeCall({ contract: 'Replacements', to, verb: 'agree', args: [deal, documentHash] })
}
