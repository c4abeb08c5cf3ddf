import type { LedgerError } from '../../domain/errors.ts'
import type { CollectionReport } from '../../sdk/reports/collectionReport.ts'
import type { Recompute } from '../peers/answer.ts'
import type { Proposal } from '../peers/message.ts'

/** A report as a member's own sources give it; moments and committee are added when it is proposed. */
export type Draft = {
  readonly fields: Omit<CollectionReport, 'supersedes' | 'observedAt' | 'validUntil' | 'configDigest'>
  /** Number of the report in the same stream and period that this one replaces. */
  readonly replaces: number | undefined
  /** That report, whole, where the sources know it. */
  readonly previous?: CollectionReport | undefined
  /** Lines and salts behind the evidence root. */
  readonly attachment: Proposal['attachment']
  /** Since when the sources have given it, milliseconds. */
  readonly since: number
}

/** A member's own books. `problems` name what in them cannot be read; the rest goes on. */
export type Source = {
  readonly drafts: () => Promise<{
    readonly drafts: readonly Draft[]
    readonly problems: readonly LedgerError[]
  }>
  readonly recompute: Recompute
}
