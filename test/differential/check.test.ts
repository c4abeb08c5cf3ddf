import { expect } from 'chai'
import { encodeProgram } from '../../src/waterfall/encode.ts'
import type { Layout, Operation } from '../../src/waterfall/program.ts'
import { accrue, add, gap, layoutOf, pay, set, split, test } from '../src/waterfall/build.ts'
import { type Machines, openMachines } from './machines.ts'

/** Cells: 1 income, 2 support, 3 account, 4 owed, 5 left, 6 balance, 7–8 free, 9–10 payees, 11–12 inputs, 13–14 temps. */
const layout: Layout = layoutOf({
  income: 1,
  supports: 1,
  accounts: 1,
  notes: 1,
  free: 2,
  payees: 2,
  scheduled: 1,
  reported: 1,
  temps: 2,
})
const [income, support, account, balance, one, two, payee, days, temp] = [
  1, 2, 3, 6, 7, 8, 9, 11, 13,
] as const
const beyond = 15

const sound = [
  pay({ from: income, due: one, to: payee, supports: [support, account], soft: two, also: [balance] }),
]
const words = (operations: readonly Operation[] = sound, over: Partial<Layout> = {}): bigint[] =>
  encodeProgram({ layout: { ...layout, ...over }, operations })

/** The program with these bits of one word turned over. */
const flipped = (index: number, bits: bigint, operations: readonly Operation[] = sound): bigint[] =>
  words(operations).map((word, position) => (position === index ? word ^ bits : word))

const firstStep = 2
/** Position of a count of the header, and of a descriptor, from the least significant bit. */
const count = (position: number): bigint => 1n << BigInt(248 - 8 * position)
const descriptor = (position: number): bigint => 1n << BigInt(240 - 16 * position)

