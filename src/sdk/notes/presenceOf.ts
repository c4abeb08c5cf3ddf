import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId, PartyId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'

/**
 * A party among the holders of a deal in a place: of how many series it holds units, how many holders stand behind its
 * omnibus account (zero: it is none), and whether it ever received units.
 */
export type Presence = {
  readonly series: number
  readonly declared: number
  readonly wasOffered: boolean
}

/** How a party counts among the holders of a deal in a place. */
export async function presenceOf(
  client: Client,
  {
    deal,
    jurisdiction,
    party,
    block,
  }: AtBlock & { readonly deal: DealId; readonly jurisdiction: Jurisdiction; readonly party: PartyId },
): Promise<Presence> {
  const to = client.rooms.LimitBook
  const { series, declared, wasOffered } = await readContract(client, {
    contract: 'LimitBook',
    to,
    verb: 'presenceOf',
    args: [deal, jurisdiction, party],
    block,
  })
  return Object.freeze({ series: Number(series), declared: Number(declared), wasOffered })
}
