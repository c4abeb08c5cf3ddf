import { expect } from 'chai'
import fc from 'fast-check'
import { compileDeal } from '../../../src/deal/compile.ts'
import type { MachineState, Outcome } from '../../../src/deal/engine.ts'
import { tsEngine } from '../../../src/deal/engine.ts'
import { parseDeal } from '../../../src/deal/parse.ts'
import { dryRun } from '../../../src/waterfall/dryRun.ts'
import { prepare } from '../../../src/waterfall/prepare.ts'
import { run } from '../../../src/waterfall/run.ts'
import { PERIODS, threeTrancheDeal } from './threeTranche.ts'
import { type Figures, type Happening, openingFigures, type Paid, period } from './threeTrancheEquations.ts'

const compiled = compileDeal(parseDeal(JSON.stringify(threeTrancheDeal())))
const prepared = prepare(compiled.words)
const PATHS = 100

const happenings = fc.array(
  fc.record({
    income: fc.nat(30_000),
    principal: fc.nat(45_000),
    loss: fc.oneof(fc.constant(0), fc.nat(60_000)),
    performing: fc.nat(1_400_000),
    sen: fc.nat(3_000),
    sub: fc.nat(3_000),
    pays: fc.boolean(),
  }),
  { minLength: PERIODS, maxLength: PERIODS },
)

describe('three tranches with every device, against equations written apart from the machine', () => {
  it('default: the same cells and the same payments on random paths, every branch taken', () => {
    const seen = {
      acceleration: 0,
      OC: 0,
      IC: 0,
      CUM: 0,
      PDL: 0,
      drawn: 0,
      proRata: 0,
      deficiencyA: 0,
      periods: 0,
    }
    fc.assert(
      fc.property(happenings, path => {
        const figures = openingFigures()
        let state: MachineState = { cells: compiled.opening, flags: 0 }
        path.forEach((drawn, row) => {
          const happening = withSupports(drawn, { state, row })
          const before = structuredClone(figures)
          const paid = period(figures, happening)
          const outcome = run(prepared, state, inputsOf(happening, row))
          const found = differences(stateOf(outcome), figuresOf(figures))
          const paidApart = differences(payeesOf(outcome), paymentsOf(paid))
          expect([...found, ...paidApart].join('\n'), `period ${row + 1}`).to.equal('')
          state = { cells: outcome.cells, flags: outcome.flags }
          count(seen, { outcome, before, figures, paid })
        })
      }),
      { numRuns: PATHS, seed: 20_261_124, includeErrorInReport: true, endOnFailure: true },
    )
    for (const [branch, times] of Object.entries(seen)) expect(times, branch).to.be.greaterThan(20)
  })

  it('default: the program in words has as many operations as the program has steps', () => {
    expect(tsEngine(compiled.words).name).to.equal('ts')
    expect(compiled.words.length).to.be.within(80, 180)
  })
})

type Named = Readonly<Record<string, bigint>>

function differences(machine: Named, equations: Named): readonly string[] {
  const names = [...new Set([...Object.keys(machine), ...Object.keys(equations)])]
  return names
    .filter(name => machine[name] !== equations[name])
    .map(name => `${name}: machine ${machine[name]}, equations ${equations[name]}`)
}

type Drawn = { readonly [Key in keyof Omit<Happening, 'facility' | 'guarantor' | 'last'>]: number } & {
  readonly pays: boolean
}

/** The supports pay what the dry run calls, or nothing. */
function withSupports(
  { pays, ...numbers }: Drawn,
  { state, row }: { state: MachineState; row: number },
): Happening {
  const happening = {
    income: BigInt(numbers.income),
    principal: BigInt(numbers.principal),
    loss: BigInt(numbers.loss),
    performing: BigInt(numbers.performing),
    sen: BigInt(numbers.sen),
    sub: BigInt(numbers.sub),
    last: row === PERIODS - 1,
    facility: 0n,
    guarantor: 0n,
  }
  if (!pays) return happening
  const [facility, guarantor] = dryRun(prepared, state, inputsOf(happening, row))
  return { ...happening, facility: facility?.call ?? 0n, guarantor: guarantor?.call ?? 0n }
}

