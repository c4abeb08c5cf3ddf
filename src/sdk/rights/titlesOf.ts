import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Hash32, hash32, type RightId } from '../../domain/ids.ts'

/** The titles on which a right rests. */
export async function titlesOf(
  client: Client,
  { right, block }: AtBlock & { readonly right: RightId },
): Promise<readonly Hash32[]> {
  const to = client.rooms.RightsRegistry
  const found = await readContract(client, {
    contract: 'RightsRegistry',
    to,
    verb: 'titlesOf',
    args: [right],
    block,
  })
  return found.map(hash32)
}
