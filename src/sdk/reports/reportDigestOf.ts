import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import { type CollectionReport, reportFields } from './collectionReport.ts'

/** The digest of a report, which its committee signs. */
export async function reportDigestOf(
  client: Client,
  { report, block }: AtBlock & { readonly report: CollectionReport },
): Promise<Hash32> {
  const to = client.rooms.CollectionOracle
  const found = await readContract(client, {
    contract: 'CollectionOracle',
    to,
    verb: 'digestOf',
    args: [reportFields(report)],
    block,
  })
  return hash32(found)
}
