import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { PartyId } from '../../domain/ids.ts'

/** The moment, in seconds, of the statement that stands for a party; zero if nobody stated anything. */
export async function attestedAt(
  client: Client,
  { party, block }: AtBlock & { readonly party: PartyId },
): Promise<bigint> {
  const to = client.rooms.PartyRegistry
  return readContract(client, { contract: 'PartyRegistry', to, verb: 'attestedAt', args: [party], block })
}
