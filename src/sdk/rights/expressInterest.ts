import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Tells the owner of a listed title that the party of the caller would structure it. */
export function expressInterest(
  { TitleRegistry: to }: Rooms,
  { title, documentHash }: { readonly title: Hash32; readonly documentHash: Hash32 },
): Call {
  return encodeCall({ contract: 'TitleRegistry', to, verb: 'expressInterest', args: [title, documentHash] })
}
