import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Attestation, attestationFields } from './attestation.ts'

/** Submits a signed attestation: a new party, or the renewal of one. */
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
