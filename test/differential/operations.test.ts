import { expect } from 'chai'
import {
  balanceCell,
  freeCell,
  inputCell,
  leftCell,
  owedCell,
  payeeCell,
  tempCell,
} from '../../src/waterfall/cells.ts'
import type { Operation, Rounding } from '../../src/waterfall/program.ts'
import {
  accrue,
  add,
  gap,
  layoutOf,
  pay,
  set,
  split,
  stateOf,
  test,
  wordsOf,
} from '../src/waterfall/build.ts'
import { type Attempt, type History, type Machines, openMachines, outcomeOf } from './machines.ts'

/** Income and principal, a facility and a guarantor, two accounts; one note; four free cells, payees, inputs, temps. */
const layout = layoutOf({
  income: 1,
  principal: 1,
  supports: 2,
  accounts: 2,
  notes: 1,
  free: 4,
  payees: 4,
  scheduled: 2,
  reported: 2,
  temps: 4,
})
const [income, facility, guarantor, reserve] = [1, 3, 4, 5] as const
const [owed, left] = [owedCell(layout, 0), leftCell(layout, 0)] as const
const balance = balanceCell(layout, 0)
const cells = (of: typeof freeCell) =>
  [0, 1, 2, 3].map(position => of(layout, position)) as [number, number, number, number]
const [one, two, three, four] = cells(freeCell)
const [first, second, third, fourth] = cells(payeeCell)
const [days, year, rate, figure] = cells(inputCell)
const [temp] = cells(tempCell)

const bound = 1n << 128n
const defaultFlag = 1 << 15

/** What the cells hold when the steps begin, by cell; the rest is zero. */
type Given = { readonly cells?: Readonly<Record<number, bigint>>; readonly flags?: number }

