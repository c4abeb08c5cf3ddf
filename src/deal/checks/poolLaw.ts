import { parseDay } from '../../domain/dates.ts'
import { collectProblems, type ProblemCollector } from '../../domain/errors.ts'
import { type Law, type ParameterValue, parameterOf } from '../../domain/law/law.ts'
import { DealFileError } from '../errors.ts'
import { fraction } from '../fraction.ts'
import { daysBeyond } from '../poolTests.ts'
import type { DealFile } from '../schema/deal.ts'
import { type LimitFile, type PoolTestsFile, type PoolTestWord, poolTestWords } from '../schema/poolTests.ts'

/** The parameter of the law file that each test is measured by, and whether it is the least or the most. */
const parameters: { readonly [Test in PoolTestWord]: string } = {
  obligors: 'least-obligors',
  largestObligor: 'largest-obligor',
  topFive: 'top-five-obligors',
  affiliates: 'affiliated-obligors',
  loanToValueStable: 'loan-to-value-stable',
  loanToValuePilotPassed: 'loan-to-value-pilot-passed',
  loanToValueEarly: 'loan-to-value-early',
  life: 'life-beyond-legal-final',
  payer: 'early-needs-payer',
  negativeList: 'negative-list',
}

/** The law under which pools are tested. */
const PLACE = 'CN'

/**
 * Notes limits that rest on no parameter of the law, that are looser than it without a reason, tests of the law that a deal
 * leaves out without one, and questions of the negative list that have no answer. A deal that says nothing of its pool has a
 * notice instead.
 */
export function checkPoolLaw(file: DealFile, { law, problems }: Pick<Checking, 'law' | 'problems'>): void {
  const section = file.poolTests
  if (section === undefined) return
  section.limits.forEach((row, position) => {
    checkLimit(row, { path: `/poolTests/limits/${position}`, file, law, problems })
  })
  checkComplete(section, problems)
  if (section.limits.some(({ test }) => test === 'negativeList')) checkQuestions(section, { law, problems })
}

/** Refuses the same, for a file that was read without the law. */
export function requirePoolLaw(file: DealFile, law: Law): void {
  const problems = collectProblems()
  checkPoolLaw(file, { law, problems })
  problems.refuse(found => new DealFileError(found))
}

type Checking = {
  readonly path: string
  readonly file: DealFile
  readonly law: Law
  readonly problems: ProblemCollector
}

function checkLimit(row: LimitFile, { path, file, law, problems }: Checking): void {
  const own = `${PLACE}/${parameters[row.test]}`
  if (row.source !== own) {
    const remedy = `Name ${own}`
    const message = `The test ${row.test} is measured by another parameter`
    problems.note({ path: `${path}/source`, value: row.source, message, remedy })
    return
  }
  const found = problems.attempt({ path: `${path}/source`, value: row.source }, () =>
    parameterOf(law, { id: parameters[row.test], place: PLACE }),
  )
  if (found === undefined || row.reason !== undefined || !isLooser(row, found.value, file)) return
  problems.note({
    path,
    value: row.test,
    message: `The limit is looser than the law: ${found.rule} (${found.source.tag})`,
    remedy: `Keep to what the law file states for ${own}, or give the reason with its tag`,
  })
}

/** Whether a limit lets pass what the law would not. */
function isLooser(row: LimitFile, value: ParameterValue, file: DealFile): boolean {
  switch (row.test) {
    case 'obligors':
      return value.kind === 'count' && BigInt(row.atLeast) < value.count
    case 'payer':
      return value.kind === 'flag' && value.holds && row.atMost > 0
    case 'life':
      return value.kind === 'time' && isShorter(row.months, value, file)
    case 'negativeList':
      return false
    default:
      return value.kind === 'share' && fraction(row.atMost) > value.ppb
  }
}

const DAYS_BY_UNIT = { months: 1, years: 12 } as const

function isShorter(
  months: number,
  { count, unit }: Extract<ParameterValue, { readonly kind: 'time' }>,
  { legalFinal }: DealFile,
): boolean {
  if (unit !== 'days') return months < Number(count) * DAYS_BY_UNIT[unit]
  return daysBeyond(parseDay(legalFinal), months) < count
}

function checkComplete({ limits, notAsked = [] }: PoolTestsFile, problems: ProblemCollector): void {
  const named: readonly PoolTestWord[] = [...limits, ...notAsked].map(({ test }) => test)
  for (const test of poolTestWords.filter(word => !named.includes(word))) {
    problems.note({
      path: '/poolTests/limits',
      value: test,
      message: `The law asks the test ${test} (${PLACE}/${parameters[test]}), and the deal does not`,
      remedy: 'Give its limit, or say in /poolTests/notAsked why it is not asked',
    })
  }
}

function checkQuestions(
  { answers = [] }: PoolTestsFile,
  { law, problems }: Pick<Checking, 'law' | 'problems'>,
): void {
  const questions = law.negativeList.filter(({ place }) => place === PLACE).map(({ id }) => id)
  const given = answers.map(({ question }) => question)
  given.forEach((value, position) => {
    if (questions[position] === value) return
    const message = questions.includes(value)
      ? 'The law file has this question at another place'
      : 'The law file has no such question'
    const remedy = `The questions are, in their order, ${questions.join(', ')}`
    problems.note({ path: `/poolTests/answers/${position}/question`, value, message, remedy })
  })
  for (const value of questions.slice(given.length)) {
    const remedy = 'Answer it, or say in /poolTests/notAsked why the list is not asked'
    problems.note({ path: '/poolTests/answers', value, message: 'This question has no answer', remedy })
  }
}
