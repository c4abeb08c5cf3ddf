import { LedgerError, type LedgerErrorOptions, type Problem } from './errors.ts'

/**
 * Where in a file something stands. Lines and columns count from 1; zero where only the file, or the line, is to blame.
 */
export type FilePlace = { readonly file: string; readonly line: number; readonly column: number }

/** The base of refusals of a file or of a part of it; `reason` is what is wrong without the place. */
export abstract class FileFaultError extends LedgerError {
  readonly place: FilePlace
  readonly reason: string

  constructor(place: FilePlace, reason: string, options: LedgerErrorOptions) {
    super(`${placeText(place)}: ${reason}`, options)
    this.place = place
    this.reason = reason
  }
}

/** "statement.xml:12:5", as editors and compilers write it. */
export function placeText({ file, line, column }: FilePlace): string {
  return [file, ...[line, column].filter(count => count > 0)].join(':')
}

/** A fault as one line of a report on an input. */
export function problemOf(fault: FileFaultError): Problem {
  return { path: placeText(fault.place), value: undefined, message: fault.reason, remedy: fault.remedy }
}

/** A figure of a file that cannot be read; everything else about the file may be sound. */
export class FigureRefusedError extends FileFaultError {
  override readonly code = 'file/figure-refused'

  constructor(place: FilePlace, cause: LedgerError) {
    super(place, cause.fact, { remedy: cause.remedy, cause })
  }
}

/** Reads a figure at a place: what the ledger's own types refuse is named with the place. */
export function readAt<T>(place: FilePlace, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof LedgerError) || error instanceof FileFaultError) throw error
    throw new FigureRefusedError(place, error)
  }
}

export class FileTooLargeError extends FileFaultError {
  override readonly code = 'file/too-large'
  readonly largest: number

  constructor(file: string, largest: number) {
    super({ file, line: 0, column: 0 }, `The file has more than ${largest} bytes`, {
      remedy: 'Split it, or raise the largest size in the configuration if a file of this size is meant',
    })
    this.largest = largest
  }
}
