import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'
import type { PoolTestResult } from '../../domain/pool/poolTest.ts'
import { resultsFrom } from './poolLimits.ts'

/** How the tests of the pool of a deal would end now; every test in its order, also those that are not asked. */
export async function previewPool(
  client: Client,
  { deal, block }: AtBlock & { readonly deal: DealId },
): Promise<readonly PoolTestResult[]> {
  const { PoolDesk, PoolTests } = client.rooms
  const [results, { sources }] = await Promise.all([
    readContract(client, { contract: 'PoolDesk', to: PoolDesk, verb: 'preview', args: [deal], block }),
    readContract(client, { contract: 'PoolTests', to: PoolTests, verb: 'limitsOf', args: [deal], block }),
  ])
  return resultsFrom(results, sources)
}
