import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'

/** Whether an attester has used a number for an attestation. */
export async function isNonceUsed(
  client: Client,
  { attester, nonce, block }: AtBlock & { readonly attester: Address; readonly nonce: bigint },
): Promise<boolean> {
  const to = client.rooms.PartyRegistry
  const found = await readContract(client, {
    contract: 'PartyRegistry',
    to,
    verb: 'isNonceUsed',
    args: [attester, nonce],
    block,
  })
  return found
}
