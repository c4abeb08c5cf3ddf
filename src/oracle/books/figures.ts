import { maturities } from '../../domain/enumerations.ts'
import type { EntryId } from '../../domain/ids.ts'
import { formatMoney, money } from '../../domain/money.ts'
import { greatest, least } from '../../domain/mulDiv.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import type { Asset } from './assets.ts'
import type { Books } from './books.ts'
import type { PeriodCollections } from './collections.ts'
import type { FiledReport, LedgerFacts, PlanCredit } from './ledgerFacts.ts'
import { closedStreamSums, type StreamSums, type Summed, streamSums } from './streamSums.ts'

/** The figures of a report as books and ledger give them. */
export type Figures = Pick<
  CollectionReport,
  | 'income'
  | 'principal'
  | 'deductions'
  | 'receipts'
  | 'withServicer'
  | 'performing'
  | 'defaulted'
  | 'losses'
  | 'refundDue'
  | 'feesDue'
>

/** The same, or what stands in the way. */
export type Figured = { readonly kind: 'figures'; readonly figures: Figures } | Hindered

/** `open` passes with time; `differs` needs a person. */
export type Hindered = { readonly kind: 'open' | 'differs'; readonly reasons: readonly string[] }

type Amounts = { readonly income: bigint; readonly principal: bigint; readonly deductions: bigint }

const NOTHING: Amounts = { income: 0n, principal: 0n, deductions: 0n }

/** Figures of one stream for the last of some periods, which is open; those before it are closed. */
export function figuresOf(
  books: Books,
  {
    facts,
    periods,
    stream,
  }: {
    readonly facts: LedgerFacts
    readonly periods: readonly PeriodCollections[]
    readonly stream: number
  },
): Figured {
  const open = periods.at(-1)
  if (open === undefined) return { kind: 'open', reasons: ['no period is open'] }
  const at = { books, facts }
  const closed = periods.slice(0, -1)
  const sums = sumsOf(open, { ...at, stream })
  if (sums.kind !== 'sums') return { kind: sums.kind, reasons: [sums.reason] }
  let carried = NOTHING
  for (const period of closed) {
    const left = carriedOn(carried, { ...at, period, stream })
    if ('kind' in left) return left
    carried = left
  }
  const due = joined(sums.sums, carried)
  const receipts = receiptsOf(facts, { books, stream, number: open.number })
  const received = receipts.reduce((sum, { amount }) => sum + amount, 0n)
  const missing = due.income + due.principal - due.deductions - received
  const shown = (minor: bigint) => formatMoney(money(facts.currency, minor))
  if (missing < 0n)
    return {
      kind: 'differs',
      reasons: [`the plan account received ${shown(-missing)} that the books do not show`],
    }
  if (missing > 0n && facts.day < open.matched.period.sweptBy)
    return { kind: 'open', reasons: [`${shown(missing)} have not reached the plan account`] }
  const pool = stream === 1 ? poolOf(periods, at) : NO_POOL
  if ('kind' in pool) return pool
  const figures = {
    ...without(due, missing),
    receipts: receipts.map(({ entry }) => entry).toSorted(byNumber),
    withServicer: missing,
    ...pool,
    refundDue: pool.refundDue + due.refundDue,
  }
  return { kind: 'figures', figures: Object.freeze(figures) }
}

type At = { readonly books: Books; readonly facts: LedgerFacts }

export function byNumber(left: EntryId, right: EntryId): number {
  return left < right ? -1 : 1
}

/** Sums of a stream: of the open period by what is unspent, of a closed one by what its report spent. */
function sumsOf(
  { number, assets }: PeriodCollections,
  { books, facts, stream }: At & { readonly stream: number },
): Summed {
  const currency = books.terms.currencies[stream - 1]
  if (currency === undefined) return { kind: 'differs', reason: `the books have no stream ${stream}` }
  const credits = receiptsOf(facts, { books, stream, number })
  const carried = { place: { own: facts.currency, currency }, credits }
  return BigInt(number) === facts.period ? streamSums(assets, carried) : closedStreamSums(assets, carried)
}

/** Standing reports of a stream in a period, oldest first. */
export function standingIn(
  { reports }: LedgerFacts,
  { stream, number }: { readonly stream: number; readonly number: number },
): readonly FiledReport[] {
  return reports.filter(
    ({ stage, report }) =>
      stage === 'Standing' && report.stream === stream && report.period === BigInt(number),
  )
}

/**
 * The credits that a report of a stream rests on: those that no other standing report spent. Of a period that is closed, those
 * that its own report spent.
 */
function receiptsOf(
  facts: LedgerFacts,
  { books, stream, number }: { readonly books: Books; readonly stream: number; readonly number: number },
): readonly PlanCredit[] {
  const standing = standingIn(facts, { stream, number })
  const own = new Set(standing.flatMap(({ report }) => report.receipts))
  if (BigInt(number) !== facts.period) return facts.credits.filter(({ entry }) => own.has(entry))
  const spent = new Set(
    facts.reports.filter(({ stage }) => stage === 'Standing').flatMap(({ report }) => report.receipts),
  )
  const currency = books.terms.currencies[stream - 1]
  return facts.credits.filter(
    ({ entry, sold }) =>
      (sold?.currency ?? facts.currency) === currency && (own.has(entry) || !spent.has(entry)),
  )
}

type Due = Amounts & { readonly refundDue: bigint }

