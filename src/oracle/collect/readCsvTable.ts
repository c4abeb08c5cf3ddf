import { CsvError, parse } from 'csv-parse/sync'
import { FileTooLargeError } from '../../domain/fileFault.ts'
import { decodeText } from './decodeText.ts'
import { FormulaRefusedError, TableTooLargeError, TableUnreadableError } from './errors.ts'
import { type Cell, MOST_CELLS, MOST_COLUMNS, placeOf, type Row, type Table } from './table.ts'

/** 64 MiB: some 500,000 lines. */
export const LARGEST_TABLE = 67_108_864

export type TableFile = { readonly file: string; readonly bytes: Uint8Array }

/** Different texts of one table that are looked for again. */
const MOST_SHARED = 50_000

/** What spreadsheets take for a formula: =, @, or a sign before what is no number. */
const FORMULA = /^\s*(?:[=@＝＠]|[+＋\-－]\s*(?:[A-Za-z(]|[\d.,\s]+[-+*/^&|(!]))/

/** Reads CSV as raw text, in UTF-8 or GB18030. */
export function readCsvTable(
  { file, bytes }: TableFile,
  {
    delimiter = ',',
    largest = LARGEST_TABLE,
  }: { readonly delimiter?: string; readonly largest?: number } = {},
): Table {
  if (bytes.byteLength > largest) throw new FileTooLargeError(file, largest)
  const rows = rowsOf(file, { text: decodeText(bytes, { file, delimiter }), delimiter })
  return { file, rows, from1904: false }
}

type Text = { readonly text: string; readonly delimiter: string }

function rowsOf(file: string, { text, delimiter }: Text): readonly Row[] {
  const rows: Row[] = []
  let line = 1
  requireCells(file, { text, delimiter })
  const cellOf = sharedCells()
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (record: readonly string[], { lines }) => {
        const row: Row = { line, cells: record.map(cellOf) }
        requireNoFormula(file, row)
        rows.push(row)
        line = lines + 1
        return null
      },
    })
    return rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new TableUnreadableError({ file, line, column: 0 }, `This is no CSV: ${error.message}`, error)
  }
}

/** Cells that are alike are one: most of a statement is names, periods and currencies that come again and again. */
function sharedCells(): (text: string) => Cell {
  const known = new Map<string, Cell>()
  return text => {
    const there = known.get(text)
    if (there !== undefined) return there
    const cell: Cell = { kind: 'text', text }
    if (known.size < MOST_SHARED) known.set(text, cell)
    return cell
  }
}

/** Counts the cells before any is made: a few bytes could become a thousand times as many. */
function requireCells(file: string, { text, delimiter }: Text): void {
  const [comma, quote, lineEnd] = [delimiter.charCodeAt(0), 0x22, 0x0a]
  let [line, cells, inLine, isQuoted] = [1, 1, 1, false]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) isQuoted = !isQuoted
    if (code === lineEnd) line += 1
    if (isQuoted || (code !== comma && code !== lineEnd)) continue
    cells += 1
    inLine = code === lineEnd ? 1 : inLine + 1
    const most = cells > MOST_CELLS ? MOST_CELLS : MOST_COLUMNS
    if (cells > MOST_CELLS || inLine > MOST_COLUMNS)
      throw new TableTooLargeError({ file, line, column: 0 }, most)
  }
}

function requireNoFormula(file: string, row: Row): void {
  const index = row.cells.findIndex(({ text }) => FORMULA.test(text))
  if (index < 0) return
  throw new FormulaRefusedError(placeOf({ file }, row, index), row.cells[index]?.text ?? '')
}
