import type { Signer } from 'ethers'
import type { Client } from '../../chain/client.ts'
import { consentStruct, domainOf, requireDigest, signStruct } from '../../chain/eip712.ts'
import { readContract } from '../../chain/read.ts'
import type { Consent } from './consent.ts'

/** Signs a consent for this chain and this registry, as its granter. It is used once, beside an attestation. */
export async function signConsent(
  client: Client,
  { consent, signer }: { readonly consent: Consent; readonly signer: Signer },
): Promise<string> {
  const to = client.rooms.PartyRegistry
  const onChain = await readContract(client, {
    contract: 'PartyRegistry',
    to,
    verb: 'consentDigestOf',
    args: [consent],
  })
  const statement = { domain: domainOf(client, 'PartyRegistry'), struct: consentStruct, value: consent }
  requireDigest(statement, onChain)
  return signStruct(signer, statement)
}
