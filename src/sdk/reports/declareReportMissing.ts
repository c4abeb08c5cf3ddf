import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** Raises that the final report of a stream is overdue, once a stream and period; anyone. */
export function declareReportMissing(
  { CollectionOracle: to }: Rooms,
  { deal, period, stream }: { readonly deal: DealId; readonly period: Period; readonly stream: number },
): Call {
  return encodeCall({
    contract: 'CollectionOracle',
    to,
    verb: 'declareMissing',
    args: [deal, period, stream],
  })
}