describe('operations, in both machines', () => {
  let machines: Machines
  before(async () => {
    machines = await openMachines()
  })
  after(() => machines.close())

  const attempt = async (steps: readonly Operation[], given: Given = {}): Promise<Attempt> => {
    const words = wordsOf(layout, steps)
    expect(await machines.check(words)).to.equal(undefined)
    return only(await machines.runAll(historyOf(words, given)))
  }
  /** The persisted cells named, after the steps. */
  const after_ = async (steps: readonly Operation[], given: Given, ...named: readonly number[]) => {
    const { cells } = outcomeOf(await attempt(steps, given))
    return named.map(cell => cells[cell - 1])
  }
  const refusal = async (steps: readonly Operation[], given: Given = {}) =>
    (await attempt(steps, given)).outcome

  describe('PAY', () => {
    it('default: pays what is due', async () => {
      const { cells, payees, lines } = outcomeOf(
        await attempt([pay({ from: income, due: one, to: first })], {
          cells: { [income]: 100n, [one]: 30n },
        }),
      )
      expect([cells[income - 1], cells[one - 1], payees[0]]).to.deep.equal([70n, 0n, 30n])
      expect(lines).to.deep.equal([{ ran: true, due: 30n, paid: 30n }])
    })

    it('behavior: pays what is there when more is due, the rest stays due', async () => {
      const { cells, payees, lines } = outcomeOf(
        await attempt([pay({ from: income, due: one, to: first })], { cells: { [income]: 20n, [one]: 30n } }),
      )
      expect([cells[income - 1], cells[one - 1], payees[0]]).to.deep.equal([0n, 10n, 20n])
      expect(lines).to.deep.equal([{ ran: true, due: 30n, paid: 20n }])
    })

    it('behavior: pays all when no due is named, nothing when the due is zero', async () => {
      const steps = [pay({ from: income, due: one, to: first }), pay({ from: income, to: second })]
      const { payees, lines } = outcomeOf(await attempt(steps, { cells: { [income]: 9n } }))
      expect(payees.slice(0, 2)).to.deep.equal([0n, 9n])
      expect(lines.map(({ due }) => due)).to.deep.equal([0n, 9n])
    })

    it('behavior: `also` and `soft` fall with the payment, `soft` to zero at most', async () => {
      const steps = [pay({ from: income, due: one, to: first, also: [balance, two], soft: three })]
      const given = { cells: { [income]: 50n, [one]: 40n, [balance]: 100n, [two]: 40n, [three]: 15n } }
      expect(await after_(steps, given, balance, two, three)).to.deep.equal([60n, 0n, 0n])
    })

    it('behavior: `soft` above the payment keeps the rest', async () => {
      const steps = [pay({ from: income, due: one, to: first, soft: three })]
      expect(
        await after_(steps, { cells: { [income]: 50n, [one]: 40n, [three]: 45n } }, three),
      ).to.deep.equal([5n])
    })

    for (const [rounding, available] of [
      ['floor', 3n],
      ['halfUp', 4n],
      ['ceil', 4n],
    ] as const) {
      it(`behavior: a part of the source, ${rounding}`, async () => {
        const steps = [pay({ from: income, to: first, scale: { k1: 1n, k2: 2n }, rounding })]
        const { cells, payees } = outcomeOf(await attempt(steps, { cells: { [income]: 7n } }))
        expect([payees[0], cells[income - 1]]).to.deep.equal([available, 7n - available])
      })
    }

    it('behavior: half up rounds a third down', async () => {
      const steps = [pay({ from: income, to: first, scale: { k1: 1n, k2: 3n }, rounding: 'halfUp' })]
      expect(outcomeOf(await attempt(steps, { cells: { [income]: 7n } })).payees[0]).to.equal(2n)
    })

    it('behavior: a scale above one pays no more than there is', async () => {
      const steps = [pay({ from: income, to: first, scale: { k1: 3n, k2: 2n } })]
      expect(outcomeOf(await attempt(steps, { cells: { [income]: 7n } })).payees[0]).to.equal(7n)
    })

    it('behavior: supports pay in turn what is still due, within their commitment, and are owed it', async () => {
      const steps = [pay({ from: income, due: one, to: first, supports: [reserve, facility, guarantor] })]
      const given = {
        cells: {
          [income]: 10n,
          [one]: 100n,
          [reserve]: 20n,
          [facility]: 50n,
          [left]: 30n,
          [guarantor]: 90n,
          [left + 1]: 90n,
        },
      }
      const { cells, payees, lines } = outcomeOf(await attempt(steps, given))
      const at = (cell: number) => cells[cell - 1]
      expect([income, reserve, facility, guarantor].map(at)).to.deep.equal([0n, 0n, 20n, 50n])
      expect([owed, owed + 1, left, left + 1].map(at)).to.deep.equal([30n, 40n, 0n, 50n])
      expect([payees[0], at(one), lines[0]]).to.deep.equal([100n, 0n, { ran: true, due: 100n, paid: 100n }])
    })

    it('behavior: an account that supports owes nothing and has no commitment', async () => {
      const steps = [pay({ from: income, due: one, to: first, supports: [reserve] })]
      expect(
        await after_(steps, { cells: { [one]: 5n, [reserve]: 9n } }, reserve, owed, owed + 1),
      ).to.deep.equal([4n, 0n, 0n])
    })

    it('behavior: a memo pays a memo', async () => {
      const steps = [pay({ from: one, due: two, to: three, supports: [four] })]
      const given = { cells: { [one]: 4n, [two]: 10n, [four]: 9n } }
      expect(await after_(steps, given, one, two, three, four)).to.deep.equal([0n, 0n, 10n, 3n])
    })

    it('behavior: a step that its mask keeps from running leaves a line of zeros', async () => {
      const masked = { set: 3, clear: 4 }
      const steps = [0, 1, 2].map(() => pay({ from: income, due: one, to: first, mask: masked }))
      for (const [flags, ran] of [
        [3, true],
        [1, false],
        [7, false],
      ] as const) {
        const { lines } = outcomeOf(await attempt(steps, { cells: { [income]: 9n, [one]: 4n }, flags }))
        expect(lines.map(line => line.ran)).to.deep.equal([ran, ran, ran])
        expect(lines[0]?.due).to.equal(ran ? 4n : 0n)
      }
    })

    it('error: Underflow when `also` holds less than is paid', async () => {
      const steps = [
        add({ from: one, to: temp }),
        pay({ from: income, due: one, to: first, also: [balance] }),
      ]
      const given = { cells: { [income]: 9n, [one]: 9n, [balance]: 8n } }
      expect(await refusal(steps, given)).to.deep.equal({ reason: 'Underflow', args: [1n, BigInt(balance)] })
    })

    it('error: Overflow when a destination would reach 2^128', async () => {
      const steps = [pay({ from: income, to: reserve })]
      const given = { cells: { [income]: 1n, [reserve]: bound - 1n } }
      expect(await refusal(steps, given)).to.deep.equal({ reason: 'Overflow', args: [0n, BigInt(reserve)] })
    })

    it('error: Overflow when a support would be owed 2^128', async () => {
      const steps = [pay({ from: 0, due: one, to: first, supports: [facility] })]
      const given = { cells: { [one]: 1n, [facility]: 1n, [left]: 1n, [owed]: bound - 1n } }
      expect(await refusal(steps, given)).to.deep.equal({ reason: 'Overflow', args: [0n, BigInt(owed)] })
    })
  })

  describe('SPLIT', () => {
    const members = { weights: [one, two, three], to: [first, second, third] }
    const shares = async (source: bigint, weights: readonly bigint[], remainder: 'first' | 'largest') => {
      const [a = 0n, b = 0n, c = 0n] = weights
      const given = { cells: { [income]: source, [one]: a, [two]: b, [three]: c } }
      const { payees, cells } = outcomeOf(
        await attempt([split({ from: income, ...members, remainder })], given),
      )
      return [...payees.slice(0, 3), cells[income - 1]]
    }

    it('default: in proportion', async () => {
      expect(await shares(60n, [100n, 200n, 300n], 'first')).to.deep.equal([10n, 20n, 30n, 0n])
    })

    it('behavior: never more than the weights', async () => {
      expect(await shares(100n, [10n, 20n, 30n], 'largest')).to.deep.equal([10n, 20n, 30n, 40n])
    })

    it('behavior: the remainder to the first member, up to its weight, then to the next', async () => {
      expect(await shares(5n, [2n, 2n, 2n], 'first')).to.deep.equal([2n, 2n, 1n, 0n])
      expect(await shares(2n, [1n, 1n, 1n], 'first')).to.deep.equal([1n, 1n, 0n, 0n])
    })

    it('behavior: the remainder to the largest fractions, of equal ones to the first', async () => {
      expect(await shares(10n, [1n, 6n, 6n], 'largest')).to.deep.equal([1n, 5n, 4n, 0n])
      expect(await shares(10n, [3n, 3n, 7n], 'largest')).to.deep.equal([2n, 2n, 6n, 0n].map(share => share))
      expect(await shares(2n, [1n, 1n, 1n], 'largest')).to.deep.equal([1n, 1n, 0n, 0n])
    })

    it('behavior: nothing to share, or no weight', async () => {
      expect(await shares(0n, [1n, 1n, 1n], 'first')).to.deep.equal([0n, 0n, 0n, 0n])
      expect(await shares(7n, [0n, 0n, 0n], 'largest')).to.deep.equal([0n, 0n, 0n, 7n])
    })

    it('behavior: the greatest weights', async () => {
      const most = bound - 1n
      expect(await shares(most, [most, most, most], 'first')).to.deep.equal([
        most / 3n,
        most / 3n,
        most / 3n,
        0n,
      ])
    })

    it('behavior: eight members', async () => {
      const weights = [one, two, three, four, one, two, three, four]
      const to = [first, second, third, fourth, fourth, third, second, first]
      const given = { cells: { [income]: 10n, [one]: 1n, [two]: 1n, [three]: 1n, [four]: 2n } }
      const { payees } = outcomeOf(await attempt([split({ from: income, weights, to })], given))
      expect(payees).to.deep.equal([3n, 2n, 2n, 3n])
    })

    it('behavior: weights are read before a share reaches them', async () => {
      const given = { cells: { [four]: 10n, [one]: 10n, [two]: 10n } }
      const steps = [split({ from: four, weights: [one, two], to: [two, one] })]
      expect(await after_(steps, given, four, one, two)).to.deep.equal([0n, 15n, 15n])
    })

    it('error: Overflow when a share would raise its cell to 2^128', async () => {
      const steps = [split({ from: income, weights: [one, two], to: [first, reserve] })]
      const given = { cells: { [income]: 2n, [one]: 1n, [two]: 1n, [reserve]: bound - 1n } }
      expect(await refusal(steps, given)).to.deep.equal({ reason: 'Overflow', args: [0n, BigInt(reserve)] })
    })
  })

  describe('ACCRUE', () => {
    it('default: balance × rate × days over a year of days, to what is there', async () => {
      const steps = [accrue({ balance, ratePpb: 40_000_000n, days, to: one })]
      expect(
        await after_(steps, { cells: { [balance]: 1_000_000n, [days]: 91n, [one]: 5n } }, one),
      ).to.deep.equal([5n + 9972n])
    })

    for (const [rounding, interest] of [
      ['floor', 2n],
      ['halfUp', 3n],
      ['ceil', 3n],
    ] as const) {
      it(`behavior: rate and year from cells, ${rounding} of two and a half`, async () => {
        const steps = [accrue({ balance, rate, days, denominatorCell: year, to: one, rounding })]
        const given = { cells: { [balance]: 100n, [rate]: 50_000_000n, [days]: 180n, [year]: 360n } }
        expect(await after_(steps, given, one)).to.deep.equal([interest])
      })
    }

    it('behavior: the greatest balance, rate and days', async () => {
      const steps = [accrue({ balance, rate, days, denominator: (1n << 56n) - 1n, to: one })]
      const given = { cells: { [balance]: 1n << 90n, [rate]: (1n << 64n) - 1n, [days]: (1n << 32n) - 1n } }
      const expected =
        ((1n << 90n) * ((1n << 64n) - 1n) * ((1n << 32n) - 1n)) / (10n ** 9n * ((1n << 56n) - 1n))
      expect(await after_(steps, given, one)).to.deep.equal([expected])
    })

    const bounds = [
      ['RateOutOfBounds', { [rate]: 1n << 64n, [days]: 1n, [year]: 1n }, 1n << 64n],
      ['DaysOutOfBounds', { [rate]: 1n, [days]: 1n << 32n, [year]: 1n }, 1n << 32n],
    ] as const
    for (const [reason, cells, value] of bounds) {
      it(`error: ${reason}`, async () => {
        const steps = [accrue({ balance, rate, days, denominatorCell: year, to: one })]
        expect(await refusal(steps, { cells })).to.deep.equal({ reason, args: [0n, value] })
      })
    }

    it('error: ZeroDenominator when the year is missing, though nothing would accrue', async () => {
      const steps = [accrue({ balance, rate, days, denominatorCell: year, to: one })]
      expect(await refusal(steps, {})).to.deep.equal({ reason: 'ZeroDenominator', args: [0n] })
    })

    it('error: Overflow', async () => {
      const steps = [accrue({ balance, rate, days, denominator: 1n, to: one })]
      const given = { cells: { [balance]: bound - 1n, [rate]: 10n ** 9n, [days]: 2n } }
      expect(await refusal(steps, given)).to.deep.equal({ reason: 'Overflow', args: [0n, BigInt(one)] })
    })
  })

  describe('GAP, ADD, SET', () => {
    it('default: what is missing, never below zero', async () => {
      const steps = [gap({ from: one, less: two, to: three }), gap({ from: two, less: one, to: four })]
      expect(await after_(steps, { cells: { [one]: 9n, [two]: 4n, [four]: 7n } }, three, four)).to.deep.equal(
        [5n, 0n],
      )
    })

    const thirds: readonly (readonly [Rounding, bigint, bigint])[] = [
      ['floor', 6n, 2n],
      ['halfUp', 7n, 3n],
      ['ceil', 7n, 3n],
    ]
    for (const [rounding, twoThirds, constant] of thirds) {
      it(`behavior: scaled values and scaled constants, ${rounding}`, async () => {
        const scale = { k1: 2n, k2: 3n }
        const steps = [
          set({ from: one, scale, rounding, to: two }),
          add({ from: one, scale, rounding, to: two }),
          gap({ from: one, scale, rounding, less: figure, to: three }),
          set({ scale: { k1: 8n, k2: 3n }, rounding, to: four }),
        ]
        const given = { cells: { [one]: 10n, [figure]: 1n } }
        expect(await after_(steps, given, two, three, four)).to.deep.equal([
          2n * twoThirds,
          twoThirds - 1n,
          constant,
        ])
      })
    }

    it('behavior: a constant is its k1, and an unscaled value ignores k1', async () => {
      const steps = [
        set({ scale: { k1: 12n, k2: 0n }, to: one }),
        add({ scale: { k1: 3n, k2: 0n }, to: one }),
        set({ from: one, scale: { k1: 77n, k2: 0n }, to: two }),
      ]
      expect(await after_(steps, {}, one, two)).to.deep.equal([15n, 15n])
    })

    it('behavior: reads cash and payees', async () => {
      const steps = [
        pay({ from: income, due: one, to: first }),
        set({ from: income, to: two }),
        set({ from: first, to: three }),
      ]
      expect(await after_(steps, { cells: { [income]: 9n, [one]: 4n } }, two, three)).to.deep.equal([5n, 4n])
    })

    for (const [name, step] of [
      ['GAP', gap({ from: one, scale: { k1: 2n, k2: 1n }, less: two, to: three })],
      ['ADD', add({ from: one, to: one })],
      ['SET', set({ from: one, scale: { k1: 2n, k2: 1n }, to: three })],
    ] as const) {
      it(`error: Overflow of ${name}`, async () => {
        const given = { cells: { [one]: bound - 1n, [two]: bound - 2n } }
        expect(await refusal([step], given)).to.deep.equal({
          reason: 'Overflow',
          args: [0n, BigInt(step.to)],
        })
      })
    }

    it('behavior: a GAP whose value is above the bound but not its difference', async () => {
      const steps = [gap({ from: one, scale: { k1: 2n, k2: 1n }, less: two, to: three })]
      expect(await after_(steps, { cells: { [one]: 1n << 127n, [two]: 1n } }, three)).to.deep.equal([
        bound - 1n,
      ])
    })
  })

  describe('TEST', () => {
    const flagsAfter = async (fields: Parameters<typeof test>[0], given: Given = {}) =>
      outcomeOf(await attempt([test(fields)], given)).flags

    it('default: a failure sets the flag, a pass clears it', async () => {
      const fields = { left: one, leftScale: 100n, right: two, rightScale: 110n, bit: 2 }
      expect(await flagsAfter(fields, { cells: { [one]: 109n, [two]: 100n } })).to.equal(4)
      expect(await flagsAfter(fields, { cells: { [one]: 110n, [two]: 100n }, flags: 5 })).to.equal(1)
    })

    it('behavior: a latched flag stays', async () => {
      const fields = { left: one, right: two, bit: 15, latch: true }
      expect(await flagsAfter(fields, { cells: { [one]: 9n }, flags: defaultFlag })).to.equal(defaultFlag)
      expect(await flagsAfter(fields, { cells: { [two]: 9n }, flags: 1 })).to.equal(defaultFlag + 1)
    })

    it('behavior: null stands for one: constants, and a flag raised by 0 ≥ 1', async () => {
      expect(await flagsAfter({ left: one, rightScale: 5n, bit: 0 }, { cells: { [one]: 5n } })).to.equal(0)
      expect(await flagsAfter({ left: one, rightScale: 5n, bit: 0 }, { cells: { [one]: 4n } })).to.equal(1)
      expect(await flagsAfter({ leftScale: 0n, bit: 3 })).to.equal(8)
      expect(await flagsAfter({ bit: 3 }, { flags: 8 })).to.equal(0)
    })

    it('behavior: nothing due is a pass, at the greatest values too', async () => {
      const fields = {
        left: one,
        leftScale: (1n << 64n) - 1n,
        right: two,
        rightScale: (1n << 56n) - 1n,
        bit: 0,
      }
      expect(await flagsAfter(fields)).to.equal(0)
      expect(await flagsAfter(fields, { cells: { [one]: bound - 1n, [two]: bound - 1n } })).to.equal(0)
    })

    it('behavior: a later step sees the flag', async () => {
      const steps = [
        test({ leftScale: 0n, bit: 1 }),
        pay({ from: income, to: first, mask: { set: 2, clear: 0 } }),
        pay({ from: income, to: second }),
      ]
      expect(outcomeOf(await attempt(steps, { cells: { [income]: 3n } })).payees.slice(0, 2)).to.deep.equal([
        3n,
        0n,
      ])
    })
  })

  describe('the run', () => {
    it('behavior: the dry run needs what supports would pay, within no commitment', async () => {
      const steps = [
        pay({ from: income, due: one, to: first, supports: [reserve, facility] }),
        pay({ from: income, due: two, to: second, supports: [guarantor] }),
        pay({ from: facility, to: third }),
      ]
      const given = {
        cells: { [income]: 10n, [one]: 100n, [reserve]: 20n, [two]: 7n, [facility]: 1n, [left]: 3n },
      }
      expect((await attempt(steps, given)).needs).to.deep.equal([70n, 7n])
    })

    it('behavior: what a support is repaid in the same period does not lower its need', async () => {
      const steps = [
        pay({ from: income, due: owed, to: second }),
        add({ from: two, to: left }),
        pay({ from: income, due: one, to: first, supports: [facility] }),
      ]
      const given = { cells: { [income]: 10n, [owed]: 10n, [two]: 10n, [one]: 15n, [left]: 3n } }
      expect((await attempt(steps, given)).needs).to.deep.equal([15n, 0n])
    })

    it('error: OpeningOutOfBounds of an arrival, and of an input', async () => {
      const words = wordsOf(layout, [set({ from: figure, to: one })])
      const arrived = await machines.runAll(historyOf(words, { cells: { [income]: bound } }))
      expect(only(arrived).outcome).to.deep.equal({ reason: 'OpeningOutOfBounds', args: [BigInt(income)] })
      const given = await machines.runAll(historyOf(words, { cells: { [figure]: bound } }))
      expect(only(given).outcome).to.deep.equal({ reason: 'OpeningOutOfBounds', args: [BigInt(figure)] })
      const kept = await machines.runAll(historyOf(words, { cells: { [one]: bound } }))
      expect(only(kept).outcome).to.deep.equal({ reason: 'OpeningOutOfBounds', args: [BigInt(one)] })
    })

    it('error: OpeningOutOfBounds when cash carried forward and an arrival are too much together', async () => {
      const words = wordsOf(layout, [set({ from: figure, to: one })])
      const { opening, periods } = historyOf(words, { cells: { [income]: bound - 1n } })
      const carried = { ...opening, cells: opening.cells.map((value, index) => (index === 0 ? 1n : value)) }
      const [answer] = await machines.runAll({ words, opening: carried, periods })
      expect(answer?.outcome).to.deep.equal({ reason: 'OpeningOutOfBounds', args: [BigInt(income)] })
    })

    it('error: WrongCellCount of cells, arrivals and inputs', async () => {
      const words = wordsOf(layout, [set({ from: figure, to: one })])
      const { opening, periods } = historyOf(words, {})
      const [period] = periods
      if (period === undefined) throw new TypeError('one period is asked for')
      const short = <T>(values: readonly T[]): T[] => values.slice(1)
      for (const [history, count] of [
        [{ words, opening: { ...opening, cells: short(opening.cells) }, periods }, opening.cells.length],
        [{ words, opening, periods: [{ ...period, arrivals: short(period.arrivals) }] }, 4],
        [{ words, opening, periods: [{ ...period, inputs: short(period.inputs) }] }, 4],
      ] as const) {
        const { outcome } = only(await machines.runAll(history))
        expect(outcome).to.deep.equal({ reason: 'WrongCellCount', args: [count, count - 1].map(BigInt) })
      }
    })

    it('error: NotConserved by words that the check refuses', async () => {
      const words = wordsOf(layout, [add({ scale: { k1: 5n, k2: 0n }, to: income })])
      expect(await machines.check(words)).to.deep.equal({ reason: 'WrongClass', args: [0n, BigInt(income)] })
      const { outcome } = only(await machines.runAll(historyOf(words, { cells: { [income]: 2n } })))
      expect(outcome).to.deep.equal({ reason: 'NotConserved', args: [2n, 7n] })
    })
  })
})

/** Cash given to an arrival cell arrives; every other value is there when the period opens. */
function historyOf(words: readonly bigint[], { cells = {}, flags = 0 }: Given): History {
  const at = (cell: number): bigint => cells[cell] ?? 0n
  const range = (from: number, count: number): bigint[] =>
    Array.from({ length: count }, (_, step) => at(from + step))
  const { cash, state } = stateCounts
  return {
    words,
    opening: {
      ...stateOf(layout, {}),
      cells: [...zeros(4), ...range(5, cash - 4), ...range(cash + 1, state)],
      flags,
    },
    periods: [{ arrivals: range(1, 4), inputs: range(days, 4) }],
  }
}

const stateCounts = { cash: layout.cash.length, state: layout.state }

function zeros(count: number): bigint[] {
  return new Array<bigint>(count).fill(0n)
}

function only(attempts: readonly Attempt[]): Attempt {
  const [attempt] = attempts
  if (attempt === undefined || attempts.length !== 1) throw new TypeError('one period gives one answer')
  return attempt
}
