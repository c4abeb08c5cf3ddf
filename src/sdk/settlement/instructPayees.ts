import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32 } from '../../domain/ids.ts'
import { type Distribution, distributionFields } from '../waterfall/distribution.ts'

/** Instructs the payment of payees of the program that are no tranche; the manager. */
export function instructPayees(
  { DistributionDesk: to }: Rooms,
  {
    distribution,
    payees,
    contentHash,
  }: {
    readonly distribution: Distribution
    readonly payees: readonly number[]
    readonly contentHash: Hash32
  },
): Call {
  return encodeCall({
    contract: 'DistributionDesk',
    to,
    verb: 'instructPayees',
    args: [distributionFields(distribution), [...payees], contentHash],
  })
}
