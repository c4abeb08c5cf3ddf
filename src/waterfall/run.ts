import { CalculationError } from './errors.ts'
import { cellBound, type Line, type Machine } from './operations.ts'
import { type Prepared, prepare } from './prepare.ts'

/** What lives from one period to the next: the cash and state cells, in order from cell 1, and the flags. */
export type MachineState = { readonly cells: readonly bigint[]; readonly flags: number }

/** Cash that arrived for each arrival cell, and every input: the schedule row, then the reports' figures. */
export type PeriodInputs = { readonly arrivals: readonly bigint[]; readonly inputs: readonly bigint[] }

/** The state after a calculation, what each payee is paid, and a line for each marked step. */
export type Outcome = MachineState & { readonly payees: readonly bigint[]; readonly lines: readonly Line[] }

/** Runs one period. Give `prepare(words)` instead of words when many periods follow. */
export function run(
  program: Prepared | readonly bigint[],
  state: MachineState,
  period: PeriodInputs,
): Outcome {
  const prepared = preparedOf(program)
  const machine = open(prepared, state, period)
  const { cells, lines, flags } = runSteps(prepared, machine)
  const { persisted, payees } = prepared
  return {
    cells: cells.slice(1, 1 + persisted),
    flags,
    payees: cells.slice(1 + persisted, 1 + persisted + payees),
    lines,
  }
}

export function preparedOf(program: Prepared | readonly bigint[]): Prepared {
  return 'steps' in program ? program : prepare(program)
}

/** The cells as the first step finds them. */
export function open(prepared: Prepared, state: MachineState, { arrivals, inputs }: PeriodInputs): Machine {
  requireCount(prepared.persisted, state.cells)
  requireCount(prepared.arrivals, arrivals)
  requireCount(prepared.inputs, inputs)
  const cells = new Array<bigint>(prepared.cells).fill(0n)
  for (let cell = 1; cell <= prepared.persisted; cell++) {
    fill(cells, cell, (state.cells[cell - 1] ?? 0n) + (arrivals[cell - 1] ?? 0n))
  }
  const firstInput = 1 + prepared.persisted + prepared.payees
  for (let input = 0; input < prepared.inputs; input++) fill(cells, firstInput + input, inputs[input] ?? 0n)
  return {
    cells,
    lines: new Array<Line>(prepared.lines).fill(noLine),
    firstSupport: 1 + prepared.arrivals - prepared.supports,
    supports: prepared.supports,
    firstOwed: 1 + prepared.cash,
    drawn: new Array<bigint>(prepared.supports).fill(0n),
    flags: state.flags,
  }
}

/** Runs every step that its mask lets run; cash in the cash and payee cells is the same before and after. */
export function runSteps(prepared: Prepared, machine: Machine): Machine {
  const before = cashOf(prepared, machine.cells)
  for (const step of prepared.steps) {
    const { flags } = machine
    if ((flags & step.set) === step.set && (flags & step.clear) === 0) step.run(machine, step)
  }
  const after = cashOf(prepared, machine.cells)
  if (before !== after) throw new CalculationError('NotConserved', [before, after])
  return machine
}

const noLine: Line = Object.freeze({ ran: false, due: 0n, paid: 0n })

function cashOf({ cash, persisted, payees }: Prepared, cells: readonly bigint[]): bigint {
  let sum = 0n
  for (let cell = 1; cell <= cash; cell++) sum += cells[cell] ?? 0n
  for (let cell = persisted + 1; cell <= persisted + payees; cell++) sum += cells[cell] ?? 0n
  return sum
}

function fill(cells: bigint[], cell: number, value: bigint): void {
  if (value < 0n || value >= cellBound) throw new CalculationError('OpeningOutOfBounds', [BigInt(cell)])
  cells[cell] = value
}

function requireCount(expected: number, given: readonly bigint[]): void {
  if (given.length !== expected)
    throw new CalculationError('WrongCellCount', [expected, given.length].map(BigInt))
}
