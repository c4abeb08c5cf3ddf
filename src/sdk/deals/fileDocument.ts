import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { encodeText } from '../../chain/text32.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/**
 * Files a document, the newest of its kind; any office of the deal. The filing `csrc.filing` of a deal stands from
 * its offer on.
 */
export function fileDocument(
  { DealBook: to }: Rooms,
  {
    deal,
    kind,
    documentHash,
  }: { readonly deal: DealId; readonly kind: string; readonly documentHash: Hash32 },
): Call {
  return encodeCall({ contract: 'DealBook', to, verb: 'file', args: [deal, encodeText(kind), documentHash] })
}
