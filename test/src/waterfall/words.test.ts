import { expect } from 'chai'
import {
  balanceCell,
  cashCell,
  cellCount,
  freeCell,
  inputCell,
  leftCell,
  owedCell,
  payeeCell,
  stateCell,
  supportCell,
  tempCell,
} from '../../../src/waterfall/cells.ts'
import { decodeProgram } from '../../../src/waterfall/decode.ts'
import { encodeProgram } from '../../../src/waterfall/encode.ts'
import {
  FieldTooWideError,
  MalformedProgramError,
  OutsideLayoutError,
} from '../../../src/waterfall/errors.ts'
import type { Layout, Operation, Program } from '../../../src/waterfall/program.ts'
import { packStep, unpackStep } from '../../../src/waterfall/words.ts'
import { accrue, add, gap, pay, set, split, test } from './build.ts'

const layout: Layout = {
  arrivals: 3,
  supports: 1,
  cash: [
    { feed: 'income', purpose: 'plan' },
    { feed: 'principal', purpose: 'plan' },
    { feed: 'support', purpose: 'guarantee' },
    { feed: 'none', purpose: 'reserve' },
  ],
  notes: 2,
  state: 6,
  payees: [
    { kind: 'tax', ref: 2 },
    { kind: 'interest', ref: 0 },
    { kind: 'refund', ref: 3 },
  ],
  scheduled: 2,
  reportInputs: [
    { kind: 'loss', ref: 0 },
    { kind: 'principalCollected', ref: 9 },
  ],
  temps: 3,
}

const masked = { mask: { set: 0x8001, clear: 0x4002 } }
const operations: Operation[] = [
  pay({
    from: 1,
    due: 5,
    to: 11,
    soft: 6,
    also: [7, 8, 9, 10],
    supports: [3, 4],
    rounding: 'ceil',
    ...masked,
  }),
  pay({ from: 2, to: 4, scale: { k1: 1n, k2: 2n }, line: false }),
  split({ from: 1, weights: [5, 6, 7, 8, 9], to: [1, 2, 3, 4, 11], remainder: 'largest', ...masked }),
  split({ from: 7, weights: [5], to: [6] }),
  accrue({ balance: 7, ratePpb: 40_000_000n, days: 14, to: 9, rounding: 'halfUp' }),
  accrue({ balance: 7, rate: 14, days: 15, denominatorCell: 16, to: 9, ...masked }),
  gap({ from: 7, scale: { k1: 3n, k2: 4n }, less: 8, to: 18 }),
  add({ from: 7, to: 18, ...masked }),
  set({ scale: { k1: (1n << 64n) - 1n, k2: (1n << 56n) - 1n }, to: 18, rounding: 'ceil' }),
  test({ left: 1, leftScale: 10_000n, right: 7, rightScale: 11_000n, bit: 15, latch: true, ...masked }),
]
const program: Program = { layout, operations }

