import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parseDay } from '../../src/domain/dates.ts'
import { balanceCell, freeCell, inputCell, payeeCell, tempCell } from '../../src/waterfall/cells.ts'
import type { Layout, Operation } from '../../src/waterfall/program.ts'
import type { PeriodInputs } from '../../src/waterfall/run.ts'
import { accrue, add, gap, layoutOf, pay, stateOf, test, wordsOf } from '../src/waterfall/build.ts'
import { type Machines, openMachines, outcomeOf } from './machines.ts'

type Figures = Readonly<Record<string, number | boolean>>
type Period = {
  readonly paymentDate: string
  readonly expected: Figures
  readonly [field: string]: unknown
}
type Case = {
  readonly id: string
  readonly accrualStartDate: string
  readonly A1: { readonly balance: number; readonly rate: string }
  readonly periods: readonly Period[]
  readonly [field: string]: unknown
}

const file = new URL('../vectors/waterfall_absbox_docs.json', import.meta.url)
const { cases, meta } = JSON.parse(readFileSync(file, 'utf8')) as {
  cases: Case[]
  meta: { count: { cases: number } }
}

/** What one period of a case gave, cell by cell. */
type Answer = {
  readonly cell: (index: number) => number
  readonly paid: (payee: number) => number
  readonly flags: number
}

/** Income and principal accounts, a reserve; a note with arrears and interest on them; days, target and a fee. */
const layout: Layout = layoutOf({
  income: 1,
  principal: 1,
  accounts: 1,
  notes: 1,
  free: 4,
  payees: 4,
  scheduled: 2,
  reported: 2,
  temps: 1,
})
const [income, principal, reserve] = [1, 2, 3] as const
const balance = balanceCell(layout, 0)
const [interest, onArrears, feeDue, cumulative] = [0, 1, 2, 3].map(position =>
  freeCell(layout, position),
) as [number, number, number, number]
const [days, target, fee, defaulted] = [0, 1, 2, 3].map(position => inputCell(layout, position)) as [
  number,
  number,
  number,
  number,
]
const gapCell = tempCell(layout, 0)
const [toFee, toInterest, toPrincipal, toResidual] = [0, 1, 2, 3].map(position =>
  payeeCell(layout, position),
) as [number, number, number, number]
const failing = 3

