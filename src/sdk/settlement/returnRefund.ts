import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Records that a refund came back; the account bank. It may be instructed again. */
export function returnRefund(
  { Offering: to }: Rooms,
  {
    subscription,
    valueDay,
    bankReference,
    reason,
  }: {
    readonly subscription: bigint
    readonly valueDay: Day
    readonly bankReference: Hash32
    readonly reason: Hash32
  },
): Call {
  return encodeCall({
    contract: 'Offering',
    to,
    verb: 'returnRefund',
    args: [subscription, valueDay, bankReference, reason],
  })
}
