import { MalformedProgramError, type ProgramFault } from './errors.ts'
import { accountPurposes, feeds, payeeKinds, reportInputKinds } from './program.ts'
import {
  descriptorAt,
  descriptorsPerWord,
  descriptorWords,
  field,
  type Header,
  headerRest,
  opcodes,
  packCells,
  programVersion,
  type StepWord,
  splitMembers,
  stepOffsets,
  unpackCells,
  unpackHeader,
  unpackStep,
} from './words.ts'

/**
 * The check of a program, made once, when a deal is registered. A program that passes cannot make or lose cash,
 * divide by a constant zero, or leave its cells. Both engines make the same checks in the same order.
 */
export function checkProgram(words: readonly bigint[]): void {
  const header = checkHeader(words)
  checkDescriptors(words, header)
  const first = firstStep(header)
  const regions = regionsOf(header)
  let lines = 0
  for (let index = first; index < words.length; index++) {
    const word = words[index] ?? 0n
    const step = unpackStep(word)
    checkStep({ word, step, index, number: index - first, regions })
    if (step.line) lines++
  }
  demand(lines === header.lines, 'LinesDisagree', header.lines, lines)
}

/** Index of the first step word. */
export function firstStep(header: Header): number {
  return 1 + descriptorWords(descriptorCount(header))
}

type Regions = {
  readonly lastCash: number
  readonly lastState: number
  readonly lastPayee: number
  readonly last: number
}
type Checked = {
  readonly word: bigint
  readonly step: StepWord
  readonly index: number
  readonly number: number
  readonly regions: Regions
}

const cellLimit = 256

function checkHeader(words: readonly bigint[]): Header {
  const word = words[0] ?? 0n
  const header = unpackHeader(word)
  demand(header.version === programVersion, 'UnknownVersion', header.version)
  demand(headerRest(word) === 0n, 'StrayBits', 0)
  const { arrivals, supports, cash, notes, state, inputs, scheduled } = header
  const nested =
    supports <= arrivals && arrivals <= cash && 2 * supports + notes <= state && scheduled <= inputs
  demand(nested, 'LayoutInconsistent')
  const cells = 1 + regionsOf(header).last
  demand(cells <= cellLimit, 'TooManyCells', cells)
  const least = firstStep(header) + 1
  demand(words.length >= least, 'ProgramTruncated', words.length, least)
  return header
}

function regionsOf({ cash, state, payees, inputs, temps }: Header): Regions {
  const lastPayee = cash + state + payees
  return { lastCash: cash, lastState: cash + state, lastPayee, last: lastPayee + inputs + temps }
}

function descriptorCount({ cash, payees, inputs, scheduled }: Header): number {
  return cash + payees + inputs - scheduled
}

function checkDescriptors(words: readonly bigint[], header: Header): void {
  const count = descriptorCount(header)
  for (let position = 0; position < count; position++) {
    const [kind, ref] = descriptorAt(words, position)
    demand(isDescriptor(header, position, kind, ref), 'UnknownDescriptor', position)
  }
  const used = count % descriptorsPerWord
  const last = firstStep(header) - 1
  const rest = used === 0 ? 0n : field(words[last] ?? 0n, 0n, 256 - 16 * used)
  demand(rest === 0n, 'StrayBits', last)
}

/** Arrivals are fed with income or principal, supports with support, other cash cells with nothing. */
function isDescriptor(header: Header, position: number, kind: number, ref: number): boolean {
  const { arrivals, supports, cash, payees } = header
  if (position >= cash + payees) return kind >= 1 && kind <= reportInputKinds.length
  if (position >= cash) return kind >= 1 && kind <= payeeKinds.length
  if (ref >= accountPurposes.length) return false
  if (position >= arrivals) return kind === feeds.indexOf('none')
  if (position >= arrivals - supports) return kind === feeds.indexOf('support')
  return kind === feeds.indexOf('income') || kind === feeds.indexOf('principal')
}

type Form = {
  readonly unused: bigint
  readonly lastRounding: number
  readonly check: (checked: Checked) => void
}

const forms: ReadonlyMap<number, Form> = new Map<number, Form>([
  [opcodes.pay, { unused: mask(['latch', 1]), lastRounding: 2, check: checkPay }],
  [
    opcodes.split,
    {
      unused: mask(['line', 1], ['latch', 1], ['b', 8], ['c', 8], ['d', 8], ['k2', 56]),
      lastRounding: 1,
      check: checkSplit,
    },
  ],
  [
    opcodes.accrue,
    {
      unused: mask(['line', 1], ['latch', 1], ['also', 24], ['list', 32]),
      lastRounding: 2,
      check: checkAccrue,
    },
  ],
  [opcodes.gap, { unused: unusedByFigure(['c', 8]), lastRounding: 2, check: checkFigure }],
  [opcodes.add, { unused: unusedByFigure(['b', 8], ['c', 8]), lastRounding: 2, check: checkFigure }],
  [opcodes.set, { unused: unusedByFigure(['b', 8], ['c', 8]), lastRounding: 2, check: checkFigure }],
  [
    opcodes.test,
    {
      unused: mask(['rounding', 2], ['line', 1], ['d', 8], ['also', 32], ['list', 32]),
      lastRounding: 2,
      check: checkTest,
    },
  ],
])

