import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Confirms that a refund was paid; the account bank, by another wallet than the one that instructed it. */
export function settleRefund(
  { Offering: to }: Rooms,
  {
    subscription,
    valueDay,
    bankReference,
  }: { readonly subscription: bigint; readonly valueDay: Day; readonly bankReference: Hash32 },
): Call {
  return encodeCall({
    contract: 'Offering',
    to,
    verb: 'refund',
    args: [subscription, valueDay, bankReference],
  })
}
