import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** Units that a holder had when a book was taken. */
export async function unitsAt(
  client: Client,
  {
    note,
    holder,
    book,
    block,
  }: AtBlock & { readonly note: Address; readonly holder: Address; readonly book: bigint },
): Promise<bigint> {
  const found = await readContract(client, {
    contract: 'SeriesNote',
    to: note,
    verb: 'unitsAt',
    args: [holder, book],
    block,
  })
  return found
}
