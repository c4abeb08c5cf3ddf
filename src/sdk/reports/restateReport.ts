import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type CollectionReport, reportFields } from './collectionReport.ts'
import { type ReportSignature, signatureFields } from './signReport.ts'

/** Replaces a standing report of a period that is not paid yet. */
export function restateReport(
  { CollectionOracle: to }: Rooms,
  {
    previous,
    report,
    signatures,
  }: {
    readonly previous: CollectionReport
    readonly report: CollectionReport
    readonly signatures: readonly ReportSignature[]
  },
): Call {
  return encodeCall({
    contract: 'CollectionOracle',
    to,
    verb: 'restate',
    args: [reportFields(previous), reportFields(report), signatureFields(signatures)],
  })
}
