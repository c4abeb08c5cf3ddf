import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Hash32, type PartyId, partyId } from '../../domain/ids.ts'

/** The id that a subject has or would get. */
export async function partyIdOf(
  client: Client,
  { subject, block }: AtBlock & { readonly subject: Hash32 },
): Promise<PartyId> {
  const to = client.rooms.PartyRegistry
  const found = await readContract(client, {
    contract: 'PartyRegistry',
    to,
    verb: 'partyIdOf',
    args: [subject],
    block,
  })
  return partyId(found)
}
