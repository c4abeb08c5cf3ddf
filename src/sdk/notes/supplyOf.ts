import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** Units of a series that are outstanding. */
export async function supplyOf(
  client: Client,
  { note, block }: AtBlock & { readonly note: Address },
): Promise<bigint> {
  return readContract(client, { contract: 'SeriesNote', to: note, verb: 'totalSupply', args: [], block })
}
