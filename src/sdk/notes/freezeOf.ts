import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type SeriesId, seriesId } from '../../domain/ids.ts'

/** A freeze that an order made; without units once it is released. */
export type Freeze = { readonly series: SeriesId; readonly holder: Address; readonly units: bigint }

/** The freeze that an order made, if it made one. */
export async function freezeOf(
  client: Client,
  { order, block }: AtBlock & { readonly order: bigint },
): Promise<Freeze | undefined> {
  const to = client.rooms.Enforcement
  const { series, holder, units } = await readContract(client, {
    contract: 'Enforcement',
    to,
    verb: 'freezeOf',
    args: [order],
    block,
  })
  if (series === 0n) return undefined
  return Object.freeze({ series: seriesId(series), holder: parseAddress(holder), units })
}
