import type { Said } from '../access/world.ts'
import { keyOf } from './table.ts'

/** Numbers of `PeriodStage`. */
export const periodStages = {
  None: 0n,
  Open: 1n,
  Reported: 2n,
  Called: 3n,
  Calculated: 4n,
  Approved: 5n,
  Booked: 6n,
  Paying: 7n,
  Settled: 8n,
  Disputed: 9n,
} as const

const committed: readonly bigint[] = [
  periodStages.Approved,
  periodStages.Booked,
  periodStages.Paying,
  periodStages.Settled,
]

/** Where the periods of all deals stand, event by event. */
export function startPeriods() {
  const stages = new Map<string, bigint>()
  const current = new Map<string, bigint>()
  return {
    hear({ contract, name, args }: Said): void {
      if (contract !== 'DealBook' || name !== 'PeriodMoved') return
      stages.set(keyOf(args['deal'], args['period']), args['to'])
      const last = current.get(String(args['deal'])) ?? 0n
      if (args['period'] > last) current.set(String(args['deal']), args['period'])
    },
    stageOf: (deal: unknown, period: unknown): bigint => stages.get(keyOf(deal, period)) ?? periodStages.None,
    currentOf: (deal: unknown): bigint => current.get(String(deal)) ?? 0n,
    isCommitted: (deal: unknown, period: unknown): boolean =>
      committed.includes(stages.get(keyOf(deal, period)) ?? periodStages.None),
  }
}

export type Periods = ReturnType<typeof startPeriods>
