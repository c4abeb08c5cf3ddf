import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { EntryId, Hash32 } from '../../domain/ids.ts'

/** Reverses an entry of the bank by an opposite one; a receipt that was used is not reversed. */
export function reverseEntry(
  { CashLedger: to }: Rooms,
  {
    entry,
    valueDay,
    bankReference,
  }: { readonly entry: EntryId; readonly valueDay: Day; readonly bankReference: Hash32 },
): Call {
  return encodeCall({ contract: 'CashLedger', to, verb: 'reverse', args: [entry, valueDay, bankReference] })
}
