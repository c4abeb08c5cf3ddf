import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Day } from '../../domain/dates.ts'
import { ordinalOf, type PaymentKind, paymentKinds } from '../../domain/enumerations.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Records that proceeds or dust came back; the account bank. */
export function returnPayment(
  { Treasury: to }: Rooms,
  {
    deal,
    kind,
    valueDay,
    bankReference,
    reason,
  }: {
    readonly deal: DealId
    readonly kind: PaymentKind
    readonly valueDay: Day
    readonly bankReference: Hash32
    readonly reason: Hash32
  },
): Call {
  return encodeCall({
    contract: 'Treasury',
    to,
    verb: 'returnPayment',
    args: [deal, ordinalOf(paymentKinds, kind), valueDay, bankReference, reason],
  })
}
