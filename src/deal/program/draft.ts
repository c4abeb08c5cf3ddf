import {
  type AccountPurpose,
  always,
  type CashCell,
  type Feed,
  type Layout,
  type Mask,
  type Payee,
  type Remainder,
  type ReportInput,
  type Rounding,
  type Scale,
  unscaled,
} from '../../waterfall/program.ts'
import type { Mode } from '../deal.ts'
import { DealTooLargeError } from '../errors.ts'
import type { CellName, NamedOperation } from './namedOperation.ts'

export type Pass = 'first' | 'second' | 'closing'

/** What a marked payment is, as people name it. */
export type Line = {
  /** int:A, prin:B, excess:C, tax, fees_senior … */
  readonly id: string
  readonly step: string
  readonly path: string | null
  readonly mode: Mode | 'any'
  readonly pass: Pass
  /** Account or support that pays first. */
  readonly source: CellName
  readonly due: CellName | null
  readonly to: CellName
}

/** Where the operations of a step stand in the program. */
export type Section = {
  readonly step: string
  readonly path: string | null
  readonly mode: Mode | 'any'
  readonly pass: Pass | 'opening'
  readonly first: number
  readonly count: number
}

type Payment = {
  readonly from: CellName | null
  readonly due: CellName | null
  readonly to: CellName
  readonly soft?: CellName | undefined
  readonly also?: readonly CellName[]
  readonly supports?: readonly CellName[]
  readonly scale?: Scale | undefined
  readonly rounding?: Rounding
  /** Name of the line, if the payment is to be recorded. */
  readonly line?: string
}

type Accrual = {
  readonly balance: CellName
  readonly rate: CellName | null
  readonly ratePpb: bigint
  readonly days: CellName
  readonly denominator: bigint
  readonly denominatorCell: CellName | null
  readonly rounding: Rounding
  readonly to: CellName
}

type Comparison = {
  readonly left: CellName | null
  readonly leftScale: bigint
  readonly right: CellName | null
  readonly rightScale: bigint
  readonly bit: number
  readonly latch: boolean
}

type Value = {
  readonly from: CellName | null
  readonly scale?: Scale
  readonly to: CellName
  readonly rounding?: Rounding
}

export type SectionHeading = Omit<Section, 'first' | 'count'>

export type Scheduled = { readonly name: CellName; readonly figureAt: (row: number) => bigint }

/** A program while it is written: cells are declared as they are needed, operations follow each other. */
export type Draft = {
  readonly cash: (
    name: CellName,
    cell: { feed?: Feed; purpose: AccountPurpose; opening?: bigint },
  ) => CellName
  readonly state: (name: CellName, opening?: bigint) => CellName
  readonly payee: (name: CellName, payee: Payee) => CellName
  readonly scheduled: (name: CellName, figureAt: (row: number) => bigint) => CellName
  readonly report: (name: CellName, input: ReportInput) => CellName
  readonly temp: () => CellName
  readonly flag: (name: string) => number
  readonly pay: (payment: Payment) => void
  readonly split: (
    from: CellName,
    shares: { weights: readonly CellName[]; to: readonly CellName[]; remainder: Remainder },
  ) => void
  readonly accrue: (accrual: Accrual) => void
  readonly gap: (value: Value & { readonly less: CellName | null }) => void
  readonly add: (value: Value) => void
  readonly set: (value: Value) => void
  readonly test: (comparison: Comparison) => void
  /** Everything that `write` emits runs only under this mask, besides the masks around it. */
  readonly under: (mask: Mask, write: () => void) => void
  readonly section: (heading: SectionHeading, write: () => void) => void
  readonly finish: () => Drafted
}

export type Drafted = {
  readonly layout: Layout
  readonly operations: readonly NamedOperation[]
  readonly cells: readonly CellName[]
  readonly opening: readonly bigint[]
  readonly scheduled: readonly Scheduled[]
  readonly lines: readonly Line[]
  readonly sections: readonly Section[]
  readonly flags: readonly { readonly bit: number; readonly name: string }[]
}

export type DraftCounts = { readonly arrivals: number; readonly supports: number; readonly notes: number }

const DEAL_FLAGS = 14
const MAX_SPLIT = 8

/** A plain number as a value. */
export function constant(value: bigint): { readonly from: null; readonly scale: Scale } {
  return { from: null, scale: { k1: value, k2: 0n } }
}

export function startDraft(counts: DraftCounts): Draft {
  const cells = declarations()
  const operations: NamedOperation[] = []
  const lines: Line[] = []
  const sections: Section[] = []
  let mask: Mask = always
  let heading: SectionHeading = { step: '', path: null, mode: 'any', pass: 'opening' }
  const emit = (operation: NamedOperation): void => {
    operations.push(operation)
  }
  return {
    ...cells.declare,
    ...writers({ emit, mask: () => mask, record: payment => lines.push(lineOf(payment, heading)) }),
    under: (extra, write) => {
      const before = mask
      mask = { set: before.set | extra.set, clear: before.clear | extra.clear }
      write()
      mask = before
    },
    section: (next, write) => {
      const before = heading
      const first = operations.length
      heading = next
      write()
      heading = before
      if (operations.length > first) sections.push({ ...next, first, count: operations.length - first })
    },
    finish: () => ({ ...cells.laidOut(counts), operations, lines, sections }),
  }
}

