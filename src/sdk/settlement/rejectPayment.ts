import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { ordinalOf, type PaymentKind, paymentKinds } from '../../domain/enumerations.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Records that the bank did not pay proceeds or dust; the account bank. */
export function rejectPayment(
  { Treasury: to }: Rooms,
  { deal, kind, reason }: { readonly deal: DealId; readonly kind: PaymentKind; readonly reason: Hash32 },
): Call {
  return encodeCall({
    contract: 'Treasury',
    to,
    verb: 'reject',
    args: [deal, ordinalOf(paymentKinds, kind), reason],
  })
}
