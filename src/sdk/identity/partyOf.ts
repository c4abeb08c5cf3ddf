import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type PartyId, partyId } from '../../domain/ids.ts'

/** The party for which a wallet acts, if any. */
export async function partyOf(
  client: Client,
  { wallet, block }: AtBlock & { readonly wallet: Address },
): Promise<PartyId | undefined> {
  const to = client.rooms.PartyRegistry
  const found = await readContract(client, {
    contract: 'PartyRegistry',
    to,
    verb: 'partyOf',
    args: [wallet],
    block,
  })
  return found === 0n ? undefined : partyId(found)
}
