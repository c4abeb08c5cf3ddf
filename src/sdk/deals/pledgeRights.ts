import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { DealId, RightId } from '../../domain/ids.ts'

/** Pledges rights to the pool of a draft; the originator, who must hold them. */
export function pledgeRights(
  { DealBook: to }: Rooms,
  { deal, rights }: { readonly deal: DealId; readonly rights: readonly RightId[] },
): Call {
  return encodeCall({ contract: 'DealBook', to, verb: 'pledge', args: [deal, [...rights]] })
}
