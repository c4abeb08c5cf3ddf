import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32, RightId } from '../../domain/ids.ts'

/** Proposes that a right leaves the pool, for a substitute or, without one, bought back; the originator. */
export function proposeReplacement(
  { Replacements: to }: Rooms,
  {
    deal,
    leaving,
    entering,
    documentHash,
  }: {
    readonly deal: DealId
    readonly leaving: RightId
    readonly entering?: RightId | undefined
    readonly documentHash: Hash32
  },
): Call {
  return encodeCall({
    contract: 'Replacements',
    to,
    verb: 'propose',
    args: [deal, leaving, entering ?? 0n, documentHash],
  })
}
