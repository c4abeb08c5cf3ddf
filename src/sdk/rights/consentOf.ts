import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type Hash32, hash32, type PartyId } from '../../domain/ids.ts'

/** The consent under which a party may rest a claim on a title of another, if any. */
export async function consentOf(
  client: Client,
  { title, claimant, block }: AtBlock & { readonly title: Hash32; readonly claimant: PartyId },
): Promise<Hash32 | undefined> {
  const to = client.rooms.TitleRegistry
  const found = await readContract(client, {
    contract: 'TitleRegistry',
    to,
    verb: 'consentOf',
    args: [title, claimant],
    block,
  })
  return BigInt(found) === 0n ? undefined : hash32(found)
}
