import type { Client } from '../../chain/client.ts'
import { ChainUnreachableError } from '../../chain/provider.ts'

const PAUSE_MILLISECONDS = 250
const MOST_PAUSES = 240

/**
 * A second at which a statement can be issued: not in the future, later than the one before it, and with room for as many
 * as are still to come. Where the newest block is not later than that one, the block that comes next counts, whose time passes
 * also on a chain that mines nothing until it is asked.
 */
export async function newestMoment(
  client: Client,
  { after, toCome = 0n }: { readonly after: bigint; readonly toCome?: bigint },
): Promise<bigint> {
  for (let pauses = 0; pauses < MOST_PAUSES; pauses += 1) {
    for (const tag of ['latest', 'pending']) {
      const moment = (await timeOf(client, tag)) - toCome
      if (moment > after) return moment
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MILLISECONDS))
  }
  throw new ChainUnreachableError('its blocks tell no later time')
}

/**
 * Asked as it is: a block that is still to come has neither hash nor number, and ethers makes nothing of it. Zero from a node
 * that has no such block.
 */
async function timeOf({ provider }: Client, tag: string): Promise<bigint> {
  const block: unknown = await provider.send('eth_getBlockByNumber', [tag, false])
  if (typeof block !== 'object' || block === null || !('timestamp' in block)) return 0n
  return BigInt(String(block.timestamp))
}
