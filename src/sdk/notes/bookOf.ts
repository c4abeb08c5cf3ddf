import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** How many books were taken, and whether the book is closed now. */
export async function bookOf(
  client: Client,
  { note, block }: AtBlock & { readonly note: Address },
): Promise<{ readonly taken: bigint; readonly isClosed: boolean }> {
  const found = await readContract(client, {
    contract: 'SeriesNote',
    to: note,
    verb: 'bookOf',
    args: [],
    block,
  })
  return { taken: found.book, isClosed: found.closed }
}
