import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import { ratedLevels, type Step } from '../deal.ts'
import { constant } from './draft.ts'
import { interestDues, reimbursementPayee, stepUpDues } from './dues.ts'
import type { CellName } from './namedOperation.ts'
import { writeRanked } from './sharing.ts'
import { accountCell, balanceCell, owedCell, payeeOf, reducedScale, sumOf, type Writing } from './terms.ts'
import type { Testing } from './triggers.ts'

/** On from the last date of the file, and in the tail after it. */
export function writeLastDate({ draft, deal }: Writing): number {
  const bit = draft.flag('lastDate')
  const last = deal.dates.findLastIndex(({ tail }) => !tail)
  const reached = draft.scheduled('scheduled:lastDate', row => (row >= last ? 1n : 0n))
  draft.test({ left: null, leftScale: 0n, right: reached, rightScale: 1n, bit, latch: false })
  return bit
}

/** No top-up from the last date on: the reserve is released then. */
export function writeTopUp(from: CellName, testing: Testing): void {
  const { draft, deal } = testing
  if (deal.reserve === null) return
  const reserve = accountCell(deal.reserve.account)
  const last = writeLastDate(testing)
  draft.under({ set: 0, clear: 1 << last }, () => {
    const need = draft.temp()
    draft.gap({ from: writeTarget(testing), less: reserve, to: need })
    draft.pay({ from, due: need, to: reserve, line: 'reserve_topup' })
  })
}

/** max(floor, share of the rated notes), as floor + what the share exceeds it by. */
function writeTarget({ draft, deal }: Testing): CellName {
  const target = draft.temp()
  const terms = deal.reserve?.target
  if (terms === undefined) return target
  draft.set({ ...constant(terms.kind === 'fixed' ? terms.amount : terms.floor), to: target })
  if (terms.kind === 'fixed') return target
  const rated = deal.tranches
    .filter(({ level }) => ratedLevels.includes(level))
    .map(({ id }) => balanceCell(id))
  const above = draft.temp()
  draft.gap({
    from: sumOf(draft, rated),
    scale: reducedScale(terms.ratePpb, ONE_PPB_SCALE),
    less: target,
    to: above,
  })
  draft.add({ from: above, to: target })
  return target
}

export function writeRelease(step: Extract<Step, { step: 'releaseReserve' }>, testing: Testing): void {
  const { draft } = testing
  const from = accountCell(step.from)
  const to = accountCell(step.to)
  if (step.amount === 'all') {
    draft.pay({ from, due: null, to, line: 'reserve_release' })
    return
  }
  const excess = draft.temp()
  draft.gap({ from, less: writeTarget(testing), to: excess })
  draft.pay({ from, due: excess, to, line: 'reserve_release' })
}

/** From the last date on the target is zero and the reserve joins the income. */
export function writeFinalRelease(testing: Testing): void {
  const { draft, deal } = testing
  if (deal.reserve === null) return
  const from = accountCell(deal.reserve.account)
  const last = writeLastDate(testing)
  draft.under({ set: 1 << last, clear: 0 }, () =>
    draft.pay({ from, due: null, to: accountCell(deal.accounts.income), line: 'reserve_release' }),
  )
}

/**
 * A deal is redeemed with its last tranche, and no period comes after that: what the reserve still holds goes to interest
 * that is unpaid, to the supports as far as they are owed, and the rest to the residual holder.
 */
export function writeRedeemedRelease(testing: Testing): void {
  const { draft, deal } = testing
  const residual = deal.tranches.at(-1)
  if (deal.reserve === null || residual === undefined) return
  const from = accountCell(deal.reserve.account)
  draft.section({ step: 'reserve_release', path: null, mode: 'any', pass: 'closing' }, () => {
    const balances = deal.tranches.map(({ id }) => balanceCell(id))
    const bit = draft.flag('scratch')
    const right = sumOf(draft, balances)
    draft.test({ left: null, leftScale: 0n, right, rightScale: 1n, bit, latch: false })
    draft.under({ set: 0, clear: 1 << bit }, () => {
      const bearing = deal.tranches.filter(({ coupon }) => coupon !== null).map(({ id }) => id)
      const stepped = deal.tranches.filter(({ stepUp }) => stepUp !== null).map(({ id }) => id)
      const members = [...interestDues(bearing, testing), ...stepUpDues(stepped, testing)]
      if (members.length > 0) writeRanked({ from, support: [], order: 'sequential', members }, testing)
      for (const support of deal.supports)
        draft.pay({ from, due: owedCell(support.id), to: reimbursementPayee(draft, support) })
      draft.pay({
        from,
        due: null,
        to: payeeOf(draft, residual, 'residual'),
        line: `excess:${residual.id}`,
      })
    })
  })
}
