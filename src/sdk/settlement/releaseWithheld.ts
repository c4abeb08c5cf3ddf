import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Period, SeriesId } from '../../domain/ids.ts'

/** Makes withheld payouts payable again once the orders are lifted; who instructs the series. */
export function releaseWithheld(
  { PayingAgent: to }: Rooms,
  {
    series,
    period,
    holders,
  }: { readonly series: SeriesId; readonly period: Period; readonly holders: readonly Address[] },
): Call {
  return encodeCall({
    contract: 'PayingAgent',
    to,
    verb: 'releaseWithheld',
    args: [series, period, [...holders]],
  })
}
