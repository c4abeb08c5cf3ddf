import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Hash32, type RightId, rightId } from '../../domain/ids.ts'

/** The second live right on a title that two trustees share, if any. */
export async function secondClaimOn(
  client: Client,
  { title, block }: AtBlock & { readonly title: Hash32 },
): Promise<RightId | undefined> {
  const to = client.rooms.RightsRegistry
  const found = await readContract(client, {
    contract: 'RightsRegistry',
    to,
    verb: 'secondClaimOn',
    args: [title],
    block,
  })
  return found === 0n ? undefined : rightId(found)
}
