import { groupBy } from '../../domain/groupBy.ts'
import type { Currency } from '../../domain/money.ts'
import { least, mulDivDown } from '../../domain/mulDiv.ts'
import type { Asset } from './assets.ts'
import type { Books } from './books.ts'
import { type Collected, collectedUntil } from './collected.ts'
import { type MatchedUntil, matchUntil } from './matchUntil.ts'

/** What came in on one claim in one currency. */
export type AssetCollection = {
  readonly asset: Asset
  readonly currency: Currency
  readonly income: bigint
  /** Recoveries included. */
  readonly principal: bigint
  readonly deductions: bigint
}

/** What the books say of one period: all that came in between two cut-offs, by line and by claim. */
export type PeriodCollections = {
  readonly number: number
  readonly matched: MatchedUntil
  readonly lines: readonly Collected[]
  readonly assets: readonly AssetCollection[]
  /** Claims in default before this period began, and those that are from it on. */
  readonly defaultedBefore: ReadonlySet<string>
}

/**
 * Collections of every period up to one, from the books as they are now: what was matched up to the cut-off of a period,
 * less what was up to the one before. Late cash is so counted in the period in which it came.
 */
export function collectionsUntil(books: Books, number: number): readonly PeriodCollections[] {
  let before: ReadonlyMap<string, Collected> = new Map()
  let split: ReadonlyMap<string, AssetCollection> = new Map()
  return Array.from({ length: number }, (_, index) => {
    const matched = matchUntil(books, index + 1)
    const until = collectedUntil(matched, books.credits)
    const splitUntil = splitOf(until, books)
    const defaultedBefore = defaultedUntil(books, index)
    const collections = {
      number: index + 1,
      matched,
      lines: increments(until, before),
      assets: grown(splitUntil, split).map(each => asRecovery(each, defaultedBefore)),
      defaultedBefore,
    }
    before = until
    split = splitUntil
    return Object.freeze(collections)
  })
}

function defaultedUntil({ servicing }: Books, number: number): ReadonlySet<string> {
  const told = servicing.filter(({ period }) => period <= number)
  return new Set(told.flatMap(({ defaults }) => defaults.map(({ asset }) => asset)))
}

/** What is received on a claim in default is principal. */
function asRecovery(each: AssetCollection, defaulted: ReadonlySet<string>): AssetCollection {
  if (!defaulted.has(each.asset.asset)) return each
  return { ...each, income: 0n, principal: each.income + each.principal }
}

/** What grew on each line; nothing for lines on which nothing changed. */
function increments(
  until: ReadonlyMap<string, Collected>,
  before: ReadonlyMap<string, Collected>,
): readonly Collected[] {
  const keys = [...new Set([...until.keys(), ...before.keys()])].toSorted()
  return keys.flatMap(key => {
    const [now, then] = [until.get(key), before.get(key)]
    const one = now ?? then
    if (one === undefined) return []
    if (now !== undefined && then !== undefined && now.currency !== then.currency)
      return [negative(then), now]
    const less = (of: (each: Collected) => bigint): bigint =>
      (now === undefined ? 0n : of(now)) - (then === undefined ? 0n : of(then))
    const grownBy = {
      ...one,
      received: less(each => each.received),
      deductions: less(each => each.deductions),
      matched: less(each => each.matched),
      deducted: less(each => each.deducted),
      credits: one.credits.filter(credit => !(then?.credits ?? []).includes(credit) || now === undefined),
    }
    return grownBy.received === 0n && grownBy.deductions === 0n ? [] : [grownBy]
  })
}

function negative(each: Collected): Collected {
  return {
    ...each,
    received: -each.received,
    deductions: -each.deductions,
    matched: -each.matched,
    deducted: -each.deducted,
  }
}

/**
 * Income and principal of what was collected: what is received on a line pays the instalment of the line's own period,
 * income first, then principal; what goes beyond the instalment is income.
 */
function splitOf(
  collected: ReadonlyMap<string, Collected>,
  books: Books,
): ReadonlyMap<string, AssetCollection> {
  const assets = new Map(
    books.assets.flatMap(asset => asset.licences.map(licence => [licence, asset] as const)),
  )
  const parts = [...collected.values()].flatMap(each => {
    const asset = assets.get(each.line.licence)
    return asset === undefined ? [] : [{ each, asset, period: periodOfLine(each, books) }]
  })
  const paid = groupBy(parts, ({ each, asset, period }) => `${asset.asset} ${period} ${each.currency}`)
  const sums = new Map<string, AssetCollection>()
  for (const group of paid.values()) {
    const [first] = group
    if (first === undefined) continue
    const { asset, period, each } = first
    const split = splitInstalment(
      group.map(part => part.each),
      asset.due.find(due => due.period === period),
    )
    const key = `${asset.asset} ${each.currency}`
    const known = sums.get(key) ?? {
      asset,
      currency: each.currency,
      income: 0n,
      principal: 0n,
      deductions: 0n,
    }
    sums.set(key, {
      ...known,
      income: known.income + split.income,
      principal: known.principal + split.principal,
      deductions: known.deductions + split.deductions,
    })
  }
  return sums
}

/** The period of the deal in which the period of a line ends; none for lines of before. */
function periodOfLine({ line: { span } }: Collected, { terms: { periods } }: Books): number {
  return periods.findIndex(({ from, to }) => span.to >= from && span.to <= to) + 1
}

type Split = { readonly income: bigint; readonly principal: bigint; readonly deductions: bigint }

/** The instalment stands in the currency of the licence; money of another one is split in the same proportion. */
function splitInstalment(collected: readonly Collected[], due: Asset['due'][number] | undefined): Split {
  const sum = (of: (each: Collected) => bigint): bigint =>
    collected.reduce((total, each) => total + of(each), 0n)
  const deductions = sum(each => each.deductions)
  const gross = sum(each => each.received) + deductions
  const stated = sum(each => each.matched + each.deducted)
  if (due === undefined || stated <= due.income || gross <= 0n)
    return { income: gross, principal: 0n, deductions }
  const principal = least(stated - due.income, due.principal)
  const isOwn = collected.every(({ line, currency }) => line.currency === currency)
  const paid = isOwn ? principal : mulDivDown(gross, { times: principal, over: stated })
  return { income: gross - paid, principal: paid, deductions }
}

function grown(
  until: ReadonlyMap<string, AssetCollection>,
  before: ReadonlyMap<string, AssetCollection>,
): readonly AssetCollection[] {
  const keys = [...new Set([...until.keys(), ...before.keys()])].toSorted()
  return keys.flatMap(key => {
    const [now, then] = [until.get(key), before.get(key)]
    const one = now ?? then
    if (one === undefined) return []
    return [
      {
        asset: one.asset,
        currency: one.currency,
        income: (now?.income ?? 0n) - (then?.income ?? 0n),
        principal: (now?.principal ?? 0n) - (then?.principal ?? 0n),
        deductions: (now?.deductions ?? 0n) - (then?.deductions ?? 0n),
      },
    ]
  })
}
