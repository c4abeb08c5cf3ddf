import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Opens a title to managers with the hash of the signed consent; its owner. */
export function listTitle(
  { TitleRegistry: to }: Rooms,
  { title, consent }: { readonly title: Hash32; readonly consent: Hash32 },
): Call {
  return encodeCall({ contract: 'TitleRegistry', to, verb: 'list', args: [title, consent] })
}
