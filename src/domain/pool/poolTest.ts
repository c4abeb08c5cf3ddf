import type { PoolTest, Verdict } from '../enumerations.ts'

/**
 * A test that a deal asks beside the firewall: a count, a share in parts per billion, or days beyond legal final. The
 * source is the id of the rule that gives the limit.
 */
export type PoolLimit = {
  readonly test: PoolTest
  readonly limit: bigint
  readonly source: string
}

/** How a test ended; figure and limit are a count, a share in parts per billion, or a day. */
export type PoolTestResult = {
  readonly test: PoolTest
  readonly verdict: Verdict
  readonly figure: bigint
  readonly limit: bigint
  /** Id of the rule that gives the limit; the firewall has none. */
  readonly source: string | undefined
}

export type PoolUnit = 'count' | 'share' | 'day'

const units: { readonly [Test in PoolTest]: PoolUnit } = {
  None: 'count',
  Firewall: 'share',
  Obligors: 'count',
  LargestObligor: 'share',
  TopFive: 'share',
  Affiliates: 'share',
  LoanToValueStable: 'share',
  LoanToValuePilotPassed: 'share',
  LoanToValueEarly: 'share',
  Life: 'day',
  Payer: 'count',
  NegativeList: 'count',
}

/** In what the figure and the limit of a test are. */
export function unitOf(test: PoolTest): PoolUnit {
  return units[test]
}

const floors: readonly PoolTest[] = ['Firewall', 'Obligors', 'Life', 'NegativeList']

/** Whether the limit of a test is the least; otherwise it is the most. */
export function isAtLeast(test: PoolTest): boolean {
  return floors.includes(test)
}
