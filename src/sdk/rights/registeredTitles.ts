import type { Client } from '../../chain/client.ts'
import { decodeEvents } from '../../chain/events.ts'
import { logsUntil } from '../../chain/logs.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'

/** The titles that were described up to a block, in the order in which they came. */
export async function registeredTitles(
  client: Client,
  { block }: { readonly block: number },
): Promise<readonly Hash32[]> {
  const at = client.rooms.TitleRegistry
  const query = { contract: 'TitleRegistry', at, event: 'TitleRegistered' } as const
  const found: Hash32[] = []
  for await (const log of logsUntil(client, { at, block }))
    found.push(...decodeEvents([log], query).map(({ args }) => hash32(args.title)))
  return found
}
