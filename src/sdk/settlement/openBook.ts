import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Period, SeriesId } from '../../domain/ids.ts'

/** Opens the book again; who closes it, while the period is not booked only the trustee: a deferral. */
export function openBook(
  { DistributionDesk: to }: Rooms,
  { series, period }: { readonly series: SeriesId; readonly period: Period },
): Call {
  return encodeCall({ contract: 'DistributionDesk', to, verb: 'openBook', args: [series, period] })
}
