import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'
import { type VotingTerms, votingTermsFrom } from './votingTerms.ts'

/** How holders of a deal vote, if they do. */
export async function votingTermsOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<VotingTerms | undefined> {
  const to = client.rooms.Resolutions
  const found = await readContract(client, {
    contract: 'Resolutions',
    to,
    verb: 'votingTermsOf',
    args: [deal],
    block,
  })
  return found.matters.length === 0 ? undefined : votingTermsFrom(found)
}
