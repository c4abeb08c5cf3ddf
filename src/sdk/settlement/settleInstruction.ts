import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Confirms that the bank paid; the account bank, by another wallet than the one that instructed. */
export function settleInstruction(
  { PayingAgent: to }: Rooms,
  {
    instruction,
    valueDay,
    bankReference,
  }: { readonly instruction: bigint; readonly valueDay: Day; readonly bankReference: Hash32 },
): Call {
  return encodeCall({
    contract: 'PayingAgent',
    to,
    verb: 'settle',
    args: [instruction, valueDay, bankReference],
  })
}