function inputsOf(happening: Happening, row: number): { arrivals: bigint[]; inputs: bigint[] } {
  const reported: Readonly<Record<string, bigint>> = {
    'report:fee:sen': happening.sen,
    'report:fee:sub': happening.sub,
    'report:loss': happening.loss,
    'report:performing': happening.performing,
  }
  return {
    arrivals: [happening.income, happening.principal, happening.facility, happening.guarantor],
    inputs: [
      ...(compiled.schedule.rows[row] ?? []),
      ...compiled.reportInputs.map(({ name }) => reported[name] ?? 0n),
    ],
  }
}

function stateOf({ cells, flags }: Outcome): Readonly<Record<string, bigint>> {
  const named = compiled.cells
    .slice(1, 1 + cells.length)
    .map((name, index) => [name, cells[index] ?? 0n] as const)
  const shown = named.filter(
    ([name]) => !/^(arrival|support|purse|aside|drawable|cumulativeDefault)/.test(name),
  )
  return Object.fromEntries([...shown, ['accelerated', BigInt((flags >> 14) & 1)]])
}

function figuresOf(f: Figures): Readonly<Record<string, bigint>> {
  return {
    'account:income': f.inc,
    'account:principal': f.pri,
    'account:reserve': f.res,
    'owed:facility': f.owed.facility,
    'owed:guarantor': f.owed.guarantor,
    'left:facility': f.left.facility,
    'left:guarantor': f.left.guarantor,
    'balance:A': f.bal.A,
    'balance:B': f.bal.B,
    'balance:J': f.bal.J,
    taxDue: f.tax,
    'feeDue:sen': f.sen,
    'feeDue:sub': f.sub,
    'interestDue:A': f.int.A,
    'interestOnArrears:A': f.ioa.A,
    'interestDue:B': f.int.B,
    'interestOnArrears:B': f.ioa.B,
    'interestDue:J': f.int.J,
    'deficiency:A': f.pdl.A,
    'deficiency:B': f.pdl.B,
    'deficiency:J': f.pdl.J,
    cumulativeCollections: f.collections,
    cumulativeBaseline: f.baseline,
    accelerated: f.accelerated ? 1n : 0n,
  }
}

function payeesOf({ payees }: Outcome): Readonly<Record<string, bigint>> {
  return Object.fromEntries(
    compiled.payees
      .map(({ name }, index) => [name, payees[index] ?? 0n] as const)
      .filter(([name]) => !/reimbursement|return/.test(name)),
  )
}

function paymentsOf(paid: Paid): Readonly<Record<string, bigint>> {
  return {
    'paid:tax': paid.tax,
    'paid:fee:sen': paid.sen,
    'paid:fee:sub': paid.sub,
    'paid:interest:A': paid.interest.A,
    'paid:interest:B': paid.interest.B,
    'paid:interest:J': paid.interest.J,
    'paid:principal:A': paid.principal.A,
    'paid:principal:B': paid.principal.B,
    'paid:principal:J': paid.principal.J,
    'paid:residual:J': paid.residual,
  }
}

type Seen = Record<
  'acceleration' | 'OC' | 'IC' | 'CUM' | 'PDL' | 'drawn' | 'proRata' | 'deficiencyA' | 'periods',
  number
>
type Observed = {
  readonly outcome: Outcome
  readonly before: Figures
  readonly figures: Figures
  readonly paid: Paid
}

function count(seen: Seen, { outcome, before, figures, paid }: Observed): void {
  const on = (name: string): boolean => {
    const bit = compiled.flagNames.find(flag => flag.name === name)?.bit ?? 0
    return ((outcome.flags >> bit) & 1) === 1
  }
  seen.periods += 1
  if (on('acceleration')) seen.acceleration += 1
  for (const name of ['OC', 'IC', 'CUM', 'PDL'] as const) if (on(name)) seen[name] += 1
  if (figures.left.facility < before.left.facility || figures.left.guarantor < before.left.guarantor)
    seen.drawn += 1
  if (paid.principal.B > 0n && figures.bal.A > 0n) seen.proRata += 1
  if (figures.pdl.A > before.pdl.A) seen.deficiencyA += 1
}
