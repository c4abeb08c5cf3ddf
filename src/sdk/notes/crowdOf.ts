import type { Client } from '../../chain/client.ts'
import { type AtBlock, readContract } from '../../chain/read.ts'
import type { DealId } from '../../domain/ids.ts'
import type { Jurisdiction } from '../../domain/places.ts'

/** Holders of a deal in a place, who ever received its notes there, and the most of both; a cap of zero is none. */
export type Crowd = {
  readonly holders: number
  readonly holderCap: number
  readonly offerees: number
  readonly offereeCap: number
}

/** How many hold limited notes of a deal in a place. */
export async function crowdOf(
  client: Client,
  { deal, jurisdiction, block }: AtBlock & { readonly deal: DealId; readonly jurisdiction: Jurisdiction },
): Promise<Crowd> {
  const to = client.rooms.LimitBook
  const found = await readContract(client, {
    contract: 'LimitBook',
    to,
    verb: 'crowdOf',
    args: [deal, jurisdiction],
    block,
  })
  return Object.freeze({
    holders: Number(found.holders),
    holderCap: Number(found.holderCap),
    offerees: Number(found.offerees),
    offereeCap: Number(found.offereeCap),
  })
}
