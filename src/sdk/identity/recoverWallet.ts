import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Recovery } from './recovery.ts'

/** Confirms a signed recovery, as a regulator of the party's place: the lost wallet is dead, its successor acts for the party. */
export function recoverWallet(
  { PartyRegistry: to }: Rooms,
  { recovery, signature }: { readonly recovery: Recovery; readonly signature: string },
): Call {
  return encodeCall({ contract: 'PartyRegistry', to, verb: 'recover', args: [recovery, signature] })
}
