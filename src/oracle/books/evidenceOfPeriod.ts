import { canonicalJson } from '../../deal/canonicalJson.ts'
import { formatMoney, money } from '../../domain/money.ts'
import { lineFacts } from '../evidence/evidence.ts'
import { assetTape, rowText, type TapeRow } from './assetTape.ts'
import type { Books } from './books.ts'
import type { Collected } from './collected.ts'
import type { PeriodCollections } from './collections.ts'
import { subjectsOf } from './decisions.ts'

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
  const tape = assetTape(books, { open, balances }).map(tapeFact)
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

/** One row of the asset tape. */
function tapeFact(row: TapeRow): Fact {
  return { id: `tape ${row.asset}`, content: rowText(row) }
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
