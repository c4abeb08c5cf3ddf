import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { SeriesId } from '../../domain/ids.ts'

/** Takes the weight of excluded parties' wallets out of the quorum; anyone, until it is concluded. */
export function excludeVoters(
  { Resolutions: to }: Rooms,
  {
    resolution,
    series,
    holders,
  }: { readonly resolution: bigint; readonly series: SeriesId; readonly holders: readonly Address[] },
): Call {
  return encodeCall({
    contract: 'Resolutions',
    to,
    verb: 'exclude',
    args: [resolution, series, [...holders]],
  })
}
