import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type DealId, type RightId, rightId } from '../../domain/ids.ts'

/** The rights that were pledged to a deal. */
export async function poolOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<readonly RightId[]> {
  const to = client.rooms.PoolBook
  const found = await readContract(client, { contract: 'PoolBook', to, verb: 'poolOf', args: [deal], block })
  return found.map(right => rightId(right))
}
