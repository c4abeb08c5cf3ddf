import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period } from '../../domain/ids.ts'
import { type Distribution, distributionFrom } from './distribution.ts'

/** The distribution that a calculation would give now. */
export async function previewDistribution(
  client: Client,
  { deal, period, block }: AtBlock & { readonly deal: DealId; readonly period: Period },
): Promise<Distribution> {
  const to = client.rooms.Waterfall
  const found = await readContract(client, {
    contract: 'Waterfall',
    to,
    verb: 'preview',
    args: [deal, period],
    block,
  })
  return distributionFrom(found)
}
