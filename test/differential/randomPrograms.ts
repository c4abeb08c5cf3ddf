import { checkProgram } from '../../src/waterfall/check.ts'
import { encodeProgram } from '../../src/waterfall/encode.ts'
import { MalformedProgramError } from '../../src/waterfall/errors.ts'
import {
  type Cell,
  type Layout,
  type Mask,
  type Operation,
  roundings,
  type Scale,
} from '../../src/waterfall/program.ts'
import type { MachineState, PeriodInputs } from '../../src/waterfall/run.ts'
import { accrue, add, gap, layoutOf, pay, set, split, test } from '../src/waterfall/build.ts'
import type { History } from './machines.ts'
import type { Random } from './random.ts'

/** A random program that passes the check, with a random state and a few random periods. */
export function randomHistory(random: Random, periods: number): History {
  const layout = randomLayout(random)
  return {
    words: randomWords(random, layout),
    opening: randomState(random, layout),
    periods: Array.from({ length: periods }, () => randomInputs(random, layout)),
  }
}

/** Zero, one, the greatest value of a cell, the greatest of a rate, of days, and any size between. */
function randomValue(random: Random): bigint {
  const edges = [0n, 1n, (1n << 128n) - 1n, (1n << 64n) - 1n, 1n << 64n, (1n << 32n) - 1n, 1n << 32n] as const
  if (random.percent(8)) return random.oneOf(edges)
  if (random.percent(15)) return 0n
  const sizes = [4, 10, 20, 25, 28, 30, 31, 32, 40, 60, 120] as const
  return random.bigBelow(1n << BigInt(random.oneOf(sizes)))
}

type Regions = {
  readonly cash: readonly Cell[]
  readonly supports: readonly Cell[]
  readonly payees: readonly Cell[]
  readonly memos: readonly Cell[]
  readonly all: readonly Cell[]
}

function randomLayout(random: Random): Layout {
  return layoutOf({
    income: 1 + random.below(2),
    principal: random.below(2),
    supports: random.below(3),
    accounts: random.below(3),
    notes: random.below(3),
    free: 2 + random.below(4),
    payees: 1 + random.below(3),
    scheduled: 1 + random.below(2),
    reported: random.below(3),
    temps: 1 + random.below(3),
  })
}

/** Steps are drawn until enough of them pass the check together. */
function randomWords(random: Random, layout: Layout): bigint[] {
  const regions = regionsOf(layout)
  const wanted = 2 + random.below(14)
  const operations: Operation[] = []
  while (operations.length < wanted) {
    const operation = randomOperation(random, regions)
    if (passes(layout, operation)) operations.push(operation)
  }
  return encodeProgram({ layout, operations })
}

function passes(layout: Layout, operation: Operation): boolean {
  try {
    checkProgram(encodeProgram({ layout, operations: [operation] }))
    return true
  } catch (error) {
    if (error instanceof MalformedProgramError) return false
    throw error
  }
}

function regionsOf(layout: Layout): Regions {
  const range = (first: number, count: number): Cell[] =>
    Array.from({ length: count }, (_, step) => first + step)
  const { arrivals, supports, cash, state, payees, scheduled, reportInputs, temps } = layout
  const firstPayee = 1 + cash.length + state
  const firstInput = firstPayee + payees.length
  const rest = scheduled + reportInputs.length + temps
  return {
    cash: range(1, cash.length),
    supports: range(1 + arrivals - supports, supports),
    payees: range(firstPayee, payees.length),
    memos: [...range(1 + cash.length, state), ...range(firstInput, rest)],
    all: range(0, firstInput + rest),
  }
}

