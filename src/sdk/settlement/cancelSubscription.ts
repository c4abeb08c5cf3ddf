import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'

/** Withdraws a subscription before the cut-off; who may place it. */
export function cancelSubscription(
  { Offering: to }: Rooms,
  { subscription }: { readonly subscription: bigint },
): Call {
  return encodeCall({ contract: 'Offering', to, verb: 'cancel', args: [subscription] })
}
