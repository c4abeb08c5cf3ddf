import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { ScheduleExtension } from './scheduleExtension.ts'

/** Appends exactly the rows that were proposed; the trustee. */
export function confirmExtension(
  { ScheduleBook: to }: Rooms,
  { deal, rows, documentHash }: ScheduleExtension,
): Call {
  return encodeCall({ contract: 'ScheduleBook', to, verb: 'confirm', args: [deal, [...rows], documentHash] })
}
