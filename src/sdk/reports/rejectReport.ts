import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type CollectionReport, reportFields } from './collectionReport.ts'

/** Removes a disputed report: the trustee, or anyone once the time to resolve is over. */
export function rejectReport(
  { CollectionOracle: to }: Rooms,
  { report }: { readonly report: CollectionReport },
): Call {
  return encodeCall({ contract: 'CollectionOracle', to, verb: 'reject', args: [reportFields(report)] })
}
