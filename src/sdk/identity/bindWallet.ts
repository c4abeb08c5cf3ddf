import { type Call, encodeCall } from '../../chain/call.ts'
import type { Rooms } from '../../chain/rooms.ts'
import { type Attestation, attestationFields } from './attestation.ts'
import type { Consent } from './consent.ts'

/** The call of the granter is its word. */
const UNSIGNED = '0x'

/** Binds a further wallet to a party: a signed attestation, and the signed consent of the party unless its granter sends it. */
export function bindWallet(
  { PartyRegistry: to }: Rooms,
  {
    attestation,
    signature,
    consent,
    consentSignature = UNSIGNED,
  }: {
    readonly attestation: Attestation
    readonly signature: string
    readonly consent: Consent
    readonly consentSignature?: string
  },
): Call {
  return encodeCall({
    contract: 'PartyRegistry',
    to,
    verb: 'bind',
    args: [attestationFields(attestation), signature, consent, consentSignature],
  })
}
