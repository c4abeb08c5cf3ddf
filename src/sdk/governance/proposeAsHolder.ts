import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32, SeriesId } from '../../domain/ids.ts'
import { type Motion, motionFields } from './motion.ts'

/** Puts a motion to the holders; a wallet that held enough weight at the record in these series, in rising order. */
export function proposeAsHolder(
  { Resolutions: to }: Rooms,
  {
    deal,
    motion,
    documentHash,
    series,
  }: {
    readonly deal: DealId
    readonly motion: Motion
    readonly documentHash: Hash32
    readonly series: readonly SeriesId[]
  },
): Call {
  const rising = series.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const args = [deal, ...motionFields(motion), documentHash, rising] as const
  return encodeCall({ contract: 'Resolutions', to, verb: 'proposeAsHolder', args: [...args] })
}
