import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** Units outstanding when a book was taken. */
export async function supplyAt(
  client: Client,
  { note, book, block }: AtBlock & { readonly note: Address; readonly book: bigint },
): Promise<bigint> {
  const found = await readContract(client, {
    contract: 'SeriesNote',
    to: note,
    verb: 'supplyAt',
    args: [book],
    block,
  })
  return found
}
