import type { Log } from 'ethers'
import { decodeEvents } from '../../../chain/events.ts'
import { canDealMove, canPeriodMove, dealStageFrom, periodStageFrom } from '../../../domain/stages.ts'
import type { LiveRun } from '../run.ts'
import type { Audit } from './audit.ts'

/** INV-04: stages moved along their tables. INV-06: one report stands for a stream, a period and a number. */
export function checkMoves(
  logs: readonly Log[],
  { run, audit }: { readonly run: LiveRun; readonly audit: Audit },
): void {
  const { rooms } = run.ledger.client
  const book = { contract: 'DealBook', at: rooms.DealBook } as const
  for (const { args } of decodeEvents(logs, { ...book, event: 'DealMoved' })) {
    const [from, to] = [dealStageFrom(args.from), dealStageFrom(args.to)]
    audit.hold('INV-04', canDealMove(from, to), () => `deal ${args.deal} moved from ${from} to ${to}`)
  }
  for (const { args } of decodeEvents(logs, { ...book, event: 'PeriodMoved' })) {
    const [from, to] = [periodStageFrom(args.from), periodStageFrom(args.to)]
    audit.hold('INV-04', canPeriodMove(from, to), () => `period ${args.period} moved from ${from} to ${to}`)
  }
  const oracle = {
    contract: 'CollectionOracle',
    at: rooms.CollectionOracle,
    event: 'ReportAccepted',
  } as const
  const accepted = decodeEvents(logs, oracle).map(
    ({ args }) => `${args.deal}/${args.period}/${args.streamId}/${args.report.seq}`,
  )
  for (const key of accepted) {
    audit.hold('INV-06', accepted.filter(other => other === key).length === 1, () => `report ${key} twice`)
  }
}
