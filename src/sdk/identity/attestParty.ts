import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Attestation, attestationFields } from './attestation.ts'

/** Submits a signed attestation: a new party with its first wallet, or the renewal of one through a wallet that it has. */
export function attestParty(
  { PartyRegistry: to }: Rooms,
  { attestation, signature }: { readonly attestation: Attestation; readonly signature: string },
): Call {
  return encodeCall({
    contract: 'PartyRegistry',
    to,
    verb: 'attest',
    args: [attestationFields(attestation), signature],
  })
}
