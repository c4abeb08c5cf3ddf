import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, PartyId } from '../../domain/ids.ts'

/** The resolution that a party proposed last in a deal, if it proposed any. */
export async function lastProposalOf(
  client: Client,
  { deal, party, block }: AtBlock & { readonly deal: DealId; readonly party: PartyId },
): Promise<bigint | undefined> {
  const at = { contract: 'Resolutions', to: client.rooms.Resolutions, block } as const
  const last = await readContract(client, { ...at, verb: 'lastProposalOf', args: [deal, party] })
  return last === 0n ? undefined : last
}
