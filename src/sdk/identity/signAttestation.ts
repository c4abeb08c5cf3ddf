import type { Signer } from 'ethers'
import type { Client } from '../../chain/client.ts'
import { attestationStruct, domainOf, requireDigest, signStruct } from '../../chain/eip712.ts'
import { readContract } from '../../chain/read.ts'
import { type Attestation, attestationFields } from './attestation.ts'

/** Signs an attestation for this chain and this registry. Whoever holds it may submit it, once. */
export async function signAttestation(
  client: Client,
  { attestation, signer }: { readonly attestation: Attestation; readonly signer: Signer },
): Promise<string> {
  const value = attestationFields(attestation)
  const to = client.rooms.PartyRegistry
  const onChain = await readContract(client, {
    contract: 'PartyRegistry',
    to,
    verb: 'digestOf',
    args: [value],
  })
  const statement = { domain: domainOf(client, 'PartyRegistry'), struct: attestationStruct, value }
  requireDigest(statement, onChain)
  return signStruct(signer, statement)
}
