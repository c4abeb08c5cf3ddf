import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import { ordinalOf, type PaymentKind, paymentKinds } from '../../domain/enumerations.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/**
 * Confirms that the bank paid proceeds or dust; the account bank, by another wallet than the one that
 * instructed.
 */
export function settlePayment(
  { Treasury: to }: Rooms,
  {
    deal,
    kind,
    valueDay,
    bankReference,
  }: {
    readonly deal: DealId
    readonly kind: PaymentKind
    readonly valueDay: Day
    readonly bankReference: Hash32
  },
): Call {
  return encodeCall({
    contract: 'Treasury',
    to,
    verb: 'settle',
    args: [deal, ordinalOf(paymentKinds, kind), valueDay, bankReference],
  })
}
