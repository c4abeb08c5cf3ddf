import type { Address } from '../../chain/address.ts'
import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import { type PartyId, partyId, type SeriesId } from '../../domain/ids.ts'

/** Bits of a party's id in the standing that the registry packs. */
const PARTY_BITS = 64

/**
 * Parties that may be paid now what is recorded under holders at a book, in their order. Refused while the place of the
 * series, or of one of them, pauses payouts.
 */
export async function payableTo(
  client: Client,
  {
    series,
    book,
    holders,
    block,
  }: AtBlock & { readonly series: SeriesId; readonly book: bigint; readonly holders: readonly Address[] },
): Promise<readonly PartyId[]> {
  const to = client.rooms.Enforcement
  const standings = await readContract(client, {
    contract: 'Enforcement',
    to,
    verb: 'payableTo',
    args: [series, book, [...holders]],
    block,
  })
  return standings.map(standing => partyId(BigInt.asUintN(PARTY_BITS, standing)))
}
