import type { FilePlace } from '../../domain/fileFault.ts'

/** A cell as it was written: raw text. A number of a workbook is one whose digits a program wrote, not a person. */
export type Cell = { readonly kind: 'text' | 'number'; readonly text: string }

export type Row = { readonly line: number; readonly cells: readonly Cell[] }

/** Rows of one table. In faults, the column is the number of the cell in its row, from 1. */
export type Table = {
  readonly file: string
  readonly rows: readonly Row[]
  /** Whether days are counted from 1904, as workbooks of old Macintosh versions do. */
  readonly from1904: boolean
}

/** Cells of one table: some 600,000 lines of a statement. */
export const MOST_CELLS = 8_000_000

/** Columns of one table, as in the largest sheet. */
export const MOST_COLUMNS = 16_384

export const EMPTY_CELL: Cell = { kind: 'text', text: '' }

export function placeOf({ file }: { readonly file: string }, row: Row, index: number): FilePlace {
  return { file, line: row.line, column: index + 1 }
}
