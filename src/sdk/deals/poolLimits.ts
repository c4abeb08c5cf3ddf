import type { IPoolTests } from '../../chain/contracts/index.ts'
import { decodeText, encodeText } from '../../chain/text32.ts'
import { nameOf, ordinalOf, poolTests, verdicts } from '../../domain/enumerations.ts'
import type { Hash32 } from '../../domain/ids.ts'
import type { PoolLimit, PoolTestResult } from '../../domain/pool/poolTest.ts'

/** An obligor and the group of affiliates to which it belongs, both by their salted hashes. */
export type Affiliation = { readonly obligorHash: Hash32; readonly group: Hash32 }

/** The limit as the chain takes it. */
export function limitFields({ test, limit, source }: PoolLimit): IPoolTests.LimitStruct {
  return { test: ordinalOf(poolTests, test), limit, source: encodeText(source) }
}

/** What the chain tells by the number of each test, of which the first is none. */
export function resultsFrom(
  results: readonly IPoolTests.ResultStructOutput[],
  sources: readonly string[],
): readonly PoolTestResult[] {
  return poolTests.slice(1).flatMap(test => {
    const ordinal = poolTests.indexOf(test)
    const found = results[ordinal]
    const source = sources[ordinal]
    if (found === undefined || source === undefined) return []
    const { verdict, figure, limit } = found
    return [
      Object.freeze({
        test,
        verdict: nameOf(verdicts, verdict),
        figure,
        limit,
        source: decodeText(source) || undefined,
      }),
    ]
  })
}
