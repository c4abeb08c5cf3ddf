import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Maturity, maturities } from '../../domain/enumerations.ts'
import type { DealId } from '../../domain/ids.ts'

/** Pledged principal of a deal by maturity class as evaluated now; `None` is what backs nothing. */
export async function backingOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<ReadonlyMap<Maturity, bigint>> {
  const to = client.rooms.PoolBook
  const found = await readContract(client, {
    contract: 'PoolBook',
    to,
    verb: 'backingOf',
    args: [deal],
    block,
  })
  return new Map(maturities.map((maturity, ordinal) => [maturity, found[ordinal] ?? 0n]))
}
