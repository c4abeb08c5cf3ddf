import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, Hash32, RightId } from '../../domain/ids.ts'

/** Whether the holders permitted a substitution that leaves the pool worse, and it is not agreed yet. */
export function isReplacementPermitted(
  client: Client,
  {
    deal,
    leaving,
    entering,
    documentHash,
    block,
  }: AtBlock & {
    readonly deal: DealId
    readonly leaving: RightId
    readonly entering: RightId
    readonly documentHash: Hash32
  },
): Promise<boolean> {
  const at = { contract: 'Replacements', to: client.rooms.Replacements, block } as const
  return readContract(client, { ...at, verb: 'isPermitted', args: [deal, leaving, entering, documentHash] })
}
