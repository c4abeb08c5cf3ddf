import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, Hash32, Period } from '../../domain/ids.ts'

/** Approves exactly this distribution; the checker of the deal. Calculated → Approved. */
export function approveDistribution(
  { Waterfall: to }: Rooms,
  {
    deal,
    period,
    distributionHash,
  }: { readonly deal: DealId; readonly period: Period; readonly distributionHash: Hash32 },
): Call {
  return encodeCall({ contract: 'Waterfall', to, verb: 'approve', args: [deal, period, distributionHash] })
}
