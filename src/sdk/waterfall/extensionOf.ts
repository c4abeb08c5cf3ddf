import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type DealId, type Hash32, hash32 } from '../../domain/ids.ts'

/** The hash of the extension that waits for the trustee, if any. */
export async function extensionOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<Hash32 | undefined> {
  const to = client.rooms.ScheduleBook
  const found = await readContract(client, {
    contract: 'ScheduleBook',
    to,
    verb: 'proposalOf',
    args: [deal],
    block,
  })
  return /[1-9a-f]/.test(found.slice(2)) ? hash32(found) : undefined
}
