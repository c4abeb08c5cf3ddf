import type { BankEntry } from '../../bank/camt/entry.ts'
import type { Day } from '../../domain/dates.ts'
import { type Currency, type Money, money } from '../../domain/money.ts'
import { least, mulDivDown } from '../../domain/mulDiv.ts'
import { type Fixing, ONE_PPB_SCALE } from '../../domain/rates.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import type { Licence } from './licence.ts'
import {
  creditException,
  type DatedFixing,
  type ExceptionKind,
  lineException,
  type Match,
  type MatchException,
  type Share,
} from './matching.ts'
import type { Tolerances } from './tolerances.ts'

/** Lines of one currency and credits of one currency that belong together. */
export type Bundle = {
  readonly by: Match['by']
  /** Older lines first: they are paid first (Civil Code of the PRC, article 560). */
  readonly lines: readonly StatementLine[]
  readonly credits: readonly BankEntry[]
}

export type Settled = { readonly matches: readonly Match[]; readonly exceptions: readonly MatchException[] }

export type SettleFrame = {
  readonly licences: ReadonlyMap<string, Licence>
  readonly fixings: readonly DatedFixing[]
  readonly tolerances: Tolerances
}

/**
 * Lines against credits. What both sides have in common is matched; the rest of either side is one difference, named by
 * what the tolerances make of it. Every minor unit of a line or credit is in the match or in an exception.
 */
export function settle(bundle: Bundle, frame: SettleFrame): Settled {
  const worths = worthsOf(bundle, frame)
  if (worths === undefined) return withoutFixing(bundle)
  const { lines, credits } = bundle
  const owed = lines.reduce((sum, { net }) => sum + net.minor, 0n)
  const received = worths.reduce((sum, { worth }) => sum + worth, 0n)
  if (owed <= 0n) return unmatched(bundle)
  const short = owed > received ? owed - received : 0n
  const over = received > owed ? received - owed : 0n
  const isConverted = lines[0]?.currency !== credits[0]?.amount.currency
  const tolerance = { ...frame.tolerances, owed, isConverted, currency: lines[0]?.currency }
  const lineRests = restsOf(
    lines.map(({ net }) => net.minor),
    short,
  )
  const creditRests = creditRestsOf(worths, over)
  const match: Match = {
    by: bundle.by,
    lines: shares(lines.map(({ key, net }, index) => ({ key, amount: less(net, lineRests[index]) }))),
    credits: shares(
      credits.map(({ key, amount }, index) => ({ key, amount: less(amount, creditRests[index]) })),
    ),
  }
  const shortKind = shortKindOf(short, tolerance)
  const overKind = overKindOf(over, tolerance)
  const exceptions = [
    ...lines.flatMap((line, index) => lineRest(line, lineRests[index] ?? 0n, shortKind)),
    ...credits.flatMap((credit, index) => {
      const rest = creditRests[index] ?? 0n
      return rest === 0n ? [] : [creditException(overKind, credit, rest)]
    }),
  ]
  return { matches: [match], exceptions }
}

function shares(all: readonly Share[]): readonly Share[] {
  return all.filter(({ amount }) => amount.minor !== 0n)
}

function less(amount: Money, rest = 0n): Money {
  return money(amount.currency, amount.minor - rest)
}

/** A line of which nothing was paid is unpaid, whatever the difference of its bundle is called. */
function lineRest(line: StatementLine, rest: bigint, kind: ExceptionKind): readonly MatchException[] {
  if (rest === 0n) return []
  const named = kind === 'shortPaid' && rest === line.net.minor ? 'unpaid' : kind
  return [lineException(named, line, money(line.currency, rest))]
}

/** What of each amount is left open if a sum of them is missing: the last ones first, never more than they are. */
function restsOf(amounts: readonly bigint[], missing: bigint): readonly bigint[] {
  let left = missing
  return amounts
    .toReversed()
    .map(amount => {
      const rest = amount <= 0n ? 0n : least(amount, left)
      left -= rest
      return rest
    })
    .toReversed()
}

