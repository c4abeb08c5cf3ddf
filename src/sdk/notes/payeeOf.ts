import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { SeriesId } from '../../domain/ids.ts'

/** The wallet whose party is paid what is recorded under a holder at a book: the holder, unless an order says otherwise. */
export async function payeeOf(
  client: Client,
  {
    series,
    book,
    holder,
    block,
  }: AtBlock & { readonly series: SeriesId; readonly book: bigint; readonly holder: Address },
): Promise<Address> {
  const to = client.rooms.Enforcement
  const found = await readContract(client, {
    contract: 'Enforcement',
    to,
    verb: 'payeeOf',
    args: [series, book, holder],
    block,
  })
  return parseAddress(found)
}
