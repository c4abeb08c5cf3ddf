import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'
import type { PoolTestResult } from '../../domain/pool/poolTest.ts'
import { resultsFrom } from './poolLimits.ts'

/** How a pool did when it was last asked. */
export type PoolTests = {
  /** Seconds since 1970; nothing if it was never asked under these limits. */
  readonly askedAt: bigint | undefined
  /** Every test in its order, also those that were not asked. */
  readonly results: readonly PoolTestResult[]
}

/** How the pool of a deal did when it was last asked. */
export async function poolTestsOf(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<PoolTests> {
  const at = { contract: 'PoolTests', to: client.rooms.PoolTests, block } as const
  const [{ askedAt, results }, { sources }] = await Promise.all([
    readContract(client, { ...at, verb: 'resultsOf', args: [deal] }),
    readContract(client, { ...at, verb: 'limitsOf', args: [deal] }),
  ])
  return Object.freeze({
    askedAt: askedAt === 0n ? undefined : askedAt,
    results: resultsFrom(results, sources),
  })
}