describe('words', () => {
  it('default: a decoded program is the program that was encoded', () => {
    expect(decodeProgram(encodeProgram(program))).to.deep.equal(program)
  })

  it('behavior: each operation alone comes back', () => {
    for (const operation of operations) {
      const single = { layout, operations: [operation] }
      expect(decodeProgram(encodeProgram(single))).to.deep.equal(single)
    }
  })

  it('behavior: the header and the descriptors stand where the format says', () => {
    const [header = 0n, descriptors = 0n, ...steps] = encodeProgram(program)
    expect(header.toString(16)).to.equal(`1${'0301040206030402'}${'0301'}${'0'.repeat(42)}`)
    expect(descriptors.toString(16).padStart(64, '0')).to.equal(
      `${'0103020303050004'}${'010203000803'}${'01000909'}`.padEnd(64, '0'),
    )
    expect(steps).to.have.lengthOf(operations.length)
  })

  it('behavior: the fields of a step stand where the format says', () => {
    const step = {
      ...{ op: 1, rounding: 2, line: true, latch: false, a: 0x11, b: 0x22, c: 0x33, d: 0x44 },
      ...{ also: [0x55, 0x66], list: [0x77], set: 0x8888, clear: 0x9999, k1: 0xaan, k2: 0xbbn },
    }
    const word = packStep(step)
    expect(word.toString(16)).to.equal(
      `1a11223344${'55660000'}${'77000000'}88889999${'aa'.padStart(16, '0')}${'bb'.padStart(14, '0')}`,
    )
    expect(unpackStep(word)).to.deep.equal(step)
  })

  it('behavior: seventeen descriptors take two words', () => {
    const payees = new Array(9).fill({ kind: 'fee', ref: 1 })
    const wide = {
      layout: { ...layout, payees, scheduled: 0, reportInputs: new Array(4).fill({ kind: 'loss', ref: 0 }) },
    }
    const words = encodeProgram({ ...wide, operations: [set({ to: 5 })] })
    expect(words).to.have.lengthOf(1 + 2 + 1)
    expect(decodeProgram(words).layout).to.deep.equal(wide.layout)
  })

  it('error: MalformedProgramError for words that are no program', () => {
    expect(() => decodeProgram([]))
      .to.throw(MalformedProgramError)
      .with.property('code', 'waterfall/unknown-version')
  })

  for (const [field, operation] of [
    ['k1', set({ scale: { k1: 1n << 64n, k2: 0n }, to: 5 })],
    ['k2', set({ scale: { k1: 0n, k2: 1n << 56n }, to: 5 })],
    ['d', set({ to: 256 })],
    ['set', set({ to: 5, mask: { set: 1 << 16, clear: 0 } })],
    ['also', pay({ from: 1, due: 5, to: 11, also: [256] })],
    ['also (length)', pay({ from: 1, due: 5, to: 11, also: [6, 7, 8, 9, 10] })],
    ['k1', accrue({ balance: 7, ratePpb: -1n, days: 14, to: 9 })],
  ] as const) {
    it(`error: FieldTooWideError for ${field}`, () => {
      expect(() => encodeProgram({ layout, operations: [operation] }))
        .to.throw(FieldTooWideError)
        .with.property('field', field)
    })
  }
})

describe('cells', () => {
  it('default: the regions follow each other', () => {
    expect([0, 1, 2, 3].map(position => cashCell(layout, position))).to.deep.equal([1, 2, 3, 4])
    expect(supportCell(layout, 0)).to.equal(3)
    expect([owedCell(layout, 0), leftCell(layout, 0)]).to.deep.equal([5, 6])
    expect([balanceCell(layout, 0), balanceCell(layout, 1)]).to.deep.equal([7, 8])
    expect([freeCell(layout, 0), freeCell(layout, 1), stateCell(layout, 5)]).to.deep.equal([9, 10, 10])
    expect([0, 1, 2].map(position => payeeCell(layout, position))).to.deep.equal([11, 12, 13])
    expect([0, 1, 2, 3].map(position => inputCell(layout, position))).to.deep.equal([14, 15, 16, 17])
    expect([0, 1, 2].map(position => tempCell(layout, position))).to.deep.equal([18, 19, 20])
    expect(cellCount(layout)).to.equal(21)
  })

  for (const [region, ask] of [
    ['cash cell', () => cashCell(layout, 4)],
    ['support', () => supportCell(layout, 1)],
    ['support', () => owedCell(layout, 1)],
    ['support', () => leftCell(layout, -1)],
    ['note', () => balanceCell(layout, 2)],
    ['state cell', () => freeCell(layout, 2)],
    ['payee', () => payeeCell(layout, 3)],
    ['input', () => inputCell(layout, 0.5)],
    ['temp', () => tempCell(layout, 3)],
  ] as const) {
    it(`error: OutsideLayoutError for a ${region} that is not there`, () => {
      expect(ask).to.throw(OutsideLayoutError).with.property('region', region)
    })
  }
})
