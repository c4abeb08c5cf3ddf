import { groupBy } from '../../domain/groupBy.ts'
import { greatest } from '../../domain/mulDiv.ts'
import { plainText, type Span } from '../collect/forms.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import { periodsEndingIn } from './dueUnderTerms.ts'
import type { Licence } from './licence.ts'
import { type ExceptionKind, lineException, type MatchException } from './matching.ts'

export type CheckedLines = {
  readonly lines: readonly StatementLine[]
  readonly exceptions: readonly MatchException[]
}

/**
 * Each line once, in its newest revision. A line that comes again, word for word, is the same line; two that differ under
 * one number and revision are both held. A line is also held if no licence stands behind it, or if it contradicts the one that does.
 */
export function checkLines(
  given: readonly StatementLine[],
  licences: ReadonlyMap<string, Licence>,
): CheckedLines {
  const exceptions: MatchException[] = []
  const lines: StatementLine[] = []
  const periods = new Map<string, ReadonlySet<string>>()
  for (const same of groupBy(given, ({ key }) => key).values()) {
    const distinct = [...new Map(newestOf(same).map(line => [contentOf(line), line])).entries()]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([, line]) => line)
    for (const line of distinct) {
      const kind = distinct.length > 1 ? 'lineContradicted' : faultOf(line)
      if (kind === undefined) lines.push(line)
      else exceptions.push(lineException(kind, line))
    }
  }
  return { lines: lines.toSorted(byPeriod), exceptions }

  function faultOf(line: StatementLine): ExceptionKind | undefined {
    const licence = licences.get(line.licence)
    if (licence === undefined) return 'licenceUnknown'
    if (plainText(line.obligor) !== plainText(licence.obligor)) return 'obligorStrange'
    if (line.currency !== licence.currency) return 'currencyStrange'
    return periodsOf(licence).has(spanText(line.span)) ? undefined : 'periodStrange'
  }

  function periodsOf(licence: Licence): ReadonlySet<string> {
    const known =
      periods.get(licence.licence) ??
      new Set(periodsEndingIn(licence, { from: licence.from, to: licence.to }).map(spanText))
    periods.set(licence.licence, known)
    return known
  }
}

/** Of lines with one key those of the highest revision: a corrected statement takes the place of the one before. */
function newestOf(same: readonly StatementLine[]): readonly StatementLine[] {
  const newest = same.reduce((highest, { revision = 0n }) => greatest(highest, revision), 0n)
  return same.filter(({ revision = 0n }) => revision === newest)
}

export function spanText({ from, to }: Span): string {
  return `${from} ${to}`
}

/** Older periods first; within one, by key. */
export function byPeriod(left: StatementLine, right: StatementLine): number {
  if (left.span.to !== right.span.to) return left.span.to < right.span.to ? -1 : 1
  if (left.key !== right.key) return left.key < right.key ? -1 : 1
  return 0
}

/** What a line says, without where it stands. */
function contentOf(line: StatementLine): string {
  const { obligor, currency, revenue, units, gross, vat, withholding, net, reference } = line
  const figures = [revenue?.minor, units, gross.minor, vat.minor, withholding.minor, net.minor]
  return [obligor, currency, ...figures.map(each => each ?? '-'), reference ?? ''].join(' ')
}
