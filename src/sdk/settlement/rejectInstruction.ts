import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Records that the bank did not pay; the account bank. What it would have paid is payable again. */
export function rejectInstruction(
  { PayingAgent: to }: Rooms,
  { instruction, reason }: { readonly instruction: bigint; readonly reason: Hash32 },
): Call {
  return encodeCall({ contract: 'PayingAgent', to, verb: 'reject', args: [instruction, reason] })
}
