import { extname } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { LedgerError } from '../../domain/errors.ts'
import { FileUnreadableError, readTextFile } from '../readTextFile.ts'

export type Table = readonly (readonly string[])[]

/** Reads a table of text from a CSV file in UTF-8, or from the first sheet of an XLSX file. */
export async function readTable(path: string): Promise<Table> {
  return extname(path).toLowerCase() === '.xlsx' ? readWorkbook(path) : readCsv(path)
}

/** Rows may be shorter or longer than the headings; what they lack is named by whoever reads them. */
async function readCsv(path: string): Promise<Table> {
  const text = await readTextFile(path)
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    if (error instanceof CsvError) throw new TableMalformedError(path, error)
    throw error
  }
}

/** Numbers are taken as they are written in the file, never as floats: a long number keeps its digits. */
async function readWorkbook(path: string): Promise<Table> {
  await requireReadable(path)
  try {
    const rows = await readSheet(path, 1, { parseNumber: (text: string) => text })
    return rows.map(row => row.map(textOf))
  } catch (error) {
    throw new TableMalformedError(path, error)
  }
}

async function requireReadable(path: string): Promise<void> {
  const { access } = await import('node:fs/promises')
  await access(path).catch((error: unknown) => {
    throw new FileUnreadableError(path, error)
  })
}

/** A cell as a person would write it; a date cell holds midnight in UTC. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

export class TableMalformedError extends LedgerError {
  override readonly code = 'file/not-a-table'
  readonly path: string

  constructor(path: string, cause: unknown) {
    const reason = cause instanceof Error ? `: ${cause.message}` : ''
    super(`${path} is no table${reason}`, {
      remedy: 'Save it as CSV in UTF-8 or as XLSX, with the headings in the first row of the first sheet',
      cause,
    })
    this.path = path
  }
}
