import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32, PartyId } from '../../domain/ids.ts'

/** Ends a party's eligibility and its offices; an attester of its jurisdiction. */
export function revokeParty(
  { PartyRegistry: to }: Rooms,
  { party, evidence }: { readonly party: PartyId; readonly evidence: Hash32 },
): Call {
  return encodeCall({ contract: 'PartyRegistry', to, verb: 'revoke', args: [party, evidence] })
}
