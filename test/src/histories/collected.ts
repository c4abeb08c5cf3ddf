import { basename } from 'node:path'
import type { Deal } from '../../../src/deal/deal.ts'
import { fixingOf } from '../../../src/deal/history.ts'
import type { CollectionLine } from '../../../src/deal/schema/inputs.ts'
import { addDays, type Day, parseDay } from '../../../src/domain/dates.ts'
import { formatDecimal } from '../../../src/domain/decimals.ts'
import { type CurrencyCode, codeOf } from '../../../src/domain/money.ts'
import type { Matching } from '../../../src/oracle/match/matching.ts'
import { matchPeriod } from '../../../src/oracle/match/matchPeriod.ts'
import type { ReadBooks } from './readFolder.ts'

/** Everything matched up to the end of a period: all lines and credits until then, without a memory of earlier matchings. */
export function matchedUpTo(books: ReadBooks, period: number): Matching {
  const { periods, lines, credits } = books
  const [first, last] = [periods[0], periods[period - 1]]
  if (first === undefined || last === undefined) return { matches: [], exceptions: [], states: new Map() }
  return matchPeriod({
    ...books,
    span: { from: last.from, to: last.to },
    lines: lines.filter(({ place }) => statedFor(place.file) <= addDays(last.cutOff, PAYMENT_DAYS)),
    credits: credits.filter(({ bookedOn }) => bookedOn <= last.cutOff),
    states: new Map(),
  })
}

/** Days within which a payment date follows its cut-off. */
const PAYMENT_DAYS = 30n

/** The payment date for which a statement came, as its name says. */
function statedFor(file: string): Day {
  return parseDay(basename(file).slice(0, 10))
}

type Received = {
  readonly asset: string
  readonly kind: CollectionLine['kind']
  readonly currency: CurrencyCode
}

/** What was received up to the end of a period, in the currencies in which it came. */
function receivedUpTo(books: ReadBooks, period: number): ReadonlyMap<string, Received & { amount: bigint }> {
  const received = new Map<string, Received & { amount: bigint }>()
  const { matches, exceptions } = matchedUpTo(books, period)
  const keptBack = new Map(
    exceptions
      .filter(({ kind }) => kind === 'bankFee')
      .map(({ lines, amount }) => [lines[0], amount.minor] as const),
  )
  for (const { lines, credits } of matches) {
    const whole = lines.reduce((sum, { amount }) => sum + amount.minor, 0n)
    const came = credits.reduce((sum, { amount }) => sum + amount.minor, 0n)
    const [credit] = credits
    if (credit === undefined) continue
    let left = came
    for (const { key, amount } of lines)
      for (const [kind, part] of partsOf(books, key, amount.minor, keptBack.get(key)).toReversed()) {
        const share = kind === 'income' && lines.at(-1)?.key === key ? left : (came * part) / whole
        left -= share
        add(ownerOf(books, key), kind, codeOf(credit.amount.currency), share)
      }
  }
  return received

  function add(asset: string, kind: CollectionLine['kind'], currency: CurrencyCode, share: bigint): void {
    const key = `${asset} ${kind} ${currency}`
    received.set(key, { asset, kind, currency, amount: (received.get(key)?.amount ?? 0n) + share })
  }
}

/**
 * Income first, then principal, by the instalment of the line's period; what comes after a default is a recovery. What a bank
 * kept back comes off the income.
 */
function partsOf(
  books: ReadBooks,
  key: string,
  received: bigint,
  kept = 0n,
): readonly (readonly [CollectionLine['kind'], bigint])[] {
  const asset = books.assets.find(({ asset: name }) => name === ownerOf(books, key))
  const line = books.lines.find(each => each.key === key)
  const period = books.periods.findIndex(({ to }) => to === line?.span.to) + 1
  const isLost = books.defaults.some(
    each => each.period < period && each.defaults.some(lost => lost.asset === asset?.asset),
  )
  const paid = received + kept
  if (isLost) return [['recovery', paid]]
  const due = line?.line === '1' ? asset?.due.find(each => each.period === period) : undefined
  const income = due === undefined || paid < due.income ? paid : due.income
  return [
    ['income', income - kept],
    ['principal', paid - income],
  ]
}

function ownerOf({ lines, assets }: ReadBooks, key: string): string {
  const licence = lines.find(line => line.key === key)?.licence ?? ''
  return assets.find(({ licences }) => licences.includes(licence))?.asset ?? ''
}

/** The collections of a period: what was received up to its end and not up to the end of the one before. */
export function collectedIn(books: ReadBooks, deal: Deal, period: number): readonly CollectionLine[] {
  const before = receivedUpTo(books, period - 1)
  return [...receivedUpTo(books, period)].flatMap(([key, { amount, ...received }]) => {
    const came = amount - (before.get(key)?.amount ?? 0n)
    if (came === 0n) return []
    const line = { ...received, amount: came.toString() }
    if (received.currency === deal.file.currency) return [line]
    const fixing = fixingOf(deal, { currency: received.currency, row: period - 1 })
    return [{ ...line, fixing: formatDecimal(fixing.rateE9, 9) }]
  })
}

export function sortedLines(lines: readonly CollectionLine[]): readonly CollectionLine[] {
  const key = ({ asset, kind }: CollectionLine): string => `${asset} ${kind}`
  return lines.toSorted((left, right) => (key(left) < key(right) ? -1 : 1))
}
