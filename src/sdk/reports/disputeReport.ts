import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32, Period } from '../../domain/ids.ts'

/** Disputes a standing report inside its window; trustee, verification agent or supervising bank. */
export function disputeReport(
  { CollectionOracle: to }: Rooms,
  {
    deal,
    period,
    stream,
    sequence,
    documentHash,
  }: {
    readonly deal: DealId
    readonly period: Period
    readonly stream: number
    readonly sequence: number
    readonly documentHash: Hash32
  },
): Call {
  return encodeCall({
    contract: 'CollectionOracle',
    to,
    verb: 'dispute',
    args: [deal, period, stream, sequence, documentHash],
  })
}
