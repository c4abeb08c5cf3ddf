import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { EntryId, Hash32 } from '../../domain/ids.ts'

/** Confirms that money sent has arrived; the receiving bank. */
export function confirmMove(
  { CashLedger: to }: Rooms,
  {
    move,
    valueDay,
    bankReference,
  }: { readonly move: EntryId; readonly valueDay: Day; readonly bankReference: Hash32 },
): Call {
  return encodeCall({ contract: 'CashLedger', to, verb: 'confirm', args: [move, valueDay, bankReference] })
}
