import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type PartyId, partyId } from '../../domain/ids.ts'
import { type Jurisdiction, jurisdiction } from '../../domain/places.ts'

/** An order that restricts a party. What stands in it stays behind its hash. */
export type Order = {
  readonly party: PartyId
  readonly jurisdiction: Jurisdiction
  readonly isLifted: boolean
  readonly authority: Address
}

/** An order by its number, if it was given. */
export async function orderOf(
  client: Client,
  { orderId, block }: AtBlock & { readonly orderId: bigint },
): Promise<Order | undefined> {
  const to = client.rooms.PartyRegistry
  const found = await readContract(client, {
    contract: 'PartyRegistry',
    to,
    verb: 'orderOf',
    args: [orderId],
    block,
  })
  if (found.party === 0n) return undefined
  return Object.freeze({
    party: partyId(found.party),
    jurisdiction: jurisdiction(found.jurisdiction),
    isLifted: found.lifted,
    authority: parseAddress(found.authority),
  })
}
