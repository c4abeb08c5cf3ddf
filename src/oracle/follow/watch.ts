import type { DealId, Period } from '../../domain/ids.ts'
import type { PeriodStage } from '../../domain/stages.ts'
import { currentPeriodOf } from '../../sdk/deals/currentPeriodOf.ts'
import { periodStageOf } from '../../sdk/deals/periodStageOf.ts'
import { streamOf } from '../../sdk/reports/streamOf.ts'
import type { Station } from '../submit/station.ts'

/** When the reports of a period are due; seconds. */
export type DueDates = (deal: DealId, period: Period) => bigint | undefined

/** Where a stream of the open period stands. */
export type Watched = {
  readonly deal: DealId
  readonly stream: number
  readonly period: Period
  readonly stage: PeriodStage
  readonly reports: number
  readonly isFinal: boolean
  readonly isDisputed: boolean
  readonly dueAt: bigint | undefined
  /** Its final report is missing after the due date. */
  readonly isOverdue: boolean
}

/** Reads every stream of the open periods and says which report is missing. */
export async function watchStreams(station: Station, dueDates: DueDates): Promise<readonly Watched[]> {
  const { client, deals, now } = station
  const watched: Watched[] = []
  for (const { deal, streams } of deals) {
    const period = await currentPeriodOf(client, { deal })
    if (period === undefined) continue
    const stage = await periodStageOf(client, { deal, period })
    const dueAt = dueDates(deal, period)
    const isLate = dueAt !== undefined && BigInt(Math.floor(now() / 1000)) > dueAt
    for (let stream = 1; stream <= streams; stream += 1) {
      const { lastSequence, isFinal, disputed } = await streamOf(client, { deal, period, stream })
      const isOverdue = isLate && !isFinal
      const place = { deal, stream, period, stage, dueAt, isOverdue }
      watched.push(
        Object.freeze({ ...place, reports: lastSequence, isFinal, isDisputed: disputed !== undefined }),
      )
    }
  }
  return Object.freeze(watched)
}
