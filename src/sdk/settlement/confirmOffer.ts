import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'

/** Confirms the proceeds of the settled subscriptions; the trustee. */
export function confirmOffer(
  { Offering: to }: Rooms,
  { deal, proceeds }: { readonly deal: DealId; readonly proceeds: bigint },
): Call {
  return encodeCall({ contract: 'Offering', to, verb: 'confirm', args: [deal, proceeds] })
}
