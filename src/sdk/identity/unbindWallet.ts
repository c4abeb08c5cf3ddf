import type { Address } from '../../chain/address.ts'
import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** Takes a wallet from its party; an attester of the party's jurisdiction. */
export function unbindWallet(
  { PartyRegistry: to }: Rooms,
  { wallet, evidence }: { readonly wallet: Address; readonly evidence: Hash32 },
): Call {
  return encodeCall({ contract: 'PartyRegistry', to, verb: 'unbind', args: [wallet, evidence] })
}
