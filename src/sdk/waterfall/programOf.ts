import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'

/** The program and the schedule of a deal, as words. */
export async function programOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<{ readonly words: readonly bigint[]; readonly schedule: readonly bigint[] }> {
  const to = client.rooms.Waterfall
  const found = await readContract(client, {
    contract: 'Waterfall',
    to,
    verb: 'programOf',
    args: [deal],
    block,
  })
  return { words: [...found.program], schedule: [...found.schedule] }
}
