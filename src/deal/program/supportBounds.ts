import type { Deal } from '../deal.ts'
import type { CellName } from './namedOperation.ts'
import { drawableCell, leftCell, supportCell, type Writing } from './terms.ts'

/**
 * A dry run lends every support without limit, so that what one needs would hide what the next has to pay. Where a deal
 * has several, each therefore keeps what it could still be called for in a cell of its own, and holds no more than that
 * while the steps are paid; what arrived above it waits aside and is returned.
 */
export function writeBounds({ deal, draft }: Writing): void {
  if (deal.supports.length < 2) return
  for (const { id, commitment } of deal.supports) {
    draft.section({ step: `bound:${id}`, path: null, mode: 'any', pass: 'opening' }, () => {
      const room = draft.temp()
      draft.set({ from: draft.state(drawableCell(id), commitment), to: room })
      const kept = draft.cash('purse:0', { purpose: 'plan' })
      draft.pay({ from: supportCell(id), due: room, to: kept })
      draft.pay({ from: supportCell(id), due: null, to: asideCell(id, { draft }) })
      draft.pay({ from: kept, due: null, to: supportCell(id) })
    })
  }
}

/** What arrived above the bound is returned with the rest, and what is left is the next bound, and what the next fee is on. */
export function writeBoundsAfter({ deal, draft }: Writing): void {
  const isBounded = deal.supports.length > 1
  for (const { id } of deal.supports.filter(support => isBounded || bearsFee(support, deal))) {
    draft.section({ step: `bound:${id}`, path: null, mode: 'any', pass: 'closing' }, () => {
      if (isBounded) draft.pay({ from: asideCell(id, { draft }), due: null, to: supportCell(id) })
      draft.set({ from: leftCell(id), to: drawableCell(id) })
    })
  }
}

/** Whether a fee is on what is left of the commitment. */
function bearsFee({ id }: Deal['supports'][number], { fees }: Deal): boolean {
  return fees.some(({ basis }) => basis.kind === 'facility' && basis.on === 'undrawn' && basis.support === id)
}

function asideCell(id: string, { draft }: Pick<Writing, 'draft'>): CellName {
  return draft.cash(`aside:${id}`, { purpose: 'plan' })
}
