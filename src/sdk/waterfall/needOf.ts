import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** What each support would have to pay for a period as reported so far. */
export async function needOf(
  client: Client,
  { deal, period, block }: AtBlock & { readonly deal: DealId; readonly period: Period },
): Promise<readonly bigint[]> {
  const to = client.rooms.Waterfall
  const found = await readContract(client, {
    contract: 'Waterfall',
    to,
    verb: 'needOf',
    args: [deal, period],
    block,
  })
  return [...found]
}
