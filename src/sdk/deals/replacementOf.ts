import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import {
  type DealId,
  type Hash32,
  hash32,
  type PartyId,
  partyId,
  type RightId,
  rightId,
} from '../../domain/ids.ts'

/** A replacement that waits for its second party; without a right that enters it is a repurchase. */
export type Replacement = {
  readonly proposer: PartyId
  readonly leaving: RightId
  readonly entering: RightId | undefined
  readonly documentHash: Hash32
}

/** The replacement that is proposed for a deal, if any. */
export async function replacementOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<Replacement | undefined> {
  const to = client.rooms.Replacements
  const found = await readContract(client, {
    contract: 'Replacements',
    to,
    verb: 'proposalOf',
    args: [deal],
    block,
  })
  if (found.proposer === 0n) return undefined
  return Object.freeze({
    proposer: partyId(found.proposer),
    leaving: rightId(found.leaving),
    entering: found.entering === 0n ? undefined : rightId(found.entering),
    documentHash: hash32(found.documentHash),
  })
}
