import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, TrancheId } from '../../domain/ids.ts'

/** Outstanding principal of a tranche as last approved, minor units. */
export async function outstandingOf(
  client: Client,
  { deal, tranche, block }: AtBlock & { readonly deal: DealId; readonly tranche: TrancheId },
): Promise<bigint> {
  const to = client.rooms.Waterfall
  const found = await readContract(client, {
    contract: 'Waterfall',
    to,
    verb: 'outstandingOf',
    args: [deal, tranche],
    block,
  })
  return found
}
