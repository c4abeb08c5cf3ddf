import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Settles allotted subscriptions into escrow: notes are minted locked, money stays; the account bank. */
export function settleSubscriptions(
  { Offering: to }: Rooms,
  { deal, subscriptions }: { readonly deal: DealId; readonly subscriptions: readonly bigint[] },
): Call {
  return encodeCall({ contract: 'Offering', to, verb: 'settle', args: [deal, [...subscriptions]] })
}