describe('the check of a program, in both machines', () => {
  let machines: Machines
  before(async () => {
    machines = await openMachines()
  })
  after(() => machines.close())

  const refuses = (
    name: string,
    program: () => readonly bigint[],
    reason: string,
    ...args: number[]
  ): void => {
    it(`error: ${reason}: ${name}`, async () => {
      expect(await machines.check(program())).to.deep.equal({ reason, args: args.map(BigInt) })
    })
  }
  const accepts = (name: string, program: () => readonly bigint[]): void => {
    it(`behavior: accepts ${name}`, async () => {
      expect(await machines.check(program())).to.equal(undefined)
    })
  }

  describe('header', () => {
    accepts('a sound program', () => words())
    refuses('no words', () => [], 'UnknownVersion', 0)
    refuses('another version', () => flipped(0, 3n << 248n), 'UnknownVersion', 2)
    refuses('a bit below the last count', () => flipped(0, 1n << 167n), 'StrayBits', 0)
    refuses('the lowest bit', () => flipped(0, 1n), 'StrayBits', 0)
    refuses(
      'more supports than arrivals',
      () => words(sound, { supports: 3, arrivals: 2 }),
      'LayoutInconsistent',
    )
    refuses('more arrivals than cash', () => words(sound, { arrivals: 4 }), 'LayoutInconsistent')
    refuses(
      'state too small for its supports and notes',
      () => words(sound, { state: 2 }),
      'LayoutInconsistent',
    )
    refuses('more scheduled than inputs', () => flipped(0, 2n * count(8)), 'LayoutInconsistent')
    refuses('257 cells', () => words(sound, { temps: 244 }), 'TooManyCells', 257)
    accepts('256 cells', () => words(sound, { temps: 243 }))
    refuses('no step', () => words([]), 'ProgramTruncated', 2, 3)
    refuses('half its descriptors', () => words().slice(0, 1), 'ProgramTruncated', 1, 3)
    refuses('a line too many in the header', () => flipped(0, 3n * count(10)), 'LinesDisagree', 2, 1)
    refuses('a line that the header does not count', () => flipped(0, count(10)), 'LinesDisagree', 0, 1)
  })

  describe('descriptors', () => {
    const fed = (position: number, kind: number, ref = 3): (() => bigint[]) => {
      const shift = BigInt(240 - 16 * position)
      return () =>
        words().map((word, index) =>
          index === 1 ? (word & ~(0xffffn << shift)) | (BigInt(kind * 256 + ref) << shift) : word,
        )
    }
    for (const kind of [1, 2]) accepts(`an arrival fed with kind ${kind}`, fed(0, kind))
    for (const kind of [0, 3, 4])
      refuses(`an arrival fed with kind ${kind}`, fed(0, kind), 'UnknownDescriptor', 0)
    for (const kind of [0, 1, 2, 4])
      refuses(`a support fed with kind ${kind}`, fed(1, kind), 'UnknownDescriptor', 1)
    for (const kind of [1, 2, 3])
      refuses(`an account fed with kind ${kind}`, fed(2, kind), 'UnknownDescriptor', 2)
    accepts('the last purpose', fed(2, 0, 11))
    refuses('a purpose beyond the last', fed(2, 0, 12), 'UnknownDescriptor', 2)
    refuses('payee kind 0', fed(3, 0), 'UnknownDescriptor', 3)
    accepts('payee kind 8', fed(4, 8, 255))
    refuses('payee kind 9', fed(4, 9), 'UnknownDescriptor', 4)
    refuses('report input kind 0', fed(5, 0), 'UnknownDescriptor', 5)
    accepts('report input kind 9', fed(5, 9, 255))
    refuses('report input kind 10', fed(5, 10), 'UnknownDescriptor', 5)
    refuses('a bit behind the last descriptor', () => flipped(1, descriptor(6)), 'StrayBits', 1)
    accepts('sixteen descriptors in one word', () => words(sound, { payees: payees(12) }))
  })

  describe('step words', () => {
    const strays: readonly (readonly [string, Operation, readonly bigint[]])[] = [
      ['PAY: latch', sound[0] as Operation, [248n]],
      [
        'SPLIT: line, latch, b, c, d, k2',
        split({ from: income, weights: [one], to: [payee] }),
        [249n, 248n, 239n, 232n, 224n, 216n, 223n, 0n, 55n],
      ],
      [
        'ACCRUE: line, latch, also beyond the first, list',
        accrue({ balance, ratePpb: 1n, days, to: one }),
        [249n, 248n, 184n, 207n, 152n, 183n],
      ],
      ['GAP: line, latch, c, also, list', gap({ from: one, to: two }), [249n, 248n, 224n, 215n, 184n, 152n]],
      [
        'ADD: line, latch, b, c, also, list',
        add({ from: one, to: two }),
        [249n, 248n, 232n, 224n, 184n, 183n],
      ],
      [
        'SET: line, latch, b, c, also, list',
        set({ from: one, to: two }),
        [249n, 248n, 239n, 231n, 215n, 152n],
      ],
      [
        'TEST: rounding, line, d, also, list',
        test({ left: one, bit: 1 }),
        [250n, 251n, 249n, 216n, 184n, 183n],
      ],
    ]
    for (const [name, operation, bits] of strays) {
      for (const bit of bits) {
        refuses(
          `${name} (bit ${bit})`,
          () => flipped(firstStep, 1n << bit, [operation]),
          'StrayBits',
          firstStep,
        )
      }
    }
    refuses('a hole in `also`', () => flipped(firstStep, 0x0007n << 184n), 'StrayBits', firstStep)
    refuses(
      'a hole in the supports',
      () => flipped(firstStep, (2n << 176n) | (3n << 160n)),
      'StrayBits',
      firstStep,
    )
    const wide = split({
      from: income,
      weights: [one, two, one, two, one],
      to: [payee, payee, payee, payee, payee],
    })
    refuses('a hole in the weights', () => flipped(firstStep, 7n << 208n, [wide]), 'StrayBits', firstStep)
    refuses('a hole in the shares', () => flipped(firstStep, 9n << 176n, [wide]), 'StrayBits', firstStep)
    for (const op of [0, 8, 15]) {
      const operation = set({ to: two })
      refuses(
        `operation ${op}`,
        () => flipped(firstStep, BigInt(6 ^ op) << 252n, [operation]),
        'UnknownOperation',
        0,
        op,
      )
    }
    refuses('rounding 3 of a PAY', () => flipped(firstStep, 3n << 250n), 'UnknownRounding', 0)
    const shared = split({ from: income, weights: [one], to: [payee] })
    refuses('rounding 2 of a SPLIT', () => flipped(firstStep, 2n << 250n, [shared]), 'UnknownRounding', 0)
  })

  const step = (name: string, operation: Operation, reason: string, ...args: number[]): void =>
    refuses(name, () => words([set({ to: temp }), operation]), reason, 1, ...args)

  describe('PAY', () => {
    step('no destination', pay({ from: income, to: 0 }), 'NullOperand')
    step('out of nothing', pay({ from: 0, due: one, to: payee }), 'NullOperand')
    step(
      'supports for all there is',
      pay({ from: income, to: payee, supports: [support] }),
      'SupportsWithoutDue',
    )
    step('cash to a memo', pay({ from: income, to: one }), 'WrongClass', income)
    step('a memo to a payee', pay({ from: one, to: payee }), 'WrongClass', one)
    step('a payee as source', pay({ from: payee, to: account }), 'WrongClass', payee)
    step(
      'a memo supports cash',
      pay({ from: income, due: one, to: payee, supports: [two] }),
      'WrongClass',
      two,
    )
    step(
      'cash supports a memo',
      pay({ from: one, due: two, to: temp, supports: [account] }),
      'WrongClass',
      account,
    )
    step('a payee as due', pay({ from: income, due: payee, to: account }), 'WrongClass', payee)
    step('cash as due', pay({ from: income, due: account, to: payee }), 'WrongClass', account)
    step('cash as soft', pay({ from: income, due: one, to: payee, soft: account }), 'WrongClass', account)
    step('a payee in also', pay({ from: income, due: one, to: account, also: [payee] }), 'WrongClass', payee)
    for (const [name, fields] of [
      ['source', { from: beyond }],
      ['due', { due: beyond }],
      ['destination', { to: beyond }],
      ['soft', { soft: beyond }],
      ['also', { also: [two, beyond] }],
      ['support', { supports: [support, beyond] }],
    ] as const) {
      step(
        `${name} beyond the cells`,
        pay({ from: income, due: one, to: payee, ...fields }),
        'CellOutOfRange',
        beyond,
      )
    }
    step('itself', pay({ from: income, to: income }), 'OperandTwice', income)
    step('the due as also', pay({ from: income, due: one, to: payee, also: [one] }), 'OperandTwice', one)
    step('the due as soft', pay({ from: income, due: one, to: payee, soft: one }), 'OperandTwice', one)
    step(
      'a support twice',
      pay({ from: 0, due: one, to: payee, supports: [account, account] }),
      'OperandTwice',
      account,
    )
    accepts('a payment from supports alone', () =>
      words([pay({ from: 0, due: one, to: payee, supports: [support] })]),
    )
    accepts('a payment between memos', () =>
      words([pay({ from: one, due: days, to: temp, supports: [two] })]),
    )
  })

  describe('SPLIT', () => {
    const fields = { from: income, weights: [one, two], to: [payee, account] }
    step('nothing', split({ ...fields, from: 0 }), 'NullOperand')
    step('no members', split({ ...fields, weights: [], to: [] }), 'UnevenSplit')
    step('a share short', split({ ...fields, to: [payee] }), 'UnevenSplit')
    step('a weight short', split({ ...fields, weights: [one] }), 'UnevenSplit')
    step('cash to a memo', split({ ...fields, to: [payee, temp] }), 'WrongClass', temp)
    step('a memo to a payee', split({ ...fields, from: temp, to: [two, payee] }), 'WrongClass', payee)
    step('a payee as source', split({ ...fields, from: payee }), 'WrongClass', payee)
    step('cash as weight', split({ ...fields, weights: [one, account] }), 'WrongClass', account)
    step('a source beyond the cells', split({ ...fields, from: beyond }), 'CellOutOfRange', beyond)
    step('a share beyond the cells', split({ ...fields, to: [payee, beyond] }), 'CellOutOfRange', beyond)
    step('a weight beyond the cells', split({ ...fields, weights: [beyond, one] }), 'CellOutOfRange', beyond)
    accepts('memos shared among memos', () => words([split({ from: one, weights: [days], to: [temp] })]))
  })

  describe('ACCRUE, GAP, ADD, SET', () => {
    const fields = { balance, rate: one, days, to: two, denominatorCell: temp }
    for (const name of ['balance', 'days', 'to'] as const) {
      step(`ACCRUE without ${name}`, accrue({ ...fields, [name]: 0 }), 'NullOperand')
    }
    step('ACCRUE without a year', accrue({ ...fields, denominatorCell: 0 }), 'NoDenominator')
    for (const name of ['balance', 'rate', 'days', 'to', 'denominatorCell'] as const) {
      step(
        `ACCRUE: ${name} beyond the cells`,
        accrue({ ...fields, [name]: beyond }),
        'CellOutOfRange',
        beyond,
      )
    }
    step('ACCRUE to cash', accrue({ ...fields, to: account }), 'WrongClass', account)
    step('ACCRUE to a payee', accrue({ ...fields, to: payee }), 'WrongClass', payee)
    for (const [name, make] of [
      ['GAP', gap],
      ['ADD', add],
      ['SET', set],
    ] as const) {
      step(`${name} to nothing`, make({ from: one, to: 0 }), 'NullOperand')
      step(`${name} to cash`, make({ from: one, to: account }), 'WrongClass', account)
      step(`${name} to a payee`, make({ from: one, to: payee }), 'WrongClass', payee)
      step(`${name} from beyond the cells`, make({ from: beyond, to: one }), 'CellOutOfRange', beyond)
      step(`${name} to beyond the cells`, make({ from: one, to: beyond }), 'CellOutOfRange', beyond)
      accepts(`${name} that reads cash and writes an input`, () => words([make({ from: income, to: days })]))
    }
    step('GAP less beyond the cells', gap({ from: one, less: beyond, to: two }), 'CellOutOfRange', beyond)
  })

  describe('TEST', () => {
    step('left beyond the cells', test({ left: beyond, bit: 1 }), 'CellOutOfRange', beyond)
    step('right beyond the cells', test({ right: beyond, bit: 1 }), 'CellOutOfRange', beyond)
    step('flag 16', test({ left: one, bit: 16 }), 'BitOutOfRange', 16)
    accepts('flag 15 and constants', () => words([test({ bit: 15 })]))
  })
})

function payees(length: number): Layout['payees'] {
  return Array.from({ length }, () => ({ kind: 'fee', ref: 0 }))
}
