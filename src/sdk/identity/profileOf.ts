import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { PartyId } from '../../domain/ids.ts'
import { type Place, place } from '../../domain/places.ts'

/** What the ledger knows of a party. `restrictions` counts the orders that live on it. */
export type Profile = {
  readonly place: Place
  readonly investorClass: number
  readonly tolerance: number
  readonly validUntil: bigint
  readonly restrictions: number
  readonly revoked: boolean
}

/** The profile of a party, if there is such a party. */
export async function profileOf(
  client: Client,
  { party, block }: AtBlock & { readonly party: PartyId },
): Promise<Profile | undefined> {
  const to = client.rooms.PartyRegistry
  const found = await readContract(client, {
    contract: 'PartyRegistry',
    to,
    verb: 'profile',
    args: [party],
    block,
  })
  if (found.place === 0n) return undefined
  return Object.freeze({
    place: place(found.place),
    investorClass: Number(found.class),
    tolerance: Number(found.tolerance),
    validUntil: found.validUntil,
    restrictions: Number(found.restrictions),
    revoked: found.revoked,
  })
}
