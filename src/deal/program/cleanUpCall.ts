import { ONE_PPB_SCALE } from '../../domain/rates.ts'
import type { Step } from '../deal.ts'
import { interestDues, principalDues, stepUpDues, tranchesOf } from './dues.ts'
import { writeRanked } from './sharing.ts'
import { accountCell, balanceCell, sumOf } from './terms.ts'
import type { Testing } from './triggers.ts'

/**
 * Once the performing pool is at most a share of the opening pool, something is still outstanding, and the account holds
 * all that the tranches are due, they are repaid at once, one after the other. The price of the call arrives as
 * collections; without it the account does not hold enough, and nothing happens.
 */
export function writeCleanUpCall(step: Extract<Step, { step: 'cleanUpCall' }>, testing: Testing): void {
  const { draft, deal } = testing
  const from = accountCell(step.from)
  const tranches = tranchesOf(step.to, deal)
  const having = (has: (tranche: (typeof tranches)[number]) => boolean): readonly string[] =>
    tranches.filter(has).map(({ id }) => id)
  const members = [
    ...interestDues(
      having(({ coupon }) => coupon !== null),
      testing,
    ),
    ...stepUpDues(
      having(({ stepUp }) => stepUp !== null),
      testing,
    ),
    ...principalDues(
      having(() => true),
      { amount: 'all', writing: testing },
    ),
  ]
  const price = sumOf(
    draft,
    members.flatMap(({ dues }) => dues.map(({ due }) => due)),
  )
  const outstanding = sumOf(draft, having(() => true).map(balanceCell))
  const bit = draft.flag('scratch')
  const performing = draft.report('report:performing', { kind: 'performing', ref: 0 })
  const bound = (deal.pool * step.sharePpb) / ONE_PPB_SCALE
  draft.test({ left: null, leftScale: bound, right: performing, rightScale: 1n, bit, latch: false })
  draft.test({ left: outstanding, leftScale: 1n, right: null, rightScale: 1n, bit, latch: true })
  draft.test({ left: from, leftScale: 1n, right: price, rightScale: 1n, bit, latch: true })
  const called = draft.flag('called')
  draft.under({ set: 0, clear: 1 << bit }, () => {
    draft.test({ left: null, leftScale: 0n, right: null, rightScale: 1n, bit: called, latch: true })
    writeRanked({ from, support: [], order: 'sequential', members }, testing)
  })
}
