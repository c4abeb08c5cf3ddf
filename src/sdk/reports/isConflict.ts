import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { Hash32 } from '../../domain/ids.ts'

/**
 * Whether a report with this digest was carried here with a quorum and conflicts with the one that stands.
 */
export async function isConflict(
  client: Client,
  { digest, block }: AtBlock & { readonly digest: Hash32 },
): Promise<boolean> {
  const to = client.rooms.CollectionOracle
  const found = await readContract(client, {
    contract: 'CollectionOracle',
    to,
    verb: 'isConflict',
    args: [digest],
    block,
  })
  return found
}
