import type { Client } from '../../chain/client.ts'
import type { DealId, Period } from '../../domain/ids.ts'
import { eventsBack } from '../deals/eventsBack.ts'
import { type CollectionReport, reportFrom } from './collectionReport.ts'

/** A report that the oracle accepted up to a block, by its number, as its committee signed it; nothing where there is none. */
export async function reportIn(
  client: Client,
  at: {
    readonly deal: DealId
    readonly period: Period
    readonly stream: number
    readonly sequence: number
    readonly block: number
  },
): Promise<CollectionReport | undefined> {
  const { deal, block } = at
  const query = { deal, block, room: 'CollectionOracle', event: 'ReportAccepted' } as const
  for await (const found of eventsBack(client, query)) {
    const report = reportFrom(found.report)
    if (report.deal !== deal || report.period !== at.period) continue
    if (report.stream === at.stream && report.sequence === at.sequence) return report
  }
  return undefined
}
