import { CsvError, parse } from 'csv-parse/sync'
import { FileTooLargeError } from '../../domain/fileFault.ts'
import { FormulaRefusedError, TableUnreadableError } from './errors.ts'
import { placeOf, type Row, type Table } from './table.ts'

/** 64 MiB: some 500,000 lines. */
export const LARGEST_TABLE = 67_108_864

export type TableFile = { readonly file: string; readonly bytes: Uint8Array }

/** What spreadsheets take for a formula: =, @, or a sign before what is no number. */
const FORMULA = /^\s*(?:[=@＝＠]|[+＋\-－]\s*(?:[A-Za-z(]|[\d.,\s]+[-+*/^&|(!]))/

/**
 * Reads CSV as raw text, in UTF-8 with or without a mark, else in GB18030, the encoding that Chinese spreadsheets write
 * by default. Text that is valid UTF-8 is UTF-8: GB18030 text of more than a few characters never is.
 */
export function readCsvTable(
  { file, bytes }: TableFile,
  {
    delimiter = ',',
    largest = LARGEST_TABLE,
  }: { readonly delimiter?: string; readonly largest?: number } = {},
): Table {
  if (bytes.byteLength > largest) throw new FileTooLargeError(file, largest)
  const rows = rowsOf(file, { text: decoded(file, bytes), delimiter })
  const table = { file, rows, from1904: false }
  for (const row of rows) requireNoFormula(table, row)
  return table
}

function decoded(file: string, bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decodedAs(encoding, bytes)
    if (text !== undefined && !text.includes('\0')) return text
  }
  throw new TableUnreadableError({ file, line: 0, column: 0 }, 'The text is neither UTF-8 nor GB18030')
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function rowsOf(
  file: string,
  { text, delimiter }: { readonly text: string; readonly delimiter: string },
): readonly Row[] {
  const rows: Row[] = []
  let line = 1
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (record: readonly string[], { lines }) => {
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
