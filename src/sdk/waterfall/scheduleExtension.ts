import type { DealId, Hash32 } from '../../domain/ids.ts'

/** Rows for the periods after the last one of a schedule, and the document that explains them. */
export interface ScheduleExtension {
  readonly deal: DealId
  readonly rows: readonly bigint[]
  readonly documentHash: Hash32
}
