import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** Units that a holder has. */
export async function unitsOf(
  client: Client,
  { note, holder, block }: AtBlock & { readonly note: Address; readonly holder: Address },
): Promise<bigint> {
  const found = await readContract(client, {
    contract: 'SeriesNote',
    to: note,
    verb: 'balanceOf',
    args: [holder],
    block,
  })
  return found
}
