import { formatDay } from '../domain/dates.ts'
import { accelerationBit, defaultBit } from '../waterfall/program.ts'
import type { CompiledDeal, DatedPeriod } from './compile.ts'
import type { Mode } from './deal.ts'
import { type Engine, type MachineState, type Outcome, tsEngine } from './engine.ts'
import { UnknownNameError } from './errors.ts'
import type { Inputs, PeriodReport } from './parseInputs.ts'
import type { Pass } from './program/draft.ts'
import type { CellName } from './program/namedOperation.ts'
import { inputVector } from './reportInputs.ts'

export type Simulation = {
  readonly deal: string
  readonly scenario: string | null
  readonly engine: string
  readonly programHash: string
  readonly periods: readonly PeriodResult[]
  /** Whether any tranche is still unpaid after the last period that was given. */
  readonly unpaid: boolean
}

export type PeriodResult = {
  readonly period: number
  readonly date: string
  readonly tail: boolean
  readonly provisional: boolean
  readonly mode: Mode
  readonly income: bigint
  readonly principal: bigint
  readonly recovery: bigint
  readonly baseline: bigint
  readonly calls: readonly SupportCall[]
  readonly lines: readonly LineResult[]
  readonly payees: readonly { readonly name: CellName; readonly amount: bigint }[]
  readonly cells: readonly { readonly name: CellName; readonly before: bigint; readonly after: bigint }[]
  readonly triggers: readonly TriggerResult[]
  readonly events: readonly SimulationEvent[]
  readonly flags: { readonly before: number; readonly after: number }
}

export type SupportCall = {
  readonly support: string
  /** What is short without it, unlimited by its own commitment. */
  readonly need: bigint
  readonly call: bigint
  readonly paid: bigint
  readonly drawn: bigint
  readonly owed: bigint
  readonly left: bigint
}

/** A line that did not run in the mode of the period has `ran` false and paid nothing. */
export type LineResult = {
  readonly id: string
  readonly step: string
  readonly path: string | null
  readonly mode: Mode | 'any'
  readonly pass: Pass
  readonly ran: boolean
  readonly due: bigint
  readonly paid: bigint
  readonly shortfall: bigint
}

export type TriggerResult = {
  readonly id: string
  readonly effect: string
  readonly raised: boolean
  /** On already before this period. */
  readonly before: boolean
}

export type SimulationEvent =
  | { readonly kind: 'raised' | 'cured'; readonly trigger: string; readonly effect: string }
  | { readonly kind: 'mode'; readonly mode: Mode }
  | {
      readonly kind: 'called'
      readonly support: string
      readonly need: bigint
      readonly call: bigint
      readonly paid: bigint
    }
  | { readonly kind: 'reported'; readonly event: string }
  | { readonly kind: 'repaid'; readonly tranche: string }

/** Runs a deal over period inputs: before each calculation a dry run calls the supports, which then pay as the inputs say. */
export async function simulate(
  compiled: CompiledDeal,
  inputs: Inputs,
  engine: Engine = tsEngine(compiled.words),
): Promise<Simulation> {
  let state: MachineState = { cells: compiled.opening, flags: compiled.flags }
  const periods: PeriodResult[] = []
  for (const report of inputs.periods) {
    const { result, after } = await simulatePeriod(report, { compiled, engine, state })
    periods.push(result)
    state = after
  }
  return {
    deal: compiled.deal.id,
    scenario: inputs.scenario,
    engine: engine.name,
    programHash: compiled.programHash,
    periods,
    unpaid: compiled.deal.tranches.some(({ id }) => cellOf(compiled, state, `balance:${id}`) > 0n),
  }
}

type Standing = { readonly compiled: CompiledDeal; readonly engine: Engine; readonly state: MachineState }

async function simulatePeriod(
  report: PeriodReport,
  { compiled, engine, state }: Standing,
): Promise<{ readonly result: PeriodResult; readonly after: MachineState }> {
  const { supports } = compiled.deal
  const uncalled = {
    arrivals: [report.income, report.principal, ...supports.map(() => 0n)],
    inputs: inputVector(compiled, { report, unpaidCalls: supports.map(() => 0n) }),
  }
  const needs = supports.length === 0 ? [] : await engine.need(state, uncalled)
  const called = supports.map(({ id }, index) => {
    const need = needs[index] ?? 0n
    const call = least(need, cellOf(compiled, state, `left:${id}`))
    return { support: id, need, call, paid: report.supportPays.get(id) ?? call }
  })
  const outcome = await engine.run(state, {
    arrivals: [report.income, report.principal, ...called.map(({ paid }) => paid)],
    inputs: inputVector(compiled, {
      report,
      unpaidCalls: called.map(({ call, paid }) => (paid < call ? call - paid : 0n)),
    }),
  })
  const calls = called.map(call => ({ ...call, ...standingOf(call.support, { compiled, state, outcome }) }))
  return {
    result: resultOf(report, { compiled, state, outcome, calls }),
    after: { cells: outcome.cells, flags: outcome.flags },
  }
}

