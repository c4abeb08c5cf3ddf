import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type DealId, type Period, period } from '../../domain/ids.ts'

/** The period that is open in a live deal, if any. */
export async function currentPeriodOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<Period | undefined> {
  const to = client.rooms.DealBook
  const found = await readContract(client, {
    contract: 'DealBook',
    to,
    verb: 'currentPeriodOf',
    args: [deal],
    block,
  })
  return found === 0n ? undefined : period(found)
}
