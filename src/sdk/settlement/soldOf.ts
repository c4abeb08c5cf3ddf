import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { SeriesId } from '../../domain/ids.ts'

/** Units of a series that are allotted and settled so far. */
export async function soldOf(
  client: Client,
  { series, block }: AtBlock & { readonly series: SeriesId },
): Promise<{ readonly allotted: bigint; readonly settled: bigint }> {
  const to = client.rooms.Offering
  const found = await readContract(client, {
    contract: 'Offering',
    to,
    verb: 'unitsOf',
    args: [series],
    block,
  })
  return { allotted: found.allotted, settled: found.settled }
}
