import { LedgerError } from '../../domain/errors.ts'

/** A period that the books say nothing of. */
export class BooksPeriodMissingError extends LedgerError {
  override readonly code = 'file/books-period-missing'
  readonly number: number

  constructor(number: number, count: number) {
    super(`The books have ${count} periods, and period ${number} is asked for`, {
      remedy: 'Add its days to books.json',
    })
    this.number = number
  }
}

/** What stands between the books and a report, each with its amount. Nothing unmatched is signed. */
export class UnmatchedError extends LedgerError {
  override readonly code = 'oracle/unmatched'
  readonly subject: string
  readonly reasons: readonly string[]

  constructor(subject: string, reasons: readonly string[]) {
    super([`${subject}: ${reasons.length} exceptions are open:`, ...reasons].join('\n'), {
      remedy: 'Get the missing or corrected file, or lay a decision on each into decisions/',
    })
    this.subject = subject
    this.reasons = reasons
  }
}

/** The books are not complete yet: a day, a bank statement or money is missing. */
export class BooksOpenError extends LedgerError {
  override readonly code = 'oracle/books-open'
  readonly subject: string
  readonly reasons: readonly string[]

  constructor(subject: string, reasons: readonly string[]) {
    super([`${subject} waits:`, ...reasons].join('\n'), {
      remedy: 'It is looked at again; bring what is missing when its day has come',
    })
    this.subject = subject
    this.reasons = reasons
  }
}

/** Money that the ledger shows and the books do not, or the other way round. */
export class LedgerDiffersError extends LedgerError {
  override readonly code = 'oracle/ledger-differs'
  readonly subject: string
  readonly reasons: readonly string[]

  constructor(subject: string, reasons: readonly string[]) {
    super([`${subject}: books and ledger differ:`, ...reasons].join('\n'), {
      remedy: 'Ask the account bank what it booked, and compare it with its statement',
    })
    this.subject = subject
    this.reasons = reasons
  }
}
