import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** What is to be paid back for a subscription now, minor units. */
export async function refundableOf(
  client: Client,
  { subscription, block }: AtBlock & { readonly subscription: bigint },
): Promise<bigint> {
  const to = client.rooms.Offering
  const found = await readContract(client, {
    contract: 'Offering',
    to,
    verb: 'refundableOf',
    args: [subscription],
    block,
  })
  return found
}
