import type { Client } from '../../chain/client.ts'
import { decodeEvents } from '../../chain/events.ts'
import { logsUntil } from '../../chain/logs.ts'
import { type Hash32, hash32, type PartyId, partyId } from '../../domain/ids.ts'

/** That a party would structure a listed title. */
export type Interest = { readonly party: PartyId; readonly documentHash: Hash32 }

/** Who expressed interest in a title up to a block, in the order in which they did. */
export async function interestsIn(
  client: Client,
  { title, block }: { readonly title: Hash32; readonly block: number },
): Promise<readonly Interest[]> {
  const at = client.rooms.TitleRegistry
  const query = { contract: 'TitleRegistry', at, event: 'InterestExpressed' } as const
  const found: Interest[] = []
  for await (const log of logsUntil(client, { at, block }))
    for (const { args } of decodeEvents([log], query))
      if (args.title === title)
        found.push({ party: partyId(args.party), documentHash: hash32(args.documentHash) })
  return found
}
