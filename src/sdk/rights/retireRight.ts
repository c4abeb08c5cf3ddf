import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32, RightId } from '../../domain/ids.ts'

/** Ends a claim that backs no deal and frees its titles; its holder. */
export function retireRight(
  { RightsRegistry: to }: Rooms,
  {
    right,
    titles,
    evidence,
  }: { readonly right: RightId; readonly titles: readonly Hash32[]; readonly evidence: Hash32 },
): Call {
  return encodeCall({ contract: 'RightsRegistry', to, verb: 'retire', args: [right, [...titles], evidence] })
}
