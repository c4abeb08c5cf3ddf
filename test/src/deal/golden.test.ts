import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { cellOf, type PeriodResult, simulate } from '../../../src/deal/simulate.ts'
import { compiledSample, DEMO, root, sampleInputs } from './samples.ts'

type GoldenStep = { readonly step: string; readonly due: string; readonly paid: string }
type GoldenPeriod = {
  readonly n: number
  readonly date: string
  readonly mode: string
  readonly coll_interest: string
  readonly coll_principal: string
  readonly recovery: string
  readonly forecast: string
  readonly carry_in: string
  readonly carry_out: string
  readonly draw: string
  readonly guarantor_owed: string
  readonly guarantor_cap_left: string
  readonly cum_default: string
  readonly steps: readonly GoldenStep[]
  readonly balances: Readonly<Record<string, string>>
  readonly unpaid: {
    readonly fees_senior?: string
    readonly A: { readonly interest: string; readonly sched_principal: string }
    readonly B: { readonly interest: string; readonly sched_principal: string }
  }
  readonly events: readonly string[]
}

const compiled = compiledSample(DEMO)

for (const scenario of ['base', 'late_then_cured', 'default']) {
  const golden = goldenPeriods(scenario)

  describe(`golden ${scenario}`, () => {
    let periods: readonly PeriodResult[]

    before(async () => {
      periods = (await simulate(compiled, sampleInputs(compiled.deal, scenario))).periods
    })

    it('has a period for every golden one', () => {
      expect(periods.length).to.equal(golden.length)
    })

    for (const expected of golden) {
      it(`period ${expected.n}: collections, accounts, balances, dues and the guarantor, to the fen`, () => {
        expect(figuresOf(periodAt(periods, expected.n))).to.deep.equal(goldenFigures(expected))
      })

      it(`period ${expected.n}: every step in order, and nothing paid besides`, () => {
        const ran = periodAt(periods, expected.n).lines.filter(line => line.ran)
        const matched = matchSteps(ran, expected.steps)
        expect(
          matched.map(line => ({ step: line.id, due: `${line.due}`, paid: `${line.paid}` })),
        ).to.deep.equal(expected.steps)
        const others = ran.filter(line => !matched.includes(line) && line.paid !== 0n)
        expect(others).to.deep.equal([])
      })
    }
  })
}

describe('triggers of the demo deal', () => {
  it('acceleration takes effect in the calculation that finds it, default at the next date', async () => {
    const { periods } = await simulate(compiled, sampleInputs(compiled.deal, 'default'))
    const raised = (number: number): readonly string[] =>
      periodAt(periods, number)
        .triggers.filter(trigger => trigger.raised)
        .map(({ id }) => id)
    expect(periodAt(periods, 2).mode).to.equal('acceleration')
    expect(raised(2)).to.include('AE1')
    expect(raised(4)).not.to.include('ED1')
    expect(periodAt(periods, 5).mode).to.equal('acceleration')
    expect(raised(5)).to.include('ED1')
    expect(periodAt(periods, 6).mode).to.equal('default')
  })

  it('low collections count periods in a row', async () => {
    const late = await simulate(compiled, sampleInputs(compiled.deal, 'late_then_cured'))
    expect(cellOf(compiled, stateAfter(late.periods, 1), 'lowPeriods:AE3:1')).to.equal(1n)
    expect(cellOf(compiled, stateAfter(late.periods, 2), 'lowPeriods:AE3:1')).to.equal(0n)
    const failed = await simulate(compiled, sampleInputs(compiled.deal, 'default'))
    const ae3 = failed.periods.map(({ triggers }) =>
      triggers.some(({ id, raised }) => id === 'AE3' && raised),
    )
    expect(ae3.slice(0, 4)).to.deep.equal([false, false, true, true])
  })
})

function stateAfter(periods: readonly PeriodResult[], number: number): { cells: readonly bigint[] } {
  return { cells: periodAt(periods, number).cells.map(({ after }) => after) }
}

function goldenPeriods(scenario: string): readonly GoldenPeriod[] {
  return JSON.parse(readFileSync(join(root, 'test', 'golden', `${scenario}.json`), 'utf8')).periods
}

function periodAt(periods: readonly PeriodResult[], number: number): PeriodResult {
  const period = periods[number - 1]
  if (period === undefined) return expect.fail(`There is no period ${number}`)
  return period
}

function figuresOf(period: PeriodResult): Readonly<Record<string, string>> {
  const state = {
    before: period.cells.map(({ before }) => before),
    after: period.cells.map(({ after }) => after),
  }
  const at = (name: string, when: 'before' | 'after' = 'after'): string =>
    cellOf(compiled, { cells: state[when] }, name).toString()
  const [call] = period.calls
  return {
    date: period.date,
    mode: period.mode,
    income: `${period.income}`,
    principal: `${period.principal - period.recovery}`,
    recovery: `${period.recovery}`,
    baseline: `${period.baseline}`,
    carryIn: at('account:plan', 'before'),
    carryOut: at('account:plan'),
    drawn: `${call?.drawn}`,
    owed: `${call?.owed}`,
    left: `${call?.left}`,
    need: `${call?.need}`,
    paid: `${call?.paid}`,
    defaults: at('cumulativeDefault'),
    A: at('balance:A'),
    B: at('balance:B'),
    C: at('balance:C'),
    interestA: at('interestDue:A'),
    interestB: at('interestDue:B'),
    scheduledA: at('principalDue:A'),
    scheduledB: at('principalDue:B'),
    fees: at('feeDue:senior'),
  }
}

/** The notice in the events is the need; what is paid of it is what the guarantor had left. */
function goldenFigures(golden: GoldenPeriod): Readonly<Record<string, string>> {
  const notice = golden.events.find(event => event.startsWith('shortfall notice'))?.split(' ')
  return {
    date: golden.date,
    mode: golden.mode,
    income: golden.coll_interest,
    principal: golden.coll_principal,
    recovery: golden.recovery,
    baseline: golden.forecast,
    carryIn: golden.carry_in,
    carryOut: golden.carry_out,
    drawn: golden.draw,
    owed: golden.guarantor_owed,
    left: golden.guarantor_cap_left,
    need: notice?.[2] ?? '0',
    paid: notice?.[4] ?? '0',
    defaults: golden.cum_default,
    A: golden.balances['A'] ?? '',
    B: golden.balances['B'] ?? '',
    C: golden.balances['C'] ?? '',
    interestA: golden.unpaid.A.interest,
    interestB: golden.unpaid.B.interest,
    scheduledA: golden.unpaid.A.sched_principal,
    scheduledB: golden.unpaid.B.sched_principal,
    fees: golden.unpaid.fees_senior ?? '0',
  }
}

/** The lines that the golden steps name, in their order; lines that golden leaves out are passed over. */
function matchSteps(lines: PeriodResult['lines'], steps: readonly GoldenStep[]): PeriodResult['lines'] {
  let from = 0
  return steps.flatMap(({ step }) => {
    const found = lines.findIndex((line, index) => index >= from && line.id === step)
    if (found < 0) return []
    from = found + 1
    return lines.slice(found, found + 1)
  })
}
