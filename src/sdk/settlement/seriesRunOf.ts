import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { Period, SeriesId } from '../../domain/ids.ts'

/** The record of a series for a period and how much of it is settled. */
export async function seriesRunOf(
  client: Client,
  { series, period, block }: AtBlock & { readonly series: SeriesId; readonly period: Period },
): Promise<{ readonly book: bigint; readonly supply: bigint; readonly settled: bigint }> {
  const to = client.rooms.PayingAgent
  const found = await readContract(client, {
    contract: 'PayingAgent',
    to,
    verb: 'seriesRunOf',
    args: [series, period],
    block,
  })
  return { book: found.book, supply: found.supply, settled: found.settled }
}
