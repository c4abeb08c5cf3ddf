import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { SeriesId } from '../../domain/ids.ts'

/**
 * Places a subscription backed by money that has arrived; the custodian of the place, for a mirror the
 * registrar.
 */
export function placeSubscription(
  { Offering: to }: Rooms,
  { series, holder, units }: { readonly series: SeriesId; readonly holder: Address; readonly units: bigint },
): Call {
  return encodeCall({ contract: 'Offering', to, verb: 'subscribe', args: [series, holder, units] })
}