describe('cases of executed AbsBox notebooks, in both machines', () => {
  let machines: Machines
  const seen: string[] = []
  before(async () => {
    machines = await openMachines()
  })
  after(() => machines.close())

  const replay = async (
    steps: readonly Operation[],
    vector: Case,
    periods: readonly PeriodInputs[],
    reserved = 0,
  ) => {
    seen.push(vector.id)
    const words = wordsOf(layout, steps)
    expect(await machines.check(words)).to.equal(undefined)
    const opening = stateOf(layout, {
      cash: [0n, 0n, BigInt(reserved)],
      state: [BigInt(vector.A1?.balance ?? 0)],
    })
    const attempts = await machines.runAll({ words, opening, periods })
    return attempts.map((attempt): Answer => {
      const { cells, payees, flags } = outcomeOf(attempt)
      return {
        cell: index => Number(cells[index - 1]),
        paid: payee => Number(payees[payee - toFee]),
        flags,
      }
    })
  }

  it('interest-coverage-test: a failing test turns the rest of the interest cash to principal', async () => {
    const vector = caseOf('interest-coverage-test')
    const hasFailed = { set: 1 << failing, clear: 0 }
    const steps = [
      accrue({ balance, ratePpb: ratePpb(vector), days, to: interest }),
      test({ left: income, leftScale: 100n, right: interest, rightScale: 110n, bit: failing }),
      pay({ from: income, due: interest, to: toInterest }),
      pay({ from: income, due: balance, to: toPrincipal, mask: hasFailed }),
      pay({ from: income, to: toResidual, mask: { set: 0, clear: 1 << failing } }),
      pay({ from: principal, due: balance, to: toPrincipal }),
    ]
    const dues = vector.periods.map(({ expected }) => Number(expected['A1InterestDue']))
    const available = vector.periods.map(({ availableInterestAfterSeniorFee, expected }, period) =>
      // Where the source does not show the cash, the least cash that has the ratio it shows.
      Number(
        availableInterestAfterSeniorFee ??
          Math.ceil(Number(expected['ratioTruncated']) * (dues[period] ?? 0)),
      ),
    )
    const periods = vector.periods.map(({ A1PrincipalFromPrincipalAccount }, period) =>
      inputsOf(vector, period, { income: available[period], principal: A1PrincipalFromPrincipalAccount }),
    )
    const answers = await replay(steps, vector, periods)
    for (const [period, { expected }] of vector.periods.entries()) {
      const { cell, paid, flags } = at(answers, period)
      expect({
        A1InterestDue: cell(interest) + paid(toInterest),
        ratioTruncated:
          Math.floor(((available[period] ?? 0) * 100) / (cell(interest) + paid(toInterest))) / 100,
        icTestFails: (flags & (1 << failing)) !== 0,
        A1InterestPaid: paid(toInterest),
        A1Arrears: cell(interest),
        A1EndBalance: cell(balance),
      }).to.deep.equal(expected)
    }
  })

  it('principal-schedule-by-period: down to the target of the period, no further', async () => {
    const vector = caseOf('principal-schedule-by-period')
    const rows = vector['expected'] as {
      paymentDate: string
      interest: number
      principal: number
      endBalance: number
    }[]
    const targets = new Map(vector['targetBalanceByPeriodIndex'] as [number, number][])
    const first = Number(vector['firstPeriodIndex'])
    const steps = [
      accrue({ balance, ratePpb: ratePpb(vector), days, to: interest }),
      pay({ from: income, due: interest, to: toInterest }),
      gap({ from: balance, less: target, to: gapCell }),
      pay({ from: income, due: gapCell, to: toPrincipal, also: [balance] }),
      pay({ from: income, to: toResidual }),
    ]
    const firstCash = (rows[0]?.interest ?? 0) + (rows[0]?.principal ?? 0)
    const dated = { ...vector, periods: rows.map(({ paymentDate }) => ({ paymentDate, expected: {} })) }
    const periods = rows.map((_, period) =>
      inputsOf(dated, period, {
        income: period === 0 ? firstCash : vector['cashPerPeriodAfterFirst'],
        target: targets.get(first + period) ?? 0,
      }),
    )
    const answers = await replay(steps, vector, periods)
    for (const [period, { paymentDate: _, ...row }] of rows.entries()) {
      const { cell, paid } = at(answers, period)
      const given = { interest: paid(toInterest), principal: paid(toPrincipal), endBalance: cell(balance) }
      expect(given).to.deep.equal(row)
    }
  })

  for (const [id, factor] of [
    ['interest-arrears-without-interest', 0n],
    ['interest-on-arrears-at-1.2x-rate', 12n],
  ] as const) {
    it(`${id}: arrears and the interest on them in separate buckets`, async () => {
      const vector = caseOf(id)
      const steps = [
        accrue({ balance: interest, ratePpb: (ratePpb(vector) * factor) / 10n, days, to: onArrears }),
        accrue({ balance, ratePpb: ratePpb(vector), days, to: interest }),
        pay({ from: income, due: onArrears, to: toInterest }),
        pay({ from: income, due: interest, to: toInterest }),
        pay({ from: principal, due: balance, to: toPrincipal }),
      ]
      const periods = vector.periods.map(({ availableInterest, principal }, period) =>
        inputsOf(vector, period, { income: availableInterest, principal }),
      )
      const answers = await replay(steps, vector, periods)
      for (const [period, { expected }] of vector.periods.entries()) {
        const { cell, paid } = at(answers, period)
        expect({
          interestPaid: paid(toInterest),
          arrears: cell(interest) + cell(onArrears),
          endBalance: cell(balance),
        }).to.deep.equal(expected)
      }
    })
  }

  it('reserve-draw-and-top-up: the reserve pays the fee and the interest, then is filled again', async () => {
    const vector = caseOf('reserve-draw-and-top-up')
    const { opening, target: full } = vector['reserve'] as { opening: number; target: number }
    const steps = [
      add({ from: fee, to: feeDue }),
      accrue({ balance, ratePpb: ratePpb(vector), days, to: interest }),
      pay({ from: income, due: feeDue, to: toFee, supports: [reserve] }),
      pay({ from: income, due: interest, to: toInterest, supports: [reserve] }),
      gap({ from: target, less: reserve, to: gapCell }),
      pay({ from: income, due: gapCell, to: reserve }),
      pay({ from: income, due: balance, to: toPrincipal }),
    ]
    const periods = vector.periods.map(({ collections, fee }, period) =>
      inputsOf(vector, period, { income: collections, fee, target: full }),
    )
    const answers = await replay(steps, vector, periods, opening)
    let before = opening
    for (const [period, { expected, collections }] of vector.periods.entries()) {
      const { cell, paid } = at(answers, period)
      const [paidInterest, paidPrincipal] = [paid(toInterest), paid(toPrincipal)]
      const draw = Math.max(0, paid(toFee) + paidInterest - Number(collections))
      expect({
        interestPaid: paidInterest,
        reserveDraw: draw,
        reserveTopUp: cell(reserve) - before + draw,
        A1Principal: paidPrincipal,
        reserveEnd: cell(reserve),
        A1EndBalance: cell(balance),
      }).to.deep.equal(expected)
      before = cell(reserve)
    }
  })

  it('trigger-threshold-by-period: the cumulative default rate fires above its threshold, for good', async () => {
    const vector = caseOf('trigger-threshold-by-period')
    const observed = vector.periods as unknown as {
      cumulativeDefaultRate: number
      threshold: number
      fires: boolean
    }[]
    const cumulated = observed.map(({ cumulativeDefaultRate }) => Math.round(cumulativeDefaultRate * pool))
    expect(cumulated.map(amount => amount / pool)).to.deep.equal(observed.map(o => o.cumulativeDefaultRate))
    const fired = await firesOf(vector, cumulated, 14n)
    expect(fired).to.deep.equal(observed.map(({ fires }) => fires))
  })

  it('acceleration-by-cumulative-default: the same in amounts', async () => {
    const vector = caseOf('acceleration-by-cumulative-default')
    expect(vector['denominator']).to.equal(pool)
    const observed = vector['observations'] as { cumulativeDefault: number; fires: boolean }[]
    const fired = await firesOf(
      vector,
      observed.map(({ cumulativeDefault }) => cumulativeDefault),
      50n,
    )
    expect(fired).to.deep.equal(observed.map(({ fires }) => fires))
  })

  it('no case is left out', () => {
    expect(seen).to.have.members(cases.map(({ id }) => id))
    expect(cases).to.have.lengthOf(meta.count.cases)
  })

  /** Fires when cumulated defaults exceed so many thousandths of the pool; latched. */
  const firesOf = async (
    vector: Case,
    cumulated: readonly number[],
    perMille: bigint,
  ): Promise<boolean[]> => {
    const steps = [
      add({ from: defaulted, to: cumulative }),
      test({
        leftScale: BigInt(pool) * perMille,
        right: cumulative,
        rightScale: 1000n,
        bit: failing,
        latch: true,
      }),
    ]
    const periods = cumulated.map((amount, period) => ({
      arrivals: [0n, 0n],
      inputs: [0n, 0n, 0n, BigInt(amount - (cumulated[period - 1] ?? 0))],
    }))
    const answers = await replay(steps, vector, periods)
    return answers.map(({ flags }) => (flags & (1 << failing)) !== 0)
  }
})

const pool = 220_000

function caseOf(id: string): Case {
  const found = cases.find(vector => vector.id === id)
  if (found === undefined) throw new TypeError(`the vectors have no case ${id}`)
  return found
}

function ratePpb({ A1 }: Case): bigint {
  return BigInt(Math.round(Number(A1.rate) * 1e9))
}

type Given = {
  readonly income?: unknown
  readonly principal?: unknown
  readonly fee?: unknown
  readonly target?: unknown
}

function inputsOf({ accrualStartDate, periods }: Case, period: number, given: Given): PeriodInputs {
  const start = parseDay(periods[period - 1]?.paymentDate ?? accrualStartDate)
  const end = parseDay(periods[period]?.paymentDate ?? '')
  const amount = (value: unknown): bigint => BigInt(Number(value ?? 0))
  return {
    arrivals: [amount(given.income), amount(given.principal)],
    inputs: [end - start, amount(given.target), amount(given.fee), 0n],
  }
}

function at(answers: readonly Answer[], period: number): Answer {
  const answer = answers[period]
  if (answer === undefined) throw new TypeError(`there is no period ${period}`)
  return answer
}
