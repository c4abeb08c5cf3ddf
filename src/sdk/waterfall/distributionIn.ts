import type { Client } from '../../chain/client.ts'
import type { DealId, Hash32, Period } from '../../domain/ids.ts'
import { eventsBack } from '../deals/eventsBack.ts'
import { type Distribution, distributionFrom } from './distribution.ts'
import { distributionHashOf } from './distributionHashOf.ts'

/** The distribution of a period last calculated at a block, and the hash by which it is approved; nothing where none was. */
export async function distributionIn(
  client: Client,
  at: { readonly deal: DealId; readonly period: Period; readonly block: number },
): Promise<{ readonly distributionHash: Hash32; readonly distribution: Distribution } | undefined> {
  const { deal, period, block } = at
  const distributionHash = await distributionHashOf(client, at)
  if (distributionHash === undefined) return undefined
  const query = { deal, block, room: 'Waterfall', event: 'DistributionCalculated' } as const
  for await (const found of eventsBack(client, query))
    if (found.deal === deal && found.period === period && found.distributionHash === distributionHash)
      return Object.freeze({ distributionHash, distribution: distributionFrom(found.distribution) })
  return undefined
}
