import { decodeProgram } from '../waterfall/decode.ts'
import { encodeProgram } from '../waterfall/encode.ts'
import type { Layout } from '../waterfall/program.ts'
import type { CompiledDeal } from './compile.ts'
import type { SectionHeading } from './program/draft.ts'
import { type CellName, type NamedOperation, nameCells, numberCells } from './program/namedOperation.ts'

/** A step of the waterfall with the operations that carry it out, their cells by name. */
export type ReadableStep = SectionHeading & { readonly operations: readonly NamedOperation[] }

export type ReadableProgram = {
  readonly layout: Layout
  readonly cells: readonly CellName[]
  readonly steps: readonly ReadableStep[]
}

/** What is needed beside the words to read them: the names of cells, and which words belong to which step. */
export type ReadingKey = Pick<CompiledDeal, 'cells' | 'sections'>

/** Turns the words of a program, as they stand on the chain, back into steps. */
export function disassemble(words: readonly bigint[], { cells, sections }: ReadingKey): ReadableProgram {
  const { layout, operations } = decodeProgram(words)
  const named = operations.map(operation => nameCells(operation, cells))
  const steps = sections.map(({ first, count, ...heading }) => ({
    ...heading,
    operations: named.slice(first, first + count),
  }))
  return { layout, cells, steps }
}

/** Turns readable steps into words: the inverse of `disassemble`. */
export function assemble({ layout, cells, steps }: ReadableProgram): bigint[] {
  const operations = steps.flatMap(step => step.operations.map(operation => numberCells(operation, cells)))
  return encodeProgram({ layout, operations })
}
