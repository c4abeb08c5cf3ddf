import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Period } from '../../domain/ids.ts'
import { type PeriodStage, periodStageFrom } from '../../domain/stages.ts'

/** Where a period of a deal stands. */
export async function periodStageOf(
  client: Client,
  { deal, period, block }: AtBlock & { readonly deal: DealId; readonly period: Period },
): Promise<PeriodStage> {
  const to = client.rooms.DealBook
  const found = await readContract(client, {
    contract: 'DealBook',
    to,
    verb: 'periodStageOf',
    args: [deal, period],
    block,
  })
  return periodStageFrom(found)
}
