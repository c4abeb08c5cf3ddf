import { canonicalJson } from '../../deal/canonicalJson.ts'
import type { Day } from '../../domain/dates.ts'
import { type Currency, codeOf, formatMoney, money } from '../../domain/money.ts'
import { lineFacts } from '../evidence/evidence.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import type { Asset } from './assets.ts'
import type { Books } from './books.ts'
import type { Collected } from './collected.ts'
import type { PeriodCollections } from './collections.ts'
import { subjectsOf } from './decisions.ts'
import { isDefaulted } from './figures.ts'

/** One fact behind a report, without its salt. */
export type Fact = { readonly id: string; readonly content: string }

/**
 * What stands behind the report of one stream: each line on which money came, with what came; and behind that of the first
 * stream the asset tape and the exceptions that were left, each with its amount.
 */
export function factsBehind(
  books: Books,
  {
    periods,
    stream,
    balances,
  }: {
    readonly periods: readonly PeriodCollections[]
    readonly stream: number
    readonly balances: ReadonlyMap<string, bigint>
  },
): readonly Fact[] {
  const open = periods.at(-1)
  const currency = books.terms.currencies[stream - 1]
  if (open === undefined || currency === undefined) return []
  const lines = open.lines.filter(each => each.currency === currency).map(lineFact)
  if (stream !== 1) return lines
  const tape = books.assets.map(asset =>
    tapeFact(books, { asset, open, balance: balances.get(asset.asset) ?? 0n }),
  )
  return [...lines, ...tape, ...exceptionFacts(open)]
}

function lineFact({ line, currency, received, deductions, matched, credits }: Collected): Fact {
  const content = {
    ...lineFacts(line, { matched: money(line.currency, matched), credits }),
    received: formatMoney(money(currency, received)),
    deductions: formatMoney(money(currency, deductions)),
  }
  return { id: line.key, content: canonicalJson(content) }
}

type Tape = { readonly asset: Asset; readonly open: PeriodCollections; readonly balance: bigint }

/** One row of the asset tape: what was scheduled and received, what is overdue and since when, and what is left of the claim. */
function tapeFact(books: Books, { asset, open, balance }: Tape): Fact {
  const due = asset.due.find(({ period }) => period === open.number)
  const overdue = overdueLines(books, { asset, open })
  const oldest = overdue.reduce<Day | undefined>(
    (day, { line }) => (day === undefined || line.span.to < day ? line.span.to : day),
    undefined,
  )
  const days = oldest === undefined ? 0n : open.matched.period.cutOff - oldest
  const content = {
    asset: asset.asset,
    right: asset.right,
    period: open.number,
    scheduled: due === undefined ? null : { income: `${due.income}`, principal: `${due.principal}` },
    received: open.assets
      .filter(each => each.asset === asset)
      .map(({ currency, income, principal, deductions }) => ({
        currency: codeOf(currency),
        income: `${income}`,
        principal: `${principal}`,
        deductions: `${deductions}`,
      })),
    overdue: sumsByCurrency(overdue),
    arrears: bucketOf(days),
    balance: `${balance}`,
    status: statusOf(isDefaulted(books, asset, open.number), overdue.length > 0),
  }
  return { id: `tape ${asset.asset}`, content: canonicalJson(content) }
}

type Overdue = { readonly line: StatementLine; readonly left: bigint }

/** What is unpaid of the lines of a claim at the cut-off. */
function overdueLines({ licences }: Books, { asset, open }: Omit<Tape, 'balance'>): readonly Overdue[] {
  const own = new Set(licences.map(({ licence }) => licence).filter(name => asset.licences.includes(name)))
  return open.matched.exceptions
    .filter(({ kind, licence = '' }) => ['unpaid', 'shortPaid'].includes(kind) && own.has(licence))
    .flatMap(({ lines: [key = ''], amount }) => {
      const line = open.matched.lines.get(key)
      return line === undefined ? [] : [{ line, left: amount.minor }]
    })
}

function sumsByCurrency(overdue: readonly Overdue[]): readonly string[] {
  const sums = new Map<Currency, bigint>()
  for (const { line, left } of overdue) sums.set(line.currency, (sums.get(line.currency) ?? 0n) + left)
  return [...sums].map(([currency, minor]) => formatMoney(money(currency, minor))).toSorted()
}

const BUCKETS: readonly (readonly [days: bigint, name: string])[] = [
  [0n, 'none'],
  [30n, '1-30'],
  [90n, '31-90'],
  [180n, '91-180'],
]

function bucketOf(days: bigint): string {
  return BUCKETS.find(([most]) => days <= most)?.[1] ?? 'above 180'
}

function statusOf(isInDefault: boolean, isOverdue: boolean): string {
  if (isInDefault) return 'defaulted'
  return isOverdue ? 'late' : 'performing'
}

/** Exceptions that stood when the books closed; two that say the same are told apart by their number. */
function exceptionFacts({ matched }: PeriodCollections): readonly Fact[] {
  const counts = new Map<string, number>()
  return matched.exceptions.map(exception => {
    const { kind, amount, lines, credits, licence, weight } = exception
    const name = `${kind} ${subjectsOf(exception).join(' ')}`
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    const content = { kind, weight, amount: formatMoney(amount), lines, credits, licence }
    return { id: `exception ${count} ${name}`, content: canonicalJson(content) }
  })
}
