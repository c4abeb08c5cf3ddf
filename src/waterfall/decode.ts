import { checkProgram, firstStep } from './check.ts'
import { MalformedProgramError } from './errors.ts'
import {
  accountPurposes,
  feeds,
  type Layout,
  type Mask,
  type Operation,
  type Program,
  payeeKinds,
  type Rounding,
  remainders,
  reportInputKinds,
  roundings,
} from './program.ts'
import {
  descriptorAt,
  type Header,
  opcodes,
  type StepWord,
  splitMembers,
  unpackHeader,
  unpackStep,
} from './words.ts'

/** The exact inverse of `encodeProgram`; words that are not a program are refused. */
export function decodeProgram(words: readonly bigint[]): Program {
  checkProgram(words)
  const header = unpackHeader(words[0] ?? 0n)
  return {
    layout: decodeLayout(words, header),
    operations: words.slice(firstStep(header)).map((word, number) => operationOf(unpackStep(word), number)),
  }
}

/** The layout alone, of words that were checked. */
export function decodeLayout(words: readonly bigint[], header: Header): Layout {
  const { arrivals, supports, cash, notes, state, payees, inputs, scheduled, temps } = header
  const described = <T>(first: number, count: number, read: (kind: number, ref: number) => T): T[] =>
    Array.from({ length: count }, (_, position) => read(...descriptorAt(words, first + position)))
  return {
    arrivals,
    supports,
    cash: described(0, cash, (kind, ref) => ({
      feed: named(feeds, kind),
      purpose: named(accountPurposes, ref),
    })),
    notes,
    state,
    payees: described(cash, payees, (kind, ref) => ({ kind: named(payeeKinds, kind - 1), ref })),
    scheduled,
    reportInputs: described(cash + payees, inputs - scheduled, (kind, ref) => ({
      kind: named(reportInputKinds, kind - 1),
      ref,
    })),
    temps,
  }
}

function operationOf(step: StepWord, number: number): Operation {
  const mask: Mask = { set: step.set, clear: step.clear }
  const rounding: Rounding = named(roundings, step.rounding % roundings.length)
  const scale = { k1: step.k1, k2: step.k2 }
  switch (step.op) {
    case opcodes.pay: {
      const { a: from, b: due, c: to, d: soft, also, list: supports, line } = step
      return { op: 'pay', from, due, to, soft, also, supports, scale, rounding, mask, line }
    }
    case opcodes.split:
      return {
        op: 'split',
        from: step.a,
        ...splitMembers(step),
        remainder: named(remainders, step.rounding),
        mask,
      }
    case opcodes.accrue:
      return accrueOf(step, rounding, mask)
    case opcodes.gap:
      return { op: 'gap', from: step.a, scale, less: step.b, to: step.d, rounding, mask }
    case opcodes.add:
      return { op: 'add', from: step.a, scale, to: step.d, rounding, mask }
    case opcodes.set:
      return { op: 'set', from: step.a, scale, to: step.d, rounding, mask }
    case opcodes.test: {
      const { a: left, b: right, c: bit, latch } = step
      return { op: 'test', left, leftScale: step.k1, right, rightScale: step.k2, bit, latch, mask }
    }
    default:
      throw new MalformedProgramError('UnknownOperation', [BigInt(number), BigInt(step.op)])
  }
}

function accrueOf(step: StepWord, rounding: Rounding, mask: Mask): Operation {
  return {
    op: 'accrue',
    balance: step.a,
    rate: step.b,
    ratePpb: step.k1,
    days: step.c,
    denominator: step.k2,
    denominatorCell: step.also[0] ?? 0,
    to: step.d,
    rounding,
    mask,
  }
}

function named<T>(names: readonly T[], position: number): T {
  const name = names[position]
  if (name === undefined) throw new MalformedProgramError('UnknownDescriptor', [BigInt(position)])
  return name
}
