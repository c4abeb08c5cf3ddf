import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, PartyId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'

/** States how many holders stand behind an omnibus account; the custodian of the place. */
export function declareHolders(
  { LimitBook: to }: Rooms,
  {
    deal,
    jurisdiction,
    party,
    holders,
  }: {
    readonly deal: DealId
    readonly jurisdiction: Jurisdiction
    readonly party: PartyId
    readonly holders: number
  },
): Call {
  const args = [deal, jurisdiction, party, holders] as const
  return encodeCall({ contract: 'LimitBook', to, verb: 'declare', args: [...args] })
}
