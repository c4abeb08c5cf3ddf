import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { encodeText } from '../../chain/text32.ts'
import { type DealId, type Hash32, hash32 } from '../../domain/ids.ts'

/** The hash of the newest document of a kind, if one was filed. */
export async function documentOf(
  client: Client,
  { deal, kind, block }: AtBlock & { readonly deal: DealId; readonly kind: string },
): Promise<Hash32 | undefined> {
  const to = client.rooms.DealBook
  const found = await readContract(client, {
    contract: 'DealBook',
    to,
    verb: 'documentOf',
    args: [deal, encodeText(kind)],
    block,
  })
  return /[1-9a-f]/.test(found.slice(2)) ? hash32(found) : undefined
}
