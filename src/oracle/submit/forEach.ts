import { LedgerError } from '../../domain/errors.ts'

/** Does a piece of work for each item; one that fails holds up no other, and its failure is told at the end. */
export async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const failures: LedgerError[] = []
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      failures.push(error)
    }
  }
  const [first] = failures
  if (first !== undefined) throw first
}
