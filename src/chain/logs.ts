import type { Log } from 'ethers'
import type { Address } from './address.ts'
import type { Client } from './client.ts'

/** Nodes answer for a limited number of blocks at a time; 5,000 is the least of those we know. */
const BLOCKS_AT_ONCE = 5000

/** Every log of a contract from the first block up to one, in order; of some kinds of events only, if they are named. */
export async function* logsUntil(
  { provider }: Client,
  {
    at,
    block,
    topics,
  }: { readonly at: Address; readonly block: number; readonly topics?: readonly string[] },
): AsyncGenerator<Log> {
  const kinds = topics === undefined ? {} : { topics: [[...topics]] }
  for (let fromBlock = 0; fromBlock <= block; fromBlock += BLOCKS_AT_ONCE) {
    const toBlock = Math.min(fromBlock + BLOCKS_AT_ONCE - 1, block)
    yield* await provider.getLogs({ address: at, ...kinds, fromBlock, toBlock })
  }
}