function lineOf({ line, from, due, to, supports = [] }: Marked, heading: SectionHeading): Line {
  const { step, path, mode, pass } = heading
  const source = from ?? supports[0] ?? ''
  return { id: line, step, path, mode, pass: pass === 'opening' ? 'first' : pass, source, due, to }
}

type Marked = Payment & { readonly line: string }
type Writer = {
  readonly emit: (operation: NamedOperation) => void
  readonly mask: () => Mask
  readonly record: (payment: Marked) => void
}

/** The verbs of a draft, each of which emits one operation under the mask of the moment. */
function writers({ emit, mask, record }: Writer): Pick<Draft, NamedOperation['op']> {
  return {
    pay: payment => {
      const { from, due, to, soft = null, also = [], supports = [], scale = unscaled, line } = payment
      if (line !== undefined) record({ ...payment, line })
      const { rounding = 'floor' } = payment
      emit({
        op: 'pay',
        rounding,
        mask: mask(),
        from,
        due,
        to,
        soft,
        also,
        supports,
        scale,
        line: line !== undefined,
      })
    },
    split: (from, { weights, to, remainder }) => {
      if (weights.length > MAX_SPLIT) {
        const needed = BigInt(weights.length)
        throw new DealTooLargeError('payees of one rank', { limit: BigInt(MAX_SPLIT), needed })
      }
      emit({ op: 'split', mask: mask(), from, weights, to, remainder })
    },
    accrue: accrual => emit({ op: 'accrue', mask: mask(), ...accrual }),
    gap: ({ from, less, scale = unscaled, rounding = 'floor', to }) =>
      emit({ op: 'gap', rounding, mask: mask(), from, scale, less, to }),
    add: ({ from, scale = unscaled, rounding = 'floor', to }) =>
      emit({ op: 'add', rounding, mask: mask(), from, scale, to }),
    set: ({ from, scale = unscaled, rounding = 'floor', to }) =>
      emit({ op: 'set', rounding, mask: mask(), from, scale, to }),
    test: comparison => emit({ op: 'test', mask: mask(), ...comparison }),
  }
}

type Declare = Pick<Draft, 'cash' | 'state' | 'payee' | 'scheduled' | 'report' | 'temp' | 'flag'>
type LaidOut = Pick<Drafted, 'layout' | 'cells' | 'opening' | 'scheduled' | 'flags'>
type Declarations = { readonly declare: Declare; readonly laidOut: (counts: DraftCounts) => LaidOut }

/** Cells and flags by name, each declared once, in the order in which they were first asked for. */
function declarations(): Declarations {
  const cash = new Map<CellName, CashCell & { opening: bigint }>()
  const state = new Map<CellName, bigint>()
  const payees = new Map<CellName, Payee>()
  const scheduled = new Map<CellName, Scheduled>()
  const reports = new Map<CellName, ReportInput>()
  const flags = new Map<string, number>()
  const temps: CellName[] = []
  return {
    declare: {
      cash: (name, { feed = 'none', purpose, opening = 0n }) => once(cash, name, { feed, purpose, opening }),
      state: (name, opening = 0n) => once(state, name, opening),
      payee: (name, payee) => once(payees, name, payee),
      scheduled: (name, figureAt) => once(scheduled, name, { name, figureAt }),
      report: (name, input) => once(reports, name, input),
      temp: () => {
        const name = `temp:${temps.length + 1}`
        temps.push(name)
        return name
      },
      flag: name => flagOf(flags, name),
    },
    laidOut: counts => ({
      layout: {
        ...counts,
        cash: [...cash.values()].map(({ feed, purpose }) => ({ feed, purpose })),
        state: state.size,
        payees: [...payees.values()],
        scheduled: scheduled.size,
        reportInputs: [...reports.values()],
        temps: temps.length,
      },
      cells: [
        '',
        ...[cash, state, payees, scheduled, reports].flatMap(region => [...region.keys()]),
        ...temps,
      ],
      opening: [...[...cash.values()].map(({ opening }) => opening), ...state.values()],
      scheduled: [...scheduled.values()],
      flags: [...flags].map(([name, bit]) => ({ bit, name })),
    }),
  }
}

function once<T>(region: Map<CellName, T>, name: CellName, value: T): CellName {
  if (!region.has(name)) region.set(name, value)
  return name
}

function flagOf(flags: Map<string, number>, name: string): number {
  const bit = flags.get(name) ?? flags.size
  if (bit >= DEAL_FLAGS) {
    throw new DealTooLargeError('flags', { limit: BigInt(DEAL_FLAGS), needed: BigInt(bit + 1) })
  }
  flags.set(name, bit)
  return bit
}
