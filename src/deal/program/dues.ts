import type { Deal, Tranche } from '../deal.ts'
import { UnknownNameError } from '../errors.ts'
import type { Draft } from './draft.ts'
import type { CellName } from './namedOperation.ts'
import { keepsPrincipalDue } from './principalDue.ts'
import type { Due, Member } from './sharing.ts'
import {
  balanceCell,
  feeCell,
  feeOverCell,
  interestCell,
  officeNumber,
  onArrearsCell,
  payeeOf,
  principalCell,
  refundOverCell,
  stepUpCell,
  taxCell,
  type Writing,
} from './terms.ts'

/** What each payment of the waterfall is due, with the names of its lines. */

export function taxDue({ draft }: Writing): Member {
  return { dues: [{ line: 'tax', due: draft.state(taxCell), to: taxPayee(draft) }] }
}

export function taxPayee(draft: Draft): CellName {
  return draft.payee('paid:tax', { kind: 'tax', ref: officeNumber('manager') })
}

export function reimbursementPayee(
  draft: Draft,
  { id, ordinal }: { readonly id: string; readonly ordinal: number },
): CellName {
  return draft.payee(`paid:reimbursement:${id}`, { kind: 'reimbursement', ref: ordinal })
}

/** The line of a single fee of a rank is named after the rank. */
export function feeDues(ids: readonly string[], { deal, draft }: Writing): readonly Member[] {
  return ids.map(id => {
    const fee = deal.fees.find(row => row.id === id)
    if (fee === undefined) throw new UnknownNameError('fee', id)
    const alone = deal.fees.filter(({ rank }) => rank === fee.rank).length === 1
    const line = alone ? `fees_${fee.rank}` : `fees_${fee.rank}:${id}`
    const to = draft.payee(`paid:fee:${id}`, { kind: 'fee', ref: officeNumber(fee.payTo) })
    return { dues: [{ line, due: draft.state(feeCell(id)), to }] }
  })
}

/** Fees and refunds above their caps rank with the junior fees. */
export function overCapDues({ deal, draft }: Writing): readonly Member[] {
  const capped = deal.fees.filter(
    ({ yearlyCap, basis }) => yearlyCap !== null || (basis.kind === 'reported' && basis.cap !== undefined),
  )
  const fees = capped.map(({ id, payTo }) => {
    const to = draft.payee(`paid:fee:${id}`, { kind: 'fee', ref: officeNumber(payTo) })
    return { dues: [{ line: `fees_over:${id}`, due: draft.state(feeOverCell(id)), to }] }
  })
  if (deal.refundCap === null) return fees
  const to = draft.payee('paid:refund', { kind: 'refund', ref: officeNumber('servicer') })
  return [...fees, { dues: [{ line: 'refund_over', due: draft.state(refundOverCell), to }] }]
}

export function interestDues(ids: readonly string[], writing: Writing): readonly Member[] {
  return tranchesOf(ids, writing.deal).map(tranche => {
    const to = payeeOf(writing.draft, tranche, 'interest')
    const current: Due = { line: `int:${tranche.id}`, due: interestCell(tranche.id), to }
    if (tranche.onArrears === null) return { dues: [current] }
    return { dues: [{ line: `ioa:${tranche.id}`, due: onArrearsCell(tranche.id), to }, current] }
  })
}

export function stepUpDues(ids: readonly string[], writing: Writing): readonly Member[] {
  return tranchesOf(ids, writing.deal).map(tranche => {
    const to = payeeOf(writing.draft, tranche, 'interest')
    return { dues: [{ line: `step_up:${tranche.id}`, due: stepUpCell(tranche.id), to }] }
  })
}

/** `scheduled` is what the amortisation asks for; without a schedule the whole balance is due. */
export function principalDues(
  ids: readonly string[],
  { amount, writing }: { readonly amount: 'scheduled' | 'all'; readonly writing: Writing },
): readonly Member[] {
  return tranchesOf(ids, writing.deal).map(tranche => {
    const { id } = tranche
    const paid = { line: `prin:${id}`, to: payeeOf(writing.draft, tranche, 'principal') }
    if (!keepsPrincipalDue(tranche)) return { dues: [{ ...paid, due: balanceCell(id) }] }
    if (amount === 'scheduled')
      return { dues: [{ ...paid, due: principalCell(id), also: [balanceCell(id)] }] }
    return { dues: [{ ...paid, due: balanceCell(id), soft: principalCell(id) }] }
  })
}

/** The tranches of these ids, in rank. */
export function tranchesOf(ids: readonly string[], deal: Deal): readonly Tranche[] {
  return deal.tranches.filter(({ id }) => ids.includes(id))
}
