import { parseDay } from '../../domain/dates.ts'
import type { ProblemCollector } from '../../domain/errors.ts'
import { poolSentence } from '../../domain/pool/poolSentence.ts'
import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import { fraction } from '../fraction.ts'
import { poolTestNamed, testedPoolOf } from '../poolTests.ts'
import type { DealFile } from '../schema/deal.ts'
import type { PoolTestsFile } from '../schema/poolTests.ts'

/** Each test once, obligors of the pool in one group each, and a pool that passes what its own file asks. */
export function checkPoolTests(file: DealFile, problems: ProblemCollector): void {
  checkLives(file, problems)
  const section = file.poolTests
  if (section === undefined) return
  checkOnce(section, problems)
  checkShares(section, problems)
  checkAffiliates(section, { file, problems })
  checkPasses(section, { file, problems })
}

type Checking = { readonly file: DealFile; readonly problems: ProblemCollector }

function checkLives({ pool }: DealFile, problems: ProblemCollector): void {
  pool.assets.forEach(({ lifeEnd }, position) => {
    if (lifeEnd === undefined) return
    problems.attempt({ path: `/pool/assets/${position}/lifeEnd`, value: lifeEnd }, () => parseDay(lifeEnd))
  })
}

function checkOnce({ limits, notAsked = [], answers = [] }: PoolTestsFile, problems: ProblemCollector): void {
  type Places = readonly (readonly [path: string, value: string])[]
  const tests: Places = [
    ...limits.map(({ test }, row) => [`/poolTests/limits/${row}/test`, test] as const),
    ...notAsked.map(({ test }, row) => [`/poolTests/notAsked/${row}/test`, test] as const),
  ]
  const questions: Places = answers.map(({ question }, row) => [
    `/poolTests/answers/${row}/question`,
    question,
  ])
  for (const list of [tests, questions]) {
    list.forEach(([path, value], position) => {
      if (list.findIndex(([, other]) => other === value) === position) return
      problems.note({ path, value, message: 'This is given twice', remedy: 'Leave one of them out' })
    })
  }
}

/** Shares of the principal are no more than all of it; a loan may be more than its value. */
function checkShares({ limits }: PoolTestsFile, problems: ProblemCollector): void {
  limits.forEach((row, position) => {
    if (row.test !== 'largestObligor' && row.test !== 'topFive' && row.test !== 'affiliates') return
    if (fraction(row.atMost) <= ONE_PPB_SCALE) return
    const remedy = 'Write a decimal fraction from 0 to 1: "0.15" is 15 %'
    const path = `/poolTests/limits/${position}/atMost`
    problems.note({ path, value: row.atMost, message: 'The share is more than the whole', remedy })
  })
}

function checkAffiliates({ affiliates = [] }: PoolTestsFile, { file, problems }: Checking): void {
  const known = new Set(file.pool.assets.map(({ obligor }) => obligor))
  const grouped = new Set<string>()
  affiliates.forEach(({ obligors }, row) => {
    obligors.forEach((value, position) => {
      const path = `/poolTests/affiliates/${row}/obligors/${position}`
      if (!known.has(value)) {
        const remedy = 'Name obligors of /pool/assets'
        problems.note({ path, value, message: 'No asset has this obligor', remedy })
      }
      if (grouped.has(value)) {
        const remedy = 'Put it into one group, or join the groups'
        problems.note({ path, value, message: 'This obligor is in a group already', remedy })
      }
      grouped.add(value)
    })
  })
}

/** What would be refused at closing is refused here, with the same figure. */
function checkPasses({ limits }: PoolTestsFile, { file, problems }: Checking): void {
  if (problems.problems().some(({ path }) => path.endsWith('/lifeEnd') || path === '/legalFinal')) return
  const results = problems.attempt({ path: '/legalFinal', value: file.legalFinal }, () => testedPoolOf(file))
  limits.forEach((row, position) => {
    const failed = results?.find(({ test }) => test === poolTestNamed(row.test))
    if (failed?.verdict !== 'Failed') return
    problems.note({
      path: `/poolTests/limits/${position}`,
      value: row.test,
      message: poolSentence(failed, 'en'),
      remedy: 'Change the assets by which it fails, or the limit, with the reason if the law is stricter',
    })
  })
}
