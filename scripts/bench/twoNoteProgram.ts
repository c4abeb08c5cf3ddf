import { freeCell, inputCell, owedCell, payeeCell, tempCell } from '../../src/waterfall/cells.ts'
import { accelerationBit, type Layout, type Operation } from '../../src/waterfall/program.ts'
import { accrue, add, gap, layoutOf, pay, set, test } from '../../test/src/waterfall/build.ts'

/** A senior and a junior note, income and principal, a reserve and a guarantor: forty steps. */
export const twoNoteLayout = layoutOf({
  ...{ income: 1, principal: 1, supports: 1, accounts: 1, notes: 2, free: 10, payees: 10 },
  ...{ scheduled: 4, reported: 6, temps: 3 },
})

export const twoNoteOperations = (): Operation[] => [...dues(), ...losses(), ...tests(), ...payments()]

type Cells<N extends number, T extends number[] = []> = T['length'] extends N ? T : Cells<N, [...T, number]>

/** The first cells of a region. */
export function cellsOf<N extends number>(layout: Layout, cell: typeof freeCell, count: N): Cells<N> {
  return Array.from({ length: count }, (_, position) => cell(layout, position)) as Cells<N>
}

const [income, principal, guarantor, reserve] = [1, 2, 3, 4] as const
const [senior, junior] = [7, 8] as const
const owed = owedCell(twoNoteLayout, 0)
const [interest, onArrears, tax, fees, late, refund, collected, baseline, lossA, lossJ] = cellsOf(
  twoNoteLayout,
  freeCell,
  10,
)
const [days, rate, planned, target, refundDue, loss, performing, newTax, newFees, newLate] = cellsOf(
  twoNoteLayout,
  inputCell,
  10,
)
const [toRefund, toTax, toFees, toInterest, toA, toLate, toGuarantor, toJ, toResidual, toReturn] = cellsOf(
  twoNoteLayout,
  payeeCell,
  10,
)
const [t0, t1, t2] = cellsOf(twoNoteLayout, tempCell, 3)
const accelerated = { mask: { set: 1 << accelerationBit, clear: 0 } }
const normal = { mask: { set: 0, clear: 1 << accelerationBit } }
const supports = [reserve, guarantor]

function dues(): Operation[] {
  return [
    add({ from: refundDue, to: refund }),
    pay({ from: income, due: refund, to: toRefund }),
    pay({ from: principal, due: refund, to: toRefund }),
    add({ from: income, to: collected }),
    add({ from: principal, to: collected }),
    add({ from: planned, to: baseline }),
    add({ from: newTax, to: tax }),
    add({ from: newFees, to: fees }),
    add({ from: newLate, to: late }),
    accrue({ balance: interest, rate, days, to: onArrears }),
    accrue({ balance: senior, rate, days, to: interest }),
  ]
}

function losses(): Operation[] {
  return [
    set({ from: loss, to: t0 }),
    gap({ from: junior, less: lossJ, to: t1 }),
    pay({ from: t0, due: t1, to: lossJ, line: false }),
    gap({ from: senior, less: lossA, to: t1 }),
    pay({ from: t0, due: t1, to: lossA, line: false }),
  ]
}

function tests(): Operation[] {
  return [
    test({ left: performing, leftScale: 10_000n, right: senior, rightScale: 11_000n, bit: 0 }),
    gap({ from: income, less: tax, to: t0 }),
    set({ from: interest, to: t1 }),
    add({ from: onArrears, to: t1 }),
    test({ left: t0, leftScale: 100n, right: t1, rightScale: 110n, bit: 1 }),
    test({ left: collected, leftScale: 10_000n, right: baseline, rightScale: 8_500n, bit: 2 }),
    test({
      left: collected,
      leftScale: 10n,
      right: baseline,
      rightScale: 4n,
      bit: accelerationBit,
      latch: true,
    }),
  ]
}

function payments(): Operation[] {
  return [
    pay({ from: principal, to: income, line: false, ...accelerated }),
    pay({ from: income, due: tax, to: toTax, supports }),
    pay({ from: income, due: fees, to: toFees, supports }),
    pay({ from: income, due: onArrears, to: toInterest, supports }),
    pay({ from: income, due: interest, to: toInterest, supports }),
    pay({ from: income, due: senior, to: toA, supports: [guarantor], soft: lossA, ...accelerated }),
    pay({ from: income, due: lossA, to: principal, ...normal }),
    gap({ from: target, less: reserve, to: t2 }),
    pay({ from: income, due: t2, to: reserve, ...normal }),
    pay({ from: income, due: owed, to: toGuarantor }),
    pay({ from: income, due: late, to: toLate }),
    pay({ from: income, due: lossJ, to: principal, ...normal }),
    pay({ from: principal, due: senior, to: toA }),
    pay({ from: principal, due: junior, to: toJ }),
    pay({ from: income, to: principal, mask: { set: 1, clear: 1 << accelerationBit } }),
    pay({ from: income, to: toResidual }),
    pay({ from: guarantor, to: toReturn }),
  ]
}
