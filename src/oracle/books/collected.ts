import type { BankEntry } from '../../bank/camt/entry.ts'
import type { Currency } from '../../domain/money.ts'
import { mulDivDown } from '../../domain/mulDiv.ts'
import type { Match, MatchException } from '../match/matching.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import type { MatchedUntil } from './matchUntil.ts'

/** What came in on one line up to a cut-off, in the currency in which it was paid. */
export type Collected = {
  readonly line: StatementLine
  readonly currency: Currency
  /** What the bank received. */
  readonly received: bigint
  /** Tax withheld, and what banks kept or rounding took within the tolerances. */
  readonly deductions: bigint
  /** What was matched of the line, and its deductions, in the currency of the line. */
  readonly matched: bigint
  readonly deducted: bigint
  readonly credits: readonly string[]
}

const KEPT_BACK = ['bankFee', 'roundedDown']
const ADDED = ['roundedUp', 'fxOver']

/** What was collected on each line, from the matches: every minor unit that was matched is on one line. */
export function collectedUntil(
  { matching, lines }: MatchedUntil,
  credits: readonly BankEntry[],
): ReadonlyMap<string, Collected> {
  const currencies = new Map(credits.map(({ key, amount }) => [key, amount.currency]))
  const keptBack = restsBy(matching.exceptions, { kinds: KEPT_BACK, of: each => each.lines })
  const added = restsBy(matching.exceptions, { kinds: ADDED, of: each => each.credits })
  const all = matching.matches.flatMap(match => ofMatch(match, { lines, currencies, keptBack, added }))
  return new Map(all.map(collected => [collected.line.key, collected]))
}

type Rests = ReadonlyMap<string, bigint>

function restsBy(
  exceptions: readonly MatchException[],
  {
    kinds,
    of,
  }: { readonly kinds: readonly string[]; readonly of: (exception: MatchException) => readonly string[] },
): Rests {
  const chosen = exceptions.filter(({ kind }) => kinds.includes(kind))
  return new Map(chosen.flatMap(each => of(each).map(key => [key, each.amount.minor] as const)))
}

type MatchFrame = {
  readonly lines: ReadonlyMap<string, StatementLine>
  readonly currencies: ReadonlyMap<string, Currency>
  readonly keptBack: Rests
  readonly added: Rests
}

/** Money of one match, on its lines in proportion to what was matched of each; the last one takes what rounding left. */
function ofMatch(match: Match, { lines, currencies, keptBack, added }: MatchFrame): readonly Collected[] {
  const [paid] = match.credits
  const currency = paid && currencies.get(paid.key)
  const whole = match.lines.reduce((sum, { amount }) => sum + amount.minor, 0n)
  if (currency === undefined || whole <= 0n) return []
  const received = match.credits.reduce(
    (sum, { key, amount }) => sum + amount.minor + (added.get(key) ?? 0n),
    0n,
  )
  const shares = match.lines.flatMap(({ key, amount }) => {
    const line = lines.get(key)
    return line === undefined ? [] : [{ line, matched: amount.minor }]
  })
  const isOwn = shares.every(({ line }) => line.currency === currency)
  const inCurrency = (minor: bigint): bigint =>
    isOwn ? minor : scaled(minor, { times: received, over: whole })
  let left = received
  return shares.map(({ line, matched }, index) => {
    const share = index === shares.length - 1 ? left : inCurrency(matched)
    left -= share
    const rest = keptBack.get(line.key) ?? 0n
    const deducted = withheldOf(line, matched + rest) + rest
    return Object.freeze({
      ...{ line, currency, received: share, matched, deducted },
      deductions: inCurrency(deducted),
      credits: match.credits.map(({ key }) => key),
    })
  })
}

/** The tax that was withheld from what was paid: all of it once the line is settled, before that its share. */
function withheldOf({ net, withholding }: StatementLine, settled: bigint): bigint {
  if (settled === net.minor || net.minor <= 0n) return withholding.minor
  return scaled(withholding.minor, { times: settled, over: net.minor })
}

/** Rounded towards zero, also below zero. */
function scaled(minor: bigint, ratio: { readonly times: bigint; readonly over: bigint }): bigint {
  return minor < 0n ? -mulDivDown(-minor, ratio) : mulDivDown(minor, ratio)
}