type Ran = { readonly compiled: CompiledDeal; readonly state: MachineState; readonly outcome: Outcome }

function standingOf(
  id: string,
  { compiled, state, outcome }: Ran,
): Pick<SupportCall, 'drawn' | 'owed' | 'left'> {
  const payee = compiled.payees.findIndex(({ name }) => name === `paid:reimbursement:${id}`)
  const reimbursed = outcome.payees[payee] ?? 0n
  const owed = cellOf(compiled, outcome, `owed:${id}`)
  return {
    drawn: owed + reimbursed - cellOf(compiled, state, `owed:${id}`),
    owed,
    left: cellOf(compiled, outcome, `left:${id}`),
  }
}

function resultOf(report: PeriodReport, ran: Ran & { readonly calls: readonly SupportCall[] }): PeriodResult {
  const { compiled, state, outcome, calls } = ran
  const dated = periodOf(compiled, report.period)
  const { layout, payees, lines } = compiled
  const count = layout.cash.length + layout.state
  return {
    period: report.period,
    date: formatDay(dated.day),
    tail: dated.tail,
    provisional: dated.provisional,
    mode: modeOf(outcome.flags),
    income: report.income,
    principal: report.principal,
    recovery: report.recovery,
    baseline: dated.baseline,
    calls,
    lines: lines.map(({ id, step, path, mode, pass }, index) => {
      const { ran: didRun, due, paid } = outcome.lines[index] ?? { ran: false, due: 0n, paid: 0n }
      return { id, step, path, mode, pass, ran: didRun, due, paid, shortfall: due - paid }
    }),
    payees: payees.map(({ name }, index) => ({ name, amount: outcome.payees[index] ?? 0n })),
    cells: compiled.cells.slice(1, 1 + count).map((name, index) => ({
      name,
      before: state.cells[index] ?? 0n,
      after: outcome.cells[index] ?? 0n,
    })),
    triggers: triggersOf(ran),
    events: eventsOf(report, ran),
    flags: { before: state.flags, after: outcome.flags },
  }
}

function modeOf(flags: number): Mode {
  if ((flags & (1 << defaultBit)) !== 0) return 'default'
  return (flags & (1 << accelerationBit)) === 0 ? 'normal' : 'acceleration'
}

function triggersOf({ compiled, state, outcome }: Ran): readonly TriggerResult[] {
  return compiled.deal.triggers.flatMap(({ id, effect }) => {
    const bit = compiled.flagNames.find(({ name }) => name === id)?.bit
    if (bit === undefined) return []
    return [{ id, effect, raised: isOn(outcome.flags, bit), before: isOn(state.flags, bit) }]
  })
}

function eventsOf(
  report: PeriodReport,
  ran: Ran & { readonly calls: readonly SupportCall[] },
): readonly SimulationEvent[] {
  const { compiled, state, outcome, calls } = ran
  const [before, after] = [modeOf(state.flags), modeOf(outcome.flags)]
  const changed = triggersOf(ran).filter(trigger => trigger.raised !== trigger.before)
  const repaid = compiled.deal.tranches.filter(
    ({ id }) =>
      cellOf(compiled, state, `balance:${id}`) > 0n && cellOf(compiled, outcome, `balance:${id}`) === 0n,
  )
  return [
    ...report.events.map(event => ({ kind: 'reported', event }) as const),
    ...calls
      .filter(({ need }) => need > 0n)
      .map(({ support, need, call, paid }) => ({ kind: 'called', support, need, call, paid }) as const),
    ...changed.map(
      ({ id, effect, raised }) => ({ kind: raised ? 'raised' : 'cured', trigger: id, effect }) as const,
    ),
    ...(before === after ? [] : [{ kind: 'mode', mode: after } as const]),
    ...repaid.map(({ id }) => ({ kind: 'repaid', tranche: id }) as const),
  ]
}

/** The value of a persisted cell by its name; zero where the deal has no such cell. */
export function cellOf(
  { cells }: Pick<CompiledDeal, 'cells'>,
  state: { readonly cells: readonly bigint[] },
  name: CellName,
): bigint {
  const number = cells.indexOf(name)
  return number <= 0 ? 0n : (state.cells[number - 1] ?? 0n)
}

function periodOf({ periods }: CompiledDeal, number: number): DatedPeriod {
  const period = periods[number - 1]
  if (period === undefined) throw new UnknownNameError('period', number.toString())
  return period
}

function isOn(flags: number, bit: number): boolean {
  return (flags & (1 << bit)) !== 0
}

function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right
}
