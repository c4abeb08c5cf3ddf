import { LedgerError } from '../../../domain/errors.ts'
import type { CheckCount } from '../record.ts'

/** Counts what was checked; the first thing that does not hold ends the run. */
export interface Audit {
  readonly hold: (check: string, holds: boolean, fact: () => string) => void
  /** Checks that two lists are equal, item by item. */
  readonly equal: (
    check: string,
    expected: readonly bigint[],
    actual: readonly bigint[],
    what: string,
  ) => void
  readonly counts: () => readonly CheckCount[]
}

export function openAudit(): Audit {
  const counts = new Map<string, number>()
  const hold: Audit['hold'] = (check, holds, fact) => {
    if (!holds) throw new InvariantBrokenError(check, fact())
    counts.set(check, (counts.get(check) ?? 0) + 1)
  }
  return {
    hold,
    equal(check, expected, actual, what) {
      hold(
        check,
        expected.length === actual.length,
        () => `${what}: ${actual.length} instead of ${expected.length}`,
      )
      expected.forEach((value, index) => {
        hold(check, value === actual[index], () => `${what} ${index}: ${actual[index]} instead of ${value}`)
      })
    },
    counts: () =>
      [...counts]
        .map(([check, count]) => ({ check, count }))
        .toSorted((left, right) => left.check.localeCompare(right.check)),
  }
}

export class InvariantBrokenError extends LedgerError {
  override readonly code = 'invariant/broken'
  readonly check: string

  constructor(check: string, fact: string) {
    super(`${check} does not hold: ${fact}`, {
      remedy: 'Stop using this deployment and report the deal, the period and this line',
    })
    this.check = check
  }
}
