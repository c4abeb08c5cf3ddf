import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'

/** The hash of the distribution that a mirror's instruction rests on; any other rests on none. */
export async function basisOf(
  client: Client,
  { instruction, block }: AtBlock & { readonly instruction: bigint },
): Promise<Hash32 | undefined> {
  const to = client.rooms.PayingAgent
  const found = await readContract(client, {
    contract: 'PayingAgent',
    to,
    verb: 'basisOf',
    args: [instruction],
    block,
  })
  return BigInt(found) === 0n ? undefined : hash32(found)
}
