import { bankBook } from '../../bank/bankBook.ts'
import type { BankEntry } from '../../bank/camt/entry.ts'
import type { Day } from '../../domain/dates.ts'
import { collectProblems, type Problem, ProblemsError } from '../../domain/errors.ts'
import type { FileFaultError } from '../../domain/fileFault.ts'
import type { Mapping } from '../collect/mapping.ts'
import type { Licence } from '../match/licence.ts'
import type { DatedFixing } from '../match/matching.ts'
import type { Tolerances } from '../match/tolerances.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import type { Asset } from './assets.ts'
import type { Decision } from './decisions.ts'
import type { KeptReading } from './readKept.ts'
import type { Servicing } from './servicing.ts'
import type { BooksTerms } from './terms.ts'

/** What people lay into the folder of the books: everything but statements and bank files. */
export type BookTerms = {
  readonly terms: BooksTerms
  readonly assets: readonly Asset[]
  readonly licences: readonly Licence[]
  readonly tolerances: Tolerances
  readonly fixings: readonly DatedFixing[]
  readonly mappings: readonly Mapping[]
  readonly servicing: readonly Servicing[]
  readonly decisions: readonly Decision[]
}

/** A signer's own books of one deal, whole, as they are now. Plain data: what is computed of them is pure. */
export type Books = BookTerms & {
  readonly lines: readonly StatementLine[]
  /** Credits of the accounts in which obligors pay, each once. */
  readonly credits: readonly BankEntry[]
  /** Up to which day the bank has stated each account. */
  readonly reaches: ReadonlyMap<string, Day>
  readonly faults: readonly FileFaultError[]
}

/** Puts together terms and files. A file that a person withdrew is left out; one account in two files counts once. */
export function booksOf(given: BookTerms, readings: readonly KeptReading[]): Books {
  checkTerms(given)
  const withdrawn = new Set(given.decisions.map(each => ('withdraw' in each ? each.withdraw : undefined)))
  const standing = readings.filter(({ hash }) => !withdrawn.has(hash))
  const accounts = new Set(given.terms.accounts.map(({ account }) => account))
  const entries = standing.flatMap(reading => reading.entries.filter(({ account }) => accounts.has(account)))
  const { credits, faults } = bankBook(entries)
  return Object.freeze({
    ...given,
    lines: standing.flatMap(({ lines }) => lines),
    credits,
    reaches: reachesOf(standing),
    faults: [...standing.flatMap(reading => reading.faults), ...faults],
  })
}

function reachesOf(readings: readonly KeptReading[]): ReadonlyMap<string, Day> {
  const reaches = new Map<string, Day>()
  for (const { account, until } of readings.flatMap(({ reports }) => reports)) {
    const known = reaches.get(account)
    if (until !== undefined && (known === undefined || until > known)) reaches.set(account, until)
  }
  return reaches
}

/** What is received must belong to a claim, and what the servicer says must concern one. */
function checkTerms({ assets, licences, servicing }: BookTerms): void {
  const problems = collectProblems()
  const note = (path: string, value: unknown, message: string, remedy: string): void =>
    problems.note({ path, value, message, remedy })
  const claimed = assets.flatMap(asset => asset.licences)
  const known = licences.map(({ licence }) => licence)
  for (const licence of known.filter(name => !claimed.includes(name)))
    note('/assets', licence, 'No claim names this licence', 'Name it under the claim that it pays')
  for (const licence of claimed.filter(name => !known.includes(name)))
    note('/licences', licence, 'A claim names this licence, and its terms are missing', 'Add its file')
  known.forEach((licence, index) => {
    if (known.indexOf(licence) !== index) note('/licences', licence, 'It has two files', 'Keep one')
  })
  const periods = servicing.map(({ period }) => period)
  periods.forEach((period, index) => {
    if (periods.indexOf(period) !== index)
      note('/servicing', period, 'The period has two records', 'Join them')
  })
  const names = assets.map(({ asset }) => asset)
  for (const { asset } of servicing.flatMap(({ defaults, losses }) => [...defaults, ...losses]))
    if (!names.includes(asset))
      note('/servicing', asset, 'There is no claim of this name', 'Correct the name')
  problems.refuse(found => new BooksRefusedError(found))
}

export class BooksRefusedError extends ProblemsError {
  override readonly code = 'file/books-inconsistent'

  constructor(problems: readonly Problem[]) {
    super('The books', problems)
  }
}
