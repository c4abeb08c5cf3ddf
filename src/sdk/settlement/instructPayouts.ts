import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32, Period, SeriesId } from '../../domain/ids.ts'

/** Instructs the payment of holders; the custodian. For a mirror the registrar, without holders, from Approved on. */
export function instructPayouts(
  { PayingAgent: to }: Rooms,
  {
    series,
    period,
    holders,
    contentHash,
  }: {
    readonly series: SeriesId
    readonly period: Period
    readonly holders: readonly Address[]
    readonly contentHash: Hash32
  },
): Call {
  return encodeCall({
    contract: 'PayingAgent',
    to,
    verb: 'instruct',
    args: [series, period, [...holders], contentHash],
  })
}
