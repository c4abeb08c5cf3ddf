import { freeCell, inputCell, payeeCell, tempCell } from '../../src/waterfall/cells.ts'
import { decodeProgram } from '../../src/waterfall/decode.ts'
import { encodeProgram } from '../../src/waterfall/encode.ts'
import type { Layout, Operation } from '../../src/waterfall/program.ts'
import type { MachineState, PeriodInputs } from '../../src/waterfall/run.ts'
import { type Random, randomFrom } from '../../test/differential/random.ts'
import { inputsFrom, randomDeal, stateFrom } from '../../test/differential/threeTrancheHistories.ts'
import {
  accrue,
  add,
  gap,
  layoutOf,
  pay,
  set,
  stateOf,
  test,
  wordsOf,
} from '../../test/src/waterfall/build.ts'
import { coreThreeTrancheProgram } from '../../test/src/waterfall/threeTranche.ts'
import { cellsOf, twoNoteLayout, twoNoteOperations } from './twoNoteProgram.ts'

/** A program with a state to start from and ten years of quarters. */
export type Subject = {
  readonly name: string
  readonly words: readonly bigint[]
  readonly steps: number
  readonly opening: MachineState
  readonly periods: readonly PeriodInputs[]
}

const quarters = 40
const seed = 0x156

/** Programs of rising length: one note, two notes with reserve and guarantor, three notes, three notes complete. */
export function subjects(): Subject[] {
  return [oneNote(), twoNotes(), threeNotes('85 of its steps'), threeNotes('complete')]
}

function oneNote(): Subject {
  const layout = layoutOf({ income: 1, notes: 2, free: 4, payees: 6, scheduled: 2, reported: 2, temps: 2 })
  const [fee, arrears, onArrears, tax] = cellsOf(layout, freeCell, 4)
  const [days, target, newFee, newTax] = cellsOf(layout, inputCell, 4)
  const [toTax, toFee, toInterest, toPrincipal, toJunior, toResidual] = cellsOf(layout, payeeCell, 6)
  const [due, vat] = cellsOf(layout, tempCell, 2)
  const [note, junior] = [2, 3] as const
  const from = 1
  const operations: Operation[] = [
    add({ from: newFee, to: fee }),
    add({ from: newTax, to: tax }),
    accrue({ balance: arrears, ratePpb: 70_000_000n, days, to: onArrears }),
    accrue({ balance: note, ratePpb: 70_000_000n, days, to: arrears }),
    set({ from: arrears, scale: { k1: 326n, k2: 10_000n }, to: vat }),
    add({ from: vat, to: tax }),
    pay({ from, due: tax, to: toTax }),
    pay({ from, due: fee, to: toFee }),
    pay({ from, due: onArrears, to: toInterest }),
    pay({ from, due: arrears, to: toInterest }),
    gap({ from: note, less: target, to: due }),
    pay({ from, due, to: toPrincipal, also: [note] }),
    test({ leftScale: 0n, right: note, bit: 0 }),
    pay({ from, due: junior, to: toJunior, mask: { set: 0, clear: 1 } }),
    pay({ from, to: toResidual, mask: { set: 0, clear: 1 } }),
  ]
  const opening = stateOf(layout, { state: [1_000_000_000n, 200_000_000n] })
  const periods = drawn(random => ({
    arrivals: [random.bigBelow(60_000_000n)],
    inputs: [90n, 0n, random.bigBelow(1_000_000n), random.bigBelow(100_000n)],
  }))
  return subject('one note', layout, operations, opening, periods)
}

function twoNotes(): Subject {
  const opening = stateOf(twoNoteLayout, {
    cash: [0n, 0n, 0n, 9_000_000n],
    state: [0n, 90_000_000n, 800_000_000n, 200_000_000n],
  })
  const periods = drawn(random => ({
    arrivals: [random.bigBelow(30_000_000n), random.bigBelow(40_000_000n), random.bigBelow(9_000_000n)],
    inputs: [
      ...[90n, 40_000_000n, 35_000_000n, 9_000_000n, random.percent(10) ? random.bigBelow(1_000_000n) : 0n],
      ...[random.bigBelow(4_000_000n), random.bigBelow(1_000_000_000n), random.bigBelow(400_000n)],
      ...[random.bigBelow(900_000n), random.bigBelow(300_000n)],
    ],
  }))
  return subject('two notes', twoNoteLayout, twoNoteOperations(), opening, periods)
}

function threeNotes(extent: '85 of its steps' | 'complete'): Subject {
  const deal = randomDeal(randomFrom(seed), quarters)
  const words = extent === 'complete' ? deal.words : encodeProgram(coreThreeTrancheProgram(deal.terms))
  return {
    name: `three notes, ${extent}`,
    words,
    steps: decodeProgram(words).operations.length,
    opening: stateFrom(deal.opening),
    periods: deal.periods.map(inputsFrom),
  }
}

function subject(
  name: string,
  layout: Layout,
  operations: readonly Operation[],
  opening: MachineState,
  periods: readonly PeriodInputs[],
): Subject {
  return { name, words: wordsOf(layout, operations), steps: operations.length, opening, periods }
}

function drawn(draw: (random: Random) => PeriodInputs): PeriodInputs[] {
  const random = randomFrom(seed)
  return Array.from({ length: quarters }, () => draw(random))
}
