import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type PauseOrder, scopeFields } from './pauseScope.ts'

/** Schedules the end of a pause; the authority that paused. */
export function unpauseNotes({ Enforcement: to }: Rooms, { basisHash, ...scope }: PauseOrder): Call {
  const args = [...scopeFields(scope), basisHash] as const
  return encodeCall({ contract: 'Enforcement', to, verb: 'unpause', args: [...args] })
}
