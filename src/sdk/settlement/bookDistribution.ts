import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Distribution, distributionFields } from '../waterfall/distribution.ts'

/** Makes the closed books the record and moves the cash to the payment account; anyone. Approved → Booked. */
export function bookDistribution(
  { DistributionDesk: to }: Rooms,
  { distribution }: { readonly distribution: Distribution },
): Call {
  return encodeCall({
    contract: 'DistributionDesk',
    to,
    verb: 'book',
    args: [distributionFields(distribution)],
  })
}
