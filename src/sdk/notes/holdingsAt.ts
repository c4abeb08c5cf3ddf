import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** Units of many holders when a book was taken, in their order. */
export async function holdingsAt(
  client: Client,
  {
    note,
    holders,
    book,
    block,
  }: AtBlock & { readonly note: Address; readonly holders: readonly Address[]; readonly book: bigint },
): Promise<readonly bigint[]> {
  const found = await readContract(client, {
    contract: 'SeriesNote',
    to: note,
    verb: 'holdingsAt',
    args: [[...holders], book],
    block,
  })
  return [...found]
}
