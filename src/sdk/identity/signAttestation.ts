import type { Signer } from 'ethers'
import type { Client } from '../../chain/client.ts'
import { attestationStruct, domainOf, signStruct } from '../../chain/eip712.ts'
import { type Attestation, attestationFields } from './attestation.ts'

/** Signs an attestation for this chain and this registry. Whoever holds it may submit it, once. */
export async function signAttestation(
  client: Client,
  { attestation, signer }: { readonly attestation: Attestation; readonly signer: Signer },
): Promise<string> {
  const domain = await domainOf(client, client.rooms.PartyRegistry)
  return signStruct(signer, { domain, struct: attestationStruct, value: attestationFields(attestation) })
}