/** What was collected with what closed periods left: more of it is collected now, less of it is owed back. */
function joined({ income, principal, deductions }: Amounts, carried: Amounts): Due {
  const net = carried.income + carried.principal - carried.deductions
  const owed = net < 0n ? -net : 0n
  const sum =
    net < 0n
      ? { income, principal, deductions }
      : {
          income: income + carried.income,
          principal: principal + carried.principal,
          deductions: deductions + carried.deductions,
        }
  const shifted = {
    income: sum.income + least(sum.principal, 0n) - least(sum.deductions, 0n),
    principal: greatest(sum.principal, 0n),
    deductions: greatest(sum.deductions, 0n),
  }
  const fromPrincipal = least(greatest(-shifted.income, 0n), shifted.principal)
  const left = shifted.income + fromPrincipal
  return {
    income: greatest(left, 0n),
    principal: shifted.principal - fromPrincipal,
    deductions: shifted.deductions,
    refundDue: owed + greatest(-left, 0n),
  }
}

/** What has not reached the plan account is not reported as collected: principal first, since receipts pay income first. */
function without({ income, principal, deductions }: Amounts, missing: bigint): Amounts {
  const fromPrincipal = least(principal, missing)
  return { income: income - (missing - fromPrincipal), principal: principal - fromPrincipal, deductions }
}

/** What a closed period leaves for the next: what its report should say by now, less what it says. */
function carriedOn(
  carry: Amounts,
  { books, facts, period, stream }: At & { readonly period: PeriodCollections; readonly stream: number },
): Amounts | Hindered {
  const sums = sumsOf(period, { books, facts, stream })
  if (sums.kind !== 'sums') return { kind: sums.kind, reasons: [`period ${period.number}: ${sums.reason}`] }
  const { refundDue, ...due } = joined(sums.sums, carry)
  const stated = standingIn(facts, { stream, number: period.number }).map(({ report }) => report)
  const told = (of: (report: CollectionReport) => bigint): bigint =>
    stated.reduce((sum, report) => sum + of(report), 0n)
  const refunds = refundDue + (stream === 1 ? (servicingOf(books, period.number)?.refundDue ?? 0n) : 0n)
  return {
    income: due.income - told(({ income }) => income) - (refunds - told(report => report.refundDue)),
    principal: due.principal - told(({ principal }) => principal),
    deductions: due.deductions - told(({ deductions }) => deductions),
  }
}

type PoolFigures = Pick<Figures, 'performing' | 'defaulted' | 'losses' | 'refundDue' | 'feesDue'>

const NO_POOL: PoolFigures = {
  performing: [0n, 0n, 0n, 0n],
  defaulted: 0n,
  losses: 0n,
  refundDue: 0n,
  feesDue: [],
}

export function servicingOf({ servicing }: Books, number: number): Books['servicing'][number] | undefined {
  return servicing.find(({ period }) => period === number)
}

/** What concerns the pool as a whole; the first stream states it. */
function poolOf(periods: readonly PeriodCollections[], at: At): PoolFigures | Hindered {
  const balances = balancesOf(periods, at)
  if ('kind' in balances) return balances
  const performing = (name: string): bigint =>
    at.books.assets
      .filter(({ maturityClass }) => maturityClass.toLowerCase() === name.toLowerCase())
      .reduce((sum, { asset }) => sum + (balances.get(asset) ?? 0n), 0n)
  const [none, stable, pilotPassed, early] = maturities
  const told = servicingOf(at.books, periods.length)
  const sum = (amounts: readonly { readonly amount: bigint }[] = []): bigint =>
    amounts.reduce((total, { amount }) => total + amount, 0n)
  return {
    performing: [performing(none), performing(stable), performing(pilotPassed), performing(early)],
    defaulted: sum(told?.defaults),
    losses: sum(told?.losses),
    refundDue: told?.refundDue ?? 0n,
    feesDue: told?.feesDue ?? [],
  }
}

/** Performing balance by claim: what it was, less the principal that was paid before it was in default, and what is in default. */
export function balancesOf(
  periods: readonly PeriodCollections[],
  { books, facts }: At,
): ReadonlyMap<string, bigint> | Hindered {
  const balances = new Map(books.assets.map(({ asset, balance }) => [asset, balance]))
  for (const period of periods) {
    for (let stream = 1; stream <= books.terms.currencies.length; stream += 1) {
      const sums = sumsOf(period, { books, facts, stream })
      if (sums.kind !== 'sums') return { kind: sums.kind, reasons: [`stream ${stream}: ${sums.reason}`] }
      lower(balances, { sums: sums.sums, period })
    }
    for (const { asset, amount } of servicingOf(books, period.number)?.defaults ?? [])
      balances.set(asset, greatest((balances.get(asset) ?? 0n) - amount, 0n))
  }
  return balances
}

function lower(
  balances: Map<string, bigint>,
  { sums, period }: { readonly sums: StreamSums; readonly period: PeriodCollections },
): void {
  for (const [asset, principal] of sums.principalOf)
    if (!period.defaultedBefore.has(asset))
      balances.set(asset, greatest((balances.get(asset) ?? 0n) - principal, 0n))
}

/** Whether an asset is a claim in default by a period. */
export function isDefaulted({ servicing }: Books, asset: Asset, number: number): boolean {
  return servicing.some(
    ({ period, defaults }) => period <= number && defaults.some(each => each.asset === asset.asset),
  )
}
