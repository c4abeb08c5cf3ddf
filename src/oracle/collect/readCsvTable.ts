import { CsvError, parse } from 'csv-parse/sync'
import { FileTooLargeError } from '../../domain/fileFault.ts'
import { decodeText } from './decodeText.ts'
import { FormulaRefusedError, TableTooLargeError, TableUnreadableError } from './errors.ts'
import { MOST_CELLS, placeOf, type Row, type Table } from './table.ts'

/** 64 MiB: some 500,000 lines. */
export const LARGEST_TABLE = 67_108_864

export type TableFile = { readonly file: string; readonly bytes: Uint8Array }

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
  const table = { file, rows, from1904: false }
  for (const row of rows) requireNoFormula(table, row)
  return table
}

function rowsOf(
  file: string,
  { text, delimiter }: { readonly text: string; readonly delimiter: string },
): readonly Row[] {
  const rows: Row[] = []
  let line = 1
  let count = 0
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (record: readonly string[], { lines }) => {
        count += 1 + record.length
        if (count > MOST_CELLS) throw new TableTooLargeError({ file, line, column: 0 }, MOST_CELLS)
        rows.push({ line, cells: record.map(cell => ({ kind: 'text', text: cell })) })
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

function requireNoFormula(table: Table, row: Row): void {
  const index = row.cells.findIndex(({ text }) => FORMULA.test(text))
  if (index < 0) return
  throw new FormulaRefusedError(placeOf(table, row, index), row.cells[index]?.text ?? '')
}
