import { ONE_PPB_SCALE, parseRate } from '../../domain/rates.ts'
import type { Scale } from '../../waterfall/program.ts'
import type { Fee } from '../deal.ts'
import { writeAccruals } from './accruals.ts'
import { constant } from './draft.ts'
import type { CellName } from './namedOperation.ts'
import { writePrincipalDue } from './principalDue.ts'
import {
  accountCell,
  balanceCell,
  deficiencyCell,
  drawableCell,
  feeCell,
  feeOverCell,
  incomeCell,
  officeNumber,
  owedCell,
  principalArrivalCell,
  reducedScale,
  refundOverCell,
  sumOf,
  taxCell,
  taxPaidCell,
  type Writing,
} from './terms.ts'

/** What the triggers compare with: the collections of the period, after refunds. */
export type Collected = { readonly collected: CellName }

/** The start of a period: cash is taken in, and everything that falls due is added to what is still due. */
export function writeOpening(writing: Writing): Collected {
  const { draft, deal } = writing
  const opening = { path: null, mode: 'any', pass: 'opening' } as const
  let collected: CellName = ''
  draft.section({ ...opening, step: 'collect' }, () => {
    collected = writeCollections(writing)
  })
  draft.section({ ...opening, step: 'refund' }, () => writeRefund(writing, collected))
  draft.section({ ...opening, step: 'fees due' }, () => {
    for (const fee of deal.fees) writeFeeDue(fee, writing)
  })
  draft.section({ ...opening, step: 'interest due' }, () => writeAccruals(writing))
  draft.section({ ...opening, step: 'principal due' }, () => writePrincipalDue(writing))
  draft.section({ ...opening, step: 'losses' }, () => writeLosses(writing))
  return { collected }
}

function writeCollections({ deal, draft }: Writing): CellName {
  const { income, principal } = deal.accounts
  const collected = sumOf(draft, [incomeCell, principalArrivalCell])
  if (deal.tax !== null) {
    const { ratePpb, inclusive } = deal.tax
    const scale = reducedScale(ratePpb, inclusive ? ONE_PPB_SCALE + ratePpb : ONE_PPB_SCALE)
    writeTaxDue({ basis: deal.tax.basis, scale, writing: { deal, draft } })
  }
  draft.pay({ from: incomeCell, due: null, to: accountCell(income) })
  draft.pay({ from: principalArrivalCell, due: null, to: accountCell(principal) })
  return collected
}

type TaxTerms = {
  readonly basis: 'period' | 'cumulative'
  readonly scale: Scale
  readonly writing: Pick<Writing, 'deal' | 'draft'>
}

/** Tax on the income of the period is added to what is due; tax since closing is due less what was paid of it. */
function writeTaxDue({ basis, scale, writing: { deal, draft } }: TaxTerms): void {
  const due = { scale, rounding: deal.rounding.tax, to: draft.state(taxCell) }
  if (basis === 'period') {
    draft.add({ from: incomeCell, ...due })
    return
  }
  const income = draft.state('cumulativeIncome')
  draft.add({ from: incomeCell, to: income })
  draft.gap({ from: income, less: draft.state(taxPaidCell), ...due })
}

/** Corrections of earlier periods are paid first; what exceeds the cap of a period ranks with junior fees. */
function writeRefund({ deal, draft }: Writing, collected: CellName): void {
  if (deal.refundCap === null) return
  const { income, principal } = deal.accounts
  const reported = draft.report('report:refundDue', { kind: 'refundDue', ref: 0 })
  const paid = draft.payee('paid:refund', { kind: 'refund', ref: officeNumber('servicer') })
  const due = draft.state('refundDue')
  writeCapped({ draft, from: reported, cap: deal.refundCap, to: due, over: draft.state(refundOverCell) })
  const supports = income === principal ? [] : [accountCell(principal)]
  draft.pay({ from: accountCell(income), due, to: paid, supports, line: 'refund' })
  draft.gap({ from: collected, less: paid, to: collected })
}

type Capped = {
  readonly draft: Writing['draft']
  readonly from: CellName
  readonly cap: bigint
  readonly to: CellName
  readonly over: CellName
}

