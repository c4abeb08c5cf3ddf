import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { SeriesId } from '../../domain/ids.ts'

/** Units of a series that freezes hold for a holder; may be more than it has. */
export async function frozenOf(
  client: Client,
  { series, holder, block }: AtBlock & { readonly series: SeriesId; readonly holder: Address },
): Promise<bigint> {
  const to = client.rooms.Enforcement
  return readContract(client, {
    contract: 'Enforcement',
    to,
    verb: 'frozenOf',
    args: [series, holder],
    block,
  })
}
