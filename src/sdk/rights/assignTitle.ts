import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32, PartyId } from '../../domain/ids.ts'

/** Records that a title passed to another party; its owner. It leaves the catalogue. */
export function assignTitle(
  { TitleRegistry: to }: Rooms,
  {
    title,
    assignee,
    evidence,
  }: { readonly title: Hash32; readonly assignee: PartyId; readonly evidence: Hash32 },
): Call {
  return encodeCall({ contract: 'TitleRegistry', to, verb: 'assign', args: [title, assignee, evidence] })
}
