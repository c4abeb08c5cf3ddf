import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { SeriesId } from '../../domain/ids.ts'
import type { Vote } from './vote.ts'

/** Votes once for one holder and series; any wallet that acts for the party behind the holder. */
export function castVote(
  { Resolutions: to }: Rooms,
  {
    resolution,
    series,
    vote,
  }: { readonly resolution: bigint; readonly series: SeriesId; readonly vote: Vote },
): Call {
  return encodeCall({ contract: 'Resolutions', to, verb: 'cast', args: [resolution, series, { ...vote }] })
}
