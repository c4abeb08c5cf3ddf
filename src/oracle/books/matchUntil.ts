import { formatDay } from '../../domain/dates.ts'
import { formatMoney } from '../../domain/money.ts'
import { type ExceptionKind, type MatchException, type Matching, tolerated } from '../match/matching.ts'
import { matchPeriod } from '../match/matchPeriod.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import type { Books } from './books.ts'
import { isAccepted, subjectsOf } from './decisions.ts'
import { BooksPeriodMissingError } from './errors.ts'
import type { DealPeriod } from './terms.ts'

/** What is made of an exception when its period closes. */
export type ExceptionWeight = 'open' | 'accepted' | 'arrears' | 'tolerated'

export type WeighedException = MatchException & { readonly weight: ExceptionWeight }

/** All that was stated and received up to the cut-off of a period, matched, whichever period a line is of. */
export type MatchedUntil = {
  readonly period: DealPeriod
  readonly matching: Matching
  readonly exceptions: readonly WeighedException[]
  /** Lines by key, each as it counts. */
  readonly lines: ReadonlyMap<string, StatementLine>
  /** Accounts that the bank has not stated up to the cut-off. */
  readonly unstated: readonly string[]
}

/** Money that did not come is a fact of the day on which the books close, not a question. */
const ARREARS: readonly ExceptionKind[] = ['unpaid', 'shortPaid', 'belowTerms']

/** Matches everything up to the cut-off of a period, by its number from 1. */
export function matchUntil(books: Books, number: number): MatchedUntil {
  const period = periodOf(books, number)
  const [first = period] = books.terms.periods
  const lines = books.lines.filter(({ span }) => span.to >= first.from)
  const matching = matchPeriod({
    span: { from: first.from, to: period.to },
    lines,
    credits: books.credits.filter(({ bookedOn }) => bookedOn <= period.cutOff),
    licences: books.licences,
    states: new Map(),
    fixings: books.fixings,
    tolerances: books.tolerances,
  })
  const byKey = linesByKey(lines)
  const isLater = (key: string): boolean => (byKey.get(key)?.span.to ?? period.to) > period.to
  return Object.freeze({
    period,
    matching,
    exceptions: matching.exceptions
      .filter(exception => exception.lines.length === 0 || !exception.lines.every(isLater))
      .map(exception => ({ ...exception, weight: weightOf(exception, books) })),
    lines: byKey,
    unstated: books.terms.accounts
      .map(({ account }) => account)
      .filter(account => (books.reaches.get(account) ?? period.cutOff - 1n) < period.cutOff),
  })
}

export function periodOf({ terms: { periods } }: Books, number: number): DealPeriod {
  const period = periods[number - 1]
  if (period === undefined) throw new BooksPeriodMissingError(number, periods.length)
  return period
}

function weightOf(exception: MatchException, { decisions }: Books): ExceptionWeight {
  if (tolerated.includes(exception.kind)) return 'tolerated'
  if (ARREARS.includes(exception.kind)) return 'arrears'
  return isAccepted(exception, decisions) ? 'accepted' : 'open'
}

/** Each line in its newest revision. */
function linesByKey(lines: readonly StatementLine[]): ReadonlyMap<string, StatementLine> {
  const byKey = new Map<string, StatementLine>()
  for (const line of lines) {
    const { revision: known = -1n } = byKey.get(line.key) ?? {}
    if ((line.revision ?? 0n) > known) byKey.set(line.key, line)
  }
  return byKey
}

/** An exception in one line, as it is logged, refused and attested: its name, what it concerns, its amount. */
export function exceptionText(exception: MatchException): string {
  const subjects = subjectsOf(exception)
  const shown = subjects.length === 0 ? '' : ` ${subjects.join(', ')}`
  return `${exception.kind}${shown}: ${formatMoney(exception.amount)}`
}

/** A period as people name it: its days, and when its books close. */
export function periodText({ from, to, cutOff }: DealPeriod): string {
  return `${formatDay(from)} … ${formatDay(to)} (${formatDay(cutOff)})`
}