function checkStep(checked: Checked): void {
  const { word, step, index, number } = checked
  const form = forms.get(step.op)
  if (form === undefined)
    throw new MalformedProgramError('UnknownOperation', [BigInt(number), BigInt(step.op)])
  demand((word & form.unused) === 0n, 'StrayBits', index)
  demand(step.rounding <= form.lastRounding, 'UnknownRounding', number)
  form.check(checked)
}

function checkPay(checked: Checked): void {
  const { word, step, index, number, regions } = checked
  demand(isPacked(field(word, stepOffsets.also, 32)), 'StrayBits', index)
  demand(isPacked(field(word, stepOffsets.list, 32)), 'StrayBits', index)
  demand(step.c !== 0 && (step.a !== 0 || step.list.length > 0), 'NullOperand', number)
  demand(step.b !== 0 || step.list.length === 0, 'SupportsWithoutDue', number)
  const inCash = checkDestination(checked, step.c)
  for (const cell of [step.a, ...step.list]) checkSource(checked, cell, inCash)
  for (const cell of [step.b, step.d, ...step.also]) {
    checkRange(checked, cell)
    demand(cell === 0 || isMemo(cell, regions), 'WrongClass', number, cell)
  }
  checkDistinct(checked)
}

/** A cell that a payment names twice would be booked twice. The order is that of the word, from its end. */
function checkDistinct({ step, number }: Checked): void {
  const cells = [step.a, step.b, step.c, step.d, ...step.also, ...step.list]
    .reverse()
    .filter(cell => cell !== 0)
  const twice = cells.find((cell, position) => cells.indexOf(cell) < position)
  demand(twice === undefined, 'OperandTwice', number, twice ?? 0)
}

function checkSplit(checked: Checked): void {
  const { word, step, index, number, regions } = checked
  for (const { first, more } of [splitLists(word, 'also'), splitLists(word, 'list')]) {
    demand(isPacked(first) && isPacked(more) && (more === 0n || (first & 0xffn) !== 0n), 'StrayBits', index)
  }
  const { weights, to } = splitMembers(step)
  demand(weights.length === to.length && weights.length > 0, 'UnevenSplit', number)
  demand(step.a !== 0, 'NullOperand', number)
  const inCash = isCash(step.a, regions)
  checkSource(checked, step.a, inCash)
  for (const cell of to) {
    demand(checkDestination(checked, cell) === inCash, 'WrongClass', number, cell)
  }
  for (const cell of weights) checkMemo(checked, cell)
}

function checkAccrue(checked: Checked): void {
  const { step, number } = checked
  demand(step.a !== 0 && step.c !== 0 && step.d !== 0, 'NullOperand', number)
  demand(step.k2 !== 0n || step.also.length > 0, 'NoDenominator', number)
  for (const cell of [step.a, step.b, step.c, ...step.also]) checkRange(checked, cell)
  checkMemo(checked, step.d)
}

function checkFigure(checked: Checked): void {
  const { step, number } = checked
  demand(step.d !== 0, 'NullOperand', number)
  checkRange(checked, step.a)
  checkRange(checked, step.b)
  checkMemo(checked, step.d)
}

function checkTest(checked: Checked): void {
  const { step, number } = checked
  checkRange(checked, step.a)
  checkRange(checked, step.b)
  demand(step.c < 16, 'BitOutOfRange', number, step.c)
}

/** Whether the destination takes cash: a cash cell or a payee. */
function checkDestination(checked: Checked, cell: number): boolean {
  checkRange(checked, cell)
  return !isMemo(cell, checked.regions)
}

/** Cash comes from cash cells only, a memo from memo cells only. */
function checkSource(checked: Checked, cell: number, inCash: boolean): void {
  const { number, regions } = checked
  checkRange(checked, cell)
  const fits = cell === 0 || (inCash ? isCash(cell, regions) : isMemo(cell, regions))
  demand(fits, 'WrongClass', number, cell)
}

function checkMemo(checked: Checked, cell: number): void {
  checkRange(checked, cell)
  demand(isMemo(cell, checked.regions), 'WrongClass', checked.number, cell)
}

function checkRange({ number, regions }: Checked, cell: number): void {
  demand(cell <= regions.last, 'CellOutOfRange', number, cell)
}

function isCash(cell: number, { lastCash }: Regions): boolean {
  return cell >= 1 && cell <= lastCash
}

/** State, input and temp cells hold figures, not cash. */
function isMemo(cell: number, { lastCash, lastState, lastPayee }: Regions): boolean {
  return (cell > lastCash && cell <= lastState) || cell > lastPayee
}

/** Whether nothing stands behind the zero byte that ends the list. */
function isPacked(bytes: bigint): boolean {
  return packCells('list', unpackCells(bytes)) === bytes
}

function splitLists(word: bigint, list: 'also' | 'list'): { readonly first: bigint; readonly more: bigint } {
  const more = field(word, stepOffsets.k1 + (list === 'also' ? 32n : 0n), 32)
  return { first: field(word, stepOffsets[list], 32), more }
}

type Width = readonly [keyof typeof stepOffsets, number]

function unusedByFigure(...fields: readonly Width[]): bigint {
  return mask(['line', 1], ['latch', 1], ['also', 32], ['list', 32], ...fields)
}

function mask(...fields: readonly Width[]): bigint {
  return fields.reduce(
    (bits, [name, width]) => bits | (((1n << BigInt(width)) - 1n) << stepOffsets[name]),
    0n,
  )
}

function demand(condition: boolean, fault: ProgramFault, ...args: readonly number[]): void {
  if (!condition) throw new MalformedProgramError(fault, args.map(BigInt))
}
