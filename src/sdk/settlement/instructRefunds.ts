import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Instructs the bank to pay back what notes did not take; who may place the subscriptions. */
export function instructRefunds(
  { Offering: to }: Rooms,
  {
    deal,
    subscriptions,
    contentHash,
  }: { readonly deal: DealId; readonly subscriptions: readonly bigint[]; readonly contentHash: Hash32 },
): Call {
  return encodeCall({
    contract: 'Offering',
    to,
    verb: 'instructRefunds',
    args: [deal, [...subscriptions], contentHash],
  })
}
