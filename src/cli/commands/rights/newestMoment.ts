import type { Client } from '../../../chain/client.ts'
import { ChainUnreachableError } from '../../../chain/provider.ts'

const PAUSE_MILLISECONDS = 250
const MOST_PAUSES = 240

/**
 * A second at which a statement can be issued: not in the future, later than the one before it, and with room for as many
 * as are still to come. Where the chain has not moved on enough since that one, it waits for the next block.
 */
export async function newestMoment(
  client: Client,
  { after, toCome = 0n }: { readonly after: bigint; readonly toCome?: bigint },
): Promise<bigint> {
  for (let pauses = 0; pauses < MOST_PAUSES; pauses += 1) {
    const block = await client.provider.getBlock('latest')
    if (block === null) throw new ChainUnreachableError('it has no latest block')
    const moment = BigInt(block.timestamp) - toCome
    if (moment > after) return moment
    await new Promise(resolve => setTimeout(resolve, PAUSE_MILLISECONDS))
  }
  throw new ChainUnreachableError('its blocks tell no later time')
}
