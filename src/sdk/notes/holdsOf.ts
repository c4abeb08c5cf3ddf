import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, SeriesId } from '../../domain/ids.ts'

/** How many authorities hold a series, or without one the whole deal, paused. */
export async function holdsOf(
  client: Client,
  { deal, series, block }: AtBlock & { readonly deal: DealId; readonly series?: SeriesId },
): Promise<number> {
  const to = client.rooms.Enforcement
  const args: [DealId, bigint] = [deal, series ?? 0n]
  return Number(await readContract(client, { contract: 'Enforcement', to, verb: 'holdsOf', args, block }))
}
