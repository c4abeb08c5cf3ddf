import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, PartyId } from '../../domain/ids.ts'

/** Whether a party has no vote in a deal: originator, manager, and the affiliates that its terms name. */
export function isVoterExcluded(
  client: Client,
  { deal, party, block }: AtBlock & { readonly deal: DealId; readonly party: PartyId },
): Promise<boolean> {
  const to = client.rooms.Resolutions
  return readContract(client, { contract: 'Resolutions', to, verb: 'isExcluded', args: [deal, party], block })
}
