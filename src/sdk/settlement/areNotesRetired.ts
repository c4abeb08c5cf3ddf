import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'

/** Whether the life of the notes of a deal has ended. */
export async function areNotesRetired(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<boolean> {
  const to = client.rooms.Treasury
  const found = await readContract(client, {
    contract: 'Treasury',
    to,
    verb: 'isRetired',
    args: [deal],
    block,
  })
  return found
}
