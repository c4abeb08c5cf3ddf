import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32, PartyId } from '../../domain/ids.ts'

/** Restricts a party by an order; a regulator of its jurisdiction. */
export function restrictParty(
  { PartyRegistry: to }: Rooms,
  { party, orderHash }: { readonly party: PartyId; readonly orderHash: Hash32 },
): Call {
  return encodeCall({ contract: 'PartyRegistry', to, verb: 'restrict', args: [party, orderHash] })
}
