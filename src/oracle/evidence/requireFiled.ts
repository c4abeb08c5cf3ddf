import type { Client } from '../../chain/client.ts'
import type { Hash32 } from '../../domain/ids.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import { type Filing, filingOf } from '../../sdk/reports/filingOf.ts'
import { reportDigestOf } from '../../sdk/reports/reportDigestOf.ts'
import { ReportNotFiledError } from './evidence.ts'

/**
 * The filing of a report on the ledger. The contract keeps of each report the first 24 bytes of its digest, which covers
 * the evidence root: the report in hand is the accepted one if its digest begins alike.
 */
export async function requireFiled(
  client: Client,
  report: CollectionReport,
): Promise<{ readonly filing: Filing; readonly digest: Hash32 }> {
  const { deal, period, stream, sequence } = report
  const filing = await filingOf(client, { deal, period, stream, sequence })
  if (filing === undefined) throw new ReportNotFiledError('nothing was accepted under its number')
  const digest = await reportDigestOf(client, { report })
  if (!digest.startsWith(filing.digestPrefix.toLowerCase()))
    throw new ReportNotFiledError('another report was accepted under its number')
  return { filing, digest }
}
