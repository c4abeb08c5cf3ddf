import { addMonths, type Day, parseDay } from '../domain/dates.ts'
import { type Maturity, maturities, type PoolTest, poolTests } from '../domain/enumerations.ts'
import type { PoolLimit, PoolTestResult } from '../domain/pool/poolTest.ts'
import { type PoolClaim, type PoolRight, testPool } from '../domain/pool/testPool.ts'
import { fraction } from './fraction.ts'
import type { MaturityClass } from './schema/atoms.ts'
import type { DealFile } from './schema/deal.ts'
import type { LimitFile, PoolTestWord } from './schema/poolTests.ts'

/** Limits of a deal as the ledger takes them; none where the file has no such section. */
export function poolLimitsOf(file: DealFile): readonly PoolLimit[] {
  return (file.poolTests?.limits ?? []).map(row => ({
    test: poolTestNamed(row.test),
    limit: limitOf(row, file),
    source: row.source,
  }))
}

/** Answers to the questions of the negative list, in their order. */
export function answersOf({ poolTests: section }: DealFile): readonly ('yes' | 'no')[] {
  return (section?.answers ?? []).map(({ answer }) => answer)
}

/** The group of each obligor that has affiliates. */
export function groupsOf({ poolTests: section }: DealFile): ReadonlyMap<string, string> {
  const rows = (section?.affiliates ?? []).flatMap(({ group, obligors }) =>
    obligors.map(obligor => [obligor, group] as const),
  )
  return new Map(rows)
}

/** How the tests of the pool end at closing by the file, as the ledger would find: all of them, in their order. */
export function testedPoolOf(file: DealFile): readonly PoolTestResult[] {
  const groups = groupsOf(file)
  return testPool(
    {
      rights: file.pool.assets.map(asset => rightOf(asset, groups)),
      claims: file.tranches.map(claimOf),
      answers: answersOf(file),
      legalFinal: parseDay(file.legalFinal),
    },
    poolLimitsOf(file),
  )
}

/** Why a test is looser than the law file asks, or not asked, with the tag of that. */
export function reasonsOf({ poolTests: section }: DealFile): ReadonlyMap<PoolTest, string> {
  const rows = [...(section?.limits ?? []), ...(section?.notAsked ?? [])]
  return new Map(
    rows.flatMap(({ test, reason }) =>
      reason === undefined ? [] : [[poolTestNamed(test), `${reason.text} (${reason.tag})`] as const],
    ),
  )
}

/** A deal file writes `largestObligor` for what the ledger calls LargestObligor. */
export function poolTestNamed(word: PoolTestWord): PoolTest {
  return poolTests.find(name => name.toLowerCase() === word.toLowerCase()) ?? 'None'
}

function limitOf(row: LimitFile, file: DealFile): bigint {
  switch (row.test) {
    case 'obligors':
      return BigInt(row.atLeast)
    case 'payer':
      return BigInt(row.atMost)
    case 'life':
      return daysBeyond(parseDay(file.legalFinal), row.months)
    case 'negativeList':
      return BigInt(answersOf(file).length)
    default:
      return fraction(row.atMost)
  }
}

/** Months beyond a day in days. */
export function daysBeyond(day: Day, months: number): bigint {
  return addMonths(day, months) - day
}

function rightOf(asset: DealFile['pool']['assets'][number], groups: ReadonlyMap<string, string>): PoolRight {
  const { obligor, trl, payer, lifeEnd } = asset
  const group = groups.get(obligor)
  return {
    principal: BigInt(asset.principal),
    appraisedValue: BigInt(asset.appraisedValue),
    maturity: maturityNamed(asset.maturityClass),
    trl,
    hasPayer: payer !== undefined,
    obligor,
    group: group === undefined ? `obligor ${obligor}` : `group ${group}`,
    lifeEnd: lifeEnd === undefined ? undefined : parseDay(lifeEnd),
  }
}

function claimOf({ size, maturityClasses }: DealFile['tranches'][number]): PoolClaim {
  return { amount: BigInt(size), maturities: maturityClasses.map(maturityNamed) }
}

function maturityNamed(text: MaturityClass): Maturity {
  return maturities.find(name => name.toLowerCase() === text.toLowerCase()) ?? 'None'
}
