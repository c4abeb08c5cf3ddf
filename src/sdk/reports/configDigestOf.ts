import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type DealId, type Hash32, hash32 } from '../../domain/ids.ts'

/** The digest of the committee in force, which every report names. */
export async function configDigestOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<Hash32> {
  const to = client.rooms.CollectionOracle
  const found = await readContract(client, {
    contract: 'CollectionOracle',
    to,
    verb: 'configDigestOf',
    args: [deal],
    block,
  })
  return hash32(found)
}
