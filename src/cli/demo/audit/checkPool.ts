import { testedPoolOf } from '../../../deal/poolTests.ts'
import { verdicts } from '../../../domain/enumerations.ts'
import type { DealId } from '../../../domain/ids.ts'
import type { PoolTestResult } from '../../../domain/pool/poolTest.ts'
import { previewPool } from '../../../sdk/deals/previewPool.ts'
import type { Run } from '../run.ts'
import type { Audit } from './audit.ts'

/** Checks that the ledger finds of the pool what its deal file gives, figure by figure. */
export async function checkPool(
  { ledger, compiled }: Run,
  { deal, audit }: { readonly deal: DealId; readonly audit: Audit },
): Promise<readonly PoolTestResult[]> {
  const found = await previewPool(ledger.client, { deal })
  audit.equal('the tests of the pool', flat(testedPoolOf(compiled.deal.file)), flat(found), 'figure')
  return found
}

function flat(results: readonly PoolTestResult[]): readonly bigint[] {
  return results.flatMap(({ verdict, figure, limit }) => [BigInt(verdicts.indexOf(verdict)), figure, limit])
}
