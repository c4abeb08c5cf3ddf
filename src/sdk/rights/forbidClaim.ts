import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32, PartyId } from '../../domain/ids.ts'

/** Withdraws the consent to further claims of a party on a title; its owner. */
export function forbidClaim(
  { TitleRegistry: to }: Rooms,
  { title, claimant }: { readonly title: Hash32; readonly claimant: PartyId },
): Call {
  return encodeCall({ contract: 'TitleRegistry', to, verb: 'forbid', args: [title, claimant] })
}