/** Moves what is newly due into `to` up to the cap, the rest into `over`. `from` ends empty. */
function writeCapped({ draft, from, cap, to, over }: Capped): void {
  const room = draft.temp()
  draft.set({ ...constant(cap), to: room })
  draft.pay({ from, due: room, to })
  draft.add({ from, to: over })
}

function writeFeeDue(fee: Fee, writing: Writing): void {
  const { draft } = writing
  const due = draft.state(feeCell(fee.id))
  if (fee.yearlyCap === null) {
    writeNewFee(fee, { writing, to: due })
    return
  }
  const fresh = draft.temp()
  writeNewFee(fee, { writing, to: fresh })
  const left = draft.state(`feeLeft:${fee.id}`, fee.yearlyCap)
  const starts = draft.scheduled('scheduled:yearStart', row => (startsYear(writing, row) ? 1n : 0n))
  const bit = draft.flag('yearStart')
  draft.test({ left: null, leftScale: 0n, right: starts, rightScale: 1n, bit, latch: false })
  draft.under({ set: 1 << bit, clear: 0 }, () => draft.set({ ...constant(fee.yearlyCap ?? 0n), to: left }))
  draft.pay({ from: fresh, due: left, to: due })
  draft.add({ from: fresh, to: draft.state(feeOverCell(fee.id)) })
}

/** Years of a fee cap are counted from the closing date. */
function startsYear({ deal }: Writing, row: number): boolean {
  const yearOf = (index: number): bigint =>
    ((deal.dates[index]?.day ?? deal.closing) - deal.closing - 1n) / 365n
  return row === 0 || yearOf(row) > yearOf(row - 1)
}

function writeNewFee(fee: Fee, { writing, to }: { readonly writing: Writing; readonly to: CellName }): void {
  const { deal, draft, days } = writing
  const { basis } = fee
  switch (basis.kind) {
    case 'perPeriod':
      draft.add({ ...constant(BigInt(basis.amount)), to })
      return
    case 'rate':
    case 'facility': {
      const balance = feeBase(basis, writing)
      draft.accrue({
        balance,
        rate: null,
        ratePpb: parseRate(basis.rate),
        ...days,
        rounding: deal.rounding.fees,
        to,
      })
      return
    }
    case 'reported': {
      const from = draft.report(`report:fee:${fee.id}`, { kind: 'feeDue', ref: fee.ordinal })
      if (basis.cap === undefined) draft.add({ from, to })
      else writeCapped({ draft, from, cap: BigInt(basis.cap), to, over: draft.state(feeOverCell(fee.id)) })
      return
    }
    default:
      basis satisfies never
  }
}

type AtRate = Extract<Fee['basis'], { rate: string }>

function feeBase(basis: AtRate, { deal, draft }: Writing): CellName {
  if (basis.kind === 'facility') {
    const support = deal.supports.find(({ id }) => id === basis.support)
    return basis.on === 'drawn'
      ? owedCell(basis.support)
      : draft.state(drawableCell(basis.support), support?.commitment)
  }
  const { on } = basis
  if (on === 'pool') return draft.report('report:performing', { kind: 'performing', ref: 0 })
  const notes = deal.tranches.filter(({ level }) => on === 'notes' || level !== 'junior')
  return sumOf(
    draft,
    notes.map(({ id }) => balanceCell(id)),
  )
}

function writeLosses(writing: Writing): void {
  const { deal, draft } = writing
  const defaulted = draft.report('report:defaulted', { kind: 'defaulted', ref: 0 })
  draft.add({ from: defaulted, to: draft.state('cumulativeDefault') })
  if (!deal.deficiency) return
  const loss = draft.temp()
  draft.set({ from: draft.report('report:loss', { kind: 'loss', ref: 0 }), to: loss })
  writeDeficiency(loss, writing)
}

/** Books an amount as a principal deficiency, in reverse rank, each tranche up to its balance. `amount` ends empty or uncovered. */
export function writeDeficiency(amount: CellName, { deal, draft }: Writing): void {
  for (const { id } of deal.tranches.toReversed()) {
    const room = draft.temp()
    draft.gap({ from: balanceCell(id), less: draft.state(deficiencyCell(id)), to: room })
    draft.pay({ from: amount, due: room, to: deficiencyCell(id) })
  }
}
