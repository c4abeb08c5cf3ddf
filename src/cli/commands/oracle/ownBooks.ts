import { dayAt } from '../../../domain/dates.ts'
import { LedgerError } from '../../../domain/errors.ts'
import type { FileFaultError } from '../../../domain/fileFault.ts'
import type { DealId } from '../../../domain/ids.ts'
import type { Books } from '../../../oracle/books/books.ts'
import { type OpenBooks, openBooks } from '../../../oracle/books/openBooks.ts'
import type { OracleConfig } from '../../../oracle/config.ts'
import { loadConfig, type SignerOptions } from './signerFiles.ts'

/** What a command that looks into the books of a deal is told. */
export interface BooksOptions extends SignerOptions {
  readonly deal?: DealId
}

/** Uses the books of a deal beside the process of the signer, and closes them. */
export async function withBooks<T>(
  { config: path, deal }: BooksOptions,
  use: (books: OpenBooks) => Promise<T>,
): Promise<T> {
  const folder = folderOf(await loadConfig(path), deal)
  const opened = openBooks(folder, { now: () => Date.now(), worker: 'hand' })
  try {
    return await use(opened)
  } finally {
    opened.close()
  }
}

function folderOf({ deals }: OracleConfig, deal: DealId | undefined): string {
  const found = deals.find(each => each.books !== undefined && (deal === undefined || each.deal === deal))
  if (found?.books === undefined) throw new BooksUnknownError(deal)
  return found.books
}

const MILLISECONDS = 1_000

/** The last period whose books are closed today, or the first. */
export function lastClosed({ terms: { periods } }: Books): number {
  const today = dayAt(BigInt(Math.floor(Date.now() / MILLISECONDS)))
  return Math.max(1, periods.filter(({ cutOff }) => cutOff < today).length)
}

/** What was refused of files, as data. */
export function faultsData(faults: readonly FileFaultError[]) {
  return faults.map(({ code, place, reason, remedy }) => ({ code, ...place, reason, remedy }))
}

export class BooksUnknownError extends LedgerError {
  override readonly code = 'cli/books-unknown'

  constructor(deal: DealId | undefined) {
    super(deal === undefined ? 'No deal of the configuration has books' : `Deal ${deal} has no books here`, {
      remedy: 'Name the folder of the books of the deal in the configuration',
    })
  }
}
