import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'
import { type DealStage, dealStageFrom } from '../../domain/stages.ts'

/** Where a deal stands. */
export async function stageOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<DealStage> {
  const to = client.rooms.DealBook
  const found = await readContract(client, { contract: 'DealBook', to, verb: 'stageOf', args: [deal], block })
  return dealStageFrom(found)
}
