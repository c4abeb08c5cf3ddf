import type { BankEntry } from '../../bank/camt/entry.ts'
import type { Day } from '../../domain/dates.ts'
import { type Money, money } from '../../domain/money.ts'
import type { Fixing } from '../../domain/rates.ts'
import type { Span } from '../collect/forms.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import type { LicenceState } from './dueUnderTerms.ts'
import type { Licence } from './licence.ts'
import type { Tolerances } from './tolerances.ts'

/** Everything that a matching is made of. The result depends on nothing else, and on no order. */
export type MatchInputs = {
  /** The days that are reported on: a licence whose period ends within them owes a statement. */
  readonly span: Span
  readonly lines: readonly StatementLine[]
  /** Credits that stand, each once: `bankBook(…).credits`. */
  readonly credits: readonly BankEntry[]
  readonly licences: readonly Licence[]
  /** What each licence remembers; nothing for one whose first period this is. */
  readonly states: ReadonlyMap<string, LicenceState>
  readonly fixings: readonly DatedFixing[]
  readonly tolerances: Tolerances
}

/** How much of the licence's currency a payment is worth: `from` is the licence's, `to` the payment's. */
export type DatedFixing = { readonly on: Day; readonly fixing: Fixing }

/** A part of a line, or of a credit. */
export type Share = { readonly key: string; readonly amount: Money }

/** Lines and credits that belong together, with what of each is matched. */
export type Match = {
  readonly by: 'reference' | 'amount' | 'payer'
  readonly lines: readonly Share[]
  readonly credits: readonly Share[]
}

/**
 * Differences by name. Those of the side `line` and `credit` say what of a statement or of the money received is not
 * matched; those of the side `terms` say how a statement differs from the licence.
 */
export const exceptionKinds = {
  unpaid: 'line',
  shortPaid: 'line',
  bankFee: 'line',
  roundedDown: 'line',
  fxShort: 'line',
  lineContradicted: 'line',
  licenceUnknown: 'line',
  obligorStrange: 'line',
  currencyStrange: 'line',
  periodStrange: 'line',
  baseMissing: 'line',
  heldByTerms: 'line',
  fixingMissing: 'line',
  unidentified: 'credit',
  overpaid: 'credit',
  roundedUp: 'credit',
  fxOver: 'credit',
  fixingMissingForCredit: 'credit',
  aboveTerms: 'terms',
  belowTerms: 'terms',
  statementMissing: 'terms',
  vatDiffers: 'terms',
  withholdingDiffers: 'terms',
} as const

export type ExceptionKind = keyof typeof exceptionKinds

export const exceptionKindNames = Object.keys(exceptionKinds).filter(
  (name): name is ExceptionKind => name in exceptionKinds,
)

export type ExceptionSide = (typeof exceptionKinds)[ExceptionKind]

/** Differences that the tolerances allow; they are named and need no person. */
export const tolerated: readonly ExceptionKind[] = [
  'bankFee',
  'roundedDown',
  'roundedUp',
  'fxShort',
  'fxOver',
]

export type MatchException = {
  readonly kind: ExceptionKind
  readonly side: ExceptionSide
  /**
   * In the currency of its side. Above zero; below for a line that is. For terms: how far the statement is off; of a missing
   * statement, what is due whatever was sold.
   */
  readonly amount: Money
  readonly lines: readonly string[]
  readonly credits: readonly string[]
  readonly licence?: string
}

export type Matching = {
  readonly matches: readonly Match[]
  readonly exceptions: readonly MatchException[]
  /** What each licence remembers from here on. */
  readonly states: ReadonlyMap<string, LicenceState>
}

export function lineException(kind: ExceptionKind, line: StatementLine, amount = line.net): MatchException {
  return { kind, side: exceptionKinds[kind], amount, lines: [line.key], credits: [], licence: line.licence }
}

export function creditException(kind: ExceptionKind, credit: BankEntry, minor: bigint): MatchException {
  const amount = money(credit.amount.currency, minor)
  return { kind, side: exceptionKinds[kind], amount, lines: [], credits: [credit.key] }
}
