import type { DealId, Period } from '../../domain/ids.ts'
import type { PeriodStage } from '../../domain/stages.ts'
import { currentPeriodOf } from '../../sdk/deals/currentPeriodOf.ts'
import { periodStageOf } from '../../sdk/deals/periodStageOf.ts'
import { dueOf } from '../../sdk/reports/dueOf.ts'
import { streamOf } from '../../sdk/reports/streamOf.ts'
import type { Station } from '../submit/station.ts'

/** Where a stream of the open period stands. */
export type Watched = {
  readonly deal: DealId
  readonly stream: number
  readonly period: Period
  readonly stage: PeriodStage
  readonly reports: number
  readonly isFinal: boolean
  readonly isDisputed: boolean
  /** By the terms of the deal on the ledger; seconds. */
  readonly dueAt: bigint | undefined
  /** Its final report is missing after the due date, by the clock of this process: it alarms while the chain stands still too. */
  readonly isOverdue: boolean
  /** The ledger was told so. */
  readonly isMissed: boolean
}

/** Reads every stream of the open periods and says which report is missing. */
export async function watchStreams(station: Station): Promise<readonly Watched[]> {
  const { client, deals, now } = station
  const watched: Watched[] = []
  for (const { deal, streams } of deals) {
    const period = await currentPeriodOf(client, { deal })
    if (period === undefined) continue
    const stage = await periodStageOf(client, { deal, period })
    for (let stream = 1; stream <= streams; stream += 1) {
      const { lastSequence, isFinal, isMissed, disputed } = await streamOf(client, { deal, period, stream })
      const { dueAt } = await dueOf(client, { deal, period, stream })
      const isLate = dueAt !== undefined && BigInt(Math.floor(now() / 1000)) > dueAt
      const place = { deal, stream, period, stage, dueAt, isOverdue: isLate && !isFinal, isMissed }
      watched.push(
        Object.freeze({ ...place, reports: lastSequence, isFinal, isDisputed: disputed !== undefined }),
      )
    }
  }
  return Object.freeze(watched)
}
