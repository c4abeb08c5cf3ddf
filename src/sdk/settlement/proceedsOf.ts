import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'

/** The proceeds of a closed offer, zero before. */
export async function proceedsOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<bigint> {
  const to = client.rooms.Offering
  const found = await readContract(client, {
    contract: 'Offering',
    to,
    verb: 'proceedsOf',
    args: [deal],
    block,
  })
  return found
}
