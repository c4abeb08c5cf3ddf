import type { Signer } from 'ethers'
import type { Client } from '../../chain/client.ts'
import { domainOf, recoveryStruct, requireDigest, signStruct } from '../../chain/eip712.ts'
import { readContract } from '../../chain/read.ts'
import type { Recovery } from './recovery.ts'

/** Signs a recovery for this chain and this registry. A regulator of the party's place may confirm it, once. */
export async function signRecovery(
  client: Client,
  { recovery, signer }: { readonly recovery: Recovery; readonly signer: Signer },
): Promise<string> {
  const to = client.rooms.PartyRegistry
  const onChain = await readContract(client, {
    contract: 'PartyRegistry',
    to,
    verb: 'recoveryDigestOf',
    args: [recovery],
  })
  const statement = { domain: domainOf(client, 'PartyRegistry'), struct: recoveryStruct, value: recovery }
  requireDigest(statement, onChain)
  return signStruct(signer, statement)
}
