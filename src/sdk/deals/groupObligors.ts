import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Affiliation } from './poolLimits.ts'

/** Says which obligors belong together; the manager, after the draft only of obligors that stand alone. */
export function groupObligors(
  { PoolDesk: to }: Rooms,
  { deal, affiliations }: { readonly deal: DealId; readonly affiliations: readonly Affiliation[] },
): Call {
  return encodeCall({
    contract: 'PoolDesk',
    to,
    verb: 'group',
    args: [deal, affiliations.map(own => ({ ...own }))],
  })
}
