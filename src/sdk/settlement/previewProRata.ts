import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { SeriesId } from '../../domain/ids.ts'
import type { Allotment } from './allotSubscriptions.ts'

/** The allotment of a series pro rata to demand: floors, what is left to the largest remainders. */
export async function previewProRata(
  client: Client,
  {
    series,
    subscriptions,
    block,
  }: AtBlock & { readonly series: SeriesId; readonly subscriptions: readonly bigint[] },
): Promise<readonly Allotment[]> {
  const to = client.rooms.Offering
  const found = await readContract(client, {
    contract: 'Offering',
    to,
    verb: 'previewProRata',
    args: [series, [...subscriptions]],
    block,
  })
  return found.map(({ subscription, units }) => ({ subscription, units }))
}
