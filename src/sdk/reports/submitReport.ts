import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type CollectionReport, reportFields } from './collectionReport.ts'
import { type ReportSignature, signatureFields } from './signReport.ts'

/** Submits a report with its signatures; anyone may carry it, and the same one again does nothing. */
export function submitReport(
  { CollectionOracle: to }: Rooms,
  {
    report,
    signatures,
  }: { readonly report: CollectionReport; readonly signatures: readonly ReportSignature[] },
): Call {
  return encodeCall({
    contract: 'CollectionOracle',
    to,
    verb: 'submit',
    args: [reportFields(report), signatureFields(signatures)],
  })
}
