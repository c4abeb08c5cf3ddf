import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { ScheduleExtension } from './scheduleExtension.ts'

/** Proposes further rows of a deal's schedule; the manager. A later proposal stands in for the earlier. */
export function proposeExtension(
  { ScheduleBook: to }: Rooms,
  { deal, rows, documentHash }: ScheduleExtension,
): Call {
  return encodeCall({ contract: 'ScheduleBook', to, verb: 'propose', args: [deal, [...rows], documentHash] })
}
