import { FileFaultError, type FilePlace } from '../../domain/fileFault.ts'

/** The bytes are no table: neither CSV nor the sheet of a workbook. */
export class TableUnreadableError extends FileFaultError {
  override readonly code = 'file/table-unreadable'

  constructor(place: FilePlace, reason: string, cause?: unknown) {
    super(place, reason, {
      remedy: 'Save it as CSV in UTF-8 or GB18030, or as XLSX, and check that it is the file you mean',
      cause,
    })
  }
}

/** A table of more cells than any statement has, small as its file may be. */
export class TableTooLargeError extends FileFaultError {
  override readonly code = 'file/table-too-large'

  constructor(place: FilePlace, most: number) {
    super(place, `The table has more than ${most} cells up to here`, {
      remedy: 'Look whether it has empty columns or rows without end; otherwise split it',
    })
  }
}

/** A cell that computes: what it shows depends on who opens it. */
export class FormulaRefusedError extends FileFaultError {
  override readonly code = 'file/formula-refused'

  constructor(place: FilePlace, text: string) {
    super(place, `The cell holds a formula, "${text.slice(0, 40)}"`, {
      remedy: 'Paste the value in its place and save the file again',
    })
  }
}

/** A cell whose text has none of the known forms. */
export class CellRefusedError extends FileFaultError {
  override readonly code = 'file/cell-refused'

  constructor(place: FilePlace, reason: string, remedy: string) {
    super(place, reason, { remedy })
  }
}

/** The headings of a table are not those that the mapping names. */
export class HeadingsUnknownError extends FileFaultError {
  override readonly code = 'file/headings-unknown'

  constructor(place: FilePlace, reason: string) {
    super(place, reason, { remedy: 'Take the mapping of this licensee, or add the heading to it' })
  }
}
