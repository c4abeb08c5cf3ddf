import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { SeriesId } from '../../domain/ids.ts'
import type { Vote } from './vote.ts'

/** Votes of holders of a mirror as its registrar collected them, all or none; the registrar. */
export function castListedVotes(
  { Resolutions: to }: Rooms,
  {
    resolution,
    series,
    votes,
  }: { readonly resolution: bigint; readonly series: SeriesId; readonly votes: readonly Vote[] },
): Call {
  const lines = votes.map(vote => ({ ...vote }))
  return encodeCall({ contract: 'Resolutions', to, verb: 'castListed', args: [resolution, series, lines] })
}
