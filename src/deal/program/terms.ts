import type { Day } from '../../domain/dates.ts'
import { fractionOf } from '../../domain/dayCount.ts'
import type { Deal, Tranche } from '../deal.ts'
import { offices } from '../schema/atoms.ts'
import type { Draft } from './draft.ts'
import type { CellName } from './namedOperation.ts'

/** Everything the writers of a program share: the deal, the draft, and the names of the cells. */
export type Writing = {
  readonly deal: Deal
  readonly draft: Draft
  readonly days: DayTerms
}

/** Cells of the days of a period: a column for the days, and one for the days of the year where they vary. */
export type DayTerms = {
  readonly days: CellName
  readonly denominator: bigint
  readonly denominatorCell: CellName | null
}

export type Part = { readonly numerator: bigint; readonly denominator: bigint }

export const accountCell = (id: string): CellName => `account:${id}`
export const supportCell = (id: string): CellName => `support:${id}`
export const owedCell = (id: string): CellName => `owed:${id}`
export const leftCell = (id: string): CellName => `left:${id}`
/** What is left of a commitment at the start of a period; a dry run, which lends without limit, leaves it as it is. */
export const drawableCell = (id: string): CellName => `drawable:${id}`
export const balanceCell = (id: string): CellName => `balance:${id}`
export const interestCell = (id: string): CellName => `interestDue:${id}`
export const stepUpCell = (id: string): CellName => `stepUpDue:${id}`
export const onArrearsCell = (id: string): CellName => `interestOnArrears:${id}`
export const principalCell = (id: string): CellName => `principalDue:${id}`
export const deficiencyCell = (id: string): CellName => `deficiency:${id}`
export const feeCell = (id: string): CellName => `feeDue:${id}`
export const feeOverCell = (id: string): CellName => `feeOver:${id}`
export const taxCell: CellName = 'taxDue'
export const taxPaidCell: CellName = 'cumulativeTaxPaid'
export const refundOverCell: CellName = 'refundOver'
export const incomeCell: CellName = 'arrival:income'
export const principalArrivalCell: CellName = 'arrival:principal'

/** Place of an office in the enum of the contracts, which starts with None. */
export function officeNumber(office: (typeof offices)[number]): number {
  return 1 + offices.indexOf(office)
}

export function payeeOf(
  draft: Draft,
  tranche: Tranche,
  kind: 'interest' | 'principal' | 'residual',
): CellName {
  return draft.payee(`paid:${kind}:${tranche.id}`, { kind, ref: tranche.ordinal })
}

/** The cell that names an account of the calculation or a support. */
export function sourceCell(deal: Deal, id: string): CellName {
  return deal.supports.some(support => support.id === id) ? supportCell(id) : accountCell(id)
}

/** The first day of a row of the schedule. */
export function startOf(deal: Deal, row: number): Day {
  return (row === 0 ? undefined : deal.dates[row - 1]?.day) ?? deal.accrualStart
}

/** The part of a year that each row of the schedule spans. */
export function partsOf(deal: Deal): readonly Part[] {
  return deal.dates.map(({ day }, row) =>
    fractionOf({ convention: deal.convention }, { start: startOf(deal, row), end: day }),
  )
}

/** Declares the columns for parts of a year; the days of the year stand in the step where they never vary. */
export function declareDays(
  draft: Draft,
  { name, parts }: { readonly name: string; readonly parts: readonly Part[] },
): DayTerms {
  const days = draft.scheduled(`scheduled:days${name}`, row => parts[row]?.numerator ?? 0n)
  const [first, ...others] = new Set(parts.map(({ denominator }) => denominator))
  if (first !== undefined && others.length === 0) return { days, denominator: first, denominatorCell: null }
  const cell = draft.scheduled(`scheduled:yearDays${name}`, row => parts[row]?.denominator ?? 1n)
  return { days, denominator: 0n, denominatorCell: cell }
}

/** The sum of cells in a fresh temp. */
export function sumOf(draft: Draft, cells: readonly CellName[]): CellName {
  const sum = draft.temp()
  for (const from of cells) draft.add({ from, to: sum })
  return sum
}

export function reducedScale(k1: bigint, k2: bigint): { readonly k1: bigint; readonly k2: bigint } {
  const divisor = greatestDivisor(k1, k2)
  return { k1: k1 / divisor, k2: k2 / divisor }
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? (left === 0n ? 1n : left) : greatestDivisor(right, left % right)
}
