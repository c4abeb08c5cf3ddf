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

/** The same for pieces of work that have nothing to do with each other, side by side. */
export async function allOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(items.map(work))
  const failures = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []))
  const stranger = failures.find(failure => !(failure instanceof LedgerError))
  if (failures.length > 0) throw stranger ?? failures[0]
}