function randomOperation(random: Random, regions: Regions): Operation {
  const { memos, all } = regions
  const any = (): Cell => pick(random, all)
  const memo = (): Cell => pick(random, memos)
  const rounding = random.oneOf(roundings)
  const mask = randomMask(random)
  const kind = random.below(10)
  if (kind < 4) return randomPay(random, regions)
  if (kind === 4) return randomSplit(random, regions)
  if (kind === 5) {
    const byCell = random.percent(60)
    const denominatorCell = random.percent(50) ? memo() : 0
    const rate = byCell ? any() : 0
    const ratePpb = byCell ? 0n : random.bigBelow(1n << 64n)
    const denominator = denominatorCell === 0 ? 360n + random.bigBelow(7n) : 0n
    return accrue({
      balance: any(),
      rate,
      ratePpb,
      days: any(),
      denominator,
      denominatorCell,
      to: memo(),
      rounding,
      mask,
    })
  }
  if (kind === 6)
    return gap({ from: any(), less: any(), to: memo(), scale: randomScale(random), rounding, mask })
  if (kind === 7) return add({ from: any(), to: memo(), scale: randomScale(random), rounding, mask })
  if (kind === 8) return set({ from: any(), to: memo(), scale: randomScale(random), rounding, mask })
  return test({
    left: any(),
    leftScale: random.bigBelow(1n << 64n),
    right: any(),
    rightScale: random.bigBelow(1n << 56n),
    bit: random.below(16),
    latch: random.percent(30),
    mask,
  })
}

function randomPay(random: Random, regions: Regions): Operation {
  const { cash, supports, payees, memos } = regions
  const isCash = random.percent(80)
  const sources = isCash ? cash : memos
  const givers = isCash && supports.length > 0 && random.percent(70) ? supports : sources
  const due = random.percent(75) ? pick(random, memos) : 0
  return pay({
    from: random.percent(85) ? pick(random, sources) : 0,
    due,
    to: isCash ? pick(random, [...cash, ...payees]) : pick(random, memos),
    soft: random.percent(30) ? pick(random, memos) : 0,
    also: some(random, memos, random.percent(30) ? 2 : 0),
    supports: due === 0 ? [] : some(random, givers, 3),
    scale: random.percent(25) ? randomScale(random) : { k1: 0n, k2: 0n },
    rounding: random.oneOf(roundings),
    mask: randomMask(random),
    line: random.percent(70),
  })
}

function randomSplit(random: Random, { cash, payees, memos }: Regions): Operation {
  const isCash = random.percent(75)
  const targets = isCash ? [...cash, ...payees] : memos
  const members = 1 + random.below(8)
  return split({
    from: pick(random, isCash ? cash : memos),
    weights: Array.from({ length: members }, () => pick(random, memos)),
    to: Array.from({ length: members }, () => pick(random, targets)),
    remainder: random.oneOf(['first', 'largest']),
    mask: randomMask(random),
  })
}

function randomState(random: Random, layout: Layout): MachineState {
  const cells = Array.from({ length: layout.cash.length + layout.state }, () => randomValue(random))
  return { cells, flags: random.below(1 << 16) }
}

function randomInputs(random: Random, { arrivals, scheduled, reportInputs }: Layout): PeriodInputs {
  const values = (count: number): bigint[] => Array.from({ length: count }, () => randomValue(random))
  return { arrivals: values(arrivals), inputs: values(scheduled + reportInputs.length) }
}

function randomMask(random: Random): Mask {
  if (random.percent(75)) return { set: 0, clear: 0 }
  const bit = (): number => (random.percent(50) ? 1 << random.below(16) : 0)
  return { set: bit(), clear: bit() }
}

function randomScale(random: Random): Scale {
  const scales = [
    { k1: 0n, k2: 0n },
    { k1: 1n, k2: 2n },
    { k1: 7n, k2: 10n },
    { k1: 10_000n, k2: 1n },
    { k1: (1n << 64n) - 1n, k2: (1n << 56n) - 1n },
  ] as const
  return random.percent(70)
    ? random.oneOf(scales)
    : { k1: random.bigBelow(1n << 64n), k2: random.bigBelow(1n << 56n) }
}

function pick(random: Random, cells: readonly Cell[]): Cell {
  return cells[random.below(cells.length)] ?? 0
}

function some(random: Random, cells: readonly Cell[], limit: number): Cell[] {
  return Array.from({ length: random.below(limit + 1) }, () => pick(random, cells))
}
