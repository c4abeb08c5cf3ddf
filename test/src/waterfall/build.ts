import { encodeProgram } from '../../../src/waterfall/encode.ts'
import {
  type Accrue,
  type Add,
  always,
  type Gap,
  type Layout,
  type Operation,
  type Pay,
  type Set as SetStep,
  type Split,
  type Test,
  unscaled,
} from '../../../src/waterfall/program.ts'
import type { MachineState } from '../../../src/waterfall/run.ts'

/** Short forms for programs written by hand: what is not named is null, zero, floor, always. */

export function pay(fields: Pick<Pay, 'from' | 'to'> & Partial<Pay>): Pay {
  return {
    op: 'pay',
    due: 0,
    soft: 0,
    also: [],
    supports: [],
    scale: unscaled,
    rounding: 'floor',
    mask: always,
    line: true,
    ...fields,
  }
}

export function split(fields: Pick<Split, 'from' | 'weights' | 'to'> & Partial<Split>): Split {
  return { op: 'split', remainder: 'first', mask: always, ...fields }
}

export function accrue(fields: Pick<Accrue, 'balance' | 'days' | 'to'> & Partial<Accrue>): Accrue {
  return {
    op: 'accrue',
    rate: 0,
    ratePpb: 0n,
    denominator: fields.denominatorCell === undefined ? 365n : 0n,
    denominatorCell: 0,
    rounding: 'floor',
    mask: always,
    ...fields,
  }
}

export function gap(fields: Pick<Gap, 'to'> & Partial<Gap>): Gap {
  return { op: 'gap', from: 0, less: 0, scale: unscaled, rounding: 'floor', mask: always, ...fields }
}

export function add(fields: Pick<Add, 'to'> & Partial<Add>): Add {
  return { op: 'add', from: 0, scale: unscaled, rounding: 'floor', mask: always, ...fields }
}

export function set(fields: Pick<SetStep, 'to'> & Partial<SetStep>): SetStep {
  return { op: 'set', from: 0, scale: unscaled, rounding: 'floor', mask: always, ...fields }
}

export function test(fields: Pick<Test, 'bit'> & Partial<Test>): Test {
  return {
    op: 'test',
    left: 0,
    leftScale: 1n,
    right: 0,
    rightScale: 1n,
    latch: false,
    mask: always,
    ...fields,
  }
}

type Counts = {
  readonly income?: number
  readonly principal?: number
  readonly supports?: number
  readonly accounts?: number
  readonly notes?: number
  /** State cells beyond those of supports and notes. */
  readonly free?: number
  readonly payees?: number
  readonly scheduled?: number
  readonly reported?: number
  readonly temps?: number
}

/** A layout by counts alone; what a payee or a reported input is called does not matter to the machine. */
export function layoutOf(counts: Counts): Layout {
  const { income = 1, principal = 0, supports = 0, accounts = 0, notes = 0, free = 0 } = counts
  const times = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value)
  return {
    arrivals: income + principal + supports,
    supports,
    cash: [
      ...times(income, { feed: 'income', purpose: 'plan' } as const),
      ...times(principal, { feed: 'principal', purpose: 'plan' } as const),
      ...times(supports, { feed: 'support', purpose: 'guarantee' } as const),
      ...times(accounts, { feed: 'none', purpose: 'plan' } as const),
    ],
    notes,
    state: 2 * supports + notes + free,
    payees: times(counts.payees ?? 1, { kind: 'fee', ref: 0 } as const),
    scheduled: counts.scheduled ?? 0,
    reportInputs: times(counts.reported ?? 0, { kind: 'loss', ref: 0 } as const),
    temps: counts.temps ?? 0,
  }
}

export function wordsOf(layout: Layout, operations: readonly Operation[]): bigint[] {
  return encodeProgram({ layout, operations })
}

/** A state of the layout: cash cells, then state cells, the rest zero. */
export function stateOf(
  layout: Layout,
  {
    cash = [],
    state = [],
    flags = 0,
  }: { cash?: readonly bigint[]; state?: readonly bigint[]; flags?: number },
): MachineState {
  const padded = (values: readonly bigint[], count: number): bigint[] =>
    Array.from({ length: count }, (_, position) => values[position] ?? 0n)
  return { cells: [...padded(cash, layout.cash.length), ...padded(state, layout.state)], flags }
}
