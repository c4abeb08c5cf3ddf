import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type DealId, dealId, type Hash32 } from '../../domain/ids.ts'

/** The deal with which the trustee of a deal shares a title, if any. */
export async function acceptedFor(
  client: Client,
  { title, deal, block }: AtBlock & { readonly title: Hash32; readonly deal: DealId },
): Promise<DealId | undefined> {
  const to = client.rooms.RightsRegistry
  const found = await readContract(client, {
    contract: 'RightsRegistry',
    to,
    verb: 'acceptedFor',
    args: [title, deal],
    block,
  })
  return found === 0n ? undefined : dealId(found)
}
