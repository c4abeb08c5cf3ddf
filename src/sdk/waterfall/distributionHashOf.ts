import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type DealId, type Hash32, hash32, type Period } from '../../domain/ids.ts'

/** The hash of the distribution last calculated, if any. */
export async function distributionHashOf(
  client: Client,
  { deal, period, block }: AtBlock & { readonly deal: DealId; readonly period: Period },
): Promise<Hash32 | undefined> {
  const to = client.rooms.Waterfall
  const found = await readContract(client, {
    contract: 'Waterfall',
    to,
    verb: 'distributionHashOf',
    args: [deal, period],
    block,
  })
  return /[1-9a-f]/.test(found.slice(2)) ? hash32(found) : undefined
}
