import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type PauseScope, scopeFields } from './pauseScope.ts'

/** Ends a pause whose scheduled end has come; anyone. */
export function resumeNotes({ Enforcement: to }: Rooms, scope: PauseScope): Call {
  return encodeCall({ contract: 'Enforcement', to, verb: 'resume', args: scopeFields(scope) })
}
