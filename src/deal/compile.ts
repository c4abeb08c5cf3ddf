import { AbiCoder, keccak256, toUtf8Bytes } from 'ethers'
import type { Day } from '../domain/dates.ts'
import { inputCell, payeeCell } from '../waterfall/cells.ts'
import { checkProgram } from '../waterfall/check.ts'
import { encodeProgram } from '../waterfall/encode.ts'
import type { Layout, Payee, Program, ReportInput } from '../waterfall/program.ts'
import { canonicalJson } from './canonicalJson.ts'
import type { Deal, PaymentDate } from './deal.ts'
import { type Act, actsOf } from './periodActs.ts'
import type { Line, Scheduled, Section } from './program/draft.ts'
import { type CellName, numberCells } from './program/namedOperation.ts'
import { startOf } from './program/terms.ts'
import type { effects } from './schema/trigger.ts'
import { writeProgram } from './writeProgram.ts'

/** A deal as the machine and the ledger take it. */
export type CompiledDeal = {
  readonly deal: Deal
  readonly program: Program
  /** The program as it is stored on the ledger. */
  readonly words: readonly bigint[]
  readonly layout: Layout
  /** Name of every cell by its number; the first is the null cell. */
  readonly cells: readonly CellName[]
  readonly schedule: Schedule
  /** One row a payment date, the tail included. */
  readonly periods: readonly DatedPeriod[]
  /** Persisted cells and flags at closing. */
  readonly opening: readonly bigint[]
  readonly flags: number
  /** In the order of the machine's lines. */
  readonly lines: readonly (Line & { readonly line: number })[]
  readonly sections: readonly Section[]
  readonly payees: readonly (Payee & { readonly cell: number; readonly name: CellName })[]
  readonly reportInputs: readonly (ReportInput & { readonly cell: number; readonly name: CellName })[]
  readonly flagNames: readonly FlagName[]
  /** keccak256 of the canonical JSON of the deal file. */
  readonly termsHash: string
  /** keccak256(abi.encode(program, schedule, opening, flags)), as the ledger computes it. */
  readonly programHash: string
  readonly scheduleHash: string
}

export type Schedule = {
  readonly columns: readonly CellName[]
  readonly rows: readonly (readonly bigint[])[]
  /** Two values of 128 bits a word, the first in the high half; each row begins a word. */
  readonly words: readonly bigint[]
}

export type DatedPeriod = PaymentDate & {
  readonly number: number
  readonly start: Day
  readonly acts: readonly Act[]
}

export type FlagName = {
  readonly bit: number
  readonly name: string
  readonly effect: (typeof effects)[number] | 'mode' | 'built-in'
}

const HALF_WORD = 128n
const MODE_FLAGS: readonly FlagName[] = [
  { bit: 14, name: 'acceleration', effect: 'mode' },
  { bit: 15, name: 'default', effect: 'mode' },
]

/** Turns a deal into the program, the schedule and the tables that explain them. */
export function compileDeal(deal: Deal): CompiledDeal {
  const drafted = writeProgram(deal)
  const { layout, cells, opening, lines, sections } = drafted
  const program: Program = {
    layout,
    operations: drafted.operations.map(operation => numberCells(operation, cells)),
  }
  const words = encodeProgram(program)
  checkProgram(words)
  const schedule = scheduleOf(drafted.scheduled, deal.dates.length)
  const payees = layout.payees.map((payee, index) =>
    named({ ...payee, cell: payeeCell(layout, index) }, cells),
  )
  const reportInputs = layout.reportInputs.map((input, index) =>
    named({ ...input, cell: inputCell(layout, layout.scheduled + index) }, cells),
  )
  return {
    deal,
    program,
    words,
    layout,
    cells,
    schedule,
    periods: deal.dates.map((date, row) => ({
      ...date,
      number: row + 1,
      start: startOf(deal, row),
      acts: actsOf(deal, date),
    })),
    opening,
    flags: 0,
    lines: lines.map((line, number) => ({ ...line, line: number })),
    sections,
    payees,
    reportInputs,
    flagNames: [...drafted.flags.map(flag => flagName(flag, deal)), ...MODE_FLAGS],
    termsHash: keccak256(toUtf8Bytes(canonicalJson(deal.file))),
    programHash: keccak256(
      AbiCoder.defaultAbiCoder().encode(
        ['uint256[]', 'uint256[]', 'uint128[]', 'uint16'],
        [words, schedule.words, opening, 0],
      ),
    ),
    scheduleHash: keccak256(AbiCoder.defaultAbiCoder().encode(['uint256[]'], [schedule.words])),
  }
}

function scheduleOf(scheduled: readonly Scheduled[], count: number): Schedule {
  const rows = Array.from({ length: count }, (_, row) => scheduled.map(({ figureAt }) => figureAt(row)))
  return { columns: scheduled.map(({ name }) => name), rows, words: rows.flatMap(packRow) }
}

function packRow(row: readonly bigint[]): readonly bigint[] {
  return Array.from({ length: Math.ceil(row.length / 2) }, (_, index) => {
    const [high = 0n, low = 0n] = row.slice(2 * index, 2 * index + 2)
    return (high << HALF_WORD) | low
  })
}

function named<T extends { readonly cell: number }>(
  row: T,
  cells: readonly CellName[],
): T & { readonly name: CellName } {
  return { ...row, name: cells[row.cell] ?? '' }
}

function flagName({ bit, name }: { readonly bit: number; readonly name: string }, deal: Deal): FlagName {
  return { bit, name, effect: deal.triggers.find(({ id }) => id === name)?.effect ?? 'built-in' }
}
