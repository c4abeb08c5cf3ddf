import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parseDay } from '../../src/domain/dates.ts'
import { actual } from '../../src/domain/dayCount.ts'
import { balanceCell, freeCell, inputCell, payeeCell, tempCell } from '../../src/waterfall/cells.ts'
import type { Layout, Operation } from '../../src/waterfall/program.ts'
import type { Outcome, PeriodInputs } from '../../src/waterfall/run.ts'
import { accrue, add, gap, layoutOf, pay, stateOf, test, wordsOf } from '../src/waterfall/build.ts'
import { type Machines, openMachines, outcomeOf } from './machines.ts'

type NoteRow = {
  readonly interest: number
  readonly principal: number
  readonly endBalance: number
  readonly interestArrears: number
  readonly interestOnArrears: number
}

type Period = {
  readonly paymentDate: string
  readonly collections: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly feesNewlyDue: Readonly<Record<string, number>>
  readonly expected: {
    readonly notes: Readonly<Record<string, NoteRow>>
    readonly fees?: Readonly<Record<string, { readonly paid: number; readonly unpaid: number }>>
    readonly accountEndBalances?: Readonly<Record<string, number>>
  }
}

type Deal = {
  readonly id: string
  readonly accrualStartDate: string
  readonly notes: Readonly<
    Record<
      string,
      {
        readonly openingBalance: number
        readonly openingRate: string
        readonly type: string | { readonly PAC: readonly (readonly [string, number])[] }
        readonly rateResets: readonly unknown[]
      }
    >
  >
  readonly waterfall: readonly { readonly tag: string; readonly contents: readonly unknown[] }[]
  readonly periods: readonly Period[]
  readonly cleanUpCall?: {
    readonly date: string
    readonly observed: Readonly<Record<string, readonly (readonly (string | number)[])[]>>
  }
}

const file = new URL('../vectors/waterfall_absbox_china.json', import.meta.url)
const { meta, deals } = JSON.parse(readFileSync(file, 'utf8')) as {
  meta: { count: { deals: number; paymentPeriods: number; noteRows: number } }
  deals: Deal[]
}

/** One account, a fee, a note A1 with two interest buckets, an equity B. Inputs: days, A1's target, the new fee, a call. */
const layout: Layout = layoutOf({
  income: 1,
  notes: 2,
  free: 3,
  payees: 5,
  scheduled: 2,
  reported: 2,
  temps: 1,
})
const account = 1
const cell = {
  balanceA1: balanceCell(layout, 0),
  balanceB: balanceCell(layout, 1),
  feeDue: freeCell(layout, 0),
  arrears: freeCell(layout, 1),
  onArrears: freeCell(layout, 2),
  days: inputCell(layout, 0),
  target: inputCell(layout, 1),
  newFee: inputCell(layout, 2),
  called: inputCell(layout, 3),
  principalDue: tempCell(layout, 0),
}
const payee = { fee: 0, interestA1: 1, principalA1: 2, principalB: 3, interestB: 4 } as const
const to = (who: keyof typeof payee) => payeeCell(layout, payee[who])

describe('published AbsBox deals of issued Chinese transactions, in both machines', () => {
  let machines: Machines
  before(async () => {
    machines = await openMachines()
  })
  after(() => machines.close())

  let periods = 0
  let noteRows = 0

  for (const deal of deals) {
    it(`${deal.id}: every note row, fee and account balance`, async () => {
      const words = wordsOf(layout, stepsOf(deal))
      expect(await machines.check(words)).to.equal(undefined)
      const attempts = await machines.runAll({ words, opening: openingOf(deal), periods: inputsOf(deal) })
      for (const [position, period] of deal.periods.entries()) {
        noteRows += expectPeriod(period, outcomeOf(attempts[position]))
        periods++
      }
    })
  }

  for (const deal of deals.filter(({ cleanUpCall }) => cleanUpCall !== undefined)) {
    it(`${deal.id}: the row of its clean-up call as observed, and with a sale that brings money`, async () => {
      const words = wordsOf(layout, [...callSteps, ...stepsOf(deal)])
      expect(await machines.check(words)).to.equal(undefined)
      const row = (name: string): readonly number[] =>
        (deal.cleanUpCall?.observed[name]?.[0] ?? []).slice(1, 3).map(Number)
      const [due = -1, paidFee = -1] = row('fee 服务商费用')
      for (const { proceeds, fee, residual } of [
        { proceeds: 0, fee: paidFee, residual: row('note B')[1] },
        { proceeds: 1001, fee: 700, residual: 301 },
      ]) {
        const sale = { arrivals: [BigInt(proceeds)], inputs: [5n, 0n, BigInt(due), 1n] }
        const periods = [...inputsOf(deal), sale]
        const attempts = await machines.runAll({ words, opening: openingOf(deal), periods })
        const { cells, payees } = outcomeOf(attempts.at(-1))
        const at = (index: number): number => Number(cells[index - 1])
        expect([at(cell.balanceB), at(account), at(cell.feeDue)]).to.deep.equal([
          row('note B')[0],
          row('account')[0],
          due,
        ])
        expect([payees[payee.fee], payees[payee.interestB]].map(Number)).to.deep.equal([fee, residual])
      }
    })
  }

  it('no deal, period or note row is left out', () => {
    const { count } = meta
    expect({ deals: deals.length, paymentPeriods: periods, noteRows }).to.deep.equal(count)
  })
})

