import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type DealId, type Hash32, hash32, type PartyId, partyId } from '../../domain/ids.ts'

/** A waiver that waits for its second party. */
export type Waiver = {
  readonly proposer: PartyId
  readonly documentHash: Hash32
}

/** The waiver that is proposed for a deal, if any. */
export async function waiverOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<Waiver | undefined> {
  const to = client.rooms.Waivers
  const found = await readContract(client, {
    contract: 'Waivers',
    to,
    verb: 'proposalOf',
    args: [deal],
    block,
  })
  if (found.proposer === 0n) return undefined
  return Object.freeze({ proposer: partyId(found.proposer), documentHash: hash32(found.documentHash) })
}
