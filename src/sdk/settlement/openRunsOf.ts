import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'

/** In how many booked periods of a deal somebody is still owed something. */
export async function openRunsOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<number> {
  const to = client.rooms.PayingAgent
  const found = await readContract(client, {
    contract: 'PayingAgent',
    to,
    verb: 'openRunsOf',
    args: [deal],
    block,
  })
  return Number(found)
}