/** On a call 70 % of the account goes to the payee of the fee, whatever is due of it, the rest to the equity. */
const callBit = 0
const onCall = { set: 1 << callBit, clear: 0 }
const callSteps: readonly Operation[] = [
  test({ left: 0, leftScale: 0n, right: cell.called, bit: callBit }),
  pay({ from: account, to: to('fee'), scale: { k1: 7n, k2: 10n }, mask: onCall }),
  pay({ from: account, to: to('interestB'), mask: onCall }),
]

/** The steps of the file, in its order; the vectors have no rate reset, and none of another kind. */
function stepsOf(deal: Deal): Operation[] {
  expect(Object.values(deal.notes).flatMap(({ rateResets }) => rateResets)).to.deep.equal([])
  return [add({ from: cell.newFee, to: cell.feeDue }), ...deal.waterfall.flatMap(step => stepOf(deal, step))]
}

function stepOf(deal: Deal, { tag, contents }: Deal['waterfall'][number]): Operation[] {
  const key = `${tag} ${String(contents[2])}`
  switch (key) {
    case 'PayFee 信托费用':
      return [pay({ from: account, due: cell.feeDue, to: to('fee') })]
    case 'AccrueAndPayInt A1':
      return [
        ...accrualOf(deal),
        pay({ from: account, due: cell.onArrears, to: to('interestA1') }),
        pay({ from: account, due: cell.arrears, to: to('interestA1') }),
      ]
    case 'PayPrin A1':
      return [
        gap({ from: cell.balanceA1, less: cell.target, to: cell.principalDue }),
        pay({ from: account, due: cell.principalDue, to: to('principalA1'), also: [cell.balanceA1] }),
      ]
    case 'PayPrin B':
      return [pay({ from: account, due: cell.balanceB, to: to('principalB') })]
    case 'PayIntResidual B':
      return [pay({ from: account, to: to('interestB') })]
    default:
      throw new TypeError(`the vectors have a step that this test does not know: ${key}`)
  }
}

/** Interest on arrears before interest, so that it accrues on the arrears of earlier periods alone. */
function accrualOf({ notes }: Deal): Operation[] {
  const ratePpb = BigInt(Math.round(Number(notes['A1']?.openingRate) * 1e9))
  return [
    accrue({ balance: cell.arrears, ratePpb, days: cell.days, to: cell.onArrears }),
    accrue({ balance: cell.balanceA1, ratePpb, days: cell.days, to: cell.arrears }),
  ]
}

function openingOf({ notes }: Deal) {
  const balances = ['A1', 'B'].map(note => BigInt(notes[note]?.openingBalance ?? 0))
  return stateOf(layout, { state: balances })
}

function inputsOf(deal: Deal): PeriodInputs[] {
  return deal.periods.map(({ paymentDate, collections, feesNewlyDue }, position) => {
    const start = deal.periods[position - 1]?.paymentDate ?? deal.accrualStartDate
    const collected = Object.values(collections['账户01'] ?? {}).reduce((sum, amount) => sum + amount, 0)
    const days = actual({ start: parseDay(start), end: parseDay(paymentDate) })
    const newFee = BigInt(feesNewlyDue['信托费用'] ?? 0)
    return { arrivals: [BigInt(collected)], inputs: [days, targetOf(deal, paymentDate), newFee, 0n] }
  })
}

/** A planned note is repaid down to the last scheduled balance, any other as far as the cash goes. */
function targetOf({ notes }: Deal, date: string): bigint {
  const type = notes['A1']?.type
  if (typeof type !== 'object') return 0n
  return BigInt(type.PAC.filter(([from]) => from <= date).at(-1)?.[1] ?? notes['A1']?.openingBalance ?? 0)
}

/** The number of note rows that were compared. */
function expectPeriod({ paymentDate, expected }: Period, { cells, payees }: Outcome): number {
  const at = (index: number): number => Number(cells[index - 1])
  const paid = (who: keyof typeof payee): number => Number(payees[payee[who]])
  const rows: Record<string, NoteRow> = {
    A1: {
      interest: paid('interestA1'),
      principal: paid('principalA1'),
      endBalance: at(cell.balanceA1),
      interestArrears: at(cell.arrears),
      interestOnArrears: at(cell.onArrears),
    },
    B: {
      interest: paid('interestB'),
      principal: paid('principalB'),
      endBalance: at(cell.balanceB),
      interestArrears: 0,
      interestOnArrears: 0,
    },
  }
  for (const [note, row] of Object.entries(expected.notes)) {
    expect(rows[note], `${paymentDate} ${note}`).to.deep.equal(row)
  }
  for (const fee of Object.values(expected.fees ?? {})) {
    expect({ paid: paid('fee'), unpaid: at(cell.feeDue) }, `${paymentDate} fee`).to.deep.equal(fee)
  }
  for (const balance of Object.values(expected.accountEndBalances ?? {})) {
    expect(at(account), `${paymentDate} account`).to.equal(balance)
  }
  return Object.keys(expected.notes).length
}