type Worth = { readonly minor: bigint; readonly worth: bigint; readonly fixing: Fixing | undefined }

/** What each credit is worth in the currency of the lines, rounded down; nothing where a fixing is missing. */
function worthsOf({ lines, credits }: Bundle, frame: SettleFrame): readonly Worth[] | undefined {
  const currency = lines[0]?.currency
  const worths = credits.map(credit => {
    const { currency: paidIn, minor } = credit.amount
    if (paidIn === currency) return { minor, worth: minor, fixing: undefined }
    const fixing = currency === undefined ? undefined : fixingFor(credit, { lines, currency, frame })
    if (fixing === undefined) return undefined
    return { minor, worth: mulDivDown(minor, { times: ONE_PPB_SCALE, over: fixing.rateE9 }), fixing }
  })
  const known = worths.filter(each => each !== undefined)
  return known.length === worths.length ? known : undefined
}

function fixingFor(
  { amount, bookedOn }: BankEntry,
  {
    lines,
    currency,
    frame,
  }: { readonly lines: readonly StatementLine[]; readonly currency: Currency; readonly frame: SettleFrame },
): Fixing | undefined {
  const clause = frame.licences.get(lines[0]?.licence ?? '')?.fx
  const ends = lines.map(({ span }) => span.to)
  const day = clause?.fixing === 'booked' ? bookedOn : ends.reduce<Day | undefined>(later, undefined)
  return frame.fixings.find(
    ({ on, fixing }) => on === day && fixing.from === currency && fixing.to === amount.currency,
  )?.fixing
}

function later(left: Day | undefined, right: Day): Day {
  return left === undefined || right > left ? right : left
}

/** The surplus in the credits' own currency, the last credits first. */
function creditRestsOf(worths: readonly Worth[], over: bigint): readonly bigint[] {
  const rests = restsOf(
    worths.map(({ worth }) => worth),
    over,
  )
  return worths.map(({ fixing }, index) => {
    const rest = rests[index] ?? 0n
    return fixing === undefined ? rest : mulDivDown(rest, { times: fixing.rateE9, over: ONE_PPB_SCALE })
  })
}

type Difference = Tolerances & {
  readonly owed: bigint
  readonly isConverted: boolean
  readonly currency: Currency | undefined
}

function shortKindOf(short: bigint, difference: Difference): ExceptionKind {
  const { currency } = difference
  if (currency === undefined) return 'shortPaid'
  if (difference.isConverted && short <= fxAllowance(difference)) return 'fxShort'
  if (short <= difference.rounding(currency)) return 'roundedDown'
  return short <= difference.bankFee(currency) ? 'bankFee' : 'shortPaid'
}

function overKindOf(over: bigint, difference: Difference): ExceptionKind {
  const { currency } = difference
  if (currency === undefined) return 'overpaid'
  if (difference.isConverted && over <= fxAllowance(difference)) return 'fxOver'
  return over <= difference.rounding(currency) ? 'roundedUp' : 'overpaid'
}

function fxAllowance({ owed, fxPpb }: Difference): bigint {
  return mulDivDown(owed, { times: fxPpb, over: ONE_PPB_SCALE })
}

function withoutFixing({ lines, credits }: Bundle): Settled {
  const exceptions = [
    ...lines.map(line => lineException('fixingMissing', line)),
    ...credits.map(credit => creditException('fixingMissingForCredit', credit, credit.amount.minor)),
  ]
  return { matches: [], exceptions }
}

/** Lines that together claim nothing cannot carry money. */
export function unmatched({ lines, credits }: Pick<Bundle, 'lines' | 'credits'>): Settled {
  const exceptions = [
    ...lines.filter(({ net }) => net.minor !== 0n).map(line => lineException('unpaid', line)),
    ...credits.map(credit => creditException('unidentified', credit, credit.amount.minor)),
  ]
  return { matches: [], exceptions }
}
