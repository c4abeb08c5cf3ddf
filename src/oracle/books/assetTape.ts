import { canonicalJson } from '../../deal/canonicalJson.ts'
import type { MaturityClass } from '../../deal/schema/atoms.ts'
import type { Day } from '../../domain/dates.ts'
import { type Currency, type CurrencyCode, codeOf, formatMoney, money } from '../../domain/money.ts'
import type { StatementLine } from '../normalise/statementLine.ts'
import type { Asset } from './assets.ts'
import type { Books } from './books.ts'
import type { PeriodCollections } from './collections.ts'
import { isDefaulted } from './figures.ts'

export const tapeName = 'lingnan-tape/1'

/** Days since the oldest unpaid line was due. */
export type ArrearsBucket = 'none' | '1-30' | '31-90' | '91-180' | 'above 180'

/** One row of the asset tape: a claim as it stands when the books of a period close. */
export type TapeRow = {
  readonly asset: string
  readonly right: string
  readonly maturityClass: MaturityClass
  readonly period: number
  /** The instalment of the period, minor units of the licence's currency; none if nothing is scheduled. */
  readonly scheduled: { readonly income: bigint; readonly principal: bigint } | undefined
  /** What came in in the period, by the currency in which it came, minor units. */
  readonly received: readonly ReceivedAmounts[]
  /** What is stated and unpaid, by currency. */
  readonly overdue: readonly string[]
  readonly arrears: ArrearsBucket
  /** Performing balance, minor units of the deal's currency. */
  readonly balance: bigint
  readonly status: 'performing' | 'late' | 'defaulted'
}

export type ReceivedAmounts = {
  readonly currency: CurrencyCode
  readonly income: bigint
  readonly principal: bigint
  readonly deductions: bigint
}

type Closing = {
  /** The period whose books close. */
  readonly open: PeriodCollections
  /** Performing balance by claim, after that period. */
  readonly balances: ReadonlyMap<string, bigint>
}

/** The asset tape of a period, one row a claim: all of it follows from statements, bank files and the servicer's record. */
export function assetTape(books: Books, { open, balances }: Closing): readonly TapeRow[] {
  return books.assets.map(asset => rowOf(books, { asset, open, balance: balances.get(asset.asset) ?? 0n }))
}

/** What performs, by class: the figures of the report that follow from the tape. */
export function performingOf(rows: readonly TapeRow[], name: MaturityClass): bigint {
  return rows
    .filter(({ maturityClass }) => maturityClass === name)
    .reduce((sum, { balance }) => sum + balance, 0n)
}

type At = { readonly asset: Asset; readonly open: PeriodCollections }

function rowOf(books: Books, { asset, open, balance }: At & { readonly balance: bigint }): TapeRow {
  const due = asset.due.find(({ period }) => period === open.number)
  const overdue = overdueLines(books, { asset, open })
  const oldest = overdue.reduce<Day | undefined>(
    (day, { line }) => (day === undefined || line.span.to < day ? line.span.to : day),
    undefined,
  )
  const days = oldest === undefined ? 0n : open.matched.period.cutOff - oldest
  return Object.freeze({
    asset: asset.asset,
    right: asset.right,
    maturityClass: asset.maturityClass,
    period: open.number,
    scheduled: due === undefined ? undefined : { income: due.income, principal: due.principal },
    received: open.assets
      .filter(each => each.asset === asset)
      .map(({ currency, income, principal, deductions }) => ({
        ...{ currency: codeOf(currency), income, principal, deductions },
      })),
    overdue: sumsByCurrency(overdue),
    arrears: overdue.length === 0 ? 'none' : bucketOf(days),
    balance,
    status: statusOf(isDefaulted(books, asset, open.number), overdue.length > 0),
  })
}

type Overdue = { readonly line: StatementLine; readonly left: bigint }

/** What is unpaid of the lines of a claim at the cut-off. */
function overdueLines({ licences }: Books, { asset, open }: At): readonly Overdue[] {
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

const BUCKETS: readonly (readonly [days: bigint, name: ArrearsBucket])[] = [
  [30n, '1-30'],
  [90n, '31-90'],
  [180n, '91-180'],
]

function bucketOf(days: bigint): ArrearsBucket {
  return BUCKETS.find(([most]) => days <= most)?.[1] ?? 'above 180'
}

function statusOf(isInDefault: boolean, isOverdue: boolean): TapeRow['status'] {
  if (isInDefault) return 'defaulted'
  return isOverdue ? 'late' : 'performing'
}

/** A row as the evidence holds it and as the file of a tape writes it; amounts are decimal strings. */
export function rowData(row: TapeRow): unknown {
  return JSON.parse(
    JSON.stringify({ ...row, scheduled: row.scheduled ?? null }, (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  )
}

/** A row as one text: the same row gives the same text. */
export function rowText(row: TapeRow): string {
  return canonicalJson(rowData(row))
}

/** The tape as a file, `lingnan-tape/1`: one object a row, in the order of the claims and periods given. */
export function tapeFile(deal: string, rows: readonly TapeRow[]): unknown {
  return { schema: tapeName, deal, rows: rows.map(rowData) }
}

const COLUMNS = [
  ...['period', 'asset', 'right', 'maturityClass', 'scheduledIncome', 'scheduledPrincipal', 'currency'],
  ...['income', 'principal', 'deductions', 'overdue', 'arrears', 'balance', 'status'],
]

/** The tape as CSV: a line for each row, and one more for each further currency in which it was paid. */
export function tapeCsv(rows: readonly TapeRow[]): string {
  return [COLUMNS, ...rows.flatMap(csvLines)].map(cells => `${cells.join(',')}\n`).join('')
}

function csvLines(row: TapeRow): readonly (readonly string[])[] {
  const { asset, right, maturityClass, period, scheduled, received, overdue, arrears, balance, status } = row
  const head = [`${period}`, asset, right, maturityClass]
  const due = [`${scheduled?.income ?? ''}`, `${scheduled?.principal ?? ''}`]
  const tail = [overdue.join(' '), arrears, `${balance}`, status]
  const came = received.filter(({ income, principal }) => income + principal !== 0n)
  if (came.length === 0) return [[...head, ...due, '', '', '', '', ...tail]]
  return came.map(({ currency, income, principal, deductions }) => [
    ...[...head, ...due],
    ...[currency, `${income}`, `${principal}`, `${deductions}`],
    ...tail,
  ])
}
