import type { Client } from '../../chain/client.ts'
import { decodeEvents } from '../../chain/events.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'

/** Nodes answer for a limited number of blocks at a time; 5,000 is the least of those we know. */
const BLOCKS_AT_ONCE = 5000

/** The titles that were described up to a block, in the order in which they came. */
export async function registeredTitles(
  client: Client,
  { block }: { readonly block: number },
): Promise<readonly Hash32[]> {
  const { provider, rooms } = client
  const query = { contract: 'TitleRegistry', at: rooms.TitleRegistry, event: 'TitleRegistered' } as const
  const found: Hash32[] = []
  for (let first = 0; first <= block; first += BLOCKS_AT_ONCE) {
    const toBlock = Math.min(first + BLOCKS_AT_ONCE - 1, block)
    const logs = await provider.getLogs({ address: query.at, fromBlock: first, toBlock })
    found.push(...decodeEvents(logs, query).map(({ args }) => hash32(args.title)))
  }
  return found
}
