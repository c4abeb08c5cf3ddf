import { FieldTooWideError } from './errors.ts'

/** The bits of a program: one 256-bit word for the header and for each step, 16 bits for each descriptor. */

/** The counts of the header word, in their order; 8 bits each from the most significant. */
const headerFields = [
  'version',
  'arrivals',
  'supports',
  'cash',
  'notes',
  'state',
  'payees',
  'inputs',
  'scheduled',
  'temps',
  'lines',
] as const
export type HeaderField = (typeof headerFields)[number]
export type Header = Readonly<Record<HeaderField, number>>

/** A step word taken apart, before its operation gives the fields a meaning. */
export type StepWord = {
  readonly op: number
  readonly rounding: number
  readonly line: boolean
  readonly latch: boolean
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly also: readonly number[]
  readonly list: readonly number[]
  readonly set: number
  readonly clear: number
  readonly k1: bigint
  readonly k2: bigint
}

export const programVersion = 1
export const opcodes = { pay: 1, split: 2, accrue: 3, gap: 4, add: 5, set: 6, test: 7 } as const

export const descriptorsPerWord = 16
const descriptorBits = 16n
const wordBits = 256n

/** Where a field of a step word starts, counted from the least significant bit. */
export const stepOffsets = {
  op: 252n,
  rounding: 250n,
  line: 249n,
  latch: 248n,
  a: 240n,
  b: 232n,
  c: 224n,
  d: 216n,
  also: 184n,
  list: 152n,
  set: 136n,
  clear: 120n,
  k1: 56n,
  k2: 0n,
} as const

export function packHeader(header: Header): bigint {
  return headerFields.reduce(
    (word, field, position) => word | (narrow(field, BigInt(header[field]), 8) << headerOffset(position)),
    0n,
  )
}

export function unpackHeader(word: bigint): Header {
  const count = (field: HeaderField): number => byteAt(word, headerOffset(headerFields.indexOf(field)))
  return {
    version: count('version'),
    arrivals: count('arrivals'),
    supports: count('supports'),
    cash: count('cash'),
    notes: count('notes'),
    state: count('state'),
    payees: count('payees'),
    inputs: count('inputs'),
    scheduled: count('scheduled'),
    temps: count('temps'),
    lines: count('lines'),
  }
}

/** The bits of a header word below its last count. */
export function headerRest(word: bigint): bigint {
  return word & ((1n << headerOffset(headerFields.length - 1)) - 1n)
}

/** Descriptors as [kind, ref], sixteen a word from the most significant end. */
export function packDescriptors(descriptors: readonly (readonly [number, number])[]): bigint[] {
  const words = new Array<bigint>(descriptorWords(descriptors.length)).fill(0n)
  descriptors.forEach(([kind, ref], position) => {
    const descriptor = (narrow('kind', BigInt(kind), 8) << 8n) | narrow('ref', BigInt(ref), 8)
    const index = Math.floor(position / descriptorsPerWord)
    words[index] = (words[index] ?? 0n) | (descriptor << descriptorOffset(position))
  })
  return words
}

/** `words` is the whole program. */
export function descriptorAt(words: readonly bigint[], position: number): readonly [number, number] {
  const word = words[1 + Math.floor(position / descriptorsPerWord)] ?? 0n
  const offset = descriptorOffset(position)
  return [byteAt(word, offset + 8n), byteAt(word, offset)]
}

export function descriptorWords(descriptors: number): number {
  return Math.ceil(descriptors / descriptorsPerWord)
}

export function packStep(step: StepWord): bigint {
  const at = stepOffsets
  return (
    (narrow('op', BigInt(step.op), 4) << at.op) |
    (narrow('rounding', BigInt(step.rounding), 2) << at.rounding) |
    (step.line ? 1n << at.line : 0n) |
    (step.latch ? 1n << at.latch : 0n) |
    (narrow('a', BigInt(step.a), 8) << at.a) |
    (narrow('b', BigInt(step.b), 8) << at.b) |
    (narrow('c', BigInt(step.c), 8) << at.c) |
    (narrow('d', BigInt(step.d), 8) << at.d) |
    (packCells('also', step.also) << at.also) |
    (packCells('list', step.list) << at.list) |
    (narrow('set', BigInt(step.set), 16) << at.set) |
    (narrow('clear', BigInt(step.clear), 16) << at.clear) |
    (narrow('k1', step.k1, 64) << at.k1) |
    narrow('k2', step.k2, 56)
  )
}

export function unpackStep(word: bigint): StepWord {
  const at = stepOffsets
  return {
    op: Number(field(word, at.op, 4)),
    rounding: Number(field(word, at.rounding, 2)),
    line: field(word, at.line, 1) === 1n,
    latch: field(word, at.latch, 1) === 1n,
    a: byteAt(word, at.a),
    b: byteAt(word, at.b),
    c: byteAt(word, at.c),
    d: byteAt(word, at.d),
    also: unpackCells(field(word, at.also, 32)),
    list: unpackCells(field(word, at.list, 32)),
    set: Number(field(word, at.set, 16)),
    clear: Number(field(word, at.clear, 16)),
    k1: field(word, at.k1, 64),
    k2: field(word, at.k2, 56),
  }
}

/** The members of a SPLIT: the first four in `also` and `list`, the rest in the halves of k1. */
export function splitMembers({ also, list, k1 }: StepWord): {
  readonly weights: number[]
  readonly to: number[]
} {
  return {
    weights: [...also, ...unpackCells(k1 >> 32n)],
    to: [...list, ...unpackCells(k1 & 0xffffffffn)],
  }
}

/** Up to four cells in 32 bits; a zero byte ends the list. */
export function packCells(name: string, cells: readonly number[]): bigint {
  narrow(`${name} (length)`, BigInt(cells.length <= 4 ? 0 : cells.length), 1)
  return cells.reduce(
    (packed, cell, position) => packed | (narrow(name, BigInt(cell), 8) << BigInt(24 - 8 * position)),
    0n,
  )
}

/** The cells before the first zero byte. */
export function unpackCells(packed: bigint): number[] {
  const bytes = [24n, 16n, 8n, 0n].map(offset => byteAt(packed, offset))
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.slice(0, end)
}

export function field(word: bigint, offset: bigint, bits: number): bigint {
  return (word >> offset) & ((1n << BigInt(bits)) - 1n)
}

function byteAt(word: bigint, offset: bigint): number {
  return Number(field(word, offset, 8))
}

function headerOffset(position: number): bigint {
  return wordBits - 8n * BigInt(position + 1)
}

function descriptorOffset(position: number): bigint {
  return wordBits - descriptorBits * BigInt((position % descriptorsPerWord) + 1)
}

function narrow(name: string, value: bigint, bits: number): bigint {
  if (value < 0n || value >= 1n << BigInt(bits)) throw new FieldTooWideError(name, value, bits)
  return value
}
