import { checkProgram, firstStep } from './check.ts'
import { MalformedProgramError } from './errors.ts'
import { accrue, add, gap, pay, type Step, set, split, test } from './operations.ts'
import { opcodes, type StepWord, splitMembers, unpackHeader, unpackStep } from './words.ts'

/** A program ready to run many periods. */
export type Prepared = {
  readonly arrivals: number
  readonly supports: number
  readonly cash: number
  readonly persisted: number
  readonly payees: number
  readonly inputs: number
  /** All cells, the null cell included. */
  readonly cells: number
  readonly lines: number
  readonly steps: readonly Step[]
}

/** Checks a program and takes it apart. */
export function prepare(words: readonly bigint[]): Prepared {
  checkProgram(words)
  return takeApart(words)
}

/** Takes apart words that were checked before. */
export function takeApart(words: readonly bigint[]): Prepared {
  const header = unpackHeader(words[0] ?? 0n)
  const { arrivals, supports, cash, state, payees, inputs, temps } = header
  const persisted = cash + state
  const cells = 1 + persisted + payees + inputs + temps
  let lines = 0
  const steps = words.slice(firstStep(header)).map((word, number) => {
    const step = unpackStep(word)
    return readyStep(step, number, step.line ? lines++ : -1)
  })
  return { arrivals, supports, cash, persisted, payees, inputs, cells, lines, steps }
}

const runs = new Map<number, Step['run']>([
  [opcodes.pay, pay],
  [opcodes.split, split],
  [opcodes.accrue, accrue],
  [opcodes.gap, gap],
  [opcodes.add, add],
  [opcodes.set, set],
  [opcodes.test, test],
])

function readyStep(step: StepWord, number: number, lineNumber: number): Step {
  const run = runs.get(step.op)
  if (run === undefined)
    throw new MalformedProgramError('UnknownOperation', [BigInt(number), BigInt(step.op)])
  return { ...step, number, lineNumber, ...splitMembers(step), run }
}
