import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parseDay } from '../../src/domain/dates.ts'
import { fractionOf } from '../../src/domain/dayCount.ts'
import { freeCell, inputCell, payeeCell } from '../../src/waterfall/cells.ts'
import type { Operation, Rounding } from '../../src/waterfall/program.ts'
import { accrue, add, gap, layoutOf, pay, set, split, stateOf, wordsOf } from '../src/waterfall/build.ts'
import { type Attempt, type Machines, openMachines, outcomeOf } from './machines.ts'

type Case = { readonly id: string; readonly op: string } & Readonly<Record<string, unknown>>

const file = new URL('../vectors/allocation_primitives.json', import.meta.url)
const { cases, meta } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[]; meta: { count: number } }

/** One cash cell, six free state cells, four inputs, three payees: enough for every case. */
const layout = layoutOf({ income: 1, free: 6, payees: 3, reported: 4 })
const free = [0, 1, 2, 3, 4, 5].map(position => freeCell(layout, position))
const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = free
const inputs = [0, 1, 2, 3].map(position => inputCell(layout, position))
const [in1 = 0, in2 = 0, in3 = 0, in4 = 0] = inputs
const payees = [0, 1, 2].map(position => payeeCell(layout, position))

type Trial = {
  readonly steps: readonly Operation[]
  readonly cash?: number
  readonly state?: readonly number[]
  readonly inputs?: readonly number[]
}

