import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { PartyId } from '../../domain/ids.ts'

/** Whether a party is attested, unexpired, not revoked and not restricted. */
export async function isEligible(
  client: Client,
  { party, block }: AtBlock & { readonly party: PartyId },
): Promise<boolean> {
  const to = client.rooms.PartyRegistry
  const found = await readContract(client, {
    contract: 'PartyRegistry',
    to,
    verb: 'isEligible',
    args: [party],
    block,
  })
  return found
}
