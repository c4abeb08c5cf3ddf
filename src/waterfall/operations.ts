import { CalculationError } from './errors.ts'
import type { StepWord } from './words.ts'

/** A step ready to run: taken apart once, its numbers where the operation looks for them. */
export type Step = StepWord & {
  readonly number: number
  /** Position among the lines, or −1. */
  readonly lineNumber: number
  readonly weights: readonly number[]
  readonly to: readonly number[]
  readonly run: (machine: Machine, step: Step) => void
}

/** What one run works on. `cells` includes the null cell, which always holds zero. */
export type Machine = {
  readonly cells: bigint[]
  readonly lines: Line[]
  /** Cell of the first support, and number of supports. */
  readonly firstSupport: number
  readonly supports: number
  /** Cell of what is owed to the first support; what is left of its commitment lies `supports` cells further. */
  readonly firstOwed: number
  /** What each support has paid in this run. */
  readonly drawn: bigint[]
  flags: number
}

/** What a marked step owed and paid; a step that its mask kept from running shows zeros. */
export type Line = { readonly ran: boolean; readonly due: bigint; readonly paid: bigint }

/** Every cell stays below this. */
export const cellBound = 1n << 128n

const rateBound = 1n << 64n
const daysBound = 1n << 32n
const partsPerBillion = 1_000_000_000n

/** Pays min(cash, due) from the source, then from each support while something is due. */
export function pay(machine: Machine, step: Step): void {
  const { cells } = machine
  const available = availableOf(cells, step)
  const due = step.b === 0 ? available : at(cells, step.b)
  let paid = least(available, due)
  book(machine, step, step.a, paid)
  for (const support of step.list) {
    if (paid === due) break
    paid += draw(machine, step, support)
  }
  if (step.lineNumber >= 0) machine.lines[step.lineNumber] = { ran: true, due, paid }
}

/** Shares out min(cash, sum of the weights) in proportion to the weights, never more than a weight. */
export function split(machine: Machine, step: Step): void {
  const { cells } = machine
  const weights = step.weights.map(cell => at(cells, cell))
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  const amount = least(at(cells, step.a), total)
  if (amount === 0n) return
  const shares = weights.map(weight => (weight * amount) / total)
  const rest = amount - shares.reduce((sum, share) => sum + share, 0n)
  if (step.rounding === 0) fillFromFirst(shares, weights, rest)
  else
    fillLargest(
      shares,
      weights.map(weight => (weight * amount) % total),
      rest,
    )
  take(cells, step.a, amount, step)
  step.to.forEach((cell, member) => {
    give(cells, cell, shares[member] ?? 0n, step)
  })
}

export function accrue({ cells }: Machine, step: Step): void {
  const rate = step.b === 0 ? step.k1 : at(cells, step.b)
  const days = at(cells, step.c)
  const denominator = step.k2 === 0n ? at(cells, step.also[0] ?? 0) : step.k2
  if (rate >= rateBound) throw new CalculationError('RateOutOfBounds', [BigInt(step.number), rate])
  if (days >= daysBound) throw new CalculationError('DaysOutOfBounds', [BigInt(step.number), days])
  if (denominator === 0n) throw new CalculationError('ZeroDenominator', [BigInt(step.number)])
  give(
    cells,
    step.d,
    divide(at(cells, step.a) * rate * days, partsPerBillion * denominator, step.rounding),
    step,
  )
}

export function gap({ cells }: Machine, step: Step): void {
  const figure = figureOf(cells, step)
  const less = at(cells, step.b)
  put(cells, step.d, figure > less ? figure - less : 0n, step)
}

export function add({ cells }: Machine, step: Step): void {
  give(cells, step.d, figureOf(cells, step), step)
}

export function set({ cells }: Machine, step: Step): void {
  put(cells, step.d, figureOf(cells, step), step)
}

/** A null operand stands for 1, so that a constant is its scale. */
export function test(machine: Machine, step: Step): void {
  const left = step.a === 0 ? step.k1 : at(machine.cells, step.a) * step.k1
  const right = step.b === 0 ? step.k2 : at(machine.cells, step.b) * step.k2
  if (left < right) machine.flags |= 1 << step.c
  else if (!step.latch) machine.flags &= ~(1 << step.c)
}

