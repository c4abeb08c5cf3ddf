import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'
import { type ReportingTerms, reportingFields } from './reportingTerms.ts'

/** States streams and bounds of a deal; the manager, while it is a draft. */
export function configureReports(
  { CollectionOracle: to }: Rooms,
  { deal, terms }: { readonly deal: DealId; readonly terms: ReportingTerms },
): Call {
  return encodeCall({
    contract: 'CollectionOracle',
    to,
    verb: 'configure',
    args: [deal, reportingFields(terms)],
  })
}
