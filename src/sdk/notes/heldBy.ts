import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { PartyId } from '../../domain/ids.ts'

/** Units of a limited note that a party holds over all its wallets, dead ones too. */
export async function heldBy(
  client: Client,
  { note, party, block }: AtBlock & { readonly note: Address; readonly party: PartyId },
): Promise<bigint> {
  const to = client.rooms.LimitBook
  return readContract(client, { contract: 'LimitBook', to, verb: 'heldBy', args: [note, party], block })
}
