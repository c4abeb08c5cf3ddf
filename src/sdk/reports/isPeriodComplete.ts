import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period } from '../../domain/ids.ts'

/** Whether every stream of a period has its final report and no window to challenge one is open. */
export async function isPeriodComplete(
  client: Client,
  { deal, period, block }: AtBlock & { readonly deal: DealId; readonly period: Period },
): Promise<boolean> {
  const to = client.rooms.CollectionOracle
  const found = await readContract(client, {
    contract: 'CollectionOracle',
    to,
    verb: 'isComplete',
    args: [deal, period],
    block,
  })
  return found
}
