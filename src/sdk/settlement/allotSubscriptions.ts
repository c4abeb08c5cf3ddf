import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Units allotted to a subscription. */
export type Allotment = { readonly subscription: bigint; readonly units: bigint }

/** Allots units to subscriptions by list; the manager, after the cut-off. A later list overrides. */
export function allotSubscriptions(
  { Offering: to }: Rooms,
  { deal, allotments }: { readonly deal: DealId; readonly allotments: readonly Allotment[] },
): Call {
  return encodeCall({
    contract: 'Offering',
    to,
    verb: 'allot',
    args: [deal, allotments.map(allotment => ({ ...allotment }))],
  })
}
