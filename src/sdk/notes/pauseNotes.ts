import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type PauseOrder, scopeFields } from './pauseScope.ts'

/** Pauses a series or a whole deal at once; the trustee, or a regulator of a place of it. */
export function pauseNotes({ Enforcement: to }: Rooms, { basisHash, ...scope }: PauseOrder): Call {
  const args = [...scopeFields(scope), basisHash] as const
  return encodeCall({ contract: 'Enforcement', to, verb: 'pause', args: [...args] })
}
