import type { Day } from '../dates.ts'
import { type Maturity, type PoolTest, poolTests } from '../enumerations.ts'
import { mulDivDown, mulDivUp } from '../mulDiv.ts'
import { ONE_PPB_SCALE } from '../rates.ts'
import { isAtLeast, type PoolLimit, type PoolTestResult } from './poolTest.ts'

/** What the tests ask of a right; obligor and group are any names that tell them apart. */
export type PoolRight = {
  readonly principal: bigint
  readonly appraisedValue: bigint
  /** `None` backs nothing. */
  readonly maturity: Maturity
  readonly trl: number
  readonly hasPayer: boolean
  readonly obligor: string
  /** Of its obligor; one without affiliates is its own. */
  readonly group: string
  /** First day on which a title of it ends; nothing while one is not described. */
  readonly lifeEnd: Day | undefined
}

/** What stands on a tranche; claims are listed from the most senior down. */
export type PoolClaim = { readonly amount: bigint; readonly maturities: readonly Maturity[] }

export type TestedPool = {
  readonly rights: readonly PoolRight[]
  readonly claims: readonly PoolClaim[]
  /** Answers to the questions that are asked, in their order. */
  readonly answers: readonly ('yes' | 'no')[]
  /** The day from which the life of rights is counted. */
  readonly legalFinal: Day
}

/** Readiness for which a right needs a contractual payer: 3 to 5. */
const EARLY_FROM = 3
const EARLY_TO = 5
const NO_CLAIMS = (1n << 64n) - 1n

/**
 * How the tests of a pool end, with the integers of the chain: the twin of `PoolTests` and its rules. Every test in its
 * order; one without a limit is not asked.
 */
export function testPool(pool: TestedPool, limits: readonly PoolLimit[]): readonly PoolTestResult[] {
  return poolTests.slice(1).map(test => {
    if (test === 'Firewall') return resultOf({ test, limit: ONE_PPB_SCALE, source: undefined }, pool)
    const own = limits.find(limit => limit.test === test)
    if (own === undefined) return { test, verdict: 'None', figure: 0n, limit: 0n, source: undefined }
    const limit = test === 'Life' ? pool.legalFinal + own.limit : own.limit
    return resultOf({ ...own, limit }, pool)
  })
}

function resultOf(
  { test, limit, source }: Pick<PoolTestResult, 'test' | 'limit' | 'source'>,
  pool: TestedPool,
): PoolTestResult {
  const figure = figureOf(test, pool, limit)
  const passes = isAtLeast(test) ? figure >= limit : figure <= limit
  return { test, verdict: passes ? 'Passed' : 'Failed', figure, limit, source }
}

function figureOf(test: PoolTest, pool: TestedPool, limit: bigint): bigint {
  const backing = pool.rights.filter(({ maturity }) => maturity !== 'None')
  const total = sumOf(backing.map(({ principal }) => principal))
  switch (test) {
    case 'None':
      return 0n
    case 'Firewall':
      return coverOf(pool)
    case 'Obligors':
      return BigInt(sumsBy(backing, 'obligor').length)
    case 'LargestObligor':
      return shareOf(sumsBy(backing, 'obligor').slice(0, 1), total)
    case 'TopFive':
      return shareOf(sumsBy(backing, 'obligor').slice(0, 5), total)
    case 'Affiliates':
      return shareOf(sumsBy(backing, 'group').slice(0, 1), total)
    case 'LoanToValueStable':
      return loanToValueOf(backing, 'Stable')
    case 'LoanToValuePilotPassed':
      return loanToValueOf(backing, 'PilotPassed')
    case 'LoanToValueEarly':
      return loanToValueOf(backing, 'Early')
    case 'Life':
      return leastOf(backing.map(({ lifeEnd }) => lifeEnd ?? 0n))
    case 'Payer':
      return BigInt(pool.rights.filter(lacksPayer).length)
    case 'NegativeList':
      return BigInt(pool.answers.slice(0, Number(limit)).filter(answer => answer === 'no').length)
    default:
      return test satisfies never
  }
}

/** Least backing of a tranche for what stands on it and all senior to it. */
function coverOf({ rights, claims }: TestedPool): bigint {
  const covers = claims.flatMap(({ maturities }, rank) => {
    const outstanding = sumOf(claims.slice(0, rank + 1).map(({ amount }) => amount))
    if (outstanding === 0n) return []
    const backing = rights.filter(({ maturity }) => maturity !== 'None' && maturities.includes(maturity))
    const backed = sumOf(backing.map(({ principal }) => principal))
    return [mulDivDown(backed, { times: ONE_PPB_SCALE, over: outstanding })]
  })
  return covers.length === 0 ? NO_CLAIMS : leastOf(covers)
}

/** Principal by obligor or group, the largest first. */
function sumsBy(rights: readonly PoolRight[], key: 'obligor' | 'group'): readonly bigint[] {
  const sums = new Map<string, bigint>()
  for (const right of rights) sums.set(right[key], (sums.get(right[key]) ?? 0n) + right.principal)
  return descending([...sums.values()])
}

/** Of nothing a part is the whole. */
function shareOf(parts: readonly bigint[], total: bigint): bigint {
  return total === 0n ? ONE_PPB_SCALE : mulDivUp(sumOf(parts), { times: ONE_PPB_SCALE, over: total })
}

function loanToValueOf(rights: readonly PoolRight[], ripeness: Maturity): bigint {
  const shares = rights
    .filter(({ maturity }) => maturity === ripeness)
    .map(({ principal, appraisedValue }) => shareOf([principal], appraisedValue))
  return descending(shares)[0] ?? 0n
}

function lacksPayer({ trl, hasPayer }: PoolRight): boolean {
  return trl >= EARLY_FROM && trl <= EARLY_TO && !hasPayer
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n)
}

function leastOf(values: readonly bigint[]): bigint {
  return descending(values).at(-1) ?? 0n
}

function descending(values: readonly bigint[]): readonly bigint[] {
  return values.toSorted((left, right) => (left < right ? 1 : left > right ? -1 : 0))
}
