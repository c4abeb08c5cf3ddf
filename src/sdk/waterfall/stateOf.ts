import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'

/** The persisted cells and the flags of a deal as last approved. */
export async function stateOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<{ readonly cells: readonly bigint[]; readonly flags: number }> {
  const to = client.rooms.Waterfall
  const found = await readContract(client, {
    contract: 'Waterfall',
    to,
    verb: 'stateOf',
    args: [deal],
    block,
  })
  return { cells: [...found.cells], flags: Number(found.flags) }
}