describe('allocation primitives, as steps of both machines', () => {
  let machines: Machines
  before(async () => {
    machines = await openMachines()
  })
  after(() => machines.close())

  const attempt = async (trial: Trial): Promise<Attempt> => {
    const words = wordsOf(layout, trial.steps)
    expect(await machines.check(words)).to.equal(undefined)
    const given = [0, 1, 2, 3].map(position => BigInt(trial.inputs?.[position] ?? 0))
    const [answer] = await machines.runAll({
      words,
      opening: stateOf(layout, { state: (trial.state ?? []).map(BigInt) }),
      periods: [{ arrivals: [BigInt(trial.cash ?? 0)], inputs: given }],
    })
    if (answer === undefined) throw new TypeError('one period gives one answer')
    return answer
  }
  const figures = async (trial: Trial) => {
    const { cells, payees } = outcomeOf(await attempt(trial))
    return { cash: Number(cells[0]), state: cells.slice(1).map(Number), payees: payees.map(Number) }
  }

  const checks: Record<string, (vector: Case) => Promise<void>> = {
    proRata: async ({ due, cash, expected }) => {
      const state = numbers(due)
      const steps = [split({ from: 1, weights: [one, two, three], to: payees })]
      expect((await figures({ steps, cash: number(cash), state })).payees).to.deep.equal(expected)
    },
    sequential: async ({ due, cash, expected, leftover }) => {
      const steps = payees.map((to, position) => pay({ from: 1, due: free[position] ?? 0, to }))
      const result = await figures({ steps, cash: number(cash), state: numbers(due) })
      expect(result.payees).to.deep.equal(expected)
      expect(result.cash).to.equal(leftover ?? 0)
    },
    writeOffInListOrder: async ({ balances, loss, expectedBalances, unallocated }) => {
      const steps = [
        add({ from: in1, to: three }),
        pay({ from: three, due: one, to: four }),
        pay({ from: three, due: two, to: four }),
      ]
      const { state } = await figures({ steps, state: numbers(balances), inputs: [number(loss)] })
      expect(state.slice(0, 3)).to.deep.equal([...numbers(expectedBalances), unallocated])
    },
    writeOffOneNote: async ({ balance, loss, expectedError }) => {
      expect(expectedError).to.be.a('string')
      const steps = [pay({ from: in1, to: four, also: [one] })]
      const { outcome } = await attempt({ steps, state: [number(balance)], inputs: [number(loss)] })
      expect(outcome).to.deep.equal({ reason: 'Underflow', args: [0n, BigInt(one)] })
    },
    roundToMultiple: async ({ mode, step, x, expected }) => {
      const multiple = BigInt(scaled(step))
      const rounding = mode as Rounding
      const steps = [
        set({ from: in1, scale: { k1: 1n, k2: multiple }, to: one, rounding }),
        set({ from: one, scale: { k1: multiple, k2: 1n }, to: two }),
      ]
      const { state } = await figures({ steps, inputs: [scaled(x)] })
      expect(state[1]).to.equal(scaled(expected))
    },
    reserveTarget: async vector => {
      const { type, expected, expectedGap, target, balance, poolBalance, gapWithBalance20000 } = vector
      const ofPool = { k1: ratePpb(vector['rate'] ?? 0), k2: 1_000_000_000n }
      const fixed = { k1: BigInt(number(target ?? 0)), k2: 0n }
      const steps = [
        set(type === 'fixed' ? { scale: fixed, to: one } : { from: in1, scale: ofPool, to: one }),
        gap({ from: one, less: in2, to: two }),
      ]
      const { state } = await figures({
        steps,
        inputs: [number(poolBalance ?? 0), number(balance ?? 20_000)],
      })
      expect(state[0]).to.equal(expected ?? target)
      expect(state[1]).to.equal(expectedGap ?? gapWithBalance20000)
    },
    accountInterest: async ({ rate, from, to, balanceHistory, expected }) => {
      const history = balanceHistory as (readonly [string, number])[]
      const spans = history.map(([start, balance], position) => {
        const end = history[position + 1]?.[0] ?? String(to)
        return { balance, days: days30E(start, end) }
      })
      expect(history[0]?.[0]).to.equal(from)
      const steps = [
        ...spans.map(({ days }, position) =>
          add({ from: inputs[position] ?? 0, scale: { k1: days, k2: 1n }, to: one }),
        ),
        set({ from: one, scale: { k1: ratePpb(rate), k2: 360n }, to: two }),
        set({ from: two, scale: { k1: 1n, k2: 1_000_000_000n }, to: three }),
      ]
      const { state } = await figures({ steps, inputs: spans.map(({ balance }) => balance) })
      expect(state[2]).to.equal(expected)
    },
    liquidityFacilityAccrual: async vector => {
      const steps = [
        accrue({ balance: in1, ratePpb: ratePpb(vector['interestRate']), days: in3, to: one }),
        accrue({ balance: in2, ratePpb: ratePpb(vector['commitmentFeeRate']), days: in3, to: two }),
      ]
      const { drawn, undrawn, expected } = vector
      const { state } = await figures({ steps, inputs: [number(drawn), number(undrawn), actualDays(vector)] })
      expect({ interest: state[0], commitmentFee: state[1] }).to.deep.equal(expected)
    },
    rateCapPayoff: async vector => {
      const { notional, strike, index, expected } = vector
      const steps = [
        gap({ from: in3, less: in4, to: five }),
        accrue({ balance: in1, rate: five, days: in2, to: six }),
      ]
      const given = [number(notional), actualDays(vector), Number(ratePpb(index)), Number(ratePpb(strike))]
      expect((await figures({ steps, inputs: given })).state[5]).to.equal(expected)
    },
  }

  for (const vector of cases) {
    it(`${vector.id}: ${vector.op}`, async () => {
      const check = checks[vector.op]
      expect(check, `no steps for ${vector.op}`).to.be.a('function')
      await check?.(vector)
    })
  }

  it('no case is left out', () => {
    expect(cases).to.have.lengthOf(meta.count)
  })
})

function number(value: unknown): number {
  expect(value).to.be.a('number')
  return Number(value)
}

function numbers(values: unknown): number[] {
  expect(values).to.be.an('array')
  return (values as number[]).map(number)
}

/** Decimal text in units of 0.00001, the finest step of the vectors. */
function scaled(value: unknown): number {
  return Math.round(Number(value) * 100_000)
}

function ratePpb(value: unknown): bigint {
  return BigInt(Math.round(Number(value) * 1e9))
}

function days30E(start: string, end: string): bigint {
  const { numerator, denominator } = fractionOf(
    { convention: '30E/360' },
    { start: parseDay(start), end: parseDay(end) },
  )
  return (numerator * 360n) / denominator
}

function actualDays({ from, to }: Case): number {
  return Number(parseDay(String(to)) - parseDay(String(from)))
}
