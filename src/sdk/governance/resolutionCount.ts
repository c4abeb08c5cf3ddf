import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** How many resolutions were proposed so far; their numbers run from one. */
export function resolutionCount(client: Client, { block }: AtBlock = {}): Promise<bigint> {
  const to = client.rooms.Resolutions
  return readContract(client, { contract: 'Resolutions', to, verb: 'resolutionCount', args: [], block })
}
