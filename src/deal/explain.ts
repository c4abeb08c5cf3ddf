import type { Language } from '../domain/languages.ts'
import { formatRate, ratePpb } from '../domain/rates.ts'
import type { Mask, Rounding, Scale } from '../waterfall/program.ts'
import type { CompiledDeal } from './compile.ts'
import type { Mode } from './deal.ts'
import { disassemble } from './disassemble.ts'
import type { SectionHeading } from './program/draft.ts'
import type { CellName, NamedOperation } from './program/namedOperation.ts'
import { cellKinds, type Grammar, headingKinds } from './words/grammar.ts'
import { grammars } from './words/grammars.ts'

/** A step in words, and one sentence for each word of the program that carries it out. */
export type ExplainedStep = {
  readonly step: string
  readonly path: string | null
  readonly mode: Mode | 'any'
  readonly pass: SectionHeading['pass']
  readonly heading: string
  readonly sentences: readonly string[]
}

type Reading = { readonly grammar: Grammar; readonly flags: CompiledDeal['flagNames'] }

/** Reads the words of a program aloud in one of the four languages. */
export function explainProgram(
  words: readonly bigint[],
  { compiled, language }: { readonly compiled: CompiledDeal; readonly language: Language },
): readonly ExplainedStep[] {
  const reading = { grammar: grammars[language], flags: compiled.flagNames }
  return disassemble(words, compiled).steps.map(({ operations, step, path, mode, pass }) => ({
    step,
    path,
    mode,
    pass,
    heading: headingWords(step, language),
    sentences: operations.map(operation => sentenceOf(operation, reading)),
  }))
}

/** A step or a line in words: "int:A" is "Interest of A", "int:A@reserve" "Interest of A (from reserve)". */
export function headingWords(name: string, language: Language): string {
  const grammar = grammars[language]
  const [main = '', source] = name.split('@')
  const kind = headingKinds.find(known => main === known || main.startsWith(`${known}:`))
  if (kind === undefined) return name
  const reference = main
    .slice(kind.length + 1)
    .split('+')
    .map(term => grammar.terms[term] ?? term)
  const words = filled(grammar.headings[kind], grammar.list(reference))
  return source === undefined ? words : `${words} (${filled(grammar.pass.from, source)})`
}

/** A cell in words. */
export function cellWords(name: CellName, language: Language): string {
  return wordsOf(name, grammars[language])
}

function wordsOf(name: CellName, grammar: Grammar): string {
  const kind = cellKinds.find(known => name === known || name.startsWith(`${known}:`))
  if (kind === undefined) return name
  const reference = name.slice(kind.length + 1)
  const apart = kind === 'scheduled:days' || kind === 'scheduled:yearDays'
  return filled(grammar.cells[kind], apart && reference !== '' ? ` ${reference}` : reference)
}

function sentenceOf(operation: NamedOperation, reading: Reading): string {
  const sentence = actionOf(operation, reading)
  const { on, off } = flagsOf(operation.mask, reading)
  return on.length + off.length === 0 ? sentence : reading.grammar.condition({ on, off, action: sentence })
}

function actionOf(operation: NamedOperation, { grammar, flags }: Reading): string {
  const words = operandWords(grammar)
  const all = (names: readonly CellName[]): string => grammar.list(names.map(words))
  switch (operation.op) {
    case 'pay':
      return paymentOf(operation, grammar)
    case 'split': {
      const { from, weights, to, remainder } = operation
      return grammar.split({ from: words(from), weights: all(weights), to: all(to), remainder })
    }
    case 'accrue':
      return accrualOf(operation, grammar)
    case 'gap': {
      const { from, less, to } = operation
      return grammar.gap({
        from: figureOf(from, { ...operation, grammar }),
        less: less === null ? null : words(less),
        to: words(to),
      })
    }
    case 'add':
      return grammar.add({
        from: figureOf(operation.from, { ...operation, grammar }),
        to: words(operation.to),
      })
    case 'set':
      return grammar.set({
        from: figureOf(operation.from, { ...operation, grammar }),
        to: words(operation.to),
      })
    case 'test':
      return comparisonOf(operation, { grammar, flags })
    default:
      return operation satisfies never
  }
}

function paymentOf(operation: Extract<NamedOperation, { op: 'pay' }>, grammar: Grammar): string {
  const { from, due, to, soft, also, supports, scale } = operation
  const words = operandWords(grammar)
  return grammar.pay({
    from: from === null ? null : words(from),
    due: due === null ? null : words(due),
    to: words(to),
    share: scale.k2 === 0n ? null : `${scale.k1}/${scale.k2}`,
    supports: supports.map(words),
    falling: [...also, ...(soft === null ? [] : [soft])].map(words),
  })
}

function accrualOf(operation: Extract<NamedOperation, { op: 'accrue' }>, grammar: Grammar): string {
  const { balance, rate, ratePpb: fixed, days, denominator, denominatorCell, to, rounding } = operation
  const words = operandWords(grammar)
  return grammar.accrue({
    balance: words(balance),
    rate: rate === null ? formatRate(ratePpb(fixed)) : words(rate),
    days: words(days),
    year: denominatorCell === null ? denominator.toString() : words(denominatorCell),
    to: words(to),
    rounding: grammar.rounding[rounding],
  })
}

/** The null operand is nothing. */
function operandWords(grammar: Grammar): (name: CellName | null) => string {
  return name => (name === null ? '0' : wordsOf(name, grammar))
}

function comparisonOf(operation: Extract<NamedOperation, { op: 'test' }>, reading: Reading): string {
  const { grammar } = reading
  const { left, leftScale, right, rightScale, bit, latch } = operation
  const flag = flagName(bit, reading)
  if (left === null && right === null)
    return leftScale >= rightScale ? grammar.lower(flag) : grammar.raise(flag)
  const side = (name: CellName | null, scale: bigint): string => {
    if (name === null) return scale.toString()
    return scale === 1n ? wordsOf(name, grammar) : `${wordsOf(name, grammar)} × ${scale}`
  }
  return grammar.test({ left: side(left, leftScale), right: side(right, rightScale), flag, latched: latch })
}

type Scaled = { readonly scale: Scale; readonly rounding: Rounding; readonly grammar: Grammar }

function figureOf(from: CellName | null, { scale, rounding, grammar }: Scaled): string {
  const { k1, k2 } = scale
  if (k2 === 0n) return from === null ? k1.toString() : wordsOf(from, grammar)
  const product = from === null ? `${k1}/${k2}` : `${wordsOf(from, grammar)} × ${k1}/${k2}`
  return k2 === 1n ? product : `${product} (${grammar.rounding[rounding]})`
}

function flagsOf(
  { set, clear }: Mask,
  reading: Reading,
): { readonly on: readonly string[]; readonly off: readonly string[] } {
  const named = (mask: number): readonly string[] =>
    reading.flags.filter(({ bit }) => (mask & (1 << bit)) !== 0).map(({ bit }) => flagName(bit, reading))
  return { on: named(set), off: named(clear) }
}

function flagName(bit: number, { grammar, flags }: Reading): string {
  const name = flags.find(flag => flag.bit === bit)?.name ?? `${bit}`
  return grammar.terms[name] ?? name
}

function filled(text: string, reference: string): string {
  return text.replace('{}', reference).trim()
}
