import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Takes a title back from the catalogue; its owner. */
export function delistTitle({ TitleRegistry: to }: Rooms, { title }: { readonly title: Hash32 }): Call {
  return encodeCall({ contract: 'TitleRegistry', to, verb: 'delist', args: [title] })
}
