import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { decodeText } from '../../chain/text32.ts'
import { type Day, dayFrom } from '../../domain/dates.ts'
import { type IpKind, ipKinds, nameOf } from '../../domain/enumerations.ts'
import { type Hash32, type PartyId, partyId } from '../../domain/ids.ts'
import { type Place, place } from '../../domain/places.ts'

/** What may be wrong with a title, in the order of its bits on chain. */
export const titleFaults = ['FeeMissed', 'Litigation', 'Substituted', 'Invalidated', 'Lapsed'] as const
export type TitleFault = (typeof titleFaults)[number]

/** What is known of a title. The kind is `None` while a claim rests on it and nobody described it. */
export type Title = {
  readonly owner: PartyId
  readonly kind: IpKind
  readonly place: Place
  readonly field: string
  readonly publicNumber: string | undefined
  readonly filedDay: Day | undefined
  readonly grantedDay: Day | undefined
  readonly expiryDay: Day | undefined
  readonly economicEndDay: Day | undefined
  readonly feeDueDay: Day | undefined
  readonly faults: readonly TitleFault[]
  /** Live claims that rest on it. */
  readonly claims: number
  readonly isListed: boolean
}

/** A title by its hash; one of which nothing is known is refused. */
export async function titleOf(
  client: Client,
  { title, block }: AtBlock & { readonly title: Hash32 },
): Promise<Title> {
  const to = client.rooms.TitleRegistry
  const found = await readContract(client, {
    contract: 'TitleRegistry',
    to,
    verb: 'titleOf',
    args: [title],
    block,
  })
  return Object.freeze({
    owner: partyId(found.owner),
    kind: nameOf(ipKinds, found.kind),
    place: place(found.place),
    field: decodeText(found.field),
    publicNumber: decodeText(found.publicNumber) || undefined,
    filedDay: dayOf(found.filedDay),
    grantedDay: dayOf(found.grantedDay),
    expiryDay: dayOf(found.expiryDay),
    economicEndDay: dayOf(found.economicEndDay),
    feeDueDay: dayOf(found.feeDueDay),
    faults: titleFaults.filter((_, bit) => (found.faults >> BigInt(bit)) & 1n),
    claims: Number(found.claims),
    isListed: found.listed,
  })
}

function dayOf(count: bigint): Day | undefined {
  return count === 0n ? undefined : dayFrom(count)
}
