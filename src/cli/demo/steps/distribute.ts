import { requireEvent } from '../../../chain/events.ts'
import type { Day } from '../../../domain/dates.ts'
import { hash32, period as periodId } from '../../../domain/ids.ts'
import { approveDistribution } from '../../../sdk/waterfall/approveDistribution.ts'
import { calculateDistribution } from '../../../sdk/waterfall/calculateDistribution.ts'
import { type Distribution, distributionFrom } from '../../../sdk/waterfall/distribution.ts'
import { holderOf } from '../cast.ts'
import { actAlone } from '../ledger.ts'
import type { LiveRun } from '../run.ts'

/** The manager has the distribution calculated, and the trustee, who is its checker, approves exactly that. */
export async function distribute(
  run: LiveRun,
  { period, day }: { readonly period: number; readonly day: Day },
): Promise<Distribution> {
  const { ledger, cast, deal } = run
  const { rooms } = ledger.client
  const at = { deal, period: periodId(BigInt(period)) }
  await ledger.moveTo(day)
  const receipt = await actAlone(ledger, {
    actor: holderOf(cast, 'Manager'),
    call: calculateDistribution(rooms, at),
  })
  const query = { contract: 'Waterfall', at: rooms.Waterfall, event: 'DistributionCalculated' } as const
  const calculated = requireEvent(receipt, query)
  const distributionHash = hash32(calculated.distributionHash)
  await ledger.act([
    { actor: holderOf(cast, 'Trustee'), call: approveDistribution(rooms, { ...at, distributionHash }) },
  ])
  return distributionFrom(calculated.distribution)
}
