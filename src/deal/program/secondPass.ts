import { hasSchedule, readCover } from '../covers.ts'
import { constant } from './draft.ts'
import { feeDues, interestDues, principalDues, reimbursementPayee, taxDue, taxPayee } from './dues.ts'
import { type Member, writeRanked } from './sharing.ts'
import { leftCell, supportCell, taxPaidCell } from './terms.ts'
import type { Testing } from './triggers.ts'

/** What is still short after all steps, paid by supports alone and only as far as they cover it. */
export function writeSecondPass(testing: Testing): void {
  const { draft, deal } = testing
  for (const { id, draws, covers } of deal.supports) {
    if (draws !== 'secondPass') continue
    for (const text of covers) {
      draft.section({ step: text, path: `/supports/${id}`, mode: 'any', pass: 'second' }, () => {
        const members = coveredDues(text, testing)
        const only = { from: null, support: [supportCell(id)] } as const
        if (members.length > 0) writeRanked({ ...only, order: 'proRata', members }, testing)
      })
    }
  }
}

function coveredDues(text: string, testing: Testing): readonly Member[] {
  const { deal } = testing
  const cover = readCover(text, deal.file)
  switch (cover.pays) {
    case 'tax':
      return deal.tax === null ? [] : [taxDue(testing)]
    case 'fees':
      return feeDues(
        deal.fees.filter(({ rank }) => rank === cover.rank).map(({ id }) => id),
        testing,
      )
    case 'interest': {
      const bearing = deal.tranches.filter(({ id, coupon }) => cover.to.includes(id) && coupon !== null)
      return interestDues(
        bearing.map(({ id }) => id),
        testing,
      )
    }
    case 'principal':
      return principalDues(
        cover.to.filter(id => hasSchedule(id, deal.file)),
        { amount: 'scheduled', writing: testing },
      )
    default:
      return cover satisfies never
  }
}

/** What was reimbursed can be drawn again, never above the commitment; in a dry run nothing is restored. */
export function writeRestorations({ draft, deal }: Testing): void {
  for (const { id, commitment, restores, ordinal } of deal.supports) {
    if (!restores) continue
    draft.section({ step: `restore:${id}`, path: null, mode: 'any', pass: 'closing' }, () => {
      const [room, repaid] = [draft.temp(), draft.temp()]
      draft.gap({ ...constant(commitment), less: leftCell(id), to: room })
      draft.set({ from: reimbursementPayee(draft, { id, ordinal }), to: repaid })
      draft.pay({ from: repaid, due: room, to: leftCell(id) })
    })
  }
}

/** Tax since closing is due less what was paid of it, supports included. */
export function writeTaxPaid({ draft, deal }: Testing): void {
  if (deal.tax?.basis !== 'cumulative') return
  draft.section({ step: 'tax paid', path: null, mode: 'any', pass: 'closing' }, () =>
    draft.add({ from: taxPayee(draft), to: taxPaidCell }),
  )
}

/** Money of supports that was not drawn goes back to them. */
export function writeReturns({ draft, deal }: Testing): void {
  for (const { id, ordinal } of deal.supports) {
    const to = draft.payee(`paid:return:${id}`, { kind: 'return', ref: ordinal })
    draft.section({ step: `return:${id}`, path: null, mode: 'any', pass: 'closing' }, () =>
      draft.pay({ from: supportCell(id), due: null, to, line: `return:${id}` }),
    )
  }
}
