import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { decodeText } from '../../chain/text32.ts'
import { type Day, dayFrom } from '../../domain/dates.ts'
import { ordinalOf, type RegistrationKind, registrationKinds } from '../../domain/enumerations.ts'
import type { Hash32 } from '../../domain/ids.ts'

/** What the office of a title registered last of a kind, if anything. */
export async function registrationOf(
  client: Client,
  { title, kind, block }: AtBlock & { readonly title: Hash32; readonly kind: RegistrationKind },
): Promise<{ readonly number: string; readonly day: Day } | undefined> {
  const to = client.rooms.TitleRegistry
  const found = await readContract(client, {
    contract: 'TitleRegistry',
    to,
    verb: 'registrationOf',
    args: [title, ordinalOf(registrationKinds, kind)],
    block,
  })
  return found.day === 0n ? undefined : { number: decodeText(found.number), day: dayFrom(found.day) }
}
