import { groupBy } from '../../domain/groupBy.ts'
import { money } from '../../domain/money.ts'
import { mulDivHalfUp } from '../../domain/mulDiv.ts'
import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import type { Span } from '../collect/forms.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import { spanText } from './checkLines.ts'
import { dueUnderTerms, firstState, type LicenceState, periodsEndingIn } from './dueUnderTerms.ts'
import type { Licence } from './licence.ts'
import { type ExceptionKind, exceptionKinds, lineException, type MatchException } from './matching.ts'
import type { Tolerances } from './tolerances.ts'

export type CheckedTerms = {
  /** Lines that may be matched with money. */
  readonly lines: readonly StatementLine[]
  readonly exceptions: readonly MatchException[]
  readonly states: ReadonlyMap<string, LicenceState>
}

export type TermsFrame = {
  readonly span: Span
  readonly licences: ReadonlyMap<string, Licence>
  readonly states: ReadonlyMap<string, LicenceState>
  readonly tolerances: Tolerances
}

/**
 * Statement against licence, period by period. A statement that claims more than the licence makes due, beyond the
 * tolerance, is held: nobody can say which of its lines is right. One that claims less goes on, and the difference is
 * named: what was paid was received. Without the base of a royalty nothing can be checked, and the lines are held.
 */
export function checkTerms(lines: readonly StatementLine[], frame: TermsFrame): CheckedTerms {
  const passed: StatementLine[] = []
  const exceptions: MatchException[] = []
  const states = new Map(frame.states)
  const byLicence = groupBy(lines, ({ licence }) => licence)
  for (const licence of [...frame.licences.values()].toSorted(byNumber)) {
    const byPeriod = groupBy(byLicence.get(licence.licence) ?? [], ({ span }) => spanText(span))
    let state = states.get(licence.licence) ?? firstState(licence)
    for (const period of periodsEndingIn(licence, { from: licence.from, to: latest(licence, frame.span) })) {
      const stated = byPeriod.get(spanText(period))
      if (stated === undefined) exceptions.push(...missing(licence, { period, state, within: frame.span }))
      else {
        const checked = checkPeriod(licence, { stated, period, state, tolerances: frame.tolerances })
        state = checked.state
        for (const line of checked.passed) passed.push(line)
        for (const exception of checked.exceptions) exceptions.push(exception)
      }
    }
    states.set(licence.licence, state)
  }
  return { lines: passed, exceptions, states }
}

function byNumber(left: Licence, right: Licence): number {
  return left.licence < right.licence ? -1 : 1
}

/** Statements of later periods than the reported ones are checked too if they came. */
function latest(licence: Licence, { to }: Span): Licence['to'] {
  return licence.to > to ? licence.to : to
}

type PeriodFrame = { readonly period: Span; readonly state: LicenceState; readonly within: Span }

/** A period that ended within the reported days and has no statement, though something is due whatever was sold. */
function missing(licence: Licence, { period, state, within }: PeriodFrame): readonly MatchException[] {
  if (period.to < within.from || period.to > within.to) return []
  const { gross } = dueUnderTerms(licence, { span: period, base: 0n, before: state })
  return [termsException('statementMissing', licence, { minor: gross, lines: [] })]
}

type Statement = {
  readonly stated: readonly StatementLine[]
  readonly period: Span
  readonly state: LicenceState
  readonly tolerances: Tolerances
}

type CheckedPeriod = {
  readonly passed: readonly StatementLine[]
  readonly exceptions: readonly MatchException[]
  readonly state: LicenceState
}

function checkPeriod(licence: Licence, { stated, period, state, tolerances }: Statement): CheckedPeriod {
  const base = baseOf(licence, stated)
  if (base === undefined || base < 0n)
    return { passed: [], exceptions: stated.map(line => lineException('baseMissing', line)), state }
  const due = dueUnderTerms(licence, { span: period, base, before: state })
  const allowed = tolerances.terms(licence.currency)
  const claimed = sumOf(stated, ({ gross }) => gross.minor)
  const off = claimed - due.gross
  const lines = stated.map(({ key }) => key)
  const taxes = taxExceptions(licence, { stated, claimed, allowed })
  if (off > allowed) {
    const above = termsException('aboveTerms', licence, { minor: off, lines })
    const held = stated.map(line => lineException('heldByTerms', line))
    return { passed: [], exceptions: [above, ...taxes, ...held], state: due.after }
  }
  const below =
    off < 0n && -off > allowed ? [termsException('belowTerms', licence, { minor: -off, lines })] : []
  return { passed: stated, exceptions: [...below, ...taxes], state: due.after }
}

/** What the royalty is counted on; nothing if any line lacks it, zero where the licence has no royalty. */
function baseOf({ royalty }: Licence, stated: readonly StatementLine[]): bigint | undefined {
  if (royalty === undefined) return 0n
  const bases = stated.map(({ revenue, units }) => (royalty.base === 'revenue' ? revenue?.minor : units))
  return bases.reduce<bigint | undefined>(
    (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
    0n,
  )
}

type Taxed = { readonly stated: readonly StatementLine[]; readonly claimed: bigint; readonly allowed: bigint }

function taxExceptions(licence: Licence, { stated, claimed, allowed }: Taxed): readonly MatchException[] {
  const { taxes } = licence
  if (taxes === undefined || claimed < 0n) return []
  const lines = stated.map(({ key }) => key)
  const check = (kind: ExceptionKind, found: bigint, ppb: bigint): readonly MatchException[] => {
    const off = found - mulDivHalfUp(claimed, { times: ppb, over: ONE_PPB_SCALE })
    return off > allowed || -off > allowed ? [termsException(kind, licence, { minor: off, lines })] : []
  }
  return [
    ...check(
      'vatDiffers',
      sumOf(stated, ({ vat }) => vat.minor),
      taxes.vatPpb,
    ),
    ...check(
      'withholdingDiffers',
      sumOf(stated, ({ withholding }) => withholding.minor),
      taxes.withholdingPpb,
    ),
  ]
}

function sumOf(lines: readonly StatementLine[], of: (line: StatementLine) => bigint): bigint {
  return lines.reduce((sum, line) => sum + of(line), 0n)
}

function termsException(
  kind: ExceptionKind,
  { licence, currency }: Licence,
  { minor, lines }: { readonly minor: bigint; readonly lines: readonly string[] },
): MatchException {
  return { kind, side: exceptionKinds[kind], amount: money(currency, minor), lines, credits: [], licence }
}
