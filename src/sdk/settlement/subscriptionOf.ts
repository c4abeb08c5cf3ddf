import { type Address, parseAddress } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type PartyId, partyId, type SeriesId, seriesId } from '../../domain/ids.ts'

export type Subscription = {
  readonly holder: Address
  readonly series: SeriesId
  readonly placer: PartyId
  readonly units: bigint
  readonly allotted: bigint
  readonly isSettled: boolean
  readonly isCancelled: boolean
  readonly isRefunded: boolean
}

/** A subscription by its number, if it was placed. */
export async function subscriptionOf(
  client: Client,
  { subscription, block }: AtBlock & { readonly subscription: bigint },
): Promise<Subscription | undefined> {
  const to = client.rooms.Offering
  const args: [bigint] = [subscription]
  const found = await readContract(client, { contract: 'Offering', to, verb: 'subscriptionOf', args, block })
  if (found.series === 0n) return undefined
  return Object.freeze({
    holder: parseAddress(found.holder),
    series: seriesId(found.series),
    placer: partyId(found.placer),
    units: found.units,
    allotted: found.allotted,
    isSettled: found.isSettled,
    isCancelled: found.isCancelled,
    isRefunded: found.isRefunded,
  })
}
