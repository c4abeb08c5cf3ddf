import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Period, SeriesId } from '../../domain/ids.ts'

/** Closes the book of a series at the record date; its custodian, for a mirror the registrar. */
export function closeBook(
  { DistributionDesk: to }: Rooms,
  { series, period }: { readonly series: SeriesId; readonly period: Period },
): Call {
  return encodeCall({ contract: 'DistributionDesk', to, verb: 'closeBook', args: [series, period] })
}
