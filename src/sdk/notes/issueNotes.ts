import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Creates the note of every series of a draft; the manager, once. */
export function issueNotes({ NoteFactory: to }: Rooms, { deal }: { readonly deal: DealId }): Call {
  return encodeCall({ contract: 'NoteFactory', to, verb: 'issue', args: [deal] })
}
