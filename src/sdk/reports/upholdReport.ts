import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** Lets the disputed report of a stream stand; the trustee. */
export function upholdReport(
  { CollectionOracle: to }: Rooms,
  { deal, period, stream }: { readonly deal: DealId; readonly period: Period; readonly stream: number },
): Call {
  return encodeCall({ contract: 'CollectionOracle', to, verb: 'uphold', args: [deal, period, stream] })
}
