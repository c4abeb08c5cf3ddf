import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { encodeText } from '../../chain/text32.ts'
import { type IpKind, ipKinds, ordinalOf } from '../../domain/enumerations.ts'
import { type Hash32, hash32 } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'

/** The title that was described with a public number, if any. */
export async function titleByNumber(
  client: Client,
  {
    jurisdiction,
    kind,
    publicNumber,
    block,
  }: AtBlock & { readonly jurisdiction: Jurisdiction; readonly kind: IpKind; readonly publicNumber: string },
): Promise<Hash32 | undefined> {
  const to = client.rooms.TitleRegistry
  const found = await readContract(client, {
    contract: 'TitleRegistry',
    to,
    verb: 'titleByNumber',
    args: [jurisdiction, ordinalOf(ipKinds, kind), encodeText(publicNumber)],
    block,
  })
  return BigInt(found) === 0n ? undefined : hash32(found)
}
