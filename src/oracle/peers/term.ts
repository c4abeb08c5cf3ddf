import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'

/** The two moments of a report. */
export type Term = Pick<CollectionReport, 'observedAt' | 'validUntil'>

/** How many terms are valid at the same time, so that each report has at least half of its validity before it. */
const TERMS_AT_ONCE = 2n

/**
 * The term of what is proposed at a time of the ledger, in seconds since 1970. A term begins at every multiple of half the
 * validity, whoever looks, so that all members give a report the same moments however often and whenever they propose it.
 */
export function termAt(time: bigint, validSeconds: bigint): Term {
  const observedAt = time - (time % (validSeconds / TERMS_AT_ONCE))
  return Object.freeze({ observedAt, validUntil: observedAt + validSeconds })
}