function availableOf(cells: readonly bigint[], step: Step): bigint {
  const source = at(cells, step.a)
  if (step.k2 === 0n || source === 0n) return source
  const scaled = divide(source * step.k1, step.k2, step.rounding)
  return least(scaled, source)
}

/** The one booking of PAY, whoever pays. */
function book({ cells }: Machine, step: Step, source: number, amount: bigint): void {
  if (amount === 0n) return
  take(cells, source, amount, step)
  if (step.b !== 0) take(cells, step.b, amount, step)
  give(cells, step.c, amount, step)
  for (const cell of step.also) take(cells, cell, amount, step)
  if (step.d !== 0) {
    const soft = at(cells, step.d)
    cells[step.d] = soft > amount ? soft - amount : 0n
  }
}

/** A support in its own region pays within its commitment, and is owed what it paid. */
function draw(machine: Machine, step: Step, support: number): bigint {
  const { cells, firstSupport, supports, firstOwed, drawn } = machine
  const ordinal = support - firstSupport
  const committed = ordinal >= 0 && ordinal < supports
  const left = firstOwed + supports + ordinal
  let amount = least(at(cells, support), at(cells, step.b))
  if (committed) amount = least(amount, at(cells, left))
  book(machine, step, support, amount)
  if (committed && amount > 0n) {
    give(cells, firstOwed + ordinal, amount, step)
    take(cells, left, amount, step)
    drawn[ordinal] = at(drawn, ordinal) + amount
  }
  return amount
}

function figureOf(cells: readonly bigint[], step: Step): bigint {
  if (step.a === 0) return step.k2 === 0n ? step.k1 : divide(step.k1, step.k2, step.rounding)
  const value = at(cells, step.a)
  return step.k2 === 0n ? value : divide(value * step.k1, step.k2, step.rounding)
}

/** The remainder goes to the first member up to its weight, then to the next. */
function fillFromFirst(shares: bigint[], weights: readonly bigint[], remainder: bigint): void {
  let rest = remainder
  for (let member = 0; rest > 0n && member < shares.length; member++) {
    const share = shares[member] ?? 0n
    const more = least((weights[member] ?? 0n) - share, rest)
    shares[member] = share + more
    rest -= more
  }
}

/** One unit each to the largest fractions; of equal fractions the lower position comes first. */
function fillLargest(shares: bigint[], fractions: readonly bigint[], remainder: bigint): void {
  const order = fractions.map((_, member) => member)
  order.sort((one, other) => {
    const difference = (fractions[other] ?? 0n) - (fractions[one] ?? 0n)
    return difference > 0n ? 1 : difference < 0n ? -1 : one - other
  })
  for (const member of order.slice(0, Number(remainder))) shares[member] = (shares[member] ?? 0n) + 1n
}

function divide(numerator: bigint, denominator: bigint, rounding: number): bigint {
  if (rounding === 0) return numerator / denominator
  if (rounding === 1) return (2n * numerator + denominator) / (2n * denominator)
  return (numerator + denominator - 1n) / denominator
}

function take(cells: bigint[], cell: number, amount: bigint, step: Step): void {
  const value = at(cells, cell)
  if (value < amount) throw new CalculationError('Underflow', [BigInt(step.number), BigInt(cell)])
  cells[cell] = value - amount
}

function give(cells: bigint[], cell: number, amount: bigint, step: Step): void {
  put(cells, cell, at(cells, cell) + amount, step)
}

function put(cells: bigint[], cell: number, value: bigint, step: Step): void {
  if (value >= cellBound) throw new CalculationError('Overflow', [BigInt(step.number), BigInt(cell)])
  cells[cell] = value
}

function at(cells: readonly bigint[], cell: number): bigint {
  return cells[cell] ?? 0n
}

export function least(one: bigint, other: bigint): bigint {
  if (one < other) return one
  return other
}
