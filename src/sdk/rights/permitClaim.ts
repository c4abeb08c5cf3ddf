import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32, PartyId } from '../../domain/ids.ts'

/** Lets another party rest a claim on a title; its owner. */
export function permitClaim(
  { TitleRegistry: to }: Rooms,
  {
    title,
    claimant,
    consent,
  }: { readonly title: Hash32; readonly claimant: PartyId; readonly consent: Hash32 },
): Call {
  return encodeCall({ contract: 'TitleRegistry', to, verb: 'permit', args: [title, claimant, consent] })
}
