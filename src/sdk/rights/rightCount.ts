import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** How many rights were ever registered; their ids run from 1. */
export async function rightCount(client: Client, { block }: AtBlock): Promise<bigint> {
  const to = client.rooms.RightsRegistry
  return readContract(client, { contract: 'RightsRegistry', to, verb: 'rightCount', args: [], block })
}
